import CaseFiles
import CaseModel
import Findings
import Numbers
import Support
import Testing

@Suite("Promises clause by clause")
struct ClausesTests {
    private func reading() throws -> GuaranteeReading {
        try GuaranteeReading(of: View(try readUkraine().case, from: .base))
    }

    @Test("Budapest, Article 5, the April paper, the 28 points and the Paris text fall into different cells")
    func axes() throws {
        let found = try reading()
        func axes(_ id: String) throws -> [GuaranteeReading.AxisState] {
            try #require(found.promises.first { $0.guarantee.id == id }).axes
        }
        #expect(try axes("g-budapest") == [.no, .no, .no])
        #expect(try axes("g-article-5") == [.yes, .yes, .unreported])
        #expect(try axes("g-witkoff") == [.open, .unreported, .unreported])
        #expect(try axes("g-us28") == [.no, .unreported, .no])
        #expect(try axes("g-paris") == [.open, .unreported, .yes])
        let cells = try ["g-budapest", "g-article-5", "g-witkoff", "g-us28", "g-paris"].map(axes)
        #expect(Set(cells).count == 5)
    }

    @Test("The 28 points name no guarantor; of the Paris text the sources differ on who is bound")
    func slots() throws {
        let found = try reading()
        let plan = try #require(found.promises.first { $0.guarantee.id == "g-us28" })
        #expect(plan.empty == [.guarantor] && plan.vague == [.trigger, .response])
        #expect(plan.denied == ["allied-troops", "us-soldiers", "named-guarantor", "unpriced"])
        let paris = try #require(found.promises.first { $0.guarantee.id == "g-paris" })
        #expect(paris.draft?.authors.map(\.says) == ["s001", "s002"])
        #expect(found.promises.filter(\.isPrecedent).map(\.guarantee.id) == ["g-budapest", "g-article-5"])
    }

    @Test("Axes: one clause that is stated makes it so, and only all excluded make it not so")
    func union() throws {
        let theCase = try CaseText([
            "guarantees.yaml": """
            clauses:
              - {id: a, name: A, axis: automatic, basis: own}
              - {id: b, name: B, axis: automatic, basis: own}
            guarantees:
              - {id: one, name: O, clauses: {a: denied, b: stated}, basis: own}
              - {id: two, name: T, clauses: {a: denied, b: denied}, legal: none, basis: own}
              - {id: three, name: H, clauses: {a: denied, b: silent}, legal: {ambiguous: any}, basis: own}
              - {id: four, name: F, clauses: {a: denied}, legal: ratified-treaty, basis: own}

            """
        ]).read().case
        let found = try GuaranteeReading(of: View(theCase, from: .base))
        #expect(found.promises.map { $0.axes[1] } == [.yes, .no, .silent, .unreported])
        #expect(found.promises.map { $0.axes[0] } == [.unreported, .no, .open, .yes])
        #expect(found.limits == [.axesWithoutClause([.forwardDeployed])])
    }

    @Test("How plainly a text speaks, by whom its points give something")
    func plainness() throws {
        let theCase = try CaseText([
            "actors.yaml": "- {id: n, name: N, basis: own}\n- {id: s, name: S, basis: own}\n",
            "issues.yaml":
                "issues:\n  - {id: i, name: I, alternatives: [x, y], basis: own}\n  - {id: j, name: J, alternatives: [x, y], basis: own}\n",
            "guarantees.yaml": "guarantees:\n  - {id: g, name: G, basis: own}\n",
            "proposals/d.yaml":
                "id: d\nname: D\ndate: 2026\nbasis: own\npoints:\n  - {id: \"1\", benefits: [n], terms: {i: x}}\n  - {id: \"2\", benefits: [n, s], terms: {j: {ambiguous: any}}}\n",
        ]).read().case
        let found = try GuaranteeReading(of: View(theCase, from: .base)).plainness
        #expect(
            found.map { "\($0.beneficiary ?? "-") \($0.plain)/\($0.plain + $0.vague)" } == ["n 1/2", "s 0/1"])
    }

    @Test("Without promises there is no answer, and it says what is missing")
    func none() throws {
        let bare = try CaseText([:]).read().case
        #expect(throws: NotAnswerable(question: .clauses, perspective: nil, missing: [.guarantees])) {
            try GuaranteeReading(of: View(bare, from: .base))
        }
        #expect(throws: NotAnswerable(question: .bars, perspective: nil, missing: [.drafts, .gates])) {
            try LegalBars(of: View(bare, from: .base))
        }
        #expect(throws: NotAnswerable(question: .money, perspective: nil, missing: [.money])) {
            try MoneyTable(of: View(bare, from: .base))
        }
    }
}

