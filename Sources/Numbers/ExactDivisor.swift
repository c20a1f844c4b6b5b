/// Divides 128-bit numbers by one word where the division is known to come out even.
///
/// An even quotient needs no division: the odd part of the divisor has an inverse modulo 2^64 (Jebelean 1993). What
/// remains to be seen is whether the quotient fits.
struct ExactDivisor {
    /// Numbers of at most this many bits stay in one word; two products of them and their difference fit into 128 bits.
    static let wordBits = 62

    private let shift: Int
    private let inverse: UInt
    private let bound: Int128

    /// - Precondition: `divisor` is not zero.
    init(_ divisor: Int) {
        shift = divisor.trailingZeroBitCount
        bound = Int128(divisor.magnitude) << Int128(Self.wordBits)
        let odd = UInt(bitPattern: divisor >> shift)
        // Newton's iteration doubles the number of right bits; five are right at the start.
        var inverse = 3 &* odd ^ 2
        for _ in 0..<4 { inverse = inverse &* (2 &- odd &* inverse) }
        self.inverse = inverse
    }

    /// The quotient, or `nil` if it has more than `wordBits` bits.
    @inline(__always)
    func quotient(_ value: Int128) -> Int? {
        guard value < bound, value > -bound else { return nil }
        return Int(bitPattern: UInt(truncatingIfNeeded: value >> Int128(shift)) &* inverse)
    }
}

/// The same for differences of products of 128-bit numbers, which take 256 bits.
struct WideExactDivisor {
    static let bits = 126

    private let shift: Int
    private let inverse: UInt128
    private let magnitude: Int128

    /// - Precondition: `divisor` is not zero and has at most `bits` bits.
    init(_ divisor: Int128) {
        shift = divisor.trailingZeroBitCount
        magnitude = divisor < 0 ? -divisor : divisor
        let odd = UInt128(bitPattern: divisor >> Int128(shift))
        var inverse = 3 &* odd ^ 2
        for _ in 0..<5 { inverse = inverse &* (2 &- odd &* inverse) }
        self.inverse = inverse
    }

    /// `(a * b - c * d)` divided, or `nil` if the quotient has more than `bits` bits.
    @inline(__always)
    func quotient(_ a: Int128, _ b: Int128, minus c: Int128, _ d: Int128) -> Int128? {
        let (first, second) = (product(a, b), product(c, d))
        let (low, borrow) = first.low.subtractingReportingOverflow(second.low)
        let high = first.high &- second.high &- (borrow ? 1 : 0)
        // |value| < |divisor| * 2^126, read off the upper bits.
        let top = high << 2 | Int128(truncatingIfNeeded: low >> 126)
        guard high.magnitude >> 125 == 0, top < magnitude, top >= -magnitude else { return nil }
        let shifted =
            shift == 0 ? low : low >> UInt128(shift) | UInt128(bitPattern: high) << UInt128(128 - shift)
        return Int128(bitPattern: shifted &* inverse)
    }

    /// The product of two signed 128-bit numbers as a signed 256-bit one.
    @inline(__always)
    private func product(_ a: Int128, _ b: Int128) -> (high: Int128, low: UInt128) {
        let (x, y) = (a.magnitude, b.magnitude)
        let (x0, x1) = (x & UInt128(UInt64.max), x >> 64)
        let (y0, y1) = (y & UInt128(UInt64.max), y >> 64)
        let (low, cross1, cross2, high) = (x0 &* y0, x0 &* y1, x1 &* y0, x1 &* y1)
        let middle = (low >> 64) &+ (cross1 & UInt128(UInt64.max)) &+ (cross2 & UInt128(UInt64.max))
        let lower = (low & UInt128(UInt64.max)) | middle << 64
        let upper = high &+ (cross1 >> 64) &+ (cross2 >> 64) &+ (middle >> 64)
        guard (a < 0) != (b < 0) else { return (Int128(bitPattern: upper), lower) }
        let (negated, carry) = (~lower).addingReportingOverflow(1)
        return (Int128(bitPattern: ~upper &+ (carry ? 1 : 0)), negated)
    }
}
