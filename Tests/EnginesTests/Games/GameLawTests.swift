import Numbers
import Support
import Testing

@testable import Engines

@Suite("Laws of games, over many seeds")
struct GameLawTests {
    @Test("What is found is sequential, and a quasi-perfect outcome is among the sequential ones")
    func searchAndTrembles() throws {
        var compared = 0
        for seed in 1...200 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2)
            let sequences = try tree.sequences()
            let search = tree.sequentialEquilibria(sequences, budget: Budget(20_000))
            for one in search.equilibria {
                #expect(tree.isSequential(one.assessment.trembles), "seed \(seed)")
                #expect(tree.regrets(of: one.assessment.behaviour, sequences).allSatisfy { $0 == 0 })
            }
            var budget = Budget(10_000_000)
            let found = try #require(tree.quasiPerfectEquilibrium(sequences, budget: &budget))
            #expect(tree.isQuasiPerfect(found, sequences), "seed \(seed)")
            #expect(tree.isSequential(found.trembles), "seed \(seed)")
            guard search.isComplete else { continue }
            compared += 1
            let outcome = tree.outcome(of: found.trembles.behaviour)
            // Where the outcomes are many, each cell tells one of them; then the ends reached are compared.
            #expect(
                search.equilibria.contains { one in
                    one.outcome == outcome
                        || one.isOneOfMany && zip(one.outcome, outcome).allSatisfy { ($0 != 0) == ($1 != 0) }
                }, "seed \(seed)")
        }
        #expect(compared > 150)
    }

    @Test("Every pure sequential equilibrium that trying all plans finds is among those of the search")
    func purePlans() throws {
        for seed in 1...120 {
            let tree = GameTree.small(seed: UInt64(seed), players: 2 + seed % 2)
            let search = tree.sequentialEquilibria(try tree.sequences(), budget: Budget(20_000))
            guard search.isComplete else { continue }
            let outcomes = Set(search.equilibria.map(\.outcome))
            let actions = tree.sets.map(\.actions)
            guard actions.count <= 9 else { continue }
            for code in 0..<(1 << actions.count) {
                let choices = actions.indices.map { code >> $0 & 1 }
                // Slips of one order each, in two sizes: a few of all possible beliefs, each of them consistent.
                for heavy in 0..<3 {
                    var trembles = tree.trembles(pure: choices)
                    for set in choices.indices where heavy > 0 && set % 2 == heavy - 1 {
                        trembles.orders[set] = trembles.orders[set].map { $0 * 3 }
                    }
                    guard tree.isSequential(trembles) else { continue }
                    #expect(outcomes.contains(tree.outcome(of: trembles.behaviour)), "seed \(seed)")
                }
            }
        }
    }

    @Test("Extreme equilibria of small tables with ties: none is missing among pure ones, none has a regret")
    func tables() {
        for seed in 1...300 {
            var generator = SplitMix64(seed: UInt64(seed))
            let counts = [1 + generator.draw(4), 1 + generator.draw(4)]
            let table = GameTable(
                strategies: counts,
                payoffs: (0..<counts[0] * counts[1] * 2).map { _ in Rational(generator.draw(4)) })
            let found = table.extremeEquilibria(budget: Budget(10_000))
            #expect(found.isComplete)
            #expect(!found.pairs.isEmpty)
            #expect(Set(found.pairs).count == found.pairs.count)
            for pair in found.pairs {
                #expect(table.worth(of: pair.profile).regrets.allSatisfy { $0 == 0 }, "seed \(seed)")
            }
            for choices in table.pureEquilibria() {
                let profile = zip(choices, counts).map { choice, count in
                    (0..<count).map { $0 == choice ? Rational.one : .zero }
                }
                #expect(found.pairs.contains { $0.profile == profile }, "seed \(seed)")
            }
            #expect(found.components.joined().sorted() == Array(found.pairs.indices))
        }
    }

    @Test("Striking out dominated strategies keeps every equilibrium")
    func dominance() {
        for seed in 1...200 {
            var generator = SplitMix64(seed: UInt64(seed))
            let table = GameTable(
                strategies: [4, 4], payoffs: (0..<32).map { _ in Rational(generator.draw(6)) })
            let kept = table.undominated().kept
            let small = table.restricted(to: kept)
            let whole = table.extremeEquilibria(budget: Budget(10_000)).pairs
            let rest = small.extremeEquilibria(budget: Budget(10_000)).pairs
            #expect(whole.count == rest.count, "seed \(seed)")
            for pair in whole {
                #expect(kept[0].map { pair.first[$0] }.reduce(.zero, +) == 1, "seed \(seed)")
                #expect(kept[1].map { pair.second[$0] }.reduce(.zero, +) == 1, "seed \(seed)")
            }
        }
    }
}
