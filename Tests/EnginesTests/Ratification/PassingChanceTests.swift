import Numbers
import Support
import Testing

@testable import Engines

@Suite("Chances of passing")
struct PassingChanceTests {
    /// The chance by looking at everything the members could do.
    private func defined(_ body: VotingBody, _ chances: [BallotChances]) -> Rational {
        var all = Rational.zero
        for code in 0..<1 << (2 * body.members) {
            let ballots = (0..<body.members).map { Ballot.allCases[code >> (2 * $0) & 3] }
            let chance = zip(ballots, chances).reduce(Rational.one) { $0 * $1.1[$1.0] }
            if chance != 0, body.rule.isMet(by: ballots) { all += chance }
        }
        return all
    }

    private func random(_ random: inout SplitMix64, _ members: Int) -> [BallotChances] {
        let kinds = (0..<2).map { _ -> BallotChances in
            let parts = (0..<4).map { _ in Rational(random.next(in: 0...3)) }
            let sum = max(1, parts.reduce(Rational.zero, +))
            return BallotChances(yes: parts[0] / sum, abstain: parts[1] / sum, absent: parts[2] / sum)
        }
        return (0..<members).map { _ in
            random.next(in: 0...2) == 0
                ? BallotChances(yes: Rational(random.next(in: 0...5), over: 5)) : random.pick(kinds)
        }
    }

    @Test("The exact chance is the sum over everything that can happen, abstentions and all")
    func definition() throws {
        for seed in 1...150 {
            var random = SplitMix64(seed: UInt64(seed))
            let body = VotingBody.small(seed: seed, members: random.next(in: 1...5))
            let chances = self.random(&random, body.members)
            #expect(try body.passingChance(chances) == defined(body, chances), "seed \(seed)")
        }
    }

    @Test("Ends of intervals give ends of the answer, and points inside stay inside")
    func intervals() throws {
        for seed in 1...60 {
            var random = SplitMix64(seed: UInt64(seed))
            let body = VotingBody.small(seed: seed)
            let chances = (0..<body.members).map { _ -> Interval in
                let ends = [
                    Rational(random.next(in: 0...9), over: 9), Rational(random.next(in: 0...9), over: 9),
                ]
                return Interval(ends.min()!, ends.max()!)
            }
            let bounds = try #require(try body.passingChance(chances))
            let inside = try #require(try body.passingChance(chances.map(\.midpoint)))
            #expect(bounds.contains(inside), "seed \(seed)")
            #expect(try body.passingChance(chances.map(\.low)) == bounds.low)
        }
    }

    @Test("A common fate moves the chance away from what independent members would have")
    func scenarios() throws {
        let body = try VotingBody(members: 9, rule: .unanimity(of: 0..<9))
        let half = Rational(1, over: 2)
        let scenarios = [
            (probability: half, yes: Array(repeating: Rational.one, count: 9)),
            (probability: half, yes: Array(repeating: Rational.zero, count: 9)),
        ]
        #expect(try body.passingChance(scenarios: scenarios) == half)
        #expect(try body.passingChance(Array(repeating: half, count: 9)) == Rational(1, over: 512))
        #expect(throws: ChanceProblem.wrongSum(half)) {
            try body.passingChance(scenarios: [scenarios[0]])
        }
    }

    @Test("A hundred senators, two thirds of those present and voting, against the binomial sum")
    func senators() throws {
        let chance = Rational(7, over: 10)
        let rule = VotingRule.share(Electorate(0..<100), .atLeast(Rational(2, over: 3)), of: .cast)
        let senate = try VotingBody(members: 100, rule: rule)
        let equal = try #require(try senate.passingChance(Array(repeating: chance, count: 100)))
        let ways = VotingBody.binomials(100)
        let sum = (67...100).reduce(Rational.zero) { sum, yes in
            let term = (0..<100).reduce(ways[yes]) { $0 * ($1 < yes ? chance : 1 - chance) }
            return sum + term
        }
        #expect(equal == sum)
        // Different chances of the same average: another number, near the first.
        let spread = (0..<100).map { chance + Rational($0.isMultiple(of: 2) ? 1 : -1, over: 20) }
        let other = try #require(try senate.passingChance(spread))
        #expect(other != equal && Double((other - equal).magnitude) < 0.01)
    }

    @Test("Chances that are none are refused")
    func problems() throws {
        let body = try VotingBody(members: 2, rule: .consent(0))
        #expect(throws: ChanceProblem.wrongCount(expected: 2, found: 1)) {
            try body.passingChance([1 as Rational])
        }
        #expect(throws: ChanceProblem.notAChance(1)) { try body.passingChance([0, 2] as [Rational]) }
        let half = Rational(1, over: 2)
        #expect(throws: ChanceProblem.notAChance(0)) {
            try body.passingChance([
                BallotChances(yes: half, abstain: half, absent: half), BallotChances(yes: 0),
            ])
        }
        let never = try VotingBody(members: 1, rule: .count(2, of: [0]))
        #expect(try never.passingChance([half]) == 0)
    }
}
