import CaseModel
import Engines
import Numbers

extension StabilityFinding {
    /// Whether states can be made to last or not, and by which preferences (Nash).
    public enum GoalAnswer: Hashable, Sendable {
        /// These wishes are enough.
        case wishes([Wish])
        /// These goals exclude each other: no preferences reach all of them, and every part of them can be reached.
        case contradiction([(state: Int, isStable: Bool)])
        case undecided

        public static func == (left: Self, right: Self) -> Bool {
            switch (left, right) {
            case (.wishes(let a), .wishes(let b)): a == b
            case (.contradiction(let a), .contradiction(let b)): a.elementsEqual(b) { $0 == $1 }
            case (.undecided, .undecided): true
            default: false
            }
        }

        public func hash(into hasher: inout Hasher) {
            switch self {
            case .wishes(let list): hasher.combine(list)
            case .contradiction(let goals): for goal in goals { hasher.combine(goal.state) }
            case .undecided: hasher.combine(0)
            }
        }
    }

    /// A decision maker likes one state more than another, or just no less.
    public struct Wish: Hashable, Sendable {
        public let maker: Int
        public let better: Int
        public let worse: Int
        public let isStrict: Bool
    }
}

/// How many choices are tried.
private let goalBudget = 100_000

extension ConflictInputs {
    /// Preferences that reach the goals; `nil` if none was named.
    func answer(_ goals: [(state: Int, isStable: Bool)]) -> StabilityFinding.GoalAnswer? {
        guard !goals.isEmpty else { return nil }
        var budget = Budget(goalBudget)
        let asked = goals.map { GoalSeeker.Goal(state: index($0.state), isStable: $0.isStable) }
        switch GoalSeeker(conflict).seek(asked, &budget) {
        case .undecided: return .undecided
        case .contradiction(let core): return .contradiction(core.map { (decimal($0.state), $0.isStable) })
        case .wishes(let wishes):
            guard confirms(wishes, asked) else { return .undecided }
            return .wishes(
                wishes.map {
                    .init(
                        maker: $0.decisionMaker, better: decimal($0.better), worse: decimal($0.worse),
                        isStrict: $0.isStrict)
                })
        }
    }

    /// Whether orders that fulfil the wishes reach the goals, asked of the engine that answers forwards.
    private func confirms(_ wishes: [GoalSeeker.Wish], _ goals: [GoalSeeker.Goal]) -> Bool {
        let states = needsGraph ? graph!.states : options!.model.states
        let ranks = GoalSeeker.ranks(wishes, decisionMakers: source.decisionMakers.count, states: states)
        let nash: StateSet
        if needsGraph {
            let preferences = ranks.map { StatePreference($0) }
            nash =
                GraphModel(moves: graph!.moves, preferences: preferences, states: states)
                .stableStates([.nash])[.nash]!.equilibria
        } else {
            let feasible = options!.model.feasible
            let kept = ranks.map { ranks in
                StateRanks((0..<states).map { feasible.contains($0) ? ranks[$0] : 0 })
            }
            nash = OptionConflict(options!.model, ranks: kept).stableStates([.nash])[.nash]!.equilibria
        }
        return goals.allSatisfy { nash.contains($0.state) == $0.isStable }
    }
}
