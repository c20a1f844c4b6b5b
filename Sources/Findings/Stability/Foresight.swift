import CaseModel
import Engines

extension StabilityFinding {
    /// Stability with foresight, for two decision makers.
    public struct Foresight: Hashable, Sendable {
        /// Per decision maker and horizon 1, 2, … the states in which it stays.
        public let limited: [[StateList]]
        /// Per decision maker the states in which it stays from some horizon on.
        public let nonMyopic: [StateList]
        /// Per leader the states that last when it moves first.
        public let stackelberg: [StateList]
        /// Whether ties made the rule "stay when indifferent, else the lowest state" matter.
        public let hasTies: Bool
    }
}

/// How many moves ahead are told.
private let shownHorizons = 4
/// The most states for which foresight is computed.
private let foresightStates = 4_096

extension ConflictInputs {
    /// Foresight where there are exactly two decision makers and plain preferences.
    var foresight: StabilityFinding.Foresight? {
        guard source.decisionMakers.count == 2, reading == .plain, frame.states <= foresightStates else {
            return nil
        }
        let states =
            options.flatMap { needsGraph ? nil : $0.model.feasible.members } ?? Array(0..<frame.states)
        var foresight = LimitedMove(conflict, states: states)
        func list(_ states: [Int]) -> StabilityFinding.StateList {
            .init(count: states.count, decimals: states.map(decimal))
        }
        let conflict = conflict
        return StabilityFinding.Foresight(
            limited: (0..<2).map { i in
                (1...shownHorizons).map { list(foresight.stableStates(for: i, horizon: $0)) }
            },
            nonMyopic: (0..<2).map { list(foresight.nonMyopicallyStableStates(for: $0)) },
            stackelberg: (0..<2).map { list(foresight.stackelbergEquilibria(leader: $0)) },
            hasTies: (0..<2).contains { i in Set(states.map { conflict.rank(i, $0) }).count < states.count })
    }
}
