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

    private let dimension: Int
    private let rows: Int

    private struct Basis {
        var tableau: IntegerTableau
        /// The variable of each row; variables from `dimension` on are slacks.
        var variables: [Int]
        var members: Set<Int> { Set(variables) }
    }

    private let first: Basis

    init(_ matrix: [[Rational]]) {
        (dimension, rows) = (matrix.first?.count ?? 0, matrix.count)
        let (dimension, rows) = (dimension, rows)
        first = Basis(
            tableau: IntegerTableau(
                matrix.enumerated().map { place, row in
                    let whole = IntegerTableau.whole(row + [1])
                    return whole.prefix(dimension) + (0..<rows).map { $0 == place ? .one : .zero } + [
                        whole[dimension]
                    ]
                }),
            variables: (0..<rows).map { dimension + $0 })
    }

    /// Every vertex once, or `nil` for the rest when the budget of bases ended.
    ///
    /// Walks the graph of the bases of a slightly shifted polytope, in which no two bases share a vertex (lexicographic
    /// perturbation); every vertex of the polytope itself has at least one of them.
    func vertices(_ budget: inout Budget) -> (list: [Vertex], isComplete: Bool) {
        var seen: Set<Set<Int>> = [first.members]
        var open = [first]
        var found: [Vertex] = []
        var known: Set<[Rational]> = []
        while let basis = open.popLast() {
            guard budget.spend(basis.tableau.pivotCost) else { return (found, false) }
            let vertex = vertex(basis)
            if known.insert(vertex.point).inserted { found.append(vertex) }
            for column in 0..<dimension + rows where !basis.variables.contains(column) {
                guard let row = leavingRow(basis, column) else { continue }
                var members = basis.members
                members.remove(basis.variables[row])
                members.insert(column)
                guard seen.insert(members).inserted else { continue }
                var next = basis
                next.tableau.pivot(row, column)
                next.variables[row] = column
                open.append(next)
            }
        }
        return (found, true)
    }

    /// The row whose variable becomes zero first when the column's grows; ties go by the slacks' columns.
    private func leavingRow(_ basis: Basis, _ column: Int) -> Int? {
        var leaving: Int?
        for row in 0..<rows where basis.tableau.sign(row, column) > 0 {
            if let best = leaving, !isLess(basis.tableau, row, best, column) { continue }
            leaving = row
        }
        return leaving
    }

    private func isLess(_ tableau: IntegerTableau, _ row: Int, _ other: Int, _ column: Int) -> Bool {
        for place in [dimension + rows] + Array(dimension..<dimension + rows) {
            let order = tableau.compareRatios(row, other, column: place, divisor: column)
            if order != 0 { return order < 0 }
        }
        return false
    }

    private func vertex(_ basis: Basis) -> Vertex {
        var values = Array(repeating: Rational.zero, count: dimension + rows)
        for (row, variable) in basis.variables.enumerated() {
            values[variable] = basis.tableau[row, dimension + rows]
        }
        return Vertex(point: Array(values.prefix(dimension)), isTight: values.map { $0 == 0 })
    }
}
