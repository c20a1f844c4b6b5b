public import Numbers

/// How the stages of a chain hang together.
public enum StageDependence: Hashable, Sendable, CaseIterable {
    /// What one stage does tells nothing of the others: chances multiply.
    case independent
    /// Nothing is known of it: only bounds hold.
    case unknown
}

extension RatificationChain {
    /// The chance that all stages pass.
    ///
    /// - Parameters:
    ///   - chances: For each stage its members' chances of a yes; none for an open stage.
    ///   - dependence: Whether chances may be multiplied; there is no default because it is the strongest assumption here.
    ///   - budget: Edges of the decision diagram of each body.
    /// - Throws: `wrongCount` or `notAChance`.
    /// - Returns: `nil` if the budget, for each body alone, did not last.
    /// - Source: Fréchet (1935) for the bounds where nothing is known.
    public func passingChance(
        _ chances: [[Interval]?], dependence: StageDependence, budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Interval? {
        guard chances.count == stages.count else {
            throw .wrongCount(expected: stages.count, found: chances.count)
        }
        var all: [Interval] = []
        for (place, stage) in stages.enumerated() {
            switch stage {
            case .open(let chance):
                guard Interval.unit.contains(chance) else { throw .notAChance(place) }
                all.append(chance)
            case .vote(let body):
                guard let mine = chances[place] else {
                    throw .wrongCount(expected: body.members, found: 0)
                }
                guard let chance = try body.passingChance(mine, budget: budget) else { return nil }
                all.append(chance)
            }
        }
        return RatificationChain.chanceOfAll(all, dependence)
    }

    /// The chance that all stages pass where they share a fate: in each scenario all members decide independently with
    /// its chances.
    ///
    /// - Parameters:
    ///   - scenarios: The probability of each scenario, and in it for each stage its members' chances of a yes; none for an
    ///     open stage, whose chance is the same in all.
    ///   - budget: Edges of the decision diagram of each body.
    /// - Throws: `wrongSum`, `wrongCount` or `notAChance`.
    /// - Returns: `nil` if the budget did not last.
    public func passingChance(
        scenarios: [(probability: Rational, yes: [[Interval]?])], budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Interval? {
        let sum = scenarios.reduce(Rational.zero) { $0 + $1.probability }
        guard sum == 1 else { throw .wrongSum(sum) }
        var all = Interval(0)
        for (number, scenario) in scenarios.enumerated() {
            guard scenario.probability >= 0 else { throw .notAChance(number) }
            let chance = try passingChance(scenario.yes, dependence: .independent, budget: budget)
            guard let chance else { return nil }
            all = all + scenario.probability * chance
        }
        return all
    }

    /// The chance that all of several things happen.
    static func chanceOfAll(_ chances: [Interval], _ dependence: StageDependence) -> Interval {
        switch dependence {
        case .independent: return chances.reduce(Interval(1), *)
        case .unknown:
            let missing = chances.reduce(Rational.zero) { $0 + 1 - $1.low }
            return Interval(max(0, 1 - missing), chances.map(\.high).min() ?? 1)
        }
    }
}
