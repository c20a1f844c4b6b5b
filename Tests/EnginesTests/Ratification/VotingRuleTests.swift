import Numbers
import Support
import Testing

@testable import Engines

@Suite("Voting rules")
struct VotingRuleTests {
    private static let half = Rational(1, over: 2)

    @Test("An abstention of a permanent member does not block, its no does")
    func securityCouncil() throws {
        let council = try NamedBodies.securityCouncil()
        var ballots = Array(repeating: Ballot.yes, count: 15)
        ballots.replaceSubrange(9..., with: Array(repeating: .no, count: 6))
        #expect(try council.passes(ballots))
        (ballots[0], ballots[9]) = (.abstain, .yes)
        #expect(try council.passes(ballots))
        #expect(try council.pivotalMembers(ballots) == Array(0...9))
        ballots[0] = .no
        #expect(try !council.passes(ballots))
        #expect(try council.pivotalMembers(ballots) == [0])
    }

    @Test("Two thirds of those present, of votes cast and of all differ by who stays away and who abstains")
    func bases() throws {
        let members = Array(0..<9)
        func passes(_ base: ShareBase, _ ballots: [Ballot]) throws -> Bool {
            let rule = VotingRule.share(Electorate(members), .atLeast(Rational(2, over: 3)), of: base)
            return try VotingBody(members: 9, rule: rule).passes(ballots)
        }
        func vote(yes: Int, no: Int, abstain: Int) -> [Ballot] {
            Array(repeating: .yes, count: yes) + Array(repeating: .no, count: no)
                + Array(repeating: .abstain, count: abstain)
                + Array(repeating: .absent, count: 9 - yes - no - abstain)
        }
        let fewer = vote(yes: 4, no: 2, abstain: 0)
        #expect(try passes(.present, fewer) && passes(.cast, fewer) && !passes(.members, fewer))
        let quiet = vote(yes: 4, no: 2, abstain: 1)
        #expect(try !passes(.present, quiet) && passes(.cast, quiet))
        let nobody = vote(yes: 0, no: 0, abstain: 0)
        #expect(try ShareBase.allCases.allSatisfy { try !passes($0, nobody) })
    }

    @Test("The whole numbers of a rule say what the rule says, for every ballot of every member")
    func scores() throws {
        for seed in 1...300 {
            let body = VotingBody.small(seed: seed)
            var random = SplitMix64(seed: UInt64(seed))
            for _ in 0..<30 {
                let ballots = body.ballots(&random)
                let sums = body.scores.axes.map { axis in
                    ballots.indices.reduce(0) { $0 + axis[ballots[$1].rawValue][$1] }
                }
                #expect(body.scores.gate.isMet(by: sums) == body.rule.isMet(by: ballots), "seed \(seed)")
            }
        }
    }

    @Test("No yes hurts and no no helps")
    func monotone() throws {
        for seed in 1...200 {
            let body = VotingBody.small(seed: seed)
            var random = SplitMix64(seed: UInt64(seed))
            for _ in 0..<10 {
                var ballots = body.ballots(&random)
                let passes = try body.passes(ballots)
                let member = random.next(in: 0...(body.members - 1))
                ballots[member] = .yes
                #expect(try !passes || body.passes(ballots))
                ballots[member] = .no
                #expect(try passes || !body.passes(ballots))
            }
        }
    }

    @Test("More than a quota and at least a quota differ where it is met exactly")
    func quotas() throws {
        let electorate = Electorate([0, 1, 2], weights: [Self.half, Self.half, 2])
        let reaching = try VotingBody(members: 3, rule: .weight(electorate, .atLeast(1)))
        let above = try VotingBody(members: 3, rule: .weight(electorate, .above(1)))
        #expect(reaching.passes(consenting: [0, 1]) && !above.passes(consenting: [0, 1]))
        #expect(above.dictator == 2 && reaching.dictator == nil)
        #expect(reaching.minimalWinningCoalitions()?.examples == [[0, 1], [2]])
    }

