/// A piece of a game file: its kind, and where its bytes stand.
struct GameFileToken {
    enum Kind { case number, text, word, open, close, comma, end }

    let kind: Kind
    let range: Range<Int>
    /// Whether a text holds a backslash or a carriage return, so that its bytes are not yet its content.
    var isRaw = false
}

/// What ends the reading of a game file at once: its form is broken, and what follows could only be guessed.
struct GameFileFault: Error {
    let offset: Int
    let message: String
    let hint: String
}

/// Cuts the bytes of a game file into tokens, for both formats.
///
/// White space separates and means nothing else; a line end is white space. A token is cut only when it is asked for,
/// so that nothing behind the end of a tree is looked at.
///
/// - Complexity: O(*bytes*) over the whole file.
struct GameFileScanner {
    let bytes: [UInt8]
    let log: GameFileLog
    /// What exact arithmetic the numbers of the file may still cost.
    var work = ExactWork()
    private(set) var position: Int
    private var ahead: GameFileToken?

    init(_ log: GameFileLog) {
        (self.log, bytes, position) = (log, log.bytes, log.start)
    }

    /// The next token, which stays the next one.
    mutating func peek() throws(GameFileFault) -> GameFileToken {
        if let ahead { return ahead }
        let token = try scan()
        ahead = token
        return token
    }

    /// The next token, which is then behind us.
    mutating func take() throws(GameFileFault) -> GameFileToken {
        let token = try peek()
        ahead = nil
        return token
    }

    /// Goes behind the next bytes if they are, from the next token on, the same as an earlier stretch of whole tokens.
    mutating func skip(repeating earlier: Range<Int>) throws(GameFileFault) -> Bool {
        let start = try peek().range.lowerBound
        guard start + earlier.count <= bytes.count else { return false }
        for offset in 0..<earlier.count where bytes[start + offset] != bytes[earlier.lowerBound + offset] {
            return false
        }
        ahead = nil
        position = start + earlier.count
        return true
    }

    private mutating func scan() throws(GameFileFault) -> GameFileToken {
        while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
        guard position < bytes.count else { return GameFileToken(kind: .end, range: position..<position) }
        switch bytes[position] {
        case UInt8(ascii: "{"): return sign(.open)
        case UInt8(ascii: "}"): return sign(.close)
        case UInt8(ascii: ","): return sign(.comma)
        case UInt8(ascii: "\""): return try quoted()
        default: return run()
        }
    }

    private mutating func sign(_ kind: GameFileToken.Kind) -> GameFileToken {
        position += 1
        return GameFileToken(kind: kind, range: position - 1..<position)
    }

    /// A text in quotes; its range includes them.
    private mutating func quoted() throws(GameFileFault) -> GameFileToken {
        let start = position
        var isRaw = false
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                return GameFileToken(kind: .text, range: start..<position, isRaw: isRaw)
            }
            if byte == UInt8(ascii: "\\") {
                isRaw = true
                if position < bytes.count, bytes[position] == UInt8(ascii: "\"") { position += 1 }
            } else if byte < 0x20 || byte == 0x7F || byte == 0xC2 {
                if byte == 0x0D { isRaw = true }
                checkControl(byte)
            }
        }
        throw GameFileFault(
            offset: start, message: "the text that begins here has no end",
            hint: "close it with '\"'; a quote inside a text is written '\\\"'")
    }

    /// Complains about a control character just passed: it could command a terminal that prints the label.
    private func checkControl(_ byte: UInt8) {
        if byte == 0x09 || byte == 0x0A || byte == 0x0D { return }
        var code = byte
        if byte == 0xC2 {
            guard position < bytes.count, bytes[position] < 0xA0 else { return }
            code = bytes[position]
        }
        let name = String(code, radix: 16, uppercase: true)
        log.add(
            position - 1, "the control character U+\(name.count < 2 ? "000" : "00")\(name) stands in a text",
            hint: "delete it")
    }

    /// Everything up to the next white space, bracket, comma or quote: a number or a word.
    private mutating func run() -> GameFileToken {
        let start = position
        while position < bytes.count, !Self.isDelimiter(bytes[position]) { position += 1 }
        return GameFileToken(kind: Self.beginsNumber(bytes[start]) ? .number : .word, range: start..<position)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isDelimiter(_ byte: UInt8) -> Bool {
        isBlank(byte) || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ",")
            || byte == UInt8(ascii: "\"")
    }

    private static func beginsNumber(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }
}
