import Numbers
import Support
import Testing

@testable import Engines

@Suite("Orders that can be counted or judged by hand")
struct KnownPlanTests {
    /// Steps that change nothing for one party.
    private static func idle(_ count: Int, after: (Int) -> [Int] = { _ in [] }) throws -> StepPlan {
        try StepPlan(
            start: [0],
            steps: (0..<count).map { PlanStep(actors: [0], after: after($0), gives: [0], costs: [0]) })
    }

    @Test("Numbers of linear extensions")
    func extensions() throws {
        func count(_ plan: StepPlan) throws -> Rational { try #require(try OrderSearch(plan)).feasibleCount }
        #expect(try count(KnownPlanTests.idle(12)) == 479_001_600)
        #expect(try count(KnownPlanTests.idle(9) { $0 == 0 ? [] : [$0 - 1] }) == 1)
        // A fence of ten points: the Euler zigzag number (André 1881; OEIS A000111).
        #expect(
            try count(
                KnownPlanTests.idle(10) { $0.isMultiple(of: 2) ? [] : $0 < 9 ? [$0 - 1, $0 + 1] : [$0 - 1] })
                == 50_521)
        // A grid of two rows and eleven columns: the Catalan number (OEIS A000108), and past a machine word with twenty.
        func grid(_ columns: Int) throws -> StepPlan {
            try KnownPlanTests.idle(2 * columns) { step in
                (step % columns > 0 ? [step - 1] : []) + (step >= columns ? [step - columns] : [])
            }
        }
        #expect(try count(grid(11)) == 58_786)
        #expect(try count(grid(20)) == 6_564_120_420)
        // Twenty-four steps in two free chains and thirty-four in two: binomial coefficients.
        #expect(try count(KnownPlanTests.idle(24) { $0 % 12 == 0 ? [] : [$0 - 1] }) == 2_704_156)
        #expect(try count(KnownPlanTests.idle(34) { $0 % 17 == 0 ? [] : [$0 - 1] }) == 2_333_606_220)
        #expect(try OrderSearch(KnownPlanTests.idle(12), limit: 4_095) == nil)
    }

    /// A cease-fire takes the first party's leverage, a treaty pays for it.
    private func ceasefireAndTreaty(warCost: Rational) throws -> StepPlan {
        let third = Rational(3, over: 10)
        return try StepPlan(
            start: [1, 0],
            steps: [
                PlanStep(actors: [0, 1], gives: [warCost, third], costs: [third, 0]),
                PlanStep(
                    actors: [0, 1], gives: [third, third], costs: [0, Rational(1, over: 10)],
                    temptations: [1: .increment(Rational(1, over: 4))]),
            ])
    }

