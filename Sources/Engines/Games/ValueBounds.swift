import Numbers

/// Which actions of each set are still thought possible.
struct AllowedActions: Hashable, Sendable {
    private var isAllowed: [[Bool]]
    private var counts: [Int]

    /// All actions of all sets.
    init(_ tree: GameTree) {
        isAllowed = tree.sets.map { Array(repeating: true, count: $0.actions) }
        counts = tree.sets.map(\.actions)
    }

    func contains(_ set: Int, _ action: Int) -> Bool { isAllowed[set][action] }

    func actions(_ set: Int) -> [Int] { isAllowed[set].indices.filter { isAllowed[set][$0] } }

    func count(_ set: Int) -> Int { counts[set] }

    mutating func remove(_ set: Int, _ action: Int) {
        if isAllowed[set][action] { counts[set] -= 1 }
        isAllowed[set][action] = false
    }

    /// Leaves nothing but these actions.
    mutating func restrict(_ set: Int, to actions: [Int]) {
        isAllowed[set] = Array(repeating: false, count: isAllowed[set].count)
        for action in actions { isAllowed[set][action] = true }
        counts[set] = actions.count
    }
}

/// The least and the greatest that each player can expect from each node on, if only allowed actions are taken.
struct ValueBounds: Sendable {
    private(set) var low: [Rational]
    private(set) var high: [Rational]
    private let players: Int

    /// - Complexity: One pass over the tree.
    init(_ tree: GameTree, _ allowed: AllowedActions) {
        players = tree.players
        low = Array(repeating: .zero, count: tree.size * tree.players)
        high = low
        for node in stride(from: tree.size - 1, through: 0, by: -1) { update(node, tree, allowed) }
    }

    /// The same after something was struck at a set: only what leads there can have changed.
    func restricted(at set: Int, _ tree: GameTree, _ allowed: AllowedActions) -> ValueBounds {
        var bounds = self
        var changed = Set(tree.sets[set].members)
        for member in tree.sets[set].members { changed.formUnion(tree.path(to: member)) }
        for node in changed.sorted(by: >) { bounds.update(node, tree, allowed) }
        return bounds
    }

    /// Takes the bounds of a node from those of its children.
    private mutating func update(_ node: Int, _ tree: GameTree, _ allowed: AllowedActions) {
        let base = node * players
        switch tree.nodes[node].kind {
        case .end(let end):
            for player in 0..<players {
                low[base + player] = tree.payoff(end: end, player: player)
                high[base + player] = low[base + player]
            }
        case .chance:
            for player in 0..<players { (low[base + player], high[base + player]) = (.zero, .zero) }
            for (branch, child) in tree.children(of: node).enumerated() {
                let weight = tree.probability(node, branch)
                guard weight != 0 else { continue }
                for player in 0..<players {
                    low[base + player] += weight * low[Int(child) * players + player]
                    high[base + player] += weight * high[Int(child) * players + player]
                }
            }
        case .decision(let set):
            var isFirst = true
            for (branch, child) in tree.children(of: node).enumerated() where allowed.contains(set, branch) {
                let from = Int(child) * players
                for player in 0..<players {
                    if isFirst || low[from + player] < low[base + player] {
                        low[base + player] = low[from + player]
                    }
                    if isFirst || high[from + player] > high[base + player] {
                        high[base + player] = high[from + player]
                    }
                }
                isFirst = false
            }
        }
    }

    /// Whether the first action is worse than the second at every node of the set, whatever happens elsewhere.
    func isWorse(_ tree: GameTree, set: Int, _ action: Int, than other: Int) -> Bool {
        let player = tree.sets[set].player
        return tree.sets[set].members.allSatisfy { member in
            guard tree.nodes[member].canHappen else { return true }
            return high[tree.child(member, action) * players + player]
                < low[tree.child(member, other) * players + player]
        }
    }
}

extension GameTree {
    /// The actions that survive when those are struck out, again and again, that do worse than another one at every
    /// node of their set whatever happens elsewhere.
    ///
    /// No sequential equilibrium takes such an action, because it is worse under every belief (conditional dominance,
    /// Shimoji & Watson 1998, in its simplest form).
    func undominated(_ start: AllowedActions) -> AllowedActions {
        var allowed = start
        while true {
            let bounds = ValueBounds(self, allowed)
            var hasChanged = false
            for set in sets.indices where allowed.count(set) > 1 && canHappen(set: set) {
                let actions = allowed.actions(set)
                for action in actions
                where actions.contains(where: {
                    $0 != action && allowed.contains(set, $0) && allowed.contains(set, action)
                        && bounds.isWorse(self, set: set, action, than: $0)
                }) {
                    allowed.remove(set, action)
                    hasChanged = true
                }
            }
            guard hasChanged else { return allowed }
        }
    }
}
