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

/// A decision diagram whose moves have chances, as whole multiples of one fraction for each group.
private struct ChanceDiagram {
    private let diagram: VotingDiagram
    /// For each group and move the chance times the group's scale.
    private let parts: [[Rational]]
    private let scale: Rational

    init?(_ rule: ScoredRule, _ chances: [BallotChances], _ budget: inout Budget) {
        struct Kind: Hashable {
            let scores: [[Int]]
            let chances: BallotChances
        }
        let alike = Dictionary(grouping: chances.indices) { member in
            Kind(
                scores: Ballot.allCases.map { b in rule.axes.map { $0[b.rawValue][member] } },
                chances: chances[member])
        }
        // As members stand: those of one house stand together.
        let kinds = alike.sorted { $0.value[0] < $1.value[0] }
        guard let triangle = PascalTriangle<Rational>(rows: kinds.map(\.value.count), budget: &budget) else {
            return nil
        }
        var (groups, parts, scale): ([VotingDiagram.Group], [[Rational]], Rational) = ([], [], 1)
        for (kind, members) in kinds {
            let shares = ChanceDiagram.whole(kind.chances)
            let moves = ChanceDiagram.moves(members, kind.scores, shares, triangle)
            groups += moves.map(\.group)
            parts += moves.map(\.parts)
            for _ in members { scale *= shares.reduce(Rational.zero, +) }
        }
        guard
            let diagram = VotingDiagram(
                axes: rule.axes.count, gate: rule.gate, groups: groups, budget: &budget)
        else { return nil }
        (self.diagram, self.parts, self.scale) = (diagram, parts, scale)
    }

    /// The chances of the ballots in whole numbers.
    private static func whole(_ chances: BallotChances) -> [Rational] {
        var scale = Rational.one
        for ballot in Ballot.allCases { scale *= 1 / (chances[ballot] * scale).fraction }
        return Ballot.allCases.map { chances[$0] * scale }
    }

    /// Members who do one of two things in one group, others each alone; nothing that has no chance.
    private static func moves(
        _ members: [Int], _ scores: [[Int]], _ shares: [Rational], _ triangle: PascalTriangle<Rational>
    ) -> [(group: VotingDiagram.Group, parts: [Rational])] {
        let possible = Ballot.allCases.filter { shares[$0.rawValue] > 0 }
        guard possible.count == 2 else {
            let moves = possible.map { scores[$0.rawValue] }
            return members.map { ([$0], moves) }.map {
                (VotingDiagram.Group(members: $0, moves: $1), possible.map { shares[$0.rawValue] })
            }
        }
        let (one, other) = (possible[0].rawValue, possible[1].rawValue)
        let all = members.count
        var powers = (0..<2).map { _ in [Rational.one] }
        for number in 0..<all {
            powers[0].append(powers[0][number] * shares[one])
            powers[1].append(powers[1][number] * shares[other])
        }
        let moves = (0...all).map { many in
            zip(scores[one], scores[other]).map { $0 * (all - many) + $1 * many }
        }
        let parts = (0...all).map { triangle[all][$0] * powers[0][all - $0] * powers[1][$0] }
        return [(VotingDiagram.Group(members: members, moves: moves), parts)]
    }

    func chance() -> Rational {
        guard diagram.root >= 0 else { return diagram.root == VotingDiagram.won ? 1 : 0 }
        var (masses, won): ([Rational], Rational) = ([1], 0)
        for place in diagram.groups.indices {
            let next = place + 1 < diagram.widths.count ? diagram.widths[place + 1] : 0
            var after = Array(repeating: Rational.zero, count: next)
            let all = parts[place].reduce(Rational.zero, +)
            won *= all
            for (node, mass) in masses.enumerated() where mass != 0 {
                for (move, part) in parts[place].enumerated() {
                    let target = diagram.target(group: place, node: node, move: move)
                    if target >= 0 { after[target] += mass * part }
                    if target == VotingDiagram.won { won += mass * part }
                }
            }
            masses = after
        }
        return won / scale
    }
}

extension Rational {
    /// One over the denominator.
    fileprivate var fraction: Rational {
        var (left, right) = (magnitude, Rational.one)
        while left != 0 { (left, right) = (right - (right / left).floor * left, left) }
        return right
    }
}
