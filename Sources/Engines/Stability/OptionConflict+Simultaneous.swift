public import Numbers

extension OptionConflict {
    /// What keeps or drives `i` when the others may act at the same time.
    public enum SimultaneousVerdict: Hashable, Sendable {
        /// Every improvement can be spoiled: the state of the improvement, and the joint state that spoils it.
        case stays([(improved: Int, joint: Int)])
        /// An improvement that no simultaneous improvements of the others spoil.
        case leaves(Int)
        /// There were more joint choices than the budget allows.
        case undecided

        public static func == (left: Self, right: Self) -> Bool {
            switch (left, right) {
            case (.stays(let a), .stays(let b)): a.elementsEqual(b) { $0 == $1 }
            case (.leaves(let a), .leaves(let b)): a == b
            case (.undecided, .undecided): true
            default: false
            }
        }

        public func hash(into hasher: inout Hasher) {
            switch self {
            case .stays(let list): for pair in list { hasher.combine(pair.joint) }
            case .leaves(let state): hasher.combine(state)
            case .undecided: hasher.combine(-1)
            }
        }
    }

    /// Simultaneous stability of one state: the others choose, each for itself, to stay or to improve from `state`, and all
    /// changes are applied at once. A joint state that cannot be spoils nothing.
    ///
    /// - Parameters:
    ///   - state: The state.
    ///   - i: Who might leave it.
    ///   - budget: How many moves may be listed and joint choices tried.
    /// - Returns: The verdict; joint states are the first in the order of the others' choices, staying first.
    /// - Complexity: O(*improvements of i* · ∏(1 + *improvements of j*)).
    /// - Source: Fraser & Hipel (1984), simultaneous sanctioning, for any number of decision makers.
    public func simultaneousVerdict(_ state: Int, for i: Int, _ budget: inout Budget) -> SimultaneousVerdict {
        // Listing the moves is work, too.
        let listing = (0..<model.decisionMakers).reduce(0) {
            $0 + 1 << model.changeable(by: $1, in: state).nonzeroBitCount
        }
        guard budget.spend(listing) else { return .undecided }
        let improvements = improvements(of: i, from: state)
        guard !improvements.isEmpty else { return .stays([]) }
        let changes = opponents(of: i).map { j in
            [0] + self.improvements(of: j, from: state).map { $0 ^ state }
        }
        var spoiled: [(improved: Int, joint: Int)] = []
        for improved in improvements {
            var choice = [Int](repeating: 0, count: changes.count)
            var found: Int?
            repeat {
                guard budget.spend() else { return .undecided }
                let joint = choice.indices.reduce(improved) { $0 ^ changes[$1][choice[$1]] }
                if model.feasible.contains(joint), ranks[i][joint] <= ranks[i][state] { found = joint }
            } while found == nil && Self.advance(&choice, changes)
            guard let found else { return .leaves(improved) }
            spoiled.append((improved, found))
        }
        return .stays(spoiled)
    }

    /// The next joint choice; false after the last.
    private static func advance(_ choice: inout [Int], _ changes: [[Int]]) -> Bool {
        for position in choice.indices {
            choice[position] += 1
            if choice[position] < changes[position].count { return true }
            choice[position] = 0
        }
        return false
    }

    /// The states that are simultaneously stable; `nil` when the budget ends before all are judged.
    public func simultaneouslyStableStates(_ budget: inout Budget) -> StableStates? {
        var stable = Array(repeating: StateSet(states: model.states), count: model.decisionMakers)
        for state in model.feasible.members {
            for i in 0..<model.decisionMakers {
                switch simultaneousVerdict(state, for: i, &budget) {
                case .stays: stable[i].insert(state)
                case .leaves: break
                case .undecided: return nil
                }
            }
        }
        return StableStates(stable, among: model.feasible)
    }
}
