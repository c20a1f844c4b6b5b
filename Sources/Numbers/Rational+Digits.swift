import BigInt

extension Rational {
    /// The number that decimal digits write, times a power of ten: `"125"` with the exponent -2 is 1.25.
    ///
    /// For numbers of files that may be longer than those of a case; short ones are read faster digit by digit.
    ///
    /// - Parameters:
    ///   - digits: Decimal digits without sign or point, at least one.
    ///   - exponent: The power of ten that they are multiplied by.
    /// - Complexity: Quadratic in the digits and the exponent together.
    /// - Precondition: `digits` holds nothing but digits.
    public init(digits: String, timesTenTo exponent: Int) {
        guard let whole = BigInt(digits, radix: 10) else {
            preconditionFailure("a row of digits holds digits alone")
        }
        let scale = BigInt(10).power(Int(exponent.magnitude))
        self = exponent < 0 ? Rational(whole, scale) : Rational(whole * scale, 1)
    }

    /// The magnitude as decimal digits times a power of ten, without zeros at either end; `nil` if no finite number of
    /// digits writes it.
    public var decimal: (digits: String, exponent: Int)? {
        let (numerator, denominator) = parts
        guard !numerator.isZero else { return ("0", 0) }
        let twos = denominator.trailingZeroBitCount
        guard let fives = Self.fives(denominator.magnitude >> twos) else { return nil }
        let places = max(twos, fives)
        let whole = (numerator.magnitude << (places - twos)) * BigUInt(5).power(places - fives)
        let digits = String(whole).utf8
        let zeros = digits.reversed().prefix { $0 == UInt8(ascii: "0") }.count
        return (String(Substring(digits.dropLast(zeros))), zeros - places)
    }

    /// Which power of five a number is; `nil` if it is none.
    private static func fives(_ value: BigUInt) -> Int? {
        let estimate = Int(Double(value.bitWidth - 1) / 2.321_928_094_887_362)
        return (max(0, estimate - 1)...(estimate + 1)).first { BigUInt(5).power($0) == value }
    }

    /// How many bits numerator and denominator take together, which says what exact arithmetic with them costs.
    public var bitCount: Int {
        switch storage {
        case .small(let small):
            256 - small.numerator.magnitude.leadingZeroBitCount - small.denominator.leadingZeroBitCount
        case .big(let numerator, let denominator):
            numerator.magnitude.bitWidth + denominator.magnitude.bitWidth
        }
    }
}
