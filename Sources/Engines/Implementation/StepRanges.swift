public import Numbers

/// A plan whose numbers are known to lie in ranges.
public struct StepRanges: Sendable {
    public let plan: StepPlan
    /// The numbers that are not known exactly; all others are the plan's.
    public let ranges: [StepNumber: Interval]
    /// What makes stopping and cheating dearer.
    public let guarantee: StepGuarantee?

    /// - Throws: `unknownNumber` if the plan does not have one of them, `wrongDiscount` if a factor may leave 0 to 1,
    ///   or `wrongGuarantee`.
    public init(
        _ plan: StepPlan, ranges: [StepNumber: Interval], under guarantee: StepGuarantee? = nil
    ) throws(StepProblem) {
        try plan.check(guarantee)
        for (number, range) in ranges {
            guard plan[number] != nil else { throw .unknownNumber(number) }
            if case .discount = number, !Interval.unit.contains(range) { throw .wrongDiscount }
        }
        (self.plan, self.ranges, self.guarantee) = (plan, ranges, guarantee)
    }

    /// What a party can gain at a step by one way out, at least and at most.
    public struct GainRange: Hashable, Sendable {
        public let party: Int
        public let way: StepCondition.Way
        public let gain: Interval
    }

    /// Whether an order holds whatever the numbers are, for some of them, or for none.
    public enum Certainty: Sendable {
        case necessary
        /// With a plan inside the ranges for which the order holds.
        case possible(StepPlan)
        case impossible
    }

    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    public func certainty(
        of order: [Int], over stretch: OrderStretch = .whole
    ) throws(StepProblem) -> Certainty {
        if try isNecessary(order, over: stretch) { return .necessary }
        return try example(for: order, over: stretch).map { .possible($0) } ?? .impossible
    }

    /// Whether an order holds for all numbers in the ranges.
    ///
    /// Exact: every gain takes its largest value at ends of the ranges, and the order holds for all numbers if and only if no
    /// gain's largest value is positive.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    public func isNecessary(
        _ order: [Int], over stretch: OrderStretch = .whole
    ) throws(StepProblem) -> Bool {
        try gains(of: order).dropFirst(stretch.first).allSatisfy { $0.allSatisfy { $0.gain.high <= 0 } }
    }

    /// For each step of an order, how much each one who is asked can gain; every end is attained.
    ///
    /// A gain is linear in each number alone; a discount factor multiplies the others, so both its ends are tried.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    public func gains(of order: [Int]) throws(StepProblem) -> [[GainRange]] {
        try plan.check(order)
        return order.indices.map { place in
            let (done, next) = (Set(order[..<place]), order[place])
            return plan.conditions(after: done, next: next, under: guarantee).map { condition in
                let factors = factorRange(condition.party)
                let ends = Set([factors.low, factors.high]).map { factor in
                    let sum = form(condition, done, next, factor: factor)
                    return sum.ranged.reduce(Interval(sum.constant)) { sum, term in
                        sum + term.slope * term.range
                    }
                }
                let gain = ends.dropFirst().reduce(ends[0]) { $0.hull($1) }
                return GainRange(party: condition.party, way: condition.way, gain: gain)
            }
        }
    }

    /// A plan inside the ranges for which an order holds; `nil` if there is none.
    ///
    /// No number stands in the conditions of two parties, so each party has a linear program of its own. Its discount factor
    /// is best at the upper end where completion is worth something, at the lower end where it is not.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    public func example(
        for order: [Int], over stretch: OrderStretch = .whole
    ) throws(StepProblem) -> StepPlan? {
        try plan.check(order)
        var example = plan
        for party in plan.start.indices {
            guard let values = values(of: party, for: order, over: stretch) else { return nil }
            for (number, value) in values { example = try example.with(number, value) }
        }
        return example
    }

    func factorRange(_ party: Int) -> Interval {
        ranges[.discount(party: party)] ?? Interval(plan.discounts[party])
    }

    /// A party's gain as a sum over its numbers that have a range.
    struct Form {
        var constant: Rational
        var ranged: [(number: StepNumber, slope: Rational, range: Interval)]
    }

    /// The gain of a condition as a linear form, for one value of the party's discount factor.
    func form(
        _ condition: StepCondition, _ done: Set<Int>, _ next: Int, factor: Rational
    ) -> Form {
        let party = condition.party
        let weight = power(factor, plan.steps.count - done.count)
        let completed = plan.holding(of: party, after: Set(plan.steps.indices))
        var isAbsolute = false
        if condition.way == .cheat, case .absolute = plan.steps[next].temptations[party] { isAbsolute = true }
        var form = Form(constant: condition.alternative - weight * completed, ranged: [])
        for number in plan.ranged(ranges, of: party) {
            guard let range = ranges[number], let value = plan[number] else { continue }
            let isHeld: Bool
            var sign = Rational.one
            switch number {
            case .start: isHeld = true
            case .give(let step, _): isHeld = done.contains(step)
            case .cost(let step, _): (isHeld, sign) = (done.contains(step), -1)
            case .bonus(let bonus, _): isHeld = plan.bonuses[bonus].steps.isSubset(of: done)
            case .temptation(let step, _):
                if condition.way == .cheat, step == next { form.add(number, 1, range, value) }
                continue
            case .discount: continue
            }
            form.add(number, sign * ((isHeld && !isAbsolute ? 1 : 0) - weight), range, value)
        }
        return form
    }
}

extension StepRanges.Form {
    /// Lets a number leave the value that the constant was computed with.
    mutating func add(
        _ number: StepNumber, _ slope: Rational, _ range: Interval, _ value: Rational
    ) {
        constant -= slope * value
        ranged.append((number, slope, range))
    }
}

extension StepPlan {
    /// The numbers of a party that have a range, in the order of the plan.
    func ranged(_ ranges: [StepNumber: Interval], of party: Int) -> [StepNumber] {
        var all = [StepNumber.start(party: party)]
        for step in steps.indices {
            all += [.give(step: step, party: party), .cost(step: step, party: party)]
            all.append(.temptation(step: step, party: party))
        }
        all += bonuses.indices.map { .bonus($0, party: party) }
        return all.filter { ranges[$0] != nil }
    }
}
