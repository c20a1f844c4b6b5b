public import Numbers

/// What fallback bargaining arrives at.
public struct FallbackSolution: Sendable {
    /// The frontier on which the points are numbered.
    public let frontier: Frontier
    /// The tied points, ascending.
    public let points: [Int]
    /// How far down its list the party that has to go furthest must go, from 1.
    public let depth: Rational
}

extension Bargain {
    /// Fallback bargaining over the acceptable packages: every party falls back on its next best packages until one package
    /// is among those of all.
    ///
    /// A package's rank for a party is one more than the number of acceptable packages that the party likes strictly better.
    /// The answer has the smallest greatest rank. Better packages have smaller ranks, so the frontier holds an answer; only
    /// those of its points are named. Ranks are counted for few thresholds, found by halving.
    ///
    /// - Parameters:
    ///   - frontier: The exact frontier over the acceptable packages of this bargain.
    ///   - budget: How many partial sums may be looked at in each of the counts.
    ///   - watch: Lets the search be stopped.
    /// - Returns: `nil` if nothing is acceptable or the budget did not last.
    /// - Complexity: O(parties · log² points) counts on most inputs.
    /// - Source: Brams & Kilgour, *Fallback bargaining* (Group Decision and Negotiation 2001).
    /// - Precondition: The frontier is one over the acceptable packages.
    public func fallback(
        on frontier: Frontier, budget: Budget = Budget(20_000_000), watch: Watch? = nil
    ) -> FallbackSolution? {
        precondition(frontier.set == .acceptable, "fallback bargaining is over acceptable packages")
        guard frontier.count > 0 else { return nil }
        var ranks = RankLookup(
            bargain: self, budget: budget, watch: watch, known: contributions.map { _ in [:] })
        /// For each party the different utilities on the frontier, worst first.
        let ladders = (0..<parties).map { party in
            Set((0..<frontier.count).map { frontier.units($0, party) }).sorted()
        }
        var rivals = Array(0..<frontier.count)
        var depth: Rational?
        while true {
            // Any rival that beats the depth so far will do; one from the middle tends to halve them.
            let trial = rivals[rivals.count / 2]
            guard let found = ranks.depth(of: trial, on: frontier) else { return nil }
            depth = found
            guard let bars = ranks.bars(ladders, within: found - 1) else { return nil }
            let better = rivals.filter { point in
                bars.enumerated().allSatisfy { frontier.units(point, $0) >= $1 }
            }
            if better.isEmpty { break }
            rivals = better
        }
        guard let depth, let bars = ranks.bars(ladders, within: depth) else { return nil }
        let tied = (0..<frontier.count).filter { point in
            bars.enumerated().allSatisfy { frontier.units(point, $0) >= $1 }
        }
        return FallbackSolution(frontier: frontier, points: tied, depth: depth)
    }
}

/// Ranks of utilities among the acceptable packages, each counted once.
private struct RankLookup {
    let bargain: Bargain
    let budget: Budget
    let watch: Watch?
    var known: [[Int: Rational]]

    mutating func rank(_ units: Int, _ party: Int) -> Rational? {
        if let rank = known[party][units] { return rank }
        guard let better = bargain.count(above: units + 1, for: party, over: .acceptable, budget, watch)
        else { return nil }
        known[party][units] = better + 1
        return better + 1
    }

    /// The greatest of a point's ranks.
    mutating func depth(of point: Int, on frontier: Frontier) -> Rational? {
        var depth = Rational.zero
        for party in 0..<frontier.parties {
            guard let rank = rank(frontier.units(point, party), party) else { return nil }
            depth = max(depth, rank)
        }
        return depth
    }

    /// For each party the least utility of its ladder whose rank is within a depth; beyond all if there is none.
    mutating func bars(_ ladders: [[Int]], within depth: Rational) -> [Int]? {
        var bars: [Int] = []
        for (party, ladder) in ladders.enumerated() {
            var (low, high) = (0, ladder.count)
            while low < high {
                let middle = (low + high) / 2
                guard let rank = rank(ladder[middle], party) else { return nil }
                if rank <= depth { high = middle } else { low = middle + 1 }
            }
            bars.append(low < ladder.count ? ladder[low] : .max)
        }
        return bars
    }
}
