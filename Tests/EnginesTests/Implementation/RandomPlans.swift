import Numbers
import Support

@testable import Engines

extension StepPlan {
    /// A small plan with everything that a plan can have, full of ties.
    static func small(seed: Int, steps stepCount: Int? = nil, asked: AskedParties? = nil) -> StepPlan {
        var random = SplitMix64(seed: UInt64(seed) &* 104_729 &+ 11)
        let parties = random.next(in: 1...3)
        let count = stepCount ?? random.next(in: 1...6)
        let reach = random.pick([2, 4, 12])
        func number(_ low: Int, _ high: Int) -> Rational {
            Rational(random.next(in: low...high), over: random.pick([1, 1, 2, 3]))
        }
        // The names are shuffled, so that precedence does not follow the numbers.
        var names = Array(0..<count)
        for place in names.indices.dropLast() { names.swapAt(place, random.next(in: place...count - 1)) }
        let often = random.pick([2, 4, 100])
        var steps = (0..<count).map { _ in PlanStep(actors: [], gives: [], costs: []) }
        for place in 0..<count {
            var step = steps[names[place]]
            step.actors = (0..<parties).filter { _ in random.next(in: 0...1) == 0 }
            step.after = names[..<place].filter { _ in random.next(in: 0...often) == 0 }
            step.gives = (0..<parties).map { _ in number(0, reach) }
            step.costs = (0..<parties).map { _ in number(0, reach / 2) }
            for party in 0..<parties where random.next(in: 0...3) == 0 {
                step.temptations[party] =
                    random.next(in: 0...3) == 0
                    ? .absolute(number(0, reach * count)) : .increment(number(-1, reach))
            }
            steps[names[place]] = step
        }
        let bonuses = (0..<random.next(in: 0...2)).map { _ in
            StepBonus(
                steps: Set((0...random.next(in: 0...2)).map { _ in random.next(in: 0...(count - 1)) }),
                amounts: (0..<parties).map { _ in number(-reach, reach) })
        }
        let discounts = (0..<parties).map { _ in
            random.pick([1, 1, Rational(9, over: 10), Rational(19, over: 20), Rational(1, over: 2), 0])
        }
        let anyone = Set((0..<parties).filter { _ in random.next(in: 0...2) > 0 })
        let rule = asked ?? random.pick([nil, .onlyActors, .actorsAnd(breakers: anyone)])
        do {
            return try StepPlan(
                start: (0..<parties).map { _ in number(-2, reach) }, steps: steps, bonuses: bonuses,
                discounts: discounts, asked: rule)
        } catch { fatalError("\(error)") }
    }

    /// Every order that keeps to the precedence, in lexicographic order, one after the other.
    func allOrders() -> [[Int]] {
        var found: [[Int]] = []
        func extend(_ order: [Int]) {
            if order.count == steps.count { found.append(order) }
            for step in steps.indices
            where !order.contains(step) && steps[step].after.allSatisfy(order.contains) {
                extend(order + [step])
            }
        }
        extend([])
        return found
    }
}
