import Numbers
import Support
import Testing

@testable import Engines

@Suite("All orders at once, against each order by itself")
struct OrderLawTests {
    private static func guarantee(_ plan: StepPlan, _ seed: Int) -> StepGuarantee? {
        guard !seed.isMultiple(of: 3) else { return nil }
        return StepGuarantee(
            costs: plan.start.indices.map { Rational((seed + $0) % 5, over: 1 + seed % 7) },
            reach: seed.isMultiple(of: 2) ? .cheating : .cheatingAndStopping)
    }

    @Test("Counts, lists, least exposure and ties")
    func orders() throws {
        var (some, all, negative, tied) = (0, 0, 0, 0)
        for seed in 1...600 {
            let plan = StepPlan.small(seed: seed, steps: seed % 60 == 0 ? 7 : nil)
            let guarantee = OrderLawTests.guarantee(plan, seed)
            let search = try #require(try OrderSearch(plan))
            let feasible = plan.allOrders()
            #expect(search.feasibleCount == Rational(feasible.count))
            let verdicts = try feasible.map { try plan.verdict(of: $0, under: guarantee) }
            let holding = verdicts.filter(\.holds).map(\.order)
            #expect(
                try search.selfEnforcingCount(under: guarantee) == Rational(holding.count), "seed \(seed)")
            #expect(try search.selfEnforcingOrders(under: guarantee) == holding, "seed \(seed)")
            #expect(try search.selfEnforcingOrders(under: guarantee, limit: 3) == Array(holding.prefix(3)))
            let least = try search.leastExposure(under: guarantee)
            let values = verdicts.map(\.exposure)
            // Nobody asked is no exposure at all.
            let value = values.contains(nil) ? nil : values.compactMap { $0 }.min()
            #expect(least.value == value, "seed \(seed)")
            #expect(least.count == Rational(values.count { $0 == value }), "seed \(seed)")
            #expect(least.order == feasible[try #require(values.firstIndex { $0 == value })])
            some += holding.isEmpty || holding.count == feasible.count ? 0 : 1
            all += holding.count == feasible.count ? 1 : 0
            negative += value.map { $0 < 0 } ?? false ? 1 : 0
            tied += least.count > 1 ? 1 : 0
        }
        #expect(some > 60 && all > 10 && negative > 10 && tied > 60)
    }

    @Test("The smallest guarantee: it suffices, nothing smaller does, and without one none helps")
    func guarantees() throws {
        var (helped, helpless) = (0, 0)
        for seed in 1...300 {
            let plan = StepPlan.small(seed: seed)
            let reach: StepGuarantee.Reach = seed.isMultiple(of: 2) ? .cheating : .cheatingAndStopping
            let bound = seed.isMultiple(of: 3) ? Set([0]) : nil
            let orders = plan.allOrders()
            var smallest: Rational?
            for order in orders.prefix(20) {
                guard let least = try plan.smallestGuarantee(for: order, bound: bound, reach: reach) else {
                    let huge = plan.start.indices.map { bound?.contains($0) ?? true ? Rational(1_000) : 0 }
                    #expect(
                        try !plan.verdict(of: order, under: StepGuarantee(costs: huge, reach: reach)).holds)
                    helpless += 1
                    continue
                }
                smallest = min(smallest ?? least.uniform, least.uniform)
                #expect(least.uniform == least.perParty.max())
                func holds(_ costs: [Rational]) throws -> Bool {
                    try plan.verdict(of: order, under: StepGuarantee(costs: costs, reach: reach)).holds
                }
                #expect(try holds(least.perParty))
                for party in plan.start.indices where least.perParty[party] > 0 {
                    var less = least.perParty
                    less[party] -= Rational(1, over: 1_000_000)
                    #expect(try !holds(less))
                    helped += 1
                }
            }
            guard orders.count <= 20 else { continue }
            let search = try #require(try OrderSearch(plan))
            let overall = try search.smallestGuarantee(bound: bound, reach: reach)
            #expect(overall?.cost == smallest, "seed \(seed)")
            guard let overall else { continue }
            let costs = plan.start.indices.map { bound?.contains($0) ?? true ? overall.cost : 0 }
            #expect(
                try search.selfEnforcingCount(under: StepGuarantee(costs: costs, reach: reach))
                    == overall.count)
            #expect(try plan.smallestGuarantee(for: overall.order, bound: bound, reach: reach) != nil)
        }
        #expect(helped > 300 && helpless > 100)
    }

    @Test("Asking fewer parties lets more orders hold, a larger guarantee too, a larger temptation fewer")
    func monotone() throws {
        for seed in 1...150 {
            let plan = StepPlan.small(seed: seed, asked: .onlyActors)
            let strict = try StepPlan(
                start: plan.start, steps: plan.steps, bonuses: plan.bonuses, discounts: plan.discounts)
            func count(_ plan: StepPlan, _ size: Int = 0) throws -> Rational {
                try #require(try OrderSearch(plan)).selfEnforcingCount(
                    under: StepGuarantee(costs: plan.start.map { _ in Rational(size) }))
            }
            #expect(try count(plan) >= count(strict))
            #expect(try count(strict, 1) >= count(strict))
            var tempted = strict
            for number in strict.numbers {
                guard case .temptation = number, let value = strict[number] else { continue }
                tempted = try tempted.with(number, value + 1)
            }
            #expect(try count(tempted) <= count(strict))
        }
    }
}
