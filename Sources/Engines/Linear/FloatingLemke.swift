import Numbers

/// Lemke's walk in floating point; what comes of it is a proposal, for somebody else to prove.
struct FloatingLemke {
    private let size: Int
    private let powers: Int
    private let width: Int
    /// Row by row: the variables outside the basis, then the constants, one for each power of the small number.
    private var entries: [Double]
    /// The same at the beginning, where `w` is inside.
    private let beginning: [Double]
    /// Variables by number: `w` from 0 on, `z` from `size` on, then the covering one.
    private var inside: [Int]
    private var outside: [Int]

    private var cover: Int { 2 * size }

    /// What rounding cannot tell from zero, and after how many pivots the table is computed anew.
    private static let (margin, period) = (1e-8, 60)

    init(factors: [[Rational]], constants: [[Rational]]) {
        (size, powers) = (factors.count, constants.first?.count ?? 0)
        width = size + 1 + powers
        beginning = zip(factors, constants).flatMap { line, bounds in
            line.map { -Double($0) } + [-1] + bounds.map { Double($0) }
        }
        entries = beginning
        (inside, outside) = (Array(0..<size), Array(size...2 * size))
    }

    /// The unknowns `z` in the basis at the end; `nil` if the walk ends on a ray, goes round, or costs too much.
    mutating func basis(_ budget: inout Budget) -> [Int]? {
        let least = (0..<size).reduce(0) { isBefore($1, $0) ? $1 : $0 }
        guard isNegative(least) else { return [] }
        var (row, column) = (least, size)
        for round in 1...50 * size {
            guard budget.spend(max(1, size * width / 1_000)) else { return nil }
            pivot(row, column)
            let (left, entered) = (inside[row], outside[column])
            (inside[row], outside[column]) = (entered, left)
            if left == cover {
                return inside.filter { (size..<cover).contains($0) }.map { $0 - size }.sorted()
            }
            if round.isMultiple(of: Self.period), !refresh() { return nil }
            let next = left < size ? left + size : left - size
            guard let place = outside.firstIndex(of: next), let leaving = leavingRow(place) else {
                return nil
            }
            (row, column) = (leaving, place)
        }
        return nil
    }

    private func constant(_ row: Int, _ power: Int) -> Double { entries[row * width + size + 1 + power] }

    private func isNegative(_ row: Int) -> Bool {
        (0..<powers).lazy.map { constant(row, $0) }.first { $0 != 0 }.map { $0 < 0 } ?? false
    }

    private func isBefore(_ row: Int, _ other: Int) -> Bool {
        for power in 0..<powers where constant(row, power) != constant(other, power) {
            return constant(row, power) < constant(other, power)
        }
        return false
    }

    /// The row whose variable becomes zero first, power by power; what rounding cannot tell apart is decided by the
    /// larger divisor, and the covering variable wins.
    private func leavingRow(_ column: Int) -> Int? {
        var rows = (0..<size).filter { entries[$0 * width + column] > Self.margin }
        for power in 0..<powers where rows.count > 1 {
            let ratios = rows.map { constant($0, power) / entries[$0 * width + column] }
            let least = ratios.min()!
            let limit = least + Self.margin * max(1, abs(least))
            rows = zip(rows, ratios).filter { $0.1 <= limit }.map(\.0)
        }
        if let last = rows.first(where: { inside[$0] == cover }) { return last }
        return rows.max { entries[$0 * width + column] < entries[$1 * width + column] }
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let (width, start, size) = (width, row * width, size)
        entries.withUnsafeMutableBufferPointer { entries in
            let reciprocal = 1 / entries[start + column]
            for place in 0..<width { entries[start + place] *= reciprocal }
            entries[start + column] = reciprocal
            for other in 0..<size where other != row {
                let base = other * width
                let factor = entries[base + column]
                guard factor != 0 else { continue }
                entries[base + column] = 0
                for place in 0..<width { entries[base + place] -= factor * entries[start + place] }
            }
        }
    }

    /// Computes the table anew from the beginning, before errors of rounding grow; `false` if the basis is none.
    private mutating func refresh() -> Bool {
        var table = FloatingElimination(rows: size, columns: size + width)
        for row in 0..<size {
            for (place, variable) in (inside + outside).enumerated() {
                table[row, place] = self.factor(of: variable, row)
            }
            for power in 0..<powers {
                table[row, 2 * size + 1 + power] = beginning[row * width + size + 1 + power]
            }
        }
        guard table.eliminate(size) else { return false }
        for row in 0..<size {
            for column in 0..<width { entries[row * width + column] = table[row, size + column] }
        }
        return true
    }

    /// What stood before a variable at the beginning.
    private func factor(of variable: Int, _ row: Int) -> Double {
        if variable < size { return variable == row ? 1 : 0 }
        return variable == cover ? -1 : beginning[row * width + variable - size]
    }
}

/// Gauss and Jordan's elimination with the largest pivot of each column.
private struct FloatingElimination {
    private let rows: Int
    private let columns: Int
    private var entries: [Double]

    init(rows: Int, columns: Int) {
        (self.rows, self.columns) = (rows, columns)
        entries = Array(repeating: 0, count: rows * columns)
    }

    subscript(row: Int, column: Int) -> Double {
        get { entries[row * columns + column] }
        set { entries[row * columns + column] = newValue }
    }

    /// Turns the first columns into those of the unit matrix; `false` if they are not independent.
    mutating func eliminate(_ count: Int) -> Bool {
        let (rows, columns) = (rows, columns)
        return entries.withUnsafeMutableBufferPointer { entries in
            for place in 0..<count {
                let best = (place..<rows).max {
                    abs(entries[$0 * columns + place]) < abs(entries[$1 * columns + place])
                }!
                guard abs(entries[best * columns + place]) > 1e-13 else { return false }
                if best != place {
                    for column in place..<columns {
                        entries.swapAt(best * columns + column, place * columns + column)
                    }
                }
                let reciprocal = 1 / entries[place * columns + place]
                for column in place..<columns { entries[place * columns + column] *= reciprocal }
                for row in 0..<rows where row != place {
                    let factor = entries[row * columns + place]
                    guard factor != 0 else { continue }
                    for column in place..<columns {
                        entries[row * columns + column] -= factor * entries[place * columns + column]
                    }
                }
            }
            return true
        }
    }
}
