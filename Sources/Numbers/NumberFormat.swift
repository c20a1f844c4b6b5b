/// How numbers are printed: the same digits everywhere, whatever the machine's locale.
public enum NumberFormat: Sendable {
    /// English text: decimal point, narrow no-break space between groups of three.
    case english
    /// German text: decimal comma, narrow no-break space between groups of three.
    case german
    /// JSON and CSV: decimal point, no groups.
    case plain

    private var mark: String { self == .german ? "," : "." }

    /// The value with at most `places` digits behind the decimal mark.
    ///
    /// An exact value that needs fewer is printed with fewer; otherwise it is rounded, half away from zero.
    public func text(_ value: Rational, places: Int = 3) -> String {
        let needed = value.exactPlaces.map { min($0, places) } ?? places
        let (negative, whole, fraction) = value.digits(places: needed)
        let minus = self == .plain ? "-" : "\u{2212}"
        return (negative ? minus : "") + grouped(whole) + (fraction.isEmpty ? "" : mark + fraction)
    }

    /// A range as `low–high`, or the value alone.
    ///
    /// Ends that have to be rounded are rounded outward, so that the printed range holds the exact one.
    public func text(_ interval: Interval, places: Int = 3) -> String {
        guard !interval.isPoint else { return text(interval.low, places: places) }
        let scale = (0..<places).reduce(Rational.one) { value, _ in value * 10 }
        let low = (interval.low * scale).floor / scale
        let high = -(-interval.high * scale).floor / scale
        return "\(text(low, places: places))\u{2013}\(text(high, places: places))"
    }

    /// A whole number.
    public func text(_ value: Int) -> String { text(Rational(value)) }

    /// A quantity in words of its form: point and range, "about", and the unit as written.
    public func text(_ quantity: Quantity) -> String {
        let number =
            switch quantity.form {
            case .constant(let value): text(value)
            case .uniform(let range): text(range)
            case .pointInRange(let point, let range): "\(text(point)) [\(text(range))]"
            case .triangle(let low, let mode, let high): "\(text(mode)) [\(text(Interval(low, high)))]"
            case .level(let word, let range): "\(word) [\(text(range))]"
            }
        return (quantity.isAbout ? "≈ " : "") + number + (quantity.unit.map { "\u{a0}" + $0 } ?? "")
    }

    /// Groups from five digits on, as the SI brochure advises.
    private func grouped(_ digits: String) -> String {
        guard self != .plain, digits.count > 4 else { return digits }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result += "\u{202f}" }
            result.append(digit)
        }
        return result
    }

    /// A measured value for JSON: at most 9 significant digits, never an exponent below 10^15, `null` if not finite.
    public static func json(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        guard value != 0 else { return "0" }
        let exponent = Int(value.magnitude.logBase10.rounded(.down))
        guard (-9...15).contains(exponent) else { return exponential(value, exponent) }
        let exact = Rational(exactly: value)
        return trimmed(plain.text(exact, places: max(0, 8 - exponent)))
    }

    private static func exponential(_ value: Double, _ exponent: Int) -> String {
        var exact = Rational(exactly: value)
        let ten: Rational = 10
        for _ in 0..<exponent.magnitude { exact = exponent > 0 ? exact / ten : exact * ten }
        return "\(trimmed(plain.text(exact, places: 8)))e\(exponent)"
    }

    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        let kept = number.reversed().drop { $0 == "0" }.drop { $0 == "." }
        return String(kept.reversed())
    }
}
