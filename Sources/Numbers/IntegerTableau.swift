import BigInt

/// A matrix of fractions held as integers over one common denominator, pivoted without ever forming a fraction.
///
/// Every entry is a minor of the first matrix, so the division in a pivot always comes out even (Edmonds 1967; Bareiss
/// 1968). Entries are 64-bit integers as long as they fit, then 128-bit ones, then of any size; the answers are the
/// same.
public struct IntegerTableau: Sendable {
    public let rows: Int
    public let columns: Int
    private var entries: Entries
    /// The last pivot element: not zero, and negative if that was.
    private var denominator: BigInt = 1
    private var isNegative = false

    private enum Entries: Sendable {
        case words([Int])
        case doubleWords([Int128])
        case big([BigInt])
    }

    /// The matrix.
    ///
    /// - Precondition: All entries are whole numbers, and all rows are of one length.
    public init(_ matrix: [[Rational]]) {
        (rows, columns) = (matrix.count, matrix.first?.count ?? 0)
        precondition(matrix.allSatisfy { $0.count == matrix[0].count }, "rows of one length")
        precondition(matrix.allSatisfy { $0.allSatisfy(\.isInteger) }, "whole numbers")
        if let words = Self.words(matrix) {
            entries = .words(words)
        } else {
            entries = Self.narrow(matrix.flatMap { $0.map(\.parts.numerator) })
        }
    }

    /// The entries, if each fits a word: the usual case, without a detour by way of numbers of any size.
    private static func words(_ matrix: [[Rational]]) -> [Int]? {
        var words: [Int] = []
        words.reserveCapacity(matrix.count * (matrix.first?.count ?? 0))
        for row in matrix {
            for entry in row {
                guard let word = entry.exactInt, word.magnitude < 1 << UInt(ExactDivisor.wordBits) else {
                    return nil
                }
                words.append(word)
            }
        }
        return words
    }

    /// A row of fractions multiplied by the smallest positive number that makes it whole.
    ///
    /// An equation so multiplied has the same solutions.
    public static func whole(_ row: [Rational]) -> [Rational] {
        if row.allSatisfy(\.isInteger) { return row }
        var common: Int128? = 1
        for entry in row {
            guard let least = common, let small = entry.smallDenominator else {
                common = nil
                break
            }
            let divisor = Int128(greatestCommonDivisor(least.magnitude, small.magnitude))
            let (product, overflow) = (least / divisor).multipliedReportingOverflow(by: small)
            common = overflow ? nil : product
        }
        if let common { return row.map { $0 * Rational(SmallRational(reduced: common, 1)) } }
        let parts = row.map(\.parts)
        let scale = parts.reduce(BigInt(1)) { least, part in
            least / least.greatestCommonDivisor(with: part.denominator) * part.denominator
        }
        return parts.map { Rational($0.numerator * (scale / $0.denominator), 1) }
    }

    private static func narrow(_ integers: [BigInt]) -> Entries {
        let bits = integers.reduce(0) { max($0, $1.magnitude.bitWidth) }
        if bits <= ExactDivisor.wordBits { return .words(integers.map { Int(Int128(fitting: $0)!) }) }
        if bits <= WideExactDivisor.bits { return .doubleWords(integers.map { Int128(fitting: $0)! }) }
        return .big(integers)
    }

    /// -1, 0 or 1: the sign of the fraction at this place.
    public func sign(_ row: Int, _ column: Int) -> Int {
        let place = row * columns + column
        let sign =
            switch entries {
            case .words(let list): list[place].signum()
            case .doubleWords(let list): Int(list[place].signum())
            case .big(let list): list[place].isZero ? 0 : list[place].sign == .minus ? -1 : 1
            }
        return isNegative ? -sign : sign
    }

    /// Where a row is least among some columns; `nil` if it is negative in none of them.
    public func mostNegative(_ row: Int, among columns: Range<Int>) -> Int? {
        let base = row * self.columns
        func least<Number: SignedInteger>(_ list: [Number]) -> Int? {
            let place = columns.min {
                isNegative ? list[base + $0] > list[base + $1] : list[base + $0] < list[base + $1]
            }
            return place.flatMap { sign(row, $0) < 0 ? $0 : nil }
        }
        return switch entries {
        case .words(let list): least(list)
        case .doubleWords(let list): least(list)
        case .big(let list): least(list)
        }
    }

