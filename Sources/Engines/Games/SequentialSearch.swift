public import Numbers

/// A sequential equilibrium that was found.
public struct SequentialEquilibrium: Hashable, Sendable {
    public let assessment: Assessment
    /// How likely each end is, in the order of the ends.
    public let outcome: [Rational]
    public let payoffs: [Rational]
    /// Whether the same actions with other probabilities give further outcomes.
    public let isOneOfMany: Bool
}

/// What a search has found.
public struct SequentialSearch: Sendable {
    public internal(set) var equilibria: [SequentialEquilibrium] = []
    /// Whether every outcome of a sequential equilibrium is among those found.
    public internal(set) var isComplete = true
    public internal(set) var budget: Budget
    /// The combinations of supports that the linear conditions did not decide.
    public internal(set) var undecided = 0
}

extension GameTree {
    /// The outcomes of all sequential equilibria, each with one equilibrium that leads to it.
    ///
    /// The definition of Kreps & Wilson (1982) taken apart into finitely many cells: which actions are intended at each
    /// set, who is thought to be where after a slip. A cell is a system of linear inequalities, solved exactly; cells that
    /// no belief can support are cut off beforehand by bounds.
    ///
    /// - Parameters:
    ///   - sequences: The sequences of this tree: recall must be perfect.
    ///   - keepingAll: Whether every cell's equilibrium is kept, not only one for each outcome.
    ///   - budget: How many supports of single sets and patterns of beliefs may be tried.
    /// - Returns: What was found, and whether that is all: one equilibrium for each cell that has any.
    /// - Complexity: Exponential in the number of information sets at worst.
    public func sequentialEquilibria(
        _ sequences: Sequences, keepingAll: Bool = false, budget: Budget
    ) -> SequentialSearch {
        var start = undominated(AllowedActions(self))
        for set in sets.indices where !canHappen(set: set) { start.restrict(set, to: [0]) }
        var search = SequentialSearch(budget: budget)
        var seen: Set<[Rational]> = []
        let setsFromTheRoot = setsFromTheRoot
        var budget = budget
        let isDone = descend(start, &budget) { support, budget in
            let cell = SupportCell(
                tree: self, sequences: sequences, support: support, setsFromTheRoot: setsFromTheRoot)
            switch cell.solve(&budget) {
            case .none: break
            case .undecided:
                search.undecided += 1
                search.isComplete = false
            case .found(let trembles, let number):
                if number == .unknown { search.isComplete = false }
                let assessment = assessment(from: trembles)
                let outcome = outcome(of: assessment.behaviour)
                guard seen.insert(outcome).inserted || keepingAll else { break }
                search.equilibria.append(
                    SequentialEquilibrium(
                        assessment: assessment, outcome: outcome,
                        payoffs: payoffs(under: assessment.behaviour), isOneOfMany: number == .many))
            }
        }
        search.budget = budget
        if !isDone { search.isComplete = false }
        return search
    }

    /// How many combinations of supports bounds leave open, as a rough guide to how long a search would take.
    public var supportCombinations: Double {
        let allowed = undominated(AllowedActions(self))
        return sets.indices.filter { canHappen(set: $0) }.reduce(1.0) { product, set in
            product * Double((1...min(60, allowed.count(set))).reduce(1) { power, _ in power * 2 } - 1)
        }
    }

    /// The sets in an order in which no set comes before one that leads to it.
    var setsFromTheRoot: [Int] {
        sets.indices.sorted { sets[$0].members.first ?? .max < sets[$1].members.first ?? .max }
    }

    /// Goes through all supports that bounds do not exclude; `false` if the budget did not last.
    private func descend(
        _ original: AllowedActions, _ budget: inout Budget, _ visit: (AllowedActions, inout Budget) -> Void
    ) -> Bool {
        var isFixed = sets.indices.map { !canHappen(set: $0) }
        return branch(original, original, &isFixed, &budget, visit)
    }

    private func branch(
        _ allowed: AllowedActions, _ original: AllowedActions, _ isFixed: inout [Bool],
        _ budget: inout Budget, _ visit: (AllowedActions, inout Budget) -> Void
    ) -> Bool {
        // The last set in the tree first: what happens there bounds everything before it.
        guard
            let set = sets.indices.filter({ !isFixed[$0] }).max(by: {
                sets[$0].members[0] < sets[$1].members[0]
            })
        else {
            visit(allowed, &budget)
            return true
        }
        isFixed[set] = true
        defer { isFixed[set] = false }
        for actions in Subsets(of: allowed.actions(set)) {
            // A step passes over the whole tree.
            guard budget.spend(max(1, size / 50)) else { return false }
            var next = allowed
            next.restrict(set, to: actions)
            guard let narrowed = narrowed(next, original, isFixed) else { continue }
            guard branch(narrowed, original, &isFixed, &budget, visit) else { return false }
        }
        return true
    }

    /// The actions that bounds leave open at the sets that are not fixed yet, or `nil` if an intended action at a fixed
    /// one cannot be a best one.
    private func narrowed(
        _ start: AllowedActions, _ original: AllowedActions, _ isFixed: [Bool]
    ) -> AllowedActions? {
        var allowed = start
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            let bounds = ValueBounds(self, allowed)
            for set in sets.indices where original.count(set) > 1 && canHappen(set: set) {
                let rivals = original.actions(set)
                for action in allowed.actions(set)
                where rivals.contains(where: {
                    $0 != action && bounds.isWorse(self, set: set, action, than: $0)
                }) {
                    if isFixed[set] { return nil }
                    allowed.remove(set, action)
                    if allowed.count(set) == 0 { return nil }
                    hasChanged = true
                }
            }
        }
        return allowed
    }
}
