import Numbers

/// The power in a game of at most two axes besides head counts, by meeting in the middle.
///
/// The members are parted in two halves. For each coalition of the one it is counted how many of the other win with it:
/// those above a staircase in the plane of two sums, found by a sweep along the first and a tree of counts over the second.
///
/// - Source: Horowitz & Sahni (1974) for the halves; Klinz & Woeginger, *Faster algorithms for computing power indices in
///   weighted voting games* (Mathematical Social Sciences 49, 2005), for their use here; Fenwick (1994) for the tree.
struct HalvesCount {
    private let plane: WinningPlane
    private let halves: [HalfCoalitions]
    private let members: Int

    /// - Returns: `nil` if the game has more axes or more than 50 members, or the budget did not last.
    static func power(_ game: SimpleGame, _ budget: inout Budget) -> VotingPower? {
        guard game.members > 1, game.members <= 50, let plane = WinningPlane(game) else { return nil }
        let middle = game.members / 2
        let pairs = (1 << (game.members - middle)) * (game.members + 2)
        guard budget.spend(pairs) else { return nil }
        let halves = [
            HalfCoalitions(plane.weights, 0..<middle), HalfCoalitions(plane.weights, middle..<game.members),
        ]
        return HalvesCount(plane: plane, halves: halves, members: game.members).power()
    }

    private func power() -> VotingPower {
        var with = Array(repeating: Array(repeating: 0, count: members + 1), count: members)
        var all = Array(repeating: 0, count: members + 1)
        for (mine, others) in [(halves[0], halves[1]), (halves[1], halves[0])] {
            all = Array(repeating: 0, count: members + 1)
            for group in mine.groups {
                for other in others.groups {
                    let size = group.size + other.size
                    let wins = partners(of: group, in: other, plane.corners[size])
                    for (entry, count) in zip(group.entries, wins) where count != 0 {
                        all[size] += count
                        var bits = entry.mask
                        while bits != 0 {
                            with[mine.members.lowerBound + bits.trailingZeroBitCount][size] += count
                            bits &= bits - 1
                        }
                    }
                }
            }
        }
        // A losing coalition without the member that wins with it: what wins with it, less what won without.
        let swings = with.map { mine in
            (0..<members).map { Rational(mine[$0 + 1] - (all[$0] - mine[$0])) }
        }
        return VotingPower(winningBySize: all.map { Rational($0) }, swingsBySize: swings)
    }

    /// For each coalition of a group how many of another group win with it.
    private func partners(
        of group: HalfCoalitions.Group, in others: HalfCoalitions.Group, _ corners: [WinningPlane.Corner]
    ) -> [Int] {
        var wins = Array(repeating: 0, count: group.entries.count)
        for corner in corners {
            var (tree, place) = (CountTree(others.entries.count), others.entries.count)
            for (number, entry) in group.entries.enumerated() {
                while place > 0, others.entries[place - 1].first + entry.first >= corner.first {
                    place -= 1
                    tree.insert(others.ranks[place])
                }
                if tree.count == 0 { continue }
                let below = others.rank(of: corner.second - entry.second)
                wins[number] += corner.sign * (tree.count - tree.count(below: below))
            }
        }
        return wins
    }
}

/// Counts of numbers below a bound, one inserted after another.
private struct CountTree {
    private var sums: [Int]
    private(set) var count = 0

    init(_ size: Int) { sums = Array(repeating: 0, count: size + 1) }

    mutating func insert(_ number: Int) {
        count += 1
        var place = number + 1
        while place < sums.count {
            sums[place] &+= 1
            place += place & -place
        }
    }

    func count(below bound: Int) -> Int {
        var (place, sum) = (bound, 0)
        while place > 0 {
            sum &+= sums[place]
            place &= place - 1
        }
        return sum
    }
}
