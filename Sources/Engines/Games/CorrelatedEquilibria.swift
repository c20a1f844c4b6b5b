public import Numbers

/// A correlated equilibrium: a mediator draws a combination of strategies and tells each player only his own part; to
/// follow is then best for everybody.
public struct CorrelatedEquilibrium: Sendable {
    /// The probability of each combination of the table.
    public let distribution: [Rational]
    public let payoffs: [Rational]
}

/// What a mediator is to bring about.
public enum CorrelatedGoal: Hashable, Sendable {
    /// The greatest sum of all payoffs.
    case greatestSum
    /// The greatest payoff of a player.
    case greatest(player: Int)
    /// The least payoff of a player.
    case least(player: Int)

    /// How much payoffs are worth to the goal; the more the better.
    public func worth(_ payoffs: [Rational]) -> Rational {
        switch self {
        case .greatestSum: payoffs.reduce(.zero, +)
        case .greatest(let player): payoffs[player]
        case .least(let player): -payoffs[player]
        }
    }

    /// All goals of a game of so many players, the sum first.
    public static func all(players: Int) -> [CorrelatedGoal] {
        [.greatestSum] + (0..<players).flatMap { [.greatest(player: $0), .least(player: $0)] }
    }
}

extension GameTable {
    /// For each goal a correlated equilibrium that meets it best (Aumann 1974, 1987).
    ///
    /// The correlated equilibria are the solutions of linear inequalities: whatever a player is told, no other strategy
    /// would bring him more on average. So each goal is a linear program over the combinations that iterated strict
    /// dominance leaves. It is solved in fractions by way of its dual (Hart & Schmeidler 1989), whose slacks are a vertex
    /// to start from: how far the goal can be kept below its greatest entry, by charging players for gains. The prices of
    /// that program are the probabilities, and prove that nothing is better.
    ///
    /// - Parameter goals: What to bring about.
    /// - Returns: One equilibrium per goal, or `nil` if the programs would take too long.
    /// - Complexity: A linear program per goal, with a row for each combination and a variable for each ordered pair of
    ///   strategies of one player.
    public func correlatedEquilibria(_ goals: [CorrelatedGoal]) -> [CorrelatedEquilibrium]? {
        let kept = undominated().kept
        let game = restricted(to: kept)
        guard game.cells * (game.cells + game.swaps.count) <= Self.programEntries else { return nil }
        return goals.map { goal in
            let point = game.best(goal)
            var distribution = Array(repeating: Rational.zero, count: cells)
            for (place, share) in point.enumerated() where share != 0 {
                distribution[cell(game.choices(place).enumerated().map { kept[$0][$1] })] = share
            }
            return CorrelatedEquilibrium(distribution: distribution, payoffs: payoffs(under: distribution))
        }
    }

    /// How many entries a program may have.
    private static let programEntries = 10_000

    /// A strategy that a player may be told, and another that he may use instead.
    private struct Swap {
        let player: Int
        let told: Int
        let other: Int
    }

    private var swaps: [Swap] {
        (0..<players).flatMap { player in
            (0..<strategies[player]).flatMap { told in
                (0..<strategies[player]).filter { $0 != told }.map {
                    Swap(player: player, told: told, other: $0)
                }
            }
        }
    }

    private func best(_ goal: CorrelatedGoal) -> [Rational] {
        let swaps = swaps
        var rows = Array(repeating: [LinearProgram.Term(1, swaps.count)], count: cells)
        for (place, swap) in swaps.enumerated() {
            for (cell, gain) in gains(swap) { rows[cell].append(.init(-gain, place)) }
        }
        let worths = (0..<cells).map { cell in goal.worth((0..<players).map { payoff(cell, $0) }) }
        let greatest = worths.max() ?? 0
        var program = LinearProgram(variables: swaps.count + 1)
        for (row, worth) in zip(rows, worths) { program.require(row, .atMost, greatest - worth) }
        program.maximise([.init(1, swaps.count)])
        // No charge can push the goal below the worth of a Nash equilibrium, so the program is bounded.
        return program.priced()?.prices.normalised ?? []
    }

    /// What a player gains in each combination by the other strategy.
    private func gains(_ swap: Swap) -> [(cell: Int, gain: Rational)] {
        let step = strategies.prefix(swap.player).reduce(1, *)
        return (0..<cells).compactMap { cell in
            guard cell / step % strategies[swap.player] == swap.told else { return nil }
            let other = cell + (swap.other - swap.told) * step
            return (cell, payoff(other, swap.player) - payoff(cell, swap.player))
        }
    }

    /// The expected payoffs if a mediator draws the combination.
    public func payoffs(under distribution: [Rational]) -> [Rational] {
        (0..<players).map { player in
            distribution.enumerated().reduce(.zero) {
                $1.element == 0 ? $0 : $0 + $1.element * payoff($1.offset, player)
            }
        }
    }

    /// What each player could gain by replacing whatever he is told by something else, strategy by strategy.
    ///
    /// All zero: a correlated equilibrium.
    public func swapRegrets(of distribution: [Rational]) -> [Rational] {
        (0..<players).map { player in
            (0..<strategies[player]).reduce(.zero) { sum, told in
                let best = (0..<strategies[player]).map { other in
                    gains(Swap(player: player, told: told, other: other)).reduce(Rational.zero) {
                        distribution[$1.cell] == 0 ? $0 : $0 + $1.gain * distribution[$1.cell]
                    }
                }
                return sum + best.max()!
            }
        }
    }

    /// Whether the players' parts are drawn independently; then nobody needs a mediator.
    public func isIndependent(_ distribution: [Rational]) -> Bool {
        var shares = strategies.map { Array(repeating: Rational.zero, count: $0) }
        for (cell, share) in distribution.enumerated() where share != 0 {
            for (player, choice) in choices(cell).enumerated() { shares[player][choice] += share }
        }
        return distribution.enumerated().allSatisfy { cell, share in
            share == zip(shares, choices(cell)).reduce(.one) { $0 * $1.0[$1.1] }
        }
    }
}
