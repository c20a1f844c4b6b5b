import Numbers

/// A whole number that counts packages or names one by its rank.
///
/// A machine word nearly always does; larger spaces take two words, and after them any size.
protocol Tally: Comparable, Sendable {
    init(whole: Rational)
    static func + (left: Self, right: Self) -> Self
    static func * (left: Self, right: Self) -> Self
    var rational: Rational { get }
}

extension Int: Tally {
    init(whole: Rational) { self = whole.exactInt! }
    var rational: Rational { Rational(self) }
}

extension Int128: Tally {
    private static let half = Rational(1 << 62)

    init(whole: Rational) {
        let high = (whole / Int128.half).floor
        self = Int128(high.exactInt!) << 62 + Int128((whole - high * Int128.half).exactInt!)
    }

    var rational: Rational {
        Rational(Int(self >> 62)) * Int128.half + Rational(Int(self & (1 << 62 - 1)))
    }
}

extension Rational: Tally {
    init(whole: Rational) { self = whole }
    var rational: Rational { self }
}