    @Test(
        "What is wrong with a rule is said with its place",
        arguments: [
            (.all([]), .emptyPart(at: [])),
            (.any([.consent(0), .weight(Electorate([]), .atLeast(1))]), .emptyPart(at: [1])),
            (.all([.any([.consent(3)])]), .memberOutOfRange(3, at: [0, 0])),
            (.noObjection(-1), .memberOutOfRange(-1, at: [])),
            (.count(1, of: [0, 1, 0]), .memberTwice(0, at: [])),
            (.weight(Electorate([0, 1], weights: [1]), .atLeast(1)), .wrongWeights(at: [])),
            (
                .weight(Electorate([0, 1], weights: [1, -1]), .atLeast(1)),
                .negativeWeight(member: 1, at: [])
            ),
            (.share(Electorate([0]), .atLeast(0), of: .cast), .shareOutOfRange(0, at: [])),
            (.share(Electorate([0]), .above(2), of: .cast), .shareOutOfRange(2, at: [])),
            (.atLeast(2, of: [.consent(0)]), .countOutOfRange(2, at: [])),
            (.atLeast(0, of: [.consent(0)]), .countOutOfRange(0, at: [])),
            (
                .weight(Electorate([0, 1], weights: [1, Rational(1, over: 1 << 50)]), .atLeast(1)),
                .tooLarge(at: [])
            ),
        ] as [(VotingRule, VotingProblem)])
    func problems(rule: VotingRule, problem: VotingProblem) {
        #expect(throws: problem) { try VotingBody(members: 3, rule: rule) }
    }

    @Test("Bodies without members, rules without bottom and votes without voters are refused")
    func otherProblems() throws {
        let many = VotingBody.mostMembers + 1
        #expect(throws: VotingProblem.tooManyMembers(many)) {
            try VotingBody(members: many, rule: .consent(0))
        }
        let leaves = (1..<1000).map { VotingRule.count($0, of: 0..<$0) }
        #expect {
            try VotingBody(members: 9_000, rule: .all(leaves))
        } throws: { error in
            if case VotingProblem.tooLarge = error { true } else { false }
        }
        #expect(throws: VotingProblem.noMember) { try VotingBody(members: 0, rule: .consent(0)) }
        let deep = (0...VotingRule.deepest).reduce(VotingRule.consent(0)) { rule, _ in .all([rule]) }
        #expect {
            try VotingBody(members: 1, rule: deep)
        } throws: { error in
            if case VotingProblem.tooDeep = error { true } else { false }
        }
        let body = try VotingBody(members: 2, rule: .consent(1))
        #expect(throws: VotingProblem.wrongCount(expected: 2, found: 1)) { try body.passes([.yes]) }
        #expect(throws: VotingProblem.negativePrice(member: 1)) {
            try body.cheapestFlip([.no, .no], prices: [1, -1])
        }
    }

    @Test("A quota that nobody reaches and one that is always met are facts, not errors")
    func constants() throws {
        let members = Array(0..<3)
        let never = VotingRule.count(4, of: members)
        let always = VotingRule.count(0, of: members)
        let body = try VotingBody(members: 3, rule: .any([.all([never, .consent(0)]), always]))
        #expect(body.isEmptyRequirement && !body.isUnreachable)
        let parts = body.constantParts
        #expect(parts.map(\.path) == [[], [0], [0, 0], [1]])
        #expect(parts.map(\.isAlwaysMet) == [true, false, false, true])
        let closed = try VotingBody(members: 3, rule: never)
        #expect(closed.isUnreachable && closed.vetoers.isEmpty)
        #expect(try #require(closed.power()).toPrevent == nil)
        #expect(try closed.fewestFlips([.yes, .yes, .no]) == .impossible)
        #expect(closed.minimalWinningCoalitions()?.count == 0)
        #expect(closed.minimalWinningCoalitions()?.deeganPackel == nil)
    }
}
