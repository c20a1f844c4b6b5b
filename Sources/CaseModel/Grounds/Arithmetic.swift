public import Numbers

/// A number computed from named parameters, as payoffs and probabilities of a game are written.
public indirect enum Arithmetic: Hashable, Sendable {
    case number(Rational)
    case parameter(String)
    case sum(Arithmetic, Arithmetic)
    case difference(Arithmetic, Arithmetic)
    case product(Arithmetic, Arithmetic)
    case quotient(Arithmetic, Arithmetic)
    case negative(Arithmetic)

    /// The value; `nil` where a parameter has none or a divisor is zero.
    public func value(_ parameters: (String) -> Rational?) -> Rational? {
        func both(_ a: Arithmetic, _ b: Arithmetic, _ join: (Rational, Rational) -> Rational?) -> Rational? {
            guard let x = a.value(parameters), let y = b.value(parameters) else { return nil }
            return join(x, y)
        }
        return switch self {
        case .number(let value): value
        case .parameter(let name): parameters(name)
        case .sum(let a, let b): both(a, b, +)
        case .difference(let a, let b): both(a, b, -)
        case .product(let a, let b): both(a, b, *)
        case .quotient(let a, let b): both(a, b) { $1 == 0 ? nil : $0 / $1 }
        case .negative(let a): a.value(parameters).map { -$0 }
        }
    }

    /// The names of the parameters, in order of appearance, repeated ones too.
    public var parameters: [String] {
        switch self {
        case .number: []
        case .parameter(let name): [name]
        case .sum(let a, let b), .difference(let a, let b), .product(let a, let b), .quotient(let a, let b):
            a.parameters + b.parameters
        case .negative(let a): a.parameters
        }
    }
}
