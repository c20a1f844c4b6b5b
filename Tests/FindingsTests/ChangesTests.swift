import CaseFiles
import CaseModel
import Findings
import Numbers
import Support
import Testing

@Suite("Distances, steps, who moved")
struct ChangesTests {
    static let fixture = CaseText([
        "actors.yaml": """
        - {id: ru, name: R, ideal: {line: far}, basis: own}
        - {id: ua, name: U, ideal: p:aims, basis: own}
        - {id: us, name: A, basis: own}

        """,
        "sources.yaml": """
        - {id: s1, title: A, paragraphs: line}
        - {id: s2, title: B, paragraphs: line}

        """,
        "issues.yaml": """
        issues:
          - {id: line, name: L, alternatives: [far, near, here], statusQuo: near, basis: own}
          - {id: troops, name: T, alternatives: [none, some, many], basis: own}
          - {id: seat, name: S, kind: nominal, alternatives: [x, y], basis: own}
          - {id: peace, name: P, alternatives: [less, more], shared: true, basis: own}

        """,
        "proposals/aims.yaml": """
        {id: aims, name: Aims, date: 2025-01, kind: yardstick, basis: own, points: [{id: "1", terms: {line: here, troops: many}}]}

        """,
        "proposals/first.yaml": """
        id: first
        name: First
        date: 2025-02
        extent: whole
        basis: own
        points:
          - {id: "1", terms: {line: near, peace: less}}
          - {id: "2", terms: {seat: x}}

        """,
        "proposals/second.yaml": """
        id: second
        name: Second
        date: 2025-03
        extent: reported
        from: [first]
        basis: own
        points:
          - {id: "1a", from: [first.1], terms: {line: far, peace: more}}
          - {id: "1b", from: [first.1], terms: {troops: some, seat: silent}}

        """,
        "proposals/third.yaml": """
        {id: third, name: Third, date: 2025-04, extent: whole, from: [second], basis: own, points: [{id: "1", terms: {peace: less}}]}

        """,
        "statements/mk.yaml": """
        - {id: g, holder: ua, via: [us, s1], on: i:line, value: here, given: seat = x, said: 2025-01, basis: own}
        - {id: h, holder: ua, via: [us, s1], on: i:line, value: far, given: seat = y, said: 2025-02, basis: own}
        - {id: i, holder: ua, via: [us, s1], on: i:troops, value: {value: many, if: seat = x, else: none}, said: 2025-01, basis: own}
        - {id: j, holder: ua, via: [us, s1], on: i:troops, value: none, said: 2025-02, basis: own}
        - {id: a, holder: us, via: [us, s1], on: i:line, value: here, said: 2025-01, basis: own}
        - {id: b, holder: us, via: [us, s1], on: i:line, value: {ambiguous: [near, here]}, said: 2025-02, basis: own}
        - {id: c, holder: us, via: [us, s2], on: i:line, value: far, valid: 2025-03/.., basis: own}
        - {id: d, holder: us, via: [us, s2], on: i:line, value: near, basis: own}
        - {id: e, holder: ru, via: [s1], on: i:line, value: far, said: 2025, basis: own}
        - {id: f, holder: ru, via: [s1], on: i:line, value: here, said: 2025-06, basis: own}

        """,
    ])

    private func comparison(_ choices: Comparison.Choices = .init()) throws -> Comparison {
        try Comparison(of: View(try Self.fixture.read().case, from: .base), choices)
    }

