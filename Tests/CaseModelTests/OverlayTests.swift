import CaseFiles
import CaseModel
import Foundation
import Numbers
import Support
import Testing

/// A case with one of everything that a premise can set.
let overlayFixture = CaseText([
    "actors.yaml": "- {id: ru, name: R, basis: own}\n- {id: ua, name: U, basis: own}\n",
    "sources.yaml": "- {id: s1, title: A, paragraphs: line}\n- {id: s2, title: B, paragraphs: line}\n",
    "issues.yaml": """
    issues:
      - {id: troops, name: T, alternatives: [none, some, many], basis: own}
      - {id: law, kind: nominal, negotiable: false, alternatives: [in-force, lifted], now: in-force, basis: own}
    infeasible:
      - {id: no-many, when: troops = many, basis: own}

    """,
    "linkages.yaml":
        "- {id: tie, name: T, if: troops = some, then: law = lifted, kind: hard, active: false, basis: own}\n",
    "ratification.yaml":
        "bodies: [{id: house, name: H, members: 100, basis: own}]\nrules: [{id: treaty, needs: {share: 2/3, of: house}, basis: own}]\n",
    "steps.yaml":
        "- {id: halt, by: [ru], gives: {ru: 0.2}, costs: {ru: 0.1}, temptation: {ru: 0.25..0.4}, basis: own}\n",
    "models/stability.yaml": """
    options:
      - {id: press, of: ru, basis: own}
      - {id: yield, of: ua, basis: own}
    statusQuo: [press]
    decisionMakers:
      - {id: ru, preferences: [{slot: 10, prefer: press, basis: own}]}
      - {id: ua}
    infeasible:
      - {id: f1, when: press and yield, basis: own}

    """,
    "models/packages.yaml": """
    parties:
      - {id: ru, weights: {troops: 3}, values: {troops: {none: 1, some: 0.5, many: 0}}, reservation: 0.5, basis: own}
    parameters: {credit: 0..1}

    """,
    "models/games/keep.yaml":
        "id: keep\nplayers: [ru]\nparameters: {chance: {point: 0.5, range: 0..1}}\ntree: {payoff: {ru: chance}}\n",
    "models/forecast.yaml":
        "axis: {id: overall}\nactors: [{actor: ru, position: 10, salience: 0.5, capability: 80, basis: own}]\n",
])

@Suite struct OverlayTests {
    /// Every kind of setting, with the target's content in the base.
    static let settings: [(setting: String, base: String?, seen: String)] = [
        ("{prefer: not press, of: ru, slot: 10}", "press", "not press"),
        ("{prefer: yield, of: ua, slot: 20}", nil, "yield"),
        ("{weight: troops, of: ru, is: 5}", "3", "5"),
        ("{value: troops = some, of: ru, is: 0.8}", "0.5", "0.8"),
        ("{reservation: ru, is: 0.4..0.6}", "0.5", "0.4–0.6"),
        ("{parameter: keep.chance, is: 0..0.15}", "0.5 [0–1]", "0–0.15"),
        ("{parameter: packages.credit, is: 0.3}", "0–1", "0.3"),
        ("{position: ru, is: 25}", "10", "25"),
        ("{salience: ru, is: 0.9}", "0.5", "0.9"),
        ("{capability: ru, is: 0}", "80", "0"),
        ("{forbid: f1, when: press}", "forbidden when press and yield", "forbidden when press"),
        ("{forbid: new-rule, when: troops = none}", nil, "forbidden when troops = none"),
        ("{allow: no-many}", "forbidden when troops = many", "allowed"),
        ("{allow: f1}", "forbidden when press and yield", "allowed"),
        ("{linkage: tie, is: on}", "off", "on"),
        ("{linkage: tie, is: {bonus: 0.1}}", "off", "bonus 0.1"),
        ("{rule: treaty, is: {passes: 0}}", "as written", "passes 0"),
        ("{rule: treaty, is: off}", "as written", "off"),
        ("{step: halt, of: ru, gives: 0.7}", "0.2", "0.7"),
        ("{step: halt, of: ua, costs: 0.3}", nil, "0.3"),
        ("{step: halt, of: ru, temptation: 0.9}", "0.25–0.4", "0.9"),
        ("{option: yield, direction: forward}", "both", "forward"),
        ("{statusQuo: [yield]}", "press", "yield"),
        ("{circumstance: law, is: lifted}", "in-force", "lifted"),
    ]

    private func perspective(_ sets: [String], assume: [String] = []) -> [String: String] {
        let premises = sets.enumerated().map {
            "  - {id: p\($0 + 1), text: P, cite: [{source: s1, paragraph: 1, begins: a b c}], sets: [\($1)]}\n"
        }
        let own = assume.enumerated().map { "  - {id: a\($0 + 1), sets: [\($1)]}\n" }
        return [
            "perspectives/v.yaml": "id: v\nname: V\n"
                + (premises.isEmpty ? "" : "premises:\n" + premises.joined())
                + (own.isEmpty ? "" : "assume:\n" + own.joined())
        ]
    }

