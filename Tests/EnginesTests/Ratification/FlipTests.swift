import Numbers
import Support
import Testing

@testable import Engines

@Suite("Flips")
struct FlipTests {
    /// The least price of a set whose changing turns the result, by looking at every set.
    private func defined(_ body: VotingBody, _ ballots: [Ballot], _ prices: [Rational]) throws -> Rational? {
        let passes = try body.passes(ballots)
        return try (0..<1 << body.members).compactMap { set -> Rational? in
            var (turned, cost) = (ballots, Rational.zero)
            for member in ballots.indices where set >> member & 1 == 1 {
                turned[member] = passes ? .no : .yes
                cost += prices[member]
            }
            return try body.passes(turned) == passes ? nil : cost
        }.min()
    }

    private func check(
        _ flips: Flips?, _ least: Rational?, _ body: VotingBody, _ ballots: [Ballot], _ prices: [Rational],
        seed: Int
    ) throws {
        guard case .least(let members, let cost) = flips else {
            #expect(flips == .impossible && least == nil, "seed \(seed)")
            return
        }
        #expect(cost == least, "seed \(seed)")
        #expect(cost == members.reduce(Rational.zero) { $0 + prices[$1] })
        let passes = try body.passes(ballots)
        var turned = ballots
        for member in members { turned[member] = passes ? .no : .yes }
        #expect(try body.passes(turned) != passes, "seed \(seed)")
    }

    @Test("Fewest and cheapest flips are those of the definition, by diagram and by search")
    func definition() throws {
        for seed in 1...300 {
            let body = VotingBody.small(seed: seed)
            var random = SplitMix64(seed: UInt64(seed))
            let ballots = body.ballots(&random)
            for prices in [
                ballots.map { _ in Rational(1) },
                ballots.map { _ in Rational(random.next(in: 0...12), over: random.pick([1, 2])) },
            ] {
                let least = try defined(body, ballots, prices)
                try check(
                    try body.cheapestFlip(ballots, prices: prices), least, body, ballots, prices, seed: seed)
                let game = SimpleGame(turning: ballots, in: body, passes: try body.passes(ballots))
                if game.gate == .never || game.gate == .always { continue }
                var search = CheapestSearch(game, prices, Budget(1_000_000))
                try check(search.run(), least, body, ballots, prices, seed: seed)
            }
        }
    }

    @Test("One flip suffices just where somebody is pivotal")
    func pivots() throws {
        var turned = 0
        for seed in 301...700 {
            let body = VotingBody.small(seed: seed)
            var random = SplitMix64(seed: UInt64(seed))
            let ballots = body.ballots(&random)
            let pivotal = try body.pivotalMembers(ballots)
            let passes = try body.passes(ballots)
            let defined = try ballots.indices.filter { member in
                var turned = ballots
                turned[member] = passes ? .no : .yes
                return try body.passes(turned) != passes
            }
            #expect(pivotal == defined, "seed \(seed)")
            guard case .least(let members, let cost) = try body.fewestFlips(ballots) else {
                #expect(pivotal.isEmpty)
                continue
            }
            #expect((cost == 1) == !pivotal.isEmpty, "seed \(seed)")
            if cost == 1 {
                #expect(pivotal.contains(members[0]))
                turned += 1
            }
        }
        #expect(turned > 100)
    }

    @Test(
        "The 537: a lost vote takes 218, 51 and the president, a unanimous one the president and 34 senators"
    )
    func unitedStates() throws {
        let body = try NamedBodies.unitedStates()
        let nobody = Array(repeating: Ballot.no, count: 537)
        guard case .least(let members, let cost) = try body.fewestFlips(nobody) else {
            Issue.record("the vote can be turned")
            return
        }
        #expect(cost == 218 + 51 + 1 && body.passes(consenting: Set(members)))
        // Without the president it takes two thirds of both houses, and 34 senators prevent that.
        let everybody = Array(repeating: Ballot.yes, count: 537)
        guard case .least(let refusing, _) = try body.fewestFlips(everybody) else {
            Issue.record("the vote can be turned")
            return
        }
        #expect(refusing.count == 35 && refusing.contains(NamedBodies.president))
    }

    @Test("Nice: the search alone turns a lost vote with fourteen members")
    func nice() throws {
        let council = try NamedBodies.nice()
        let ballots = Array(repeating: Ballot.no, count: 27)
        guard case .least(let members, let cost) = try council.fewestFlips(ballots) else {
            Issue.record("the vote can be turned")
            return
        }
        #expect(cost == 14 && council.passes(consenting: Set(members)))
    }
}
