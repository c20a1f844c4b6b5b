import Numbers
import Support
import Testing

@testable import Engines

@Suite struct StatePreferenceTests {
    private func randomFormula(_ random: inout SplitMix64, _ options: Int, depth: Int = 3) -> StateFormula {
        let kind = depth == 0 ? 0 : random.next(in: 0...5)
        guard kind > 0 else { return .taken(random.next(in: 0...(options - 1))) }
        let first = randomFormula(&random, options, depth: depth - 1)
        let second = randomFormula(&random, options, depth: depth - 1)
        switch kind {
        case 1: return .not(first)
        case 2: return .all([first, second])
        case 3: return .any([first, second])
        case 4: return .onlyIf(first, second)
        default: return .iff(first, second)
        }
    }

    @Test(
        "Sixty-four states at a time are judged as one by one, in 500 random formulas on up to nine options")
    func words() {
        for seed in 0..<500 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let options = random.next(in: 1...9)
            let formula = randomFormula(&random, options)
            let slow = (0..<1 << options).filter { formula.holds(in: $0) }
            #expect(formula.states(options: options).members == slow, "seed \(seed) \(formula)")
        }
    }

    @Test("Statements order states lexicographically, however many there are: up to 100")
    func prioritisation() {
        for seed in 0..<60 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let model = randomConflict(&random).model
            let count = [0, 1, 5, 30, 31, 32, 62, 63, 64, 100][Int(seed % 10)]
            let statements = (0..<count).map { _ in randomFormula(&random, model.options) }
            let ranks = StateRanks(prioritising: statements, in: model)
            let truths = (0..<model.states).map { state in statements.map { $0.holds(in: state) } }
            var wrong = 0
            for s in model.feasible.members {
                for t in model.feasible.members {
                    // The first statement that tells the two apart decides.
                    let decides = zip(truths[s], truths[t]).first { $0 != $1 }
                    if (ranks[s] > ranks[t]) != (decides?.0 ?? false) { wrong += 1 }
                }
            }
            #expect(wrong == 0, "seed \(seed), \(count) statements")
            #expect((0..<model.states).allSatisfy { (ranks[$0] == 0) != model.feasible.contains($0) })
        }
    }

    @Test("Weights order states by exact sums, and equal sums are ties")
    func weights() {
        for seed in 0..<100 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let model = randomConflict(&random).model
            let weights = (0..<model.options).map { _ in
                Rational(random.next(in: -6...6), over: random.next(in: 1...3))
            }
            let ranks = StateRanks(weighing: weights, in: model)
            let sums = (0..<model.states).map { state in
                weights.indices.reduce(Rational(0)) { state >> $1 & 1 == 1 ? $0 + weights[$1] : $0 }
            }
            let states = model.feasible.members
            let agrees = states.allSatisfy { s in
                states.allSatisfy { (ranks[s] > ranks[$0]) == (sums[s] > sums[$0]) }
            }
            #expect(agrees, "seed \(seed)")
        }
    }
}
