import Engines
import Numbers

extension Benchmarks {
    /// Orders of steps without precedence, which is the worst case, and with some.
    static func steps() throws {
        for (count, target) in [(16, ""), (20, "under 1 s"), (22, "")] {
            let plan = try freePlan(count)
            row(
                "\(count) free steps × 3: self-enforcing orders and least exposure", target: target,
                try times(5) {
                    guard let search = try OrderSearch(plan) else { throw Failed() }
                    blackHole(try search.selfEnforcingCount())
                    blackHole(try search.leastExposure())
                })
        }
        let plan = try freePlan(20)
        row(
            "20 free steps × 3: smallest guarantee of all orders", target: "under 1 s",
            try times(5) {
                guard let search = try OrderSearch(plan) else { throw Failed() }
                blackHole(try search.smallestGuarantee())
            })
        let order = Array(0..<20)
        row(
            "20 steps × 3: what flips one order", target: "",
            try times(5) { blackHole(try plan.flips(of: order)) })
        let ranges = Dictionary(
            uniqueKeysWithValues: plan.numbers.compactMap { number -> (StepNumber, Interval)? in
                guard case .give = number, let value = plan[number] else { return nil }
                return (number, Interval(value - Rational(1, over: 20), value + Rational(1, over: 20)))
            })
        let study = try StepRanges(plan, ranges: ranges)
        row(
            "20 steps × 3, all gives in ranges: certainty of one order", target: "",
            try times(3) { blackHole(try study.certainty(of: order)) })
    }

    /// Steps in any order, with temptations and discounts in hundredths.
    private static func freePlan(_ count: Int) throws -> StepPlan {
        var random = SplitMix64(state: UInt64(count))
        func part(_ bound: Int) -> Rational { Rational(Int(random.next() >> 33) % bound, over: 100) }
        let steps = (0..<count).map { step in
            PlanStep(
                actors: [step % 3], gives: (0..<3).map { _ in part(31) },
                costs: (0..<3).map { _ in part(16) },
                temptations: [step % 3: .increment(part(41))])
        }
        return try StepPlan(
            start: [0, Rational(1, over: 2), 1], steps: steps,
            discounts: (0..<3).map { _ in 1 - part(6) })
    }
}
