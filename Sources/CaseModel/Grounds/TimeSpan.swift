public import Numbers

/// A length of time as a case writes it: `100 days`, `2 weeks`, `6 months`, `1 year`.
///
/// Months and years are not equally long, so the days are a range.
public struct TimeSpan: Hashable, Sendable {
    /// From the least to the most days.
    public let days: Interval

    /// `nil` if the text is no length of time.
    public init?(reading text: String) {
        let parts = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard parts.count == 2, let number = try? Rational(reading: parts[0]), number.signum >= 0,
            let unit = Self.units[parts[1]]
        else { return nil }
        days = Interval(number * unit.low, number * unit.high)
    }

    private static let units: [String: Interval] = {
        let lengths: [(String, Int, Int)] = [
            ("day", 1, 1), ("week", 7, 7), ("month", 28, 31), ("year", 365, 366),
        ]
        return Dictionary(
            uniqueKeysWithValues: lengths.flatMap { name, low, high in
                [name, name + "s"].map { ($0, Interval(Rational(low), Rational(high))) }
            })
    }()
}
