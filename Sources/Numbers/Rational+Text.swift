import BigInt

/// Why a text is not a number of a case.
public enum NumberProblem: Error, Hashable, Sendable {
    /// Not of the form `12`, `-0.5` or `3/5`.
    case form
    /// A decimal comma.
    case comma
    /// A percent sign.
    case percent
    /// More than 18 digits.
    case digits
    /// A fraction over zero.
    case zeroDenominator
}

extension Rational {
    /// The most digits that a number may have.
    public static let digitLimit = 18

    /// Reads `600000`, `-2`, `0.3` or `3/5` exactly.
    ///
    /// Nothing else is a number: no comma, no `_`, no `%`, no exponent, no `0x10`, no `nan`, no leading `+` or
    /// superfluous zero.
    ///
    /// - Throws: ``NumberProblem``.
    public init(reading text: String) throws(NumberProblem) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw .form }
        guard text.utf8.count(where: { (0x30...0x39).contains($0) }) <= Self.digitLimit else { throw .digits }
        let first = try Self.decimal(parts[0])
        guard parts.count == 2 else {
            self = first
            return
        }
        let second = try Self.decimal(parts[1])
        guard first.isInteger, second.isInteger, !parts[0].contains("."), !parts[1].contains("."),
            second.signum >= 0, !parts[1].hasPrefix("-")
        else { throw .form }
        guard second.signum > 0 else { throw .zeroDenominator }
        self = first / second
    }

    private static func decimal(_ text: Substring) throws(NumberProblem) -> Rational {
        if text.contains("%") { throw .percent }
        if text.contains(",") { throw .comma }
        var body = Array(text.utf8)
        let negative = body.first == UInt8(ascii: "-")
        if negative { body.removeFirst() }
        let pieces = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard pieces.count <= 2, pieces.allSatisfy({ isDigits($0) }) else { throw .form }
        guard pieces[0].count == 1 || pieces[0].first != UInt8(ascii: "0") else { throw .form }
        var value = 0
        for digit in pieces.joined() { value = value * 10 + Int(digit - 0x30) }  // at most 18 digits: fits
        var scale = 1
        for _ in 0..<(pieces.count == 2 ? pieces[1].count : 0) { scale *= 10 }
        return Rational(negative ? -value : value, over: scale)
    }

    private static func isDigits(_ bytes: ArraySlice<UInt8>) -> Bool {
        !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
}

extension Rational: CustomStringConvertible {
    /// `3/5` or `42`: the exact value in lowest terms, as answers in JSON hold it.
    public var description: String {
        let (numerator, denominator) = parts
        return denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
    }

    /// The decimal digits of the value rounded to `places` digits behind the point, half away from zero.
    ///
    /// - Precondition: `places` is not negative.
    func digits(places: Int) -> (negative: Bool, whole: String, fraction: String) {
        precondition(places >= 0, "a number of places is not negative")
        let (numerator, denominator) = parts
        let scale = BigUInt(10).power(places)
        let doubled = numerator.magnitude * scale * 2 + denominator.magnitude
        let rounded = String(doubled / (denominator.magnitude * 2))
        let padded = String(repeating: "0", count: max(0, places + 1 - rounded.count)) + rounded
        let nonzero = padded.contains { $0 != "0" }
        return (signum < 0 && nonzero, String(padded.dropLast(places)), String(padded.suffix(places)))
    }

    /// How many digits behind the point write the value exactly; `nil` if no finite number does.
    var exactPlaces: Int? {
        var (rest, twos, fives) = (parts.denominator, 0, 0)
        while rest % 2 == 0 { (rest, twos) = (rest / 2, twos + 1) }
        while rest % 5 == 0 { (rest, fives) = (rest / 5, fives + 1) }
        return rest == 1 ? max(twos, fives) : nil
    }
}
