import CaseModel
import Foundation
import Support
import Testing

@testable import CaseFiles

@Suite("Looking through texts")
struct TextQueryTests {
    @Test("Words, stars and phrases")
    func patterns() {
        func isIn(_ text: String, _ pattern: String) -> Bool? {
            var table = WordTable()
            table.add(Array(text.utf8), paragraph: 0)
            return WordPattern(pattern)?.isIn(table)
        }
        let yes = [
            ("Truppen der Truppe", "Truppe"), ("Truppen", "Truppe*"), ("Friedenstruppen", "*truppen"),
            ("Truppen", "*truppen"),
            ("Friedenstruppen", "*trupp*"), ("no boots on the ground", "Boots on the ground"),
            ("Die Straße", "Strasse"),
            ("Все", "всё"), ("п’ять", "п'ять"), ("Nato-Truppen", "NATO-Truppe*"), ("не войска", "войск*"),
        ]
        for (text, pattern) in yes { #expect(isIn(text, pattern) == true, "\(pattern)") }
        let no = [
            ("Truppen", "Truppe"), ("boots on ground", "boots on the ground"), ("fördern", "fordern"),
            ("мои", "мой"),
            ("Trupp", "Truppe*"), ("Truppenteil", "*truppen"),
        ]
        for (text, pattern) in no { #expect(isIn(text, pattern) == false, "\(pattern)") }
        #expect(WordPattern("*") == nil && WordPattern("…") == nil && WordPattern("") == nil)
    }

    @Test("The fast search finds what the definition finds, in however many parts", arguments: 0..<150)
    func definition(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let pieces = [
            "ab ", "AB", "ß", "ss ", "a\u{308}", "ä ", "\n", "\n\n", "\r\n", "\u{2028}", " – ", "Ver- ",
            "ein ", "\u{AD}", "²", "’s ", "б", "Ё ", "…", "\u{A0}",
        ]
        let text = (0..<random.next(in: 1...120)).map { _ in random.pick(pieces) }.joined()
        let patterns = try ["ab*", "*ss", "ä", "verein"].map { try #require(WordPattern($0)) }
        for mode in [Source.ParagraphMode.line, .blank] {
            let query = TextQuery(patterns: patterns, needsAll: false)
            let wanted = SlowLevels.paragraphs(of: text, mode).enumerated().filter { _, paragraph in
                var table = WordTable()
                table.add(Array(paragraph.utf8), paragraph: 0)
                return query.matches(table)
            }
            for parts in [1, 2, 5] {
                let hits = query.hits(in: Array(text.utf8), mode, parts: parts)
                #expect(hits.map(\.paragraph) == wanted.map(\.offset), "\(text.debugDescription) \(parts)")
                #expect(hits.map { $0.text } == wanted.map { Array($0.element.utf8) })
            }
        }
    }

    @Test("All words must stand in one sentence; phrases in quotation marks stand together")
    func all() throws {
        try withText("One pier here. Two piers there.\nThe open sea.\n") { library, theCase in
            var theCase = theCase
            let wanted = [
                "pier*": ["One pier here.", "Two piers there."], "pier* there": ["Two piers there."],
                "pier there": [], "pier sea": [],
                "\"open sea\"": ["The open sea."], "\"sea open\"": [],
            ]
            for (query, sentences) in wanted {
                let found = try library.find(query, in: theCase, checks: []).map(\.text)
                #expect(found == sentences, "\(query)")
            }
            #expect(throws: SearchProblem.starInside("pi*r")) {
                try library.find("sea pi*r", in: theCase, checks: [])
            }
            #expect(throws: SearchProblem.noWords) { try library.find("* „“", in: theCase, checks: []) }
            #expect(throws: SearchProblem.noVocabulary(issue: "pier")) {
                try library.find(issue: "pier", in: theCase, checks: [])
            }
            let place = Place(file: "vocabulary.yaml", line: 1, column: 1)
            theCase.vocabulary = [IssueWords(issue: "pier", words: ["en": ["sea", "here"]], place: place)]
            let spoken = try library.find(issue: "pier", in: theCase, checks: []).map(\.begins)
            #expect(spoken == ["One pier here", "The open sea"])
        }
    }
}
