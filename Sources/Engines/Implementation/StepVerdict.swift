public import Numbers

/// One party's reason to go on or not, before a step.
public struct StepCondition: Hashable, Sendable {
    /// What the party could do instead of going on.
    public enum Way: Hashable, Sendable { case stop, cheat }

    public let party: Int
    public let way: Way
    /// What going on to the end is worth, discounted by the steps left.
    public let continuation: Rational
    /// What stopping or cheating is worth, less what a guarantee takes from it.
    public let alternative: Rational

    /// What the party gains by it; the condition is met if that is not positive.
    public var gain: Rational { alternative - continuation }
    public var holds: Bool { gain <= 0 }
}

/// What is asked before one step of an order.
public struct StepVerdict: Hashable, Sendable {
    /// The steps done so far, in their order.
    public let done: [Int]
    public let next: Int
    /// By party, stopping before cheating.
    public let conditions: [StepCondition]

    /// Who would stop or cheat, and by how much it gains.
    public var violations: [StepCondition] { conditions.filter { !$0.holds } }
    /// The largest gain; `nil` if nobody is asked.
    public var exposure: Rational? { conditions.map(\.gain).max() }
}

/// Before which steps of an order the parties are asked.
public enum OrderStretch: Hashable, Sendable {
    case whole
    /// From the second step on. Who would rather not begin at all, whatever the order, says nothing about the order.
    case onceBegun

    /// How many steps have been done when the parties are first asked.
    var first: Int { self == .whole ? 0 : 1 }
}

/// An order of all steps, judged before each of them.
public struct OrderVerdict: Hashable, Sendable {
    public let order: [Int]
    public let steps: [StepVerdict]

    /// Whether nobody gains by stopping or cheating anywhere: the order is self-enforcing.
    public var holds: Bool { steps.allSatisfy { $0.violations.isEmpty } }
    /// The largest gain of stopping or cheating over going on, which may be negative; `nil` if nobody is ever asked.
    public var exposure: Rational? { steps.compactMap(\.exposure).max() }

    /// Whether nobody gains by stopping or cheating on that stretch.
    public func holds(over stretch: OrderStretch) -> Bool {
        steps.dropFirst(stretch.first).allSatisfy { $0.violations.isEmpty }
    }

    /// The largest gain of stopping or cheating on that stretch; `nil` if nobody is asked.
    public func exposure(over stretch: OrderStretch) -> Rational? {
        steps.dropFirst(stretch.first).compactMap(\.exposure).max()
    }
}

extension StepPlan {
    /// What a party has if the process stops after a set of steps: the definition.
    public func holding(of party: Int, after done: Set<Int>) -> Rational {
        var sum = start[party]
        for step in done.sorted() { sum += steps[step].gives[party] - steps[step].costs[party] }
        for bonus in bonuses where bonus.steps.isSubset(of: done) { sum += bonus.amounts[party] }
        return sum
    }

    /// What completing is worth to a party with so many steps left.
    public func continuation(of party: Int, stepsLeft: Int) -> Rational {
        power(discounts[party], stepsLeft) * holding(of: party, after: Set(steps.indices))
    }

    /// The parties that are asked before a step whether they would rather stop.
    func stoppers(at step: Int) -> [Int] {
        var asked = Set(steps[step].actors)
        if case .actorsAnd(let breakers) = self.asked { asked.formUnion(breakers) }
        return asked.sorted()
    }

    /// The parties that are asked whether they would rather cheat at a step.
    func cheaters(at step: Int) -> [Int] {
        steps[step].temptations.keys.filter { self.asked != .onlyActors || steps[step].actors.contains($0) }
            .sorted()
    }

    /// What is asked before a step, straight from the definition.
    ///
    /// A party goes on if completing, discounted by the steps left with the next one among them, is worth at least
    /// what it holds now, and at least what it gets by cheating at the next step.
    func conditions(after done: Set<Int>, next: Int, under guarantee: StepGuarantee?) -> [StepCondition] {
        let left = steps.count - done.count
        func condition(_ party: Int, _ way: StepCondition.Way, _ value: Rational) -> StepCondition {
            StepCondition(
                party: party, way: way, continuation: continuation(of: party, stepsLeft: left),
                alternative: value - (guarantee?.cost(of: way, to: party, stepsDone: done.count) ?? 0))
        }
        let stops = stoppers(at: next).map { condition($0, .stop, holding(of: $0, after: done)) }
        let cheats = cheaters(at: next).map { condition($0, .cheat, cheating($0, after: done, next: next)) }
        // Sorting is stable: stopping stays before cheating.
        return (stops + cheats).sorted { $0.party < $1.party }
    }

    private func cheating(_ party: Int, after done: Set<Int>, next: Int) -> Rational {
        switch steps[next].temptations[party] {
        case .increment(let amount): holding(of: party, after: done) + amount
        case .absolute(let amount): amount
        case nil: holding(of: party, after: done)
        }
    }

    /// An order judged before each of its steps.
    ///
    /// A guarantee makes cheating and breaking off dearer.
    ///
    /// - Throws: `notAnOrder`, `breaksPrecedence`, or `wrongGuarantee`.
    /// - Source: the condition of a self-enforcing agreement, Telser, *A theory of self-enforcing agreements* (1980),
    ///   asked before each step.
    public func verdict(
        of order: [Int], under guarantee: StepGuarantee? = nil
    ) throws(StepProblem) -> OrderVerdict {
        try check(order)
        try check(guarantee)
        return OrderVerdict(
            order: order,
            steps: order.indices.map { place in
                let done = Array(order[..<place])
                return StepVerdict(
                    done: done, next: order[place],
                    conditions: conditions(after: Set(done), next: order[place], under: guarantee))
            })
    }

    /// Whether a list is an order of all steps in which each comes after those that it needs.
    func check(_ order: [Int]) throws(StepProblem) {
        guard order.sorted() == Array(steps.indices) else { throw .notAnOrder }
        var done: Set<Int> = []
        for step in order {
            guard steps[step].after.allSatisfy(done.contains) else { throw .breaksPrecedence(step: step) }
            done.insert(step)
        }
    }
}

/// A power with a whole exponent that is not negative.
func power(_ base: Rational, _ exponent: Int) -> Rational {
    var (result, square, rest) = (Rational.one, base, exponent)
    while rest > 0 {
        if rest & 1 == 1 { result *= square }
        rest >>= 1
        if rest > 0 { square *= square }
    }
    return result
}
