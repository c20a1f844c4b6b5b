/// A fraction of two 128-bit integers in lowest terms, whose operations report overflow instead of failing.
///
/// The fast half of ``Rational``: `nil` from an operation means that the exact result does not fit, and the
/// caller goes on with arbitrary precision; most fractions of a case never get there.
struct SmallRational: Hashable, Sendable {
    /// Never `Int128.min`, so that negation cannot overflow.
    let numerator: Int128
    /// Always positive.
    let denominator: Int128

    /// A fraction that is known to be in lowest terms.
    init(reduced numerator: Int128, _ denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The fraction in lowest terms, or `nil` if a part does not fit.
    ///
    /// - Precondition: `denominator` is not zero.
    init?(_ numerator: Int128, _ denominator: Int128) {
        precondition(denominator != 0, "a fraction needs a denominator other than zero")
        guard numerator != .min, denominator != .min else { return nil }
        let divisor = Int128(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = numerator / divisor * sign
        self.denominator = denominator / divisor * sign
    }

    func adding(_ other: SmallRational) -> SmallRational? {
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            return overflow || sum == .min ? nil : SmallRational(reduced: sum, 1)
        }
        let divisor = Int128(greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
        let scale = denominator / divisor
        let (left, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
        let (right, overflow2) = other.numerator.multipliedReportingOverflow(by: scale)
        let (sum, overflow3) = left.addingReportingOverflow(right)
        let (below, overflow4) = scale.multipliedReportingOverflow(by: other.denominator)
        return overflow1 || overflow2 || overflow3 || overflow4 ? nil : SmallRational(sum, below)
    }

    func multiplied(by other: SmallRational) -> SmallRational? {
        // Cross-reduction first: the products are then in lowest terms and as small as they can be.
        let first = Int128(greatestCommonDivisor(numerator.magnitude, other.denominator.magnitude))
        let second = Int128(greatestCommonDivisor(other.numerator.magnitude, denominator.magnitude))
        let (above, overflow1) = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
        let (below, overflow2) = (denominator / second).multipliedReportingOverflow(
            by: other.denominator / first)
        return overflow1 || overflow2 || above == .min ? nil : SmallRational(reduced: above, below)
    }

    /// The reciprocal.
    ///
    /// - Precondition: The fraction is not zero.
    var reciprocal: SmallRational {
        precondition(numerator != 0, "zero has no reciprocal")
        return numerator > 0
            ? SmallRational(reduced: denominator, numerator)
            : SmallRational(reduced: -denominator, -numerator)
    }

    var negated: SmallRational { SmallRational(reduced: -numerator, denominator) }

    /// Whether this fraction is less than `other`; `nil` if the comparison does not fit.
    func isLess(than other: SmallRational) -> Bool? {
        let (left, overflow1) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (right, overflow2) = other.numerator.multipliedReportingOverflow(by: denominator)
        return overflow1 || overflow2 ? nil : left < right
    }
}

/// The greatest common divisor; 1 if both numbers are zero, so that it can always be divided by.
///
/// Euclid's algorithm; it falls to machine words as soon as both numbers fit, which are cheaper to divide.
func greatestCommonDivisor(_ first: UInt128, _ second: UInt128) -> UInt128 {
    var (a, b) = (first, second)
    while b != 0 {
        if let small = UInt64(exactly: a), let other = UInt64(exactly: b) {
            return UInt128(greatestCommonDivisor(small, other))
        }
        (a, b) = (b, a % b)
    }
    return a == 0 ? 1 : a
}

private func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? 1 : a
}
