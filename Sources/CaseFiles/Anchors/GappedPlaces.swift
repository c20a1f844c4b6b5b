import CaseModel

/// Places of a passage whose parts have something between them, such as a footnote that cuts a sentence.
///
/// A part ends with its paragraph and the next begins with one; up to so many paragraphs may stand between.
struct GappedPlaces {
    static let widestGap = 8

    private let index: PassageIndex
    private let anchor: Anchor
    /// How many paragraphs each stretch has that something stands behind, and how many stood there.
    private let shape: [(paragraphs: Int, gap: Int)]

    init(index: PassageIndex, anchor: Anchor) {
        var (shape, paragraphs) = ([(paragraphs: Int, gap: Int)](), 1)
        for (part, next) in zip(anchor.parts, anchor.parts.dropFirst()) {
            let gap = next.paragraph - part.paragraph - 1
            if gap > 0 { shape.append((paragraphs, gap)) }
            paragraphs = gap > 0 ? 1 : paragraphs + 1
        }
        (self.index, self.anchor, self.shape) = (index, anchor, shape)
    }

    /// All places where exactly the words of the anchor stand, the gaps as wide as they were, narrower or wider.
    func all() -> [[Range<Int>]] {
        let marks = anchor.marks
        return starts.sorted().compactMap { start in
            let whole = start + marks.words <= index.count ? [[start..<start + marks.words]] : []
            return (whole + walks(from: start, words: marks.words, shape[...])).first {
                index.wordsHash($0) == marks.wordsHash
            }
        }
    }

    /// Where the passage may begin: not far before one of its runs of words, on this side of a gap or before one.
    private var starts: Set<Int> {
        let words = anchor.marks.words
        var starts = Set(index.stretches(of: anchor.parts).prefix(1).map(\.lowerBound))
        for position in Set(anchor.marks.sketch.flatMap { index.positions[$0] ?? [] }) {
            starts.formUnion(max(0, position - words)...position)
            for end in index.paragraphEnds(before: position, within: Self.widestGap + 1) where !shape.isEmpty
            {
                starts.formUnion(max(0, end - words)..<end)
            }
        }
        return starts
    }

    /// Every way to read so many words from a start with the stretches of the shape.
    ///
    /// Many gaps would make too many ways; then each is taken as wide as it was.
    private func walks(from start: Int, words: Int, _ shape: ArraySlice<(paragraphs: Int, gap: Int)>)
        -> [[Range<Int>]]
    {
        guard let first = shape.first else {
            return start + words <= index.count && words > 0 ? [[start..<start + words]] : []
        }
        var end = start
        for _ in 0..<first.paragraphs where end < index.count { end = index.endOfParagraph(end) }
        guard end - start < words, end < index.count else { return [] }
        let nexts = [end] + index.paragraphStarts(after: end, within: Self.widestGap)
        let allowed = self.shape.count <= 2 ? nexts : nexts.dropFirst(first.gap).prefix(1).map { $0 }
        return allowed.flatMap { next in
            walks(from: next, words: words - (end - start), shape.dropFirst()).map { [start..<end] + $0 }
        }
    }
}

extension PassageIndex {
    /// The first words behind the paragraphs that come before the one of a word, the nearest first.
    func paragraphEnds(before word: Int, within count: Int) -> [Int] {
        var (ends, current) = ([Int](), word)
        while ends.count < count {
            let start = firstWord(from: text.paragraphs[Int(text.words.paragraphs[current])].lowerBound)
            guard start > 0 else { break }
            ends.append(start)
            current = start - 1
        }
        return ends
    }

    /// The first word behind the paragraph in which a word stands.
    func endOfParagraph(_ word: Int) -> Int {
        let paragraph = Int(text.words.paragraphs[word])
        return firstWord(from: text.paragraphs[paragraph].upperBound)
    }

    /// The first words of the paragraphs that follow after a gap of at least one.
    func paragraphStarts(after word: Int, within gap: Int) -> [Int] {
        var (starts, current) = ([Int](), word)
        while starts.count < gap, current < count {
            current = endOfParagraph(current)
            if current < count { starts.append(current) }
        }
        return starts
    }
}