    @Test("Cease-fire first or treaty first, by hand")
    func twoSteps() throws {
        // War costs the first party 1/10: holdings 1, after the cease-fire 8/10, after the treaty 13/10, at the end 11/10.
        let plan = try ceasefireAndTreaty(warCost: Rational(1, over: 10))
        let ceasefire = try plan.verdict(of: [0, 1])
        #expect(ceasefire.steps[0].conditions.map(\.gain) == [Rational(-1, over: 10), Rational(-1, over: 2)])
        // At the treaty the second holds 3/10, would cheat for 1/4 more, and is offered 1/2.
        #expect(ceasefire.steps[1].violations.map(\.gain) == [Rational(1, over: 20)])
        #expect(ceasefire.steps[1].violations.map(\.party) == [1])
        #expect(!ceasefire.holds && ceasefire.exposure == Rational(1, over: 20))
        let treaty = try plan.verdict(of: [1, 0])
        // With the treaty in hand the first would not stop fighting: 13/10 against 11/10.
        #expect(treaty.steps[1].violations.map(\.party) == [0])
        #expect(treaty.exposure == Rational(1, over: 5))
        #expect(try plan.smallestGuarantee(for: [0, 1])?.uniform == Rational(1, over: 20))
        #expect(
            try plan.smallestGuarantee(for: [0, 1], reach: .cheating)?.perParty == [0, Rational(1, over: 20)])
        #expect(try plan.smallestGuarantee(for: [1, 0], reach: .cheating) == nil)
        #expect(try plan.smallestGuarantee(for: [1, 0])?.perParty == [Rational(1, over: 5), 0])
        // What turns it, on one scale: a cease-fire worth 3/10 to the first, or a treaty worth 1/5 less to it at once.
        let flips = try plan.flips(of: [1, 0])
        #expect(
            flips.first { $0.number == .give(step: 0, party: 0) }?.to.exact == Rational(3, over: 10))
        #expect(flips.allSatisfy { $0.number.party == 0 })
        // Where war is dear, treaty first holds as well as anything.
        #expect(try ceasefireAndTreaty(warCost: Rational(3, over: 10)).verdict(of: [1, 0]).holds)
    }

    @Test("A guarantee does not bring in a party that is better off without the plan")
    func participation() throws {
        let plan = try StepPlan(
            start: [1], steps: [PlanStep(actors: [0], gives: [0], costs: [1])])
        #expect(try plan.smallestGuarantee(for: [0]) == nil)
        let search = try #require(try OrderSearch(plan))
        #expect(try search.smallestGuarantee() == nil)
        #expect(try search.leastExposure().value == 1)
    }

    @Test("What is wrong with a plan is named")
    func problems() {
        func problem(_ make: () throws(StepProblem) -> StepPlan) -> StepProblem? {
            let made = Result { () throws(StepProblem) in try make() }
            if case .failure(let problem) = made { return problem }
            return nil
        }
        func step(_ after: [Int] = [], actors: [Int] = [0], gives: [Rational] = [1]) -> PlanStep {
            PlanStep(actors: actors, after: after, gives: gives, costs: [0])
        }
        typealias Make = () throws(StepProblem) -> StepPlan
        let cases: [(StepProblem, Make)] = [
            (.noParty, { () throws(StepProblem) in try StepPlan(start: [], steps: [step()]) }),
            (.noStep, { () throws(StepProblem) in try StepPlan(start: [0], steps: []) }),
            (.noHolding(party: 0), { () throws(StepProblem) in try StepPlan(start: [nil], steps: [step()]) }),
            (
                .unknownParty(3),
                { () throws(StepProblem) in try StepPlan(start: [0], steps: [step(actors: [3])]) }
            ),
            (.unknownStep(-1), { () throws(StepProblem) in try StepPlan(start: [0], steps: [step([-1])]) }),
            (
                .wrongNumbers(step: 0),
                { () throws(StepProblem) in try StepPlan(start: [0], steps: [step(gives: [])]) }
            ),
            (
                .wrongDiscount,
                { () throws(StepProblem) in try StepPlan(start: [0], steps: [step()], discounts: [2]) }
            ),
            (.cycle([0]), { () throws(StepProblem) in try StepPlan(start: [0], steps: [step([0])]) }),
        ]
        for (expected, make) in cases {
            #expect(problem(make) == expected)
        }
    }

    @Test("A named cycle is one, and every plan with one is refused")
    func cycles() {
        var refused = 0
        for seed in 1...300 {
            var random = SplitMix64(seed: UInt64(seed))
            let count = random.next(in: 1...8)
            let needs = (0..<count).map { _ in
                (0..<random.next(in: 0...2)).map { _ in random.next(in: 0...(count - 1)) }
            }
            do throws(StepProblem) {
                let plan = try StepPlan(
                    start: [0], steps: needs.map { PlanStep(actors: [0], after: $0, gives: [0], costs: [0]) })
                #expect(plan.lawfulOrder.count == count)
                #expect(throws: Never.self) { try plan.verdict(of: plan.lawfulOrder) }
            } catch {
                refused += 1
                guard case .cycle(let cycle) = error else {
                    Issue.record("seed \(seed): \(error)")
                    continue
                }
                for (place, step) in cycle.enumerated() {
                    let before = cycle[(place + cycle.count - 1) % cycle.count]
                    #expect(needs[step].contains(before), "seed \(seed)")
                }
                #expect(Set(cycle).count == cycle.count)
            }
        }
        #expect(refused > 50 && refused < 290)
    }

    @Test("Numbers too large for machine words are refused, discounts of any fineness are not")
    func size() throws {
        let huge = Rational(1 << 61)
        #expect(throws: StepProblem.tooLarge) {
            try OrderSearch(StepPlan(start: [huge], steps: [PlanStep(actors: [0], gives: [0], costs: [0])]))
        }
        let fine = try StepPlan(
            start: [1],
            steps: (0..<6).map { _ in PlanStep(actors: [0], gives: [1], costs: [0]) },
            discounts: [Rational(999_999_999_999, over: 1_000_000_000_000)])
        let search = try #require(try OrderSearch(fine))
        #expect(try search.leastExposure().value == fine.verdict(of: [0, 1, 2, 3, 4, 5]).exposure)
    }
}
