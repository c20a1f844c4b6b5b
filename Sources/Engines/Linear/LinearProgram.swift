public import Numbers

/// A linear program over exact fractions, solved by the simplex method with Bland's rule.
///
/// Meant for programs of at most some hundred rows, where exactness counts and speed does not yet.
public struct LinearProgram: Sendable {
    public enum Relation: Sendable { case atMost, equal, atLeast }

    /// What a solution is.
    public enum Solution: Hashable, Sendable {
        case infeasible
        case unbounded
        /// The value of every variable at a vertex where the objective is greatest, and that greatest value.
        case optimal(point: [Rational], value: Rational)
    }

    /// A factor of a variable.
    public struct Term: Sendable {
        public var variable: Int
        public var factor: Rational

        public init(_ factor: Rational, _ variable: Int) { (self.variable, self.factor) = (variable, factor) }
    }

    private struct Row {
        var factors: [Rational]
        var relation: Relation
        var bound: Rational
    }

    public let variables: Int
    private let isFree: [Bool]
    private var rows: [Row] = []
    private var objective: [Rational]

    /// A program without conditions.
    ///
    /// - Parameters:
    ///   - variables: How many there are; each is at least zero unless it is free.
    ///   - free: The variables that may be negative.
    public init(variables: Int, free: some Sequence<Int> = []) {
        self.variables = variables
        var isFree = Array(repeating: false, count: variables)
        for variable in free { isFree[variable] = true }
        self.isFree = isFree
        objective = Array(repeating: .zero, count: variables)
    }

    /// Adds a condition; several factors of one variable add up.
    public mutating func require(_ terms: [Term], _ relation: Relation, _ bound: Rational) {
        rows.append(Row(factors: dense(terms), relation: relation, bound: bound))
    }

    /// Sets what is to be made as great as possible.
    public mutating func maximise(_ terms: [Term]) { objective = dense(terms) }

    private func dense(_ terms: [Term]) -> [Rational] {
        var factors = Array(repeating: Rational.zero, count: variables)
        for term in terms { factors[term.variable] += term.factor }
        return factors
    }

    /// A vertex at which the objective is greatest.
    ///
    /// - Complexity: Exponential at worst, as every simplex method; in practice some pivots per row.
    public func solved() -> Solution {
        var simplex = Simplex(standardRows(), objective: IntegerTableau.whole(objective), free: isFree)
        guard simplex.findVertex() else { return .infeasible }
        guard simplex.maximise() else { return .unbounded }
        let point = simplex.point
        let value = zip(objective, point).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
        return .optimal(point: point, value: value)
    }

    /// An optimum with the price of each condition: by how much the greatest value grows with its bound.
    ///
    /// Prices prove that nothing is better; they also solve the dual program (Gale, Kuhn & Tucker 1951). Here the
    /// variable that promises most enters, and Bland's rule is kept for steps that do not climb.
    ///
    /// - Returns: `nil` if the objective has no greatest value.
    /// - Precondition: Every condition is an upper bound that is not negative, and no variable is free.
    func priced() -> (value: Rational, prices: [Rational])? {
        precondition(
            rows.allSatisfy { $0.relation == .atMost && $0.bound >= 0 } && !isFree.contains(true),
            "upper bounds that are not negative")
        let whole = rows.map { IntegerTableau.whole($0.factors + [$0.bound]) }
        // What a row was multiplied by its price is divided by.
        let scales = zip(rows, whole).map { row, whole -> Rational in
            let place = whole.firstIndex { $0 != 0 }
            return place.map { whole[$0] / (row.factors + [row.bound])[$0] } ?? 1
        }
        var simplex = Simplex(whole.map { ($0, .atMost) }, objective: objective, free: isFree)
        guard simplex.maximise(by: .greatestPromise) else { return nil }
        let value = zip(objective, simplex.point).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
        return (value, zip(simplex.prices, scales).map { $0 * $1 })
    }

    /// The conditions in whole numbers, with bounds that are not negative.
    private func standardRows() -> [(factors: [Rational], relation: Relation)] {
        rows.map { row in
            let whole = IntegerTableau.whole(row.factors + [row.bound])
            guard row.bound.signum < 0 else { return (whole, row.relation) }
            let turned: Relation =
                switch row.relation {
                case .atMost: .atLeast
                case .equal: .equal
                case .atLeast: .atMost
                }
            return (whole.map { -$0 }, turned)
        }
    }
}

