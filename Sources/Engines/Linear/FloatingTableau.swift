import Numbers

/// The equations of a best-reply polytope in floating point, with the columns of the basis left out.
///
/// What comes of it is only ever a proposal, for somebody else to prove.
struct FloatingTableau {
    private let dimension: Int
    private let columns: Int
    /// Row by row, the bound of each last.
    private var entries: [Double]
    private var basis: [Int]
    private var outside: [Int]

    /// - Parameter matrix: Positive numbers, one row per strategy of the one who replies.
    init(_ matrix: [[Rational]]) {
        dimension = matrix.first?.count ?? 0
        let greatest = Double(matrix.joined().max() ?? 1)
        columns = dimension + 1
        entries = matrix.flatMap { $0.map { Double($0) / greatest } + [1] }
        let dimension = dimension
        (basis, outside) = (matrix.indices.map { dimension + $0 }, Array(0..<dimension))
    }

    /// What a pivot costs, in units of a hundred entries.
    var pivotCost: Int { max(1, entries.count / 100) }

    /// The coordinates in the basis: those that are not zero, if nothing ties.
    var support: [Int] { basis.filter { $0 < dimension }.sorted() }

    /// Brings a variable into the basis.
    ///
    /// - Returns: The variable that leaves it; `nil` if rounding leaves none to choose.
    mutating func enter(_ variable: Int) -> Int? {
        guard let column = outside.firstIndex(of: variable), let row = leavingRow(column) else { return nil }
        pivot(row, column)
        let left = basis[row]
        (basis[row], outside[column]) = (variable, left)
        return left
    }

    /// The row of the least ratio; of those that rounding does not tell apart the one with the largest divisor.
    private func leavingRow(_ column: Int) -> Int? {
        var best: (row: Int, ratio: Double, divisor: Double)?
        for row in basis.indices {
            let divisor = entries[row * columns + column]
            guard divisor > 1e-10 else { continue }
            let ratio = max(0, entries[row * columns + dimension]) / divisor
            if let known = best {
                let margin = 1e-12 * max(known.ratio, 1)
                guard ratio < known.ratio - margin || ratio < known.ratio + margin && divisor > known.divisor
                else { continue }
            }
            best = (row, ratio, divisor)
        }
        return best?.row
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let (columns, start, rows) = (columns, row * columns, basis.count)
        entries.withUnsafeMutableBufferPointer { entries in
            let reciprocal = 1 / entries[start + column]
            for place in 0..<columns { entries[start + place] *= reciprocal }
            entries[start + column] = reciprocal
            for other in 0..<rows where other != row {
                let base = other * columns
                let factor = entries[base + column]
                guard factor != 0 else { continue }
                entries[base + column] = 0
                for place in 0..<columns { entries[base + place] -= factor * entries[start + place] }
            }
        }
    }
}
