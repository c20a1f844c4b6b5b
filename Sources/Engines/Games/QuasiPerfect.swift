public import Numbers

extension GameTree {
    /// A quasi-perfect, hence sequential, equilibrium of a two-player game, with the trembles that prove it sequential.
    ///
    /// Every sequence of a player must be played with a probability of at least `t` to the power of its length. The
    /// equilibrium of the game so restricted, for a `t` that goes to zero, is quasi-perfect (Miltersen & Sørensen 2010,
    /// theorem 1). It solves a linear complementarity problem in the sequence form (von Stengel 1996), in which `t` stays
    /// a symbol throughout. Payoffs are made negative first; then a player would rather be nowhere, and the conditions on
    /// the flow may be inequalities.
    ///
    /// - Parameters:
    ///   - sequences: The sequences of this tree.
    ///   - budget: What the pivots may cost.
    /// - Returns: `nil` if the budget ended first.
    /// - Precondition: There are two players.
    public func quasiPerfectEquilibrium(
        _ sequences: Sequences, budget: inout Budget
    ) -> QuasiPerfectEquilibrium? {
        precondition(players == 2, "two players")
        let form = PerturbedSequenceForm(self, sequences)
        // A matrix that would not fit the budget even once is not built.
        guard form.size * form.size / 50 <= budget.limit - budget.used else { return nil }
        guard let solution = form.program.solved(&budget) else { return nil }
        return form.equilibrium(solution)
    }

    /// Whether each player's behaviour is best at each of his sets against the other's trembling plan, along the whole
    /// way and his own slips left out of account: the definition of van Damme (1984).
    public func isQuasiPerfect(_ equilibrium: QuasiPerfectEquilibrium, _ sequences: Sequences) -> Bool {
        guard areProper(equilibrium.trembles) else { return false }
        let behaviour = equilibrium.trembles.behaviour.probabilities
        return (0..<2).allSatisfy { player in
            var worth = Array(repeating: Polynomial([]), count: sequences.counts[player])
            for end in ends.indices where chances[end] != 0 {
                let other = equilibrium.plans[1 - player][Int(sequences.atEnds[end * 2 + 1 - player])]
                let mine = Int(sequences.atEnds[end * 2 + player])
                worth[mine] =
                    worth[mine] + other.times(chances[end] * payoff(end: end, player: player))
            }
            for set in setsFromTheRoot.reversed() where sets[set].player == player {
                let first = sequences.first[set]
                let actions = (0..<sets[set].actions).map { worth[first + $0] }
                var sum = Polynomial([])
                for (action, share) in behaviour[set].enumerated() where share != 0 {
                    if actions.contains(where: { (actions[action] - $0).sign < 0 }) { return false }
                    sum = sum + actions[action].times(share)
                }
                worth[sequences.leadingTo[set]] = worth[sequences.leadingTo[set]] + sum
            }
            return true
        }
    }
}

/// A quasi-perfect equilibrium with its proof.
public struct QuasiPerfectEquilibrium: Sendable {
    /// The leading terms of what everybody does.
    public let trembles: Trembles
    /// For each player the probabilities of his sequences in full, as polynomials in the trembling.
    let plans: [[Polynomial]]
}

/// The complementarity problem of a two-player game whose sequences must all be played a little.
private struct PerturbedSequenceForm {
    let tree: GameTree
    let sequences: Sequences
    /// How many own actions lead to each sequence, per player.
    private let lengths: [[Int]]
    private let powers: Int
    /// For each player, the sets that some node belongs to.
    private let sets: [[Int]]
    /// Where the unknowns of each player begin: sequences, then, behind both players', conditions on the flow.
    private let firstSequence: [Int]
    private let firstFlow: [Int]
    let size: Int

    init(_ tree: GameTree, _ sequences: Sequences) {
        (self.tree, self.sequences) = (tree, sequences)
        var lengths = sequences.counts.map { Array(repeating: 0, count: $0) }
        let order = tree.setsFromTheRoot
        for set in order {
            let player = tree.sets[set].player
            for action in 0..<tree.sets[set].actions {
                lengths[player][sequences.first[set] + action] = lengths[player][sequences.leadingTo[set]] + 1
            }
        }
        sets = (0..<2).map { tree.sets(of: $0) }
        powers = lengths.joined().max()! + 1
        firstSequence = [0, sequences.counts[0]]
        let flows = sequences.counts[0] + sequences.counts[1]
        firstFlow = [flows, flows + sets[0].count + 1]
        size = firstFlow[1] + sets[1].count + 1
        self.lengths = lengths
    }