/// The tableau of a linear program and what is in its basis.
private struct Simplex {
    private var tableau: IntegerTableau
    /// The variable of each row of conditions.
    private var basis: [Int]
    private let free: [Bool]
    /// For each free variable, the column of its negative part.
    private let negatives: [Int: Int]
    private let artificials: Range<Int>
    private let columns: Int
    private let conditions: Int
    /// The row that holds the objective, and the one that holds the sum of artificial variables.
    private var objectiveRow: Int { conditions }
    private var artificialRow: Int { conditions + 1 }
    private var bound: Int { columns }

    init(
        _ rows: [(factors: [Rational], relation: LinearProgram.Relation)], objective: [Rational], free: [Bool]
    ) {
        self.free = free
        let originals = free.count
        var next = originals
        var negatives: [Int: Int] = [:]
        for variable in 0..<originals where free[variable] {
            negatives[variable] = next
            next += 1
        }
        let slacks = rows.map { row -> Int? in
            guard row.relation != .equal else { return nil }
            next += 1
            return next - 1
        }
        let firstArtificial = next
        var basis: [Int] = []
        for (place, row) in rows.enumerated() {
            if row.relation == .atMost {
                basis.append(slacks[place]!)
            } else {
                basis.append(next)
                next += 1
            }
        }
        /// Factors of the variables as factors of all columns.
        func line(_ factors: [Rational]) -> [Rational] {
            var line = Array(repeating: Rational.zero, count: next + 1)
            for variable in 0..<originals {
                line[variable] = factors[variable]
                if let negative = negatives[variable] { line[negative] = -factors[variable] }
            }
            return line
        }
        var matrix: [[Rational]] = []
        var sum = Array(repeating: Rational.zero, count: next + 1)
        for (place, row) in rows.enumerated() {
            var line = line(row.factors)
            line[next] = row.factors[originals]
            if let slack = slacks[place] { line[slack] = row.relation == .atMost ? 1 : -1 }
            if basis[place] >= firstArtificial {
                for column in 0...next { sum[column] -= line[column] }
                line[basis[place]] = 1
            }
            matrix.append(line)
        }
        matrix.append(line(objective.map { -$0 }))
        matrix.append(sum)
        (self.negatives, self.basis) = (negatives, basis)
        (artificials, columns, conditions) = (firstArtificial..<next, next, rows.count)
        tableau = IntegerTableau(matrix)
    }

    /// Goes to a vertex of the conditions; `false` if there is none.
    mutating func findVertex() -> Bool {
        _ = climb(artificialRow)
        guard tableau.sign(artificialRow, bound) == 0 else { return false }
        // What is left of the artificial variables is zero: out of the basis with it, unless the row says nothing.
        for row in 0..<conditions where artificials.contains(basis[row]) {
            if let column = (0..<artificials.lowerBound).first(where: { tableau.sign(row, $0) != 0 }) {
                exchange(row, column)
            }
        }
        return true
    }

    /// Which variable enters the basis.
    enum Rule { case leastIndex, greatestPromise }

    /// Makes the objective as great as possible; `false` if it has no greatest value.
    mutating func maximise(by rule: Rule = .leastIndex) -> Bool { climb(objectiveRow, by: rule) }

    /// Exchanges variables as long as the row's objective grows; `false` if it grows without end.
    private mutating func climb(_ objective: Int, by rule: Rule = .leastIndex) -> Bool {
        let columns = 0..<artificials.lowerBound
        var isClimbing = true
        while true {
            let entering =
                rule == .greatestPromise && isClimbing
                ? tableau.mostNegative(objective, among: columns)
                : columns.first { tableau.sign(objective, $0) < 0 }
            guard let column = entering else { return true }
            var leaving: Int?
            for row in 0..<conditions where tableau.sign(row, column) > 0 {
                guard let best = leaving else {
                    leaving = row
                    continue
                }
                let order = tableau.compareRatios(row, best, column: bound, divisor: column)
                if order < 0 || order == 0 && basis[row] < basis[best] { leaving = row }
            }
            guard let row = leaving else { return false }
            isClimbing = tableau.sign(row, bound) != 0
            exchange(row, column)
        }
    }

    /// What each upper bound is worth, in the order of the conditions.
    var prices: [Rational] {
        (artificials.lowerBound - conditions..<artificials.lowerBound).map { tableau[objectiveRow, $0] }
    }

    private mutating func exchange(_ row: Int, _ column: Int) {
        tableau.pivot(row, column)
        basis[row] = column
    }

    /// The value of every variable.
    var point: [Rational] {
        var values = Array(repeating: Rational.zero, count: columns)
        for row in 0..<conditions { values[basis[row]] = tableau[row, bound] }
        return (0..<free.count).map { variable in
            values[variable] - (negatives[variable].map { values[$0] } ?? .zero)
        }
    }
}
