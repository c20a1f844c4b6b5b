import CaseFiles
import CaseModel
import Engines
import Findings
import Foundation
import Numbers

extension Benchmarks {
    /// Games by the generators of the published comparison, and the draws of the case's guarantee.
    static func games(_ folder: String) throws {
        let ten = randomTable(10)
        row(
            "random 10 × 10, all equilibria exact", target: "under 1 s",
            times(5) { blackHole(ten.extremeEquilibria(budget: Budget(2_000_000))) })
        let hundred = randomTable(100)
        row(
            "random 100 × 100, first equilibrium exact", target: "under 10 s",
            times(5) { blackHole(hundred.lemkeHowson(from: [0], budget: Budget(100_000_000))) })
        for (rounds, constantSum, target) in [
            (4, false, "under 0.1 s"), (4, true, ""), (6, false, "under 2 s"), (6, true, ""),
        ] {
            let tree = randomTree(rounds: rounds, constantSum: constantSum)
            let sequences = try tree.sequences()
            row(
                "RT(3,2,\(rounds),1), \(constantSum ? "zero" : "general") sum, one equilibrium exact and proven",
                target: target,
                try times(5) {
                    var budget = Budget(100_000_000)
                    guard let found = tree.quasiPerfectEquilibrium(sequences, budget: &budget),
                        tree.isQuasiPerfect(found, sequences)
                    else { throw Failed() }
                })
        }
        let leduc = GameTree.leduc
        let sequences = try leduc.sequences()
        row(
            "Leduc poker, value to 1e-8 with proven bounds", target: "under 0.5 s",
            try times(5) {
                var budget = Budget(100_000_000)
                guard let found = leduc.saddlePoint(sequences, budget: &budget),
                    found.value.width < Rational(1, over: 100_000_000)
                else { throw Failed() }
            })
        try draws(folder)
    }

    /// Draws of the case's guarantee game, three alternatives each, with all questions of its file.
    private static func draws(_ folder: String) throws {
        let theCase = try readCase(in: folder).case
        let view = View(theCase, from: Viewpoint(perspective: "s001"))
        func runs(_ draws: Int) throws -> Double {
            var choices = GuaranteeFinding.Choices()
            choices.draws = draws
            let runs = try times(5) { blackHole(try GuaranteeFinding(of: view, choices)) }
            return runs.sorted()[2]
        }
        let (without, with) = (try runs(0), try runs(2_000))
        print("games of the guarantee solved per second: \(Int(6_000 / (with - without))), target 10 000")
    }

    /// The generator's table: payoffs below 1000, both players' side by side.
    private static func randomTable(_ size: Int) -> GameTable {
        var random = SplitMix64(state: UInt64(size))
        var payoffs = Array(repeating: Rational.zero, count: size * size * 2)
        for line in 0..<size {
            for column in 0..<size {
                for player in 0..<2 {
                    payoffs[(line + size * column) * 2 + player] = Rational(Int(random.next() % 1_000))
                }
            }
        }
        return GameTable(strategies: [size, size], payoffs: payoffs)
    }

    /// The generator's tree RT(3,2,T,1): nine deals, then T public moves with two actions each.
    private static func randomTree(rounds: Int, constantSum: Bool) -> GameTree {
        var random = SplitMix64(state: 1)
        var numbers: [String: Int] = [:]
        var sets: [GameTree.InformationSet] = []
        var moves: [GameTree.Move] = [.chance(Array(repeating: Rational(1, over: 9), count: 9))]
        func add(_ cards: (Int, Int), _ history: String) {
            guard history.count < rounds else {
                let payoff = Int(random.next() % 201) - 100
                let other = constantSum ? -payoff : Int(random.next() % 201) - 100
                moves.append(.end([Rational(payoff), Rational(other)]))
                return
            }
            let player = history.count % 2
            let name = "\(player) \(player == 0 ? cards.0 : cards.1) \(history)"
            if numbers[name] == nil {
                numbers[name] = sets.count
                sets.append(.init(player: player, actions: 2))
            }
            moves.append(.decision(numbers[name]!))
            for action in 0..<2 { add(cards, history + "\(action)") }
        }
        for first in 0..<3 { for second in 0..<3 { add((first, second), "") } }
        return GameTree(players: 2, sets: sets, moves: moves)
    }
}
