import BigInt

/// An exact fraction of any size.
///
/// Numbers of a case, of an engine and of a finding are of this one type. Small fractions are 128-bit integers,
/// and what does not fit goes on in arbitrary precision; equal values are always stored alike.
public struct Rational: Hashable, Sendable {
    enum Storage: Hashable, Sendable {
        case small(SmallRational)
        /// In lowest terms, denominator positive, and at least one part too large for `small`.
        case big(BigInt, BigInt)
    }

    let storage: Storage

    init(_ small: SmallRational) { storage = .small(small) }

    init(_ numerator: BigInt, _ denominator: BigInt) {
        precondition(!denominator.isZero, "a fraction needs a denominator other than zero")
        if denominator == 1 {
            storage =
                Int128(fitting: numerator).map { .small(SmallRational(reduced: $0, 1)) } ?? .big(numerator, 1)
            return
        }
        let divisor = numerator.greatestCommonDivisor(with: denominator)
        let sign: BigInt = denominator.sign == .minus ? -1 : 1
        let (above, below) = (numerator / divisor * sign, denominator / divisor * sign)
        if let top = Int128(fitting: above), let bottom = Int128(fitting: below) {
            storage = .small(SmallRational(reduced: top, bottom))
        } else {
            storage = .big(above, below)
        }
    }

    /// A whole number.
    public init(_ value: Int) { storage = .small(SmallRational(reduced: Int128(value), 1)) }

    /// The fraction `numerator / denominator` in lowest terms.
    ///
    /// - Precondition: `denominator` is not zero.
    public init(_ numerator: Int, over denominator: Int) {
        if let small = SmallRational(Int128(numerator), Int128(denominator)) {
            storage = .small(small)
        } else {
            self = Rational(BigInt(numerator), BigInt(denominator))
        }
    }

    /// Zero.
    public static let zero = Rational(0)
    /// One.
    public static let one = Rational(1)

    /// Numerator and denominator in arbitrary precision.
    var parts: (numerator: BigInt, denominator: BigInt) {
        switch storage {
        case .small(let small): (BigInt(wide: small.numerator), BigInt(wide: small.denominator))
        case .big(let numerator, let denominator): (numerator, denominator)
        }
    }

    /// Numerator and denominator in lowest terms, if both fit a machine word.
    public var words: (numerator: Int, denominator: Int)? {
        guard case .small(let small) = storage, let top = Int(exactly: small.numerator),
            let bottom = Int(exactly: small.denominator)
        else { return nil }
        return (top, bottom)
    }

    /// Whether the fraction fits the fast storage; only of interest to tests and profiles.
    var isSmall: Bool {
        if case .small = storage { true } else { false }
    }

    /// The denominator, if the fraction fits the fast storage.
    var smallDenominator: Int128? {
        if case .small(let small) = storage { small.denominator } else { nil }
    }

    /// -1, 0 or 1.
    public var signum: Int {
        switch storage {
        case .small(let small): small.numerator == 0 ? 0 : small.numerator < 0 ? -1 : 1
        case .big(let numerator, _): numerator.sign == .minus ? -1 : 1
        }
    }

    /// Whether the fraction is a whole number.
    public var isInteger: Bool {
        switch storage {
        case .small(let small): small.denominator == 1
        case .big(_, let denominator): denominator == 1
        }
    }

    /// The distance from zero.
    public var magnitude: Rational { signum < 0 ? -self : self }

    /// The value as a whole number, if it is one and fits.
    public var exactInt: Int? {
        guard case .small(let small) = storage, small.denominator == 1 else { return nil }
        return Int(exactly: small.numerator)
    }

    /// The largest whole number that is not above the value.
    public var floor: Rational {
        let (numerator, denominator) = parts
        let (quotient, remainder) = numerator.quotientAndRemainder(dividingBy: denominator)
        return Rational(remainder.sign == .minus && !remainder.isZero ? quotient - 1 : quotient, 1)
    }
}

extension Rational: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: Comparable {
    /// Exact comparison.
    public static func < (left: Rational, right: Rational) -> Bool {
        if case .small(let a) = left.storage, case .small(let b) = right.storage, let less = a.isLess(than: b)
        {
            return less
        }
        let (a, b) = (left.parts, right.parts)
        return a.numerator * b.denominator < b.numerator * a.denominator
    }
}

extension Rational {
    /// Exact sum.
    public static func + (left: Rational, right: Rational) -> Rational {
        if case .small(let a) = left.storage, case .small(let b) = right.storage, let sum = a.adding(b) {
            return Rational(sum)
        }
        let (a, b) = (left.parts, right.parts)
        return Rational(
            a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    }

    /// Exact difference.
    public static func - (left: Rational, right: Rational) -> Rational { left + -right }

    /// The negative.
    public static prefix func - (value: Rational) -> Rational {
        switch value.storage {
        case .small(let small): Rational(small.negated)
        case .big(let numerator, let denominator): Rational(-numerator, denominator)
        }
    }

    /// Exact product.
    public static func * (left: Rational, right: Rational) -> Rational {
        if case .small(let a) = left.storage, case .small(let b) = right.storage,
            let product = a.multiplied(by: b)
        {
            return Rational(product)
        }
        let (a, b) = (left.parts, right.parts)
        return Rational(a.numerator * b.numerator, a.denominator * b.denominator)
    }

    /// Exact quotient.
    ///
    /// - Precondition: `right` is not zero.
    public static func / (left: Rational, right: Rational) -> Rational {
        precondition(right.signum != 0, "division by zero")
        if case .small(let a) = left.storage, case .small(let b) = right.storage,
            let quotient = a.multiplied(by: b.reciprocal)
        {
            return Rational(quotient)
        }
        let (a, b) = (left.parts, right.parts)
        return Rational(a.numerator * b.denominator, a.denominator * b.numerator)
    }

    /// Adds in place.
    public static func += (left: inout Rational, right: Rational) { left = left + right }
    /// Subtracts in place.
    public static func -= (left: inout Rational, right: Rational) { left = left - right }
    /// Multiplies in place.
    public static func *= (left: inout Rational, right: Rational) { left = left * right }
}

// By way of the magnitude: the library's own conversions of negative 128-bit integers lose a word (BigInt 6.0.1).
extension BigInt {
    init(wide value: Int128) {
        self.init(sign: value < 0 ? .minus : .plus, magnitude: BigUInt(value.magnitude))
    }
}

extension Int128 {
    /// The value, if it and its negative fit.
    init?(fitting value: BigInt) {
        guard let magnitude = Int128(exactly: value.magnitude) else { return nil }
        self = value.sign == .minus ? -magnitude : magnitude
    }
}

extension Double {
    /// The nearest number to a fraction, to within one unit in the last place; infinite beyond a double's range.
    public init(_ value: Rational) {
        let (numerator, denominator) = value.parts
        guard !numerator.isZero else {
            self = 0
            return
        }
        // 64 or 65 significant bits of the quotient, then one rounding.
        let shift = 64 - (numerator.magnitude.bitWidth - denominator.magnitude.bitWidth)
        let scaled =
            shift >= 0
            ? (numerator.magnitude << shift) / denominator.magnitude
            : numerator.magnitude / (denominator.magnitude << -shift)
        let high = Double(UInt64(truncatingIfNeeded: scaled >> 32)) * 4_294_967_296
        let mantissa = high + Double(UInt64(truncatingIfNeeded: scaled) & 0xffff_ffff)
        self = Double(sign: value.signum < 0 ? .minus : .plus, exponent: -shift, significand: mantissa)
    }
}
