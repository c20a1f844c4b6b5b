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
    private let halves: [Half]
    private let members: Int

    /// - Returns: `nil` if the game has more axes or more than 50 members, or the budget did not last.
    static func power(_ game: SimpleGame, _ budget: inout Budget) -> VotingPower? {
        guard game.members > 1, game.members <= 50, let plane = WinningPlane(game) else { return nil }
        let middle = game.members / 2
        let pairs = (1 << (game.members - middle)) * (game.members + 2)
        guard budget.spend(pairs) else { return nil }
        let halves = [
            Half(plane.weights, 0..<middle), Half(plane.weights, middle..<game.members),
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
        of group: Half.Group, in others: Half.Group, _ corners: [WinningPlane.Corner]
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

/// The coalitions of some members by size, ascending in the first sum.
private struct Half {
    struct Entry {
        let first: Int
        let second: Int
        let mask: Int
    }

    struct Group {
        let size: Int
        let entries: [Entry]
        /// The second sums ascending, and the place of each entry's among them.
        let seconds: [Int]
        let ranks: [Int]

        init(size: Int, entries: [Entry]) {
            self.size = size
            self.entries = entries.sorted { ($0.first, $0.mask) < ($1.first, $1.mask) }
            let order = self.entries.indices.sorted { [entries = self.entries] in
                entries[$0].second < entries[$1].second
            }
            seconds = order.map { [entries = self.entries] in entries[$0].second }
            var ranks = Array(repeating: 0, count: order.count)
            for (rank, place) in order.enumerated() { ranks[place] = rank }
            self.ranks = ranks
        }

        /// How many second sums are below a bound.
        func rank(of bound: Int) -> Int {
            var (low, high) = (0, seconds.count)
            while low < high {
                let middle = (low + high) / 2
                if seconds[middle] < bound { low = middle + 1 } else { high = middle }
            }
            return low
        }
    }

    let members: Range<Int>
    let groups: [Group]

    init(_ weights: [[Int]], _ members: Range<Int>) {
        self.members = members
        var bySize = Array(repeating: [Entry](), count: members.count + 1)
        var entries = [Entry(first: 0, second: 0, mask: 0)]
        entries.reserveCapacity(1 << members.count)
        bySize[0] = entries
        for mask in 1..<1 << members.count {
            let member = members.lowerBound + mask.trailingZeroBitCount
            let rest = entries[mask & (mask - 1)]
            let entry = Entry(
                first: rest.first + weights[0][member], second: rest.second + weights[1][member], mask: mask)
            entries.append(entry)
            bySize[mask.nonzeroBitCount].append(entry)
        }
        groups = bySize.enumerated().map { Group(size: $0, entries: $1) }
    }
}

/// For each size of a coalition which pairs of sums win.
private struct WinningPlane {
    /// Adds, or takes away, all pairs of sums that are at least these.
    struct Corner {
        let first: Int
        let second: Int
        let sign: Int
    }

    /// The two axes that are not head counts; one of zeros for one that is missing.
    let weights: [[Int]]
    let corners: [[Corner]]

    init?(_ game: SimpleGame) {
        let heavy = game.axes.indices.filter { game.axes[$0].contains { $0 != 1 } }
        guard heavy.count <= 2 else { return nil }
        let none = Array(repeating: 0, count: game.members)
        weights = (0..<2).map { $0 < heavy.count ? game.axes[heavy[$0]] : none }
        let levels = (0..<2).map { place in
            let leaves = game.gate.leaves.filter { place < heavy.count && $0.axis == heavy[place] }
            return [0] + Set(leaves.map(\.threshold)).sorted()
        }
        corners = (0...game.members).map { size in
            var sums = game.axes.map { _ in size }
            var (corners, last): ([Corner], Int?) = ([], nil)
            for first in levels[0] {
                let second = levels[1].first { second in
                    for place in heavy.indices { sums[heavy[place]] = place == 0 ? first : second }
                    return game.gate.isMet(by: sums)
                }
                guard let second, second != last else { continue }
                corners.append(Corner(first: first, second: second, sign: 1))
                if let last { corners.append(Corner(first: first, second: last, sign: -1)) }
                last = second
            }
            return corners
        }
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
