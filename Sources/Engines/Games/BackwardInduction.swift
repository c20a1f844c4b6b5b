public import Numbers

/// The result of backward induction.
public struct BackwardInduction: Sendable {
    /// The best action at each set; the first one where several are best.
    public let choices: [Int]
    /// The sets at which several actions are best.
    public let ties: [Int]
    public let payoffs: [Rational]
}

extension GameTree {
    /// Whether everybody always knows where he is.
    public var hasPerfectInformation: Bool { sets.allSatisfy { $0.members.count <= 1 } }

    /// Backward induction: from the ends to the root everybody does what is best for him from there on (Selten 1965).
    ///
    /// - Returns: A subgame-perfect equilibrium; without ties it is the only one. `nil` if information is imperfect.
    /// - Complexity: One pass over the tree.
    public func backwardInduction() -> BackwardInduction? {
        guard hasPerfectInformation else { return nil }
        var values = Array(repeating: Rational.zero, count: size * players)
        var choices = Array(repeating: 0, count: sets.count)
        var ties: [Int] = []
        for node in stride(from: size - 1, through: 0, by: -1) {
            let base = node * players
            switch nodes[node].kind {
            case .end(let end):
                for player in 0..<players { values[base + player] = payoff(end: end, player: player) }
            case .chance:
                for (branch, child) in children(of: node).enumerated() {
                    let weight = probability(node, branch)
                    for player in 0..<players where weight != 0 {
                        values[base + player] += weight * values[Int(child) * players + player]
                    }
                }
            case .decision(let set):
                let mine = children(of: node).map { values[Int($0) * players + sets[set].player] }
                let best = mine.max()!
                choices[set] = mine.firstIndex(of: best)!
                if mine.count(where: { $0 == best }) > 1 { ties.append(set) }
                let from = child(node, choices[set]) * players
                for player in 0..<players { values[base + player] = values[from + player] }
            }
        }
        return BackwardInduction(
            choices: choices, ties: ties.sorted(), payoffs: Array(values.prefix(players)))
    }

    /// Trembles in which everybody means one action at each set and all slips are equally likely.
    public func trembles(pure choices: [Int]) -> Trembles {
        Trembles(
            orders: zip(sets, choices).map { set, choice in
                (0..<set.actions).map { $0 == choice ? 0 : 1 }
            }, weights: sets.map { Array(repeating: .one, count: $0.actions) })
    }
}
