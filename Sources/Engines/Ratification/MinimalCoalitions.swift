public import Numbers

/// The smallest sets of members that suffice: leave out any one of them and the rest do not.
public struct MinimalCoalitions: Hashable, Sendable {
    /// How many there are.
    public let count: Rational
    /// Some of them, members ascending; all if there are no more than asked for.
    public let examples: [[Int]]
    /// For each member and each size, from 0 to all members, how many of them have the member and that size.
    let memberCounts: [[Rational]]

    /// Each member's share of all places in these coalitions; `nil` where there is none.
    ///
    /// - Source: Holler & Packel, *Power, luck and the right index* (1983): the public good index.
    public var hollerPackel: [Rational]? {
        let places = memberCounts.map { $0.reduce(Rational.zero, +) }
        let all = places.reduce(Rational.zero, +)
        return all == 0 ? nil : places.map { $0 / all }
    }

    /// Each member's expected share if one of these coalitions forms, all with the same chance, and its members share
    /// alike; `nil` where there is none.
    ///
    /// - Source: Deegan & Packel, *A new index of power for simple n-person games* (1978).
    public var deeganPackel: [Rational]? {
        if memberCounts.allSatisfy({ $0.allSatisfy { $0 == 0 } }) { return nil }
        return memberCounts.map { counts in
            counts.indices.dropFirst().reduce(Rational.zero) { $0 + counts[$1] / Rational($1) } / count
        }
    }
}

extension VotingBody {
    /// The minimal winning coalitions: the smallest sets whose yes suffices against all others.
    ///
    /// - Parameters:
    ///   - allowed: Who may be in a coalition; all members if `nil`. With a rule of "at least nine members" the answers are the
    ///     ways to an enhanced cooperation among those who are willing.
    ///   - limit: How many are listed; all are counted.
    ///   - budget: How many partial coalitions may be looked at, alike members counted once.
    /// - Returns: `nil` if the budget did not last.
    public func minimalWinningCoalitions(
        among allowed: Set<Int>? = nil, limit: Int = 100, budget: Budget = Budget(20_000_000)
    ) -> MinimalCoalitions? {
        let game = SimpleGame(self)
        return (allowed.map { game.restricted(to: $0) } ?? game).minimalCoalitions(limit, budget)
    }

    /// The minimal blocking coalitions: the smallest sets without whose yes nothing passes.
    public func minimalBlockingCoalitions(
        limit: Int = 100, budget: Budget = Budget(20_000_000)
    ) -> MinimalCoalitions? {
        SimpleGame(self).dual.minimalCoalitions(limit, budget)
    }
}

extension SimpleGame {
    func minimalCoalitions(_ limit: Int, _ budget: Budget) -> MinimalCoalitions? {
        var search = MinimalSearch(self, limit: limit, budget: budget)
        return search.run()
    }
}

/// Goes through the numbers of members that each class may send, heavy classes first.
private struct MinimalSearch {
    private let game: SimpleGame
    private let classes: [[Int]]
    private let columns: [[Int]]
    /// What all later classes together can add.
    private let rest: [[Int]]
    private let triangle: PascalTriangle<Rational>
    private let limit: Int
    private var budget: Budget
    private var chosen: [Int]
    private var sums: [Int]
    private var count = Rational.zero
    private var examples: [[Int]] = []
    private var memberCounts: [[Rational]]

    init(_ game: SimpleGame, limit: Int, budget: Budget) {
        (self.game, self.limit, self.budget) = (game, limit, budget)
        // Who adds nothing is in no minimal coalition.
        classes = game.classes.filter { game.column($0[0]).contains { $0 > 0 } }
        columns = classes.map { game.column($0[0]) }
        var rest = [game.axes.map { _ in 0 }]
        for (members, column) in zip(classes, columns).reversed() {
            rest.append(zip(rest.last!, column).map { $0 + $1 * members.count })
        }
        self.rest = rest.reversed()
        triangle = PascalTriangle(upTo: classes.map(\.count).max() ?? 0)
        chosen = classes.map { _ in 0 }
        sums = game.axes.map { _ in 0 }
        memberCounts = (0..<game.members).map { _ in
            Array(repeating: Rational.zero, count: game.members + 1)
        }
    }

    mutating func run() -> MinimalCoalitions? {
        guard visit(0) else { return nil }
        return MinimalCoalitions(count: count, examples: examples, memberCounts: memberCounts)
    }

    /// - Returns: Whether the budget lasted.
    private mutating func visit(_ place: Int) -> Bool {
        guard budget.spend() else { return false }
        if game.gate.isMet(by: sums) {
            if isMinimal { take() }
            return true
        }
        let most = zip(sums, rest[place]).map { $0 + $1 }
        guard place < classes.count, game.gate.isMet(by: most) else { return true }
        for many in 0...classes[place].count {
            chosen[place] = many
            if many > 0 { move(place, by: 1) }
            // Once the class alone has made the coalition win, more of it are not needed.
            let isEnough = many > 0 && game.gate.isMet(by: sums)
            guard visit(place + 1) else { return false }
            if isEnough { break }
        }
        move(place, by: -chosen[place])
        chosen[place] = 0
        return true
    }

    private mutating func move(_ place: Int, by many: Int) {
        for axis in sums.indices { sums[axis] += columns[place][axis] * many }
    }

    private var isMinimal: Bool {
        chosen.indices.allSatisfy { place in
            chosen[place] == 0
                || !game.gate.isMet(by: sums.indices.map { sums[$0] - columns[place][$0] })
        }
    }

    private mutating func take() {
        let sent = zip(classes, chosen).filter { $0.1 > 0 }
        let ways = sent.reduce(Rational.one) { $0 * triangle[$1.0.count][$1.1] }
        let size = chosen.reduce(0, +)
        count += ways
        for (members, many) in sent {
            // Each member of a class is in the share of them that are sent.
            let mine = ways * Rational(many) / Rational(members.count)
            for member in members { memberCounts[member][size] += mine }
        }
        list(sent, 0, [])
    }

    private mutating func list(_ sent: [([Int], Int)], _ place: Int, _ taken: [Int]) {
        guard examples.count < limit else { return }
        guard place < sent.count else { return examples.append(taken.sorted()) }
        var places = Array(0..<sent[place].1)
        repeat {
            list(sent, place + 1, taken + places.map { sent[place].0[$0] })
            guard examples.count < limit else { return }
        } while advance(&places, below: sent[place].0.count)
    }

    /// The next choice of as many places.
    private func advance(_ places: inout [Int], below end: Int) -> Bool {
        let size = places.count
        guard let moving = places.indices.last(where: { places[$0] < end - size + $0 }) else { return false }
        places[moving] += 1
        for later in moving + 1..<size { places[later] = places[later - 1] + 1 }
        return true
    }
}
