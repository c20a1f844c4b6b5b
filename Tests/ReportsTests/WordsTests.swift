import CaseModel
import Findings
import Numbers
import Testing

@testable import Reports

@Suite struct WordsTests {
    @Test("No key lacks a language, and no two languages are the same by mistake")
    func complete() {
        // Words that are spelt alike in both languages.
        let same: Set<Phrase> = [.name]
        for phrase in Phrase.allCases {
            let (en, de) = phrase.texts
            #expect(!en.isEmpty && !de.isEmpty, "\(phrase)")
            #expect(en != de || same.contains(phrase), "\(phrase)")
        }
    }

    @Test("Every sentence with a variable part exists in both languages")
    func sentences() throws {
        let place = Place(file: "a.yaml", line: 1, column: 2)
        let date = try #require(DateSpan(reading: "2026-01~"))
        let limits: [Limit] = [
            .reportedOnly(drafts: 1, of: 2), .ownOrder(issues: 1, of: 2), .uncutPassages(3),
            .notVerifiedHere(1), .notVerifiedHere(2),
            .unconfirmedPassages(["s1#a1", "s1#a2"]), .textsNotHere(["s1"]), .unconfirmedClosed(2),
            .internalLeftOut(1),
            .internalLeftOut(2), .earlierDate(date), .takesOnly(["s1", "s2"]), .takesVoices([.own, .quoted]),
            .statementsDropped(2), .scenario("x"), .struck(["a.b"]), .added(["a.b"]),
            .overridden(.statusQuo, first: place, second: place),
        ]
        for limit in limits { #expect(Words(.en).sentence(limit) != Words(.de).sentence(limit)) }
        let missing: [NotAnswerable.Missing] = [
            .issues, .drafts, .overlay(.collision(.statusQuo, first: place, second: place)),
            .overlay(.unknownTarget(.statusQuo, place)), .overlay(.unknownPerspective("a", nearest: "b")),
            .overlay(.unknownScenario("a", nearest: nil)), .overlay(.unknownPremise("a", nearest: "b")),
            .overlay(.circularParents("a")), .reference("x", nearest: "y"), .reference("x", nearest: nil),
        ]
        for one in missing {
            let refused = NotAnswerable(question: .compare, perspective: "v", missing: [one])
            let (en, de) = (Words(.en).refusal(refused), Words(.de).refusal(refused))
            #expect(en != de && en.split(separator: "\n").count == 2 && de.split(separator: "\n").count == 2)
        }
        for kind in Inventory.Kind.allCases {
            #expect(!Words(.de).kind(kind).isEmpty && !Words(.en).kind(kind).isEmpty)
        }
        #expect(Words(.de).date(date) == "etwa 2026-01" && Words(.en).date(date) == "about 2026-01")
        #expect(Words(.de).date(DateSpan(reading: "2026-01-21/..")) == "2026-01-21 bis offen")
    }

    @Test("A term in words, in all its states")
    func terms() throws {
        var issue = Agenda.Issue(id: "troops", place: Place(file: "", line: 1, column: 1))
        issue.unit = "persons"
        issue.alternatives = ["none", "some"].map {
            .init(
                id: $0, name: Label(en: $0 + "-en", de: $0 + "-de"), at: nil, value: nil, basis: Basis(),
                place: issue.place)
        }
        let words = Words(.de)
        func say(_ content: Term.Content) -> String { words.term(content, on: issue) }
        #expect(say(.stated(.alternative("none"))) == "none-de")
        #expect(say(.denied(["none", "some"])) == "nicht none-de oder some-de")
        #expect(say(.ambiguous([])) == "auf jede Weise")
        #expect(say(.stated(.number(Quantity(.constant(600_000))))) == "600\u{202f}000\u{a0}persons")
        let until = try #require(DateSpan(reading: "2031"))
        let conditional = Term.Content.conditional(
            .alternative("none"), when: .atom(.settled(issue: "vote", among: ["held"])), until: until,
            otherwise: .alternative("some"))
        #expect(say(conditional) == "none-de, falls vote = held, bis 2031, sonst some-de")
        #expect(say(.contested([.init(actor: "ru", choice: .alternative("none"))])) == "ru will none-de")
    }
}
