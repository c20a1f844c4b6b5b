import CaseModel
public import Numbers

extension PackagesFinding {
    /// What one step on one issue is worth to a party on another.
    public struct ExchangeRate: Hashable, Sendable {
        public let party: String
        public let given: String
        public let taken: String
        public let steps: [Step]

        /// A change of the given issue that the party does not like.
        public struct Step: Hashable, Sendable {
            public let from: String
            public let to: String
            /// What it loses, in utility, at the points.
            public let loss: Rational
            /// The share of the other issue's whole scale that makes up for it, over all weights in the ranges.
            public let share: Interval?
            /// The same at the points of all numbers; `nil` where the other issue is worth nothing.
            public let pointShare: Rational?
            /// The first alternative, from the worst on, that makes up for it from the worst one, at the points; `nil` if none
            /// does.
            public let makesUp: String?
            /// How much of the other issue's worth must be credible for its whole scale to make up for it; `nil` where no
            /// parameter multiplies it.
            public let credibility: Interval?
        }
    }
}

extension PackageFrame {
    /// The rates between two issues for every party, both ways round; by default between the first issue and one whose worth
    /// is multiplied by a parameter.
    func exchangeRates(_ asked: [String]?) throws(PackagesProblem) -> [PackagesFinding.ExchangeRate] {
        guard let (first, second) = try pair(asked) else { return [] }
        return parties.flatMap { party in
            [(first, second), (second, first)].map { given, taken in
                .init(
                    party: party.id, given: issues[given].id, taken: issues[taken].id,
                    steps: steps(party, given, taken))
            }
        }
    }

    private func pair(_ asked: [String]?) throws(PackagesProblem) -> (Int, Int)? {
        guard let asked, asked.count == 2 else {
            let multiplied = issues.indices.first { issue in
                parties.contains { $0.multiplierNames[issue] != nil }
            }
            guard let second = multiplied ?? issues.indices.dropFirst().first,
                let first = issues.indices.first(where: { $0 != second })
            else { return nil }
            return (first, second)
        }
        let places = asked.map { name in issues.firstIndex { $0.id == name } }
        for (name, place) in zip(asked, places) where place == nil {
            throw .unknownIssue(name, known: issues.map(\.id))
        }
        guard places[0] != places[1] else { throw .sameIssue(asked[0]) }
        return (places[0]!, places[1]!)
    }

    /// From the best alternative to the worst, one step at a time.
    private func steps(_ party: PartyFrame, _ given: Int, _ taken: Int) -> [PackagesFinding.ExchangeRate.Step]
    {
        // What comes before all weights is not made up for.
        let isAbove = rules.contains { rule in
            guard case .precedes(party.id, _) = rule.kind else { return false }
            return rule.terms.contains { $0.scope.contains(given) }
        }
        if isAbove { return [] }
        let order = party.order(given)
        let (takenOrder, places) = (party.order(taken), issues[given].alternatives.map(\.id))
        let table = party.contributions
        let gains = takenOrder.reversed()
        let worst = gains.first!
        let whole = table[taken][gains.last!] - table[taken][worst]
        return zip(order, order.dropFirst()).compactMap { from, to in
            let loss = table[given][from] - table[given][to]
            guard loss > 0 else { return nil }
            let makesUp = gains.first { table[taken][$0] - table[taken][worst] >= loss }
            return .init(
                from: places[from], to: places[to], loss: loss,
                share: party.share(given, from, to, taken, takenOrder),
                pointShare: whole > 0 ? loss / whole : nil,
                makesUp: makesUp.map { issues[taken].alternatives[$0].id },
                credibility: party.multipliers[taken] == nil
                    ? nil : party.share(given, from, to, taken, takenOrder, ignoresMultiplier: true))
        }
    }
}

extension PartyFrame {
    /// The alternatives of an issue from the best to the worst, at the points before parameters.
    func order(_ issue: Int) -> [Int] {
        values[issue].indices.sorted { one, other in
            let (a, b) = (
                values[issue][one].pointOrMidpoint.value, values[issue][other].pointOrMidpoint.value
            )
            return a != b ? a > b : one < other
        }
    }

    /// A step of one issue as a share of another's whole scale, over all weights in the ranges.
    fileprivate func share(
        _ given: Int, _ from: Int, _ to: Int, _ taken: Int, _ order: [Int], ignoresMultiplier: Bool = false
    ) -> Interval? {
        func value(_ issue: Int, _ alternative: Int, _ isPlain: Bool) -> Rational {
            isPlain ? values[issue][alternative].pointOrMidpoint.value : self.value(issue, alternative)
        }
        let step = value(given, from, false) - value(given, to, false)
        let whole =
            value(taken, order.first!, ignoresMultiplier) - value(taken, order.last!, ignoresMultiplier)
        return weights[given].range * Interval(step) / (weights[taken].range * Interval(whole))
    }
}
