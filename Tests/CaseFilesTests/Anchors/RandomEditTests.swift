import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

/// The random-edit experiment: passages of 8 to 40 words, changed word by word at a rate, must be found where they are,
/// and must not be found where they are not.
@Suite("Random edits")
struct RandomEditTests {
    /// What became of so many passages.
    struct Outcome {
        var untouched = 0, counting = 0, edited = 0, doubtful = 0, lost = 0, rightPlace = 0
        /// Verdicts that claim to have found the passage.
        var confident: Int { counting + edited }
    }

    static let passages = 150

    /// A row of the table: the rate of changed words, and of 150 passages those found with confidence, those found at all
    /// and those whose place was right (for a third of changed words the table counts places that are called lost).
    struct Row: Sendable, CustomTestStringConvertible {
        let rate: Double
        let confident: Int, found: Int, rightPlace: Int
        var testDescription: String { "\(Int(rate * 100)) %" }
    }

    static let table = [
        Row(rate: 0.05, confident: 146, found: 150, rightPlace: 148),
        Row(rate: 0.1, confident: 140, found: 150, rightPlace: 148),
        Row(rate: 0.2, confident: 89, found: 141, rightPlace: 139),
        Row(rate: 0.35, confident: 25, found: 104, rightPlace: 0),
    ]

    static let texts = (0..<4).map { ExperimentText.invented($0) } + ExperimentText.essays()

    @Test("Unchanged, or with thirty words put in front: all are there", arguments: texts)
    func unchanged(text: ExperimentText) {
        let same = outcome(text) { $0 }
        #expect(same.counting == Self.passages && same.rightPlace == Self.passages)
        let shifted = outcome(text, shift: 30) { $0 }
        #expect(shifted.counting == Self.passages && shifted.rightPlace == Self.passages)
    }

    @Test(
        "Words replaced, dropped and put in: found at least as often as in the table", arguments: table, texts
    )
    func edits(row: Row, text: ExperimentText) {
        var random = SplitMix64(seed: 77)
        let found = outcome(text) { Self.edit($0, rate: row.rate, &random) }
        // The table is one draw of a random experiment; three standard deviations are allowed below it, and even where
        // it counts all, two more draws could have been lost.
        func least(_ count: Int) -> Int {
            let share = min(Double(count), Double(Self.passages - 2)) / Double(Self.passages)
            return Int(Double(count) - 3 * (Double(Self.passages) * share * (1 - share)).squareRoot())
        }
        #expect(found.confident >= least(row.confident), "\(found)")
        #expect(Self.passages - found.lost >= least(row.found), "\(found)")
        #expect(found.rightPlace >= least(row.rightPlace), "\(found)")
        #expect(found.counting >= found.untouched, "\(found)")
    }

    @Test("A passage that was taken out is never claimed to be there", arguments: texts)
    func deleted(text: ExperimentText) {
        let found = outcome(text) { _ in [] }
        #expect(found.confident == 0, "\(found)")
        #expect(found.lost >= 120, "\(found)")
    }

    @Test("A passage is never claimed to be in another document", arguments: texts, texts)
    func foreign(home: ExperimentText, away: ExperimentText) {
        guard home.name != away.name else { return }
        let (index, other) = (PassageIndex(Self.source(home.words)), PassageIndex(Self.source(away.words)))
        let found = Self.choose(home).map { other.find(Self.cut(index, $0)).verdict }
        #expect(!found.contains { $0.counts || $0 == .edited })
        #expect(found.count { $0 == .lost } >= 145)
    }

    // MARK: The experiment