@Suite("Norms, votes, bars")
struct BarsTests {
    /// Each flag as its gate, its kind, and whether it hangs on a reading.
    private func flags(_ draft: String, _ viewpoint: Viewpoint = .base) throws -> [String] {
        let found = try LegalBars(of: View(try readUkraine().case, from: viewpoint))
        return try #require(found.drafts.first { $0.proposal.id == draft }).flags.map {
            "\(found.gates[$0.gate].id) \($0.kind)" + ($0.isOpen ? " open" : "")
        }
    }

    @Test("The 28 points: an amendment barred under martial law, and a deadline that runs against it")
    func deadline() throws {
        let found = try flags("us28-2025-11")
        #expect(found.contains { $0.starts(with: "no-amendment blockedToday") && !$0.hasSuffix("open") })
        #expect(
            found.contains("election-deadline deadline(Optional(\"100 days\"), against: [\"no-amendment\"])"))
        #expect(found.contains("allies-statutes outsiders([\"nato\"])"))
        #expect(found.contains("no-binding-cession excluded(by: [\"s001\", \"s003\"])"))
        // The US itself wrote it, so its Senate would be no outsider; nothing there needs the Senate.
        #expect(!found.contains { $0.starts(with: "us-treaty") })
    }

    @Test("What can be read in several ways is open, and what a draft does not say is no flag")
    func open() throws {
        let found = try flags("us-ua20-2025-12")
        #expect(!found.isEmpty && found.allSatisfy { $0.hasSuffix("open") })
        #expect(try flags("istanbul-2025-06").isEmpty)
    }

    @Test("From a perspective only the norms of the sources that it takes")
    func owners() throws {
        let found = try LegalBars(of: View(try readUkraine().case, from: Viewpoint(perspective: "s003")))
        let owners = found.gates.compactMap { gate in
            if case .norm(let norm) = gate.content { norm.invokedBy } else { nil }
        }
        #expect(!owners.isEmpty && owners.allSatisfy { $0.contains("s003") })
    }

    @Test(
        "A norm and a rule of one id, a choice of consents, a body as veto, an opt-out, a bound outside the range"
    )
    func edges() throws {
        let theCase = try CaseText([
            "actors.yaml":
                "- {id: n, name: N, basis: own}\n- {id: s, name: S, basis: own}\n- {id: w, name: W, basis: own}\n",
            "issues.yaml":
                "issues:\n  - {id: a, name: A, kind: interval, range: 0..1000, alternatives: [{id: none, value: 0}], basis: own}\n",
            "norms.yaml":
                "- {id: same, name: Norm, excludes: a >= 5000, invoked: [n], basis: own}\n- {id: low, name: Low, excludes: a <= 700, invoked: [n], basis: own}\n",
            "ratification.yaml": """
            bodies:
              - {id: house, name: House, actor: n, members: 10, basis: own}
            rules:
              - {id: same, name: Rule, applies: a >= 1, needs: {any: [{veto: n}, {veto: s}]}, basis: own}
              - {id: both, name: Both, applies: a >= 1, needs: {all: [{veto: house}, {veto: s}, {veto: w}]}, optOut: [w], basis: own}
              - {id: soon, name: Soon, applies: a >= 1, within: 10 days, conflictsWith: [same], basis: own}

            """,
            "proposals/d.yaml":
                "id: d\nname: D\ndate: 2025-01\nby: [n]\nbasis: own\npoints: [{id: \"1\", terms: {a: 650}}]\n",
        ]).read().case
        let found = try LegalBars(of: View(theCase, from: .base))
        #expect(found.drafts[0].verdicts == [.bearsNot, .bears, .bears, .bears, .bears])
        let flags = found.drafts[0].flags.map { "\(found.gates[$0.gate].name.en ?? "") \($0.kind)" }
        #expect(!flags.contains { $0.starts(with: "Rule outsiders") })
        #expect(flags.contains("Both outsiders([\"s\"])"))
        #expect(flags.contains("Soon deadline(Optional(\"10 days\"), against: [\"same\"])"))
        #expect(!flags.contains { $0.starts(with: "Norm") })
    }

    @Test("A premise that lifts martial law takes the bar away")
    func lifted() throws {
        let theCase = try CaseText([
            "issues.yaml": """
            issues:
              - {id: ban, name: B, alternatives: [full, none], basis: own}
              - {id: war, name: W, kind: nominal, negotiable: false, alternatives: [in-force, lifted], now: in-force, basis: own}
            infeasible:
              - {id: never, when: ban = none and war = in-force, because: no, basis: own}

            """,
            "ratification.yaml":
                "rules:\n  - {id: bar, name: Bar, applies: ban = full, blocked: war = in-force, basis: own}\n",
            "proposals/d.yaml":
                "id: d\nname: D\ndate: 2026\nbasis: own\npoints: [{id: \"1\", terms: {ban: full}}]\n",
            "proposals/e.yaml":
                "id: e\nname: E\ndate: 2026\nbasis: own\npoints: [{id: \"1\", terms: {ban: none}}]\n",
            "scenarios/peace.yaml":
                "id: peace\nname: P\nbasis: own\nsets: [{circumstance: war, is: lifted}]\n",
        ]).read().case
        func kinds(_ scenario: String?, _ draft: Int) throws -> [LegalBars.Flag.Kind] {
            try LegalBars(of: View(theCase, from: Viewpoint(scenario: scenario))).drafts[draft].flags.map(
                \.kind)
        }
        let war = Formula.atom(.settled(issue: "war", among: ["in-force"]))
        #expect(try kinds(nil, 0) == [.blockedToday(war)])
        #expect(try kinds("peace", 0) == [])
        #expect(try kinds(nil, 1) == [.impossible])
        #expect(try kinds("peace", 1) == [])
    }
}

