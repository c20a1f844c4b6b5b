import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Engines
@testable import Findings

@Suite("Guarantees")
struct GuaranteeFindingTests {
    // MARK: Published numbers

    /// Shares of 20 000 draws that another program took from the same boxes (the case's own oracle).
    struct Shares: Sendable, CustomTestStringConvertible {
        let perspective: String
        let form: String
        let attack: Double
        let total: Double
        let limited: Double
        let hollow: Double
        var testDescription: String { "\(perspective) \(form)" }
    }

    static let oracle = [
        Shares(perspective: "s000", form: "vague", attack: 0.98, total: 1, limited: 0.95, hollow: 0.05),
        Shares(perspective: "s000", form: "ratified", attack: 0.54, total: 0.97, limited: 0.94, hollow: 0.03),
        Shares(perspective: "s001", form: "vague", attack: 0.63, total: 0.34, limited: 0.06, hollow: 0.28),
        Shares(perspective: "s001", form: "ratified", attack: 0, total: 0.05, limited: 0.05, hollow: 0),
        Shares(perspective: "s002", form: "vague", attack: 0.54, total: 0.67, limited: 0.5, hollow: 0.18),
        Shares(perspective: "s002", form: "ratified", attack: 0.1, total: 0.52, limited: 0.5, hollow: 0.02),
        Shares(perspective: "s003", form: "vague", attack: 0.62, total: 0.9, limited: 0.78, hollow: 0.12),
        Shares(perspective: "s003", form: "ratified", attack: 0, total: 0.78, limited: 0.78, hollow: 0),
        Shares(perspective: "s004", form: "vague", attack: 0.98, total: 0.5, limited: 0.01, hollow: 0.49),
        Shares(perspective: "s004", form: "ratified", attack: 0.77, total: 0.29, limited: 0.01, hollow: 0.29),
    ]

