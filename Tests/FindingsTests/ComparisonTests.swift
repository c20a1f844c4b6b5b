import CaseFiles
import CaseModel
import Findings
import Numbers
import Support
import Testing

@Suite struct ComparisonTests {
    static let fixture = CaseText([
        "actors.yaml": "- {id: ru, name: R, basis: own}\n- {id: ua, name: U, basis: own}\n",
        "sources.yaml": "- {id: s1, title: A, paragraphs: line}\n",
        "issues.yaml": """
        issues:
          - {id: line, name: L, alternatives: [far, near, here], basis: own}
          - {id: forces, name: F, kind: interval, range: 0..1000, unit: persons, alternatives: [{id: gone, value: 0}], basis: own}
          - {id: seat, name: S, kind: nominal, alternatives: [x, y], cite: [{source: s1, paragraph: 1, begins: a b c}]}
          - {id: vote, kind: nominal, negotiable: false, alternatives: [held, open], now: open, basis: own}

        """,
        "proposals/late.yaml": """
        id: late
        name: Late
        date: 2026-01-20
        extent: reported
        points:
          - id: "1"
            terms: {line: {value: near, if: "seat = x and vote = held", else: here}, forces: 250..750}
            via: [ru, s1]
            cite: [{source: s1, paragraph: 2, begins: d e f}]

        """,
        "proposals/early.yaml": """
        id: early
        name: Early
        date: 2025-06
        extent: whole
        points:
          - {id: "1", terms: {line: {contested: {ru: far, ua: here}}, seat: {not: [y]}}, basis: own}
          - {id: "2", terms: {forces: {ambiguous: [gone, 500]}}, cite: [{source: s1, paragraph: 3, begins: g h i}]}

        """,
    ])

    private func comparison(_ viewpoint: Viewpoint = .base, _ more: [String: String] = [:]) throws
        -> Comparison
    {
        try Comparison(of: View(try Self.fixture.with(more).read().case, from: viewpoint))
    }

    @Test("By date, with state, position, chain and linked silence of every cell")
    func cells() throws {
        let found = try comparison()
        #expect(found.drafts.map(\.proposal.id) == ["early", "late"])
        #expect(found.issues.map(\.id) == ["line", "forces", "seat"])
        #expect(found.cells[0].map(\.state) == [.contested, .ambiguous, .denied])
        #expect(found.cells[1].map(\.state) == [.conditional, .stated, .unreported])
        let half = Rational(1, over: 2)
        #expect(found.cells[0].map(\.position) == [.unit, Interval(0, half), nil])
        #expect(
            found.cells[1].map(\.position) == [
                Interval(half), Interval(Rational(1, over: 4), Rational(3, over: 4)), nil,
            ])
        #expect(found.cells[0][0].reportedBy == [] && found.cells[1][0].reportedBy == [["ru", "s1"]])
        #expect(found.cells[1][0].linkedSilence == [])
        #expect(found.drafts.map(\.coverage.addressed) == [3, 2])
    }

    @Test("The hull with the fallback is a choice")
    func conditional() throws {
        let view = View(try Self.fixture.read().case, from: .base)
        #expect(
            try Comparison(of: view, .init(conditional: .hull)).cells[1][0].position
                == Interval(Rational(1, over: 2), 1))
    }

    @Test("What it rests on: every passage, every own assumption, and nothing twice")
    func support() throws {
        let support = try comparison().restsOn
        #expect(
            support.citations == [
                .passage(source: "s1", paragraph: 1, begins: "a b c"),
                .passage(source: "s1", paragraph: 2, begins: "d e f"),
                .passage(source: "s1", paragraph: 3, begins: "g h i"),
            ])
        #expect(
            support.own.map(\.file) == [
                "issues.yaml", "issues.yaml", "proposals/early.yaml", "proposals/early.yaml",
            ])
        #expect(support.uncited.map(\.file) == ["proposals/early.yaml", "proposals/late.yaml"])
    }

    @Test("Limits: reported drafts, assumed orders, passages that nobody verified")
    func limits() throws {
        #expect(
            try comparison().limits == [
                .reportedOnly(drafts: 1, of: 2), .ownOrder(issues: 2, of: 2),
                .yardsticks(of: [], actors: 2), .uncutPassages(3),
            ])
    }

    @Test("A perspective with an earlier date sees what was there, and says so")
    func earlier() throws {
        let found = try comparison(
            Viewpoint(perspective: "v"), ["perspectives/v.yaml": "id: v\nname: V\nasOf: 2025-12-31\n"])
        #expect(found.drafts.map(\.proposal.id) == ["early"])
        #expect(found.limits.contains(.earlierDate(try #require(DateSpan(reading: "2025-12-31")))))
    }

    @Test("What cannot be answered names what is missing")
    func notAnswerable() throws {
        let none = ["perspectives/v.yaml": "id: v\nname: V\nasOf: 2020\n"]
        #expect(throws: NotAnswerable(question: .compare, perspective: "v", missing: [.drafts])) {
            try comparison(Viewpoint(perspective: "v"), none)
        }
        let bare = try CaseText([:]).read().case
        #expect(throws: NotAnswerable(question: .compare, perspective: nil, missing: [.issues, .drafts])) {
            try Comparison(of: View(bare, from: .base))
        }
        #expect(throws: NotAnswerable.self) { try comparison(Viewpoint(perspective: "nobody")) }
    }

    @Test("What is internal is left out, counted, and shown when asked for")
    func doNoHarm() throws {
        let more = [
            "proposals/secret.yaml":
                "id: secret\nname: S\ndate: 2026\naudience: internal\nextent: whole\nbasis: own\n"
        ]
        let theCase = try Self.fixture.with(more).read().case
        let hidden = try Comparison(of: View(theCase, from: .base))
        #expect(hidden.drafts.count == 2 && hidden.limits.contains(.internalLeftOut(1)))
        #expect(try Comparison(of: View(theCase, from: .base, showingInternal: true)).drafts.count == 3)
    }
}