    private func outcome(_ text: ExperimentText, shift: Int = 0, _ change: ([String]) -> [String]) -> Outcome
    {
        let index = PassageIndex(Self.source(text.words))
        var outcome = Outcome()
        for range in Self.choose(text) {
            let old = Array(text.words[range])
            let new = change(old)
            let front = (0..<shift).map { "vorneweg\($0)" }
            let changed = front + text.words[..<range.lowerBound] + new + text.words[range.upperBound...]
            let found = PassageIndex(Self.source(changed)).find(Self.cut(index, range))
            if old == new { outcome.untouched += 1 }
            switch found.verdict {
            case .exact, .moved, .retyped: outcome.counting += 1
            case .edited: outcome.edited += 1
            case .weak, .ambiguous: outcome.doubtful += 1
            case .lost, .unverifiable: outcome.lost += 1
            }
            let there = Set(range.lowerBound + shift..<range.lowerBound + shift + new.count)
            let here = Set(found.candidates.first?.joined().map { $0 } ?? [])
            if !there.isEmpty, here.intersection(there).count * 10 >= here.union(there).count * 7 {
                outcome.rightPlace += 1
            }
        }
        return outcome
    }

    private static func edit(_ words: [String], rate: Double, _ random: inout SplitMix64) -> [String] {
        words.flatMap { word -> [String] in
            guard Double(random.next(in: 0...999_999)) < rate * 1_000_000 else { return [word] }
            switch random.next(in: 0...2) {
            case 0: return ["anders\(random.next(in: 0...99))"]
            case 1: return []
            default: return [word, "neu\(random.next(in: 0...99))"]
            }
        }
    }

    /// Passages of which the text holds no second copy: a copy would rightly be found when the passage is gone.
    private static func choose(_ text: ExperimentText) -> [Range<Int>] {
        var random = SplitMix64(seed: 5)
        let index = PassageIndex(source(text.words))
        var chosen: [Range<Int>] = []
        while chosen.count < passages {
            let start = random.next(in: 10...text.words.count - 60)
            let range = start..<start + random.next(in: 8...40)
            if index.placesOfWords(of: cut(index, range)).count == 1 { chosen.append(range) }
        }
        return chosen
    }

    private static func source(_ words: [String]) -> SourceText {
        SourceText(Array(words.joined(separator: " ").utf8), mode: .line)
    }

    private static func cut(_ index: PassageIndex, _ words: Range<Int>) -> Anchor {
        let parts = index.parts(of: [words])
        return Anchor(
            id: "a1", source: "s1", place: Place(file: "anchors.tsv", line: 2, column: 1),
            revision: "000000000000", parts: parts,
            marks: index.marks(of: [words], parts: parts), state: .ok, by: "", on: "")
    }
}

/// A text to experiment with: invented ones always, the essays where they are at hand.
struct ExperimentText: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    var testDescription: String { name }

    /// About 3 000 words, as uneven as those of real texts (Zipf and Mandelbrot), with set phrases that recur.
    static func invented(_ seed: Int) -> ExperimentText {
        var random = SplitMix64(seed: UInt64(seed) &* 31 &+ 1)
        func word() -> String {
            // The rank is exponential in a uniform number, so that its frequency falls as its inverse.
            let exponent = Double(random.next(in: 0...1_000_000)) / 1_000_000 * 7
            return "w\(seed / 2)\(Int(8 * exp(exponent)))"
        }
        let phrases = (0..<40).map { _ in (0..<random.next(in: 3...5)).map { _ in word() } }
        let words = (0..<2_600).flatMap { _ in random.next(in: 0...30) == 0 ? random.pick(phrases) : [word()]
        }
        return ExperimentText(name: "invented \(seed)", words: words)
    }

    static func essays() -> [ExperimentText] {
        guard let folder = essayFolder else { return [] }
        let names = (TextFile.names(in: folder) ?? []).filter { $0.hasSuffix(".txt") }.prefix(4)
        return names.compactMap { name in
            guard case .success(let bytes) = TextFile(folder: folder, name: name).plainText(encoding: nil)
            else { return nil }
            // The first one holds its article twice; the second copy is left out.
            let text = SourceText(bytes, mode: .line, repeats: name.hasPrefix("000") ? [24] : [])
            return ExperimentText(
                name: String(name.prefix(3)), words: (0..<text.words.count).map { text.words.word($0) })
        }
    }
}
