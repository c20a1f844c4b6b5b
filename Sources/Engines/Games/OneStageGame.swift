public import Numbers

/// A game in which everybody learns something, his type, and then all choose once, nobody seeing what another does.
///
/// A type is a set of the tree; players who never move have one type with one action.
public struct OneStageGame: Sendable {
    /// For each player his sets; none if he never moves.
    public let types: [[Int]]
    /// For each player and type the number of actions.
    public let actions: [[Int]]
    /// For each combination of types, the first player's fastest: what each combination of actions brings each player,
    /// times the probability of the types; empty where the types never meet.
    let worths: [[Rational]]
    /// The probability of each combination of types.
    public let chances: [Rational]

    public var players: Int { types.count }
}

extension GameTree {
    /// The game as one of a single stage, if it is one.
    ///
    /// - Complexity: One pass over the tree.
    public var oneStage: OneStageGame? { OneStageGame(self) }
}

extension OneStageGame {
    fileprivate init?(_ tree: GameTree) {
        let types = (0..<tree.players).map { player in
            tree.sets(of: player).filter { !tree.sets[$0].members.isEmpty }
        }
        self.types = types
        actions = types.map { $0.isEmpty ? [1] : $0.map { tree.sets[$0].actions } }
        let shape = MixedRadix(actions.map(\.count))
        var chances = Array(repeating: Rational.zero, count: shape.count)
        var worths = Array(repeating: [Rational](), count: shape.count)
        var places = Array(repeating: 0, count: tree.sets.count)
        for mine in types { for (place, set) in mine.enumerated() { places[set] = place } }
        var open = [(node: 0, chance: Rational.one)]
        while let (node, chance) = open.popLast() {
            if case .chance = tree.nodes[node].kind {
                for (branch, child) in tree.children(of: node).enumerated() {
                    let share = tree.probability(node, branch)
                    if share != 0 { open.append((Int(child), chance * share)) }
                }
                continue
            }
            guard let world = World(tree, node, types) else { return nil }
            let place = shape.place(world.sets.map { $0.map { places[$0] } ?? 0 })
            chances[place] += chance
            let scaled = world.payoffs.map { chance * $0 }
            worths[place] = worths[place].isEmpty ? scaled : zip(worths[place], scaled).map { $0 + $1 }
        }
        (self.chances, self.worths) = (chances, worths)
    }

    /// What follows when chance has decided everything.
    private struct World {
        /// The set at which each player moves.
        var sets: [Int?]
        var payoffs: [Rational]

        init?(_ tree: GameTree, _ root: Int, _ types: [[Int]]) {
            sets = Array(repeating: nil, count: tree.players)
            payoffs = []
            guard meet(tree, root),
                sets.indices.allSatisfy({ types[$0].isEmpty || sets[$0] != nil })
            else { return nil }
            let shape = MixedRadix(sets.map { $0.map { tree.sets[$0].actions } ?? 1 })
            payoffs = Array(repeating: .zero, count: shape.count * tree.players)
            guard fill(tree, root, shape, Array(repeating: nil, count: tree.players)) else { return nil }
        }

        /// Finds the one set of each player; `false` if somebody knows more at one node than at another.
        private mutating func meet(_ tree: GameTree, _ node: Int) -> Bool {
            switch tree.nodes[node].kind {
            case .chance: return false
            case .end: break
            case .decision(let set):
                let player = tree.sets[set].player
                guard sets[player] ?? set == set else { return false }
                sets[player] = set
                for child in tree.children(of: node) where !meet(tree, Int(child)) { return false }
            }
            return true
        }

        /// Writes down what each combination of actions brings; `false` if somebody is not asked, or twice.
        private mutating func fill(
            _ tree: GameTree, _ node: Int, _ shape: MixedRadix, _ chosen: [Int?]
        ) -> Bool {
            switch tree.nodes[node].kind {
            case .chance: return false
            case .end(let end):
                guard zip(chosen, sets).allSatisfy({ ($0 == nil) == ($1 == nil) }) else { return false }
                let place = shape.place(chosen.map { $0 ?? 0 }) * tree.players
                for player in 0..<tree.players {
                    payoffs[place + player] = tree.payoff(end: end, player: player)
                }
            case .decision(let set):
                let player = tree.sets[set].player
                guard chosen[player] == nil else { return false }
                for (branch, child) in tree.children(of: node).enumerated() {
                    var next = chosen
                    next[player] = branch
                    guard fill(tree, Int(child), shape, next) else { return false }
                }
            }
            return true
        }
    }
}
