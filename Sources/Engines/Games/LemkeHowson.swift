public import Numbers

/// The equilibria to which the paths of Lemke and Howson lead.
public struct LemkeHowson: Sendable {
    /// The distinct equilibria, in the order in which they were reached.
    public internal(set) var pairs: [MixedPair] = []
    public internal(set) var paths: [Path] = []
    /// Whether each start that was asked for has led somewhere.
    public internal(set) var isComplete = true
    public internal(set) var budget: Budget

    /// Where one path leads.
    public struct Path: Hashable, Sendable {
        /// The strategy that is dropped at the start: the first player's, then the second's.
        public let label: Int
        /// The place of its end in `pairs`.
        public let end: Int
        public let pivots: Int
        /// Whether every step was taken in exact numbers. If not, the end is an equilibrium all the same, proven exactly,
        /// but another one might be where the exact path leads.
        public let isExact: Bool
    }
}

extension GameTable {
    /// Follows the path of Lemke and Howson from each of several strategies.
    ///
    /// At the start every strategy is unused, and every one but the dropped strategy stays unused or a best reply on the
    /// way; where the dropped one is so too, the path ends at an equilibrium (Lemke & Howson 1964; Shapley 1974 on labels;
    /// von Stengel 2002). Ties are broken lexicographically, so that degenerate games end too. In larger tables the path
    /// is followed in floating point first, and its end is solved and proven in fractions.
    ///
    /// - Parameters:
    ///   - labels: The strategies to be dropped: the first player's from 0, then the second's; all of them by default.
    ///   - budget: What the pivots may cost.
    /// - Returns: Equilibria with a regret of exactly zero.
    /// - Complexity: A path may be exponentially long (Savani & von Stengel 2006); as a rule it is short.
    /// - Precondition: There are two players.
    public func lemkeHowson(from labels: [Int]? = nil, budget: Budget) -> LemkeHowson {
        precondition(players == 2, "two players")
        var found = LemkeHowson(budget: budget)
        var places: [MixedPair: Int] = [:]
        let paths = ComplementaryPaths(self)
        for label in labels ?? Array(0..<strategies[0] + strategies[1]) {
            guard let (pair, pivots, isExact) = end(paths, label, &found.budget) else {
                found.isComplete = false
                continue
            }
            let place = places[pair] ?? found.pairs.count
            if place == found.pairs.count {
                places[pair] = place
                found.pairs.append(pair)
            }
            found.paths.append(.init(label: label, end: place, pivots: pivots, isExact: isExact))
        }
        return found
    }

    /// In tables of more cells the exact path is only followed where the one in floating point fails.
    private static let exactCells = 400

    private func end(
        _ paths: ComplementaryPaths, _ label: Int, _ budget: inout Budget
    ) -> (pair: MixedPair, pivots: Int, isExact: Bool)? {
        if cells > Self.exactCells, let (supports, pivots) = paths.proposal(label, &budget),
            let pair = equilibrium(on: supports)
        {
            return (pair, pivots, false)
        }
        return paths.exact(label, &budget).map { ($0.pair, $0.pivots, true) }
    }

    /// The equilibrium in which exactly the strategies of the supports are used and bring the same; `nil` if there is
    /// none, or more than one.
    private func equilibrium(on supports: [[Int]]) -> MixedPair? {
        guard supports[0].count == supports[1].count else { return nil }
        let matrices = bestReplyMatrices
        var profile = strategies.map { Array(repeating: Rational.zero, count: $0) }
        for player in 0..<2 {
            let (mine, replies) = (supports[player], supports[1 - player])
            let system = ExactSystem(
                replies.map { row in mine.map { matrices[player][row][$0] } },
                bounds: Array(repeating: .one, count: replies.count))
            guard let point = system.solution(), point.allSatisfy({ $0 > 0 }) else { return nil }
            for (strategy, share) in zip(mine, point.normalised) { profile[player][strategy] = share }
        }
        guard worth(of: profile).regrets.allSatisfy({ $0 == 0 }) else { return nil }
        return MixedPair(first: profile[0], second: profile[1])
    }
}
