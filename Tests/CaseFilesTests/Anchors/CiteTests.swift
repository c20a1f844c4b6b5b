import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("Citing a passage")
struct CiteTests {
    static let text = """
        Minutes of the harbour talks.
        The chair opened the session at noon. Both sides want the pier, but neither pays for it. “We shall see,” said the mayor. Nobody laughed.
        The report found that the crane stands idle and
        ¹ See annex two of the report.
        ² Annex three says more.
        will stay idle until the strike ends. Then it moves.
        - new quays,
        - new cranes,
        Both sides want the pier, but neither pays for it.
        """

    private func cite(_ words: String, _ change: (inout PassageRequest) -> Void = { _ in }) throws -> Result<
        String, Problem
    > {
        var request = PassageRequest(source: "s1", words: words)
        change(&request)
        return try withText(Self.text) { library, theCase in
            Result { () throws(Problem) in try library.cite(request, in: theCase).text }
        }
    }

    private func passage(_ words: String, _ change: (inout PassageRequest) -> Void = { _ in }) throws
        -> CutPassage
    {
        var request = PassageRequest(source: "s1", words: words)
        change(&request)
        return try withText(Self.text) { library, theCase in try library.cite(request, in: theCase) }
    }

    @Test("Words are widened to whole sentences, and closing marks that were selected stay")
    func sentences() throws {
        #expect(try cite("chair opened the").get() == "The chair opened the session at noon")
        #expect(try cite("chair opened the") { $0.isVerbatim = true }.get() == "chair opened the")
        #expect(try cite("session at noon.").get() == "The chair opened the session at noon.")
        #expect(try cite("said the mayor. Nobody").get() == "We shall see,” said the mayor. Nobody laughed")
        #expect(try passage("chair opened the").place == "p2:0-36")
    }

