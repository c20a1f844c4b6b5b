/// A number as an analyst gives it: exact, a range, a best guess in a range, or a word for a range.
///
/// It stays what it is until a reader asks for a point; a method that needs one says when it took the midpoint.
public struct Quantity: Hashable, Sendable {
    /// The forms in which a case may write a number.
    public enum Form: Hashable, Sendable {
        /// `0.3`, `3/5`: the value itself.
        case constant(Rational)
        /// `0.2..0.5`: no point, drawn evenly.
        case uniform(Interval)
        /// `{point: 0.05, range: 0..0.15}`: a point, drawn evenly from the range.
        case pointInRange(Rational, Interval)
        /// `{low: 0.2, mode: 0.3, high: 0.5}`: a point, drawn from the triangle.
        case triangle(low: Rational, mode: Rational, high: Rational)
        /// `low`, `medium`: a word that the case maps to a range.
        case level(String, Interval)
    }

    /// The number.
    public let form: Form
    /// Its unit as written (`EUR bn`, `persons`, `probability`), or `nil` for a bare number.
    public let unit: String?
    /// Whether the source gives the number only approximately ("about 210").
    public let isAbout: Bool

    /// A number with its unit.
    public init(_ form: Form, unit: String? = nil, isAbout: Bool = false) {
        self.form = form
        self.unit = unit
        self.isAbout = isAbout
    }

    /// The value that was named as such, if one was.
    public var point: Rational? {
        switch form {
        case .constant(let value), .pointInRange(let value, _): value
        case .triangle(_, let mode, _): mode
        case .uniform, .level: nil
        }
    }

    /// All values that the number may take.
    public var range: Interval {
        switch form {
        case .constant(let value): Interval(value)
        case .uniform(let interval), .pointInRange(_, let interval), .level(_, let interval): interval
        case .triangle(let low, _, let high): Interval(low, high)
        }
    }

    /// The point, or the middle of the range where none was named; `isMidpoint` tells which.
    public var pointOrMidpoint: (value: Rational, isMidpoint: Bool) {
        point.map { ($0, false) } ?? (range.midpoint, true)
    }

    /// The value at the share `u` of the distribution (the inverse distribution function).
    ///
    /// - Parameter u: Strictly between 0 and 1.
    /// - Returns: The value that a share `u` of all draws stays below.
    public func value(atShare u: Double) -> Double {
        switch form {
        case .constant(let value):
            return Double(value)
        case .uniform, .pointInRange, .level:
            let low = Double(range.low)
            return low + u * (Double(range.high) - low)
        case .triangle(let low, let mode, let high):
            let (a, m, b) = (Double(low), Double(mode), Double(high))
            guard b > a else { return a }
            let turn = (m - a) / (b - a)
            return u < turn
                ? a + (u * (b - a) * (m - a)).squareRoot()
                : b - ((1 - u) * (b - a) * (b - m)).squareRoot()
        }
    }
}
