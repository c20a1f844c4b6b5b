import Numbers
import Support

@testable import Engines

extension SplitMix64 {
    /// A whole number below a bound.
    mutating func draw(_ bound: Int) -> Int { next(in: 0...bound - 1) }
}

extension GameTable {
    /// `n` strategies each, payoffs below 1000, row by row, both players' side by side.
    static func random(_ n: Int) -> GameTable {
        var generator = SplitMix64(seed: UInt64(n))
        var payoffs = Array(repeating: Rational.zero, count: n * n * 2)
        for row in 0..<n {
            for column in 0..<n {
                payoffs[(row + n * column) * 2] = Rational(generator.draw(1000))
                payoffs[(row + n * column) * 2 + 1] = Rational(generator.draw(1000))
            }
        }
        return GameTable(strategies: [n, n], payoffs: payoffs)
    }
}

extension GameTree {
    /// `cards * cards` deals, then `rounds` public moves of `actions` each, the first player beginning.
    static func random(cards: Int, actions: Int, rounds: Int, seed: UInt64, zeroSum: Bool) -> GameTree {
        var generator = SplitMix64(seed: seed)
        var numbers: [String: Int] = [:]
        var sets: [InformationSet] = []
        var moves: [Move] = [
            .chance(Array(repeating: Rational(1, over: cards * cards), count: cards * cards))
        ]
        func add(_ first: Int, _ second: Int, _ history: String) {
            guard history.count < rounds else {
                let payoff = generator.draw(201) - 100
                let other = zeroSum ? -payoff : generator.draw(201) - 100
                moves.append(.end([Rational(payoff), Rational(other)]))
                return
            }
            let player = history.count % 2
            let name = "\(player) \(player == 0 ? first : second) \(history)"
            if numbers[name] == nil {
                numbers[name] = sets.count
                sets.append(.init(player: player, actions: actions))
            }
            moves.append(.decision(numbers[name]!))
            for action in 0..<actions { add(first, second, history + "\(action)") }
        }
        for first in 0..<cards { for second in 0..<cards { add(first, second, "") } }
        return GameTree(players: 2, sets: sets, moves: moves)
    }

    /// A small tree of any shape with small whole payoffs, so that ties are common.
    static func small(seed: UInt64, players: Int) -> GameTree {
        var generator = SplitMix64(seed: seed)
        var sets: [InformationSet] = []
        var moves: [Move] = []
        let deals = 1 + generator.draw(2)
        moves.append(.chance(Array(repeating: Rational(1, over: deals), count: deals)))
        // Each player sees the moves or not, and the deal or not; that keeps recall perfect.
        let seesDeal = (0..<players).map { _ in generator.draw(2) == 0 }
        let seesMoves = (0..<players).map { _ in generator.draw(2) == 0 }
        let depth = 2 + generator.draw(2)
        var numbers: [String: Int] = [:]
        func add(_ deal: Int, _ history: [Int]) {
            guard history.count < depth else {
                moves.append(.end((0..<players).map { _ in Rational(generator.draw(5)) }))
                return
            }
            let player = history.count % players
            let own = history.indices.filter { $0 % players == player }.map { history[$0] }
            let known = seesMoves[player] ? history : own
            let name = "\(player) \(history.count) \(seesDeal[player] ? deal : 0) \(known)"
            if numbers[name] == nil {
                numbers[name] = sets.count
                sets.append(.init(player: player, actions: 2))
            }
            moves.append(.decision(numbers[name]!))
            for action in 0..<2 { add(deal, history + [action]) }
        }
        for deal in 0..<deals { add(deal, []) }
        return GameTree(players: players, sets: sets, moves: moves)
    }
}
