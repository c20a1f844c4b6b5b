public import Numbers

/// A subgame-perfect equilibrium: in every subgame what is done there is a Nash equilibrium (Selten 1965).
public struct SubgamePerfectEquilibrium: Hashable, Sendable {
    /// For each set the probability of each action; `nil` where the player's own plan for that subgame excludes the set.
    public let mixtures: [[Rational]?]
    public let payoffs: [Rational]
}

/// What a search subgame by subgame has found.
public struct SubgamePerfectSearch: Sendable {
    public internal(set) var equilibria: [SubgamePerfectEquilibrium] = []
    /// Whether every combination of extreme equilibria of the subgames is among them, and nothing between extreme ones
    /// could lead to anything else.
    public internal(set) var isComplete = true
    public internal(set) var budget: Budget
    /// How many subgames there are, the whole game among them.
    public let subgames: Int
}

extension GameTree {
    /// The nodes at which a subgame begins: no set lies partly behind the node. In depth-first order, without ends.
    ///
    /// - Complexity: One pass over the tree.
    public var subgameRoots: [Int] {
        var (least, last, behind) = (Array(0..<size), Array(0..<size), Array(0..<size))
        for node in stride(from: size - 1, through: 0, by: -1) {
            if case .decision(let set) = nodes[node].kind {
                least[node] = min(node, sets[set].members[0])
                last[node] = max(last[node], sets[set].members[sets[set].members.count - 1])
            }
            for child in children(of: node) {
                least[node] = min(least[node], least[Int(child)])
                last[node] = max(last[node], last[Int(child)])
                behind[node] = max(behind[node], behind[Int(child)])
            }
        }
        return nodes.indices.filter {
            nodes[$0].childCount > 0 && least[$0] >= $0 && last[$0] <= behind[$0]
        }
    }

    /// The subgame-perfect equilibria: from the last subgames to the first, each is replaced by what its equilibria bring.
    ///
    /// Of a subgame of two players the extreme Nash equilibria are taken, of one of more the regular ones that are
    /// fractions. What lies between extreme equilibria of a subgame may lead to other choices before it; then the search
    /// says that it is incomplete.
    ///
    /// - Parameters:
    ///   - planLimit: How many combinations of plans one subgame may have, those inside it decided.
    ///   - budget: What the search may cost; each equilibrium listed counts one.
    /// - Returns: `nil` if a subgame has too many plans.
    /// - Complexity: Exponential in the largest subgame, not in the tree; the list grows with the product of all subgames'.
    public func subgamePerfectEquilibria(planLimit: Int, budget: Budget) -> SubgamePerfectSearch? {
        let roots = subgameRoots
        var search = SubgamePerfectSearch(budget: budget, subgames: roots.count)
        var found: [Int: [Decided]] = [:]
        for root in roots.reversed() {
            let part = SubgamePart(self, root: root, inner: found)
            var known: [[[Rational]]: [Decided]] = [:]
            var here: [Decided] = []
            for combination in part.combinations(&search) {
                let payoffs = combination.map(\.payoffs)
                if known[payoffs] == nil {
                    guard let nash = part.equilibria(payoffs, planLimit, isWhole: root == 0, &search) else {
                        return nil
                    }
                    known[payoffs] = nash
                }
                for one in known[payoffs]! where search.mayGoOn() {
                    here.append(combination.reduce(one) { $0.joined(with: $1) })
                }
            }
            // What lies inside is told by its surroundings from here on.
            for inner in part.inner { found[inner] = nil }
            found[root] = here
        }
        search.equilibria = (found[0] ?? []).map { one in
            SubgamePerfectEquilibrium(mixtures: sets.indices.map { one.mixtures[$0] }, payoffs: one.payoffs)
        }
        return search
    }
}

extension SubgamePerfectSearch {
    fileprivate mutating func mayGoOn() -> Bool {
        guard budget.spend(1) else {
            isComplete = false
            return false
        }
        return true
    }
}

/// What is done in a subgame, set by set, and what it brings.
private struct Decided {
    var mixtures: [Int: [Rational]]
    let payoffs: [Rational]

    func joined(with inner: Decided) -> Decided {
        Decided(mixtures: mixtures.merging(inner.mixtures) { $1 }, payoffs: payoffs)
    }
}

/// A subgame whose own subgames have been decided.
private struct SubgamePart {
    let tree: GameTree
    let root: Int
    /// The roots of the largest subgames inside.
    let inner: [Int]
    private let decided: [[Decided]]
    /// The sets that are decided here, by their numbers in the whole tree.
    private let sets: [Int]

    init(_ tree: GameTree, root: Int, inner found: [Int: [Decided]]) {
        (self.tree, self.root) = (tree, root)
        var (inner, sets): ([Int], [Int]) = ([], [])
        var open = [root]
        while let node = open.popLast() {
            if node != root, found[node] != nil {
                inner.append(node)
                continue
            }
            if case .decision(let set) = tree.nodes[node].kind, !sets.contains(set) { sets.append(set) }
            open += tree.children(of: node).reversed().map { Int($0) }
        }
        (self.inner, self.sets) = (inner, sets)
        decided = inner.map { found[$0]! }
    }