@Suite("Stocks and claims")
struct MoneyTests {
    @Test("Shares only where both sums are known in one unit; unknown stays unknown")
    func shares() throws {
        let theCase = try CaseText([
            "money.yaml": """
            - {id: stock, name: S, amount: 200, unit: EUR bn, basis: own}
            - {id: half, name: H, amount: 90..100, unit: EUR bn, from: stock, in: p:d, basis: own}
            - {id: gains, name: G, amount: 0.5, unit: share, from: half, in: p:d, basis: own}
            - {id: dollars, name: D, amount: 50, unit: USD bn, from: stock, in: p:e, basis: own}
            - {id: rest, name: R, amount: unknown, unit: EUR bn, from: stock, in: p:e, basis: own}
            - {id: whole, name: A, amount: 300, unit: EUR bn, from: stock, basis: own}
            - {id: alone, name: O, amount: 1, unit: unknown, basis: own}

            """, "proposals/d.yaml": "{id: d, name: D, date: 2025-01, basis: own}\n",
            "proposals/e.yaml": "{id: e, name: E, date: 2025-02, basis: own}\n",
        ]).read().case
        let found = try MoneyTable(of: View(theCase, from: .base))
        #expect(found.stocks.map(\.money.id) == ["stock"] && found.others.map(\.id) == ["alone"])
        let divisions = found.stocks[0].divisions
        #expect(divisions.map(\.draft?.id) == ["d", "e", nil])
        #expect(divisions[0].claims[0].size == .share(Interval(Rational(9, over: 20), Rational(1, over: 2))))
        #expect(divisions[0].rest == Interval(Rational(1, over: 2), Rational(11, over: 20)))
        #expect(divisions[0].claims[0].within.map(\.id) == ["gains"])
        #expect(divisions[1].claims.map(\.size) == [.otherUnit, .unknown] && divisions[1].rest == nil)
        #expect(divisions[2].asksTooMuch && divisions[2].rest == nil)
        #expect(found.limits == [.unknownSums(2, of: 7)])
    }

