/// A graph that was made from options: which state of the graph stands for which bit patterns.
public struct ExpandedGraph: Hashable, Sendable {
    public let graph: GraphModel
    /// Per state of the graph the patterns that count as it, ascending; the first names it.
    public let patterns: [[Int]]
    /// The state of the graph for a pattern; -1 where nothing can be.
    public let state: [Int]
}

extension OptionConflict {
    /// The same conflict as a graph: every feasible pattern, or every class of patterns that count as one state.
    ///
    /// A class can be reached where one of its members can, and left where one of its members can be left.
    ///
    /// - Parameter classes: Patterns that count as one state; overlapping classes become one.
    /// - Returns: The graph, and which of its states stands for which patterns.
    /// - Precondition: Preferences are constant on a class (``clash(in:)`` finds none).
    /// - Complexity: O(*feasible states* · *moves*) in time and memory.
    public func expanded(coalescing classes: [StateFormula] = []) -> ExpandedGraph {
        let groups = model.classes(classes)
        var stateOf = [Int](repeating: -1, count: model.states)
        for (index, group) in groups.enumerated() { for pattern in group { stateOf[pattern] = index } }
        let moves = (0..<model.decisionMakers).map { i in
            groups.enumerated().map { index, group in
                Set(group.flatMap { model.moves(of: i, from: $0).map { stateOf[$0] } }).subtracting([index])
                    .sorted()
            }
        }
        let preferences = ranks.map { ranks in
            StatePreference(StateRanks(groups.map { ranks[$0[0]] }))
        }
        return ExpandedGraph(
            graph: GraphModel(
                moves: moves, preferences: preferences, states: groups.count,
                isTransitive: model.isTransitive && classes.isEmpty), patterns: groups, state: stateOf)
    }

    /// Two patterns that count as one state although a decision maker prefers one of them.
    public func clash(in classes: [StateFormula]) -> (decisionMaker: Int, first: Int, second: Int)? {
        for group in model.classes(classes) where group.count > 1 {
            for i in ranks.indices {
                if let other = group.first(where: { ranks[i][$0] != ranks[i][group[0]] }) {
                    return (i, group[0], other)
                }
            }
        }
        return nil
    }
}

extension OptionModel {
    /// The feasible patterns in classes that count as one state, by their smallest member.
    public func classes(_ formulas: [StateFormula]) -> [[Int]] {
        var merged: [StateSet] = []
        for formula in formulas {
            var set = formula.states(options: options)
            set.formIntersection(feasible)
            guard !set.isEmpty else { continue }
            for other in merged where other.intersects(set) { set.formUnion(other) }
            merged.removeAll { $0.intersects(set) }
            merged.append(set)
        }
        var rest = feasible
        for set in merged { rest.subtract(set) }
        return (rest.members.map { [$0] } + merged.map(\.members)).sorted { $0[0] < $1[0] }
    }
}
