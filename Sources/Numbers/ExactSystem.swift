import BigInt

/// A square system of linear equations, solved exactly.
///
/// The solution is first found modulo a prime and then lifted, digit by digit to the base of the prime, until
/// Hadamard's bound on its parts says that there are digits enough to read the fractions off (Dixon 1982). Entries that
/// do not fit a word go by fraction-free elimination instead.
public struct ExactSystem: Sendable {
    /// The factors of each row, then what it is to sum to, once for each system.
    private let rows: [[Rational]]
    private let size: Int

    /// Several systems with the same factors.
    ///
    /// - Parameters:
    ///   - matrix: The factors, row by row.
    ///   - columns: For each system what the rows are to sum to.
    /// - Precondition: As many rows as columns, and one bound per row.
    public init(_ matrix: [[Rational]], columns: [[Rational]]) {
        precondition(
            columns.allSatisfy { $0.count == matrix.count }
                && matrix.allSatisfy { $0.count == matrix.count }, "a square system")
        size = matrix.count
        rows = matrix.indices.map { row in IntegerTableau.whole(matrix[row] + columns.map { $0[row] }) }
    }

    /// - Parameters:
    ///   - matrix: The factors, row by row.
    ///   - bounds: What each row is to sum to.
    /// - Precondition: As many rows as columns, and one bound per row.
    public init(_ matrix: [[Rational]], bounds: [Rational]) {
        self.init(matrix, columns: [bounds])
    }

    /// The only solution; `nil` if there is none or more than one.
    ///
    /// - Complexity: `n^3` operations on words for the start and `n^3 log n` for lifting.
    public func solution() -> [Rational]? { solutions().map { $0.first ?? [] } }

    /// The only solution of each system; `nil` if there is none or more than one.
    ///
    /// - Complexity: `n^3` operations on words for the start and `n^3 log n` for lifting each.
    public func solutions() -> [[Rational]]? {
        guard !rows.isEmpty else { return [] }
        let systems = size..<rows[0].count
        if let words = words() {
            for prime in Self.primes {
                let inverse = PrimeField(prime).inverse(words.map { Array($0[..<size]) })
                guard let inverse else { continue }
                return systems.map { lifted(words, $0, inverse, prime) }
            }
        }
        return eliminated()
    }

    /// Primes just below 2^31. A matrix that can be inverted fails to be so modulo one of them only by bad luck.
    private static let primes = [2_147_483_647, 2_147_483_629, 2_147_483_587]

    /// The entries, if all are small enough for sums of products in 128 bits.
    private func words() -> [[Int]]? {
        var words: [[Int]] = []
        for row in rows {
            let line = row.compactMap(\.exactInt)
            guard line.count == row.count, line.allSatisfy({ $0.magnitude < 1 << 60 }) else { return nil }
            words.append(line)
        }
        return words
    }

    private func lifted(_ rows: [[Int]], _ system: Int, _ inverse: [[Int]], _ prime: Int) -> [Rational] {
        if rows.allSatisfy({ $0[system] == 0 }) { return Array(repeating: .zero, count: size) }
        let bound = Self.hadamard(rows.map { Array($0[..<size]) + [$0[system]] })
        let base = BigInt(prime)
        // Most factors of a sparse matrix are zero.
        let sparse = rows.map { row in (0..<size).filter { row[$0] != 0 } }
        var residues = rows.map { Int128($0[system]) }
        var (sums, power) = (Array(repeating: BigInt(0), count: size), BigInt(1))
        while power <= 2 * bound * bound {
            let rest = residues.map { residue in
                let rest = Int(residue % Int128(prime))
                return rest < 0 ? rest + prime : rest
            }
            let digits = inverse.map { line in
                var sum = 0
                for (factor, place) in zip(line, rest.indices) { sum = (sum + factor * rest[place]) % prime }
                return sum
            }
            for row in 0..<size {
                var value = residues[row]
                for column in sparse[row] { value -= Int128(rows[row][column]) * Int128(digits[column]) }
                residues[row] = value / Int128(prime)
                sums[row] += power * BigInt(digits[row])
            }
            power *= base
        }
        return Self.fractions(sums, modulo: power, bound)
    }

