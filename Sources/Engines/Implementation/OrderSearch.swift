public import Numbers

/// All orders of a plan's steps at once, by dynamic programming over the sets of steps done.
///
/// What is asked before a step depends on the steps done and the next one, not on how they were reached: orders are paths
/// through a lattice. Everything is exact and in machine words.
///
/// - Complexity: Every question takes O(sets · steps · parties); without precedence there are 2ⁿ sets.
public struct OrderSearch: Sendable {
    public let plan: StepPlan
    let lattice: StepLattice
    let units: StepUnits
    let holdings: LatticeHoldings

    /// The search over a plan's orders; `nil` if there are more sets of steps than the limit.
    ///
    /// Memory is about 8 · (parties + 3) bytes for each set.
    ///
    /// - Throws: `tooLarge`.
    public init?(_ plan: StepPlan, limit: Int = 1 << 22) throws(StepProblem) {
        units = try StepUnits(plan)
        guard let lattice = StepLattice(plan, limit: limit) else { return nil }
        (self.plan, self.lattice) = (plan, lattice)
        holdings = LatticeHoldings(plan, lattice, units)
    }

    /// How many sets of steps can have been done at some time.
    public var doneSets: Int { lattice.sets.count }

    /// The number of orders that keep to the precedence.
    public var feasibleCount: Rational {
        tally { _, _, _ in true }
    }

    /// The number of self-enforcing orders.
    public func selfEnforcingCount(
        under guarantee: StepGuarantee? = nil, over stretch: OrderStretch = .whole
    ) throws(StepProblem) -> Rational {
        let edges = try edges(under: guarantee, over: stretch)
        return tally { done, from, label in edges.key(done, from, label) <= edges.bar }
    }

    /// The self-enforcing orders in lexicographic order, up to a limit.
    public func selfEnforcingOrders(
        under guarantee: StepGuarantee? = nil, limit: Int = 10_000
    ) throws(StepProblem) -> [[Int]] {
        let edges = try edges(under: guarantee)
        return orders(limit: limit) { edges.key($0, $1, $2) <= edges.bar }
    }

    /// The orders whose largest gain of stopping or cheating is the smallest.
    ///
    /// Of orders that are equal on one stretch, another stretch may choose the one that is told.
    ///
    /// - Returns: `nil` as value if nobody is ever asked.
    /// - Source: the bottleneck path, Pollack, *The maximum capacity through a network* (1960).
    public func leastExposure(
        under guarantee: StepGuarantee? = nil, over stretch: OrderStretch = .whole,
        then tie: OrderStretch? = nil
    ) throws(StepProblem) -> LeastExposure {
        let edges = try edges(under: guarantee, over: stretch)
        let best = bottleneck { edges.key($0, $1, $2) }
        let count = tally { edges.key($0, $1, $2) <= best }
        let first: [[Int]]
        if let tie {
            let others = try self.edges(under: guarantee, over: tie)
            let least = bottleneck { edges.key($0, $1, $2) > best ? .max : others.key($0, $1, $2) }
            first = orders(limit: 1) { edges.key($0, $1, $2) <= best && others.key($0, $1, $2) <= least }
        } else {
            first = orders(limit: 1) { edges.key($0, $1, $2) <= best }
        }
        return LeastExposure(value: edges.value(best), order: first.first ?? [], count: count)
    }

    /// The smallest guarantee, the same for everybody who is bound, under which some order holds.
    ///
    /// - Returns: `nil` if no guarantee makes any order hold.
    public func smallestGuarantee(
        bound: Set<Int>? = nil, reach: StepGuarantee.Reach = .cheatingAndStopping
    ) throws(StepProblem) -> GuaranteedOrder? {
        let bound = bound ?? Set(plan.start.indices)
        for party in bound.sorted() where !plan.start.indices.contains(party) { throw .unknownParty(party) }
        func isCovered(_ way: StepCondition.Way, _ done: Int, _ party: Int) -> Bool {
            bound.contains(party) && reach.covers(way, stepsDone: done)
        }
        let covered = try edges { isCovered($0, $1, $2) }
        let open = try edges { !isCovered($0, $1, $2) }
        func key(_ done: Int, _ from: Int, _ label: Int) -> Int {
            open.key(done, from, label) > open.bar ? .max : covered.key(done, from, label)
        }
        let best = bottleneck(key)
        if best == .max { return nil }
        let size = max(0, covered.value(best) ?? 0)
        let least = max(best, covered.bar)
        return GuaranteedOrder(
            cost: size, order: orders(limit: 1) { key($0, $1, $2) <= least }.first ?? [],
            count: tally { key($0, $1, $2) <= least })
    }
}

/// The order with the smallest largest gain of stopping or cheating.
public struct LeastExposure: Hashable, Sendable {
    /// That gain, which may be negative.
    public let value: Rational?
    /// The first such order.
    public let order: [Int]
    /// How many orders attain it.
    public let count: Rational
}

/// What the smallest guarantee of all achieves.
public struct GuaranteedOrder: Hashable, Sendable {
    /// What cheating and breaking off must cost.
    public let cost: Rational
    /// The first order that then holds.
    public let order: [Int]
    /// How many then hold.
    public let count: Rational
}

/// The keys of a search's edges.
struct SearchEdges: Sendable {
    let gains: EdgeGains
    let holdings: LatticeHoldings
    /// How many steps have been done when the parties are first asked.
    let first: Int

    var bar: Int { gains.keys.bar }
    func value(_ key: Int) -> Rational? { gains.keys.value(key) }

    @inline(__always)
    func key(_ done: Int, _ from: Int, _ label: Int) -> Int {
        if done < first { return GainKeys.never }
        return holdings.values.withUnsafeBufferPointer { values in
            let stopping = gains.stopping(values, place: from, done: done)
            return gains.largest(stopping, values, place: from, done: done, label: label)
        }
    }
}

extension OrderSearch {
    func edges(
        under guarantee: StepGuarantee? = nil, over stretch: OrderStretch = .whole,
        asks: (StepCondition.Way, Int, Int) -> Bool = { _, _, _ in true }
    ) throws(StepProblem) -> SearchEdges {
        try plan.check(guarantee)
        return SearchEdges(
            gains: try EdgeGains(plan, lattice, units, under: guarantee, asks: asks), holdings: holdings,
            first: stretch.first)
    }
}
