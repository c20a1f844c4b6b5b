public import Numbers

/// A finite game in strategic form with numbered players and strategies.
public struct GameTable: Sendable {
    /// How many strategies each player has.
    public let strategies: [Int]
    /// One payoff per player for each combination, the first player's strategy running fastest.
    public let payoffs: [Rational]

    public var players: Int { strategies.count }

    /// - Precondition: One payoff per player and combination.
    public init(strategies: [Int], payoffs: [Rational]) {
        precondition(
            payoffs.count == strategies.reduce(strategies.count, *), "one payoff per player and cell")
        (self.strategies, self.payoffs) = (strategies, payoffs)
    }

    /// How many combinations of strategies there are.
    public var cells: Int { MixedRadix(strategies).count }

    /// The number of a combination.
    func cell(_ choices: [Int]) -> Int { MixedRadix(strategies).place(choices) }

    /// The combination with a number.
    public func choices(_ cell: Int) -> [Int] { MixedRadix(strategies).digits(cell) }

    public func payoff(_ cell: Int, _ player: Int) -> Rational { payoffs[cell * players + player] }

    /// A player's payoffs as a matrix over the first player's strategies and the second's.
    ///
    /// - Precondition: There are two players.
    func matrix(of player: Int) -> [[Rational]] {
        precondition(players == 2, "two players")
        return (0..<strategies[0]).map { row in
            (0..<strategies[1]).map { payoff(row + strategies[0] * $0, player) }
        }
    }

    /// The game in which some strategies have been left out.
    func restricted(to kept: [[Int]]) -> GameTable {
        let counts = kept.map(\.count)
        let small = GameTable(
            strategies: counts, payoffs: Array(repeating: .zero, count: counts.reduce(counts.count, *)))
        return GameTable(
            strategies: counts,
            payoffs: (0..<small.cells).flatMap { cell -> [Rational] in
                let choices = small.choices(cell).enumerated().map { kept[$0][$1] }
                let from = self.cell(choices) * players
                return Array(payoffs[from..<from + players])
            })
    }

    /// What each pure strategy of a player brings against the others' mixed ones.
    ///
    /// - Precondition: The probabilities of each other player sum to 1.
    public func prospects(of player: Int, against profile: [[Rational]]) -> [Rational] {
        // In whole numbers as far as possible: sums of fractions with large denominators take long.
        let weights = profile.map { IntegerTableau.whole($0) }
        var sums = Array(repeating: Rational.zero, count: strategies[player])
        for cell in 0..<cells {
            let choices = choices(cell)
            var weight = Rational.one
            for other in 0..<players where other != player && weight != 0 {
                weight *= weights[other][choices[other]]
            }
            if weight != 0 { sums[choices[player]] += weight * payoff(cell, player) }
        }
        // Probabilities sum to 1, so their multiples sum to what they were multiplied by.
        let scale = (0..<players).reduce(Rational.one) {
            $1 == player ? $0 : $0 * weights[$1].reduce(.zero, +)
        }
        return sums.map { $0 / scale }
    }

    /// The expected payoff of each player, and what he could gain by another strategy.
    ///
    /// All gains zero: a Nash equilibrium (Nash 1951).
    public func worth(of profile: [[Rational]]) -> (payoffs: [Rational], regrets: [Rational]) {
        var (payoffs, regrets): ([Rational], [Rational]) = ([], [])
        for player in 0..<players {
            let prospects = prospects(of: player, against: profile)
            let mine = zip(prospects, profile[player]).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
            payoffs.append(mine)
            regrets.append(prospects.max()! - mine)
        }
        return (payoffs, regrets)
    }
}
