import Numbers

/// A range of numbers in floating point whose ends are rounded outward, so that it holds every exact result.
struct RoundedInterval: Hashable, Sendable {
    var low: Double
    var high: Double

    init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }

    /// The short range around a fraction.
    init(_ value: Rational) {
        let near = Double(value)
        self.init(near.nextDown, near.nextUp)
    }

    var width: Double { high - low }
    var middle: Double { low + (high - low) / 2 }

    func contains(_ value: Double) -> Bool { low <= value && value <= high }

    func isInside(_ other: RoundedInterval) -> Bool { other.low < low && high < other.high }

    func meet(_ other: RoundedInterval) -> RoundedInterval? {
        let (low, high) = (max(low, other.low), min(high, other.high))
        return low <= high ? RoundedInterval(low, high) : nil
    }

    static func + (a: RoundedInterval, b: RoundedInterval) -> RoundedInterval {
        RoundedInterval((a.low + b.low).nextDown, (a.high + b.high).nextUp)
    }

    static func - (a: RoundedInterval, b: RoundedInterval) -> RoundedInterval {
        RoundedInterval((a.low - b.high).nextDown, (a.high - b.low).nextUp)
    }

    static func * (a: RoundedInterval, b: RoundedInterval) -> RoundedInterval {
        let (p, q, r, s) = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
        return RoundedInterval(min(p, q, r, s).nextDown, max(p, q, r, s).nextUp)
    }
}
