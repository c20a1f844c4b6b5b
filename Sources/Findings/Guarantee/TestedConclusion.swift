public import CaseModel
import Engines
public import Numbers

extension GuaranteeFinding {
    /// A conclusion held against the game: does it follow from the perspective's own numbers?
    public struct TestedConclusion: Sendable {
        public let conclusion: Conclusion
        public let test: Conclusion.Test
        /// One for each alternative that the test speaks of.
        public let trials: [ConclusionTrial]

        /// Whether the model bears it out in all alternatives, or in none; `nil` where they differ or leave it open.
        public var isBorneOut: Bool? {
            let all = Set(trials.map(\.isBorneOut))
            return all.count == 1 ? all.first! : nil
        }
    }

    /// A conclusion in one alternative.
    public struct ConclusionTrial: Sendable {
        public let given: [String: String]
        /// How likely what is asked for is done, at the points.
        public let value: Interval?
        /// The share of draws in which what the test presupposes happens; `nil` without draws.
        public let presupposed: Rational?
        /// The share of those in which the expectation is met, as bounds where some do not settle it; `nil` without any.
        public let share: Interval?
        public let isBorneOut: Bool?
    }
}

/// What a test asks of a game: an action, what is given, and what has been done before.
struct GameTest {
    let step: GameAsk.Step
    /// The alternatives that count, by circumstance; all where none is named.
    let given: [String: Set<String>]
    /// Per condition the sets that may meet it, with the action.
    let conditions: [[Int: Int]]
    let expects: [Conclusion.Expectation]

    init?(_ test: Conclusion.Test, _ bench: TrialBench) {
        let names = bench.prepared.names
        let asked = bench.asks.first { $0.ask.name == test.name }?.meaning
        guard let name = test.name, let step = (asked ?? GameAsk(name, names))?.action else { return nil }
        var (given, conditions): ([String: Set<String>], [[Int: Int]]) = ([:], [])
        for part in (test.under ?? "").split(separator: " and ") {
            guard let (name, values) = Self.condition(part) else { return nil }
            if let circumstance = bench.model.givens.first(where: { $0.id == name }) {
                guard Set(values).isSubset(of: circumstance.alternatives.map(\.id)) else { return nil }
                given[name] = Set(values)
            } else {
                // A name stands for its set, or for the sets of all kinds of a player: consent, consent-limited.
                let sets = names.sets.indices.filter {
                    names.sets[$0].name == name || names.sets[$0].name.hasPrefix(name + "-")
                }
                let met = sets.compactMap { set in
                    names.sets[set].actions.firstIndex(of: values[0]).map { (set, $0) }
                }
                guard !met.isEmpty, values.count == 1 else { return nil }
                conditions.append(Dictionary(uniqueKeysWithValues: met))
            }
        }
        (self.step, self.given, self.conditions, expects) = (step, given, conditions, test.expects)
    }

    /// `form in {vague, ratified}` or `consent = yes`
    private static func condition(_ part: Substring) -> (name: String, values: [String])? {
        let sides = part.contains(" in ") ? part.split(separator: " in ") : part.split(separator: "=")
        guard sides.count == 2 else { return nil }
        let values = sides[1].split { "{}, ".contains($0) }.map(String.init)
        return values.isEmpty ? nil : (sides[0].filter { $0 != " " }, values)
    }

    /// How likely the action is taken where it comes to that; `nil` if what is presupposed never happens.
    func value(_ settled: SettledGame) -> Interval? {
        let share = settled.standing(at: step.set)?.shares[step.action] ?? Interval(0, 1)
        guard !conditions.isEmpty else { return share }
        let asked = conditions.flatMap(\.keys)
        let before = asked.reduce(into: Set(asked)) { $0.formUnion(settled.tree.sets(before: $1)) }
        var shares: [[Rational]] = []
        for set in settled.tree.sets.indices {
            let standing = settled.standing(at: set)
            if before.contains(set), !(standing?.shares.allSatisfy(\.isPoint) ?? false) {
                return Interval(0, 1)
            }
            shares.append(
                standing?.shares.map(\.high) ?? Array(repeating: 1, count: settled.tree.sets[set].actions))
        }
        return settled.tree.chance(ofComingTo: step.set, once: conditions, under: shares).map { $0 * share }
    }

    /// Whether the expectation is met; `nil` where it is open or speaks of nothing.
    func isMet(_ value: Interval?) -> Bool? {
        guard let value else { return nil }
        let all = expects.map { expected -> Bool? in
            switch (expected.key, expected.value) {
            case ("happens", "true"): value.low == 1 ? true : value.high < 1 ? false : nil
            case ("happens", "false"): value.high == 0 ? true : value.low > 0 ? false : nil
            case ("at-least", let text):
                (try? Rational(reading: text)).flatMap {
                    value.low >= $0 ? true : value.high < $0 ? false : nil
                }
            case ("at-most", let text):
                (try? Rational(reading: text)).flatMap {
                    value.high <= $0 ? true : value.low > $0 ? false : nil
                }
            default: nil
            }
        }
        return all.contains(false) ? false : all.contains(nil) || all.isEmpty ? nil : true
    }
}

extension View {
    /// The conclusions of the perspective that speak of a game, with what they ask of it where it can be asked.
    func tests(of bench: TrialBench) -> [(conclusion: Conclusion, test: Conclusion.Test, asked: GameTest?)] {
        let perspective = viewpoint.perspective.flatMap { base.perspective($0) }
        return (perspective?.conclusions ?? []).compactMap { conclusion in
            guard let test = conclusion.test, test.ask == bench.model.id else { return nil }
            return (conclusion, test, GameTest(test, bench))
        }
    }
}

extension GameTest {
    /// Whether the test speaks of these alternatives.
    func speaks(of alternatives: [String: String]) -> Bool {
        given.allSatisfy { $1.contains(alternatives[$0] ?? "") }
    }

    /// How the conclusion fares with these alternatives.
    func trial(
        _ bench: TrialBench, _ chosen: [Int], _ tally: (presupposed: Int, met: Interval)
    ) throws(Refused) -> GuaranteeFinding.ConclusionTrial {
        let value = value(try bench.settled(bench.parameters.map(\.value), chosen))
        let draws = bench.draws.count
        return .init(
            given: bench.given(chosen), value: value,
            presupposed: draws == 0 ? nil : Rational(tally.presupposed, over: draws),
            share: tally.presupposed == 0 ? nil : Rational(1, over: tally.presupposed) * tally.met,
            isBorneOut: isMet(value))
    }
}
