public import Numbers

/// A strategy that another one, or a mixture of others, beats whatever the others do.
public struct DominatedStrategy: Hashable, Sendable {
    public let player: Int
    public let strategy: Int
    /// The mixture that beats it, one probability per strategy of the player.
    public let by: [Rational]
    /// In which round of striking out it fell, from 1.
    public let round: Int
}

extension GameTable {
    /// Strikes out strictly dominated strategies, round by round, until none is left.
    ///
    /// Domination by mixtures is decided by a linear program, in tables that ``admitsPrograms`` (Luce & Raiffa 1957; Gale,
    /// Kuhn & Tucker 1951). The result does not depend on the order, and no equilibrium is lost.
    public func undominated() -> (kept: [[Int]], struck: [DominatedStrategy]) {
        var kept = strategies.map { Array(0..<$0) }
        var struck: [DominatedStrategy] = []
        var round = 1
        while true {
            let game = restricted(to: kept)
            var fallen: [DominatedStrategy] = []
            for player in 0..<players where kept[player].count > 1 {
                for place in kept[player].indices {
                    guard let mixture = game.dominator(of: place, player) else { continue }
                    var whole = Array(repeating: Rational.zero, count: strategies[player])
                    for (strategy, share) in zip(kept[player], mixture) { whole[strategy] = share }
                    fallen.append(
                        DominatedStrategy(
                            player: player, strategy: kept[player][place], by: whole, round: round))
                }
            }
            guard !fallen.isEmpty else { return (kept, struck) }
            for one in fallen { kept[one.player].removeAll { $0 == one.strategy } }
            struck += fallen
            round += 1
        }
    }

    /// A mixture that beats a strategy against everything the others can do.
    private func dominator(of strategy: Int, _ player: Int) -> [Rational]? {
        let count = strategies[player]
        if let pure = (0..<count).first(where: { isWorse(strategy, than: $0, player) }) {
            return (0..<count).map { $0 == pure ? .one : .zero }
        }
        guard admitsPrograms else { return nil }
        var program = LinearProgram(variables: count + 1)
        for others in 0..<cells where choices(others)[player] == 0 {
            var choices = choices(others)
            var terms: [LinearProgram.Term] = [.init(-1, count)]
            for mine in 0..<count {
                choices[player] = mine
                terms.append(.init(payoff(cell(choices), player), mine))
            }
            choices[player] = strategy
            program.require(terms, .atLeast, payoff(cell(choices), player))
        }
        program.require((0..<count).map { .init(1, $0) }, .equal, 1)
        program.maximise([.init(1, count)])
        guard case .optimal(let point, let margin) = program.solved(), margin > 0 else { return nil }
        return Array(point.prefix(count))
    }

    /// Whether exact linear programs over mixtures are quick enough to be solved strategy by strategy: up to a thousand
    /// combinations and sixteen strategies each.
    public var admitsPrograms: Bool { cells <= 1_000 && strategies.allSatisfy { $0 <= 16 } }

    private func isWorse(_ strategy: Int, than rival: Int, _ player: Int) -> Bool {
        let step = strategies.prefix(player).reduce(1, *)
        return rival != strategy
            && (0..<cells).allSatisfy { cell in
                guard choices(cell)[player] == strategy else { return true }
                return payoff(cell, player) < payoff(cell + (rival - strategy) * step, player)
            }
    }

    /// A mixture that does no worse than the given one whatever the others do, and sometimes better; `nil` if there is
    /// none.
    ///
    /// In a two-player game an equilibrium of strategies that are not so dominated is trembling-hand perfect, and the
    /// other way round (van Damme 1991, theorem 3.2.2).
    public func weakDominator(of mixture: [Rational], _ player: Int) -> [Rational]? {
        let count = strategies[player]
        let others = (0..<cells).filter { choices($0)[player] == 0 }
        var program = LinearProgram(variables: count + others.count)
        for (place, cell) in others.enumerated() {
            var choices = choices(cell)
            var (terms, worth): ([LinearProgram.Term], Rational) = ([.init(-1, count + place)], .zero)
            for mine in 0..<count {
                choices[player] = mine
                let payoff = payoff(self.cell(choices), player)
                terms.append(.init(payoff, mine))
                worth += mixture[mine] * payoff
            }
            program.require(terms, .equal, worth)
        }
        program.require((0..<count).map { .init(1, $0) }, .equal, 1)
        program.maximise(others.indices.map { .init(1, count + $0) })
        guard case .optimal(let point, let gain) = program.solved(), gain > 0 else { return nil }
        return Array(point.prefix(count))
    }
}
