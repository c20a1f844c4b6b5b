import Numbers

/// A polynomial in one unknown with exact coefficients, the lowest power first.
struct Polynomial: Hashable, Sendable {
    /// Without zeros at the end.
    let coefficients: [Rational]

    init(_ coefficients: [Rational]) {
        let last = coefficients.lastIndex { $0 != 0 }
        self.coefficients = Array(coefficients.prefix((last ?? -1) + 1))
    }

    /// A multiple of one power.
    init(_ factor: Rational, power: Int) {
        self.init(Array(repeating: .zero, count: power) + [factor])
    }

    /// The sign for small positive values of the unknown.
    var sign: Int { coefficients.first { $0 != 0 }?.signum ?? 0 }

    func times(_ factor: Rational) -> Polynomial {
        factor == 1 ? self : Polynomial(coefficients.map { $0 * factor })
    }

    static func + (left: Polynomial, right: Polynomial) -> Polynomial {
        let (short, long) =
            left.coefficients.count < right.coefficients.count
            ? (left.coefficients, right.coefficients) : (right.coefficients, left.coefficients)
        var sum = long
        for (power, factor) in short.enumerated() { sum[power] += factor }
        return Polynomial(sum)
    }

    static func - (left: Polynomial, right: Polynomial) -> Polynomial { left + right.times(-1) }

    static func * (left: Polynomial, right: Polynomial) -> Polynomial {
        guard !left.coefficients.isEmpty, !right.coefficients.isEmpty else { return Polynomial([]) }
        if right.coefficients.count == 1 { return left.times(right.coefficients[0]) }
        if left.coefficients.count == 1 { return right.times(left.coefficients[0]) }
        var product = Array(
            repeating: Rational.zero, count: left.coefficients.count + right.coefficients.count - 1)
        for (power, factor) in left.coefficients.enumerated() where factor != 0 {
            for (other, more) in right.coefficients.enumerated() { product[power + other] += factor * more }
        }
        return Polynomial(product)
    }
}
