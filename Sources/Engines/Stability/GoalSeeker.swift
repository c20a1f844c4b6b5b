public import Numbers

/// Preferences under which chosen states last or do not last (Nash), or a smallest set of goals that contradict each other.
///
/// That a state lasts means of every move out of it that the mover likes its end no better; that it does not last means that some
/// mover likes some end better. Per decision maker such wishes fit together exactly when no circle of them holds
/// a strict one; a choice among the ways in which a state can be left is made by trying them in turn.
///
/// - Source: The question is that of the inverse approaches (Kinsara, Petersons, Hipel & Kilgour 2015); it is answered here as an order problem
///   per decision maker.
public struct GoalSeeker: Sendable {
    public struct Goal: Hashable, Sendable {
        public let state: Int
        public let isStable: Bool

        public init(state: Int, isStable: Bool) { (self.state, self.isStable) = (state, isStable) }
    }

    /// `better` is liked more than `worse`, or just no less.
    public struct Wish: Hashable, Sendable {
        public let decisionMaker: Int
        public let better: Int
        public let worse: Int
        public let isStrict: Bool
    }

    public enum Answer: Hashable, Sendable {
        /// These wishes together reach all goals; nothing else need be said of the orders.
        case wishes([Wish])
        /// These goals cannot be reached together, and every part of them can.
        case contradiction([Goal])
        /// The budget ended first.
        case undecided
    }

    private let conflict: any Conflict

    public init(_ conflict: any Conflict) { self.conflict = conflict }

    /// Looks for preferences that reach all goals.
    ///
    /// - Complexity: Exponential in the number of states that must not last at worst; one search per goal for a contradiction.
    public func seek(_ goals: [Goal], _ budget: inout Budget) -> Answer {
        switch wishes(goals, &budget) {
        case .found(let wishes): return .wishes(wishes)
        case .undecided: return .undecided
        case .none: break
        }
        // Goals that can be left out without making peace are left out, one after the other.
        var core = goals
        for goal in goals {
            let rest = core.filter { $0 != goal }
            switch wishes(rest, &budget) {
            case .none: core = rest
            case .found: break
            case .undecided: return .undecided
            }
        }
        return .contradiction(core)
    }

    private enum Search {
        case found([Wish])
        case none
        case undecided
    }

    private func wishes(_ goals: [Goal], _ budget: inout Budget) -> Search {
        var wishes: [Wish] = []
        for goal in goals where goal.isStable {
            for i in 0..<conflict.decisionMakers {
                wishes += conflict.moves(of: i, from: goal.state).map {
                    Wish(decisionMaker: i, better: goal.state, worse: $0, isStrict: false)
                }
            }
        }
        let leaving = goals.filter { !$0.isStable }.map { goal in
            (0..<conflict.decisionMakers).flatMap { i in
                conflict.moves(of: i, from: goal.state).map {
                    Wish(decisionMaker: i, better: $0, worse: goal.state, isStrict: true)
                }
            }
        }
        return extend(wishes, leaving[...], &budget)
    }

    private func extend(_ wishes: [Wish], _ open: ArraySlice<[Wish]>, _ budget: inout Budget) -> Search {
        guard budget.spend() else { return .undecided }
        guard isConsistent(wishes) else { return .none }
        guard let choices = open.first else { return .found(wishes) }
        for choice in choices {
            switch extend(wishes + [choice], open.dropFirst(), &budget) {
            case .found(let found): return .found(found)
            case .undecided: return .undecided
            case .none: continue
            }
        }
        return .none
    }

    /// Whether no circle of wishes of one decision maker holds a strict one.
    private func isConsistent(_ wishes: [Wish]) -> Bool {
        for own in Dictionary(grouping: wishes, by: \.decisionMaker).values {
            let states = Array(Set(own.flatMap { [$0.better, $0.worse] })).sorted()
            let number = Dictionary(uniqueKeysWithValues: states.enumerated().map { ($1, $0) })
            var arcs = [[Int]](repeating: [], count: states.count)
            for wish in own { arcs[number[wish.better]!].append(number[wish.worse]!) }
            let (group, _) = strongGroups(states.count) { arcs[$0] }
            if own.contains(where: { $0.isStrict && group[number[$0.better]!] == group[number[$0.worse]!] }) {
                return false
            }
        }
        return true
    }
}

extension GoalSeeker {
    /// Orders that fulfil wishes: whatever is not said stays as equal as it can.
    ///
    /// - Precondition: The wishes fit together.
    public static func ranks(_ wishes: [Wish], decisionMakers: Int, states: Int) -> [StateRanks] {
        (0..<decisionMakers).map { i in
            let own = wishes.filter { $0.decisionMaker == i }
            var arcs = [[Int]](repeating: [], count: states)
            for wish in own { arcs[wish.better].append(wish.worse) }
            let (group, count) = strongGroups(states) { arcs[$0] }
            // Levels rise until every wish is met; no strict wish lies in a circle, so they stop.
            var level = [UInt32](repeating: 1, count: count)
            var changed = true
            while changed {
                changed = false
                for wish in own {
                    let (a, b) = (group[wish.better], group[wish.worse])
                    let needed = level[b] + (wish.isStrict ? 1 : 0)
                    if a != b, level[a] < needed { (level[a], changed) = (needed, true) }
                }
            }
            return StateRanks((0..<states).map { level[group[$0]] })
        }
    }
}
