import Numbers

extension GameTable {
    /// The same game as a tree in which nobody sees what the others have chosen; set `n` is the choice of player `n`.
    ///
    /// - Complexity: As many ends as cells.
    public var tree: GameTree {
        var moves: [GameTree.Move] = []
        func add(_ choices: [Int]) {
            guard choices.count < players else {
                let cell = cell(choices)
                moves.append(.end((0..<players).map { payoff(cell, $0) }))
                return
            }
            moves.append(.decision(choices.count))
            for choice in 0..<strategies[choices.count] { add(choices + [choice]) }
        }
        add([])
        return GameTree(
            players: players,
            sets: strategies.enumerated().map { .init(player: $0, actions: $1) }, moves: moves)
    }
}
