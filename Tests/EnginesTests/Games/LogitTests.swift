import Foundation
import Numbers
import Support
import Testing

@testable import Engines

@Suite("Agent logit equilibria")
struct LogitTests {
    private static let budget = Budget(100_000)

    private static func regret(_ tree: GameTree, _ branch: LogitBranch) throws -> Double {
        Double(tree.regrets(of: branch.behaviour, try tree.sequences()).max() ?? 0)
    }

    private static func shares(_ branch: LogitBranch) -> [[Double]] {
        branch.behaviour.probabilities.map { $0.map { Double($0) } }
    }

    @Test("Chicken, from the definition: where the symmetric branch is crossed, and where it ends")
    func chicken() throws {
        let table = GameTable(strategies: [2, 2], payoffs: [0, 0, 1, -1, -1, 1, -10, -10])
        let branch = table.tree.logitBranch(budget: Self.budget)
        // One of two equal players goes straight with p = 1/(1 + exp(lambda (10 p - 1))); two such branches cross where a
        // little more of the one makes just as much less of the other best: 10 lambda p (1 - p) = 1.
        func straight(_ lambda: Double) -> Double {
            var (low, high) = (0.0, 1.0)
            for _ in 0..<200 {
                let middle = (low + high) / 2
                if middle < 1 / (1 + exp(lambda * (10 * middle - 1))) { low = middle } else { high = middle }
            }
            return low
        }
        var (low, high) = (0.1, 1.0)
        for _ in 0..<100 {
            let middle = (low + high) / 2
            let p = straight(middle)
            if 10 * middle * p * (1 - p) < 1 { low = middle } else { high = middle }
        }
        #expect(branch.events.map(\.kind) == [.bifurcation])
        #expect(abs(branch.events[0].lambda - low) < 1e-5)
        #expect(branch.ending == .settled)
        #expect(Self.shares(branch).allSatisfy { abs($0[1] - straight(branch.lambda)) < 1e-8 })
        #expect(abs(Self.shares(branch)[0][1] - 0.1) < 2e-4)
    }

    @Test(
        "McKelvey and McLennan's 2x2x2 game: past the bifurcation to an equilibrium, where another program stops"
    )
    func mcKelveyMcLennan() throws {
        let tree = GameTable(
            strategies: [2, 2, 2],
            payoffs: [9, 8, 12, 0, 0, 0, 0, 0, 0, 9, 8, 2, 0, 0, 0, 3, 4, 6, 3, 4, 6, 0, 0, 0]
        ).tree
        let branch = tree.logitBranch(budget: Self.budget)
        #expect(branch.ending == .settled && branch.events.map(\.kind) == [.bifurcation])
        #expect(try Self.regret(tree, branch) < 0.000_12)
    }

    @Test("Limits that another program reaches, too: three guarantors, Selten's horse")
    func otherProgram() throws {
        let guarantors = GameTable(ClassicGames.named("dove3")).tree.logitBranch(budget: Self.budget)
        #expect(Self.shares(guarantors).allSatisfy { abs($0[0] - 0.788675) < 1e-3 })
        // Two directions open at once where lambda 3 x (1 - x) (2 x - 1) = 1, by symmetry; the branch goes straight on.
        #expect(guarantors.events.map(\.kind) == [.bifurcation])
        #expect(abs(guarantors.events[0].lambda - 3.847) < 0.02)
        let horse = NamedTree(ClassicGames.named("horse")).tree
        let branch = horse.logitBranch(budget: Self.budget)
        #expect(horse.payoffs(under: branch.behaviour).allSatisfy { abs(Double($0) - 1) < 1e-3 })
    }

