public import Numbers

extension GameTree {
    /// What each player could gain by the best change of his own plan, the others' behaviour given.
    ///
    /// All zero: a Nash equilibrium. The recursion runs over the player's own sets from the last to the first, so it is
    /// linear in the tree and never lists strategies.
    ///
    /// - Precondition: `sequences` are those of this tree.
    public func regrets(of behaviour: Behaviour, _ sequences: Sequences) -> [Rational] {
        let payoffs = payoffs(under: behaviour)
        return (0..<players).map { player in
            bestResponse(of: player, to: behaviour, sequences) - payoffs[player]
        }
    }

    /// The greatest expected payoff of a player against the others' behaviour.
    func bestResponse(of player: Int, to behaviour: Behaviour, _ sequences: Sequences) -> Rational {
        var worth = Array(repeating: Rational.zero, count: sequences.counts[player])
        for (end, weight) in othersWeights(of: player, behaviour).enumerated() where weight != 0 {
            worth[Int(sequences.atEnds[end * players + player])] += weight * payoff(end: end, player: player)
        }
        // Later sets first: the first node of a set lies behind that of the set before it.
        let mine = sets(of: player).filter { !sets[$0].members.isEmpty }
        for set in mine.sorted(by: { sets[$0].members[0] > sets[$1].members[0] }) {
            let first = sequences.first[set]
            let best = worth[first..<first + sets[set].actions].max()!
            worth[sequences.leadingTo[set]] += best
        }
        return worth[0]
    }

    /// How likely each end is if the player does all he can to get there.
    func othersWeights(of player: Int, _ behaviour: Behaviour) -> [Rational] {
        var reach = Array(repeating: Rational.zero, count: size)
        reach[0] = .one
        for node in 0..<size where reach[node] != 0 {
            for (branch, child) in children(of: node).enumerated() {
                var weight = probability(node, branch)
                if case .decision(let set) = nodes[node].kind, sets[set].player != player {
                    weight = behaviour.probabilities[set][branch]
                }
                reach[Int(child)] = weight == .one ? reach[node] : reach[node] * weight
            }
        }
        return ends.map { reach[$0] }
    }
}
