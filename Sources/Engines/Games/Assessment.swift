public import Numbers

/// What every player does at every information set: one probability per action.
public struct Behaviour: Hashable, Sendable {
    public var probabilities: [[Rational]]

    public init(_ probabilities: [[Rational]]) { self.probabilities = probabilities }

    /// One action at every set.
    public init(pure choices: [Int], in tree: GameTree) {
        probabilities = zip(choices, tree.sets).map { choice, set in
            (0..<set.actions).map { $0 == choice ? .one : .zero }
        }
    }
}

/// How a player comes to take each action, by intention or by a slip of the hand: the action `a` of a set is taken with
/// a probability that behaves like `weight * t^order` as the trembling `t` goes to zero.
///
/// Order 0 is intention; there the weights of a set sum to 1. Every consistent assessment is the limit of such
/// trembles (Kreps & Wilson 1982, lemmas A1 and A2; Streufert 2006), and they prove that it is one.
public struct Trembles: Hashable, Sendable {
    public var orders: [[Int]]
    public var weights: [[Rational]]

    public init(orders: [[Int]], weights: [[Rational]]) { (self.orders, self.weights) = (orders, weights) }

    /// What is left when the trembling has gone to zero.
    public var behaviour: Behaviour {
        Behaviour(
            zip(orders, weights).map { orders, weights in
                zip(orders, weights).map { $0 == 0 ? $1 : .zero }
            })
    }
}

/// A behaviour with what each player believes at each of his sets.
public struct Assessment: Hashable, Sendable {
    public let behaviour: Behaviour
    /// One probability per member; `nil` at sets that cannot happen.
    public let beliefs: [[Rational]?]
    /// What proves the beliefs consistent.
    public let trembles: Trembles
}

extension GameTree {
    /// The limit of trembles: the behaviour and the beliefs by Bayes' rule.
    ///
    /// - Complexity: One pass over the tree.
    public func assessment(from trembles: Trembles) -> Assessment {
        let reach = reaches(under: trembles)
        let beliefs = sets.map { set -> [Rational]? in
            let members = set.members.map { reach[$0] }
            guard let least = members.compactMap(\.?.order).min() else { return nil }
            let weights = members.map { $0.flatMap { $0.order == least ? $0.weight : nil } ?? .zero }
            let sum = weights.reduce(.zero, +)
            return weights.map { $0 / sum }
        }
        return Assessment(behaviour: trembles.behaviour, beliefs: beliefs, trembles: trembles)
    }

    /// How likely each node is, as a weight and an order of trembling; `nil` for what chance excludes.
    func reaches(under trembles: Trembles) -> [Reach?] {
        var reach: [Reach?] = Array(repeating: nil, count: size)
        reach[0] = Reach(weight: .one, order: 0)
        for (node, information) in nodes.enumerated() {
            guard let here = reach[node] else { continue }
            for (branch, child) in children(of: node).enumerated() {
                switch information.kind {
                case .chance:
                    let chance = probability(node, branch)
                    reach[Int(child)] =
                        chance == 0 ? nil : Reach(weight: here.weight * chance, order: here.order)
                case .decision(let set):
                    reach[Int(child)] = Reach(
                        weight: here.weight * trembles.weights[set][branch],
                        order: here.order + trembles.orders[set][branch])
                case .end: break
                }
            }
        }
        return reach
    }

    struct Reach: Sendable {
        var weight: Rational
        var order: Int
    }

    /// The expected payoffs of every player from every node on, `node * players + player`.
    ///
    /// - Complexity: One pass over the tree.
    func values(under behaviour: Behaviour) -> [Rational] {
        var values = Array(repeating: Rational.zero, count: size * players)
        for node in stride(from: size - 1, through: 0, by: -1) {
            if case .end(let end) = nodes[node].kind {
                for player in 0..<players {
                    values[node * players + player] = payoff(end: end, player: player)
                }
            }
            for (branch, child) in children(of: node).enumerated() {
                let weight: Rational =
                    switch nodes[node].kind {
                    case .decision(let set): behaviour.probabilities[set][branch]
                    case .chance, .end: probability(node, branch)
                    }
                guard weight != 0 else { continue }
                for player in 0..<players {
                    values[node * players + player] += weight * values[Int(child) * players + player]
                }
            }
        }
        return values
    }

    /// The expected payoff of every player.
    public func payoffs(under behaviour: Behaviour) -> [Rational] {
        Array(values(under: behaviour).prefix(players))
    }

    /// How likely each end is.
    public func outcome(of behaviour: Behaviour) -> [Rational] {
        var reach = Array(repeating: Rational.zero, count: size)
        reach[0] = .one
        for node in 0..<size where reach[node] != 0 {
            for (branch, child) in children(of: node).enumerated() {
                let weight: Rational =
                    switch nodes[node].kind {
                    case .decision(let set): behaviour.probabilities[set][branch]
                    case .chance, .end: probability(node, branch)
                    }
                reach[Int(child)] = reach[node] * weight
            }
        }
        return ends.map { reach[$0] }
    }
}
