public import Numbers

/// Two parties divide a surplus of 1 by offers in turn; what is agreed later is worth less to each by its own factor.
///
/// - Source: Rubinstein, *Perfect equilibrium in a bargaining model* (1982); Ståhl, *Bargaining Theory* (1972), for a last round.
public struct DivisibleSurplus: Hashable, Sendable {
    /// The factors per round of the first and the second party, from 0 to 1.
    public let discounts: [Rational]

    /// `nil` unless there are two factors from 0 to 1.
    public init?(discounts: [Rational]) {
        guard discounts.count == 2, discounts.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
        self.discounts = discounts
    }

    /// The first speaker's share without a last round: (1 − δ₂)/(1 − δ₁δ₂); `nil` if both factors are 1 and any share is
    /// an equilibrium.
    public var share: Rational? {
        let product = discounts[0] * discounts[1]
        return product == 1 ? nil : (1 - discounts[1]) / (1 - product)
    }

    /// The first speaker's share with so many rounds, the first party speaking first: by backward induction, exactly.
    ///
    /// In the last round the speaker takes all; before, it leaves the other what waiting is worth to it.
    ///
    /// - Precondition: There is a round.
    public func share(rounds: Int) -> Rational {
        precondition(rounds > 0, "a negotiation has a round")
        var share = Rational.one
        for round in (0..<rounds - 1).reversed() {
            share = 1 - discounts[(round + 1) % 2] * share
        }
        return share
    }
}
