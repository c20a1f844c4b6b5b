import Numbers

/// The vertices of a polytope of points that are not negative and obey `matrix * point <= 1`.
///
/// With a matrix of positive numbers that is a best-reply polytope of a game, and it is bounded.
struct VertexSearch {
    /// A vertex, and which of its constraints hold with equality: first `point >= 0`, then the rows.
    struct Vertex: Hashable {
        let point: [Rational]
        let isTight: [Bool]
    }

    private let first: BestReplyTableau

    init(_ matrix: [[Rational]]) { first = BestReplyTableau(matrix) }

    /// Every vertex once, or those found when the budget of bases ended.
    ///
    /// Walks the graph of the bases of a slightly shifted polytope, in which no two bases share a vertex (lexicographic
    /// perturbation); every vertex of the polytope itself has at least one of them.
    func vertices(_ budget: inout Budget) -> (list: [Vertex], isComplete: Bool) {
        var seen: Set<Set<Int>> = [Set(first.basis)]
        var open = [first]
        var found: [Vertex] = []
        var known: Set<[Rational]> = []
        while let tableau = open.popLast() {
            guard budget.spend(tableau.pivotCost) else { return (found, false) }
            let vertex = vertex(tableau)
            if known.insert(vertex.point).inserted { found.append(vertex) }
            for variable in 0..<first.dimension + first.rows where !tableau.basis.contains(variable) {
                guard let row = tableau.leavingRow(variable) else { continue }
                var members = Set(tableau.basis)
                members.remove(tableau.basis[row])
                members.insert(variable)
                guard seen.insert(members).inserted else { continue }
                var next = tableau
                next.exchange(row, for: variable)
                open.append(next)
            }
        }
        return (found, true)
    }

    private func vertex(_ tableau: BestReplyTableau) -> Vertex {
        let values = tableau.values
        return Vertex(point: Array(values.prefix(first.dimension)), isTight: values.map { $0 == 0 })
    }
}
