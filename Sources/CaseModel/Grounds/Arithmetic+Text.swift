import Numbers

extension Arithmetic: CustomStringConvertible {
    /// The expression in the notation of a case, with no more parentheses than it needs.
    public var description: String { text(within: 0) }

    /// Binding strength: sums 1, products 2, signs 3.
    private func text(within strength: Int) -> String {
        let (own, body): (Int, String) =
            switch self {
            case .number(let value): (value < 0 ? 3 : 4, "\(value)")
            case .parameter(let name): (4, name)
            case .sum(let a, let b): (1, "\(a.text(within: 1)) + \(b.text(within: 1))")
            case .difference(let a, let b): (1, "\(a.text(within: 1)) - \(b.text(within: 2))")
            case .product(let a, let b): (2, "\(a.text(within: 2)) * \(b.text(within: 2))")
            case .quotient(let a, let b): (2, "\(a.text(within: 2)) / \(b.text(within: 3))")
            case .negative(let a): (3, "-\(a.text(within: 3))")
            }
        return own < strength ? "(\(body))" : body
    }
}
