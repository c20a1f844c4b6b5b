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
        guard let words = one.edited_words else { return }
        let place = try #require(found.candidates.first)
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
    func closing() throws {
        let text = "He said: „We stay as long as it takes.“ Then he left."
        let anchor = try withText(text) { library, theCase in
            var request = PassageRequest(source: "s1", words: "We stay as long as it takes.“")
            request.isVerbatim = true
            return try library.cite(request, in: theCase).anchor
        }
        #expect(anchor.parts.place == "p1:10-39")
        let same = index(text, "line").find(anchor)
        #expect(same.verdict == .exact && same.places == [anchor.parts])
        let moved = index("Now again he said: „We stay as long as it takes.“ Then he left.", "line").find(
            anchor)
        #expect(moved.verdict == .moved && moved.places.map(\.place) == ["p1:20-49"])
        let bare = index("Now again he said: „We stay as long as it takes“ Then he left.", "line").find(
            anchor)
        #expect(bare.verdict == .retyped && bare.places.map(\.place) == ["p1:20-47"])
    }

    @Test("A passage over many lines is found at once, with and without gaps")
    func manyParts() {
        let lines = (0..<30).map { "line \($0) of the long passage that runs on and on" }
        let original = index(lines.joined(separator: "\n"), "line")
        let anchor = cut(original, [13..<original.count - 13])
        #expect(anchor.parts.count > 25 && original.find(anchor).verdict == .exact)
        #expect(index((["head"] + lines).joined(separator: "\n"), "line").find(anchor).verdict == .moved)
        let torn = lines.enumerated().map { $0.offset % 3 == 0 ? "\($0.element)\n7 a footnote" : $0.element }
        let gapped = index(torn.joined(separator: "\n"), "line")
        // Eleven words a line, and behind every third line a footnote of three words.
        let stretches = (0..<8).map { $0 == 0 ? 0..<11 : 14 + ($0 - 1) * 36..<47 + ($0 - 1) * 36 }
        let wide = cut(gapped, stretches)
        #expect(gapped.find(wide).verdict == .exact)
        #expect(index((["head"] + torn).joined(separator: "\n"), "line").find(wide).verdict.counts)
    }

    @Test("A place that may no longer be cited, because its paragraph repeats others, is not exact")
    func repeated() {
        let text = Array(
            "The pier stays open for all of us.\nSomething else.\nThe pier stays open for all of us.".utf8)
        let anchor = cut(PassageIndex(SourceText(text, mode: .line)), 10..<18)
        #expect(anchor.parts.map(\.paragraph) == [3])
        let found = PassageIndex(SourceText(text, mode: .line, repeats: [3])).find(anchor)
        #expect(found.verdict == .moved && found.places.map(\.place) == ["p1:0-33"])
        let gone = PassageIndex(SourceText(text, mode: .line, repeats: [1, 3])).find(anchor)
        #expect(gone.verdict == .lost)
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
