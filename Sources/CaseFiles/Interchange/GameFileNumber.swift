import Numbers

/// A number as the game formats spell it: `12`, `-0.5`, `.80`, `+3`, `-1/2`, `1.0e-3`; its value is exact.
///
/// Behind a leading point there is no exponent, and a fraction has one sign, before it.
struct GameFileNumber {
    /// The most digits, and the largest exponent in either direction.
    static let limit = 10_000

    /// Why a spelling is no number.
    enum Wrong: Error {
        case form, leadingPoint, secondSign, zeroDenominator, digits, exponent

        func message(about shown: String) -> String {
            switch self {
            case .form, .leadingPoint, .secondSign: "\(shown) is no number"
            case .zeroDenominator: "\(shown) divides by zero"
            case .digits: "\(shown) has more than \(GameFileNumber.limit) digits"
            case .exponent: "the exponent of \(shown) is beyond \(GameFileNumber.limit)"
            }
        }

        var hint: String {
            switch self {
            case .form: "write 12, -0.5, 3/5 or 1.5e-3"
            case .leadingPoint: "write a digit before the point if there is an exponent, as in 0.5e3"
            case .secondSign: "write the sign before the fraction, as in -1/2"
            case .zeroDenominator: "write another denominator"
            case .digits, .exponent: "round it, or choose another unit for all payoffs"
            }
        }
    }

    let value: Rational
    /// How many digits it takes when written out.
    let weight: Int

    /// The value of a whole number, fraction or decimal of at most 18 digits; `nil` for everything else.
    ///
    /// Nearly all numbers of a file go this way, in machine words.
    static func short(_ bytes: [UInt8], _ range: Range<Int>) -> Rational? {
        var index = range.lowerBound
        let isNegative = bytes[index] == UInt8(ascii: "-")
        if isNegative || bytes[index] == UInt8(ascii: "+") { index += 1 }
        guard index < range.upperBound, range.upperBound - index <= 19 else { return nil }
        var (above, below, digits) = (0, 1, 0)
        var point: Int?
        while index < range.upperBound {
            let digit = bytes[index] &- 0x30
            if digit < 10 {
                (above, digits) = (above &* 10 &+ Int(digit), digits + 1)
                if point != nil { below &*= 10 }
            } else if bytes[index] == UInt8(ascii: "."), point == nil {
                point = index
            } else {
                return nil
            }
            index += 1
        }
        guard (1...18).contains(digits) else { return nil }
        let signed = isNegative ? -above : above
        return below == 1 ? Rational(signed) : Rational(signed, over: below)
    }

    /// Reads a number of any length and form.
    ///
    /// - Throws: Why it is none.
    init(_ bytes: [UInt8], _ range: Range<Int>) throws(Wrong) {
        var spelling = Spelling(rest: bytes[range])
        let isNegative = spelling.takeSign()
        let whole = spelling.takeDigits()
        if !whole.isEmpty, spelling.take("/") {
            let below = try spelling.takeDenominator()
            guard whole.count + below.count <= Self.limit else { throw .digits }
            let bottom = Self.value(below, 0)
            guard bottom.signum > 0 else { throw .zeroDenominator }
            let top = Self.value(whole, 0)
            (value, weight) = ((isNegative ? -top : top) / bottom, whole.count + below.count)
            return
        }
        let fraction = spelling.take(".") ? spelling.takeDigits() : []
        guard !whole.isEmpty || !fraction.isEmpty else { throw .form }
        let exponent = try spelling.takeExponent()
        if exponent != nil, whole.isEmpty { throw .leadingPoint }
        guard spelling.rest.isEmpty else { throw .form }
        guard whole.count + fraction.count <= Self.limit else { throw .digits }
        guard (exponent ?? 0).magnitude <= Self.limit else { throw .exponent }
        let scale = (exponent ?? 0) - fraction.count
        let size = Self.value(whole + fraction, scale)
        (value, weight) = (isNegative ? -size : size, whole.count + fraction.count + Int(scale.magnitude))
    }

    private static func value(_ digits: ArraySlice<UInt8>, _ exponent: Int) -> Rational {
        guard digits.count > 18 || exponent != 0 else {
            return Rational(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
        }
        return Rational(digits: String(decoding: digits, as: UTF8.self), timesTenTo: exponent)
    }
}

extension GameFileNumber {
    /// Digits times a power of ten, spelt within the limits as far as these allow.
    static func text(_ digits: String, timesTenTo exponent: Int) -> String {
        let power = min(max(exponent, -limit), limit)
        let rest = Int((exponent - power).magnitude)
        func zeros(_ count: Int) -> String { String(repeating: "0", count: max(0, count)) }
        if exponent >= power { return "\(digits)\(zeros(rest))e\(power)" }
        let padded = zeros(rest + 1 - digits.utf8.count) + digits
        return "\(padded.dropLast(rest)).\(padded.suffix(rest))e\(power)"
    }
}

/// What is left of a number while it is taken apart.
private struct Spelling {
    var rest: ArraySlice<UInt8>

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == sign.value else { return false }
        rest.removeFirst()
        return true
    }

    /// Whether a minus stands here; a plus is passed over.
    mutating func takeSign() -> Bool {
        if take("-") { return true }
        _ = take("+")
        return false
    }

    mutating func takeDigits() -> ArraySlice<UInt8> {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        rest = rest[digits.endIndex...]
        return digits
    }

    mutating func takeDenominator() throws(GameFileNumber.Wrong) -> ArraySlice<UInt8> {
        if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { throw .secondSign }
        let digits = takeDigits()
        guard !digits.isEmpty, rest.isEmpty else { throw .form }
        return digits
    }

    /// The exponent, if there is one; beyond the limit it is only known to be too large.
    mutating func takeExponent() throws(GameFileNumber.Wrong) -> Int? {
        guard take("e") || take("E") else { return nil }
        let isNegative = takeSign()
        let digits = takeDigits()
        guard !digits.isEmpty else { throw .form }
        let size = digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), GameFileNumber.limit + 1) }
        return isNegative ? -size : size
    }
}
