/// Keeps few sums that nearly dominate all others.
///
/// Sums are rounded down to a grid; one sum stays for each undominated cell. What is dropped lies, in every coordinate, less
/// than one cell above what stays.
///
/// - Source: Papadimitriou & Yannakakis, *On the approximability of trade-offs* (FOCS 2000), here with equal cells.
enum CoarseGrid {
    /// Widens the cells until no more than `cap` sums stay, or one in each group.
    ///
    /// - Returns: For each party by how much a dropped sum can be above the one that covers it.
    static func thin<Count: Tally>(
        _ table: inout SumTable<Count>, _ groups: inout [Range<Int>], to cap: Int
    ) -> [Int] {
        let ranges = spread(table)
        let least = groups.count { !$0.isEmpty }
        var share = 1 << 12
        while true {
            // In the end one cell holds everything, wherever the grid lies.
            let cells = ranges.map { share > 0 ? $0 / share + 1 : 2 * BargainUnits.limit }
            let kept = groups.map { representatives(table, $0, cells) }
            if kept.reduce(0, { $0 + $1.count }) <= max(cap, least) || share == 0 {
                rebuild(&table, &groups, kept)
                return zip(cells, ranges).map { min($0 - 1, $1) }
            }
            share >>= 1
        }
    }

    private static func spread<Count>(_ table: SumTable<Count>) -> [Int] {
        (0..<table.parties).map { party in
            var (low, high) = (Int.max, Int.min)
            for place in 0..<table.size {
                low = min(low, table.values[place * table.parties + party])
                high = max(high, table.values[place * table.parties + party])
            }
            return high - low
        }
    }

    /// The places of one sum for each undominated cell, ascending.
    private static func representatives<Count>(
        _ table: SumTable<Count>, _ group: Range<Int>, _ cells: [Int]
    ) -> [Int] {
        let parties = table.parties
        if group.count < 2 { return Array(group) }
        var rounded = ContiguousArray<Int>()
        rounded.reserveCapacity(group.count * parties)
        for place in group {
            for party in 0..<parties {
                let (value, cell) = (table.values[place * parties + party], cells[party])
                let remainder = value % cell
                rounded.append((value - (remainder < 0 ? remainder + cell : remainder)) / cell)
            }
        }
        return rounded.withUnsafeBufferPointer { rows in
            func isLarger(_ one: Int, _ other: Int) -> Bool {
                for party in 0..<parties where rows[one * parties + party] != rows[other * parties + party] {
                    return rows[one * parties + party] > rows[other * parties + party]
                }
                return false
            }
            var order = Array(0..<group.count)
            order.sort { isLarger($0, $1) || !isLarger($1, $0) && $0 < $1 }
            var different: [Int] = []
            for place in order where different.isEmpty || isLarger(different[different.count - 1], place) {
                different.append(place)
            }
            return undominated(different, rows.baseAddress!, parties).map { $0 + group.lowerBound }.sorted()
        }
    }

    private static func undominated(_ places: [Int], _ rows: UnsafePointer<Int>, _ parties: Int) -> [Int] {
        var columns = ContiguousArray<Int>()
        for party in 0..<parties { for place in places { columns.append(rows[place * parties + party]) } }
        var alive = ContiguousArray(repeating: true, count: places.count)
        columns.withUnsafeBufferPointer { columns in
            alive.withUnsafeMutableBufferPointer { alive in
                ParetoFilter(
                    parties: parties, count: places.count, columns: columns.baseAddress!,
                    alive: alive.baseAddress!, staircase: Staircase(), sorting: RadixOrder()
                ).run()
            }
        }
        return places.indices.filter { alive[$0] }.map { places[$0] }
    }

    private static func rebuild<Count>(
        _ table: inout SumTable<Count>, _ groups: inout [Range<Int>], _ kept: [[Int]]
    ) {
        var smaller = SumTable<Count>(parties: table.parties)
        for (group, places) in kept.enumerated() {
            let first = smaller.size
            for place in places {
                smaller.values.append(contentsOf: table.sum(place))
                smaller.counts.append(table.counts[place])
                smaller.ranks.append(table.ranks[place])
            }
            groups[group] = first..<smaller.size
        }
        table = smaller
    }
}