    @Test("First words run to the end of their sentence, or to the last words that are given")
    func beginning() throws {
        #expect(
            try cite("neither pays") { ($0.isBeginning, $0.paragraph) = (true, 2) }.get()
                == "neither pays for it")
        #expect(
            try cite("the") { ($0.isVerbatim, $0.paragraph, $0.occurrence) = (true, 2, 2) }.get() == "the")
        #expect(
            try cite("chair opened") { ($0.isBeginning, $0.ends) = (true, "the pier") }.get()
                == "chair opened the session at noon. Both sides want the pier")
        #expect(try cite("new quays") { $0.isBeginning = true }.get() == "new quays")
    }

    @Test("A sentence that footnotes cut is one passage of two parts")
    func footnotes() throws {
        let cut = try passage("the crane stands idle")
        #expect(cut.place == "p3:0-47+p6:0-36")
        #expect(
            cut.text
                == "The report found that the crane stands idle and\nwill stay idle until the strike ends")
        #expect(cut.anchor.marks.words == 16)
        // Words copied across the footnotes are found, too.
        #expect(try passage("stands idle and will stay idle").anchor.parts == cut.anchor.parts)
        #expect(
            try passage("stands idle and") { ($0.isBeginning, $0.continues) = (true, 9) }.place
                == "p3:32-47+p9:0-49")
        #expect(
            try passage("report found") { ($0.isBeginning, $0.ends) = (true, "strike ends") }.anchor.parts
                .map(\.paragraph) == [3, 6])
    }

    @Test("Words behind a footnote are widened to the beginning of their sentence, too")
    func backwards() throws {
        #expect(try passage("idle until the strike").place == "p3:0-47+p6:0-36")
        #expect(try cite("Then it").get() == "Then it moves")
    }

    @Test(
        "Last words stand behind the first ones, and a line that looks like a footnote stays where no sentence is open"
    )
    func lastWords() throws {
        let text =
            "We want peace and more peace in the end.\n12 ships were counted in May.\nMore came, and “Größe” counts. End."
        try withText(text) { library, theCase in
            func cut(_ words: String, to ends: String) throws -> String {
                var request = PassageRequest(source: "s1", words: words)
                request.ends = ends
                return try library.cite(request, in: theCase).text
            }
            let inside = try cut("peace and more peace", to: "peace")
            #expect(inside == "peace and more peace")
            let over = try cut("We want", to: "More came")
            #expect(
                over == "We want peace and more peace in the end.\n12 ships were counted in May.\nMore came")
            let decomposed = try cut("More came", to: "Gro\u{308}ße”")
            #expect(decomposed == "More came, and “Größe”")
        }
    }

    @Test("Paragraphs that repeat others are no part of a passage that runs past them")
    func pastRepeats() throws {
        try CaseText([
            "case/case.yaml": CaseText.smallestFrame,
            "case/sources.yaml": "- {id: s1, title: A, paragraphs: line, repeats: [p2]}\n",
            "s1.txt": "The first line opens here.\nThe copy line.\nThe last line closes there.\n",
        ]).inFolder { folder in
            var theCase = try readCase(in: folder + "/case").case
            var library = TextLibrary(of: theCase, folder: folder)
            var request = PassageRequest(source: "s1", words: "first line")
            request.ends = "last line"
            let cut = try library.cite(request, in: theCase)
            #expect(cut.text == "first line opens here.\nThe last line")
            theCase.anchors = [cut.anchor]
            #expect(library.verify(theCase).map(\.verdict) == [.exact] && library.problems == [])
        }
    }

    @Test("Whatever is cut is exact at once, without a complaint", arguments: 0..<80)
    func sound(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let pieces = [
            "the pier ", "stays open. ", "and so ", "it goes on", "\n", "\n¹ a note\n", "“No,” he said. ",
            "2 of 3 ", "Größe! ",
        ]
        let text = (0..<60).map { _ in random.pick(pieces) }.joined() + "\n"
        try withText(text) { library, theCase in
            var theCase = theCase
            let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
            for _ in 0..<12 {
                let start = random.next(in: 0...words.count - 8)
                var request = PassageRequest(
                    source: "s1", words: words[start..<start + random.next(in: 2...7)].joined(separator: " "))
                request.isVerbatim = random.next(in: 0...1) == 0
                request.isBeginning = random.next(in: 0...1) == 0
                guard let cut = try? library.cite(request, in: theCase), !cut.isKnown else { continue }
                theCase.anchors.append(cut.anchor)
            }
            let checks = library.verify(theCase)
            #expect(checks.allSatisfy { $0.verdict == .exact && $0.places == [$0.anchor.parts] }, "\(text)")
            #expect(library.problems == [], "\(library.problems) \(text)")
        }
    }

    @Test("What cannot be cut says why, and what to do")
    func refused() throws {
        func problem(_ words: String, _ change: (inout PassageRequest) -> Void = { _ in }) throws -> [String]
        {
            guard case .failure(let problem) = try cite(words, change) else { return [] }
            return [problem.message, problem.hint ?? ""]
        }
        #expect(
            try problem("…") == [
                "there are no words to look for", "give the words of the passage in quotation marks",
            ])
        #expect(
            try problem("harbour of gold") == [
                "these words do not stand in 's1' one after the other",
                "copy them from the text, or look for them: junktim find CASE \"words\"",
            ])
        #expect(
            try problem("both sides want") == [
                "these words stand in several places of 's1'",
                "name the paragraph: --paragraph, one of 2, 9; or give more words",
            ])
        #expect(
            try problem("the") { $0.paragraph = 2 } == [
                "these words stand 4 times in paragraph 2 of 's1'",
                "give more words, or choose one: --occurrence, from 1 to 4",
            ])
        #expect(
            try problem("the") { ($0.paragraph, $0.occurrence) = (2, 5) } == [
                "the paragraph has these words 4 times", "choose from 1 to 4",
            ])
        #expect(
            try problem("both sides want") { $0.paragraph = 3 } == [
                "these words do not begin in paragraph 3 of 's1'", "they stand in paragraph 2, 9",
            ])
        #expect(
            try problem("chair opened") { $0.ends = "gold" } == [
                "the last words do not follow the first ones", "give words that stand behind the beginning",
            ])
        #expect(
            try problem("chair opened") { $0.continues = 1 }[0] == "paragraph 1 does not follow these words")
        #expect(try problem("x") { $0.source = "s2" } == ["there is no source 's2'", "did you mean 's1'?"])
        #expect(
            try problem("x") { $0.source = "essay" } == [
                "there is no source 'essay'", "sources stand in sources.yaml",
            ])
    }

    @Test("A passage that was cut is exact at once, and cut again gets the same name")
    func known() throws {
        var request = PassageRequest(source: "s1", words: "chair opened the")
        request.by = "mk"
        try withText(Self.text) { library, theCase in
            let first = try library.cite(request, in: theCase)
            var theCase = theCase
            theCase.anchors = [first.anchor]
            #expect(first.anchor.id == "a1" && !first.isKnown && first.anchor.by == "mk")
            #expect(library.verify(theCase).map(\.verdict) == [.exact])
            let again = try library.cite(request, in: theCase)
            #expect(again.isKnown && again.anchor == first.anchor)
            request.words = "Nobody laughed"
            #expect(try library.cite(request, in: theCase).anchor.id == "a2")
        }
    }
}

/// A case with one source and its text beside it.
func withText<Result>(_ text: String, _ body: (inout TextLibrary, Case) throws -> Result) throws -> Result {
    try CaseText([
        "case/case.yaml": CaseText.smallestFrame,
        "case/sources.yaml": "- {id: s1, title: A, paragraphs: line}\n", "s1.txt": text,
    ]).inFolder { folder in
        let theCase = try readCase(in: folder + "/case").case
        var library = TextLibrary(of: theCase, folder: folder)
        return try body(&library, theCase)
    }
}
