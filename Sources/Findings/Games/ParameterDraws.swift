import Numbers

/// Values of parameters drawn from their ranges, the same for the same number everywhere.
///
/// A draw lies in the middle of one of 10 000 equal parts of a range, so that its fractions stay short and every solution
/// of a drawn game is exact. The error of this grid is far below that of any number of draws.
struct ParameterDraws: Sendable {
    /// How many there are; none where every number is one point.
    let count: Int
    private let quantities: [Quantity]
    private let random: Philox

    private static let parts = 10_000

    init(_ quantities: [Quantity], count: Int, seed: Int) {
        self.count = quantities.allSatisfy(\.range.isPoint) ? 0 : count
        self.quantities = quantities
        random = Philox(seed: UInt64(bitPattern: Int64(seed)))
    }

    /// One value per parameter.
    func values(_ draw: Int) -> [Rational] {
        quantities.enumerated().map { place, quantity in
            let range = quantity.range
            guard range.low < range.high else { return range.low }
            let part = part(quantity, UInt64(draw), place)
            return range.low + (range.high - range.low) * Rational(2 * part + 1, over: 2 * Self.parts)
        }
    }

    private func part(_ quantity: Quantity, _ draw: UInt64, _ place: Int) -> Int {
        guard case .triangle = quantity.form else {
            return random.index(below: Self.parts, sample: draw, dimension: place, stream: .gameDraws)
        }
        let u = random.uniform(sample: draw, dimension: place, stream: .gameDraws)
        let (low, high) = (Double(quantity.range.low), Double(quantity.range.high))
        let share = (quantity.value(atShare: u) - low) / (high - low)
        return max(0, min(Self.parts - 1, Int(share * Double(Self.parts))))
    }
}
