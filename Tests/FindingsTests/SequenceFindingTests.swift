import CaseFiles
import CaseModel
import Foundation
import Numbers
import Support
import Testing

@testable import Engines
@testable import Findings

@Suite("Orders of steps")
struct SequenceFindingTests {
    // MARK: Laws over seeds

    @Test("Counts and exposures are those of looking at every order by the definition")
    func everyOrder() throws {
        var (holding, tempted) = (0, 0)
        for seed in 1...40 {
            let made = RandomSteps(seed: UInt64(seed))
            let found = try made.finding()
            let all = made.orders().map { made.exposures($0) }
            let (least, begun) = (all.compactMap(\.whole).min(), all.compactMap(\.begun).min())
            #expect(found.orders.feasible == Rational(all.count), "seed \(seed)")
            #expect(found.orders.selfEnforcing == Rational(all.count { ($0.whole ?? 0) <= 0 }))
            #expect(found.orders.selfEnforcingOnceBegun == Rational(all.count { ($0.begun ?? 0) <= 0 }))
            #expect(found.orders.least.value == least, "seed \(seed)")
            #expect(found.orders.leastOnceBegun.value == begun, "seed \(seed)")
            #expect(found.orders.least.count == Rational(all.count { $0.whole == least }))
            #expect(found.orders.leastOnceBegun.count == Rational(all.count { $0.begun == begun }))
            // Of equally exposed orders the one is told that is least exposed once begun.
            let told = made.exposures(found.orders.least.order)
            #expect(told.whole == least)
            #expect(told.begun == all.filter { $0.whole == least }.compactMap(\.begun).min())
            #expect(found.leading.order == found.orders.least.order)
            #expect(found.leading.exposure == told.whole && found.leading.onceBegun == told.begun)
            if found.orders.selfEnforcing > 0 { holding += 1 }
            if least != begun { tempted += 1 }
        }
        #expect(holding > 3 && tempted > 3, "\(holding) and \(tempted)")
    }

