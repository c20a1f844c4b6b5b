import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("Finding passages again")
struct RefindingTests {
    @Test("Known answers", arguments: KnownTexts.load().anchor)
    func known(_ one: AnchorCase) throws {
        let original = index(one.original_marked, one.paragraph_mode.original)
        let edited = index(one.edited_marked, one.paragraph_mode.edited)
        let anchor = cut(original, one.original_words[0]..<one.original_words[1])
        #expect(anchor.marks.textHash == one.passage_T_sha256_16)
        #expect(original.text.passage(anchor.parts) == one.passage_T)
        let found = edited.find(anchor)
        #expect(one.expect_status.contains(found.verdict.rawValue), "\(found.verdict)")
        if let flag = one.expect_meaning_flag { #expect(found.changesMeaning == flag) }
        guard let words = one.edited_words, let place = found.candidates.first else { return }
        let (here, there) = (Set(place.joined()), Set(words[0]..<words[1]))
        #expect(here.intersection(there).count * 10 >= here.union(there).count * 7)
    }

    @Test("A passage with a footnote inside moves, loses its footnote, or the gap widens")
    func gaps() {
        let text =
            "Intro here.\nThe line will be watched from afar and\n7 See annex two.\nwill be open to all who ask. More."
        let original = index(text, "line")
        let anchor = cut(original, [2..<10, 14..<21])
        #expect(anchor.parts.count == 2)
        func verdict(_ text: String) -> Verdict { index(text, "line").find(anchor).verdict }
        #expect(verdict(text) == .exact)
        #expect(verdict("A new head line.\n" + text) == .moved)
        #expect(verdict(text.replacingOccurrences(of: "7 See annex two.\n", with: "")) == .exact)
        #expect(verdict(text.replacingOccurrences(of: "\n7 See annex two.\n", with: " ")) == .retyped)
        #expect(
            verdict(text.replacingOccurrences(of: "7 See annex two.\n", with: "7 See annex two.\nPage 3\n"))
                == .exact)
        #expect(verdict(text.replacingOccurrences(of: "will be open", with: "will be shut")) == .edited)
    }

    @Test("Closing marks that were selected belong to the passage wherever it is found")
    func closing() {
        let original = index("He said: „We stay as long as it takes.“ Then he left.", "line")
        let part = Anchor.Part(paragraph: 1, range: 10..<39)
        #expect(original.text.passage([part]) == "We stay as long as it takes.“")
        var anchor = cut(original, 2..<9)
        anchor.marks.textHash = original.text.hasher.hex(Array("We stay as long as it takes.“".utf8), 16)
        #expect(
            index("Now again he said: „We stay as long as it takes.“ Then he left.", "line").find(anchor)
                .verdict == .moved)
        #expect(
            index("Now again he said: „We stay as long as it takes“ Then he left.", "line").find(anchor)
                .verdict == .retyped)
    }

    @Test("Keyed hashes: nothing is found without the key, and no hash is the plain one")
    func keyed() {
        let text = Array("One two three four five six seven eight nine ten eleven twelve.".utf8)
        let (plain, keyed) = (
            PassageIndex(SourceText(text, mode: .line)),
            PassageIndex(SourceText(text, mode: .line, key: [1, 2, 3]))
        )
        let (open, closed) = (cut(plain, 2..<9), cut(keyed, 2..<9))
        #expect(keyed.find(closed).verdict == .exact && plain.find(closed).verdict == .lost)
        #expect(
            open.marks.wordsHash != closed.marks.wordsHash && open.marks.textHash != closed.marks.textHash)
        #expect(
            Set(open.marks.sketch).isDisjoint(with: closed.marks.sketch)
                && plain.text.textHash != keyed.text.textHash)
    }

    @Test("A published code: HMAC-SHA256 of RFC 4231, test case 2")
    func authentication() {
        let hasher = PassageHasher(key: Array("Jefe".utf8))
        #expect(
            hasher.hex(Array("what do ya want for nothing?".utf8))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    }

    @Test("The same words are found where sliding a window finds them", arguments: 0..<60)
    func sliding(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        // Few words, so that passages repeat.
        let words = (0..<400).map { _ in random.pick(["a", "b", "c", "dd"]) }
        let index = index(words.joined(separator: " "), "line")
        for _ in 0..<10 {
            let start = random.next(in: 0...390)
            let anchor = cut(index, start..<min(400, start + random.next(in: 1...30)))
            let slid = (0...index.count - anchor.marks.words).filter {
                index.wordsHash([$0..<$0 + anchor.marks.words]) == anchor.marks.wordsHash
            }
            #expect(index.placesOfWords(of: anchor).map { $0[0].lowerBound } == slid)
        }
    }

    private func index(_ marked: String, _ mode: String) -> PassageIndex {
        let text = marked.filter { $0 != "⟦" && $0 != "⟧" }
        return PassageIndex(SourceText(Array(text.utf8), mode: Source.ParagraphMode(rawValue: mode)))
    }

    private func cut(_ index: PassageIndex, _ words: Range<Int>) -> Anchor { cut(index, [words]) }

    private func cut(_ index: PassageIndex, _ stretches: [Range<Int>]) -> Anchor {
        let parts = index.parts(of: stretches)
        return Anchor(
            id: "a1", source: "s1", place: Place(file: "anchors.tsv", line: 2, column: 1),
            revision: index.text.revision,
            parts: parts, marks: index.marks(of: stretches, parts: parts), state: .ok, by: "", on: "")
    }
}
