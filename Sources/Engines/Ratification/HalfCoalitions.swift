/// The coalitions of some members by size, ascending in the first sum.
struct HalfCoalitions {
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