    @Test("Two orders against each other: each side as if all orders of the other were struck out")
    func sides() throws {
        var (one, other, turned, exact) = (0, 0, 0, 0)
        for seed in 1...40 {
            let made = RandomSteps(seed: UInt64(seed))
            var choices = SequenceFinding.Choices()
            choices.compare = ["s0", "s1"]
            let comparison = try #require(try made.finding(choices).comparison)
            let expected = made.begunBySide([:])
            #expect(comparison.sides.map(\.onceBegun) == expected, "seed \(seed)")
            for (side, first) in zip(comparison.sides, [["s0", "s1"], ["s1", "s0"]]) {
                let orders = made.orders().filter {
                    $0.firstIndex(of: first[0])! < $0.firstIndex(of: first[1])!
                }
                #expect(side.feasible == Rational(orders.count))
                #expect(
                    side.selfEnforcing == Rational(orders.count { (made.exposures($0).whole ?? 0) <= 0 }))
            }
            guard let a = expected[0], let b = expected[1] else { continue }
            #expect(comparison.lessExposed == (a < b ? 0 : a > b ? 1 : nil))
            if a < b { one += 1 } else if a > b { other += 1 }
            for turn in try #require(comparison.turns) {
                turned += 1
                let end = made.begunBySide([turn.number: turn.end])
                #expect(turn.favours == 0 ? end[0]! < end[1]! : end[0]! > end[1]!, "seed \(seed)")
                #expect(turn.favours != comparison.lessExposed)
                if let at = turn.at, at.isPoint {
                    exact += 1
                    let middle = made.begunBySide([turn.number: at.low])
                    #expect(middle[0] == middle[1], "seed \(seed)")
                }
            }
        }
        #expect(one > 3 && other > 3 && turned > 10 && exact > 3, "\([one, other, turned, exact])")
    }

    @Test("An order holds for the numbers of its example, for all if that is said, and beyond its flips")
    func certainty() throws {
        var (always, sometimes, flips) = (0, 0, 0)
        for seed in 1...40 {
            let made = RandomSteps(seed: UInt64(seed))
            let found = try made.finding()
            for (certainty, isWhole) in [
                (found.leading.certainty, true), (found.leading.certaintyOnceBegun, false),
            ] {
                func holds(_ values: [SequenceFinding.NumberName: Rational]) -> Bool {
                    let found = made.exposures(found.leading.order, values)
                    return ((isWhole ? found.whole : found.begun) ?? 0) <= 0
                }
                let corners = made.corners().map(holds)
                switch certainty {
                case .always:
                    always += 1
                    #expect(corners.allSatisfy { $0 }, "seed \(seed)")
                case .sometimes(let example):
                    sometimes += 1
                    #expect(holds(example) && !corners.allSatisfy { $0 }, "seed \(seed)")
                case .never: #expect(!corners.contains(true) && !holds([:]), "seed \(seed)")
                }
            }
            for flip in found.leading.flips where flip.to.isPoint {
                flips += 1
                let step = Rational(flip.rises ? 1 : -1, over: 1_000)
                let to = flip.isReached ? flip.to.low : flip.to.low + step
                let there = made.exposures(found.leading.order, [flip.number: to])
                #expect((there.whole ?? 0) <= 0 ? !found.leading.holds : found.leading.holds, "seed \(seed)")
            }
        }
        #expect(always > 0 && sometimes > 5 && flips > 20, "\([always, sometimes, flips])")
    }

    @Test("A guarantee as large as told makes the order hold, a smaller one does not")
    func guarantee() throws {
        var helped = 0
        for seed in 1...40 {
            let made = RandomSteps(seed: UInt64(seed))
            let found = try made.finding()
            guard let size = found.orders.guarantee else {
                var choices = SequenceFinding.Choices()
                choices.guarantee = 100
                #expect(try made.finding(choices).orders.selfEnforcing == 0, "seed \(seed)")
                continue
            }
            var choices = SequenceFinding.Choices()
            choices.guarantee = size
            #expect(try made.finding(choices).orders.selfEnforcing > 0, "seed \(seed)")
            guard size > 0 else { continue }
            helped += 1
            choices.guarantee = size - Rational(1, over: 100)
            #expect(try made.finding(choices).orders.selfEnforcing == 0, "seed \(seed)")
        }
        #expect(helped > 3, "\(helped)")
    }

    // MARK: Hand-computed

    private static let actors =
        "[{id: a, name: A, kind: state, basis: own}, {id: b, name: B, kind: state, basis: own}]\n"

    private func view(_ steps: String, _ more: [String: String] = [:], perspective: String? = nil) throws
        -> View
    {
        let text = CaseText(["actors.yaml": Self.actors, "steps.yaml": steps].merging(more) { $1 })
        return View(try text.read().case, from: Viewpoint(perspective: perspective))
    }

    /// Each gives the other 3 at a cost of 1: whoever goes second stops.
    private static let exchange = """
        - {id: give, name: give, by: [a], gives: {b: 3}, costs: {a: 1}, basis: own}
        - {id: take, name: take, by: [b], gives: {a: 3}, costs: {b: 1}, basis: own}

        """

    @Test(
        "Two gifts: the second giver has what it wants and would stop, for a guarantee of its cost it goes on"
    )
    func exchange() throws {
        let found = try SequenceFinding(of: view(Self.exchange))
        #expect(found.orders.feasible == 2 && found.orders.selfEnforcing == 0)
        #expect(found.orders.least == .init(value: 1, order: ["give", "take"], count: 2))
        #expect(found.leading.prefixes[1].violations.map(\.party) == ["b"])
        #expect(found.orders.guarantee == 1 && found.leading.guarantee?.byParty == ["a": 0, "b": 1])
        #expect(found.parties.map(\.total) == [2, 2])
        // What B gives costs it nothing: then it may go second.
        let first = try #require(found.leading.flips.first)
        #expect(first.number == .init(kind: .costs, step: "take", party: "b") && first.to == Interval(0))
        #expect(found.comparison == nil && found.times == nil)
    }

    @Test("Patience: the value of completion shrinks with each step that is left, what is held does not")
    func discount() throws {
        var choices = SequenceFinding.Choices()
        choices.discounts = ["a": Rational(1, over: 2)]
        let found = try SequenceFinding(of: view(Self.exchange), choices)
        // A holds −1 before the second step and counts on 2 · ½; at the start it holds 0 and counts on 2 · ¼.
        let gains = found.leading.prefixes.map { $0.gains.first { $0.party == "a" }!.gain }
        #expect(gains == [Rational(-1, over: 2), -2])
    }

    @Test("Only those who act are asked; a party that never acts cannot break off, but can spoil")
    func asked() throws {
        let steps = """
            - {id: one, name: one, by: [a], gives: {a: 1}, costs: {b: 2}, temptation: {b: 1}, basis: own}
            - {id: two, name: two, by: [a], gives: {a: 1}, basis: own}

            """
        let found = try SequenceFinding(of: view(steps))
        // B loses 2 in all and stops nothing; at its step it would gain 1 + 2.
        #expect(
            found.leading.prefixes.allSatisfy { $0.gains.allSatisfy { $0.way == .cheat || $0.party == "a" } })
        let spoiling = found.leading.prefixes.flatMap(\.gains).filter(\.isSpoiler)
        #expect(spoiling.map(\.party) == ["b"] && spoiling.map(\.gain) == [3])
        #expect(found.orders.selfEnforcing == 0)
        var choices = SequenceFinding.Choices()
        choices.onlyActors = true
        #expect(try SequenceFinding(of: view(steps), choices).orders.selfEnforcing == 2)
    }

    @Test("A step belongs to packages and drafts by its condition; what it waits for comes along")
    func belonging() throws {
        let steps = """
            - {id: always, name: always, by: [a], gives: {a: 1}, basis: own}
            - {id: root, name: root, by: [a], when: "x = no", gives: {a: 1}, basis: own}
            - {id: yes, name: yes, by: [a], when: "x = yes", after: [root], gives: {a: 1}, basis: own}
            - {id: other, name: other, by: [a], when: "y = yes", gives: {a: 1}, basis: own}

            """
        let agenda = """
            issues:
              - {id: x, name: x, alternatives: [{id: no, name: no}, {id: yes, name: yes}], basis: own}
              - {id: y, name: y, alternatives: [{id: no, name: no}, {id: yes, name: yes}], basis: own}

            """
        let draft = "id: d\nname: d\ndate: 2026-01-01\nbasis: own\npoints: [{id: \"1\", terms: {x: yes}}]\n"
        let view = try view(steps, ["issues.yaml": agenda, "proposals/d.yaml": draft])
        for choice in [SequenceFinding.StepChoice.draft("d"), .package(["x": "yes"])] {
            var choices = SequenceFinding.Choices()
            choices.steps = choice
            let found = try SequenceFinding(of: view, choices)
            #expect(found.steps.map(\.id) == ["always", "root", "yes"])
            #expect(found.steps.map(\.reason) == [.always, .neededBy(["yes"]), .holds])
            #expect(found.leftOut.map(\.step.id) == ["other"])
            #expect(found.leftOut.map(\.reason) == [.open(["y"])])
        }
        var choices = SequenceFinding.Choices()
        choices.steps = .package(["x": "no", "y": "no"])
        #expect(try SequenceFinding(of: view, choices).leftOut.map(\.reason) == [.otherwise, .otherwise])
    }

    @Test("A deadline before the earliest end is named, at both ends of the months")
    func times() throws {
        let steps = """
            - {id: law, name: law, by: [a], gives: {a: 1}, takes: 3 months, basis: own}
            - {id: vote, name: vote, by: [a], after: [law], gives: {a: 1}, takes: 1 week, within: 95 days, basis: own}
            - {id: talk, name: talk, by: [a], gives: {a: 1}, takes: 2 days, within: 1 day, basis: own}

            """
        var choices = SequenceFinding.Choices()
        choices.order = ["law", "vote", "talk"]
        let times = try #require(try SequenceFinding(of: view(steps), choices).times)
        // 84 to 93 days and 7 more, against 95.
        #expect(times.fast.sideBySide.missed.map(\.step) == ["talk"])
        #expect(times.slow.sideBySide.missed.map(\.step) == ["vote", "talk"])
        #expect(times.slow.sideBySide.missed[0] == .init(step: "vote", deadline: 95, end: 100))
        #expect(times.fast.inOrder.ends == [84, 91, 93] && times.slow.inOrder.ends == [93, 100, 102])
        #expect(times.fast.sideBySide.conflict == [.deadline("talk")])
        #expect(times.fast.lawful == .none && times.unknown == [])
    }

    @Test("A conclusion about an order is held against the steps that it names")
    func conclusions() throws {
        let steps = """
            - {id: pay, name: pay, by: [a], gives: {b: 3}, costs: {a: 2}, basis: own}
            - {id: bring, name: bring, by: [b], gives: {a: 3}, costs: {b: 1}, basis: own}
            - {id: thank, name: thank, by: [b], after: [pay], gives: {a: 1}, basis: own}

            """
        let perspective = """
            id: p
            name: p
            conclusions:
              - {id: c1, text: one, basis: own, test: {ask: order, expect: {before: pay, after: bring}, under: "pay, bring"}}
              - {id: c2, text: two, basis: own, test: {ask: order, expect: {before: bring, after: pay}, under: "pay, bring"}}
              - {id: c3, text: three, basis: own, test: {ask: order, expect: {before: pay, after: thank}}}
              - {id: c4, text: four, basis: own, test: {ask: order, expect: {before: thank, after: pay}}}

            """
        let view = try view(steps, ["perspectives/p.yaml": perspective], perspective: "p")
        let found = try SequenceFinding(of: view)
        // Who goes second stops and saves its cost: B saves 1, A saves 2.
        #expect(found.conclusions.map(\.holds) == [true, false, true, false])
        #expect(found.conclusions.map(\.reason) == [nil, nil, .byPrecedence, .byPrecedence])
        #expect(found.conclusions[0].exposure == 1 && found.conclusions[0].otherwise == 2)
        // With all three steps A, who still has thanks to come, saves no more than B.
        #expect(found.comparison?.conclusion == "p.c1" && found.comparison?.lessExposed == nil)
    }

    @Test("Mistakes in a conclusion about an order are found by the reader")
    func mistakes() throws {
        for (test, words) in [
            ("{ask: order, expect: {before: give, after: gone}}", "gone"),
            ("{ask: order, expect: {before: give, after: give}}", "before itself"),
            ("{ask: order, expect: {before: give}}", "two steps"),
            ("{ask: order, expect: {before: give, after: take}, under: \"give, gone\"}", "gone"),
        ] {
            let perspective = "id: p\nname: p\nconclusions: [{id: c, text: t, basis: own, test: \(test)}]\n"
            let problems = try CaseText([
                "actors.yaml": Self.actors, "steps.yaml": Self.exchange, "perspectives/p.yaml": perspective,
            ]).problems()
            #expect(problems.contains { "\($0)".contains(words) }, "\(test): \(problems)")
        }
    }

    // MARK: The shipped case

    @Test(
        "Cease-fire or treaty first: what the two essays conclude about it is borne out by their own numbers, or not"
    )
    func ukraine() throws {
        let theCase = try readUkraine().case
        for (perspective, id) in [("s000", "c8-order"), ("s003", "c4-order")] {
            let found = try SequenceFinding(of: View(theCase, from: Viewpoint(perspective: perspective)))
            #expect(found.comparison?.conclusion == "s000.c8-order")
            #expect(found.conclusions.map(\.id) == [id])
            let one = try #require(found.conclusions.first)
            let (exposure, otherwise) = (try #require(one.exposure), try #require(one.otherwise))
            #expect(one.holds == (exposure == otherwise ? nil : exposure < otherwise))
            #expect(found.steps.count == 12 && found.orders.feasible == 19_958_400)
        }
    }
}

