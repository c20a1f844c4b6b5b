import Support
import Testing

@testable import Numbers

@Suite struct ExactSystemTests {
    private func isSolved(_ matrix: [[Rational]], _ bounds: [Rational], _ point: [Rational]) -> Bool {
        zip(matrix, bounds).allSatisfy { row, bound in
            zip(row, point).reduce(Rational.zero) { $0 + $1.0 * $1.1 } == bound
        }
    }

    @Test("Random systems, small and large entries, whole and not: the solution solves them")
    func random() throws {
        for seed in 1...150 {
            var generator = SplitMix64(seed: UInt64(seed))
            let size = 1 + seed % 9
            let (range, parts) = ([3, 1_000, 1 << 40, 1 << 61][seed % 4], [1, 1, 30][seed % 3])
            let matrix = (0..<size).map { _ in
                (0..<size).map { _ in
                    Rational(generator.next(in: -range...range - 1), over: generator.next(in: 1...parts))
                }
            }
            let bounds = (0..<size).map { _ in Rational(generator.next(in: -9...9)) }
            if let point = ExactSystem(matrix, bounds: bounds).solution() {
                #expect(isSolved(matrix, bounds, point), "seed \(seed)")
            } else {
                #expect(range == 3, "seed \(seed): only small entries are singular by chance")
            }
        }
    }

    @Test("Nothing to solve, rows that depend on one another, and a determinant that a prime divides")
    func edges() throws {
        #expect(ExactSystem([], bounds: []).solution() == [])
        #expect(ExactSystem([[1, 2], [2, 4]], bounds: [1, 2]).solution() == nil)
        #expect(ExactSystem([[1, 2], [2, 4]], bounds: [1, 3]).solution() == nil)
        #expect(ExactSystem([[2_147_483_647]], bounds: [1]).solution() == [Rational(1, over: 2_147_483_647)])
        let product = [[Rational(2_147_483_647 * 2_147_483_629)]]
        #expect(
            ExactSystem(product, bounds: [5]).solution()
                == [Rational(5, over: 2_147_483_647 * 2_147_483_629)])
    }

    @Test("Twelve rows of the Hilbert matrix, whose inverse is whole")
    func hilbert() throws {
        let matrix = (0..<12).map { row in (0..<12).map { Rational(1, over: row + $0 + 1) } }
        let bounds = (0..<12).map { $0 == 0 ? Rational.one : .zero }
        let point = try #require(ExactSystem(matrix, bounds: bounds).solution())
        #expect(point.allSatisfy(\.isInteger) && point[0] == 144)
        #expect(isSolved(matrix, bounds, point))
    }
}
