import Numbers
import Support
import Testing

@testable import Engines

@Suite("Exact linear programs")
struct LinearProgramTests {
    @Test("A published example: Dantzig's, with its optimum")
    func example() {
        // max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 (Hillier & Lieberman, the Wyndor Glass problem): 36 at (2, 6).
        var program = LinearProgram(variables: 2)
        program.require([.init(1, 0)], .atMost, 4)
        program.require([.init(2, 1)], .atMost, 12)
        program.require([.init(3, 0), .init(2, 1)], .atMost, 18)
        program.maximise([.init(3, 0), .init(5, 1)])
        #expect(program.solved() == .optimal(point: [2, 6], value: 36))
    }

    @Test("Nothing, something without end, and free variables")
    func edges() {
        var program = LinearProgram(variables: 1, free: [0])
        program.require([.init(1, 0)], .atMost, -3)
        program.maximise([.init(1, 0)])
        #expect(program.solved() == .optimal(point: [-3], value: -3))
        program.maximise([.init(-1, 0)])
        #expect(program.solved() == .unbounded)
        program.require([.init(1, 0)], .atLeast, 0)
        #expect(program.solved() == .infeasible)
    }

    @Test("The optimum is what trying all vertices finds")
    func vertices() {
        for seed in 1...300 {
            var generator = SplitMix64(seed: UInt64(seed))
            func number() -> Rational { Rational(generator.draw(9) - 3, over: 1 + generator.draw(3)) }
            var program = LinearProgram(variables: 2)
            // Lines a x + b y <= c, the axes among them, and a box so that there is an end.
            var lines: [(a: Rational, b: Rational, c: Rational)] = [
                (-1, 0, 0), (0, -1, 0), (1, 0, 9), (0, 1, 9),
            ]
            for _ in 0..<4 { lines.append((number(), number(), number())) }
            for line in lines { program.require([.init(line.a, 0), .init(line.b, 1)], .atMost, line.c) }
            let (p, q) = (number(), number())
            program.maximise([.init(p, 0), .init(q, 1)])
            var best: Rational?
            for (i, one) in lines.enumerated() {
                for other in lines[(i + 1)...] {
                    let determinant = one.a * other.b - other.a * one.b
                    guard determinant != 0 else { continue }
                    let x = (one.c * other.b - other.c * one.b) / determinant
                    let y = (one.a * other.c - other.a * one.c) / determinant
                    guard lines.allSatisfy({ $0.a * x + $0.b * y <= $0.c }) else { continue }
                    best = max(best ?? p * x + q * y, p * x + q * y)
                }
            }
            switch program.solved() {
            case .optimal(let point, let value):
                #expect(value == best, "seed \(seed)")
                #expect(lines.allSatisfy { $0.a * point[0] + $0.b * point[1] <= $0.c }, "seed \(seed)")
            case .infeasible: #expect(best == nil, "seed \(seed)")
            case .unbounded: Issue.record("bounded by a box, seed \(seed)")
            }
        }
    }
}
