import CaseModel
import Engines
import Numbers

/// A question to a game by the words of its file: `test.attack`, `consent.yes and not test.attack`, `payoff ru at test`,
/// `reach test`, `taken deal.trade`, `belief total at deal`.
enum GameAsk: Hashable, Sendable {
    /// How likely these actions are taken, each where its set is reached, and those others are not.
    case actions([Step])
    /// How likely an action is taken at all.
    case taken(set: Int, action: Int)
    /// What a player expects, from the beginning or at a set.
    case payoff(player: Int, at: Int?)
    /// How likely a set is reached.
    case reach(Int)
    /// How likely a branch was taken, as the player at a set believes.
    case belief(String, at: Int)

    struct Step: Hashable, Sendable {
        let set: Int
        let action: Int
        let isNegated: Bool
    }

    /// The sets whose actions are asked for.
    var sets: [Int] {
        if case .actions(let steps) = self { steps.map(\.set) } else { [] }
    }

    /// The one action that is asked for; `nil` if it is another kind of question.
    var action: Step? {
        guard case .actions(let steps) = self, steps.count == 1, !steps[0].isNegated else { return nil }
        return steps[0]
    }

    /// Whether a branch that it speaks of leads to its set.
    func isKnown(_ routes: [[Set<String>]]) -> Bool {
        guard case .belief(let branch, let set) = self else { return true }
        return routes[set].contains { $0.contains(branch) }
    }

    /// Whether it asks what is done, rather than what somebody expects or believes.
    var isOfActions: Bool {
        switch self {
        case .actions, .taken, .reach: true
        case .payoff, .belief: false
        }
    }
}

extension GameAsk {
    /// Reads a question in the words of a game; `nil` if it is none or speaks of something unknown.
    init?(_ text: String, _ names: GameNames) {
        let words = text.split(separator: " ").map(String.init)
        func player(_ name: String) -> Int? { names.players.firstIndex(of: name) }
        switch words.first {
        case "payoff" where words.count == 2:
            guard let player = player(words[1]) else { return nil }
            self = .payoff(player: player, at: nil)
        case "payoff" where words.count == 4 && words[2] == "at":
            guard let player = player(words[1]), let set = names.set(words[3]) else { return nil }
            self = .payoff(player: player, at: set)
        case "reach" where words.count == 2:
            guard let set = names.set(words[1]) else { return nil }
            self = .reach(set)
        case "taken" where words.count == 2:
            guard let step = Step([words[1]], names) else { return nil }
            self = .taken(set: step.set, action: step.action)
        case "belief" where words.count == 4 && words[2] == "at":
            guard let set = names.set(words[3]) else { return nil }
            self = .belief(words[1], at: set)
        default:
            let parts = words.split(separator: "and").map(Array.init)
            let steps = parts.compactMap { Step($0, names) }
            guard !steps.isEmpty, steps.count == parts.count else { return nil }
            self = .actions(steps)
        }
    }
}

extension GameAsk.Step {
    /// `test.attack` or `not test.attack`
    fileprivate init?(_ words: [String], _ names: GameNames) {
        let isNegated = words.first == "not"
        guard words.count == (isNegated ? 2 : 1), let text = words.last,
            let dot = text.lastIndex(of: "."), let set = names.set(String(text[..<dot])),
            let action = names.sets[set].actions.firstIndex(of: String(text[text.index(after: dot)...]))
        else { return nil }
        self.init(set: set, action: action, isNegated: isNegated)
    }
}

extension GameNames {
    /// The set of this name; `nil` if there is none, or if two players have one.
    func set(_ name: String) -> Int? {
        let found = sets.indices.filter { sets[$0].name == name }
        return found.count == 1 ? found[0] : nil
    }
}

extension SettledGame {
    /// The answer over all outcomes that were found; `nil` where it is not settled what happens.
    ///
    /// - Parameters:
    ///   - ask: The question.
    ///   - routes: Per set and member the branches that lead there.
    /// - Returns: A point where all outcomes agree, else bounds.
    func answer(_ ask: GameAsk, _ routes: [[Set<String>]]) -> Interval? {
        switch ask {
        case .actions(let steps):
            var product = Interval(.one)
            for step in steps {
                guard let share = standing(at: step.set)?.shares[step.action] else { return nil }
                product = product * (step.isNegated ? Interval(.one) - share : share)
            }
            return product
        case .payoff(let player, nil):
            return hull { Interval(self.tree.payoffs(under: $0.behaviour)[player]) }
        case .payoff(let player, let set?):
            return hull { self.tree.expectation(of: player, at: set, $0) }
        case .reach(let set):
            return reach(of: set)
        case .taken(let set, let action):
            guard let reach = reach(of: set), let share = standing(at: set)?.shares[action] else {
                return nil
            }
            return reach.high == 0 ? reach : reach * share
        case .belief(let branch, let set):
            return hull { one in
                one.beliefs[set].map { belief in
                    if self.tree.isOpen(set, one) { return Interval(0, 1) }
                    return Interval(
                        zip(belief, routes[set]).reduce(Rational.zero) {
                            $1.1.contains(branch) ? $0 + $1.0 : $0
                        })
                }
            }
        }
    }

    /// How likely a set is reached, by what is done at each set before it.
    private func reach(of set: Int) -> Interval? {
        let reaches = tree.reaches(of: set) { self.standing(at: $0)?.shares[$1] ?? Interval(0, 1) }
        let sum = reaches.reduce(Interval(0), +)
        return Interval(sum.low, min(1, sum.high))
    }

    private func hull(_ value: (Assessment) -> Interval?) -> Interval? {
        guard let outcomes, let first = outcomes.first.flatMap(value) else { return nil }
        return outcomes.dropFirst().reduce(first) { all, one in
            all.flatMap { known in value(one).map { known.hull($0) } }
        }
    }
}
