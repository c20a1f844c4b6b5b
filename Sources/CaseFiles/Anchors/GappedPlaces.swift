import CaseModel

/// Places of a passage whose parts have something between them, such as a footnote that cuts a sentence.
///
/// A part ends with its paragraph and the next begins with one; up to so many paragraphs may stand between.
struct GappedPlaces {
    static let widestGap = 8

    let index: PassageIndex
    let anchor: Anchor

    /// All places where exactly the words of the anchor stand, with at most one gap fewer than it has parts.
    func all() -> [[Range<Int>]] {
        let marks = anchor.marks
        var starts: Set<Int> = []
        for position in Set(marks.sketch.flatMap { index.positions[$0] ?? [] }) {
            starts.formUnion(max(0, position - marks.words)...position)
            // The run may stand behind the gap: then the passage begins before the end of an earlier paragraph.
            for end in index.paragraphEnds(before: position, within: Self.widestGap + 1) {
                starts.formUnion(max(0, end - marks.words)..<end)
            }
        }
        starts.formUnion(index.stretches(of: anchor.parts).prefix(1).map(\.lowerBound))
        return starts.sorted().compactMap { start in
            walks(from: start, words: marks.words, gaps: anchor.parts.count - 1)
                .first { index.wordsHash($0) == marks.wordsHash }
        }
    }

    /// Every way to read so many words from a start with at most so many gaps; gapless ones first.
    private func walks(from start: Int, words: Int, gaps: Int) -> [[Range<Int>]] {
        guard start < index.count else { return [] }
        var found: [[Range<Int>]] = start + words <= index.count ? [[start..<start + words]] : []
        guard gaps > 0 else { return found }
        var end = index.endOfParagraph(start)
        // The part may run through several paragraphs before the gap.
        while end - start < words, end < index.count {
            for next in index.paragraphStarts(after: end, within: Self.widestGap) {
                found += walks(from: next, words: words - (end - start), gaps: gaps - 1).map {
                    [start..<end] + $0
                }
            }
            end = index.endOfParagraph(end)
        }
        return found
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
