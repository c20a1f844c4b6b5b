import Numbers
import Support
import Testing

@testable import Engines

@Suite("What turns a verdict")
struct StepFlipTests {
    private static let tiny = Rational(1, over: 1_000_000_000)

    /// Values at the threshold or as near to it as is known, before it and behind it, seen from where the number stands.
    private func sides(_ flip: StepFlip) -> (before: Rational, behind: Rational) {
        let near = flip.to.enclosure()
        return flip.rises
            ? (near.low - StepFlipTests.tiny, near.high + StepFlipTests.tiny)
            : (near.high + StepFlipTests.tiny, near.low - StepFlipTests.tiny)
    }

    @Test("A flip turns the verdict there or just beyond, not before, and where none is named no value does")
    func single() throws {
        var (reached, beyond, roots, none) = (0, 0, 0, 0)
        for seed in 1...150 {
            let plan = StepPlan.small(seed: seed, steps: 1 + seed % 5)
            let order = plan.lawfulOrder
            let holds = try plan.verdict(of: order).holds
            func turns(_ number: StepNumber, _ value: Rational) throws -> Bool {
                if case .discount = number, value < 0 || value > 1 { return false }
                return try plan.with(number, value).verdict(of: order).holds != holds
            }
            let flips = try plan.flips(of: order)
            for flip in flips {
                let (before, behind) = sides(flip)
                if let exact = flip.to.exact {
                    #expect(try turns(flip.number, exact) == flip.isReached, "seed \(seed) \(flip)")
                } else {
                    roots += 1
                }
                if case .discount = flip.number, !(0...1).contains(behind) {
                    #expect(flip.isReached)
                } else {
                    // The other side of the range may be as near.
                    let isThin = try plan.with(flip.number, flip.to.enclosure().midpoint).verdict(of: order)
                        .holds
                    #expect(
                        try turns(flip.number, behind) || flip.isReached && isThin != holds, "seed \(seed)")
                }
                #expect(try !turns(flip.number, before), "seed \(seed) \(flip)")
                if flip.isReached { reached += 1 } else { beyond += 1 }
            }
            #expect(zip(flips, flips.dropFirst()).allSatisfy { $0.size.midpoint <= $1.size.midpoint })
            for number in plan.numbers where !flips.contains(where: { $0.number == number }) {
                for value in -6...8 { #expect(try !turns(number, Rational(value, over: 2))) }
                none += 1
            }
        }
        #expect(reached > 100 && beyond > 100 && roots > 10 && none > 100)
    }

    @Test("One order is to hold and another to fail")
    func pairs() throws {
        var (found, still) = (0, 0)
        for seed in 1...200 {
            let plan = StepPlan.small(seed: seed, steps: 3)
            let orders = plan.allOrders()
            guard let one = orders.first, let other = orders.last, one != other else { continue }
            func isSo(_ number: StepNumber, _ value: Rational) throws -> Bool {
                if case .discount = number, value < 0 || value > 1 { return false }
                let changed = try plan.with(number, value)
                return try changed.verdict(of: one).holds && !changed.verdict(of: other).holds
            }
            let flips = try plan.flips(holding: one, failing: other)
            for flip in flips {
                if let exact = flip.to.exact { #expect(try isSo(flip.number, exact) == flip.isReached) }
                if flip.size.high == 0 {
                    still += 1
                    continue
                }
                #expect(try !isSo(flip.number, sides(flip).before))
                #expect(try flip.isReached || isSo(flip.number, sides(flip).behind))
                found += 1
            }
            for number in plan.numbers where !flips.contains(where: { $0.number == number }) {
                for value in -6...8 { #expect(try !isSo(number, Rational(value, over: 2))) }
            }
        }
        #expect(found > 60 && still > 30)
    }

    @Test("The threshold of patience is a root: completion is worth 2 after three steps, stopping 1")
    func roots() throws {
        let plan = try StepPlan(
            start: [1],
            steps: (0..<3).map { step in
                PlanStep(
                    actors: [0], after: step > 0 ? [step - 1] : [], gives: [step == 2 ? 1 : 0], costs: [0])
            })
        let range = try #require(try plan.holdingRange(of: [0, 1, 2], in: .discount(party: 0)))
        let low = try #require(range.low)
        #expect(low.radicand == Rational(1, over: 2) && low.degree == 3)
        #expect(low.enclosure().contains(Rational(exactly: 0.793_700_525_984_1)))
        // With 8 in the end it is one half.
        let richer = try plan.with(.give(step: 2, party: 0), 7)
        #expect(
            try richer.holdingRange(of: [0, 1, 2], in: .discount(party: 0))?.low?.exact
                == Rational(1, over: 2))
    }
}
