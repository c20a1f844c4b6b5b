public import Numbers

/// The smallest sets of members that suffice: leave out any one of them and the rest do not.
public struct MinimalCoalitions: Hashable, Sendable {
    /// How many there are.
    public let count: Rational
    /// Some of them, members ascending; all if there are no more than asked for.
    public let examples: [[Int]]
    /// For each member and each size that occurs with it how many of them have the member and that size.
    let memberCounts: [[Int: Rational]]

    /// Each member's share of all places in these coalitions; `nil` where there is none.
    ///
    /// - Source: Holler & Packel, *Power, luck and the right index* (1983): the public good index.
    public var hollerPackel: [Rational]? {
        let places = memberCounts.map { $0.values.reduce(Rational.zero, +) }
        let all = places.reduce(Rational.zero, +)
        return all == 0 ? nil : places.map { $0 / all }
    }

    /// Each member's expected share if one of these coalitions forms, all with the same chance, and its members share
    /// alike; `nil` where there is none.
    ///
    /// - Source: Deegan & Packel, *A new index of power for simple n-person games* (1978).
    public var deeganPackel: [Rational]? {
        if memberCounts.allSatisfy(\.isEmpty) { return nil }
        return memberCounts.map { counts in
            counts.reduce(Rational.zero) { $0 + $1.value / Rational($1.key) } / count
        }
    }
}

extension VotingBody {
    /// The minimal winning coalitions: the smallest sets whose yes suffices against all others.
    ///
    /// - Parameters:
    ///   - allowed: Who may be in a coalition; all members if `nil`. With a rule of "at least nine members" the answers are the
    ///     ways to an enhanced cooperation among those who are willing.
    ///   - limit: How many are listed; all are counted.
    ///   - budget: How many partial coalitions may be looked at, alike members counted once.
    /// - Returns: `nil` if the budget did not last.
    public func minimalWinningCoalitions(
        among allowed: Set<Int>? = nil, limit: Int = 100, budget: Budget = Budget(20_000_000)
    ) -> MinimalCoalitions? {
        let game = SimpleGame(self)
        return (allowed.map { game.restricted(to: $0) } ?? game).minimalCoalitions(limit, budget)
    }

    /// The minimal blocking coalitions: the smallest sets without whose yes nothing passes.
    public func minimalBlockingCoalitions(
        limit: Int = 100, budget: Budget = Budget(20_000_000)
    ) -> MinimalCoalitions? {
        SimpleGame(self).dual.minimalCoalitions(limit, budget)
    }
}

extension SimpleGame {
    func minimalCoalitions(_ limit: Int, _ budget: Budget) -> MinimalCoalitions? {
        var search = MinimalSearch(self, limit: limit, budget: budget)
        return search?.run()
    }
}
