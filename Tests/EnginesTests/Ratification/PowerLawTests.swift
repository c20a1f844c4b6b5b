import Numbers
import Support
import Testing

@testable import Engines

@Suite("Power: laws")
struct PowerLawTests {
    @Test("Every method that fits counts as the definition does")
    func methods() throws {
        var fitting: [SimpleGame.CountingMethod: Int] = [:]
        for seed in 1...400 {
            let body = seed.isMultiple(of: 2) ? VotingBody.small(seed: seed) : VotingBody.heavy(seed: seed)
            let defined = body.definedPower()
            for method in SimpleGame.CountingMethod.allCases {
                var budget = Budget(10_000_000)
                guard let power = SimpleGame(body).power(by: method, budget: &budget) else { continue }
                #expect(power == defined, "seed \(seed), \(method)")
                fitting[method, default: 0] += 1
            }
            #expect(body.power() == defined, "seed \(seed)")
        }
        #expect(SimpleGame.CountingMethod.allCases.allSatisfy { fitting[$0, default: 0] > 50 })
        #expect(fitting[.diagram] == 400)
    }

    @Test("Larger numbers are kept in two words and in any size: one quota by both ways")
    func largerCounts() throws {
        for members in [62, 63, 125, 126, 140] {
            let weights = (0..<members).map { Rational(1 + $0 * $0 % 5) }
            let body = try VotingBody(
                members: members,
                rule: .weight(
                    Electorate(Array(0..<members), weights: weights), .atLeast(Rational(2 * members))))
            var budgets = [Budget(1_000_000_000), Budget(1_000_000_000)]
            let quota = try #require(SimpleGame(body).power(by: .quota, budget: &budgets[0]))
            let diagram = try #require(SimpleGame(body).power(by: .diagram, budget: &budgets[1]))
            #expect(quota == diagram, "\(members) members")
        }
    }

    @Test("A simple majority of an odd number: binomial swings and equal shares")
    func majority() throws {
        for members in [1, 3, 15, 65, 129] {
            let power = try #require(
                try VotingBody(members: members, rule: .majority(of: 0..<members)).power())
            let middle = VotingBody.binomials(members - 1)[members / 2]
            #expect(power.swings.allSatisfy { $0 == middle })
            #expect(power.collectiveToAct == Rational(1, over: 2))
            #expect(power.shapleyShubik.allSatisfy { $0 == Rational(1, over: members) })
        }
    }

    @Test("Shares add up to one, dummies have none, and who adds the same has the same")
    func axioms() throws {
        var dummies = 0
        for seed in 1...300 {
            let body = VotingBody.small(seed: seed)
            let power = try #require(body.power())
            let isConstant = body.isUnreachable || body.isEmptyRequirement
            #expect(power.shapleyShubik.reduce(Rational.zero, +) == (isConstant ? 0 : 1))
            #expect((power.banzhafNormalised == nil) == isConstant)
            for member in power.dummies {
                dummies += 1
                #expect(power.shapleyShubik[member] == 0 && power.banzhaf[member] == 0)
            }
            for alike in SimpleGame(body).classes {
                #expect(Set(alike.map { power.swingsBySize[$0] }).count == 1)
            }
            if !isConstant, let prevent = power.toPrevent {
                #expect(body.vetoers == prevent.indices.filter { prevent[$0] == 1 }, "seed \(seed)")
            }
            let alone = power.shapleyShubik.firstIndex(of: 1)
            #expect(body.dictator == alone, "seed \(seed)")
        }
        #expect(dummies > 100)
    }

    @Test("The blocking game has the same swings, mirrored")
    func duality() throws {
        for seed in 1...200 {
            let game = SimpleGame(VotingBody.small(seed: seed))
            let power = try #require(game.power(budget: Budget(1_000_000)))
            let dual = try #require(game.dual.power(budget: Budget(1_000_000)))
            #expect(power.swings == dual.swings && power.shapleyShubik == dual.shapleyShubik)
            #expect(dual.swingsBySize == power.swingsBySize.map { Array($0.reversed()) })
            #expect(power.collectiveToAct + dual.collectiveToAct == 1)
            #expect(game.dual.dual.power(budget: Budget(1_000_000)) == power)
        }
    }

    @Test("Coleman's powers: initiation and prevention average to Banzhaf's harmonically")
    func coleman() throws {
        var asked = 0
        for seed in 1...200 {
            let power = try #require(VotingBody.small(seed: seed).power())
            guard let prevent = power.toPrevent, let initiate = power.toInitiate else { continue }
            for member in 0..<power.members where power.swings[member] != 0 {
                asked += 1
                // Dubey and Shapley (1979): 2 / Banzhaf = 1 / prevent + 1 / initiate.
                #expect(2 / power.banzhaf[member] == 1 / prevent[member] + 1 / initiate[member])
            }
        }
        #expect(asked > 300)
    }

    @Test("The chance with fair coins is the power to act, and its derivative is Banzhaf's index")
    func multilinearExtension() throws {
        for seed in 1...200 {
            let body = VotingBody.small(seed: seed)
            let power = try #require(body.power())
            let coins = Array(repeating: Rational(1, over: 2), count: body.members)
            #expect(try body.passingChance(coins) == power.collectiveToAct)
            for member in 0..<body.members {
                var (sure, never) = (coins, coins)
                (sure[member], never[member]) = (1, 0)
                let difference =
                    try #require(try body.passingChance(sure))
                    - #require(try body.passingChance(never))
                #expect(difference == power.banzhaf[member], "seed \(seed)")
            }
        }
    }

    @Test("A budget that does not last gives no answer")
    func budgets() throws {
        let body = try NamedBodies.nice()
        #expect(body.power(budget: Budget(1000)) == nil)
        #expect(body.minimalWinningCoalitions(budget: Budget(1000)) == nil)
        #expect(try body.passingChance(Array(repeating: 1 / 2, count: 27), budget: Budget(1000)) == nil)
        let refused = Array(repeating: Ballot.no, count: 27)
        #expect(try body.fewestFlips(refused, budget: Budget(10)) == nil)
    }
}
