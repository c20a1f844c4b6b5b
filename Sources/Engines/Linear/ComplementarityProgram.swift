import Numbers

/// A linear complementarity problem whose constants are polynomials in a small positive number: find `z >= 0` with
/// `w = factors * z + constants >= 0` and `w[i] * z[i] = 0` throughout.
///
/// The small number is never given a value. A polynomial is positive for all small numbers if its first coefficient
/// other than zero is, so comparing coefficients from the lowest power on decides every step exactly.
struct ComplementarityProgram {
    /// The matrix, row by row.
    let factors: [[Rational]]
    /// For each row the coefficients of the powers 0, 1, 2, …
    let constants: [[Rational]]

    /// Up to this size the exact walk is at least as fast.
    private static let small = 40

    private var size: Int { factors.count }
    private var powers: Int { constants.first?.count ?? 0 }

    /// A solution as polynomials, found by Lemke's method (Lemke 1965) with lexicographic choice; `nil` if the method ends
    /// on a ray or the budget does, in which every pivot counts by its cost.
    func solved(_ budget: inout Budget) -> [[Rational]]? {
        guard size > 0 else { return [] }
        // Where exact numbers grow long, floating point finds the basis sooner.
        if size > Self.small, let proven = proposed(&budget) { return proven }
        var walk = LemkeWalk(self)
        guard walk.begin() else { return walk.solution }
        while !walk.isDone {
            guard budget.spend(walk.tableau.pivotCost), walk.step() else { return nil }
        }
        return walk.solution
    }

    /// The tableau of the walk: columns for `w`, `z`, the covering variable and the constants.
    private struct LemkeWalk {
        var tableau: IntegerTableau
        let size: Int
        let powers: Int
        var basis: [Int]
        var entering: Int
        var isDone = false

        private var cover: Int { 2 * size }
        private var constants: Range<Int> { cover + 1..<cover + 1 + powers }

        init(_ program: ComplementarityProgram) {
            (size, powers) = (program.size, program.powers)
            let size = size
            tableau = IntegerTableau(
                (0..<size).map { row in
                    let whole = IntegerTableau.whole(program.factors[row] + program.constants[row])
                    return (0..<size).map { $0 == row ? .one : .zero } + whole.prefix(size).map { -$0 } + [-1]
                        + whole[size...]
                })
            basis = Array(0..<size)
            entering = 2 * size
        }

        /// Covers what is negative; `false` if nothing is, and then `z = 0` solves the problem.
        mutating func begin() -> Bool {
            let least = (0..<size).reduce(0) { isBefore($1, $0) ? $1 : $0 }
            guard firstSign(least) < 0 else { return false }
            exchange(least)
            return true
        }

        /// The sign of a row's constant.
        private func firstSign(_ row: Int) -> Int {
            constants.lazy.map { tableau.sign(row, $0) }.first { $0 != 0 } ?? 0
        }

        /// Whether a row's constant is lexicographically less than another's, at the start.
        private func isBefore(_ row: Int, _ other: Int) -> Bool {
            for column in constants {
                let difference = tableau[row, column] - tableau[other, column]
                if difference != 0 { return difference < 0 }
            }
            return false
        }

        /// Brings the entering variable in; `false` if nothing stops it.
        mutating func step() -> Bool {
            var leaving: Int?
            for row in 0..<size where tableau.sign(row, entering) > 0 {
                if let best = leaving, !isSooner(row, best) { continue }
                leaving = row
            }
            guard let row = leaving else { return false }
            exchange(row)
            return true
        }

        private mutating func exchange(_ row: Int) {
            tableau.pivot(row, entering)
            let left = basis[row]
            basis[row] = entering
            isDone = left == cover
            entering = left < size ? left + size : left - size
        }

        /// Whether the variable of one row becomes zero before that of another; the covering variable wins ties.
        private func isSooner(_ row: Int, _ other: Int) -> Bool {
            for column in Array(constants) + Array(0..<size) {
                let order = tableau.compareRatios(row, other, column: column, divisor: entering)
                if order != 0 { return order < 0 }
            }
            return false
        }

        /// The polynomials of `z`.
        var solution: [[Rational]] {
            var values = Array(repeating: Array(repeating: Rational.zero, count: powers), count: size)
            for (row, variable) in basis.enumerated() where (size..<2 * size).contains(variable) {
                values[variable - size] = constants.map { tableau[row, $0] }
            }
            return values
        }
    }
}
