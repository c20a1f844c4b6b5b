import Testing

@testable import Numbers

@Suite("Pivoting without fractions")
struct IntegerTableauTests {
    /// The same by fractions.
    private func pivoted(_ matrix: [[Rational]], _ row: Int, _ column: Int) -> [[Rational]] {
        let divided = matrix[row].map { $0 / matrix[row][column] }
        return matrix.enumerated().map { place, line in
            place == row ? divided : zip(line, divided).map { $0 - line[column] * $1 }
        }
    }

    @Test("All three widths agree with fractions", arguments: [3, 1_000, 1_000_000_000_000, 1 << 55])
    func widths(bound: Int) {
        var state: UInt64 = 7
        func draw() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 20) % (2 * bound) - bound
        }
        for _ in 0..<20 {
            var matrix = (0..<5).map { _ in (0..<8).map { _ in Rational(draw()) } }
            var tableau = IntegerTableau(matrix)
            for row in 0..<5 {
                guard let column = (0..<8).first(where: { matrix[row][$0] != 0 && $0 >= row }) else {
                    continue
                }
                tableau.pivot(row, column)
                matrix = pivoted(matrix, row, column)
                // Rows pivoted on are held as they are; their own entry gives the scale.
                for (line, numbers) in matrix.enumerated() {
                    for (place, number) in numbers.enumerated() {
                        #expect(tableau.sign(line, place) == number.signum)
                        #expect(line > row || tableau[line, place] == number)
                    }
                }
            }
        }
    }

    @Test("Exact division, negative and even divisors, and quotients that do not fit")
    func division() {
        for divisor in [1, -1, 2, -8, 3, 96, -(1 << 40), 999_999_937] {
            let exact = ExactDivisor(divisor)
            let wide = WideExactDivisor(Int128(divisor))
            for quotient in [0, 1, -1, 12_345, -(1 << 61), 1 << 61] {
                #expect(exact.quotient(Int128(quotient) * Int128(divisor)) == quotient)
                #expect(wide.quotient(Int128(quotient), Int128(divisor), minus: 0, 5) == Int128(quotient))
                #expect(wide.quotient(0, 5, minus: Int128(quotient), Int128(divisor)) == -Int128(quotient))
            }
            #expect(exact.quotient((Int128(1) << 63) * Int128(divisor)) == nil)
            #expect(wide.quotient(Int128(1) << 126, Int128(divisor) * 4, minus: 0, 0) == nil)
        }
    }

    @Test("A row becomes whole by the smallest factor")
    func whole() {
        let row = [Rational(1, over: 6), Rational(-3, over: 4), 2]
        #expect(IntegerTableau.whole(row) == [2, -9, 24])
    }

    @Test(
        "The simplest fraction of an interval",
        arguments: [
            (Rational(1, over: 3), Rational(1, over: 2), Rational(1, over: 2)),
            (Rational(30, over: 100), Rational(34, over: 100), Rational(1, over: 3)),
            (Rational(-7, over: 3), Rational(-2), Rational(-2)), (Rational(-1), Rational(5), Rational(0)),
            (Rational(314, over: 100), Rational(315, over: 100), Rational(22, over: 7)),
        ])
    func simplest(low: Rational, high: Rational, expected: Rational) {
        #expect(Rational.simplest(from: low, to: high) == expected)
    }
}
