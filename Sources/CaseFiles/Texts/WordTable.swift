/// Level W, "the same words": the folded words of a text and where each stands (`Guides/Methods.md`, text levels).
///
/// The folded words lie one after the other, each followed by a space: any run of words is a slice of bytes,
/// already joined as it is hashed.
struct WordTable {
    private(set) var folded: [UInt8] = []
    /// Where each word begins in `folded`, and behind the last the end.
    private(set) var starts: [Int32] = [0]
    /// Where each word stands in the text, in bytes.
    private(set) var places: [Range<Int32>] = []
    private(set) var paragraphs: [Int32] = []

    var count: Int { places.count }

    /// The bytes of the words of a range, joined by spaces.
    func joined(_ range: Range<Int>) -> ArraySlice<UInt8> {
        range.isEmpty ? [] : folded[Int(starts[range.lowerBound])..<Int(starts[range.upperBound]) - 1]
    }

    func word(_ index: Int) -> String { String(decoding: joined(index..<index + 1), as: UTF8.self) }

    /// Forgets everything, and keeps the room for what comes next.
    mutating func removeAll() {
        folded.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        paragraphs.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        starts.append(0)
    }

    /// Words after which a hyphen at the end of a line is a suspended one: "Zoll- und Steuerfragen".
    private static let conjunctions: Set<String> = [
        "und", "oder", "bis", "sowie", "bzw", "beziehungsweise", "and", "or", "и", "или", "і", "й", "та", "або", "чи",
    ]

    /// Adds the words of a paragraph at level T.
    mutating func add(_ text: some Collection<UInt8>, at offset: Int = 0, paragraph: Int) {
        if text.withContiguousStorageIfAvailable({ scan($0, offset, paragraph) }) == nil {
            Array(text).withUnsafeBufferPointer { scan($0, offset, paragraph) }
        }
    }

    private mutating func scan(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ paragraph: Int) {
        let folding = Folding.shared
        var open: (start: Int, isDifficult: Bool, joins: Bool)?
        var wasLetter = false
        // The end of the word before, if a line-break hyphen may join it to the next.
        var joinable = -3
        var position = 0
        while position < text.count {
            let (scalar, length) = Self.scalar(text, at: position)
            let entry = folding(scalar)
            var belongs = entry.role != .boundary
            if entry.role == .apostrophe {
                belongs = open != nil && wasLetter && isLetter(text, at: position + length, folding)
            }
            if belongs {
                if open == nil {
                    let joins =
                        joinable == position - 2 && text[joinable] == 0x2D && text[joinable + 1] == 0x20
                        && entry.isLowercase
                    open = (position, false, joins)
                }
                switch entry.role {
                case .letter, .number: append(entry)
                case .difficult: open?.isDifficult = true
                case .apostrophe, .superscript, .boundary: break
                }
                if entry.role != .apostrophe {
                    wasLetter = entry.role == .letter || entry.role == .difficult && Folding.isLetter(scalar)
                }
            } else if let word = open {
                joinable = close(word, at: position, text, offset, paragraph, joinable)
                open = nil
            }
            position += length
        }
        if let word = open { _ = close(word, at: position, text, offset, paragraph, joinable) }
    }

    private mutating func append(_ entry: Folding.Entry) {
        var bytes = entry.bytes
        for _ in 0..<entry.count {
            folded.append(UInt8(truncatingIfNeeded: bytes))
            bytes >>= 8
        }
    }

    /// Closes the word; tells where the next may be joined to it.
    private mutating func close(
        _ word: (start: Int, isDifficult: Bool, joins: Bool), at end: Int, _ text: UnsafeBufferPointer<UInt8>,
        _ offset: Int, _ paragraph: Int, _ joinable: Int
    ) -> Int {
        let start = Int(starts[count])
        if word.isDifficult {
            folded.removeLast(folded.count - start)
            folded += Folding.fold(String(decoding: text[word.start..<end], as: UTF8.self)).utf8
        }
        // Nothing but marks of footnotes is no word.
        guard folded.count > start else { return joinable }
        if word.joins, !Self.conjunctions.contains(String(decoding: folded[start...], as: UTF8.self)) {
            folded.remove(at: start - 1)
            folded.append(0x20)
            starts[count] = Int32(folded.count)
            places[count - 1] = places[count - 1].lowerBound..<Int32(offset + end)
            return -3
        }
        folded.append(0x20)
        starts.append(Int32(folded.count))
        places.append(Int32(offset + word.start)..<Int32(offset + end))
        paragraphs.append(Int32(paragraph))
        return end
    }

    private func isLetter(_ text: UnsafeBufferPointer<UInt8>, at position: Int, _ folding: Folding) -> Bool {
        guard position < text.count else { return false }
        let (scalar, _) = Self.scalar(text, at: position)
        switch folding(scalar).role {
        case .letter: return true
        case .difficult: return Folding.isLetter(scalar)
        default: return false
        }
    }

    /// The scalar that begins at a byte of valid UTF-8, and its length.
    static func scalar(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(text[position])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        var value = first & (0x7F >> UInt32(length))
        for index in 1..<length where position + index < text.count {
            value = value << 6 | UInt32(text[position + index]) & 0x3F
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