    /// A bound on the determinant and on those of Cramer's rule: the product of the rows' lengths, the bound included.
    private static func hadamard(_ rows: [[Int]]) -> BigInt {
        let squares = rows.map { row in row.reduce(BigInt(0)) { $0 + BigInt($1) * BigInt($1) } }
        return squares.reduce(BigInt(1), *).squareRoot() + 1
    }

    /// The fractions that are congruent to the numbers. Their parts stay within the bound and they share a denominator,
    /// so that after the first few most are whole numbers over what is known.
    private static func fractions(_ numbers: [BigInt], modulo power: BigInt, _ bound: BigInt) -> [Rational] {
        var common = BigInt(1)
        var parts: [(numerator: BigInt, denominator: BigInt)] = []
        for number in numbers {
            var numerator = (number * common).modulus(power)
            if 2 * numerator > power { numerator -= power }
            if numerator.magnitude > bound.magnitude {
                let rest = fraction(numerator.modulus(power), power, bound)
                numerator = rest.numerator
                common *= rest.denominator
            }
            parts.append((numerator, common))
        }
        return parts.map { Rational($0.numerator, $0.denominator) }
    }

    /// The fraction with a numerator within the bound that is congruent to a number: Euclid's algorithm, stopped half way
    /// (Wang 1981).
    private static func fraction(
        _ number: BigInt, _ power: BigInt, _ bound: BigInt
    ) -> (numerator: BigInt, denominator: BigInt) {
        var (before, now) = ((power, BigInt(0)), (number, BigInt(1)))
        while now.0 > bound {
            let (quotient, rest) = before.0.quotientAndRemainder(dividingBy: now.0)
            (before, now) = (now, (rest, before.1 - quotient * now.1))
        }
        return now.1.sign == .minus ? (-now.0, -now.1) : now
    }

    /// By elimination without fractions.
    private func eliminated() -> [[Rational]]? {
        var tableau = IntegerTableau(rows)
        var rowOf = Array(repeating: 0, count: size)
        var free = Set(0..<size)
        for column in 0..<size {
            guard let row = free.sorted().first(where: { tableau.sign($0, column) != 0 }) else { return nil }
            tableau.pivot(row, column)
            rowOf[column] = row
            free.remove(row)
        }
        return (size..<rows[0].count).map { system in rowOf.map { tableau[$0, system] } }
    }
}

/// Arithmetic modulo a prime below 2^31.
private struct PrimeField {
    private let prime: Int

    init(_ prime: Int) { self.prime = prime }

    /// The inverse of a matrix; `nil` if it has none.
    func inverse(_ matrix: [[Int]]) -> [[Int]]? {
        let size = matrix.count
        var work = matrix.enumerated().map { row, line in
            line.map { $0 % prime < 0 ? $0 % prime + prime : $0 % prime }
                + (0..<size).map { $0 == row ? 1 : 0 }
        }
        for column in 0..<size {
            guard let pivot = (column..<size).first(where: { work[$0][column] != 0 }) else { return nil }
            work.swapAt(pivot, column)
            let scale = reciprocal(work[column][column])
            for place in 0..<2 * size { work[column][place] = work[column][place] * scale % prime }
            let line = work[column]
            for row in 0..<size where row != column && work[row][column] != 0 {
                let factor = prime - work[row][column]
                for place in 0..<2 * size {
                    work[row][place] = (work[row][place] + factor * line[place]) % prime
                }
            }
        }
        return work.map { Array($0[size...]) }
    }

    /// By Fermat's little theorem.
    private func reciprocal(_ value: Int) -> Int {
        var (result, power, exponent) = (1, value, prime - 2)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * power % prime }
            power = power * power % prime
            exponent >>= 1
        }
        return result
    }
}
