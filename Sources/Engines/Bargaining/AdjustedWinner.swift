public import Numbers

/// A division of items between two parties by the points that each has put on them.
///
/// Each item goes to who values it more; then the one who is ahead hands items over, those first on which it gives up least
/// for what the other gains, until both have the same number of points. At most one item is split.
///
/// - Source: Brams & Taylor, *Fair Division* (1996), chapter 4: envy-free, equitable and efficient by the points as told.
public struct AdjustedWinner: Hashable, Sendable {
    /// The points that each of the two parties told, item by item.
    public let points: [[Rational]]
    /// The first party's share of each item.
    public let shares: [Rational]

    /// - Precondition: Two lists of equal length, no number negative.
    public init(points: [[Rational]]) {
        precondition(
            points.count == 2 && points[0].count == points[1].count && points.joined().allSatisfy { $0 >= 0 },
            "two parties tell points for the same items")
        self.points = points
        let (first, second) = (points[0], points[1])
        var shares = zip(first, second).map { $0 > $1 ? Rational.one : .zero }
        var totals = AdjustedWinner.totals(points, shares)
        // Items of equal worth go last, to whoever is behind.
        for item in first.indices where first[item] == second[item] {
            if totals[0] <= totals[1] { shares[item] = 1 }
            totals = AdjustedWinner.totals(points, shares)
        }
        AdjustedWinner.equalise(points, &shares)
        self.shares = shares
    }

    /// What each party gets by points of its own choice, the told ones if none are given.
    public func totals(by points: [[Rational]]? = nil) -> [Rational] {
        AdjustedWinner.totals(points ?? self.points, shares)
    }

    /// The item that is split, if there is one.
    public var splitItem: Int? { shares.firstIndex { $0 != 0 && $0 != 1 } }

    private static func totals(_ points: [[Rational]], _ shares: [Rational]) -> [Rational] {
        shares.indices.reduce(into: [.zero, .zero]) { totals, item in
            totals[0] += points[0][item] * shares[item]
            totals[1] += points[1][item] * (1 - shares[item])
        }
    }

    /// Hands items from the leader to the other, the smallest ratio of the leader's points to the other's first.
    private static func equalise(_ points: [[Rational]], _ shares: inout [Rational]) {
        let start = totals(points, shares)
        if start[0] == start[1] { return }
        let leader = start[0] > start[1] ? 0 : 1
        let (mine, theirs) = (points[leader], points[1 - leader])
        let items = shares.indices.filter { shares[$0] == (leader == 0 ? 1 : 0) && mine[$0] + theirs[$0] > 0 }
            .sorted {
                mine[$0] * theirs[$1] < mine[$1] * theirs[$0]
                    || mine[$0] * theirs[$1] == mine[$1] * theirs[$0] && $0 < $1
            }
        var lead = start[leader] - start[1 - leader]
        for item in items where lead > 0 {
            let part = min(1, lead / (mine[item] + theirs[item]))
            shares[item] = leader == 0 ? 1 - part : part
            lead -= part * (mine[item] + theirs[item])
        }
    }
}

/// The best that a party can do by telling other points than its own.
public struct Misreport: Hashable, Sendable {
    /// What the party tells, in whole points with the same sum as its own.
    public let told: [Int]
    /// What it then gets, by its own points.
    public let worth: Rational
    /// What it gets by telling the truth.
    public let honest: Rational
}

extension AdjustedWinner {
    /// The best misreport of a party in whole points, if the other one tells what it tells here.
    ///
    /// The search moves points between two items at a time, by as much as helps most, from the truth and from the other
    /// party's points, both as whole points; steps of all sizes are tried until none helps. For up to `exhaustive` ways to
    /// spread the points all are looked at instead. The other's points count exactly, whole or not.
    ///
    /// - Parameters:
    ///   - party: Who tells other points than its own.
    ///   - exhaustive: Up to so many reports are all tried.
    ///   - trials: How many reports are tried at most otherwise.
    /// - Returns: The misreport and whether it is known to be the best; `nil` if the party's own points have no whole sum.
    public func bestMisreport(
        of party: Int, exhaustive: Int = 200_000, trials: Int = 2_000_000
    ) -> (best: Misreport, isProven: Bool)? {
        guard let sum = points[party].reduce(.zero, +).exactInt, !points[party].isEmpty else { return nil }
        let truth = AdjustedWinner.whole(points[party], sum)
        let honest = totals()[party]
        func worth(_ told: [Int]) -> Rational {
            var stated = points
            stated[party] = told.map { Rational($0) }
            var mine = stated
            mine[party] = points[party]
            return AdjustedWinner(points: stated).totals(by: mine)[party]
        }
        var best = Misreport(told: truth, worth: honest, honest: honest)
        if AdjustedWinner.spreads(sum, over: truth.count, below: exhaustive) {
            var told = truth.map { _ in 0 }
            told[told.count - 1] = sum
            repeat {
                let value = worth(told)
                if value > best.worth { best = Misreport(told: told, worth: value, honest: honest) }
            } while AdjustedWinner.nextSpread(&told)
            return (best, true)
        }
        let other = points[1 - party].reduce(.zero, +)
        let copy =
            other > 0
            ? AdjustedWinner.whole(points[1 - party].map { $0 / other * Rational(sum) }, sum) : truth
        var left = trials
        for start in [truth, copy] {
            let found = AdjustedWinner.climb(start, &left, worth)
            if found.worth > best.worth {
                best = Misreport(told: found.told, worth: found.worth, honest: honest)
            }
        }
        return (best, false)
    }

    /// Whole points with a given sum, the largest remainders rounded up.
    private static func whole(_ points: [Rational], _ sum: Int) -> [Int] {
        var whole = points.map { $0.floor.exactInt ?? 0 }
        let rest = sum - whole.reduce(0, +)
        let byRemainder = points.indices.sorted {
            let (one, other) = (points[$0] - points[$0].floor, points[$1] - points[$1].floor)
            return one != other ? one > other : $0 < $1
        }
        for item in byRemainder.prefix(max(0, rest)) { whole[item] += 1 }
        return whole
    }

    private static func climb(
        _ start: [Int], _ left: inout Int, _ worth: ([Int]) -> Rational
    ) -> (told: [Int], worth: Rational) {
        var (told, value) = (start, worth(start))
        while true {
            var (better, most): ([Int]?, Rational) = (nil, value)
            for giver in told.indices {
                for taker in told.indices where taker != giver && told[giver] > 0 {
                    for amount in 1...told[giver] {
                        guard left > 0 else { return (told, value) }
                        left -= 1
                        var trial = told
                        trial[giver] -= amount
                        trial[taker] += amount
                        let value = worth(trial)
                        if value > most { (better, most) = (trial, value) }
                    }
                }
            }
            guard let better else { return (told, value) }
            (told, value) = (better, most)
        }
    }

    /// Whether there are at most so many ways to spread points over items.
    private static func spreads(_ points: Int, over items: Int, below limit: Int) -> Bool {
        var ways = Rational.one
        for item in 1..<max(1, items) { ways = ways * Rational(points + item) / Rational(item) }
        return ways <= Rational(limit)
    }

    /// The next way to spread the same points, in lexicographic order; `false` after the last.
    private static func nextSpread(_ told: inout [Int]) -> Bool {
        guard let last = told.indices.last, let source = told.indices.last(where: { told[$0] > 0 }),
            source > 0
        else { return false }
        let moved = told[source]
        told[source] = 0
        told[source - 1] += 1
        told[last] = moved - 1
        return true
    }
}
