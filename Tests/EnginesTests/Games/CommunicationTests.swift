import Numbers
import Support
import Testing

@testable import Engines

@Suite("Communication equilibria")
struct CommunicationTests {
    /// Two players with two types and two actions each; shares of the types from 1 to 4, payoffs from 0 to 9.
    private static func game(_ seed: UInt64) -> GameTree {
        var generator = SplitMix64(seed: seed)
        let shares = (0..<4).map { _ in Rational(1 + generator.draw(4)) }
        var moves: [GameTree.Move] = [.chance(shares.map { $0 / shares.reduce(.zero, +) })]
        for first in 0..<2 {
            for second in 0..<2 {
                moves.append(.decision(first))
                for _ in 0..<2 {
                    moves.append(.decision(2 + second))
                    for _ in 0..<2 { moves.append(.end((0..<2).map { _ in Rational(generator.draw(10)) })) }
                }
            }
        }
        return GameTree(
            players: 2,
            sets: (0..<4).map { .init(player: $0 / 2, actions: 2) }, moves: moves)
    }

    /// Linear programs that list every rule of lying and disobeying, solved by another program (HiGHS by SciPy 1.17.1).
    private static let known: [[Double]] = [
        [10.7692307692, 5.4436304436, -3.2307692308, 5.5384615385, -2.8153846154],
        [14.3636363636, 8.2727272727, -4.9090909091, 6.1873024066, -5.4025974026],
        [15.1666666667, 8.0000000000, -4.9638554217, 7.3125000000, -5.5763097950],
        [12.7079533703, 5.9636363636, -5.4098354397, 6.9158335034, -4.8705607128],
        [9.6000000000, 5.4000000000, -5.0400000000, 4.2648648649, -3.9000000000],
        [12.2857142857, 6.8571428571, -6.8571428571, 5.4285714286, -5.4285714286],
        [10.3333333333, 4.6666666667, -4.6666666667, 5.6666666667, -5.6666666667],
        [12.5000000000, 7.7500000000, -7.2500000000, 4.7500000000, -3.5000000000],
    ]

    @Test("Eight games: what mediators bring about is what another program finds")
    func secondOpinion() throws {
        for (seed, values) in Self.known.enumerated() {
            let game = try #require(Self.game(UInt64(seed + 1)).oneStage)
            let goals = CorrelatedGoal.all(players: 2)
            let found = try #require(game.communicationEquilibria(goals))
            for (goal, (one, value)) in zip(goals, zip(found, values)) {
                #expect(abs(Double(goal.worth(one.payoffs)) - value) < 1e-9, "seed \(seed + 1)")
                #expect(game.regrets(of: one.lotteries) == [0, 0], "seed \(seed + 1)")
                for lottery in one.lotteries {
                    #expect(lottery.reduce(.zero, +) == 1 && lottery.allSatisfy { $0 >= 0 })
                }
            }
        }
    }

    @Test("Where nobody knows anything the mediator need not ask: the correlated equilibria")
    func withoutTypes() throws {
        for seed in 1...40 {
            var generator = SplitMix64(seed: UInt64(seed))
            let table = GameTable(
                strategies: [2, 3], payoffs: (0..<12).map { _ in Rational(generator.draw(7) - 3) })
            let goals = CorrelatedGoal.all(players: 2)
            let correlated = try #require(table.correlatedEquilibria(goals))
            let game = try #require(table.tree.oneStage)
            let found = try #require(game.communicationEquilibria(goals))
            for (goal, (one, other)) in zip(goals, zip(found, correlated)) {
                #expect(goal.worth(one.payoffs) == goal.worth(other.payoffs), "seed \(seed)")
            }
        }
    }

    @Test("Asking helps: no correlated equilibrium of the plans does better, and some do worse")
    func asking() throws {
        var better = 0
        for seed in 1...25 {
            let tree = Self.game(UInt64(100 + seed))
            let form = try #require(tree.reducedForm(try tree.sequences(), limit: 1_000))
            let goals = CorrelatedGoal.all(players: 2)
            let plans = try #require(form.table.correlatedEquilibria(goals))
            let game = try #require(tree.oneStage)
            let found = try #require(game.communicationEquilibria(goals))
            for (goal, (one, other)) in zip(goals, zip(found, plans)) {
                #expect(goal.worth(one.payoffs) >= goal.worth(other.payoffs), "seed \(seed)")
                if goal.worth(one.payoffs) > goal.worth(other.payoffs) { better += 1 }
            }
        }
        #expect(better > 20)
    }

    @Test("A lie that pays is seen: the regrets of a lottery that is no equilibrium")
    func lies() throws {
        // Alone with two types: the mediator tells each the action that is bad for it.
        let tree = GameTree(
            players: 1, sets: [.init(player: 0, actions: 2), .init(player: 0, actions: 2)],
            moves: [
                .chance([Rational(1, over: 2), Rational(1, over: 2)]), .decision(0), .end([4]), .end([0]),
                .decision(1), .end([0]), .end([2]),
            ])
        let game = try #require(tree.oneStage)
        #expect(game.regrets(of: [[0, 1], [1, 0]]) == [3])
        #expect(game.regrets(of: [[1, 0], [0, 1]]) == [0])
    }

    @Test("Who sees what another does, moves twice, or is asked only sometimes, has no game of one stage")
    func otherGames() {
        let seen = GameTree(
            players: 2,
            sets: [.init(player: 0, actions: 2)] + (0..<2).map { _ in .init(player: 1, actions: 1) },
            moves: [.decision(0), .decision(1), .end([0, 0]), .decision(2), .end([0, 0])])
        let twice = GameTree(
            players: 1, sets: (0..<2).map { _ in .init(player: 0, actions: 1) },
            moves: [.decision(0), .decision(1), .end([0])])
        let sometimes = GameTree(
            players: 2, sets: (0..<2).map { .init(player: $0, actions: 2) },
            moves: [.decision(0), .end([0, 0]), .decision(1), .end([0, 0]), .end([0, 0])])
        let late = GameTree(
            players: 1, sets: [.init(player: 0, actions: 1)],
            moves: [.decision(0), .chance([1]), .end([0])])
        for tree in [seen, twice, sometimes, late] { #expect(tree.oneStage == nil) }
    }
}