    /// How much a pivot costs, in units of a hundred entries of one word.
    public var pivotCost: Int {
        let width =
            switch entries {
            case .words: 1
            case .doubleWords: 3
            case .big: 10 + 10 * (denominator.magnitude.bitWidth / 64)
            }
        return max(1, rows * columns * width / 100)
    }

    /// The fraction at this place.
    public subscript(row: Int, column: Int) -> Rational { Rational(integer(row, column), denominator) }

    private func integer(_ row: Int, _ column: Int) -> BigInt {
        let place = row * columns + column
        return switch entries {
        case .words(let list): BigInt(list[place])
        case .doubleWords(let list): BigInt(wide: list[place])
        case .big(let list): list[place]
        }
    }

    /// Compares what stands in `column`, divided by what stands in `divisor`, in two rows: -1, 0 or 1.
    ///
    /// - Precondition: Both divisors have the sign of a positive fraction.
    public func compareRatios(_ first: Int, _ second: Int, column: Int, divisor: Int) -> Int {
        let (a, b) = (first * columns, second * columns)
        // Both divisors have the sign of the common denominator, so the products keep their order.
        if case .words(let list) = entries {
            let left = Int128(list[a + column]) &* Int128(list[b + divisor])
            let right = Int128(list[b + column]) &* Int128(list[a + divisor])
            return left < right ? -1 : left == right ? 0 : 1
        }
        let left = integer(first, column) * integer(second, divisor)
        let right = integer(second, column) * integer(first, divisor)
        return left < right ? -1 : left == right ? 0 : 1
    }

    /// Solves the row's equation for the variable of the column and puts it into every other row, so that the column
    /// becomes a unit vector.
    ///
    /// - Precondition: The entry is not zero.
    /// - Complexity: `rows * columns` multiplications and exact divisions.
    public mutating func pivot(_ row: Int, _ column: Int) {
        precondition(sign(row, column) != 0, "a pivot is not zero")
        let next = integer(row, column)
        while true {
            switch entries {
            case .words(let list):
                if let done = pivoted(list, row, column) {
                    entries = .words(done)
                    break
                }
                entries = .doubleWords(list.map { Int128($0) })
                continue
            case .doubleWords(let list):
                if let done = pivoted(list, row, column) {
                    entries = .doubleWords(done)
                    break
                }
                entries = .big(list.map { BigInt(wide: $0) })
                continue
            case .big(let list): entries = .big(pivoted(list, row, column))
            }
            denominator = next
            isNegative = next.sign == .minus
            return
        }
    }
}

extension IntegerTableau {
    /// The entries after a pivot, or `nil` if one does not fit.
    private func pivoted(_ list: [Int], _ row: Int, _ column: Int) -> [Int]? {
        let exact = ExactDivisor(Int(Int128(fitting: denominator)!))
        let (start, pivot) = (row * columns, list[row * columns + column])
        var next = list
        let fits = next.withUnsafeMutableBufferPointer { next in
            for other in 0..<rows where other != row {
                let base = other * columns
                let factor = list[base + column]
                for place in 0..<columns {
                    let value =
                        Int128(pivot) &* Int128(list[base + place]) &- Int128(factor)
                        &* Int128(list[start + place])
                    guard let quotient = exact.quotient(value) else { return false }
                    next[base + place] = quotient
                }
            }
            return true
        }
        return fits ? next : nil
    }

    private func pivoted(_ list: [Int128], _ row: Int, _ column: Int) -> [Int128]? {
        guard let divisor = Int128(fitting: denominator) else { return nil }
        let exact = WideExactDivisor(divisor)
        let (start, pivot) = (row * columns, list[row * columns + column])
        var next = list
        let fits = next.withUnsafeMutableBufferPointer { next in
            for other in 0..<rows where other != row {
                let base = other * columns
                let factor = list[base + column]
                for place in 0..<columns {
                    guard
                        let quotient = exact.quotient(
                            pivot, list[base + place], minus: factor, list[start + place])
                    else { return false }
                    next[base + place] = quotient
                }
            }
            return true
        }
        return fits ? next : nil
    }

    private func pivoted(_ list: [BigInt], _ row: Int, _ column: Int) -> [BigInt] {
        let (start, pivot) = (row * columns, list[row * columns + column])
        var next = list
        for other in 0..<rows where other != row {
            let base = other * columns
            let factor = list[base + column]
            for place in 0..<columns {
                let value = pivot * list[base + place] - factor * list[start + place]
                next[base + place] = value.isZero ? 0 : value / denominator
            }
        }
        return next
    }
}
