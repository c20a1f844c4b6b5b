import Numbers
import Support
import Testing

@testable import Engines

@Suite("Minimal coalitions")
struct MinimalCoalitionTests {
    /// All sets that are enough and of which no member can be spared.
    private func defined(_ members: Int, isEnough: (Set<Int>) -> Bool) -> Set<[Int]> {
        Set(
            (0..<1 << members).compactMap { code in
                let set = Set((0..<members).filter { code >> $0 & 1 == 1 })
                guard isEnough(set), !set.contains(where: { isEnough(set.subtracting([$0])) }) else {
                    return nil
                }
                return set.sorted()
            })
    }

    @Test("Winning and blocking ones are those of the definition")
    func definition() throws {
        for seed in 1...200 {
            let body = VotingBody.small(seed: seed)
            let everybody = Set(0..<body.members)
            let winning = defined(body.members) { body.passes(consenting: $0) }
            let found = try #require(body.minimalWinningCoalitions(limit: 1000))
            #expect(Set(found.examples) == winning && found.examples.count == winning.count, "seed \(seed)")
            #expect(found.count == Rational(winning.count))
            let blocking = defined(body.members) { !body.passes(consenting: everybody.subtracting($0)) }
            let stopping = try #require(body.minimalBlockingCoalitions(limit: 1000))
            #expect(Set(stopping.examples) == blocking, "seed \(seed)")
            #expect(stopping.count == Rational(blocking.count))
        }
    }

    @Test("Indices of smallest coalitions are those of the list")
    func indices() throws {
        for seed in 1...200 {
            let found = try #require(VotingBody.small(seed: seed).minimalWinningCoalitions(limit: 1000))
            let list = found.examples
            guard let publicGood = found.hollerPackel, let shares = found.deeganPackel else {
                #expect(!list.contains { !$0.isEmpty })
                continue
            }
            let places = list.reduce(0) { $0 + $1.count }
            for member in publicGood.indices {
                let mine = list.filter { $0.contains(member) }
                #expect(publicGood[member] == Rational(mine.count, over: places))
                let share = mine.reduce(Rational.zero) { $0 + Rational(1, over: $1.count) }
                #expect(shares[member] == share / Rational(list.count))
            }
            #expect(shares.reduce(Rational.zero, +) == 1)
        }
    }

    @Test("Nine willing members of twelve: every nine of them")
    func enhancedCooperation() throws {
        let union = try VotingBody(members: 27, rule: .count(9, of: 0..<27))
        let willing = Set(3..<15)
        let found = try #require(union.minimalWinningCoalitions(among: willing, limit: 10))
        #expect(found.count == 220 && found.examples.count == 10)
        #expect(found.examples.allSatisfy { $0.count == 9 && willing.isSuperset(of: $0) })
        #expect(union.minimalWinningCoalitions(among: Set(0..<8))?.count == 0)
    }

    @Test("A large body is counted by classes: 226 of 450")
    func large() throws {
        let found = try #require(
            try VotingBody(members: 450, rule: .count(226, of: 0..<450)).minimalWinningCoalitions(limit: 2))
        #expect(found.count == VotingBody.binomials(450)[226])
        #expect(found.examples == [Array(0..<226), Array(0..<225) + [226]])
    }
}
