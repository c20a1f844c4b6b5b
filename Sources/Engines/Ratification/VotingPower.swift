public import Numbers

/// How much each member's vote weighs in a body, if nothing is known of what they want.
///
/// Everything follows from counts: how many coalitions of each size win, and how many of each size a member turns
/// by joining. All are exact; abstention is left out, everybody votes yes or no.
public struct VotingPower: Hashable, Sendable {
    /// How many members there are.
    public let members: Int
    /// How many coalitions of each size, from 0 to all members, win.
    public let winningBySize: [Rational]
    /// For each member and each size, from 0 to all but one, how many losing coalitions without the member win when it
    /// joins.
    public let swingsBySize: [[Rational]]
    /// For each member how many coalitions it turns: the raw Banzhaf count.
    public let swings: [Rational]
    /// For each member the share of the orders of joining in which it is the one that turns the coalition.
    ///
    /// Zero for all where no coalition turns.
    /// - Source: Shapley & Shubik, *A method for evaluating the distribution of power in a committee system* (1954).
    public let shapleyShubik: [Rational]

    init(winningBySize: [Rational], swingsBySize: [[Rational]]) {
        members = swingsBySize.count
        (self.winningBySize, self.swingsBySize) = (winningBySize, swingsBySize)
        // Members of a class share a list, and the long arithmetic is done once for each list.
        var known: [[Rational]: (sum: Rational, share: Rational)] = [:]
        let orders = VotingPower.factorials(upTo: swingsBySize.count)
        for list in swingsBySize where known[list] == nil {
            let turned = list.indices.reduce(Rational.zero) {
                $0 + list[$1] * orders[$1] * orders[list.count - 1 - $1]
            }
            known[list] = (list.reduce(Rational.zero, +), turned / orders[list.count])
        }
        swings = swingsBySize.map { known[$0]!.sum }
        shapleyShubik = swingsBySize.map { known[$0]!.share }
    }

    private static func factorials(upTo last: Int) -> [Rational] {
        var all = [Rational.one]
        for number in 0..<last { all.append(all[number] * Rational(number + 1)) }
        return all
    }

    /// How many coalitions win.
    public var winning: Rational { winningBySize.reduce(Rational.zero, +) }

    /// The chance that a member turns the result if all others toss coins.
    ///
    /// - Source: Penrose, *The elementary statistics of majority voting* (1946); Banzhaf, *Weighted voting doesn't
    ///   work* (1965).
    public var banzhaf: [Rational] {
        let coalitions = VotingPower.power(of: 2, members - 1)
        return swings.map { $0 / coalitions }
    }

    /// Each member's share of all swings; `nil` where there are none.
    public var banzhafNormalised: [Rational]? {
        let all = swings.reduce(Rational.zero, +)
        return all == 0 ? nil : swings.map { $0 / all }
    }

    /// The chance that anything passes if all toss coins.
    ///
    /// - Source: Coleman, *Control of collectivities and the power of a collectivity to act* (1971).
    public var collectiveToAct: Rational { winning / VotingPower.power(of: 2, members) }

    /// The share of winning coalitions that a member's leaving makes lose; `nil` where nothing wins.
    ///
    /// - Source: Coleman (1971), power to prevent action.
    public var toPrevent: [Rational]? {
        let winning = winning
        return winning == 0 ? nil : swings.map { $0 / winning }
    }

    /// The share of losing coalitions that a member's joining makes win; `nil` where nothing loses.
    ///
    /// - Source: Coleman (1971), power to initiate action.
    public var toInitiate: [Rational]? {
        let losing = VotingPower.power(of: 2, members) - winning
        return losing == 0 ? nil : swings.map { $0 / losing }
    }

    /// The members who never turn anything, ascending.
    public var dummies: [Int] { swings.indices.filter { swings[$0] == 0 } }

    private static func power(of base: Int, _ exponent: Int) -> Rational {
        (0..<exponent).reduce(Rational.one) { power, _ in power * Rational(base) }
    }
}

extension VotingBody {
    /// The power of every member, exactly.
    ///
    /// One quota is counted by a generating function; several by a decision diagram over classes of members who cannot be
    /// told apart, or, if sums are large and members few, by meeting in the middle.
    ///
    /// - Parameter budget: Cells of the table, counts on the edges of the diagram, or coalitions of a half times sizes; each
    ///   way has it anew.
    /// - Returns: `nil` if the budget did not last.
    /// - Complexity: With `n` members and quota `q` O(n² q) for one quota; for two axes and up to about 40 members
    ///   O(2^(n/2) n²); otherwise by the diagram's size.
    public func power(budget: Budget = Budget(50_000_000)) -> VotingPower? {
        SimpleGame(self).power(budget: budget)
    }
}

extension SimpleGame {
    /// How the counts are found.
    enum CountingMethod: Hashable, Sendable, CaseIterable { case quota, halves, diagram }

    func power(budget: Budget) -> VotingPower? {
        for method in methods {
            var left = budget
            if let power = power(by: method, budget: &left) { return power }
        }
        return nil
    }

    /// The methods that fit, the one likely to be fastest first.
    private var methods: [CountingMethod] {
        var cells = 1.0
        for axis in axes.indices {
            cells *= Double(gate.leaves.filter { $0.axis == axis }.map(\.threshold).max() ?? 1) + 1
        }
        let halves = exp2(members / 2 + 1)
        if case .reaches = gate, cells < 64 * halves { return [.quota, .diagram, .halves] }
        return cells < halves ? [.diagram, .halves] : [.halves, .diagram]
    }

    private func exp2(_ exponent: Int) -> Double { Double(sign: .plus, exponent: exponent, significand: 1) }

    /// The power by one method; `nil` if it does not fit the game or the budget did not last.
    func power(by method: CountingMethod, budget: inout Budget) -> VotingPower? {
        switch method {
        case .quota:
            if members <= 62 { return QuotaCount<Int>.power(self, &budget) }
            return members <= 125
                ? QuotaCount<Int128>.power(self, &budget) : QuotaCount<Rational>.power(self, &budget)
        case .halves: return HalvesCount.power(self, &budget)
        case .diagram:
            if members <= 62 { return DiagramCount<Int>.power(self, &budget) }
            return members <= 125
                ? DiagramCount<Int128>.power(self, &budget) : DiagramCount<Rational>.power(self, &budget)
        }
    }
}
