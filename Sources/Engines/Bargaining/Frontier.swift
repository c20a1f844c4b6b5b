public import Numbers

/// What a frontier is read from.
protocol FrontierStore: Sendable {
    var question: BargainQuestion { get }
    /// Point by point, one number of units per party.
    var values: ContiguousArray<Int> { get }
    var used: Budget { get }
    var looseness: [Int] { get }
    func packages(_ point: Int) -> Rational
    func firstRank(_ point: Int) -> Rational
    func ranks(_ point: Int, limit: Int) -> [Rational]
}

/// The Pareto frontier of a set of packages: what no other package of the set betters for one party and for no party worsens.
///
/// Packages with equal utilities are one point. Points stand best first for the first party, then for the second, and so on.
public struct Frontier: Sendable {
    let store: any FrontierStore
    private let values: ContiguousArray<Int>
    /// How many points there are.
    public let count: Int
    public let parties: Int

    init(store: any FrontierStore) {
        self.store = store
        values = store.values
        parties = store.question.bargain.parties
        count = values.count / parties
    }

    /// Which packages the frontier is taken over.
    public var set: PackageSet { store.question.set }
    /// The steps that were used, one for each partial sum looked at.
    public var budget: Budget { store.used }

    /// What a party gets at a point, in its own units.
    @inline(__always)
    func units(_ point: Int, _ party: Int) -> Int { values[point * parties + party] }

    /// What a party gets at a point.
    public func utility(_ point: Int, of party: Int) -> Rational {
        store.question.bargain.units.value(units(point, party), of: party)
    }

    /// What each party gets at a point.
    public func utilities(_ point: Int) -> [Rational] {
        (0..<parties).map { utility(point, of: $0) }
    }

    /// How many packages attain a point.
    public func packages(_ point: Int) -> Rational { store.packages(point) }

    /// The first package of a point in the order of enumeration.
    public func example(_ point: Int) -> [Int] {
        store.question.bargain.space.package(at: store.firstRank(point))
    }

    /// The packages of a point in the order of enumeration, at most `limit` of them.
    ///
    /// - Complexity: O(limit · issues · alternatives · log points), terms add the number of their states.
    public func packages(at point: Int, limit: Int) -> [[Int]] {
        store.ranks(point, limit: limit).map { store.question.bargain.space.package(at: $0) }
    }

    /// Whether no party falls below its reservation at a point.
    public func isAcceptable(_ point: Int) -> Bool {
        store.question.bargain.units.reservations.enumerated().allSatisfy { party, least in
            least.map { units(point, party) >= $0 } ?? true
        }
    }
}

extension Bargain {
    /// The exact Pareto frontier of a set of packages.
    ///
    /// Independent issues are added one by one, and dominated partial sums dropped; issues that share terms are swept
    /// together, apart for each state of the open terms.
    ///
    /// - Parameters:
    ///   - set: The packages that count. For the acceptable ones partial sums from which some party's reservation is out of
    ///     reach are dropped.
    ///   - budget: How many partial sums may be looked at.
    ///   - watch: Lets the sweep be stopped between groups.
    /// - Returns: The frontier, or `nil` if the budget did not last or the sweep was stopped. An empty frontier means that
    ///   the set is empty.
    /// - Complexity: With `f` points on the largest partial frontier, `v` alternatives and `d` parties
    ///   O(issues · f·v · logᵈ⁻²(f·v)), times the number of states that the terms can be in.
    public func frontier(
        over set: PackageSet = .allowed, budget: Budget = Budget(20_000_000), watch: Watch? = nil
    ) -> Frontier? {
        frontier(BargainQuestion(self, set), budget, watch)
    }

    func frontier(
        _ question: BargainQuestion, _ budget: Budget, _ watch: Watch?,
        where isWorth: (([Int]) -> (UnsafePointer<Int>) -> Bool)? = nil
    ) -> Frontier? {
        if space.size <= Rational(1 << 62) {
            return sweep(question, Int.self, budget, watch, isWorth).map { Frontier(store: $0) }
        }
        if space.size <= Rational(1 << 62) * Rational(1 << 62) {
            return sweep(question, Int128.self, budget, watch, isWorth).map { Frontier(store: $0) }
        }
        return sweep(question, Rational.self, budget, watch, isWorth).map { Frontier(store: $0) }
    }

    private func sweep<Count: Tally>(
        _ question: BargainQuestion, _ type: Count.Type, _ budget: Budget, _ watch: Watch?,
        _ isWorth: (([Int]) -> (UnsafePointer<Int>) -> Bool)?
    ) -> FrontierSweep<Count>? {
        let rules = SweepRules<Count>(question, budget: budget, watch: watch)
        rules.isWorth = isWorth
        return FrontierSweep(question, rules: rules)
    }
}