    @Test("Ukraine: the currency of the 100 bn stays unknown and is set against no stock")
    func ukraine() throws {
        let found = try MoneyTable(of: View(try readUkraine().case, from: .base))
        let plan = try #require(found.stocks.first?.divisions.first { $0.draft?.id == "us28-2025-11" })
        let share = try #require(plan.claims.first { $0.money.id == "ua-share" })
        #expect(share.size == .otherUnit && share.money.unit == nil && share.within.map(\.id) == ["us-gains"])
        #expect(plan.rest == nil)
    }
}

@Suite("What stays in the house")
struct WithheldTests {
    private let house = CaseText([
        "sources.yaml":
            "- {id: s1, title: Secret, access: closed, standpoint: an insider, missing: [nobody asked], documents: [a memo], paragraphs: line}\n",
        "actors.yaml":
            "- {id: n, name: N, ideal: p:hidden, basis: own}\n- {id: s, name: S, ideal: p:later, basis: own}\n",
        "issues.yaml": "issues:\n  - {id: a, name: A, alternatives: [x, y], basis: own}\n",
        "proposals/hidden.yaml":
            "id: hidden\nname: Hidden\ndate: 2025-01\naudience: internal\nbasis: own\npoints: [{id: \"1\", terms: {a: x}}]\n",
        "proposals/later.yaml":
            "id: later\nname: Later\ndate: 2025-06\nbasis: own\npoints: [{id: \"1\", terms: {a: y}}]\n",
        "proposals/open.yaml":
            "id: open\nname: Open\ndate: 2025-02\nbasis: own\npoints: [{id: \"1\", terms: {a: x}}]\n",
        "guarantees.yaml":
            "guarantees:\n  - {id: g, name: G, tested: {on: 2025-06, kept: false}, basis: own}\n  - {id: h, name: H, in: p:hidden, basis: own}\n",
        "money.yaml":
            "- {id: m, name: M, amount: 1, unit: EUR, in: p:hidden, basis: own}\n- {id: k, name: K, amount: 2, unit: EUR, basis: own}\n",
        "predictions.yaml":
            "- {id: f, by: s1, made: 2025-01, text: T, rule: R, due: 2025-12, resolved: {on: 2025-06, as: true}, basis: own}\n",
        "norms.yaml": "- {id: o, name: O, excludes: a = y, invoked: [n], basis: own}\n",
        "perspectives/early.yaml": "id: early\nname: E\nasOf: 2025-03\n",
    ])

    @Test("An internal draft is nobody's yardstick, promise or sum, and is in no brief, bar or page")
    func hidden() throws {
        let view = View(try house.read().case, from: .base)
        let comparison = try Comparison(of: view)
        #expect(comparison.yardsticks.map(\.actor) == ["s"])
        #expect(comparison.drafts.map(\.proposal.id) == ["open", "later"])
        #expect(!comparison.limits.contains(.yardstickNotSeen(["n"])))
        #expect(try GuaranteeReading(of: view).promises.map(\.guarantee.id) == ["g"])
        #expect(try MoneyTable(of: view).others.map(\.id) == ["k"])
        #expect(try LegalBars(of: view).drafts.map(\.proposal.id) == ["open", "later"])
        let report = try CaseReport(of: view, draws: 0)
        #expect(report.actors.map(\.ideal) == [nil, .proposal("later")])
        let source = try #require(report.overview.sources.first)
        #expect(source.standpoint == Label() && source.missingVoices.isEmpty && source.documents.isEmpty)
        #expect(
            throws: NotAnswerable(
                question: .compare, perspective: nil, missing: [.reference("p:hidden", nearest: nil)])
        ) {
            try Comparison(of: view, .init(yardsticks: ["hidden"]))
        }
    }

    @Test("From an earlier date nobody knows what came later, and a later draft is said to be later")
    func later() throws {
        let view = View(try house.read().case, from: Viewpoint(perspective: "early"))
        #expect(try GuaranteeReading(of: view).promises.map(\.guarantee.tested) == [nil])
        #expect(view.case.predictions.map(\.resolved) == [nil])
        #expect(try Comparison(of: view).limits.contains(.yardstickNotSeen(["s"])))
        let asOf = try #require(DateSpan(reading: "2025-03"))
        #expect(
            throws: NotAnswerable(
                question: .compare, perspective: "early", missing: [.laterThanView("p:later", asOf)])
        ) {
            try Comparison(of: view, .init(yardsticks: ["later"]))
        }
    }
}
