import Numbers
import Support
import Testing

@testable import Engines

@Suite("Paths of Lemke and Howson")
struct LemkeHowsonTests {
    private static func fractions(_ texts: [String]) throws -> [Rational] {
        try texts.map { try Rational(reading: $0) }
    }

    @Test("The example of von Stengel (2002): three equilibria, two of them at the ends of paths")
    func published() throws {
        let table = GameTable(
            strategies: [3, 2], payoffs: [3, 3, 2, 2, 0, 3, 3, 2, 5, 6, 6, 1])
        let found = table.lemkeHowson(budget: Budget(1_000))
        let known = try [
            (["1", "0", "0"], ["1", "0"]), (["4/5", "1/5", "0"], ["2/3", "1/3"]),
            (["0", "1/3", "2/3"], ["1/3", "2/3"]),
        ].map { MixedPair(first: try Self.fractions($0.0), second: try Self.fractions($0.1)) }
        #expect(Set(table.extremeEquilibria(budget: Budget(1_000)).pairs) == Set(known))
        #expect(found.isComplete && found.paths.map(\.label) == Array(0..<5))
        #expect(found.pairs.allSatisfy(known.contains))
        // Dropping the second strategy leads to the third equilibrium (von Stengel 2007).
        #expect(found.pairs[found.paths[1].end] == known[2])
    }

    @Test("One strategy each, and games of one strategy against several")
    func smallest() {
        for counts in [[1, 1], [1, 4], [4, 1]] {
            let table = GameTable(
                strategies: counts,
                payoffs: (0..<counts[0] * counts[1] * 2).map { Rational($0 * 5 % 7 - 3, over: 2) })
            let found = table.lemkeHowson(budget: Budget(1_000))
            #expect(found.pairs.count == 1 && found.paths.count == counts[0] + counts[1])
            #expect(table.worth(of: found.pairs[0].profile).regrets == [0, 0])
        }
    }

    @Test("Every end is an extreme equilibrium without regret, in small tables full of ties, too")
    func ends() {
        for seed in 1...300 {
            var generator = SplitMix64(seed: UInt64(seed))
            let counts = [1 + generator.draw(5), 1 + generator.draw(5)]
            let range = 2 + generator.draw(6)
            let table = GameTable(
                strategies: counts,
                payoffs: (0..<counts[0] * counts[1] * 2).map { _ in Rational(generator.draw(range)) })
            let found = table.lemkeHowson(budget: Budget(100_000))
            #expect(found.isComplete && found.paths.count == counts[0] + counts[1], "seed \(seed)")
            let extreme = Set(table.extremeEquilibria(budget: Budget(100_000)).pairs)
            for pair in found.pairs {
                #expect(extreme.contains(pair), "seed \(seed)")
                #expect(table.worth(of: pair.profile).regrets == [0, 0], "seed \(seed)")
            }
        }
    }

    @Test("The tables of the literature: every end is among the equilibria of another program")
    func classics() {
        for entry in ClassicGames.all.games where entry.form == "strategic" && entry.players.count == 2 {
            let table = GameTable(entry)
            let known = Set(table.extremeEquilibria(budget: Budget(10_000)).pairs)
            #expect(known.count == entry.results.pygambit_16_7_0["enummixed"]?.count, "\(entry.id)")
            let found = table.lemkeHowson(budget: Budget(10_000))
            #expect(
                found.isComplete && !found.pairs.isEmpty && known.isSuperset(of: found.pairs), "\(entry.id)")
        }
    }

    @Test("Larger tables: followed in floating point, proven in fractions, the same ends as the exact paths")
    func proposals() throws {
        let table = GameTable.random(30)
        let paths = ComplementaryPaths(table)
        let found = table.lemkeHowson(from: Array(0..<6), budget: Budget(1_000_000))
        #expect(found.isComplete && found.paths.allSatisfy { !$0.isExact })
        for path in found.paths {
            var budget = Budget(10_000_000)
            let exact = try #require(paths.exact(path.label, &budget))
            #expect(exact.pair == found.pairs[path.end] && exact.pivots == path.pivots)
        }
        let large = GameTable.random(100)
        let one = large.lemkeHowson(from: [0], budget: Budget(1_000_000))
        #expect(one.pairs.count == 1 && large.worth(of: one.pairs[0].profile).regrets == [0, 0])
    }

    @Test("A budget that ends leaves paths out and says so")
    func budget() {
        let found = GameTable.random(10).lemkeHowson(budget: Budget(40))
        #expect(!found.isComplete && found.budget.used <= 40 && found.paths.count < 20)
    }
}
