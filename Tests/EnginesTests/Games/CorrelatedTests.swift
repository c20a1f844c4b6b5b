import Numbers
import Support
import Testing

@testable import Engines

@Suite("Correlated equilibria")
struct CorrelatedTests {
    @Test(
        "Chicken (Aumann 1974): the best mediator brings each 21/4, outside what Nash equilibria can be mixed to"
    )
    func chicken() throws {
        let table = GameTable(strategies: [2, 2], payoffs: [6, 6, 7, 2, 2, 7, 0, 0])
        let found = try #require(table.correlatedEquilibria(CorrelatedGoal.all(players: 2)))
        let quarter = Rational(1, over: 4)
        #expect(found[0].distribution == [Rational(1, over: 2), quarter, quarter, 0])
        #expect(found[0].payoffs == [Rational(21, over: 4), Rational(21, over: 4)])
        #expect(!table.isIndependent(found[0].distribution))
        #expect(found.dropFirst().map(\.payoffs) == [[7, 2], [2, 7], [2, 7], [7, 2]])
        // The other example of Aumann: three outcomes with a third each.
        let third = Rational(1, over: 3)
        #expect(table.swapRegrets(of: [third, third, third, 0]) == [0, 0])
        #expect(table.swapRegrets(of: [0, Rational(1, over: 2), Rational(1, over: 2), 0]) == [0, 0])
        #expect(table.swapRegrets(of: [1, 0, 0, 0]) == [1, 1])
    }

    @Test(
        "Random tables of two and three: all are correlated equilibria, and no Nash equilibrium does better")
    func laws() throws {
        for seed in 1...120 {
            var generator = SplitMix64(seed: UInt64(seed))
            let counts = (0..<(2 + seed % 2)).map { _ in 1 + generator.draw(3) }
            let range = 2 + generator.draw(9)
            let table = GameTable(
                strategies: counts,
                payoffs: (0..<counts.reduce(counts.count, *)).map { _ in
                    Rational(generator.draw(range) - 3, over: 1 + generator.draw(2))
                })
            let goals = CorrelatedGoal.all(players: counts.count)
            let found = try #require(table.correlatedEquilibria(goals))
            for one in found {
                #expect(one.distribution.reduce(.zero, +) == 1 && one.distribution.allSatisfy { $0 >= 0 })
                #expect(table.swapRegrets(of: one.distribution).allSatisfy { $0 == 0 }, "seed \(seed)")
                let sum = one.payoffs.reduce(.zero, +)
                #expect(sum <= found[0].payoffs.reduce(.zero, +), "seed \(seed)")
                for player in counts.indices {
                    #expect(one.payoffs[player] <= found[1 + 2 * player].payoffs[player], "seed \(seed)")
                    #expect(one.payoffs[player] >= found[2 + 2 * player].payoffs[player], "seed \(seed)")
                }
            }
            guard counts.count == 2 else { continue }
            for pair in table.extremeEquilibria(budget: Budget(10_000)).pairs {
                let payoffs = table.worth(of: pair.profile).payoffs
                #expect(payoffs.reduce(.zero, +) <= found[0].payoffs.reduce(.zero, +), "seed \(seed)")
                for player in 0..<2 {
                    #expect(payoffs[player] <= found[1 + 2 * player].payoffs[player], "seed \(seed)")
                    #expect(payoffs[player] >= found[2 + 2 * player].payoffs[player], "seed \(seed)")
                }
            }
        }
    }

    @Test("Shapley's game: a mediator avoids the diagonal and brings each the half")
    func shapley() throws {
        let table = GameTable(ClassicGames.named("shapley"))
        let found = try #require(table.correlatedEquilibria([.greatestSum]))
        #expect(table.swapRegrets(of: found[0].distribution) == [0, 0])
        let nash = table.extremeEquilibria(budget: Budget(1_000)).pairs[0]
        #expect(
            found[0].payoffs.reduce(.zero, +) > table.worth(of: nash.profile).payoffs.reduce(.zero, +))
    }

    @Test("Tables beyond the limit are refused")
    func tooLarge() { #expect(GameTable.random(30).correlatedEquilibria([.greatestSum]) == nil) }
}