@Suite struct InventoryTests {
    @Test("What is uncited, assumed, or missing in a language is listed with its place")
    func lists() throws {
        let theCase = try CaseText([
            "sources.yaml": "- {id: s1, title: {en: A, de: A}, paragraphs: line}\n",
            "actors.yaml": "- {id: a, name: {de: Nord}, basis: own}\n- {id: b, name: South}\n",
            "money.yaml":
                "- {id: m, name: {en: M, de: M}, amount: unknown, cite: [{source: s1, paragraph: 1, begins: a b c}]}\n",
        ]).read().case
        let found = try Inventory(of: View(theCase, from: .base))
        #expect(found.uncited.map(\.id) == ["b"] && found.assumed.map(\.id) == ["a"])
        #expect(found.coverage.total.held == [.own: 1, .uncited: 1, .cited: 1])
        #expect(found.untranslated.map(\.what) == ["actor a", "actor b"])
        #expect(found.untranslated.map(\.missing) == [[.en], [.de]])
        #expect(found.untranslated.map(\.place.line) == [1, 2])
        #expect(found.counts.first { $0.kind == .actors }?.number == 2)
    }
}

@Suite struct ViewTests {
    @Test("A closed source counts, and its title and places stay in the house")
    func closedSources() throws {
        let sources = "- {id: s1, title: Secret paper, access: closed, paragraphs: line}\n"
        let theCase = try ComparisonTests.fixture.with(["sources.yaml": sources]).read().case
        let view = View(theCase, from: .base)
        let found = try CaseReport(of: view, draws: 0)
        let comparison = try found.comparison.get()
        #expect(
            Set(comparison.restsOn.citations.map { comparison.passages.shown($0) }) == [
                .withheld(source: "s1")
            ])
        #expect(found.overview.sources.map(\.title.en) == ["s1"])
        #expect(
            Set(found.overview.inventory.restsOn.citations.map { found.passages.shown($0) }) == [
                .withheld(source: "s1")
            ])
        let open = try Comparison(of: View(theCase, from: .base, showingInternal: true))
        #expect(open.restsOn.citations.count == 3)
    }

    @Test("What a perspective does not take does not bear its answer")
    func taken() throws {
        let theCase = try readUkraine().case
        let view = View(theCase, from: Viewpoint(perspective: "s002-b"))
        let report = try CaseReport(of: view, draws: 0)
        #expect(report.overview.sources.map(\.id) == ["s002"])
        #expect(try report.comparison.get().restsOn.citations.allSatisfy { $0.source == "s002" })
        #expect(report.limits.contains(.takesOnly(["s002"])))
    }

    @Test("Struck and added premises and the scenario stand among the limits")
    func viewpointInLimits() throws {
        let theCase = try readUkraine().case
        let premise = try #require(theCase.seen(from: Viewpoint(perspective: "s003")).applied.first?.origin)
        let view = View(theCase, from: Viewpoint(perspective: "s003", struck: [premise]))
        #expect(try Comparison(of: view).limits.contains(.struck([premise])))
    }

    @Test("A perspective's own date can only be earlier than the case's")
    func laterDate() throws {
        let files = ["perspectives/v.yaml": "id: v\nname: V\nasOf: 2030\n"]
        let theCase = try ComparisonTests.fixture.with(files).read().case
        #expect(View(theCase, from: Viewpoint(perspective: "v")).case.frame.asOf == theCase.frame.asOf)
    }
}

