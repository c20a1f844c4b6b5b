import Numbers

/// The linear conditions under which some players find their intentions optimal, given who is thought to be where.
///
/// The unknowns are the leading weights of the sequences of those on whom the players' beliefs and prospects depend (the
/// sequence form of von Stengel 1996, taken to leading terms). What a set is worth to its player, conditional on the
/// likeliest nodes and in units of their probability, is linear in them.
struct CellProgram {
    private let cell: SupportCell
    private let pattern: BeliefPattern
    private let deciders: [Int]
    /// For each player and sequence: the unknown that is its weight; `nil` where the weight is 1.
    private var unknown: [[Int?]]
    private var unknowns = 0
    private var products = Products()
    private var tree: GameTree { cell.tree }

    init(_ cell: SupportCell, _ pattern: BeliefPattern, of deciders: [Int]) {
        (self.cell, self.pattern, self.deciders) = (cell, pattern, deciders)
        unknown = cell.sequences.counts.map { Array(repeating: nil, count: $0) }
        for set in cell.setsFromTheRoot where isAsked(tree.sets[set].player) {
            let player = tree.sets[set].player
            for action in 0..<tree.sets[set].actions {
                let sequence = cell.sequences.first[set] + action
                if cell.support.count(set) == 1, cell.support.contains(set, action) {
                    unknown[player][sequence] = unknown[player][cell.sequences.leadingTo[set]]
                } else {
                    unknown[player][sequence] = unknowns
                    unknowns += 1
                }
            }
        }
    }

    /// Whether this player's weights are to be found here: those of one of two who decides are found where the other does.
    private func isAsked(_ player: Int) -> Bool { tree.players == 1 || deciders != [player] }

    /// Trembles of the given orders that make the intentions optimal.
    ///
    /// Where two players' weights are multiplied, their product is first taken for an unknown of its own, tied to the
    /// others by the flow conditions: if even that has no solution there is none, and if its solution is none of the game
    /// the cell stays undecided.
    mutating func solve(_ orders: [[Int]]) -> SupportCell.Answer {
        var system = LinearConditions()
        let flows = tree.sets.indices.filter {
            cell.support.count($0) > 1 && isAsked(tree.sets[$0].player)
        }.map(flow)
        for flow in flows { system.require(flow, .equal) }
        products = Products(first: unknowns)
        for player in deciders {
            guard addConditions(of: player, to: &system) else { return .none }
        }
        let equations = system.equations
        products.tie(flows, into: &system)
        system.unknowns = products.unknowns
        guard let point = system.interiorPoint() else { return .none }
        let trembles = Trembles(orders: orders, weights: weights(point))
        if products.isEmpty { return .found(trembles, isOnly(system) ? .none : .many) }
        let mixed = tree.sets.indices.filter { cell.support.count($0) > 1 }
        let areIntentions = unknowns == mixed.reduce(0) { $0 + cell.support.count($1) }
        if areIntentions, equations.count == unknowns { return solve(equations, orders) }
        return tree.isSequential(trembles) ? .found(trembles, isPure ? .none : .unknown) : .undecided
    }

    /// As many equations as unknowns, and all of them shares of intentions: their roots decide, unless they are no
    /// fractions.
    private func solve(_ equations: [LinearSum], _ orders: [[Int]]) -> SupportCell.Answer {
        var budget = Budget(Self.boxes)
        let start = Array(repeating: RoundedInterval(0, 1), count: unknowns)
        let system = products.polynomials(equations, plain: unknowns)
        let (roots, isComplete) = system.roots(in: start, &budget)
        var isDecided = isComplete
        for root in roots {
            let point = root.box.map {
                Rational.simplest(from: Rational(exactly: $0.low), to: Rational(exactly: $0.high))
            }
            let trembles = Trembles(orders: orders, weights: weights(point))
            if point.allSatisfy({ $0 > 0 }), tree.isSequential(trembles) {
                return .found(trembles, !isComplete ? .unknown : roots.count == 1 ? .none : .many)
            }
            // A root on the edge belongs to another cell, if it is one.
            let isOnEdge = zip(root.box, point).contains { $0.low <= 0 && $1 == 0 }
            if !isOnEdge || !system.isSolved(by: point) { isDecided = false }
        }
        return isDecided ? .none : .undecided
    }

