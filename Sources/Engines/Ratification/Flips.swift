public import Numbers

/// What it would take to turn the result of a vote.
public enum Flips: Hashable, Sendable {
    /// No change of any members turns it.
    case impossible
    /// These members changing, ascending, is the least that does; what they cost together.
    case least([Int], cost: Rational)
}

extension VotingBody {
    /// The fewest members whose changing their votes turns the result, with one such set.
    ///
    /// If the vote passes they change to no, otherwise to yes.
    ///
    /// - Returns: `nil` if the budget did not last.
    public func fewestFlips(
        _ ballots: [Ballot], budget: Budget = Budget(20_000_000)
    ) throws(VotingProblem) -> Flips? {
        try cheapestFlip(ballots, prices: Array(repeating: 1, count: members), budget: budget)
    }

    /// The members whose changing their votes turns the result for the least sum of prices, with one such set.
    ///
    /// Exact: a shortest way through the decision diagram of what is still missing, and where that is too large a
    /// branch and bound that goes through everything the bound does not exclude.
    ///
    /// - Parameters:
    ///   - ballots: What each member does.
    ///   - prices: What it takes to change each member; none negative.
    ///   - budget: Edges of the diagram and then steps of the search.
    /// - Throws: `wrongCount` or `negativePrice`.
    /// - Returns: `nil` if the budget did not last.
    public func cheapestFlip(
        _ ballots: [Ballot], prices: [Rational], budget: Budget = Budget(20_000_000)
    ) throws(VotingProblem) -> Flips? {
        let passes = try passes(ballots)
        try expect(prices.count)
        if let member = prices.firstIndex(where: { $0 < 0 }) { throw .negativePrice(member: member) }
        let game = SimpleGame(turning: ballots, in: self, passes: passes)
        return game.cheapestCoalition(prices, budget)
    }
}

extension SimpleGame {
    /// The winning coalition of the least price.
    func cheapestCoalition(_ prices: [Rational], _ budget: Budget) -> Flips? {
        if gate == .never { return .impossible }
        if gate == .always { return .least([], cost: 0) }
        // A diagram that is not small soon is left to the search.
        var first = Budget(min(budget.limit, 100_000))
        if let diagram = VotingDiagram(self, budget: &first) { return shortestWay(in: diagram, prices) }
        var search = CheapestSearch(self, prices, Budget(budget.limit - first.used))
        return search.run()
    }

    /// Class by class the cheapest members, as many as the cheapest way through the diagram takes.
    func shortestWay(in diagram: VotingDiagram, _ prices: [Rational]) -> Flips {
        let cheap = diagram.groups.map { $0.members.sorted { (prices[$0], $0) < (prices[$1], $1) } }
        var after: [[(cost: Rational, many: Int)?]] = diagram.groups.map { _ in [] }
        func continued(_ place: Int, _ node: Int, _ many: Int) -> Rational? {
            let target = diagram.target(group: place, node: node, move: many)
            if target == VotingDiagram.won { return 0 }
            return target >= 0 ? after[place + 1][target]?.cost : nil
        }
        for place in diagram.groups.indices.reversed() {
            after[place] = (0..<diagram.widths[place]).map { node in
                var (best, sum): ((cost: Rational, many: Int)?, Rational) = (nil, 0)
                for many in 0...cheap[place].count {
                    if many > 0 { sum += prices[cheap[place][many - 1]] }
                    guard let cost = continued(place, node, many) else { continue }
                    if best.map({ cost + sum < $0.cost }) ?? true { best = (cost + sum, many) }
                }
                return best
            }
        }
        var (members, node, place): ([Int], Int, Int) = ([], diagram.root, 0)
        while node >= 0, let best = after[place][node] {
            members += cheap[place].prefix(best.many)
            node = diagram.target(group: place, node: node, move: best.many)
            place += 1
        }
        return .least(members.sorted(), cost: members.reduce(Rational.zero) { $0 + prices[$1] })
    }
}
