public import Numbers

/// What is wrong with chances.
public enum ChanceProblem: Error, Hashable, Sendable {
    /// There are not as many chances as members or stages.
    case wrongCount(expected: Int, found: Int)
    /// A number is not between 0 and 1, or the chances of one member's ballots add up to more than 1.
    case notAChance(Int)
    /// The probabilities of the scenarios do not add up to 1.
    case wrongSum(Rational)
}

/// The chances of what one member does; what is left is the chance of a no.
public struct BallotChances: Hashable, Sendable {
    public let yes: Rational
    public let abstain: Rational
    public let absent: Rational

    public init(yes: Rational, abstain: Rational = 0, absent: Rational = 0) {
        (self.yes, self.abstain, self.absent) = (yes, abstain, absent)
    }

    /// The chance of a no.
    public var no: Rational { 1 - yes - abstain - absent }

    subscript(ballot: Ballot) -> Rational {
        switch ballot {
        case .no: no
        case .abstain: abstain
        case .absent: absent
        case .yes: yes
        }
    }
}

extension VotingBody {
    /// The chance that the body passes it if the members decide independently, exactly.
    ///
    /// - Parameters:
    ///   - chances: For each member the chance of each ballot.
    ///   - budget: Edges of the decision diagram.
    /// - Throws: `wrongCount` or `notAChance`.
    /// - Returns: `nil` if the budget did not last.
    /// - Complexity: With `n` members and one quota `q` O(n q); members with the same weights and chances are taken together
    ///   if they do not abstain.
    public func passingChance(
        _ chances: [BallotChances], budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Rational? {
        guard chances.count == members else {
            throw .wrongCount(expected: members, found: chances.count)
        }
        for (member, chance) in chances.enumerated()
        where Ballot.allCases.contains(where: { chance[$0] < 0 }) {
            throw .notAChance(member)
        }
        var budget = budget
        return ChanceDiagram(scores, chances, &budget)?.chance()
    }

    /// The chance if nobody abstains: each member's chance of a yes.
    public func passingChance(
        _ yes: [Rational], budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Rational? {
        try passingChance(yes.map { BallotChances(yes: $0) }, budget: budget)
    }

    /// The least and the largest chance if each member's chance of a yes lies in an interval.
    ///
    /// A yes never hurts, so the ends of the chances give the ends of the answer.
    public func passingChance(
        _ yes: [Interval], budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Interval? {
        guard let low = try passingChance(yes.map(\.low), budget: budget),
            let high = try passingChance(yes.map(\.high), budget: budget)
        else { return nil }
        return Interval(low, high)
    }

    /// The chance where members share a fate: in each scenario they decide independently with its chances.
    ///
    /// - Parameters:
    ///   - scenarios: The probability of each scenario and each member's chance of a yes in it.
    ///   - budget: Edges of the decision diagram of each scenario.
    /// - Throws: `wrongSum`, `wrongCount` or `notAChance`.
    /// - Returns: `nil` if the budget did not last.
    public func passingChance(
        scenarios: [(probability: Rational, yes: [Rational])], budget: Budget = Budget(5_000_000)
    ) throws(ChanceProblem) -> Rational? {
        let sum = scenarios.reduce(Rational.zero) { $0 + $1.probability }
        guard sum == 1 else { throw .wrongSum(sum) }
        var all = Rational.zero
        for (number, scenario) in scenarios.enumerated() {
            guard scenario.probability >= 0 else { throw .notAChance(number) }
            guard let chance = try passingChance(scenario.yes, budget: budget) else { return nil }
            all += scenario.probability * chance
        }
        return all
    }
}
