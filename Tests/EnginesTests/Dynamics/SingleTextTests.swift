import Foundation
import Numbers
import Support
import Testing

@testable import Engines

@Suite("A single text")
struct SingleTextTests {
    private func trial(_ seed: Int) throws -> SingleText? {
        let bargain = Bargain.small(seed: seed, parties: 2 + seed % 2)
        guard let start = bargain.all(in: .allowed).first?.package else { return nil }
        let alone = bargain.space.alternatives.indices.map { [$0] }
        return try SingleText(bargain, start: start, moves: seed.isMultiple(of: 2) ? alone : nil)
    }

    @Test("Nobody loses on the way, and in the end no single move helps")
    func improved() throws {
        var (moved, left, blocked) = (0, 0, 0)
        for seed in 1...300 {
            guard let mediation = try trial(seed) else { continue }
            let bargain = mediation.bargain
            let run = mediation.improved()
            var utilities = bargain.utilities(of: run.start)
            for change in run.path {
                let next = bargain.utilities(of: change.text)
                #expect(zip(next, utilities).map { $0 - $1 } == change.gains)
                #expect(change.gains.allSatisfy { $0 >= 0 } && change.gains.contains { $0 > 0 })
                #expect(bargain.contains(change.text, in: .allowed))
                utilities = next
            }
            // No neighbour by any move is agreed to by all and better for one.
            for (package, others) in bargain.all(in: .allowed) {
                let changed = package.indices.filter { package[$0] != run.text[$0] }
                guard mediation.moves.contains(where: { Set($0).isSuperset(of: changed) }) else { continue }
                #expect(
                    !(zip(others, utilities).allSatisfy { $0 >= $1 } && others != utilities), "seed \(seed)")
            }
            let rest = try #require(try mediation.leftOnTable(run.text))
            let isEfficient = bargain.definedFrontier(of: .allowed).contains { $0.utilities == utilities }
            #expect((rest == 0) == isEfficient, "seed \(seed)")
            moved += run.path.isEmpty ? 0 : 1
            left += rest > 0 ? 1 : 0
            blocked += run.blocked.reduce(0, +) > 0 ? 1 : 0
            #expect(zip(run.blocked, run.blockedAlone).allSatisfy { $0 >= $1 })
        }
        #expect(moved > 50 && left > 5 && blocked > 100)
    }

    @Test("Overrides stay in their budget, the seed decides, and without heat nobody is overridden")
    func annealed() throws {
        var (overridden, differ) = (0, 0)
        for seed in 1...80 {
            guard let mediation = try trial(seed) else { continue }
            func run(_ heat: Rational, _ overrides: Int, _ seed: Int) throws -> TextRun {
                try mediation.annealed(
                    Annealing(proposals: 120, temperature: heat, overrides: overrides, seed: UInt64(seed)))
            }
            let hot = try run(Rational(1, over: 2), 5, seed)
            #expect(try run(Rational(1, over: 2), 5, seed) == hot)
            #expect(hot.overrides <= 5)
            #expect(hot.path.allSatisfy { ($0.outcome == .overridden) == !$0.against.isEmpty })
            #expect(try run(0, 5, seed).overrides == 0)
            #expect(try run(1, 0, seed).overrides == 0)
            overridden += hot.overrides
            differ += try run(Rational(1, over: 2), 5, seed + 1).path == hot.path ? 0 : 1
        }
        #expect(overridden > 100 && differ > 30)
        let mediation = try #require(try trial(1))
        #expect(throws: TextProblem.wrongNumbers) {
            try mediation.annealed(Annealing(proposals: -1, temperature: 0, overrides: 0, seed: 0))
        }
    }

    @Test("A change against votes is taken as often as its chance says")
    func frequency() throws {
        // One issue with two alternatives, the second worse by everything: Δ = 1, one override each.
        let bargain = try Bargain(space: PackageSpace([2]), contributions: [[[1, 0]]])
        let mediation = try SingleText(bargain, start: [0])
        func taken(_ proposals: Int) throws -> Double {
            let hits = try (0..<20_000).count { seed in
                try mediation.annealed(
                    Annealing(proposals: proposals, temperature: 1, overrides: 1, seed: UInt64(seed))
                ).overrides == 1
            }
            return Double(hits)
        }
        // Half of the draws propose the change: 20 000 · exp(-1) / 2, within four standard deviations.
        #expect(abs(try taken(1) - 3_678.8) < 220)
        // The second of two proposals meets half the heat: exp(-2) / 2 of those that the first did not take.
        #expect(abs(try taken(2) - 4_783.1) < 245)
    }

    @Test("The steady exponential against the platform's")
    func exponential() {
        #expect(steadyExponential(0) == 1)
        for step in 0..<70_000 {
            let x = -Double(step) / 100
            let (mine, theirs) = (steadyExponential(x), exp(x))
            #expect(abs(mine - theirs) <= theirs * 1e-14)
        }
        #expect(steadyExponential(-800) == 0)
    }
}
