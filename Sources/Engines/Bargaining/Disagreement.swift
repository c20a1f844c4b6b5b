public import Numbers

/// What a party has if there is no agreement: several readings are in use, and the answers move with them.
public enum Disagreement: Hashable, Sendable {
    /// The reservation; for a party without one the least over the allowed packages.
    case reservation
    /// The least over the allowed packages.
    case minimum
    /// Zero on each party's own scale.
    case zero
    /// Given numbers.
    case explicit([Rational])
}

extension Bargain {
    /// The disagreement utilities under a reading; `nil` if nothing is allowed or the budget did not last.
    public func disagreement(
        _ reading: Disagreement, budget: Budget = Budget(20_000_000)
    ) -> [Rational]? {
        switch reading {
        case .zero: return contributions.map { _ in .zero }
        case .explicit(let values): return values
        case .reservation, .minimum:
            var result: [Rational] = []
            for party in 0..<parties {
                if reading == .reservation, let reservation = reservations[party] {
                    result.append(reservation)
                } else if let least = extreme(of: party, isLargest: false, over: .allowed, budget: budget) {
                    result.append(least)
                } else {
                    return nil
                }
            }
            return result
        }
    }

    /// The most or the least that one party can get in a set, whatever the others get.
    ///
    /// - Parameters:
    ///   - party: The party.
    ///   - isLargest: Whether the most is asked for, or the least.
    ///   - set: The feasible or the allowed packages; the acceptable ones are taken as allowed.
    ///   - budget: How many partial sums may be looked at.
    /// - Returns: `nil` if the set is empty or the budget did not last.
    public func extreme(
        of party: Int, isLargest: Bool, over set: PackageSet, budget: Budget = Budget(20_000_000)
    ) -> Rational? {
        let sign: Rational = isLargest ? 1 : -1
        let alone = projected(to: [party], times: sign, set)
        guard let frontier = alone.frontier(budget: budget), frontier.count > 0 else { return nil }
        return frontier.utility(0, of: 0) * sign
    }
}