    @Test(
        "Every kind of setting sets what it says, and striking it finds the old value again",
        arguments: settings)
    func setAndStrike(setting: String, base: String?, seen: String) throws {
        let theCase = try overlayFixture.with(perspective([setting])).read().case
        let view = theCase.seen(from: Viewpoint(perspective: "v"))
        #expect(view.problems == [])
        let applied = try #require(view.applied.first)
        let target = applied.setting.target
        #expect(theCase.content(at: target).map { "\($0)" } == base)
        #expect(view.case.content(at: target).map { "\($0)" } == seen)
        let struck = theCase.seen(from: Viewpoint(perspective: "v", struck: ["v.p1"]))
        #expect(struck.applied.isEmpty && struck.problems == [])
        #expect(struck.case == theCase.seen(from: .base).case)
    }

    @Test("A set value names its premise and the premise's passage")
    func basis() throws {
        let theCase = try overlayFixture.with(perspective(["{parameter: keep.chance, is: 0.2}"])).read().case
        let held = try #require(
            theCase.seen(from: Viewpoint(perspective: "v")).case.parameter("keep.chance")?.held)
        #expect(held.basis.premise == "v.p1")
        #expect(held.basis.citations == [.passage(source: "s1", paragraph: 1, begins: "a b c")])
        #expect(held.place.file == "perspectives/v.yaml")
    }

    @Test(
        "Striking one premise changes exactly what it set, for every subset of all settings that fit together"
    )
    func strikingIsExact() throws {
        let sets = Self.settings.map(\.setting)
        var kept: [String] = []
        for set in sets {
            let theCase = try overlayFixture.with(perspective(kept + [set])).read().case
            if theCase.seen(from: Viewpoint(perspective: "v")).problems.isEmpty { kept.append(set) }
        }
        #expect(kept.count == Self.settings.count - 3)
        let theCase = try overlayFixture.with(perspective(kept)).read().case
        let full = theCase.seen(from: Viewpoint(perspective: "v"))
        let base = theCase.seen(from: .base).case
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let struck = Set((1...kept.count).filter { _ in random.next(in: 0...1) == 0 }.map { "v.p\($0)" })
            let view = theCase.seen(from: Viewpoint(perspective: "v", struck: struck))
            for applied in full.applied {
                let target = applied.setting.target
                let expected =
                    struck.contains(applied.origin) ? base.content(at: target) : full.case.content(at: target)
                #expect(view.case.content(at: target) == expected, "seed \(seed): \(target)")
            }
        }
    }

    @Test("Two settings of one target collide with both places; equal ones do not")
    func collisions() throws {
        let theCase = try overlayFixture.with(
            perspective(["{parameter: keep.chance, is: 0.2}", "{parameter: keep.chance, is: 0.3}"])
        ).read().case
        let view = theCase.seen(from: Viewpoint(perspective: "v"))
        guard case .collision(.parameter("keep.chance"), let first, let second)? = view.problems.first else {
            Issue.record("no collision: \(view.problems)")
            return
        }
        #expect(first.line == 4 && second.line == 5 && first.file == "perspectives/v.yaml")
        #expect(view.case.parameter("keep.chance")?.held.value.point == Rational(1, over: 5))
        let equal = try overlayFixture.with(
            perspective(["{parameter: keep.chance, is: 0.2}", "{parameter: keep.chance, is: 0.2}"])
        ).read().case
        #expect(equal.seen(from: Viewpoint(perspective: "v")).problems == [])
    }

    @Test("A branch applies its parent first, may override it, and the override is listed")
    func branches() throws {
        let files = perspective(["{parameter: keep.chance, is: 0.2}"]).merging([
            "perspectives/w.yaml":
                "id: w\nname: W\nextends: v\npremises:\n  - {id: q, text: Q, sets: [{parameter: keep.chance, is: 0.9}]}\n"
        ]) { $1 }
        let theCase = try overlayFixture.with(files).read().case
        let view = theCase.seen(from: Viewpoint(perspective: "w"))
        #expect(view.case.parameter("keep.chance")?.held.value.point == Rational(9, over: 10))
        #expect(view.overridden.map(\.first.file) == ["perspectives/v.yaml"])
        #expect(view.problems == [])
        let struck = theCase.seen(from: Viewpoint(perspective: "w", struck: ["w.q"]))
        #expect(struck.case.parameter("keep.chance")?.held.value.point == Rational(1, over: 5))
    }

    @Test("Assumptions are struck like premises; a premise can be exchanged for a rival")
    func exchange() throws {
        let files = perspective([], assume: ["{capability: ru, is: 1}"]).merging([
            "perspectives/w.yaml":
                "id: w\nname: W\npremises:\n  - {id: q, text: Q, sets: [{capability: ru, is: 2}]}\n"
        ]) { $1 }
        let theCase = try overlayFixture.with(files).read().case
        func capability(_ viewpoint: Viewpoint) -> Rational? {
            theCase.seen(from: viewpoint).case.forecast?.actors[0].capability?.value.point
        }
        #expect(capability(.base) == 80)
        #expect(capability(Viewpoint(perspective: "v")) == 1)
        #expect(capability(Viewpoint(perspective: "v", struck: ["v.a1"])) == 80)
        #expect(capability(Viewpoint(perspective: "v", struck: ["v.a1"], added: ["w.q"])) == 2)
        #expect(theCase.seen(from: Viewpoint(perspective: "v", added: ["w.q"])).problems.count == 1)
        #expect(
            theCase.seen(from: Viewpoint(perspective: "v", struck: ["v.p7"])).problems == [
                .unknownPremise("v.p7", nearest: nil)
            ])
    }

    @Test("A scenario lies above a perspective")
    func scenarios() throws {
        let files = perspective(["{capability: ru, is: 1}"]).merging([
            "scenarios/gone.yaml":
                "id: gone\nname: G\nsets: [{capability: ru, is: 0}, {forbid: no-press, when: press}]\n"
        ]) { $1 }
        let theCase = try overlayFixture.with(files).read().case
        let view = theCase.seen(from: Viewpoint(perspective: "v", scenario: "gone"))
        #expect(view.case.forecast?.actors[0].capability?.value.point == 0)
        #expect(view.overridden.count == 1 && view.problems == [])
        #expect(view.case.feasibilityRule("no-press")?.basis.premise == "gone")
        #expect(
            theCase.seen(from: Viewpoint(scenario: "gona")).problems == [
                .unknownScenario("gona", nearest: "gone")
            ])
        #expect(
            theCase.seen(from: Viewpoint(perspective: "w")).problems == [
                .unknownPerspective("w", nearest: "v")
            ])
    }

    @Test(
        "A setting whose target does not exist is an error of the case",
        arguments: [
            ("{parameter: keep.chnce, is: 0.2}", "there is no parameter 'keep.chnce'"),
            ("{prefer: press, of: us, slot: 1}", "there is no decision maker 'us'"),
            ("{weight: troops, of: ua, is: 1}", "there is no party of the packages 'ua'"),
            ("{position: ua, is: 1}", "the case has no position of ua"),
            ("{allow: f9}", "there is no feasibility rule 'f9'"),
            ("{circumstance: troops, is: none}", "the case has no circumstance troops"),
            ("{statusQuo: [press, peace]}", "there is no option of the stability model 'peace'"),
            ("{linkage: knot, is: on}", "there is no linkage 'knot'"),
            (
                "{press: 1}",
                "a setting is exactly one of: prefer, weight, value, reservation, parameter, position, salience, capability, forbid, allow, linkage, rule, step, option, statusQuo, circumstance"
            ),
        ])
    func targets(setting: String, message: String) throws {
        let problems = try overlayFixture.with(perspective([setting])).problems()
        #expect(problems.map(\.message).contains(message), "\(problems)")
    }

    @Test("Statements that were put in order by source give the same view as those that were not")
    func grouped() throws {
        let theCase = try readUkraine().case
        var ungrouped = theCase
        ungrouped.statements = theCase.statements
        for perspective in theCase.perspectives {
            let viewpoint = Viewpoint(perspective: perspective.id)
            let found = theCase.seen(from: viewpoint).case.statements
            #expect(found == ungrouped.seen(from: viewpoint).case.statements && !found.isEmpty)
        }
    }

    @Test("What a perspective takes: sources, voices, drops, and its own date")
    func filters() throws {
        let files = [
            "statements/a.yaml": """
            - {id: st1, holder: ru, via: [s1], on: i:troops, value: none, basis: own}
            - {id: st2, holder: ru, via: [ru, s1], on: i:troops, value: none, basis: own}
            - {id: st3, holder: ru, via: [s2], on: i:troops, value: none, basis: own}
            - {id: st4, holder: ru, via: [s1], on: i:troops, value: none, said: 2026-01-20, basis: own}
            - {id: st5, holder: ru, via: [s1], on: i:troops, value: none, basis: own}

            """,
            "events.yaml":
                "- {id: e1, on: 2025, told: [{by: s1, text: X, basis: own}, {by: s2, text: Y, basis: own}]}\n- {id: e2, on: 2025, told: [{by: s2, text: Y, basis: own}]}\n",
            "proposals/d.yaml": """
            id: d
            name: D
            date: 2025
            extent: reported
            points:
              - {id: "1", terms: {troops: some}, cite: [{source: s2, paragraph: 1, begins: a b c}]}

            """,
            "perspectives/v.yaml":
                "id: v\nname: V\nasOf: 2026-01-10\ntake: {sources: [s1], voice: [own], drop: [st5]}\n",
        ]
        let theCase = try overlayFixture.with(files).read().case
        let seen = theCase.seen(from: Viewpoint(perspective: "v")).case
        #expect(seen.statements.map(\.id) == ["st1"])
        #expect(seen.events.map(\.id) == ["e1"] && seen.events[0].told.map(\.by) == ["s1"])
        #expect(seen.proposals.first?.points.isEmpty ?? false)
        let whole = try overlayFixture.with(files).with([
            "proposals/d.yaml": try #require(files["proposals/d.yaml"]).replacingOccurrences(
                of: "reported", with: "whole")
        ]).read().case
        #expect(whole.seen(from: Viewpoint(perspective: "v")).case.proposals.first?.points.count == 1)
    }
}
