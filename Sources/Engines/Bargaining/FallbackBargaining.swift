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
    /// those of its points are named. Ranks are counted for few thresholds, guessed from a sample and found by halving.
    ///
    /// - Parameters:
    ///   - frontier: The exact frontier over the acceptable packages of this bargain.
    ///   - budget: How many partial sums may be looked at in all counts together.
    ///   - watch: Lets the search be stopped.
    /// - Returns: `nil` if nothing is acceptable or the budget did not last.
    /// - Complexity: O(parties · log² points) counts on most inputs.
    /// - Source: Brams & Kilgour, *Fallback bargaining* (Group Decision and Negotiation 2001).
    /// - Precondition: The frontier is one over the acceptable packages.
    public func fallback(
        on frontier: Frontier, budget: Budget = Budget(100_000_000), watch: Watch? = nil
    ) -> FallbackSolution? {
        precondition(frontier.set == .acceptable, "fallback bargaining is over acceptable packages")
        guard frontier.count > 0 else { return nil }
        var ranks = RankLookup(
            bargain: self, budget: budget, watch: watch, known: contributions.map { _ in [:] })
        let guess = RankGuess(self, frontier)
        var rivals = Array(0..<frontier.count)
        // The likeliest first: a good start leaves few rivals.
        var trial = guess.likeliest(rivals, frontier)
        var depth: Rational
        repeat {
            guard let found = ranks.depth(of: trial, on: frontier) else { return nil }
            depth = found
            guard ranks.strike(&rivals, beyond: found, guess, frontier),
                let bars = ranks.bars(ladders(rivals, frontier), within: found - 1)
            else { return nil }
            let better = rivals.filter { point in
                bars.enumerated().allSatisfy { frontier.units(point, $0) >= $1 }
            }
            if better.isEmpty { break }
            rivals = better
            trial = guess.likeliest(rivals, frontier)
        } while true
        var tied = Array(0..<frontier.count)
        guard ranks.strike(&tied, beyond: depth, guess, frontier),
            let bars = ranks.bars(ladders(tied, frontier), within: depth)
        else { return nil }
        tied = tied.filter { point in
            bars.enumerated().allSatisfy { frontier.units(point, $0) >= $1 }
        }
        return FallbackSolution(frontier: frontier, points: tied, depth: depth)
    }

    /// For each party the different utilities of some points, worst first.
    private func ladders(_ points: [Int], _ frontier: Frontier) -> [[Int]] {
        (0..<parties).map { party in Set(points.map { frontier.units($0, party) }).sorted() }
    }
}

/// Ranks of utilities among the acceptable packages, each counted once.
struct RankLookup {
    let bargain: Bargain
    var budget: Budget
    let watch: Watch?
    var known: [[Int: Rational]]

    mutating func rank(_ units: Int, _ party: Int) -> Rational? {
        if let rank = known[party][units] { return rank }
        guard let better = bargain.count(above: units + 1, for: party, over: .acceptable, &budget, watch)
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

    /// Strikes points that rank beyond a depth for some party, by one count for each party where a guess says that it pays;
    /// `false` if the budget did not last.
    mutating func strike(
        _ points: inout [Int], beyond depth: Rational, _ guess: RankGuess, _ frontier: Frontier
    ) -> Bool {
        for party in 0..<frontier.parties {
            let values = Set(points.map { frontier.units($0, party) }).sorted()
            guard let probe = guess.surelyBeyond(depth, among: values, party) else { continue }
            guard let rank = rank(probe, party) else { return false }
            // A rank does not fall where the utility does.
            if rank > depth { points.removeAll { frontier.units($0, party) <= probe } }
        }
        return true
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
