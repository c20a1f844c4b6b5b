import Numbers
import Support
import Testing

@testable import Engines

@Suite("Proposals of Lemke's walk in floating point")
struct ComplementarityProposalTests {
    @Test("Trees too large for exact pivots are solved and proven; the values are those of another program")
    func randomTrees() throws {
        // RT(3,2,6,1) and RT(4,3,4,1) of the generator; a linear program gave the values to six digits.
        for (cards, actions, rounds, value) in [
            (3, 2, 4, -6.242694), (3, 2, 6, -4.555556), (4, 3, 4, -3.675468),
        ] {
            let tree = GameTree.random(cards: cards, actions: actions, rounds: rounds, seed: 1, zeroSum: true)
            let sequences = try tree.sequences()
            var budget = Budget(5_000_000)
            let found = try #require(tree.quasiPerfectEquilibrium(sequences, budget: &budget))
            #expect(tree.isQuasiPerfect(found, sequences))
            let payoffs = tree.payoffs(under: found.trembles.behaviour)
            #expect(abs(Double(payoffs[0]) - value) < 1e-6 && payoffs[0] == -payoffs[1])
        }
    }

    @Test("A proposal that is taken solves the problem: signs, equations and complements, power by power")
    func random() throws {
        var random = SplitMix64(seed: 3)
        var proven = 0
        for _ in 0..<30 {
            let size = 5 + random.next(in: 0...8)
            // A positive matrix with a diagonal that outweighs the rest always has a solution.
            let factors = (0..<size).map { row in
                (0..<size).map { Rational(random.next(in: 0...9) + (row == $0 ? 10 * size : 0), over: 3) }
            }
            let constants = (0..<size).map { _ in (0..<2).map { _ in Rational(random.next(in: 0...20) - 12) }
            }
            let program = ComplementarityProgram(factors: factors, constants: constants)
            var budget = Budget(1_000_000)
            guard let values = program.proposed(&budget) else { continue }
            proven += 1
            for row in 0..<size {
                let slack = (0..<2).map { power in
                    constants[row][power]
                        + (0..<size).reduce(Rational.zero) { $0 + factors[row][$1] * values[$1][power] }
                }
                for side in [slack, values[row]] { #expect(side.first { $0 != 0 }.map { $0 > 0 } ?? true) }
                #expect(slack.allSatisfy { $0 == 0 } || values[row].allSatisfy { $0 == 0 })
            }
        }
        #expect(proven > 25)
    }
}