    var program: ComplementarityProgram {
        var factors = Array(repeating: Array(repeating: Rational.zero, count: size), count: size)
        var constants = Array(repeating: Array(repeating: Rational.zero, count: powers), count: size)
        addPayoffs(&factors, &constants)
        for player in 0..<2 {
            // The empty sequence is played once; each set passes on what reaches it.
            addFlow(player, 0, positive: [0], negative: nil, &factors, &constants)
            constants[firstFlow[player]][0] -= 1
            for (place, set) in sets[player].enumerated() {
                let first = sequences.first[set]
                addFlow(
                    player, place + 1, positive: Array(first..<first + tree.sets[set].actions),
                    negative: sequences.leadingTo[set], &factors, &constants)
            }
        }
        return ComplementarityProgram(factors: factors, constants: constants)
    }

    /// Each sequence's row: what it costs, which the other's play decides.
    private func addPayoffs(_ factors: inout [[Rational]], _ constants: inout [[Rational]]) {
        // In units in which the greatest cost is about 1, like the probabilities: floating point likes it so.
        let ranges = (0..<2).map { player in
            let payoffs = tree.ends.indices.map { tree.payoff(end: $0, player: player) }
            return (least: payoffs.min()!, most: payoffs.max()!)
        }
        let units = ranges.map { 1 + ($0.most - $0.least).floor }
        for end in tree.ends.indices where tree.chances[end] != 0 {
            let mine = (0..<2).map { Int(sequences.atEnds[end * 2 + $0]) }
            for player in 0..<2 {
                let loss = ranges[player].most - tree.payoff(end: end, player: player)
                let cost = tree.chances[end] * (1 + loss / units[player])
                let (row, column) = (
                    firstSequence[player] + mine[player], firstSequence[1 - player] + mine[1 - player]
                )
                factors[row][column] += cost
                if mine[1 - player] > 0 { constants[row][lengths[1 - player][mine[1 - player]]] += cost }
            }
        }
    }

    private func addFlow(
        _ player: Int, _ place: Int, positive: [Int], negative: Int?, _ factors: inout [[Rational]],
        _ constants: inout [[Rational]]
    ) {
        let row = firstFlow[player] + place
        let signs = positive.map { ($0, Rational.one) } + (negative.map { [($0, Rational(-1))] } ?? [])
        for (sequence, sign) in signs {
            let column = firstSequence[player] + sequence
            factors[row][column] += sign
            factors[column][row] -= sign
            if sequence > 0 { constants[row][lengths[player][sequence]] += sign }
        }
    }

    func equilibrium(_ solution: [[Rational]]) -> QuasiPerfectEquilibrium {
        let plans = (0..<2).map { player in
            (0..<sequences.counts[player]).map { sequence -> Polynomial in
                let rest = Polynomial(solution[firstSequence[player] + sequence])
                return sequence == 0 ? rest : rest + Polynomial(1, power: lengths[player][sequence])
            }
        }
        return QuasiPerfectEquilibrium(trembles: trembles(plans), plans: plans)
    }

    /// The leading terms of each action's probability.
    private func trembles(_ plans: [[Polynomial]]) -> Trembles {
        func leading(_ player: Int, _ sequence: Int) -> (order: Int, weight: Rational) {
            let plan = plans[player][sequence].coefficients
            let order = plan.firstIndex { $0 != 0 }!
            return (order, plan[order])
        }
        var trembles = Trembles(orders: [], weights: [])
        for (set, information) in tree.sets.enumerated() {
            let before = leading(information.player, sequences.leadingTo[set])
            let after = (0..<information.actions).map {
                leading(information.player, sequences.first[set] + $0)
            }
            trembles.orders.append(after.map { $0.order - before.order })
            trembles.weights.append(after.map { $0.weight / before.weight })
        }
        return trembles
    }
}
