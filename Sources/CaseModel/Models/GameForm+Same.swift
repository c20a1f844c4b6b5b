import Numbers

/// Whether two forms are one game, however their files spell it.
extension GameForm {
    /// Whether players, moves, information, chances and payoffs are the same.
    ///
    /// Titles, comments, names of nodes, sets and outcomes, the numbers that the file gives them, and the places on the
    /// way at which payoffs are paid make no difference.
    ///
    /// - Parameter other: The form to compare with.
    /// - Returns: `false` also for a tree and a table.
    public func isSameGame(as other: GameForm) -> Bool {
        switch (self, other) {
        case (.tree(let first), .tree(let second)): first.isSameGame(as: second)
        case (.table(let first), .table(let second)): first.isSameGame(as: second)
        default: false
        }
    }
}

extension TableForm {
    /// Whether players, strategies and the payoffs of every combination are the same.
    public func isSameGame(as other: TableForm) -> Bool {
        players == other.players && strategies == other.strategies && payoffs == other.payoffs
    }
}

extension TreeForm {
    /// Whether players, nodes, the partition into sets, actions, probabilities and the sums paid at the ends are the
    /// same.
    public func isSameGame(as other: TreeForm) -> Bool {
        guard players == other.players, nodes.count == other.nodes.count else { return false }
        var (chances, sets) = (Matching(), Matching())
        for (mine, theirs) in zip(nodes, other.nodes) {
            switch (mine.kind, theirs.kind) {
            case (.end, .end): continue
            case (.chance(let first), .chance(let second)):
                guard let isNew = chances.isNew(first, second),
                    !isNew || self.chances[first].isSame(as: other.chances[second])
                else { return false }
            case (.decision(let first), .decision(let second)):
                guard let isNew = sets.isNew(first, second),
                    !isNew || self.sets[first].isSame(as: other.sets[second])
                else { return false }
            default: return false
            }
        }
        return endPayoffs == other.endPayoffs
    }
}

extension TreeForm.Chance {
    fileprivate func isSame(as other: TreeForm.Chance) -> Bool {
        labels == other.labels && probabilities == other.probabilities
    }
}

extension TreeForm.InformationSet {
    fileprivate func isSame(as other: TreeForm.InformationSet) -> Bool {
        player == other.player && actions == other.actions
    }
}

/// Which things of two forms stand for one another: each for exactly one.
private struct Matching {
    private var forward: [Int: Int] = [:]
    private var backward: [Int: Int] = [:]

    /// Whether the pair is met for the first time; `nil` if one of the two stands for another already.
    mutating func isNew(_ first: Int, _ second: Int) -> Bool? {
        switch (forward[first], backward[second]) {
        case (nil, nil):
            (forward[first], backward[second]) = (second, first)
            return true
        case (second?, first?): return false
        default: return nil
        }
    }
}
