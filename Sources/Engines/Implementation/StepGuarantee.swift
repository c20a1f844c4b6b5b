public import Numbers

/// What cheating and breaking off cost a party beyond what the plan says: a sanction, a bond, a third party's answer.
///
/// Cheating is punished at every step, the first one too: who cheats there keeps what the others did in it. Breaking off is
/// punished once a step is done. Before the first step nobody has received anything, so there is nothing to punish: a
/// guarantee cannot make a plan attractive to a party that is better off without it. It never changes what completion is worth.
public struct StepGuarantee: Hashable, Sendable {
    /// What a guarantee bears upon.
    public enum Reach: Hashable, Sendable {
        /// Cheating, and stopping after the first step.
        case cheatingAndStopping
        /// Cheating alone.
        case cheating
    }

    /// What it costs each party; zero for parties that it does not bind.
    public let costs: [Rational]
    public let reach: Reach

    public init(costs: [Rational], reach: Reach = .cheatingAndStopping) {
        (self.costs, self.reach) = (costs, reach)
    }

    /// What one way out costs a party with so many steps done.
    func cost(of way: StepCondition.Way, to party: Int, stepsDone: Int) -> Rational {
        reach.covers(way, stepsDone: stepsDone) ? costs[party] : 0
    }
}

extension StepGuarantee.Reach {
    func covers(_ way: StepCondition.Way, stepsDone: Int) -> Bool {
        way == .cheat || self == .cheatingAndStopping && stepsDone > 0
    }
}

/// A guarantee that is just large enough.
public struct SmallestGuarantee: Hashable, Sendable {
    /// The least cost that suffices if it is the same for everybody who is bound.
    public let uniform: Rational
    /// The least cost for each party if each has its own.
    public let perParty: [Rational]
}

extension StepPlan {
    func check(_ guarantee: StepGuarantee?) throws(StepProblem) {
        guard let guarantee else { return }
        guard guarantee.costs.count == parties, guarantee.costs.allSatisfy({ $0 >= 0 }) else {
            throw .wrongGuarantee
        }
    }

    /// The smallest guarantee that makes an order hold.
    ///
    /// - Parameters:
    ///   - order: Every step once.
    ///   - bound: Whom the guarantee can punish; everybody if none are named.
    ///   - reach: What it bears upon.
    /// - Returns: `nil` if none helps, because somebody gains who is not bound, or where nothing is punished; zero if the
    ///   order holds without one.
    /// - Throws: `notAnOrder`, `breaksPrecedence`, or `unknownParty`.
    public func smallestGuarantee(
        for order: [Int], bound: Set<Int>? = nil, reach: StepGuarantee.Reach = .cheatingAndStopping
    ) throws(StepProblem) -> SmallestGuarantee? {
        let bound = bound ?? Set(start.indices)
        for party in bound.sorted() where !start.indices.contains(party) { throw .unknownParty(party) }
        var costs = start.map { _ in Rational.zero }
        for (done, step) in try verdict(of: order).steps.enumerated() {
            for condition in step.violations {
                guard bound.contains(condition.party), reach.covers(condition.way, stepsDone: done) else {
                    return nil
                }
                costs[condition.party] = max(costs[condition.party], condition.gain)
            }
        }
        return SmallestGuarantee(uniform: costs.max() ?? 0, perParty: costs)
    }
}
