import Numbers

extension GameTree {
    /// The actions that remain at each set when those are struck out, one set after the other and the latest first, that
    /// another one is never worse than, and sometimes better, whatever happens among what is left.
    ///
    /// Two actions may come to the same only because something was struck elsewhere; then what was left before decides,
    /// for a player who does not mind which he takes does mind should another's hand slip – unless slips at different
    /// sets speak for different actions, which leaves it open.
    ///
    /// If one action remains at every set, this play is an extensive-form perfect equilibrium: let every struck action
    /// tremble, the earlier it was struck the less likely by whole orders; then each action that remains is at each set
    /// strictly better along the way than those struck for its sake. Where several remain, nothing is said about them,
    /// and other equilibria may exist beside the play that is found (weak dominance may depend on the order of striking).
    ///
    /// - Returns: Per set the places of the actions that remain, ascending.
    /// - Complexity: Rounds over all sets until one strikes nothing, at most one for each action; after a strike only the
    ///   bounds of what leads there are computed anew.
    /// - Source: Conditional weak dominance; Shimoji & Watson, *Journal of Economic Theory* 83 (1998), for the strict kind;
    ///   Selten, *International Journal of Game Theory* 4 (1975), for perfectness.
    public func admissibleActions() -> [[Int]] {
        let levels = strikes()
        return sets.indices.map(levels[levels.count - 1].allowed.actions)
    }

    /// The slips that prove the play which is left when one action remains at every set: what was struck at step k of n
    /// trembles by the order (d + 1)^(n - k), where d is the length of the longest way through the game.
    ///
    /// - Returns: `nil` if several actions remain at some set, or if the orders grow beyond the whole numbers.
    public func admissibleTrembles() -> Trembles? {
        let levels = strikes()
        let last = levels[levels.count - 1].allowed
        guard sets.indices.allSatisfy({ last.count($0) == 1 || !canHappen(set: $0) }) else { return nil }
        let longest = ends.map { path(to: $0).count }.max() ?? 1
        var powers = [1]
        for _ in levels.dropFirst() {
            let (power, overflows) = powers[powers.count - 1].multipliedReportingOverflow(by: longest + 1)
            if overflows || power > 1 << 40 { return nil }
            powers.append(power)
        }
        let orders = sets.indices.map { set in
            (0..<sets[set].actions).map { action in
                let step = levels.firstIndex { !$0.allowed.contains(set, action) }
                return step.map { powers[levels.count - $0] } ?? 0
            }
        }
        let weights = orders.map { orders in
            let intended = orders.count { $0 == 0 }
            return orders.map { $0 == 0 ? Rational(1, over: intended) : .one }
        }
        return Trembles(orders: orders, weights: weights)
    }

    /// What is left after each step, everything first.
    private func strikes() -> [Level] {
        let order = sets.indices.filter { canHappen(set: $0) }.sorted {
            (sets[$0].members.first ?? 0) > (sets[$1].members.first ?? 0)
        }
        var levels = [Level(tree: self, allowed: AllowedActions(self))]
        var known = 0
        while known < levels.count {
            known = levels.count
            for set in order { if let next = levels.striking(at: set) { levels.append(next) } }
        }
        return levels
    }

    /// What was left at one point of the striking, and what everything was worth then.
    fileprivate struct Level {
        let tree: GameTree
        let allowed: AllowedActions
        let bounds: ValueBounds

        init(tree: GameTree, allowed: AllowedActions) {
            (self.tree, self.allowed) = (tree, allowed)
            bounds = ValueBounds(tree, allowed)
        }

        /// The next level, at which fewer actions are left at one set.
        init(after level: Level, at set: Int, allowed: AllowedActions) {
            (tree, self.allowed) = (level.tree, allowed)
            bounds = level.bounds.restricted(at: set, tree, allowed)
        }

        /// What each of some actions may be worth.
        func worths(at set: Int, _ actions: [Int]) -> [Worth] {
            let weights = tree.weights(of: set, allowed)
            return actions.map { bounds.worth(tree, set, $0, weights) }
        }
    }

    /// How likely the members of a set are beside each other.
    fileprivate enum Weights {
        /// In these proportions, whatever the players do among what is left.
        case known([(member: Int, weight: Rational)])
        /// In proportions that what is left does not settle.
        case open([Int])
        /// Nothing that is left leads there, so that slips of any size may.
        case cutOff([Int])
    }

