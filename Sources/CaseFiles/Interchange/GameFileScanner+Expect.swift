import Numbers

/// What readers ask for: a token of a certain kind, or a fault that says what was expected.
extension GameFileScanner {
    /// The content of a text: `\"` is a quote, any other backslash stays, and a line end is a line feed.
    func content(of token: GameFileToken) -> String {
        let inner = token.range.dropFirst().dropLast()
        if inner.isEmpty { return "" }
        guard token.isRaw else { return String(decoding: bytes[inner], as: UTF8.self) }
        var content: [UInt8] = []
        content.reserveCapacity(inner.count)
        for index in inner {
            let (byte, next) = (bytes[index], bytes[index + 1])
            let isEscape = byte == UInt8(ascii: "\\") && next == UInt8(ascii: "\"")
            let isReturn = byte == 0x0D && next == 0x0A
            if !isEscape && !isReturn { content.append(byte) }
        }
        return String(decoding: content, as: UTF8.self)
    }

    /// A token as a message may hold it: in quotes, and not longer than a line.
    func shown(_ token: GameFileToken) -> String {
        if token.kind == .end { return "the end of the file" }
        let text = String(decoding: bytes[token.range].prefix(160), as: UTF8.self).unicodeScalars
        return "'\(String(String.UnicodeScalarView(text.prefix(40))))\(text.count > 40 ? "…" : "")'"
    }

    func unexpected(_ token: GameFileToken, _ what: String, hint: String) -> GameFileFault {
        GameFileFault(
            offset: token.range.lowerBound, message: "\(what) is expected here, not \(shown(token))",
            hint: hint)
    }

    mutating func text(_ what: String) throws(GameFileFault) -> String {
        let token = try take()
        guard token.kind == .text else {
            throw unexpected(token, what, hint: "write it in quotes; without a name it is '\"\"'")
        }
        return content(of: token)
    }

    @discardableResult
    mutating func bracket(
        _ kind: GameFileToken.Kind, _ what: String, hint: String
    ) throws(GameFileFault) -> GameFileToken {
        let token = try take()
        guard token.kind == kind else { throw unexpected(token, what, hint: hint) }
        return token
    }

    /// A number; one that is misspelt is reported and read as `nil`, for its place is clear all the same.
    mutating func number(_ what: String) throws(GameFileFault) -> (value: Rational?, token: GameFileToken) {
        let token = try take()
        guard token.kind == .number else {
            throw unexpected(token, what, hint: "write 12, -0.5, 3/5 or 1.5e-3")
        }
        return (try value(of: token), token)
    }

    private mutating func value(of token: GameFileToken) throws(GameFileFault) -> Rational? {
        if let value = GameFileNumber.short(bytes, token.range) { return value }
        let number: GameFileNumber
        do throws(GameFileNumber.Wrong) {
            number = try GameFileNumber(bytes, token.range)
        } catch {
            log.add(token.range.lowerBound, error.message(about: shown(token)), hint: error.hint)
            return nil
        }
        try spend(number.weight, at: token)
        return number.value
    }

    /// A whole number of at least `least`; another one is reported and read as `nil`.
    mutating func whole(_ what: String, atLeast least: Int) throws(GameFileFault) -> Int? {
        let (value, token) = try number(what)
        guard let value else { return nil }
        if let whole = value.exactInt, whole >= least { return whole }
        log.add(
            token.range.lowerBound, "\(what) is no whole number from \(least) on: \(shown(token))",
            hint: "write \(least), \(least + 1) and so on")
        return nil
    }

    /// Labels in braces: `{ "left" "right" }`. A comma between them is reported and passed over.
    mutating func labels(_ what: String) throws(GameFileFault) -> [String] {
        try bracket(.open, "'{' before \(what)", hint: "write { \"left\" \"right\" }")
        var labels: [String] = []
        while true {
            let token = try take()
            switch token.kind {
            case .text: labels.append(content(of: token))
            case .comma: reportComma(token, "labels")
            case .close: return labels
            default: throw unexpected(token, "a label in quotes or '}'", hint: "write { \"left\" \"right\" }")
            }
        }
    }

    func reportComma(_ token: GameFileToken, _ what: String) {
        log.add(
            token.range.lowerBound, "no comma stands between \(what)",
            hint: "delete it; only the payoffs of an outcome may have commas")
    }

    /// Takes from what exact arithmetic may cost; long numbers could otherwise keep the reader busy for hours.
    mutating func spend(_ digits: Int, at token: GameFileToken) throws(GameFileFault) {
        guard !work.spend(digits) else { return }
        throw GameFileFault(
            offset: token.range.lowerBound,
            message: "the file holds too many long numbers to be read exactly",
            hint: "round them, or write them over one common denominator")
    }
}

/// What exact arithmetic with long numbers may cost in one file.
struct ExactWork {
    /// In squares of digits: 50 decimals of 10 000 digits, or half a million fractions of 100; some seconds.
    var rest = 20_000_000_000

    /// Whether there is still room for an operation on numbers of together so many digits.
    mutating func spend(_ digits: Int) -> Bool {
        rest -= digits * (digits + 100)
        return rest >= 0
    }
}
