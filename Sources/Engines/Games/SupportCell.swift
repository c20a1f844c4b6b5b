import Numbers

/// One cell of the search for sequential equilibria: which actions are intended at each set, all others being slips.
///
/// What remains is linear in the slips' leading weights wherever no two players' weights are multiplied: always with two
/// players, and in most games of more whose players do not mix side by side.
struct SupportCell {
    let tree: GameTree
    let sequences: Sequences
    let support: AllowedActions
    /// The sets in an order in which no set comes before one that leads to it.
    let setsFromTheRoot: [Int]

    enum Answer {
        /// Trembles that prove an equilibrium with these supports, and whether there are other outcomes here.
        case found(Trembles, Others)
        case none
        /// Two players' unknown weights are multiplied, so the linear conditions do not decide.
        case undecided
    }

    /// Whether other probabilities of the same actions give further outcomes.
    enum Others { case none, many, unknown }

    /// Trembles with these supports that make everybody's intentions optimal, if there are any.
    func solve(_ budget: inout Budget) -> Answer {
        guard tree.players == 2 else { return solve(for: Array(0..<tree.players), &budget) }
        // What one of two players finds optimal depends on the other's slips and weights alone.
        var trembles = Trembles(
            orders: tree.sets.map { Array(repeating: 0, count: $0.actions) },
            weights: tree.sets.map { Array(repeating: .one, count: $0.actions) })
        var others = Others.none
        for player in 0..<2 {
            switch solve(for: [player], &budget) {
            case .none: return .none
            case .undecided: return .undecided
            case .found(let found, let more):
                for set in tree.sets(of: 1 - player) {
                    (trembles.orders[set], trembles.weights[set]) = (found.orders[set], found.weights[set])
                }
                if more != .none { others = more }
            }
        }
        return .found(trembles, others)
    }

    /// Trembles that make the intentions of some players optimal.
    private func solve(for deciders: [Int], _ budget: inout Budget) -> Answer {
        var answer = Answer.none
        let places = setsFromTheRoot.filter {
            tree.canHappen(set: $0) && deciders.contains(tree.sets[$0].player)
        }
        let isDone = descend(places[...], BeliefPattern(sets: tree.sets.count), &budget) { pattern in
            guard let orders = orders(pattern) else { return true }
            var program = CellProgram(self, pattern, of: deciders)
            switch program.solve(orders) {
            case .found(let trembles, let others):
                answer = .found(trembles, others)
                return false
            case .undecided: answer = .undecided
            case .none: break
            }
            return true
        }
        if case .none = answer, !isDone { return .undecided }
        return answer
    }
}

/// Which members of each set its player thinks possible.
struct BeliefPattern {
    /// For each set, the members with a positive belief, as places among its members.
    var members: [[Int]]
    /// Whether the set is no more of a surprise to its player than his own set before it.
    var isInherited: [Bool]

    init(sets: Int) {
        members = Array(repeating: [], count: sets)
        isInherited = Array(repeating: false, count: sets)
    }
}

// MARK: - Who is thought to be where

extension SupportCell {
    /// Goes through every pattern of beliefs at some sets that the supports leave open, until the visitor says stop;
    /// `false` if it did or the budget ended.
    ///
    /// Where a set is reached without a further slip of others, the members are those reached so; where others must have
    /// slipped, any of them may be likeliest, and all cases are tried.
    private func descend(
        _ rest: ArraySlice<Int>, _ pattern: BeliefPattern, _ budget: inout Budget,
        _ visit: (BeliefPattern) -> Bool
    ) -> Bool {
        guard let set = rest.first else { return budget.spend() && visit(pattern) }
        var next = pattern
        let members = tree.sets[set].members
        let possible = members.indices.filter { tree.nodes[members[$0]].canHappen }
        let reached = possible.filter { isReached(members[$0], by: tree.sets[set].player, pattern) }
        guard reached.isEmpty else {
            (next.members[set], next.isInherited[set]) = (reached, true)
            return descend(rest.dropFirst(), next, &budget, visit)
        }
        for likeliest in Subsets(of: possible) {
            next.members[set] = likeliest
            guard descend(rest.dropFirst(), next, &budget, visit) else { return false }
        }
        return true
    }

