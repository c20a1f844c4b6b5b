public import Numbers

/// One step of a ratification.
public enum RatificationStage: Hashable, Sendable {
    /// A body that votes.
    case vote(VotingBody)
    /// Something that happens with a chance: a referendum, its quorum of turnout, a body of which no more is known.
    case open(Interval)
}

/// Bodies in sequence, each with members of its own; what they decide on passes if all of them pass it.
///
/// - Source: Putnam, *Diplomacy and domestic politics: the logic of two-level games* (1988).
public struct RatificationChain: Hashable, Sendable {
    public let stages: [RatificationStage]

    public init(_ stages: [RatificationStage]) { self.stages = stages }

    /// A member of one of the bodies.
    public struct Seat: Hashable, Sendable {
        public let stage: Int
        public let member: Int

        public init(stage: Int, member: Int) { (self.stage, self.member) = (stage, member) }
    }

    /// What comes of votes.
    public struct Outcome: Hashable, Sendable {
        /// For each stage whether it passes; `nil` if it is open.
        public let stages: [Bool?]
        /// The members whose change alone turns the result of the whole chain, if what is open passes.
        public let pivotal: [Seat]

        /// Whether the whole passes; `nil` if that depends on what is open.
        public var passes: Bool? {
            stages.contains(false) ? false : stages.contains(nil) ? nil : true
        }
    }

    /// What comes of votes: for each stage its ballots, none for an open one or for a vote that is not known.
    ///
    /// - Throws: `wrongCount` if there are not as many votes as stages or as many ballots as members.
    public func outcome(of votes: [[Ballot]?]) throws(VotingProblem) -> Outcome {
        try expect(votes.count)
        var results: [Bool?] = []
        for (stage, ballots) in zip(stages, votes) {
            guard case .vote(let body) = stage, let ballots else {
                results.append(nil)
                continue
            }
            results.append(try body.passes(ballots))
        }
        return Outcome(stages: results, pivotal: try pivotal(votes, results))
    }

    /// In a chain that passes every pivotal member of a body turns it; otherwise only those of the one body that fails.
    private func pivotal(_ votes: [[Ballot]?], _ results: [Bool?]) throws(VotingProblem) -> [Seat] {
        let failing = results.indices.filter { results[$0] == false }
        guard failing.count <= 1 else { return [] }
        var seats: [Seat] = []
        for place in failing.isEmpty ? Array(stages.indices) : failing {
            guard case .vote(let body) = stages[place], let ballots = votes[place] else { continue }
            seats += try body.pivotalMembers(ballots).map { Seat(stage: place, member: $0) }
        }
        return seats
    }

    /// The fewest members whose changing their votes turns the result of the whole chain, if what is open passes.
    ///
    /// A failing chain needs every failing body turned, a passing one only the cheapest.
    ///
    /// - Returns: `nil` if the budget, for each body alone, did not last; no seats if no change helps.
    public func fewestFlips(
        of votes: [[Ballot]?], budget: Budget = Budget(20_000_000)
    ) throws(VotingProblem) -> [Seat]? {
        let results = try outcome(of: votes).stages
        let isFailing = results.contains(false)
        var sets: [[Seat]] = []
        for (place, stage) in stages.enumerated() where !isFailing || results[place] == false {
            guard case .vote(let body) = stage, let ballots = votes[place] else { continue }
            switch try body.fewestFlips(ballots, budget: budget) {
            case nil: return nil
            case .impossible?: if isFailing { return [] }
            case .least(let members, _)?: sets.append(members.map { Seat(stage: place, member: $0) })
            }
        }
        return isFailing ? sets.flatMap { $0 } : sets.min { $0.count < $1.count } ?? []
    }

    /// All voting bodies as one, members numbered through, and the seat of each.
    ///
    /// - Returns: `nil` if no body votes.
    public func joined() throws(VotingProblem) -> (body: VotingBody, seats: [Seat])? {
        var (rules, seats): ([VotingRule], [Seat]) = ([], [])
        for (place, stage) in stages.enumerated() {
            guard case .vote(let body) = stage else { continue }
            rules.append(body.rule.shifted(by: seats.count))
            seats += (0..<body.members).map { Seat(stage: place, member: $0) }
        }
        guard !rules.isEmpty else { return nil }
        return (try VotingBody(members: seats.count, rule: .all(rules)), seats)
    }

    private func expect(_ count: Int) throws(VotingProblem) {
        guard count == stages.count else { throw .wrongCount(expected: stages.count, found: count) }
    }
}
