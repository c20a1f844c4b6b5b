import Numbers

/// The paths through the pairs of vertices of the two best-reply polytopes that lack at most one label.
///
/// The first player's strategies have the labels from 0, the second's those behind. A pair has the label of a strategy
/// if that is unused or a best reply.
struct ComplementaryPaths {
    private let table: GameTable
    private let matrices: [[[Rational]]]

    /// - Precondition: The table has two players.
    init(_ table: GameTable) { (self.table, matrices) = (table, table.bestReplyMatrices) }

    /// In which polytope a strategy's share is a coordinate: 0 for the first player's.
    private func polytope(of label: Int) -> Int { label < table.strategies[0] ? 0 : 1 }

    /// The label of a variable of a polytope, and the variable of a label. The first polytope counts as the labels do; the
    /// second begins with the second player's.
    private func label(_ variable: Int, in polytope: Int) -> Int {
        guard polytope == 1 else { return variable }
        let (mine, others) = (table.strategies[0], table.strategies[1])
        return variable < others ? mine + variable : variable - others
    }

    private func variable(_ label: Int, in polytope: Int) -> Int {
        guard polytope == 1 else { return label }
        let (mine, others) = (table.strategies[0], table.strategies[1])
        return label < mine ? others + label : label - mine
    }

    /// Walks from the pair of origins until the dropped label is back.
    ///
    /// - Parameters:
    ///   - dropped: The label that is missing on the way.
    ///   - enter: Brings a variable into the basis of a polytope and tells which one leaves; `nil` ends the walk.
    /// - Returns: How many pivots it took, or `nil` if the walk was ended.
    private func walk(_ dropped: Int, _ enter: (_ polytope: Int, _ variable: Int) -> Int?) -> Int? {
        var (polytope, entering, pivots) = (polytope(of: dropped), dropped, 0)
        while let left = enter(polytope, variable(entering, in: polytope)) {
            pivots += 1
            entering = label(left, in: polytope)
            if entering == dropped { return pivots }
            polytope = 1 - polytope
        }
        return nil
    }

    /// The end of a path in exact numbers; `nil` if the budget ended first or a tableau would be too large.
    func exact(_ dropped: Int, _ budget: inout Budget) -> (pair: MixedPair, pivots: Int)? {
        let entries = matrices.map { $0.count * ($0.count + $0[0].count) }
        guard entries.allSatisfy({ $0 <= GameTable.tableauLimit }) else { return nil }
        var tableaus = matrices.map(BestReplyTableau.init)
        let pivots = walk(dropped) { polytope, variable in
            guard budget.spend(tableaus[polytope].pivotCost) else { return nil }
            // The polytopes are bounded, so a variable that grows always meets another.
            return tableaus[polytope].leavingRow(variable).map {
                tableaus[polytope].exchange($0, for: variable)
            }
        }
        let points = tableaus.map { Array($0.values.prefix($0.dimension)) }
        return pivots.map { (MixedPair(first: points[0].normalised, second: points[1].normalised), $0) }
    }

    /// The strategies used at the end of a path as floating point sees it; `nil` if it does not get there.
    func proposal(_ dropped: Int, _ budget: inout Budget) -> (supports: [[Int]], pivots: Int)? {
        var tableaus = matrices.map(FloatingTableau.init)
        let pivots = walk(dropped) { polytope, variable in
            guard budget.spend(tableaus[polytope].pivotCost) else { return nil }
            return tableaus[polytope].enter(variable)
        }
        return pivots.map { (tableaus.map(\.support), $0) }
    }
}
