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
