public import Numbers

/// A few packages that together come close to the whole frontier.
public struct CoarseFrontier: Sendable {
    private let frontier: Frontier

    init(_ frontier: Frontier) { self.frontier = frontier }

    /// How many points there are.
    public var count: Int { frontier.count }

    /// For each party the bound: every package of the set has a point here at which each party gets at least as much,
    /// less this. Zero for all parties: the points are the exact frontier.
    public var epsilon: [Rational] {
        frontier.store.looseness.enumerated().map { party, units in
            frontier.store.question.bargain.units.value(units, of: party)
        }
    }

    /// What each party gets at a point, exactly.
    public func utilities(_ point: Int) -> [Rational] { frontier.utilities(point) }

    /// A package that attains a point.
    public func example(_ point: Int) -> [Int] { frontier.example(point) }

    /// Whether no party falls below its reservation at a point.
    public func isAcceptable(_ point: Int) -> Bool { frontier.isAcceptable(point) }

    func units(_ point: Int) -> [Int] { (0..<frontier.parties).map { frontier.units(point, $0) } }
}

extension Bargain {
    /// Packages that cover the frontier up to a small amount per party, which is part of the answer.
    ///
    /// The exact sweep, but whenever more than `cap` partial sums stand, they are rounded to a grid and one is kept for each
    /// undominated cell. A dropped sum is covered up to one cell, and adding the same rest to both changes nothing; so the
    /// bound is the sum of the cells over all steps.
    ///
    /// - Parameters:
    ///   - set: The feasible or the allowed packages; reservations are not looked at on the way.
    ///   - cap: How many partial sums may stand.
    ///   - budget: How many partial sums may be looked at.
    ///   - watch: Lets the sweep be stopped between groups.
    /// - Returns: `nil` if the budget did not last or the sweep was stopped.
    public func coarseFrontier(
        over set: PackageSet = .allowed, cap: Int = 2000, budget: Budget = Budget(20_000_000),
        watch: Watch? = nil
    ) -> CoarseFrontier? {
        let question = BargainQuestion(self, set == .feasible ? .feasible : .allowed)
        func sweep<Count: Tally>(_ type: Count.Type) -> CoarseFrontier? {
            let rules = SweepRules<Count>(
                question, budget: budget, watch: watch, cap: max(1, cap), keepsLevels: false)
            return FrontierSweep(question, rules: rules).map { CoarseFrontier(Frontier(store: $0)) }
        }
        if space.size <= Rational(1 << 62) { return sweep(Int.self) }
        if space.size <= Rational(1 << 62) * Rational(1 << 62) { return sweep(Int128.self) }
        return sweep(Rational.self)
    }
}