    @Test("The shares over draws are those of another program, within sampling error", arguments: oracle)
    func shares(expected: Shares) throws {
        var choices = GuaranteeFinding.Choices()
        // 1 500 draws err by at most 1.3 points of a hundred (one standard error); the table is rounded to one.
        choices.draws = 1_500
        let view = View(try readUkraine().case, from: Viewpoint(perspective: expected.perspective))
        let trial = try #require(try GuaranteeFinding(of: view, choices).trial)
        let verdict = try #require(trial.verdicts.first { $0.given == ["form": expected.form] })
        func share(_ name: String) throws -> Interval {
            let place = try #require(trial.asks.firstIndex { $0.name == name })
            return try #require(verdict.shares[place])
        }
        let told = [
            ("path", expected.attack), ("consent-of-total", expected.total),
            ("consent-of-limited", expected.limited), ("hollow", expected.hollow),
        ]
        for (name, value) in told {
            let share = try share(name)
            #expect(
                Double(share.low) - 0.045 < value && value < Double(share.high) + 0.045, "\(name) \(share)")
        }
    }

    @Test("The three examples of G7: accepted and broken, rejected though it would fail, accepted and kept")
    func screening() throws {
        func screening(_ w: String) throws -> GuaranteeFinding.Screening {
            let text = "template: G7\nvalues: {theta: 0..1, q: 1/2, gain: 4, cost: 4, s: 1, w: \(w)}\n"
            return try #require(try finding(text).screenings.first)
        }
        let costless = try screening("2")
        #expect(costless.holds && costless.isChecked)
        #expect(costless.deterrent == Rational(1, over: 2) && costless.acceptable == Rational(3, over: 8))
        let costly = try screening("1/2")
        #expect(!costly.holds && costly.isChecked && costly.acceptable == nil)
    }

    @Test("The examples of G9: consent of 80 in 100 deters, of 70 does not")
    func clauses() throws {
        let finding = try finding(
            "template: G9\nvalues: {pi: 9/10, u: {point: 7/10, range: 7/10..4/5}, p: 3/4, a: 0, r: 0, w-i: -1, g: 2, c: 2}\n",
            with: [
                "guarantees.yaml": """
                clauses: [{id: automatic, name: automatic, lever: u, basis: own}]
                guarantees:
                  - {id: g-soft, clauses: {automatic: denied}, basis: own}
                  - {id: g-hard, clauses: {automatic: stated}, basis: own}
                  - {id: g-open, clauses: {automatic: unreported}, basis: own}
                """
            ])
        let design = try #require(finding.designs.first)
        #expect(design.bare.value == Rational(189, over: 400) && design.bare.deters == false)
        #expect(design.whole.value == Rational(27, over: 50) && design.whole.deters == true)
        #expect(design.whole.bar == Rational(1, over: 2))
        #expect(design.needed == ["automatic"] && design.smallest == [["automatic"]])
        #expect(design.promises.map(\.deters) == [false, true, nil])
        #expect(design.promises[0].crossings.map(\.at) == [Interval(Rational(20, over: 27))])
        #expect(design.promises[0].clauses.map(\.wouldSuffice) == [true])
    }

    // MARK: Laws over seeds

    @Test("What admissible play settles is what the strongest outcomes of the full search do")
    func againstTheSearch() throws {
        let theCase = try readUkraine().case
        var compared = 0
        for perspective in theCase.perspectives.map(\.id) {
            let view = View(theCase, from: Viewpoint(perspective: perspective))
            let model = try #require(view.case.games.first { $0.id == "guarantee" })
            let bench = try TrialBench(model, .init())
            for chosen in bench.prepared.combinations([:]) {
                for draw in 0..<25 {
                    let tree = try bench.settled(bench.draws.values(draw), chosen).tree
                    let admissible = tree.admissibleActions()
                    let search = tree.sequentialEquilibria(try tree.sequences(), budget: Budget(50_000))
                    guard search.isComplete else { continue }
                    // Those that are proven perfect, by the whole polynomials.
                    for one in search.equilibria
                    where tree.proof(by: one.assessment.trembles) == .perfect {
                        let reached = tree.reachedSets(one.assessment.trembles)
                        for set in reached where admissible[set].count == 1 {
                            compared += 1
                            let shares = one.assessment.behaviour.probabilities[set]
                            #expect(
                                shares[admissible[set][0]] == 1, "\(perspective) \(chosen) \(draw) \(set)")
                        }
                    }
                }
            }
        }
        #expect(compared > 500)
    }

    @Test("The strength by formula and the play of the game agree wherever they are not equal")
    func formulaAndGame() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<40 {
            func share() -> Rational { Rational(random.next(in: 1...19), over: 20) }
            let (pi, u, p, g, c) = (share(), share(), share(), share(), share())
            let (a, w) = (
                Rational(random.next(in: 0...9), over: 7), Rational(random.next(in: 1...9), over: 8)
            )
            let finding = try finding(
                "template: G9\nvalues: {pi: \(pi), u: \(u), p: \(p), a: \(a), r: 0, w-i: -\(w), g: \(g), c: \(c)}\n"
            )
            let strength = try #require(finding.designs.first).whole
            if strength.value != strength.bar, a != w {
                #expect(strength.deters == (strength.value > strength.bar))
            }
        }
    }

    @Test("Draws lie inside their ranges, and the same number gives the same values")
    func draws() {
        let quantities: [Quantity] = [
            Quantity(.uniform(Interval(Rational(1, over: 3), 2))), Quantity(.constant(5)),
            Quantity(.triangle(low: 0, mode: 1, high: 4)),
        ]
        let draws = ParameterDraws(quantities, count: 3_000, seed: 4)
        var sums = [0.0, 0, 0]
        for draw in 0..<3_000 {
            let values = draws.values(draw)
            #expect(values == draws.values(draw))
            for (place, value) in values.enumerated() {
                #expect(quantities[place].range.contains(value))
                sums[place] += Double(value) / 3_000
            }
        }
        // Means of the distributions: 7/6, 5 and (0 + 1 + 4)/3.
        #expect(abs(sums[0] - 7.0 / 6) < 0.03 && abs(sums[1] - 5) < 1e-9 && abs(sums[2] - 5.0 / 3) < 0.05)
    }

    // MARK: What is asked of a game

    static let door = """
        players: [a, b]
        parameters: {luck: 0.3}
        tree:
          chance: weather
          branches:
            - {label: fair, prob: luck, to: {player: a, infoset: door, actions: [{label: open, to: {payoff: {a: 2, b: 1}}}, {label: shut, to: {payoff: {a: 0, b: 0}}}]}}
            - {label: foul, prob: 1 - luck, to: {payoff: {a: -1, b: 0}}}
        ask: {path: door.open, taken: taken door.open, worth: payoff a, there: payoff b at door, far: reach door, seen: belief fair at door, both: not door.shut and door.open}

        """

    @Test("Every kind of question to a game is answered")
    func asks() throws {
        let trial = try #require(try finding(Self.door).trial)
        let answers = Dictionary(
            uniqueKeysWithValues: zip(
                trial.asks.map(\.name), trial.verdicts[0].answers.map { $0?.description }))
        #expect(
            answers == [
                "path": "1", "taken": "3/10", "worth": "-1/10", "there": "1", "far": "3/10", "seen": "1",
                "both": "1",
            ])
    }

    /// A public commitment with the numbers of the specification: at p = 1/5 the irresolute bluffs with 1/4 in one outcome,
    /// and nobody commits in the other.
    static let bluff = """
        players: [d, c]
        parameters: {p: 1/5}
        tree:
          chance: type
          branches:
            - label: r
              prob: p
              to:
                player: d
                infoset: dr
                actions:
                  - {label: commit, to: {player: c, infoset: ac, actions: [{label: attack, to: {payoff: [1/4, -1]}}, {label: refrain, to: {payoff: [1, 0]}}]}}
                  - {label: silent, to: {player: c, infoset: as, actions: [{label: attack, to: {player: d, infoset: frs, actions: [{label: fight, to: {payoff: [1/4, -1]}}, {label: give, to: {payoff: [0, 1]}}]}}, {label: refrain, to: {payoff: [1, 0]}}]}}
            - label: i
              prob: 1 - p
              to:
                player: d
                infoset: di
                actions:
                  - {label: commit, to: {player: c, infoset: ac, actions: [{label: attack, to: {payoff: [-1/2, 1]}}, {label: refrain, to: {payoff: [1, 0]}}]}}
                  - {label: silent, to: {player: c, infoset: as, actions: [{label: attack, to: {payoff: [0, 1]}}, {label: refrain, to: {payoff: [1, 0]}}]}}
        ask: {path: ac.attack, bluff: di.commit, seen: belief r at ac}

        """

    @Test("Where two outcomes stand, the answer reaches from one to the other")
    func bothOutcomes() throws {
        let trial = try #require(try finding(Self.bluff).trial)
        let answers = Dictionary(
            uniqueKeysWithValues: zip(trial.asks.map(\.name), trial.verdicts[0].answers))
        #expect(answers["bluff"] == Interval(0, Rational(1, over: 4)))
        #expect(answers["seen"] == Interval(0, 1))
    }

    @Test("A belief where nobody comes is not told as a fact")
    func unreached() throws {
        let text = """
            players: [a, b]
            tree:
              chance: kind
              branches:
                - {label: x, prob: 1/2, to: {player: a, infoset: ax, actions: [{label: in, to: {player: b, infoset: s, actions: [{label: l, to: {payoff: [-1, 2]}}, {label: r, to: {payoff: [-2, 1]}}]}}, {label: out, to: {payoff: [0, 0]}}]}}
                - {label: y, prob: 1/2, to: {player: a, infoset: ay, actions: [{label: in, to: {player: b, infoset: s, actions: [{label: l, to: {payoff: [-1, 5]}}, {label: r, to: {payoff: [-2, 4]}}]}}, {label: out, to: {payoff: [0, 0]}}]}}
            ask: {path: s.l, seen: belief x at s, worth: payoff b at s}

            """
        let trial = try #require(try finding(text).trial)
        let answers = Dictionary(
            uniqueKeysWithValues: zip(trial.asks.map(\.name), trial.verdicts[0].answers))
        #expect(answers["path"] == Interval(1) && answers["seen"] == Interval(0, 1))
        #expect(answers["worth"] == Interval(2, 5))
    }

    @Test(
        "A question that speaks of nothing is refused with its place",
        arguments: [
            "path: not door.open", "path: taken door.open", "path: door.ajar", "path: window.open",
            "path: door", "path: payoff c",
            "path: payoff a at window",
        ])
    func badAsks(ask: String) throws {
        let text = Self.door.replacing("path: door.open", with: ask)
        #expect(throws: NotAnswerable.self) { try finding(text) }
    }

    // MARK: Premises and conclusions

    static let perspective = """
        id: p1
        name: {en: One, de: Eins}
        premises:
          - {id: weak, text: weak, kind: fact, basis: own, sets: [{parameter: game.keep, is: 0.1}]}
          - {id: idle, text: idle, kind: fact, basis: own, sets: [{parameter: game.loss, is: 3}]}
        conclusions:
          - {id: c1, text: tested, basis: own, test: {ask: game, name: path, expect: {happens: true}}}
          - {id: c2, text: kept, basis: own, test: {ask: game, name: test.attack, expect: {happens: false}, under: "form = hard"}}
          - {id: c3, text: unknown, basis: own, test: {ask: game, name: test.attack, expect: {happens: true}, under: "moon = full"}}
        """

    static let promise = """
        players: [ru]
        parameters: {keep: 0.2..1, loss: {point: 2, range: 1..3}}
        given: {form: {soft: {theta: keep}, hard: {theta: 1}}}
        tree:
          player: ru
          infoset: test
          actions:
            - {label: attack, to: {chance: promise, branches: [{label: kept, prob: theta, to: {payoff: {ru: -loss}}}, {label: broken, prob: 1 - theta, to: {payoff: {ru: 1}}}]}}
            - {label: wait, to: {payoff: {ru: 0}}}
        ask: {path: test.attack}

        """

    @Test("A verdict names the premise without which it would be another, and no idle one")
    func hinges() throws {
        let finding = try finding(
            Self.promise, with: ["perspectives/p1.yaml": Self.perspective], perspective: "p1")
        let verdicts = try #require(finding.trial).verdicts
        #expect(verdicts.map(\.isCredible) == [false, true])
        #expect(verdicts[0].hinges.map(\.premise) == ["p1.weak"])
        #expect(verdicts[0].hinges.map(\.attackWithout) == [Interval(0)])
        #expect(verdicts[1].hinges.isEmpty)
        let grounding = verdicts[0].grounding
        #expect([grounding.quoted, grounding.orderRead, grounding.own] == [0, 0, 2])
        #expect(verdicts[1].enters == [1])
        #expect(finding.conclusions.map(\.isBorneOut) == [nil, true, nil])
        #expect(finding.conclusions.map(\.trials.count) == [2, 1, 0])
    }

    @Test("At the threshold it is open whether the promise deters")
    func atTheThreshold() throws {
        let text = Self.promise.replacing(
            "keep: 0.2..1, loss: {point: 2, range: 1..3}", with: "keep: 1/3, loss: 2")
        let verdicts = try #require(try finding(text).trial).verdicts
        #expect(verdicts[0].attack == Interval(0, 1) && verdicts[0].isCredible == nil)
    }

    @Test("The conclusions of the shipped case that speak of the guarantee are borne out as its readings say")
    func ukraineConclusions() throws {
        let theCase = try readUkraine().case
        func trials(_ perspective: String) throws -> [String: [Bool?]] {
            var choices = GuaranteeFinding.Choices()
            choices.draws = 0
            let finding = try GuaranteeFinding(
                of: View(theCase, from: Viewpoint(perspective: perspective)), choices)
            return Dictionary(
                uniqueKeysWithValues: finding.conclusions.map {
                    ($0.conclusion.id, $0.trials.map(\.isBorneOut))
                })
        }
        #expect(try trials("s001") == ["c5": [true], "c6": [true]])
        #expect(try trials("s003") == ["c1": [true, true, false]])
    }

    @Test("A test that cannot be asked is not borne out, and says so")
    func unaskable() throws {
        for under in ["nonsense here", "form = other", "test = fly", "form in {soft, hard} and"] {
            let perspective = Self.perspective.replacing("moon = full", with: under)
            let finding = try finding(
                Self.promise, with: ["perspectives/p1.yaml": perspective], perspective: "p1")
            #expect(
                finding.conclusions[2].trials.isEmpty && finding.conclusions[2].isBorneOut == nil, "\(under)")
        }
    }

    @Test("Drafts are placed by their terms: what is open reaches over the whole lever")
    func termsOfDrafts() throws {
        let theCase = try readUkraine().case
        let designs = try GuaranteeFinding(of: View(theCase, from: Viewpoint())).designs
        let drafts = try #require(designs.first { $0.game == "clauses" }).drafts
        let minimum = try #require(drafts.first { $0.draft.id == "paris-2026-01" })
        let pulls = Dictionary(uniqueKeysWithValues: minimum.pulls.map { ($0.lever, $0.pull) })
        #expect(pulls["u"] == Interval(0, 1))
        #expect(minimum.least.value <= minimum.most.value && minimum.least.bar >= minimum.most.bar)
    }

    @Test("A belief moves by Bayes' rule, from event to event")
    func beliefs() throws {
        let theCase = try readUkraine().case
        let view = View(theCase, from: Viewpoint(perspective: "s000"))
        let path = try #require(try GuaranteeFinding(of: view).beliefs.first)
        #expect(path.steps.map(\.event.id) == ["us-nss-2025", "davos-2026"])
        // Odds of 1 to 19 are halved twice.
        #expect(path.steps.map(\.belief) == [Rational(1, over: 39), Rational(1, over: 77)])
    }

    private func finding(
        _ game: String, with files: [String: String] = [:], perspective: String? = nil
    ) throws -> GuaranteeFinding {
        let theCase = try CaseText(["models/games/game.yaml": "id: game\n" + game]).with(files).read().case
        return try GuaranteeFinding(of: View(theCase, from: Viewpoint(perspective: perspective)))
    }
}