// MARK: - Random cases with an evaluation of their own

/// Four or five steps of three parties, of whom the last never acts.
private struct RandomSteps {
    struct Number {
        let low: Rational
        let high: Rational
        var point: Rational { (low + high) / 2 }
    }

    let names: [String]
    private let parties = ["a", "b", "c"]
    private let by: [[String]]
    private let after: [[String]]
    private var numbers: [SequenceFinding.NumberName: Number] = [:]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed &* 7_919 &+ 3)
        let count = random.next(in: 4...5)
        names = (0..<count).map { "s\($0)" }
        by = (0..<count).map { _ in random.pick([["a"], ["b"], ["a", "b"]]) }
        // The first two wait for nothing, so that either may come first.
        after = (0..<count).map { place in
            place > 2 && random.next(in: 0...2) == 0 ? ["s\(random.next(in: 0...(place - 1)))"] : []
        }
        for (place, step) in names.enumerated() {
            for party in parties {
                let isActor = by[place].contains(party)
                for (kind, odds, most) in [
                    (SequenceFinding.NumberKind.gives, isActor ? 3 : 1, 8), (.costs, isActor ? 1 : 3, 5),
                    (.temptation, 5, 3),
                ] where random.next(in: 0...odds) == 0 {
                    let low = random.next(in: 0...most)
                    let high = low + random.pick([0, 0, 2, 4])
                    numbers[.init(kind: kind, step: step, party: party)] = Number(
                        low: Rational(low, over: 10), high: Rational(high, over: 10))
                }
            }
        }
        numbers[.init(kind: .gives, step: "s0", party: "a")] = Number(low: 0, high: 1)
    }

    func finding(_ choices: SequenceFinding.Choices = .init()) throws -> SequenceFinding {
        let steps = names.enumerated().map { place, step -> String in
            let tables = SequenceFinding.NumberKind.allCases.compactMap { kind -> String? in
                let own = parties.compactMap { party in
                    numbers[.init(kind: kind, step: step, party: party)].map {
                        "\(party): \($0.low)..\($0.high)"
                    }
                }
                return own.isEmpty ? nil : "\(kind.rawValue): {\(own.joined(separator: ", "))}"
            }
            let needs = after[place].isEmpty ? "" : ", after: [\(after[place].joined(separator: ", "))]"
            return
                "- {id: \(step), name: \(step), by: [\(by[place].joined(separator: ", "))]\(needs), basis: own"
                + tables.map { ", \($0)" }.joined() + "}"
        }
        let actors = parties.map { "- {id: \($0), name: \($0), kind: state, basis: own}" }
        let text = CaseText([
            "actors.yaml": actors.joined(separator: "\n") + "\n",
            "steps.yaml": steps.joined(separator: "\n") + "\n",
        ])
        return try SequenceFinding(
            of: View(try text.read().case, from: Viewpoint(perspective: nil)), choices)
    }

    func orders() -> [[String]] {
        func extended(_ order: [String]) -> [[String]] {
            if order.count == names.count { return [order] }
            return names.indices.filter { place in
                !order.contains(names[place]) && after[place].allSatisfy(order.contains)
            }.flatMap { extended(order + [names[$0]]) }
        }
        return extended([])
    }

    /// The largest gain of not going on, over the whole order and once begun, with some numbers changed.
    func exposures(
        _ order: [String], _ changed: [SequenceFinding.NumberName: Rational] = [:]
    ) -> (whole: Rational?, begun: Rational?) {
        func value(_ kind: SequenceFinding.NumberKind, _ step: String, _ party: String) -> Rational? {
            let name = SequenceFinding.NumberName(kind: kind, step: step, party: party)
            return numbers[name].map { changed[name] ?? $0.point }
        }
        func worth(_ done: some Sequence<String>, _ party: String) -> Rational {
            done.reduce(0) { $0 + (value(.gives, $1, party) ?? 0) - (value(.costs, $1, party) ?? 0) }
        }
        let breakers = parties.filter { party in by.contains { $0.contains(party) } }
        let gains = order.indices.map { place -> Rational? in
            let stops = breakers.map { worth(order[..<place], $0) - worth(order, $0) }
            let cheats = parties.compactMap { party in
                value(.temptation, order[place], party).map {
                    worth(order[..<place], party) + $0 - worth(order, party)
                }
            }
            return (stops + cheats).max()
        }
        return (gains.compactMap { $0 }.max(), gains.dropFirst().compactMap { $0 }.max())
    }

    /// The least exposure once begun with the first step before the second, and the other way round.
    func begunBySide(_ changed: [SequenceFinding.NumberName: Rational]) -> [Rational?] {
        [("s0", "s1"), ("s1", "s0")].map { first, second in
            orders().filter { $0.firstIndex(of: first)! < $0.firstIndex(of: second)! }
                .compactMap { exposures($0, changed).begun }.min()
        }
    }

    /// Numbers at ends of their ranges, drawn evenly.
    func corners() -> [[SequenceFinding.NumberName: Rational]] {
        var random = SplitMix64(seed: 5)
        return (0..<60).map { _ in numbers.mapValues { random.next(in: 0...1) == 0 ? $0.low : $0.high } }
    }
}