@Suite struct UkraineTests {
    @Test("The shipped case: what it holds")
    func counts() throws {
        let theCase = try readUkraine().case
        let found = try Inventory(of: View(theCase, from: .base))
        let numbers = Dictionary(uniqueKeysWithValues: found.counts.map { ($0.kind, $0.number) })
        let expected: [Inventory.Kind: Int] = [
            .sources: 5, .actors: 22, .issues: 30, .drafts: 15, .events: 41, .linkages: 15, .guarantees: 8,
            .clauses: 11,
            .money: 10, .papers: 5, .questions: 10, .claims: 29, .perspectives: 6,
        ]
        for (kind, number) in expected { #expect(numbers[kind] == number, "\(kind)") }
        #expect(found.uncited == [] && found.untranslated == [])
    }

    @Test("Point by point: the grid of the material, and what is silent")
    func grid() throws {
        let found = try Comparison(of: View(try readUkraine().case, from: .base))
        func cell(_ draft: String, _ issue: String) throws -> Comparison.Cell {
            let column = try #require(found.drafts.firstIndex { $0.proposal.id == draft })
            let row = try #require(found.issues.firstIndex { $0.id == issue })
            return found.cells[column][row]
        }
        func third(_ number: Int) -> Interval { Interval(Rational(number, over: 3)) }
        #expect(try cell("putin-2024", "crimea").position == third(0))
        #expect(try cell("witkoff-2025-04", "luhansk").position == third(1))
        #expect(try cell("us28-2025-11", "donetsk-held").position == third(1))
        #expect(try cell("minimum-001", "donetsk-held").position == third(3))
        #expect(try cell("us28-2025-11", "forces").position == Interval(Rational(3, over: 5)))
        #expect(try cell("us28-2025-11", "alignment").position == Interval(Rational(1, over: 4)))
        #expect(try cell("us28-2025-11", "order").state == .silent)
        #expect(try cell("witkoff-2025-04", "donetsk-held").state == .silent)
        #expect(try cell("istanbul-2025-06", "crimea").state == .unreported)
        let guarantor = try cell("us28-2025-11", "guarantor")
        #expect(
            guarantor.state == .ambiguous && guarantor.pullsApart
                && guarantor.terms.map(\.point) == ["5", "10"])
        #expect(
            found.cells.allSatisfy { row in row.allSatisfy { $0.terms.isEmpty || !$0.reportedBy.isEmpty } })
    }

    @Test("Every perspective lies on the base without a collision; striking a premise gives back what it set")
    func overlays() throws {
        let theCase = try readUkraine().case
        let base = theCase.seen(from: .base).case
        for perspective in theCase.perspectives {
            let full = theCase.seen(from: Viewpoint(perspective: perspective.id))
            #expect(full.problems == [], "\(perspective.id)")
            #expect(!full.applied.isEmpty)
            for applied in full.applied
            where applied.origin.hasPrefix(perspective.id + ".") && perspective.parent == nil {
                let struck = theCase.seen(
                    from: Viewpoint(perspective: perspective.id, struck: [applied.origin]))
                let target = applied.setting.target
                #expect(
                    struck.case.content(at: target) == base.content(at: target), "\(applied.origin) \(target)"
                )
                #expect(full.applied.count > struck.applied.count)
            }
        }
    }
}