    @Test("Random tables and trees, at a precision in between: the logit rule holds at every set")
    func rule() throws {
        for seed in 1...60 {
            var generator = SplitMix64(seed: UInt64(seed))
            let tree =
                seed % 2 == 0
                ? GameTree.small(seed: UInt64(seed), players: 2 + seed % 3)
                : GameTable(
                    strategies: [3, 2, 3], payoffs: (0..<54).map { _ in Rational(generator.draw(9)) }
                ).tree
            let lambda = 0.25 + Double(seed % 8) / 8
            let branch = tree.logitBranch(to: lambda, budget: Self.budget)
            #expect(branch.ending == .reached && abs(branch.lambda - lambda) < 1e-9, "seed \(seed)")
            let behaviour = branch.behaviour
            let trembles = Trembles(
                orders: behaviour.probabilities.map { $0.map { _ in 0 } }, weights: behaviour.probabilities)
            let beliefs = tree.assessment(from: trembles).beliefs
            let values = tree.values(under: behaviour)
            for (set, information) in tree.sets.enumerated() {
                guard let belief = beliefs[set] else { continue }
                let worth = (0..<information.actions).map { action in
                    zip(information.members, belief).reduce(0.0) {
                        let value = values[tree.child($1.0, action) * tree.players + information.player]
                        return $0 + Double($1.1) * Double(value)
                    }
                }
                for action in worth.indices.dropFirst() {
                    let shares = behaviour.probabilities[set].map { Double($0) }
                    let expected = lambda * (worth[action] - worth[0])
                    #expect(abs(log(shares[action] / shares[0]) - expected) < 1e-5, "seed \(seed)")
                }
            }
        }
    }

    @Test("The branch ends near an equilibrium in every one of many games, turns told in pairs")
    func limits() throws {
        var turns = 0
        for seed in 1...60 {
            var generator = SplitMix64(seed: UInt64(seed))
            let count = 2 + seed % 3
            let tree = GameTable(
                strategies: [count, count, 2],
                payoffs: (0..<count * count * 6).map { _ in Rational(generator.draw(6)) }
            ).tree
            let branch = tree.logitBranch(budget: Self.budget)
            #expect(branch.ending == .settled, "seed \(seed)")
            #expect(try Self.regret(tree, branch) < 1e-3, "seed \(seed)")
            // The branch begins and ends with a lambda that grows.
            let mine = branch.events.filter { $0.kind == .turn }.count
            #expect(mine.isMultiple(of: 2), "seed \(seed)")
            turns += mine
        }
        #expect(turns > 0)
        // Where payoffs are unlike, no branches cross.
        for size in [3, 5, 8, 10, 20] {
            let branch = GameTable.random(size).tree.logitBranch(budget: Self.budget)
            #expect(branch.ending == .settled && !branch.events.contains { $0.kind == .bifurcation })
        }
    }

    @Test("Payoffs in another unit: the same branch, lambda in that unit")
    func units() {
        let table = GameTable(strategies: [2, 2], payoffs: [0, 0, 1, -1, -1, 1, -10, -10])
        let large = GameTable(strategies: [2, 2], payoffs: table.payoffs.map { $0 * 1_000 + 7 })
        let (one, other) = (
            table.tree.logitBranch(to: 2, budget: Self.budget),
            large.tree.logitBranch(to: 0.002, budget: Self.budget)
        )
        for (mine, theirs) in zip(Self.shares(one).joined(), Self.shares(other).joined()) {
            #expect(abs(mine - theirs) < 1e-8)
        }
    }

    @Test("Nothing to choose, equal payoffs, a branch that cannot happen, a budget that ends")
    func edges() {
        let alone = GameTable(strategies: [1, 1], payoffs: [-3, 4]).tree.logitBranch(budget: Self.budget)
        #expect(alone.behaviour.probabilities == [[1], [1]])
        let flat = GameTable(strategies: [2, 3], payoffs: Array(repeating: 3, count: 12)).tree
        #expect(Self.shares(flat.logitBranch(budget: Self.budget))[0] == [0.5, 0.5])
        let unlikely = GameTree(
            players: 1, sets: [.init(player: 0, actions: 2), .init(player: 0, actions: 2)],
            moves: [
                .chance([0, 1]), .decision(0), .end([1]), .end([2]), .decision(1), .end([0]), .end([5]),
            ])
        let branch = unlikely.logitBranch(budget: Self.budget)
        #expect(branch.ending == .settled)
        #expect(Self.shares(branch)[0] == [0.5, 0.5] && Self.shares(branch)[1][1] > 0.999)
        let short = GameTable.random(8).tree.logitBranch(budget: Budget(3))
        #expect(short.ending == .budget && short.budget.used <= 3)
    }
}
