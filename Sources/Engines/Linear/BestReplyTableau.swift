import Numbers

/// The equations `matrix * point + slacks = 1` of a best-reply polytope, solved for the variables of a basis.
///
/// Variables below `dimension` are the coordinates of the point, those from there on the slacks of the rows. Ties are
/// broken as if the ones were shifted by powers of a small number (lexicographic choice), so that every pivot leads to
/// another vertex of the shifted polytope and no walk returns to where it was.
struct BestReplyTableau {
    let dimension: Int
    let rows: Int
    /// The variable of each row.
    private(set) var basis: [Int]
    private var tableau: IntegerTableau

    /// - Parameter matrix: Positive numbers, one row per strategy of the one who replies.
    init(_ matrix: [[Rational]]) {
        (dimension, rows) = (matrix.first?.count ?? 0, matrix.count)
        let (dimension, rows) = (dimension, rows)
        tableau = IntegerTableau(
            matrix.enumerated().map { place, row in
                let whole = IntegerTableau.whole(row + [1])
                // A slack may be measured in any unit; with the unit of its row its column stays 1.
                return whole.prefix(dimension) + (0..<rows).map { $0 == place ? .one : .zero } + [
                    whole[dimension]
                ]
            })
        basis = (0..<rows).map { dimension + $0 }
    }

    private var bound: Int { dimension + rows }

    /// What the next pivot costs.
    var pivotCost: Int { tableau.pivotCost }

    /// The row whose variable becomes zero first when another variable grows; `nil` if none does.
    func leavingRow(_ entering: Int) -> Int? {
        var leaving: Int?
        for row in 0..<rows where tableau.sign(row, entering) > 0 {
            if let best = leaving, !isSooner(row, best, entering) { continue }
            leaving = row
        }
        return leaving
    }

    private func isSooner(_ row: Int, _ other: Int, _ entering: Int) -> Bool {
        let order = tableau.compareRatios(row, other, column: bound, divisor: entering)
        if order != 0 { return order < 0 }
        for slack in dimension..<bound {
            let order = tableau.compareRatios(row, other, column: slack, divisor: entering)
            if order != 0 { return order < 0 }
        }
        return false
    }

    /// Exchanges the variable of a row for another.
    ///
    /// - Returns: The variable that has left the basis.
    @discardableResult
    mutating func exchange(_ row: Int, for entering: Int) -> Int {
        tableau.pivot(row, entering)
        let left = basis[row]
        basis[row] = entering
        return left
    }

    /// The value of every variable.
    var values: [Rational] {
        var values = Array(repeating: Rational.zero, count: dimension + rows)
        for (row, variable) in basis.enumerated() { values[variable] = tableau[row, bound] }
        return values
    }
}
