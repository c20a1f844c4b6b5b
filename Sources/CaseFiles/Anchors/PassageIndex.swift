import CaseModel

/// A text with the hashes of all its runs of three words, ready to find passages again.
final class PassageIndex {
    /// How many words a run has of which the sketches are made (Broder 1997, "On the resemblance and containment
    /// of documents", calls them shingles).
    static let run = 3
    /// How many hashes a sketch keeps, the smallest.
    static let sketchSize = 16
    /// How many words before and after a passage are its surroundings.
    static let context = 6

    let text: SourceText
    /// The hash of the run that begins at each word.
    private(set) lazy var runs: [UInt32] = (0..<max(0, text.words.count - Self.run + 1)).map {
        text.hasher.short(text.words.joined($0..<$0 + Self.run))
    }
    /// Where the runs of each hash begin, ascending.
    private(set) lazy var positions: [UInt32: [Int]] = Dictionary(grouping: runs.indices) { runs[$0] }

    init(_ text: SourceText) { self.text = text }

    var count: Int { text.words.count }

    // MARK: The marks of a passage

    /// By what a passage can be known again.
    ///
    /// - Parameters:
    ///   - stretches: Its words; several stretches where something stands between its parts.
    ///   - parts: Where it stands, as it is to be sliced.
    /// - Returns: Hashes, counts and the sketch.
    func marks(of stretches: [Range<Int>], parts: [Anchor.Part]) -> Anchor.Marks {
        let (first, last) = (stretches.first?.lowerBound ?? 0, stretches.last?.upperBound ?? 0)
        let sketch = sketch(of: stretches)
        return Anchor.Marks(
            words: stretches.reduce(0) { $0 + $1.count },
            textHash: text.hasher.hex(Array((text.passage(parts) ?? "").utf8), 16),
            wordsHash: wordsHash(stretches),
            before: before(first), after: after(last), rival: rival(of: sketch, stretches),
            watch: watch(stretches, firstWord: first), sketch: sketch)
    }

    private func joined(_ stretches: [Range<Int>]) -> [UInt8] {
        Array(stretches.map { text.words.joined($0) }.joined(separator: [0x20]))
    }

    func wordsHash(_ stretches: [Range<Int>]) -> String {
        stretches.count == 1
            ? text.hasher.hex(text.words.joined(stretches[0]), 12) : text.hasher.hex(joined(stretches), 12)
    }

    func before(_ word: Int) -> String {
        text.hasher.hex(text.words.joined(max(0, word - Self.context)..<max(0, word)), 8)
    }

    func after(_ word: Int) -> String {
        text.hasher.hex(text.words.joined(min(word, count)..<min(count, word + Self.context)), 8)
    }

    /// What must not change unseen.
    func watch(_ stretches: [Range<Int>], firstWord: Int? = nil) -> Anchor.Watch {
        var (negations, numbers) = (0, [[UInt8]]())
        for index in stretches.joined() {
            let word = text.words.word(index)
            if Negations.contain(word) { negations += 1 }
            if word.unicodeScalars.contains(where: { $0.properties.generalCategory == .decimalNumber }) {
                numbers.append(Array(word.utf8))
            }
        }
        let hash = text.hasher.hex(Array(numbers.joined(separator: [0x20])), 8)
        return Anchor.Watch(negations: negations, numbersHash: hash, firstWord: firstWord)
    }

    func sketch(of stretches: [Range<Int>]) -> [UInt32] {
        let words = Array(stretches.joined())
        guard words.count > Self.run || stretches.count > 1 else {
            return [text.hasher.short(joined(stretches))]
        }
        var hashes: Set<UInt32> = []
        for start in 0..<max(1, words.count - Self.run + 1) {
            let run = words[start..<min(words.count, start + Self.run)].map { $0..<$0 + 1 }
            hashes.insert(text.hasher.short(joined(run)))
        }
        return Array(hashes.sorted().prefix(Self.sketchSize))
    }

    /// The best score that the sketch reaches anywhere but at the passage itself, in hundredths.
    private func rival(of sketch: [UInt32], _ stretches: [Range<Int>]) -> Int {
        let (first, last) = (stretches.first?.lowerBound ?? 0, stretches.last?.upperBound ?? 0)
        let length = stretches.reduce(0) { $0 + $1.count }
        let best =
            scored(sketch, length: length) { $0 + Self.run <= first || $0 >= last }.map(\.hits).max() ?? 0
        let (hundredths, rest) = (best * 100).quotientAndRemainder(dividingBy: max(1, sketch.count))
        let isUp = rest * 2 > sketch.count || rest * 2 == sketch.count && hundredths % 2 == 1
        return isUp ? hundredths + 1 : hundredths
    }

    /// Whether more than half of a paragraph's runs of words stand in other paragraphs, too.
    func isRepeat(_ paragraph: Int) -> Bool {
        guard text.paragraphs.indices.contains(paragraph) else { return false }
        let first = firstWord(from: text.paragraphs[paragraph].lowerBound)
        let mine = first..<max(first, min(endOfParagraph(min(first, count - 1)), runs.count))
        let elsewhere = mine.count { word in positions[runs[word]]?.contains { !mine.contains($0) } ?? false }
        return !mine.isEmpty && elsewhere * 2 > mine.count
    }

    // MARK: Where a sketch is found

    /// Whether a quarter of an anchor's sketch stands in one place of the text.
    func holdsMuch(of anchor: Anchor) -> Bool {
        let size = anchor.marks.sketch.count
        return anchor.marks.words > Self.run
            && scored(anchor.marks.sketch, length: anchor.marks.words).contains { $0.hits * 4 >= size }
    }

    /// Whether anything says that an anchor was cut with the key of this text.
    func fitsKey(of anchor: Anchor) -> Bool {
        anchor.revision == text.revision || anchor.marks.sketch.contains { positions[$0] != nil }
            || anchor.marks.words < Self.run && !placesOfWords(of: anchor).isEmpty
    }

    /// A place where a part of a sketch is found: the words from the first to the last run of it.
    struct Place { let hits: Int, words: Range<Int> }

    /// For each word at which a run of the sketch begins, how many different ones a window from there holds.
    func scored(_ sketch: [UInt32], length: Int, where isAllowed: (Int) -> Bool = { _ in true }) -> [Place] {
        let found = sketch.flatMap { positions[$0] ?? [] }.filter(isAllowed).sorted()
        let window = length + length / 2 + 3
        return found.indices.map { index in
            var (hashes, end) = (Set<UInt32>(), index)
            while end < found.count, found[end] < found[index] + window {
                hashes.insert(runs[found[end]])
                end += 1
            }
            return Place(hits: hashes.count, words: found[index]..<found[end - 1] + Self.run)
        }
    }
}