    /// Whether others get here by intention, from where the player thought himself at his own choice before.
    private func isReached(_ node: Int, by player: Int, _ pattern: BeliefPattern) -> Bool {
        var here = node
        while true {
            let information = tree.nodes[here]
            guard information.parent >= 0 else { return true }
            let parent = Int(information.parent)
            if case .decision(let set) = tree.nodes[parent].kind {
                if tree.sets[set].player == player {
                    return pattern.members[set].contains { tree.sets[set].members[$0] == parent }
                }
                guard support.contains(set, Int(information.branch)) else { return false }
            }
            here = parent
        }
    }
}

extension SupportCell {
    /// Whether a set is reached by everybody's intention.
    func isIntended(_ set: Int) -> Bool {
        tree.sets[set].members.contains { member in
            var here = member
            while tree.nodes[here].parent >= 0 {
                let parent = Int(tree.nodes[here].parent)
                if case .decision(let before) = tree.nodes[parent].kind,
                    !support.contains(before, Int(tree.nodes[here].branch))
                {
                    return false
                }
                here = parent
            }
            return tree.nodes[member].canHappen
        }
    }
}

// MARK: - Orders of the slips

extension SupportCell {
    /// Orders of trembling that make exactly these members the likeliest, or `nil` if there are none.
    private func orders(_ pattern: BeliefPattern) -> [[Int]]? {
        var program = OrderProgram(tree, support)
        for (set, members) in pattern.members.enumerated() where !pattern.isInherited[set] && !members.isEmpty
        {
            program.require(set, likeliest: members)
        }
        return program.orders()
    }
}

/// The slips' orders as unknowns: whole numbers of at least 1, sums of which are compared.
private struct OrderProgram {
    let tree: GameTree
    let support: AllowedActions
    /// For each comparison, the factors of the slips, by set and action.
    private var rows: [(factors: [SlipKey: Int], isEqual: Bool)] = []

    struct SlipKey: Hashable, Comparable {
        let set: Int
        let action: Int

        static func < (left: SlipKey, right: SlipKey) -> Bool {
            (left.set, left.action) < (right.set, right.action)
        }
    }

    init(_ tree: GameTree, _ support: AllowedActions) { (self.tree, self.support) = (tree, support) }

    mutating func require(_ set: Int, likeliest: [Int]) {
        let members = tree.sets[set].members
        let player = tree.sets[set].player
        let base = slips(members[likeliest[0]], except: player)
        for place in members.indices where place != likeliest[0] && tree.nodes[members[place]].canHappen {
            var factors = slips(members[place], except: player)
            for (key, count) in base { factors[key, default: 0] -= count }
            rows.append((factors.filter { $0.value != 0 }, likeliest.contains(place)))
        }
    }

    /// How often each slip of the others occurs on the way to a node.
    private func slips(_ node: Int, except player: Int) -> [SlipKey: Int] {
        var slips: [SlipKey: Int] = [:]
        var here = node
        while tree.nodes[here].parent >= 0 {
            let (parent, action) = (Int(tree.nodes[here].parent), Int(tree.nodes[here].branch))
            if case .decision(let set) = tree.nodes[parent].kind, tree.sets[set].player != player,
                !support.contains(set, action)
            {
                slips[SlipKey(set: set, action: action), default: 0] += 1
            }
            here = parent
        }
        return slips
    }

    /// The smallest orders that do it; all 1 if nothing is compared.
    func orders() -> [[Int]]? {
        var orders = tree.sets.indices.map { set in
            (0..<tree.sets[set].actions).map { support.contains(set, $0) ? 0 : 1 }
        }
        if rows.allSatisfy({ $0.isEqual && $0.factors.isEmpty }) { return orders }
        let keys = Set(rows.flatMap(\.factors.keys)).sorted()
        let place = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        var program = LinearProgram(variables: keys.count)
        for row in rows {
            let terms = row.factors.map { LinearProgram.Term(Rational($0.value), place[$0.key]!) }
            program.require(terms, row.isEqual ? .equal : .atLeast, row.isEqual ? 0 : 1)
        }
        for variable in keys.indices { program.require([.init(1, variable)], .atLeast, 1) }
        program.maximise(keys.indices.map { .init(-1, $0) })
        guard case .optimal(let point, _) = program.solved() else { return nil }
        // Comparisons are between sums without a constant, so all orders may be multiplied until they are whole.
        let whole = IntegerTableau.whole(point)
        for (key, value) in zip(keys, whole) { orders[key.set][key.action] = value.exactInt! }
        return orders
    }
}
