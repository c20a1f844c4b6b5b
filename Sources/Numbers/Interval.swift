/// A closed range of exact numbers, `low ... high`.
///
/// Arithmetic gives the smallest interval that holds every result, so a bound that is printed is a proven one.
public struct Interval: Hashable, Sendable {
    /// The smallest value.
    public let low: Rational
    /// The largest value.
    public let high: Rational

    /// The values from `low` to `high`.
    ///
    /// - Precondition: `low <= high`.
    public init(_ low: Rational, _ high: Rational) {
        precondition(low <= high, "an interval runs from its smaller to its larger end")
        self.low = low
        self.high = high
    }

    /// A single value.
    public init(_ point: Rational) { self.init(point, point) }

    /// From 0 to 1.
    public static let unit = Interval(0, 1)

    /// Whether the interval is a single value.
    public var isPoint: Bool { low == high }
    /// How much the ends differ.
    public var width: Rational { high - low }
    /// The value half way.
    public var midpoint: Rational { (low + high) / 2 }

    /// Whether `value` lies in the interval.
    public func contains(_ value: Rational) -> Bool { low <= value && value <= high }
    /// Whether every value of `other` lies in the interval.
    public func contains(_ other: Interval) -> Bool { low <= other.low && other.high <= high }
    /// Whether the two have a value in common.
    public func overlaps(_ other: Interval) -> Bool { low <= other.high && other.low <= high }

    /// The smallest interval that holds both.
    public func hull(_ other: Interval) -> Interval { Interval(min(low, other.low), max(high, other.high)) }

    /// The smallest interval that holds all `values`; `nil` if there are none.
    public static func hull(of values: some Sequence<Rational>) -> Interval? {
        values.reduce(nil as Interval?) { $0?.hull(Interval($1)) ?? Interval($1) }
    }

    /// The smallest and the largest distance between a value of the one and a value of the other.
    public func distance(to other: Interval) -> Interval {
        let nearest = max(0, max(other.low - high, low - other.high))
        return Interval(nearest, max((other.high - low).magnitude, (high - other.low).magnitude))
    }

    /// All sums.
    public static func + (left: Interval, right: Interval) -> Interval {
        Interval(left.low + right.low, left.high + right.high)
    }

    /// All differences.
    public static func - (left: Interval, right: Interval) -> Interval {
        Interval(left.low - right.high, left.high - right.low)
    }

    /// All products.
    public static func * (left: Interval, right: Interval) -> Interval {
        let corners = [
            left.low * right.low, left.low * right.high, left.high * right.low, left.high * right.high,
        ]
        return Interval(corners.min()!, corners.max()!)
    }

    /// All multiples by one number.
    public static func * (scale: Rational, interval: Interval) -> Interval { Interval(scale) * interval }

    /// All quotients; `nil` if the divisor may be zero.
    public static func / (left: Interval, right: Interval) -> Interval? {
        right.contains(0) ? nil : left * Interval(1 / right.high, 1 / right.low)
    }
}

extension Interval: CustomStringConvertible {
    /// `1/5..1/2`, or the value alone.
    public var description: String { isPoint ? "\(low)" : "\(low)..\(high)" }
}
