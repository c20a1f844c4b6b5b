public import Numbers

/// The plans of each player that differ in something he can still come to do, and what they bring.
///
/// A plan names an action at every set that the plan itself does not exclude, and none at the others (the reduced
/// strategic form).
public struct ReducedForm: Sendable {
    /// For each player, his plans: per set of the tree an action, or `nil` where the plan names none.
    public let plans: [[[Int?]]]
    public let table: GameTable
}

extension GameTree {
    /// The reduced strategic form, or `nil` if it has more than `limit` combinations or its plans are too long to list.
    ///
    /// - Complexity: Exponential in the number of sets; the limit is checked before anything is listed.
    public func reducedForm(_ sequences: Sequences, limit: Int) -> ReducedForm? {
        let counts = (0..<players).map { planCount($0, sequences, limit) }
        var cells = 1
        for count in counts {
            let (product, overflow) = cells.multipliedReportingOverflow(by: count)
            guard !overflow, product <= limit, count * sets.count <= Self.planEntries else { return nil }
            cells = product
        }
        let all = (0..<players).map { plans(of: $0, sequences) }
        return ReducedForm(plans: all, table: table(all))
    }

    /// How many entries the plans of one player may have in all.
    private static let planEntries = 2_000_000

    /// The sets of a player that come directly behind one of his sequences.
    private func setsBehind(_ sequence: Int, _ player: Int, _ sequences: Sequences) -> [Int] {
        sets(of: player).filter { sequences.leadingTo[$0] == sequence && !sets[$0].members.isEmpty }
    }

    private func planCount(_ player: Int, _ sequences: Sequences, _ limit: Int) -> Int {
        // From the last sets to the first: how many plans there are behind each sequence, cut at the limit.
        var behind = Array(repeating: 1, count: sequences.counts[player])
        for set in setsFromTheRoot.reversed() where sets[set].player == player && !sets[set].members.isEmpty {
            let first = sequences.first[set]
            let sum = (first..<first + sets[set].actions).reduce(0) { min(limit + 1, $0 + behind[$1]) }
            let leading = sequences.leadingTo[set]
            let (product, overflow) = behind[leading].multipliedReportingOverflow(by: sum)
            behind[leading] = overflow ? limit + 1 : min(limit + 1, product)
        }
        return behind[0]
    }

    private func plans(of player: Int, _ sequences: Sequences) -> [[Int?]] {
        var done: [[Int?]] = []
        func extend(_ plan: [Int?], _ open: [Int]) {
            guard let set = open.first else {
                done.append(plan)
                return
            }
            for action in 0..<sets[set].actions {
                var next = plan
                next[set] = action
                let behind = setsBehind(sequences.first[set] + action, player, sequences)
                extend(next, Array(open.dropFirst()) + behind)
            }
        }
        extend(Array(repeating: nil, count: sets.count), setsBehind(0, player, sequences))
        return done
    }

    private func table(_ plans: [[[Int?]]]) -> GameTable {
        let counts = plans.map(\.count)
        let shape = GameTable(
            strategies: counts, payoffs: Array(repeating: .zero, count: counts.reduce(players, *)))
        return GameTable(
            strategies: counts,
            payoffs: (0..<shape.cells).flatMap { cell -> [Rational] in
                let choices = shape.choices(cell)
                return payoffs { set in plans[sets[set].player][choices[sets[set].player]][set] ?? 0 }
            })
    }

    /// The expected payoffs when every set has one action.
    func payoffs(pure action: (Int) -> Int) -> [Rational] {
        var sums = Array(repeating: Rational.zero, count: players)
        var open = [(0, Rational.one)]
        while let (node, weight) = open.popLast() {
            switch nodes[node].kind {
            case .end(let end):
                for player in 0..<players { sums[player] += weight * payoff(end: end, player: player) }
            case .decision(let set): open.append((child(node, action(set)), weight))
            case .chance:
                for (branch, child) in children(of: node).enumerated() where probability(node, branch) != 0 {
                    open.append((Int(child), weight * probability(node, branch)))
                }
            }
        }
        return sums
    }

    /// What a mixture of plans amounts to at each set: `nil` where the player's own play excludes it.
    public func behaviour(of mixture: [Rational], _ player: Int, _ form: ReducedForm) -> [Int: [Rational]] {
        var behaviour: [Int: [Rational]] = [:]
        for set in sets(of: player) {
            var weights = Array(repeating: Rational.zero, count: sets[set].actions)
            for (plan, share) in zip(form.plans[player], mixture) where share != 0 {
                if let action = plan[set] { weights[action] += share }
            }
            let sum = weights.reduce(.zero, +)
            if sum != 0 { behaviour[set] = weights.map { $0 / sum } }
        }
        return behaviour
    }
}