    fileprivate func weights(of set: Int, _ allowed: AllowedActions) -> Weights {
        let members = sets[set].members.filter { nodes[$0].canHappen }
        if members.count == 1 { return .open(members) }
        let ways = members.map { way(to: $0, allowed) }
        let live = members.indices.filter { ways[$0].isLive }
        guard let first = live.first else { return .cutOff(members) }
        guard live.allSatisfy({ ways[$0].undecided == ways[first].undecided }) else {
            return .open(live.map { members[$0] })
        }
        return .known(live.map { (members[$0], ways[$0].chance) })
    }

    /// Whether a node is reached by what is left, by which open choices, and how likely chance makes it.
    private func way(to node: Int, _ allowed: AllowedActions) -> (
        isLive: Bool, undecided: Set<[Int]>, chance: Rational
    ) {
        var (isLive, undecided, chance) = (true, Set<[Int]>(), Rational.one)
        var here = node
        while nodes[here].parent >= 0 {
            let (parent, branch) = (Int(nodes[here].parent), Int(nodes[here].branch))
            switch nodes[parent].kind {
            case .chance: chance *= probability(parent, branch)
            case .decision(let set):
                if !allowed.contains(set, branch) { isLive = false }
                if allowed.count(set) > 1 { undecided.insert([set, branch]) }
            case .end: break
            }
            here = parent
        }
        return (isLive, undecided, chance)
    }
}

extension [GameTree.Level] {
    /// What is left when a set's inadmissible actions are struck, too; `nil` if it has none.
    fileprivate func striking(at set: Int) -> GameTree.Level? {
        let last = self[count - 1]
        let actions = last.allowed.actions(set)
        guard actions.count > 1 else { return nil }
        // What is not at least as bad now was not before either.
        let now = last.worths(at: set, actions)
        guard
            actions.indices.contains(where: { one in
                actions.indices.contains { $0 != one && now[one].isAtMost(now[$0]) }
            })
        else { return nil }
        for (place, level) in enumerated().reversed() {
            var allowed = last.allowed
            let worths = level.worths(at: set, actions)
            for one in actions.indices {
                let better = actions.indices.first { other in
                    other != one && allowed.contains(set, actions[other])
                        && worths[one].isNeverBetter(than: worths[other])
                        && (place == count - 1 || slipsAgree(at: set, actions[one], actions[other]))
                }
                if better != nil { allowed.remove(set, actions[one]) }
            }
            if allowed.count(set) < actions.count { return .init(after: last, at: set, allowed: allowed) }
        }
        return nil
    }

    /// Whether no slip at a single other set makes the worse action the better one.
    private func slipsAgree(at set: Int, _ worse: Int, _ better: Int) -> Bool {
        let (first, last) = (self[0], self[count - 1])
        return last.tree.sets.indices.allSatisfy { other in
            guard other != set, last.allowed.count(other) < first.allowed.count(other) else { return true }
            var allowed = last.allowed
            allowed.restrict(other, to: first.allowed.actions(other))
            let worths = GameTree.Level(after: last, at: other, allowed: allowed).worths(
                at: set, [worse, better])
            return worths[0].isAtMost(worths[1])
        }
    }
}

/// What an action may be worth: a range in expectation, or one for each member that may be the true one.
private struct Worth {
    var ranges: [(low: Rational, high: Rational)]
    /// Whether it has to be worse at each member, because how likely the members are hangs on slips of any size.
    var isCutOff = false

    /// Whether the other action is at least as good at every member whatever happens.
    func isAtMost(_ other: Worth) -> Bool { zip(ranges, other.ranges).allSatisfy { $0.high <= $1.low } }

    /// The same, and sometimes better.
    func isNeverBetter(than other: Worth) -> Bool {
        guard isAtMost(other) else { return false }
        let pairs = zip(ranges, other.ranges)
        return isCutOff ? pairs.allSatisfy { $0.low < $1.high } : pairs.contains { $0.low < $1.high }
    }
}

extension ValueBounds {
    fileprivate func worth(_ tree: GameTree, _ set: Int, _ action: Int, _ weights: GameTree.Weights) -> Worth
    {
        let (player, players) = (tree.sets[set].player, tree.players)
        func place(_ member: Int) -> Int { tree.child(member, action) * players + player }
        switch weights {
        case .open(let members):
            return Worth(ranges: members.map { (low[place($0)], high[place($0)]) })
        case .cutOff(let members):
            return Worth(ranges: members.map { (low[place($0)], high[place($0)]) }, isCutOff: true)
        case .known(let members):
            let sum = members.reduce((low: Rational.zero, high: Rational.zero)) {
                ($0.low + $1.weight * low[place($1.member)], $0.high + $1.weight * high[place($1.member)])
            }
            return Worth(ranges: [sum])
        }
    }
}
