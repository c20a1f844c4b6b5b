/// One pass over a stretch of UTF-8 that gives its words, folded.
struct WordScan {
    let scalars: ScalarScan
    private var text: UnsafeBufferPointer<UInt8> { scalars.text }

    /// Words after which a hyphen at the end of a line is a suspended one: "Zoll- und Steuerfragen".
    private static let conjunctions: Set<String> = [
        "und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "and", "or", "и", "или", "і", "й", "та",
        "або", "чи",
    ]

    /// What stands between the word before and the next one.
    private enum Gap { case none, hyphen, hyphenAndSpace, other }

    /// A word that is being read.
    private struct Open {
        var start: Int
        var isDifficult = false
        /// Whether a hyphen at a line's end stands before it, and it begins in lower case.
        var mayJoin = false
    }

    /// Gives every word: its folded form with a space behind it, where it stands, and whether it belongs to the one before.
    ///
    /// - Parameters:
    ///   - onlyPlain: Stop where level T would change the text.
    ///   - found: Takes the words one by one.
    /// - Returns: Whether the whole text was read.
    func run(
        onlyPlain: Bool, _ found: (UnsafeBufferPointer<UInt8>, Range<Int>, _ joins: Bool) -> Void
    ) -> Bool {
        // A letter that folds to more than three times its length is difficult.
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * text.count + 8) { buffer in
            var (length, position, gap, wasLetter, hasJoined) = (0, 0, Gap.other, false, false)
            var open: Open?
            func give(_ folded: UnsafeBufferPointer<UInt8>, _ word: Open) -> Bool {
                // Nothing but marks of footnotes is no word.
                guard folded.count > 1 else { return false }
                hasJoined = word.mayJoin && !Self.isConjunction(folded)
                found(folded, word.start..<position, hasJoined)
                return true
            }
            func close(_ word: Open) {
                buffer[length] = 0x20
                let end = length
                length = 0
                let isFound =
                    word.isDifficult
                    ? Self.withFolded(text, word.start..<position) { give($0, word) }
                    : give(UnsafeBufferPointer(rebasing: buffer[0...end]), word)
                if isFound { gap = .none }
            }
            while position < text.count {
                let (entry, width) = scalars.entry(at: position)
                if onlyPlain, !entry.isPlain { return false }
                switch entry.role {
                case .boundary, .space:
                    if let word = open {
                        close(word)
                        open = nil
                    }
                    gap = Self.next(gap, entry.role, text[position])
                case .apostrophe:
                    if open != nil, wasLetter, scalars.isLetter(at: position + width) { break }
                    if let word = open {
                        close(word)
                        open = nil
                    }
                    gap = .other
                case .letter, .number, .difficult, .superscript:
                    if open == nil {
                        open = Open(
                            start: position,
                            mayJoin: gap == .hyphenAndSpace && !hasJoined && entry.isLowercase)
                    }
                    var bytes = entry.bytes
                    for _ in 0..<entry.count {
                        buffer[length] = UInt8(truncatingIfNeeded: bytes)
                        length += 1
                        bytes >>= 8
                    }
                    if entry.role == .difficult { open?.isDifficult = true }
                    wasLetter =
                        entry.role == .letter || entry.role == .difficult && scalars.isLetter(at: position)
                }
                position += width
            }
            if let word = open { close(word) }
            return true
        }
    }

    private static func next(_ gap: Gap, _ role: Folding.Role, _ byte: UInt8) -> Gap {
        switch gap {
        case .none: byte == 0x2D ? .hyphen : .other
        case .hyphen, .hyphenAndSpace: role == .space ? .hyphenAndSpace : .other
        case .other: .other
        }
    }

    private static func isConjunction(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        conjunctions.contains(String(decoding: word.dropLast(), as: UTF8.self))
    }

    /// A difficult word folded by definition, with a space behind it.
    private static func withFolded(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        Array((Folding.fold(String(decoding: text[range], as: UTF8.self)) + " ").utf8)
            .withUnsafeBufferPointer(body)
    }
}