    /// Every choice of one equilibrium for each subgame inside.
    func combinations(_ search: inout SubgamePerfectSearch) -> [[Decided]] {
        var combinations: [[Decided]] = [[]]
        for choices in decided {
            var next: [[Decided]] = []
            for combination in combinations {
                for choice in choices where search.mayGoOn() { next.append(combination + [choice]) }
            }
            combinations = next
        }
        return combinations
    }

    /// The Nash equilibria when the subgames inside bring these payoffs; `nil` if there are too many plans.
    func equilibria(
        _ payoffs: [[Rational]], _ planLimit: Int, isWhole: Bool, _ search: inout SubgamePerfectSearch
    ) -> [Decided]? {
        let game = contracted(payoffs)
        guard let sequences = try? game.sequences(),
            let form = game.reducedForm(sequences, limit: planLimit)
        else { return nil }
        let nash = form.table.nashEquilibria(budget: search.budget)
        search.budget = nash.budget
        let payoffs = nash.profiles.map { form.table.worth(of: $0).payoffs }
        let isOpen = nash.components.contains { group in group.contains { payoffs[$0] != payoffs[group[0]] } }
        if !nash.isComplete || isOpen && !isWhole { search.isComplete = false }
        // Mixtures of plans that amount to the same are told once.
        var seen: Set<[Int: [Rational]]> = []
        return zip(nash.profiles, payoffs).compactMap { profile, payoffs in
            var mixtures: [Int: [Rational]] = [:]
            for player in 0..<tree.players {
                for (set, mixture) in game.behaviour(of: profile[player], player, form) {
                    mixtures[sets[set]] = mixture
                }
            }
            return seen.insert(mixtures).inserted ? Decided(mixtures: mixtures, payoffs: payoffs) : nil
        }
    }

    /// The subgame with ends in place of those inside.
    private func contracted(_ payoffs: [[Rational]]) -> GameTree {
        let ends = Dictionary(uniqueKeysWithValues: zip(inner, payoffs))
        let numbers = Dictionary(uniqueKeysWithValues: sets.enumerated().map { ($1, $0) })
        var moves: [GameTree.Move] = []
        var open = [root]
        while let node = open.popLast() {
            if let payoffs = ends[node] {
                moves.append(.end(payoffs))
                continue
            }
            switch tree.nodes[node].kind {
            case .end(let end):
                moves.append(.end((0..<tree.players).map { tree.payoff(end: end, player: $0) }))
            case .decision(let set): moves.append(.decision(numbers[set]!))
            case .chance:
                moves.append(.chance((0..<tree.children(of: node).count).map { tree.probability(node, $0) }))
            }
            open += tree.children(of: node).reversed().map { Int($0) }
        }
        return GameTree(
            players: tree.players,
            sets: sets.map { .init(player: tree.sets[$0].player, actions: tree.sets[$0].actions) },
            moves: moves)
    }
}

extension GameTable {
    /// Nash equilibria in fractions: all best choices of one player, the extreme ones of two, the pure and the regular ones of
    /// more. Players without a choice do not count.
    fileprivate func nashEquilibria(budget: Budget) -> (
        profiles: [[[Rational]]], components: [[Int]], isComplete: Bool, budget: Budget
    ) {
        let choosing = strategies.indices.filter { strategies[$0] > 1 }
        if choosing.count <= 1 { return (pureProfiles, [], true, budget) }
        if choosing.count == 2 {
            let found = table(of: choosing).extremeEquilibria(budget: budget)
            let profiles = found.pairs.map { pair in
                var profile = strategies.map { _ in [Rational.one] }
                (profile[choosing[0]], profile[choosing[1]]) = (pair.first, pair.second)
                return profile
            }
            return (profiles, found.components, found.isComplete, found.budget)
        }
        let found = equilibriaBySupport(budget: budget)
        let exact = found.profiles.compactMap(\.exact)
        let pure = pureProfiles.filter { !exact.contains($0) }
        return (
            exact + pure, [], found.isComplete && exact.count == found.profiles.count, found.budget
        )
    }

    private var pureProfiles: [[[Rational]]] {
        pureEquilibria().map { choices in
            zip(choices, strategies).map { choice, count in
                (0..<count).map { $0 == choice ? .one : .zero }
            }
        }
    }

    /// The table of two players, all others having one strategy.
    private func table(of pair: [Int]) -> GameTable {
        let shape = MixedRadix(pair.map { strategies[$0] })
        return GameTable(
            strategies: shape.sizes,
            payoffs: shape.list.flatMap { choices -> [Rational] in
                var all = strategies.map { _ in 0 }
                (all[pair[0]], all[pair[1]]) = (choices[0], choices[1])
                return pair.map { payoff(cell(all), $0) }
            })
    }
}
