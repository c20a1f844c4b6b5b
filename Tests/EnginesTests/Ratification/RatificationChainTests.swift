import Numbers
import Support
import Testing

@testable import Engines

@Suite("Chains of ratification")
struct RatificationChainTests {
    private static func random(_ random: inout SplitMix64, seed: Int) -> RatificationChain {
        RatificationChain(
            (0..<random.next(in: 1...3)).map {
                .vote(VotingBody.small(seed: 10 * seed + $0, members: random.next(in: 1...4)))
            })
    }

    @Test("A chain decides, turns and is turned as one body of all its members")
    func joined() throws {
        for seed in 1...200 {
            var random = SplitMix64(seed: UInt64(seed))
            let chain = Self.random(&random, seed: seed)
            let (body, seats) = try #require(try chain.joined())
            let ballots = body.ballots(&random)
            let votes = chain.stages.indices.map { stage -> [Ballot]? in
                seats.indices.filter { seats[$0].stage == stage }.map { ballots[$0] }
            }
            let outcome = try chain.outcome(of: votes)
            #expect(try outcome.passes == body.passes(ballots))
            #expect(try outcome.pivotal == body.pivotalMembers(ballots).map { seats[$0] }, "seed \(seed)")
            let flips = try #require(try chain.fewestFlips(of: votes))
            if case .least(let members, _) = try body.fewestFlips(ballots) {
                #expect(flips.count == members.count, "seed \(seed)")
            } else {
                #expect(flips.isEmpty, "seed \(seed)")
            }
        }
    }

    @Test("A referendum that is open leaves the whole open and the parliament pivotal")
    func referendum() throws {
        let parliament = try VotingBody(members: 3, rule: .majority(of: 0..<3))
        let turnout = Interval(Rational(1, over: 2), Rational(3, over: 5))
        let people = Interval(Rational(1, over: 4), Rational(1, over: 2))
        let chain = RatificationChain([.open(turnout), .open(people), .vote(parliament)])
        let outcome = try chain.outcome(of: [nil, nil, [.yes, .yes, .no]])
        #expect(outcome.passes == nil && outcome.stages == [nil, nil, true])
        #expect(outcome.pivotal == [.init(stage: 2, member: 0), .init(stage: 2, member: 1)])
        #expect(try chain.outcome(of: [nil, nil, [.no, .yes, .no]]).passes == false)
        let coins = Array(repeating: Interval(Rational(1, over: 2)), count: 3)
        let product = try chain.passingChance([nil, nil, coins], dependence: .independent)
        #expect(product == Interval(Rational(1, over: 16), Rational(3, over: 20)))
        let bounds = try chain.passingChance([nil, nil, coins], dependence: .unknown)
        #expect(bounds == Interval(0, Rational(1, over: 2)))
    }

    @Test("Independent stages have the chance of the joined body, and unknown dependence allows it")
    func chances() throws {
        for seed in 1...100 {
            var random = SplitMix64(seed: UInt64(seed))
            let chain = Self.random(&random, seed: seed)
            let (body, seats) = try #require(try chain.joined())
            let chances = seats.map { _ in Interval(Rational(random.next(in: 0...6), over: 6)) }
            let votes = chain.stages.indices.map { stage -> [Interval]? in
                seats.indices.filter { seats[$0].stage == stage }.map { chances[$0] }
            }
            let product = try #require(try chain.passingChance(votes, dependence: .independent))
            #expect(try body.passingChance(chances) == product, "seed \(seed)")
            let bounds = try #require(try chain.passingChance(votes, dependence: .unknown))
            #expect(bounds.contains(product), "seed \(seed)")
        }
    }

    @Test("Two houses that share a fate pass more often than independent ones, within what can be")
    func commonFate() throws {
        let house = try VotingBody(members: 5, rule: .majority(of: 0..<5))
        let chain = RatificationChain([.vote(house), .vote(house), .open(Interval(Rational(1, over: 2)))])
        func chances(_ yes: Rational) -> [[Interval]?] {
            let all = Array(repeating: Interval(yes), count: 5)
            return [all, all, nil]
        }
        let (low, high) = (Rational(1, over: 10), Rational(9, over: 10))
        let half = Rational(1, over: 2)
        let common = try #require(
            try chain.passingChance(scenarios: [(half, chances(low)), (half, chances(high))]))
        let apart = try #require(try chain.passingChance(chances(half), dependence: .independent))
        #expect(apart == Interval(Rational(1, over: 8)))
        #expect(common.isPoint && common.low > apart.low)
        #expect(try chain.passingChance(chances(half), dependence: .unknown)?.contains(common) == true)
        #expect(throws: ChanceProblem.wrongSum(half)) {
            try chain.passingChance(scenarios: [(half, chances(low))])
        }
    }

    @Test("Where nothing is known of how stages hang together, the bounds are Fréchet's and are reached")
    func bounds() throws {
        func open(_ low: Int, _ high: Int) -> RatificationStage {
            .open(Interval(Rational(low, over: 12), Rational(high, over: 12)))
        }
        let chain = RatificationChain([open(9, 12), open(8, 10), open(11, 11)])
        // All three fail together or each apart: 1 - 3/12 - 4/12 - 1/12 of all, or the least likely alone.
        let bounds = try chain.passingChance([nil, nil, nil], dependence: .unknown)
        #expect(bounds == Interval(Rational(4, over: 12), Rational(10, over: 12)))
    }

    @Test("Votes and chances that do not fit the stages are refused")
    func problems() throws {
        let parliament = try VotingBody(members: 2, rule: .consent(0))
        let chain = RatificationChain([.vote(parliament), .open(Interval(2))])
        #expect(throws: VotingProblem.wrongCount(expected: 2, found: 1)) { try chain.outcome(of: [nil]) }
        #expect(throws: VotingProblem.wrongCount(expected: 2, found: 1)) {
            try chain.outcome(of: [[.yes], nil])
        }
        #expect(throws: ChanceProblem.wrongCount(expected: 2, found: 0)) {
            try chain.passingChance([nil, nil], dependence: .unknown)
        }
        let sure = [Interval(1), Interval(1)]
        #expect(throws: ChanceProblem.notAChance(1)) {
            try chain.passingChance([sure, nil], dependence: .independent)
        }
        #expect(try RatificationChain([.open(Interval(1))]).joined() == nil)
    }
}
