import Numbers
import Support
import Testing

@testable import Engines

@Suite("Plans whose numbers lie in ranges")
struct StepRangeTests {
    private struct Trial {
        let plan: StepPlan
        let ranges: StepRanges
        let numbers: [StepNumber]
    }

    private func trial(_ seed: Int) throws -> Trial {
        var random = SplitMix64(seed: UInt64(seed) &* 31 &+ 7)
        let plan = StepPlan.small(seed: seed, steps: 1 + seed % 4)
        let numbers = plan.numbers.filter { _ in random.next(in: 0...2) == 0 }.prefix(6)
        var ranges: [StepNumber: Interval] = [:]
        for number in numbers {
            let value = try #require(plan[number])
            if case .discount = number {
                ranges[number] = Interval(value * Rational(1, over: random.next(in: 1...3)), value)
            } else {
                ranges[number] = Interval(
                    value - Rational(random.next(in: 0...4), over: 2),
                    value + Rational(random.next(in: 0...4), over: 2))
            }
        }
        return Trial(plan: plan, ranges: try StepRanges(plan, ranges: ranges), numbers: Array(numbers))
    }

    /// The plan with each ranged number so many parts of the way through its range.
    private func at(_ trial: Trial, _ part: (Int) -> Rational) throws -> StepPlan {
        var plan = trial.plan
        for (place, number) in trial.numbers.enumerated() {
            let range = try #require(trial.ranges.ranges[number])
            plan = try plan.with(number, range.low + part(place) * range.width)
        }
        return plan
    }

    @Test("Every end of a gain is attained at a corner, and no corner lies beyond")
    func corners() throws {
        var (necessary, undecided) = (0, 0)
        for seed in 1...150 {
            let trial = try trial(seed)
            let order = trial.plan.lawfulOrder
            let gains = try trial.ranges.gains(of: order)
            let verdicts = try (0..<1 << trial.numbers.count).map { corner in
                try at(trial) { Rational(corner >> $0 & 1) }.verdict(of: order)
            }
            for (place, step) in gains.enumerated() {
                for (number, range) in step.enumerated() {
                    let all = verdicts.map { $0.steps[place].conditions[number].gain }
                    #expect(range.gain == Interval.hull(of: all), "seed \(seed)")
                }
            }
            let isNecessary = verdicts.allSatisfy(\.holds)
            #expect(try trial.ranges.isNecessary(order) == isNecessary)
            if isNecessary { necessary += 1 } else { undecided += 1 }
        }
        #expect(necessary > 10 && undecided > 50)
    }

    @Test("An example proves that an order is possible; where there is none, no point of a grid holds")
    func examples() throws {
        var (possible, impossible) = (0, 0)
        for seed in 1...200 {
            let trial = try trial(seed)
            let order = trial.plan.lawfulOrder
            switch try trial.ranges.certainty(of: order) {
            case .necessary:
                #expect(try trial.ranges.example(for: order) != nil)
            case .possible(let example):
                possible += 1
                #expect(try example.verdict(of: order).holds, "seed \(seed)")
                for number in example.numbers {
                    let value = try #require(example[number])
                    let range = trial.ranges.ranges[number] ?? trial.plan[number].map { Interval($0) }
                    #expect(range?.contains(value) == true)
                }
            case .impossible:
                impossible += 1
                var random = SplitMix64(seed: UInt64(seed))
                for _ in 0..<60 {
                    let plan = try at(trial) { _ in Rational(random.next(in: 0...4), over: 4) }
                    #expect(try !plan.verdict(of: order).holds, "seed \(seed)")
                }
            }
        }
        #expect(possible > 20 && impossible > 40)
    }

    @Test("Two conditions on one number, met together inside the range alone, or not at all")
    func together() throws {
        func certainty(_ gives: Rational, _ ranges: [StepNumber: Interval]) throws -> StepRanges.Certainty {
            // Completion is half of start and gives; it must be worth the start, and 5/2 against cheating.
            let plan = try StepPlan(
                start: [0],
                steps: [
                    PlanStep(
                        actors: [0], gives: [gives], costs: [0],
                        temptations: [0: .absolute(Rational(5, over: 2))])
                ], discounts: [Rational(1, over: 2)])
            let study = try StepRanges(plan, ranges: ranges)
            #expect(try study.gains(of: [0]).allSatisfy { $0.allSatisfy { $0.gain.low <= 0 } })
            return try study.certainty(of: [0])
        }
        // Start at most 3, and at least 2.
        let wide = Interval(-10, 100)
        guard case .possible(let plan) = try certainty(3, [.start(party: 0): wide]) else {
            Issue.record("2 to 3 is possible")
            return
        }
        #expect(Interval(2, 3).contains(plan.start[0]))
        // Start at most 2, and at least 3.
        guard case .impossible = try certainty(2, [.start(party: 0): wide]) else {
            Issue.record("nothing is both")
            return
        }
        // Patience helps, too.
        let patient: [StepNumber: Interval] = [.start(party: 0): wide, .discount(party: 0): Interval(0, 1)]
        guard case .possible(let other) = try certainty(2, patient) else {
            Issue.record("with a factor of 1 it holds")
            return
        }
        #expect(other.discounts == [1])
    }

    @Test("Who is to end with a loss is easier to hold the less the end counts")
    func loss() throws {
        // One step costs 3; cheating at it is worth -2 in all, so the loss must count for no more than 2/3.
        let plan = try StepPlan(
            start: [0],
            steps: [PlanStep(actors: [], gives: [0], costs: [3], temptations: [0: .absolute(-2)])],
            asked: .actorsAnd(breakers: []))
        func example(_ factors: Interval) throws -> StepPlan? {
            try StepRanges(plan, ranges: [.discount(party: 0): factors]).example(for: [0])
        }
        #expect(try example(Interval(Rational(1, over: 2), 1))?.discounts == [Rational(1, over: 2)])
        #expect(try example(Interval(Rational(3, over: 4), 1)) == nil)
        let range = try #require(try plan.holdingRange(of: [0], in: .discount(party: 0)))
        #expect(range.high?.exact == Rational(2, over: 3) && range.low?.exact == 0)
    }
}