    /// How many boxes are halved in search of roots.
    private static let boxes = 500

    /// Whether nobody mixes where everybody's intention leads.
    private var isPure: Bool {
        tree.sets.indices.allSatisfy { cell.support.count($0) == 1 || !cell.isIntended($0) }
    }

    /// The intended actions' weights sum to the weight of what leads to the set.
    private func flow(_ set: Int) -> LinearSum {
        let player = tree.sets[set].player
        var sum = LinearSum()
        for action in cell.support.actions(set) {
            sum.add(1, unknown[player][cell.sequences.first[set] + action])
        }
        sum.add(-1, unknown[player][cell.sequences.leadingTo[set]])
        return sum
    }

    /// Compares the actions at each set of a player, the last sets first; `false` if a comparison cannot hold.
    private mutating func addConditions(of player: Int, to system: inout LinearConditions) -> Bool {
        var worth: [Int: LinearSum] = [:]
        for set in cell.setsFromTheRoot.reversed()
        where tree.sets[set].player == player && !pattern.members[set].isEmpty {
            var sums: [LinearSum] = []
            for action in 0..<tree.sets[set].actions { sums.append(prospects(set, action, worth)) }
            let intended = cell.support.actions(set)
            let best = sums[intended[0]]
            worth[set] = best
            for action in sums.indices where action != intended[0] {
                let difference = sums[action].minus(best)
                let relation = intended.contains(action) ? LinearProgram.Relation.equal : .atMost
                guard system.require(difference, relation) else { return false }
            }
        }
        return true
    }

    /// What an action is worth: the ends up to the player's next choice, and those of his next sets that are no greater
    /// surprise.
    private mutating func prospects(_ set: Int, _ action: Int, _ worth: [Int: LinearSum]) -> LinearSum {
        var sum = LinearSum()
        let player = tree.sets[set].player
        for member in pattern.members[set] {
            let start = tree.child(tree.sets[set].members[member], action)
            collect(start, player, into: &sum)
        }
        let behind = cell.sequences.first[set] + action
        for later in tree.sets(of: player)
        where cell.sequences.leadingTo[later] == behind && pattern.isInherited[later] {
            if let more = worth[later] { sum.add(more) }
        }
        return sum
    }

    /// Adds the ends that others reach from a node by intention, up to the player's next choice.
    private mutating func collect(_ start: Int, _ player: Int, into sum: inout LinearSum) {
        var open = [start]
        while let node = open.popLast() {
            guard tree.nodes[node].canHappen else { continue }
            switch tree.nodes[node].kind {
            case .end(let end): add(end, player, to: &sum)
            case .chance: open += tree.children(of: node).map { Int($0) }
            case .decision(let set):
                // What the player's own next set is worth is added as a whole.
                guard tree.sets[set].player != player else { continue }
                open += cell.support.actions(set).map { tree.child(node, $0) }
            }
        }
    }

    private mutating func add(_ end: Int, _ player: Int, to sum: inout LinearSum) {
        let factor = tree.chances[end] * tree.payoff(end: end, player: player)
        guard factor != 0 else { return }
        let factors = (0..<tree.players).filter { $0 != player }.compactMap { other in
            unknown[other][Int(cell.sequences.atEnds[end * tree.players + other])]
        }
        sum.add(factor, products.unknown(factors))
    }

    /// The weights of actions: a sequence's weight over that of what leads to it.
    private func weights(_ point: [Rational]) -> [[Rational]] {
        tree.sets.indices.map { set in
            let player = tree.sets[set].player
            let before = unknown[player][cell.sequences.leadingTo[set]].map { point[$0] } ?? 1
            return (0..<tree.sets[set].actions).map { action in
                let after = unknown[player][cell.sequences.first[set] + action].map { point[$0] } ?? 1
                return after / before
            }
        }
    }

    /// Whether the weights of everything that happens are determined.
    private func isOnly(_ system: LinearConditions) -> Bool {
        tree.sets.indices.allSatisfy { set in
            guard cell.support.count(set) > 1, isAsked(tree.sets[set].player), cell.isIntended(set) else {
                return true
            }
            return cell.support.actions(set).allSatisfy { action in
                system.isDetermined(unknown[tree.sets[set].player][cell.sequences.first[set] + action]!)
            }
        }
    }
}
