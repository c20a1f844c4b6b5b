import Numbers

/// The power in a game of one quota, by generating functions.
///
/// `C[k][w]` is the number of coalitions of size `k` and weight `w`, for weights below the quota; a member is taken out
/// again by back-substitution, and it turns those that miss the quota by no more than its weight.
///
/// - Source: Mann & Shapley, *Values of large games VI* (RAND RM-3158, 1962), after Cantor; Bilbao, Fernández, Jiménez & López,
///   *Voting power in the European Union enlargement* (2002).
enum QuotaCount<Count: VoteCount> {
    /// - Returns: `nil` if the game has several quotas or the budget did not last.
    static func power(_ game: SimpleGame, _ budget: inout Budget) -> VotingPower? {
        guard case .reaches(let axis, let quota) = game.gate else { return nil }
        let weights = game.axes[axis]
        let cells = (game.members + 1).multipliedReportingOverflow(by: quota)
        guard !cells.overflow, cells.partialValue <= 1 << 40,
            budget.spend(cells.partialValue * (game.members + Set(weights).count))
        else { return nil }
        guard let every = PascalTriangle<Count>(rows: [game.members], budget: &budget)?[game.members] else {
            return nil
        }
        let all = table(weights, quota)
        let winning = (0...game.members).map { size in
            (every[size] - sum(all, size, 0..<quota, quota)).rational
        }
        var known: [Int: [Rational]] = [:]
        for weight in Set(weights) {
            let others = without(weight, all, members: game.members, quota)
            known[weight] = (0..<game.members).map { size in
                sum(others, size, max(0, quota - weight)..<quota, quota).rational
            }
        }
        return VotingPower(winningBySize: winning, swingsBySize: weights.map { known[$0]! })
    }

    private static func table(_ weights: [Int], _ quota: Int) -> [Count] {
        var cells = Array(repeating: Count(whole: 0), count: (weights.count + 1) * quota)
        cells[0] = Count(whole: 1)
        for (place, weight) in weights.enumerated() where weight < quota {
            for size in (0...place).reversed() {
                let (from, to) = (size * quota, (size + 1) * quota + weight)
                for sum in 0..<quota - weight { cells[to + sum] = cells[to + sum] + cells[from + sum] }
            }
        }
        return cells
    }

    /// The table without one member of this weight.
    private static func without(
        _ weight: Int, _ all: [Count], members: Int, _ quota: Int
    ) -> [Count] {
        var cells = all
        guard weight < quota else { return cells }
        for size in 1..<members + 1 {
            let (from, to) = ((size - 1) * quota, size * quota + weight)
            for sum in 0..<quota - weight { cells[to + sum] = cells[to + sum] - cells[from + sum] }
        }
        return cells
    }

    private static func sum(_ cells: [Count], _ size: Int, _ sums: Range<Int>, _ quota: Int) -> Count {
        sums.reduce(Count(whole: 0)) { $0 + cells[size * quota + $1] }
    }
}
