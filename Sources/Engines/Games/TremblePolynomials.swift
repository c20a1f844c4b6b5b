import Numbers

/// How much trembles prove of an equilibrium.
public enum TrembleProof: Int, Comparable, Sendable {
    /// Nothing: an intended action is not best in the limit.
    case none
    /// Best in the limit (Kreps & Wilson 1982).
    case sequential
    /// Best along the whole way, the player's own later slips left out of account (van Damme 1984).
    case quasiPerfect
    /// Best along the whole way, all slips taken into account (Selten 1975).
    case perfect

    public static func < (left: TrembleProof, right: TrembleProof) -> Bool { left.rawValue < right.rawValue }
}

extension GameTree {
    /// The strongest concept that these trembles prove; others might prove a stronger one.
    ///
    /// The trembling is a symbol: a difference of expected payoffs is a polynomial in it, whose first coefficient other
    /// than zero decides for all small trembles.
    ///
    /// - Complexity: One pass over the tree, with polynomials as long as the deepest path's orders.
    public func proof(by trembles: Trembles) -> TrembleProof {
        guard isSequential(trembles) else { return .none }
        let walk = PolynomialWalk(tree: self, trembles: trembles)
        guard let perturbed = walk.perturbed else { return .sequential }
        if walk.isBest(perturbed, againstOwnSlips: true) { return .perfect }
        return walk.isBest(perturbed, againstOwnSlips: false) ? .quasiPerfect : .sequential
    }
}

private struct PolynomialWalk {
    let tree: GameTree
    let trembles: Trembles

    /// The probability of each action as a polynomial: slips as they are, intentions a little less; `nil` if slips have
    /// orders too high to be worth the reckoning.
    var perturbed: [[Polynomial]]? {
        let deepest = trembles.orders.map { $0.max() ?? 0 }.reduce(0, +)
        guard deepest <= 200 else { return nil }
        return zip(trembles.orders, trembles.weights).map { orders, weights in
            var kept = Polynomial([1])
            for (order, weight) in zip(orders, weights) where order > 0 {
                kept = kept - Polynomial(weight, power: order)
            }
            return zip(orders, weights).map { order, weight in
                order > 0 ? Polynomial(weight, power: order) : kept.times(weight)
            }
        }
    }

    /// Whether every intended action is best at its set while everybody slips.
    func isBest(_ perturbed: [[Polynomial]], againstOwnSlips: Bool) -> Bool {
        let reach = reach(perturbed)
        return (0..<tree.players).allSatisfy { player in
            let own = againstOwnSlips ? perturbed : limit(perturbed, of: player)
            let values = values(own, player)
            return tree.sets(of: player).allSatisfy { set in
                guard tree.canHappen(set: set) else { return true }
                let worth = (0..<tree.sets[set].actions).map { action in
                    tree.sets[set].members.reduce(Polynomial([])) { sum, member in
                        sum + reach[member] * values[tree.child(member, action)]
                    }
                }
                let intended = worth.indices.filter { trembles.orders[set][$0] == 0 }
                return intended.allSatisfy { taken in
                    worth.allSatisfy { (worth[taken] - $0).sign >= 0 }
                }
            }
        }
    }

    /// The same with one player's slips gone.
    private func limit(_ perturbed: [[Polynomial]], of player: Int) -> [[Polynomial]] {
        perturbed.enumerated().map { set, actions in
            guard tree.sets[set].player == player else { return actions }
            return zip(trembles.orders[set], trembles.weights[set]).map { order, weight in
                Polynomial(order == 0 ? [weight] : [])
            }
        }
    }

    private func reach(_ perturbed: [[Polynomial]]) -> [Polynomial] {
        var reach = Array(repeating: Polynomial([]), count: tree.size)
        reach[0] = Polynomial([1])
        for node in 0..<tree.size {
            for (branch, child) in tree.children(of: node).enumerated() {
                switch tree.nodes[node].kind {
                case .chance: reach[Int(child)] = reach[node].times(tree.probability(node, branch))
                case .decision(let set): reach[Int(child)] = reach[node] * perturbed[set][branch]
                case .end: break
                }
            }
        }
        return reach
    }

    private func values(_ behaviour: [[Polynomial]], _ player: Int) -> [Polynomial] {
        var values = Array(repeating: Polynomial([]), count: tree.size)
        for node in stride(from: tree.size - 1, through: 0, by: -1) {
            if case .end(let end) = tree.nodes[node].kind {
                values[node] = Polynomial([tree.payoff(end: end, player: player)])
            }
            for (branch, child) in tree.children(of: node).enumerated() {
                switch tree.nodes[node].kind {
                case .chance:
                    values[node] = values[node] + values[Int(child)].times(tree.probability(node, branch))
                case .decision(let set):
                    values[node] = values[node] + behaviour[set][branch] * values[Int(child)]
                case .end: break
                }
            }
        }
        return values
    }
}
