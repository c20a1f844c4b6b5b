import Numbers

/// A name and what it is set to, as typed: `form=vague`, `keep=0..1`.
struct CommandPair {
    let name: String
    let text: String
    /// The number or range, if it is one.
    let number: Quantity?

    init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        (name, self.text) = (parts[0], parts[1])
        number = Self.number(parts[1])
    }

    /// A name with a number or a range.
    init?(parameter text: String) {
        self.init(text)
        if number == nil { return nil }
    }

    private static func number(_ text: String) -> Quantity? {
        if let number = try? Rational(reading: text) { return Quantity(.constant(number)) }
        guard let dots = text.firstRange(of: ".."),
            let low = try? Rational(reading: String(text[..<dots.lowerBound])),
            let high = try? Rational(reading: String(text[dots.upperBound...])), low <= high
        else { return nil }
        return Quantity(.uniform(Interval(low, high)))
    }
}
