/// A body of members with a rule that has been checked.
public struct VotingBody: Hashable, Sendable {
    /// How many members it has.
    public let members: Int
    /// What it needs to pass something.
    public let rule: VotingRule
    let scores: ScoredRule

    /// How many members a body may have.
    public static let mostMembers = 10_000

    /// - Throws: What is wrong with the rule, the first thing found.
    public init(members: Int, rule: VotingRule) throws(VotingProblem) {
        guard members > 0 else { throw .noMember }
        guard members <= VotingBody.mostMembers else { throw .tooManyMembers(members) }
        try rule.check(members: members)
        (self.members, self.rule) = (members, rule)
        scores = try ScoredRule(rule, members: members)
    }

    /// Whether the body passes what is voted on.
    ///
    /// - Throws: `wrongCount` if there is not one ballot for each member.
    public func passes(_ ballots: [Ballot]) throws(VotingProblem) -> Bool {
        try expect(ballots.count)
        return rule.isMet(by: ballots)
    }

    /// Whether the body passes what these members vote for and all others against.
    public func passes(consenting: Set<Int>) -> Bool {
        rule.isMet(by: (0..<members).map { consenting.contains($0) ? .yes : .no })
    }

    /// Whether not even all members together can pass anything.
    public var isUnreachable: Bool { !passes(consenting: Set(0..<members)) }

    /// Whether everything passes, even if all vote no.
    public var isEmptyRequirement: Bool { passes(consenting: []) }

    /// The parts of the rule that are the same whatever the members do, by their way from the root.
    ///
    /// Not errors: a quota that nobody can reach may be what a treaty says, but somebody should be asked.
    public var constantParts: [(path: [Int], isAlwaysMet: Bool)] {
        rule.constants(members: members, at: [])
    }

    /// The members whose change alone turns the result, ascending.
    ///
    /// If the body passes it, that is a change to no, otherwise one to yes: nothing else a member can do turns
    /// more.
    ///
    /// - Throws: `wrongCount` if there is not one ballot for each member.
    /// - Complexity: O(members · size of the rule).
    public func pivotalMembers(_ ballots: [Ballot]) throws(VotingProblem) -> [Int] {
        let passes = try passes(ballots)
        let game = SimpleGame(turning: ballots, in: self, passes: passes)
        return (0..<members).filter { game.gate.isMet(by: game.column($0)) }
    }

    /// The members without whom nothing passes, ascending; none if nothing passes anyway.
    public var vetoers: [Int] {
        let game = SimpleGame(self)
        let totals = game.axes.map { $0.reduce(0, +) }
        guard game.gate.isMet(by: totals) else { return [] }
        return (0..<members).filter { !game.gate.isMet(by: totals, adding: game.column($0), times: -1) }
    }

    /// The member who alone decides, if there is one.
    public var dictator: Int? {
        guard !isEmptyRequirement else { return nil }
        let game = SimpleGame(self)
        return vetoers.first { game.gate.isMet(by: game.column($0)) }
    }

    func expect(_ count: Int) throws(VotingProblem) {
        guard count == members else { throw .wrongCount(expected: members, found: count) }
    }
}

extension VotingRule {
    fileprivate func constants(members: Int, at path: [Int]) -> [(path: [Int], isAlwaysMet: Bool)] {
        let most = isMet(by: Array(repeating: .yes, count: members))
        let least = isMet(by: Array(repeating: .no, count: members))
        let own = most == least ? [(path: path, isAlwaysMet: most)] : []
        switch self {
        case .all(let parts), .any(let parts), .atLeast(_, let parts):
            return own + parts.enumerated().flatMap { $1.constants(members: members, at: path + [$0]) }
        default: return own
        }
    }
}
