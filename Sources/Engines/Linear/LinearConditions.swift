import Numbers

/// A sum of unknowns with factors, and a constant.
struct LinearSum {
    private(set) var factors: [Int: Rational] = [:]
    private(set) var constant = Rational.zero

    /// Adds a multiple of an unknown, or of 1.
    mutating func add(_ factor: Rational, _ unknown: Int?) {
        if let unknown { factors[unknown, default: .zero] += factor } else { constant += factor }
    }

    mutating func add(_ other: LinearSum) {
        for (unknown, factor) in other.factors { factors[unknown, default: .zero] += factor }
        constant += other.constant
    }

    func minus(_ other: LinearSum) -> LinearSum {
        var sum = self
        for (unknown, factor) in other.factors { sum.factors[unknown, default: .zero] -= factor }
        sum.constant -= other.constant
        return sum
    }

    /// Whether no unknown counts.
    var isConstant: Bool { factors.values.allSatisfy { $0 == 0 } }
}

/// Linear conditions on unknowns that must all be positive.
struct LinearConditions {
    /// How many there are.
    var unknowns = 0
    private var rows: [(sum: LinearSum, relation: LinearProgram.Relation)] = []

    /// Demands that a sum is zero, at most or at least zero; `false` if that is impossible whatever the unknowns.
    @discardableResult
    mutating func require(_ sum: LinearSum, _ relation: LinearProgram.Relation) -> Bool {
        if sum.isConstant {
            return switch relation {
            case .equal: sum.constant == 0
            case .atMost: sum.constant <= 0
            case .atLeast: sum.constant >= 0
            }
        }
        rows.append((sum, relation))
        return true
    }

    /// The sums that must be zero.
    var equations: [LinearSum] { rows.filter { $0.relation == .equal }.map(\.sum) }

    /// Positive unknowns that meet every condition, the least of them as great as possible up to 1; `nil` if there are
    /// none.
    func interiorPoint() -> [Rational]? {
        guard !rows.isEmpty else { return Array(repeating: .one, count: unknowns) }
        // Each unknown is the least one, which is maximised, plus something that is not negative.
        var program = LinearProgram(variables: unknowns + 1)
        for (sum, relation) in rows {
            var terms = sum.factors.map { LinearProgram.Term($0.value, $0.key) }
            terms.append(.init(sum.factors.values.reduce(.zero, +), unknowns))
            program.require(terms, relation, -sum.constant)
        }
        program.require([.init(1, unknowns)], .atMost, 1)
        program.maximise([.init(1, unknowns)])
        guard case .optimal(let point, let least) = program.solved(), least > 0 else { return nil }
        return point.prefix(unknowns).map { $0 + least }
    }

    /// Whether an unknown has only one value under the conditions.
    func isDetermined(_ unknown: Int) -> Bool {
        var program = LinearProgram(variables: unknowns)
        for (sum, relation) in rows {
            program.require(
                sum.factors.map { LinearProgram.Term($0.value, $0.key) }, relation, -sum.constant)
        }
        program.maximise([.init(1, unknown)])
        guard case .optimal(_, let high) = program.solved() else { return false }
        program.maximise([.init(-1, unknown)])
        guard case .optimal(_, let low) = program.solved() else { return false }
        return high == -low
    }
}
