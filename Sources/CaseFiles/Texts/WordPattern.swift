import CaseModel

/// What is looked for: a word, a word with a star at its end or beginning, or several of them one after the other.
struct WordPattern: Hashable, Sendable {
    struct Word: Hashable, Sendable {
        let folded: [UInt8]
        let isOpenBefore: Bool, isOpenBehind: Bool

        func matches(_ word: ArraySlice<UInt8>) -> Bool {
            guard word.count >= folded.count else { return false }
            switch (isOpenBefore, isOpenBehind) {
            case (false, false): return word.elementsEqual(folded)
            case (false, true): return word.starts(with: folded)
            case (true, false): return word.suffix(folded.count).elementsEqual(folded)
            case (true, true):
                return (word.startIndex...word.endIndex - folded.count).contains {
                    word[$0...].starts(with: folded)
                }
            }
        }
    }

    let words: [Word]

    /// `nil` if the text holds no word.
    init?(_ text: String) {
        var words: [Word] = []
        for piece in text.split(whereSeparator: \.isWhitespace) {
            var table = WordTable()
            let level = LevelT(piece.utf8, .line)
            for index in level.paragraphs.indices { table.add(level[index], paragraph: index) }
            for index in 0..<table.count {
                words.append(
                    Word(
                        folded: Array(table.joined(index..<index + 1)),
                        isOpenBefore: index == 0 && piece.hasPrefix("*"),
                        isOpenBehind: index == table.count - 1 && piece.hasSuffix("*")))
            }
        }
        guard !words.isEmpty else { return nil }
        self.words = words
    }

    /// A star stands for the rest of a word, not for its middle.
    static func hasStarInside(_ text: String) -> Bool {
        text.split(whereSeparator: \.isWhitespace).contains { $0.dropFirst().dropLast().contains("*") }
    }

    /// Whether the pattern stands anywhere in a table.
    func isIn(_ table: WordTable) -> Bool {
        guard table.count >= words.count else { return false }
        return (0...table.count - words.count).contains { start in
            words.indices.allSatisfy { words[$0].matches(table.joined(start + $0..<start + $0 + 1)) }
        }
    }
}
