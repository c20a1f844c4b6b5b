public import Numbers

/// An equilibrium of a table of any number of players: every probability in a range that provably holds it.
public struct MixedProfile: Sendable {
    /// For each player and strategy; exact where both ends agree.
    public let ranges: [[Interval]]

    /// The probabilities, if all are exact.
    public var exact: [[Rational]]? {
        ranges.allSatisfy { $0.allSatisfy { $0.low == $0.high } } ? ranges.map { $0.map(\.low) } : nil
    }
}

/// What support enumeration has found.
public struct SupportEnumeration: Sendable {
    public internal(set) var profiles: [MixedProfile] = []
    /// Whether every equilibrium of a regular game is among them.
    public internal(set) var isComplete = true
    public internal(set) var budget: Budget
}

extension GameTable {
    /// The Nash equilibria of a game of three or more players, support by support.
    ///
    /// For each choice of supports the strategies in them must bring the same; that is a system of polynomials, whose
    /// roots are isolated with proof (Porter, Nudelman & Shoham 2004; Datta 2010 for the approach). Roots that are
    /// fractions are recognised and proven exactly; of others a short range is told that holds exactly one.
    ///
    /// - Complexity: Exponential in the number of strategies.
    public func equilibriaBySupport(budget: Budget) -> SupportEnumeration {
        var found = SupportEnumeration(budget: budget)
        let kept = undominated().kept
        func descend(_ player: Int, _ supports: [[Int]]) {
            guard found.isComplete || !found.budget.isSpent else { return }
            guard player < players else {
                solve(supports, &found)
                return
            }
            for support in Subsets(of: kept[player]) { descend(player + 1, supports + [support]) }
        }
        descend(0, [])
        return found
    }

    private func solve(_ supports: [[Int]], _ found: inout SupportEnumeration) {
        guard found.budget.spend() else {
            found.isComplete = false
            return
        }
        guard !isExcluded(supports) else { return }
        if supports.allSatisfy({ $0.count == 1 }) {
            let pure = zip(supports, strategies).map { support, count in
                (0..<count).map { Interval($0 == support[0] ? Rational.one : .zero) }
            }
            let profile = MixedProfile(ranges: pure)
            if worth(of: profile.exact!).regrets.allSatisfy({ $0 == 0 }) { found.profiles.append(profile) }
            return
        }
        let system = SupportSystem(self, supports)
        let start = Array(repeating: RoundedInterval(0, 1), count: system.polynomials.unknowns)
        let (roots, isComplete) = system.polynomials.roots(in: start, &found.budget)
        if !isComplete { found.isComplete = false }
        for root in roots {
            switch system.profile(root.box) {
            case .equilibrium(let profile): found.profiles.append(profile)
            case .none: break
            case .undecided: found.isComplete = false
            }
        }
    }

    /// Whether some strategy of a support is always worse than another against the others' supports.
    private func isExcluded(_ supports: [[Int]]) -> Bool {
        (0..<players).contains { player in
            var others = supports
            others[player] = [0]
            let combinations = others.reduce([[]]) { done, support in
                done.flatMap { one in support.map { one + [$0] } }
            }
            return supports[player].contains { mine in
                (0..<strategies[player]).contains { rival in
                    rival != mine
                        && combinations.allSatisfy { choices in
                            var (one, other) = (choices, choices)
                            (one[player], other[player]) = (mine, rival)
                            return payoff(cell(one), player) < payoff(cell(other), player)
                        }
                }
            }
        }
    }
}

/// The equations that supports put on the probabilities in them.
private struct SupportSystem {
    let table: GameTable
    let supports: [[Int]]
    /// The unknown of each player and place in his support; `nil` where the probability is 1.
    private let unknown: [[Int?]]
    let polynomials: PolynomialSystem

    enum Answer {
        case equilibrium(MixedProfile)
        case none
        case undecided
    }

