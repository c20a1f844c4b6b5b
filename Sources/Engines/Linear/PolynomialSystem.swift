import Numbers

/// As many polynomial equations as unknowns, each polynomial of the first degree in every unknown.
struct PolynomialSystem: Sendable {
    struct Monomial: Sendable {
        let factor: Rational
        /// The unknowns that are multiplied, each once.
        let unknowns: [Int]
    }

    let unknowns: Int
    let equations: [[Monomial]]

    /// A box that provably holds exactly one root.
    struct Root: Sendable {
        let box: [RoundedInterval]
    }

    /// Every root in a box, each in a box of its own.
    ///
    /// Boxes are halved until none can hold more than one root. The test of Krawczyk (1969; Moore 1977) proves that there
    /// is exactly one, the ranges of the equations that there is none; both are evaluated with outward rounding.
    ///
    /// - Returns: `isComplete` is false if the budget ended, or if some boxes became too small to be decided: there the
    ///   roots lie close together or fill a curve.
    func roots(in start: [RoundedInterval], _ budget: inout Budget) -> (roots: [Root], isComplete: Bool) {
        var open = [start]
        var roots: [Root] = []
        var isComplete = true
        while let box = open.popLast() {
            guard budget.spend() else { return (roots, false) }
            switch examined(box) {
            case .empty: break
            case .root(let box):
                // Two halves may both see a root on the wall between them.
                if !roots.contains(where: { isSame($0.box, box) }) { roots.append(Root(box: box)) }
            case .open(let box):
                let widest = box.indices.max { box[$0].width < box[$1].width }!
                guard box[widest].width > 1e-7 else {
                    isComplete = false
                    break
                }
                // Not in the middle, where a root of a symmetric game would lie on the wall.
                let cut = box[widest].low + 0.487 * box[widest].width
                var (left, right) = (box, box)
                left[widest].high = cut
                right[widest].low = cut
                open += [right, left]
            }
        }
        return (roots, isComplete)
    }

    /// Whether a point of fractions solves every equation exactly.
    func isSolved(by point: [Rational]) -> Bool {
        equations.allSatisfy { equation in
            equation.reduce(Rational.zero) { sum, monomial in
                sum + monomial.unknowns.reduce(monomial.factor) { $0 * point[$1] }
            } == 0
        }
    }

    private enum Finding {
        case empty
        case root([RoundedInterval])
        case open([RoundedInterval])
    }

    private func isSame(_ one: [RoundedInterval], _ other: [RoundedInterval]) -> Bool {
        zip(one, other).allSatisfy { $0.meet($1) != nil }
    }

    private func examined(_ start: [RoundedInterval]) -> Finding {
        var box = start
        for _ in 0..<40 {
            for equation in equations where !range(equation, box).contains(0) { return .empty }
            guard let image = krawczyk(box) else { return .open(box) }
            if zip(image, box).allSatisfy({ $0.isInside($1) }) { return .root(sharpened(image)) }
            var next = box
            for place in box.indices {
                guard let common = image[place].meet(box[place]) else { return .empty }
                next[place] = common
            }
            let shrinks = zip(next, box).contains { $0.width < 0.9 * $1.width }
            box = next
            if !shrinks { return .open(box) }
        }
        return .open(box)
    }

    /// A box with a root made as short as the arithmetic allows.
    private func sharpened(_ start: [RoundedInterval]) -> [RoundedInterval] {
        var box = start
        for _ in 0..<20 {
            guard let image = krawczyk(box) else { return box }
            let next = zip(image, box).map { $0.meet($1) ?? $1 }
            if zip(next, box).allSatisfy({ $0.width >= $1.width }) { return box }
            box = next
        }
        return box
    }

    private func range(_ equation: [Monomial], _ box: [RoundedInterval]) -> RoundedInterval {
        equation.reduce(RoundedInterval(0, 0)) { sum, monomial in
            sum + monomial.unknowns.reduce(RoundedInterval(monomial.factor)) { $0 * box[$1] }
        }
    }

    /// The Krawczyk image of a box; `nil` if the middle derivative has no usable inverse.
    private func krawczyk(_ box: [RoundedInterval]) -> [RoundedInterval]? {
        let middle = box.map(\.middle)
        let point = middle.map { RoundedInterval($0, $0) }
        guard let inverse = inverse(jacobian(point).map { $0.map(\.middle) }) else { return nil }
        let values = equations.map { range($0, point) }
        let slopes = jacobian(box)
        let offsets = zip(box, point).map { $0 - $1 }
        return box.indices.map { row in
            var image = point[row]
            for place in values.indices {
                image = image - RoundedInterval(inverse[row][place], inverse[row][place]) * values[place]
            }
            for column in box.indices {
                var entry = RoundedInterval(row == column ? 1 : 0, row == column ? 1 : 0)
                for place in values.indices {
                    entry =
                        entry - RoundedInterval(inverse[row][place], inverse[row][place])
                        * slopes[place][column]
                }
                image = image + entry * offsets[column]
            }
            return image
        }
    }

    private func jacobian(_ box: [RoundedInterval]) -> [[RoundedInterval]] {
        equations.map { equation in
            var row = Array(repeating: RoundedInterval(0, 0), count: unknowns)
            for monomial in equation {
                for unknown in monomial.unknowns {
                    row[unknown] =
                        row[unknown]
                        + monomial.unknowns.reduce(RoundedInterval(monomial.factor)) {
                            $1 == unknown ? $0 : $0 * box[$1]
                        }
                }
            }
            return row
        }
    }

    /// The inverse by elimination with pivots, in floating point: any matrix near it serves.
    private func inverse(_ matrix: [[Double]]) -> [[Double]]? {
        let size = matrix.count
        var work = matrix.enumerated().map { row, line in
            line + (0..<size).map { $0 == row ? 1.0 : 0.0 }
        }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(work[$0][column]) < abs(work[$1][column]) }!
            guard abs(work[pivot][column]) > 1e-12 else { return nil }
            work.swapAt(pivot, column)
            let scale = work[column][column]
            for place in 0..<2 * size { work[column][place] /= scale }
            for row in 0..<size where row != column && work[row][column] != 0 {
                let factor = work[row][column]
                for place in 0..<2 * size { work[row][place] -= factor * work[column][place] }
            }
        }
        return work.map { Array($0[size...]) }
    }
}