    @Test("Yardsticks: an ideal issue by issue, a draft, and one that was asked for")
    func yardsticks() throws {
        let found = try comparison(.init(yardsticks: ["first"]))
        #expect(found.yardsticks.map(\.id) == ["ru", "ua", "p:first"])
        #expect(
            found.yardsticks.map(\.issues) == [["line"], ["line", "troops"], ["line", "seat", "peace"]])
        #expect(found.drafts.map(\.proposal.id) == ["aims", "first", "second", "third"])
        #expect(found.distances.map { $0[0].points } == [Interval(100), Interval(50), Interval(0), nil])
        #expect(found.distances[1][1].points == Interval(50))
        #expect(found.distances[1][1].coverage == Rational(1, over: 2))
        #expect(found.distances[1][1].envelope == Interval(25, 75))
        #expect(found.limits.contains(.yardsticks(of: ["ru", "ua"], actors: 3)))
        #expect(found.limits.contains(.equalWeights))
    }

    @Test("A step: position and scope apart, shared issues without poles, points that split")
    func step() throws {
        let step = try #require(try comparison().steps.first)
        #expect(step.from == "first" && step.to == "second" && step.kind == .lineage)
        #expect(step.change.shifts.map(\.issue) == ["line"])
        #expect(step.change.shifts.map(\.value) == [Interval(Rational(-1, over: 2))])
        #expect(step.change.position == Interval(Rational(-1, over: 2)))
        #expect(step.change.unordered.map(\.issue) == ["peace"])
        #expect(step.entered == ["troops"] && step.left == ["seat"] && step.becameSilent == ["seat"])
        #expect(step.movements.map(\.points) == [Interval(50), Interval(-50)])
        #expect(step.points?.split == ["1": ["1a", "1b"]] && step.points?.dropped == ["2"])
        #expect(step.points?.inherited == 1)
    }

    @Test("The rule for silence is a choice, and every step shows what the others give")
    func silence() throws {
        let step = try #require(
            try comparison(.init(silence: .statusQuo, pair: .init(from: "aims", to: "second"))).steps.first)
        #expect(step.kind == .asked)
        #expect(step.effects.map(\.rule) == [.skip, .statusQuo, .inherited])
        #expect(step.effects.map(\.compared) == [2, 2, 2])
        // 'first' says nothing on the line of 'third', which the status quo and the draft before fill in different ways.
        let filled = try #require(
            try comparison(.init(pair: .init(from: "second", to: "third"))).steps.first { $0.to == "third" })
        #expect(filled.kind == .lineage && filled.effects.map(\.compared) == [0, 1, 2])
        #expect(filled.effects.map(\.position) == [nil, Interval(Rational(1, over: 2)), Interval(0)])
        let later = try #require(try comparison(.init(silence: .inherited)).steps.first)
        // What 'second' leaves open, 'first' leaves open too, but for the seat, which has no order.
        #expect(later.effects.map { $0.silent + $0.unreported } == [0, 0, 1])
        #expect(later.change.unordered.map(\.issue) == ["seat", "peace"])
        #expect(later.change.unordered[0].value == Interval(0))
    }

    @Test("Who moved: by statements that are certainly later and cannot mean the same")
    func moves() throws {
        let found = try comparison().moves
        // From 'here' to 'near or here' may be no move; an undated statement is none; 'in 2025' is not before June 2025.
        #expect(found.map { "\($0.actor) \($0.before.id) \($0.after.id)" } == ["us b c"])
        #expect(found[0].shift == Interval(-1, Rational(-1, over: 2)) && !found[0].isToldByOne)
        #expect(found[0].to.text == "2025-03")
    }

    @Test("Alternatives with their texts; silence is no denial")
    func histories() throws {
        let found = try comparison().histories
        func history(_ alternative: String) -> Comparison.History? {
            found.first { $0.reading == .alternative(alternative) }
        }
        #expect(history("near")?.texts == ["first"] && history("near")?.isGone == true)
        #expect(history("x")?.isGone == false && history("here") == nil)
        #expect(try comparison().lines.map(\.drafts) == [["first", "second", "third"]])
        #expect(try comparison().lines[0].paths.map(\.issue) == ["line", "peace"])
    }

    @Test("A draft that is not there is named, with the nearest")
    func unknownDraft() throws {
        #expect(
            throws: NotAnswerable(
                question: .compare, perspective: nil, missing: [.reference("p:secon", nearest: "second")])
        ) { try comparison(.init(pair: .init(from: "first", to: "secon"))) }
    }

    @Test(
        "Ukraine: the paper of April and the plan of November barely differ where both speak; what grows is the scope"
    )
    func ukraine() throws {
        let found = try Comparison(of: View(try readUkraine().case, from: .base))
        let step = try #require(
            found.steps.first { $0.from == "witkoff-2025-04" && $0.to == "us28-2025-11" })
        let position = try #require(step.change.position)
        #expect(
            position.contains(0) && position.low > Rational(-1, over: 4)
                && position.high < Rational(1, over: 10))
        #expect(step.entered.count == 14 && step.becameSilent == ["order"])
        for issue in ["donetsk-held", "forces", "elections", "assets", "enlargement", "implementing-body"] {
            #expect(step.entered.contains(issue), "\(issue)")
        }
        // Crimea towards Ukraine's aims and the cooperation with Russia towards Russia's, as the material has it.
        let shifts = Dictionary(uniqueKeysWithValues: step.change.shifts.map { ($0.issue, $0.value) })
        #expect(shifts["crimea"] == Interval(Rational(1, over: 3)))
        #expect(shifts["us-russia-economy"] == Interval(Rational(-1, over: 2)))
        // Read as "things stay as they are", the same silence turns the change towards the first pole.
        let statusQuo = try #require(step.effects.first { $0.rule == .statusQuo })
        #expect(statusQuo.compared == 24 && (statusQuo.position?.high ?? 1) <= 0)
        #expect(statusQuo.unreported == 14 && statusQuo.silent == 1)
        // After December it goes the other way.
        let last = try #require(found.steps.first { $0.to == "us-ua20-2025-12" })
        #expect((last.change.position?.low ?? 0) > 0)
    }
}
