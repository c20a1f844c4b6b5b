import Numbers
import Support
import Testing

@testable import Engines

@Suite("Large games of constant sum")
struct SaddlePointTests {
    @Test("Leduc poker: the published value −0.0856064241 within bounds a hundred-millionth apart")
    func leduc() throws {
        let tree = GameTree.leduc
        #expect(tree.ends.count == 5_520 && tree.sets.count == 936)
        var budget = Budget(10_000_000)
        let found = try #require(tree.saddlePoint(try tree.sequences(), budget: &budget))
        #expect(found.value.width < Rational(1, over: 100_000_000))
        let published = Rational(-856_064_241, over: 10_000_000_000)
        #expect((found.value.midpoint - published).magnitude < Rational(1, over: 100_000_000))
    }

    @Test("Random deals: the exact value lies in the bounds, and nobody gains more than their width")
    func bounds() throws {
        for seed in 1...30 {
            let tree = GameTree.random(
                cards: 2 + seed % 2, actions: 2, rounds: 3, seed: UInt64(seed), zeroSum: true)
            let sequences = try tree.sequences()
            var (steps, pivots) = (Budget(2_000_000), Budget(1_000_000))
            let near = try #require(tree.saddlePoint(sequences, gap: 1e-7, budget: &steps))
            let exact = try #require(tree.quasiPerfectEquilibrium(sequences, budget: &pivots))
            #expect(near.value.contains(tree.payoffs(under: exact.trembles.behaviour)[0]), "seed \(seed)")
            #expect(near.value.width < Rational(1, over: 10_000), "seed \(seed)")
            for mixture in near.behaviour.probabilities { #expect(mixture.reduce(.zero, +) == 1) }
            for regret in tree.regrets(of: near.behaviour, sequences) {
                #expect(regret <= near.value.width, "seed \(seed)")
            }
        }
    }

    @Test("Bounds hold after any number of steps, and games of another sum have none")
    func anyBudget() throws {
        let tree = GameTree.random(cards: 3, actions: 2, rounds: 4, seed: 1, zeroSum: true)
        let sequences = try tree.sequences()
        var pivots = Budget(1_000_000)
        let exact = try #require(tree.quasiPerfectEquilibrium(sequences, budget: &pivots))
        let value = tree.payoffs(under: exact.trembles.behaviour)[0]
        #expect(abs(Double(value) + 6.242694403) < 1e-8)
        var widths: [Rational] = []
        for steps in [0, 1, 25, 50, 1_000] {
            var budget = Budget(steps)
            let found = try #require(tree.saddlePoint(sequences, budget: &budget))
            #expect(found.value.contains(value), "\(steps) steps")
            widths.append(found.value.width)
        }
        #expect(widths.last! < widths[0] / 1_000)
        let other = GameTree.random(cards: 3, actions: 2, rounds: 4, seed: 1, zeroSum: false)
        var budget = Budget(1_000)
        #expect(other.saddlePoint(try other.sequences(), budget: &budget) == nil)
    }
}
