public import Numbers

/// What a step for goodwill brings or costs: the same negotiation with it and without.
public struct GoodwillPrice: Sendable {
    /// The tactic of the other parties.
    public let against: Tactic
    public let without: OfferRun
    public let with: OfferRun

    /// For each party, what it has in the end with the step less what it has without.
    public var differences: [Rational] { zip(with.utilities, without.utilities).map { $0 - $1 } }
}

extension AlternatingOffers {
    /// The price of a party's goodwill against several tactics, which all other parties use in turn.
    ///
    /// The step is the party's first offer, or that of the round given.
    ///
    /// - Throws: `unknownMove` if the party or what the goodwill names is not there, `wrongNumbers` for a tactic.
    public func price(
        of goodwill: Goodwill, by party: Int, against others: [Tactic], in round: Int = 0, lasts: Bool = true
    ) throws(OfferProblem) -> [GoodwillPrice] {
        guard tactics.indices.contains(party) else { throw .unknownMove }
        var prices: [GoodwillPrice] = []
        for other in others {
            var tactics = self.tactics.map { _ in other }
            tactics[party] = self.tactics[party]
            let play = try AlternatingOffers(table, tactics: tactics, rounds: rounds)
            prices.append(
                GoodwillPrice(
                    against: other, without: try play.run(),
                    with: try play.run(goodwill: [party: goodwill], in: round, lasts: lasts)))
        }
        return prices
    }
}