    init(_ table: GameTable, _ supports: [[Int]]) {
        (self.table, self.supports) = (table, supports)
        var count = 0
        let unknown = supports.map { support -> [Int?] in
            guard support.count > 1 else { return [nil] }
            defer { count += support.count }
            return support.indices.map { count + $0 }
        }
        self.unknown = unknown
        var equations: [[PolynomialSystem.Monomial]] = []
        for (player, support) in supports.enumerated() where support.count > 1 {
            equations.append(
                unknown[player].map { .init(factor: 1, unknowns: [$0!]) } + [.init(factor: -1, unknowns: [])])
            let base = Self.prospect(table, supports, unknown, player, support[0])
            for strategy in support.dropFirst() {
                let other = Self.prospect(table, supports, unknown, player, strategy)
                equations.append(other + base.map { .init(factor: -$0.factor, unknowns: $0.unknowns) })
            }
        }
        polynomials = PolynomialSystem(unknowns: count, equations: equations)
    }

    /// What a strategy brings against the others' supports.
    private static func prospect(
        _ table: GameTable, _ supports: [[Int]], _ unknown: [[Int?]], _ player: Int, _ strategy: Int
    ) -> [PolynomialSystem.Monomial] {
        var monomials: [PolynomialSystem.Monomial] = []
        func descend(_ other: Int, _ choices: [Int], _ unknowns: [Int]) {
            guard other < table.players else {
                let payoff = table.payoff(table.cell(choices), player)
                if payoff != 0 { monomials.append(.init(factor: payoff, unknowns: unknowns)) }
                return
            }
            if other == player {
                descend(other + 1, choices + [strategy], unknowns)
                return
            }
            for (place, choice) in supports[other].enumerated() {
                descend(other + 1, choices + [choice], unknowns + (unknown[other][place].map { [$0] } ?? []))
            }
        }
        descend(0, [], [])
        return monomials
    }

    /// Whether a root is an equilibrium: all probabilities positive, and nothing outside the supports better.
    func profile(_ box: [RoundedInterval]) -> Answer {
        if let exact = fractions(box) {
            guard isPositive(exact) else { return .none }
            let isEquilibrium = table.worth(of: exact).regrets.allSatisfy { $0 == 0 }
            return isEquilibrium
                ? .equilibrium(MixedProfile(ranges: exact.map { $0.map { Interval($0) } })) : .none
        }
        for interval in box where interval.low <= 0 { return interval.high <= 0 ? .none : .undecided }
        for (player, support) in supports.enumerated() {
            for strategy in 0..<table.strategies[player] where !support.contains(strategy) {
                let gain = value(of: strategy, player, box) - value(of: support[0], player, box)
                if gain.low > 0 { return .none }
                if gain.high >= 0 { return .undecided }
            }
        }
        return .equilibrium(MixedProfile(ranges: ranges(box)))
    }

    private func value(of strategy: Int, _ player: Int, _ box: [RoundedInterval]) -> RoundedInterval {
        Self.prospect(table, supports, unknown, player, strategy).reduce(RoundedInterval(0, 0)) { sum, one in
            sum + one.unknowns.reduce(RoundedInterval(one.factor)) { $0 * box[$1] }
        }
    }

    private func ranges(_ box: [RoundedInterval]) -> [[Interval]] {
        zip(supports, unknown).enumerated().map { player, lists in
            var ranges = Array(repeating: Interval(.zero), count: table.strategies[player])
            for (strategy, number) in zip(lists.0, lists.1) {
                ranges[strategy] =
                    number.map { Interval(Rational(exactly: box[$0].low), Rational(exactly: box[$0].high)) }
                    ?? Interval(.one)
            }
            return ranges
        }
    }

    /// The simplest fractions in the box, if they solve the equations exactly.
    private func fractions(_ box: [RoundedInterval]) -> [[Rational]]? {
        let values = box.map {
            Rational.simplest(from: Rational(exactly: $0.low), to: Rational(exactly: $0.high))
        }
        guard polynomials.isSolved(by: values) else { return nil }
        return zip(supports, unknown).enumerated().map { player, lists in
            var shares = Array(repeating: Rational.zero, count: table.strategies[player])
            for (strategy, number) in zip(lists.0, lists.1) {
                shares[strategy] = number.map { values[$0] } ?? 1
            }
            return shares
        }
    }

    private func isPositive(_ profile: [[Rational]]) -> Bool {
        zip(supports, profile).allSatisfy { support, shares in support.allSatisfy { shares[$0] > 0 } }
    }
}
