/// A part of a table, shifted by a fixed vector: what one alternative makes of a group of partial sums.
struct ShiftedRun<Count: Tally> {
    /// Where the part stands in its table.
    let part: Range<Int>
    /// Where the shift stands in the list of shifts.
    let shift: Int
    /// What the step adds to the rank of a package.
    let rank: Count
    /// In how many ways the step can be taken.
    let ways: Count
}

/// Unites shifted parts of a table into one group: equal sums are merged, dominated ones dropped.
///
/// The parts are in order already, so the union is merged, not sorted. All memory is used again.
final class SumMerger<Count: Tally> {
    /// What becomes of a sum that another one dominates.
    enum Keeping { case undominated, all }

    private let parties: Int
    private let sums = Scratch<Int>(4096)
    private let origins = Scratch<(source: Int32, run: Int32)>(1024)
    private let order = Scratch<Int32>(1024)
    private let spare = Scratch<Int32>(1024)
    private let starts = Scratch<Int32>(1024)
    private let columns = Scratch<Int>(4096)
    private let alive = Scratch<Bool>(1024)
    private let staircase = Staircase()
    private let sorting = RadixOrder()
    private var bounds: [Int] = []
    private var hasCuts = false

    init(parties: Int) { self.parties = parties }

    /// Appends the united group to a table.
    ///
    /// - Parameters:
    ///   - runs: The parts and how each is shifted.
    ///   - table: Where the parts stand.
    ///   - shifts: The vectors by which the parts are shifted, one number per party.
    ///   - floors: For each party the least sum that is worth keeping.
    ///   - caps: For each party a sum that suffices whatever comes; only if all sums are kept.
    ///   - keeping: Whether dominated sums are dropped.
    ///   - isWorth: Asked of each sum; `false` drops it.
    ///   - target: Where the group is appended.
    func append(
        _ runs: [ShiftedRun<Count>], of table: borrowing SumTable<Count>, shifts: ContiguousArray<Int>,
        floors: [Int]?, caps: [Int]? = nil, keeping: Keeping = .undominated,
        where isWorth: ((UnsafePointer<Int>) -> Bool)? = nil, to target: inout SumTable<Count>
    ) {
        let count = collect(runs, table, shifts, floors, isWorth)
        if count == 0 { return }
        if let caps { cut(count, caps) }
        let order = mergedOrder(count)
        let different = findDifferent(order, count)
        let alive = alive.room(different)
        alive.update(repeating: true, count: different)
        if keeping == .undominated && different > 1 { strike(order, different, alive) }
        for place in 0..<different where alive[place] {
            write(order, Int(starts.base[place])..<Int(starts.base[place + 1]), runs, table, &target)
        }
    }

    /// Writes all shifted sums one behind the other; returns how many there are.
    private func collect(
        _ runs: [ShiftedRun<Count>], _ table: borrowing SumTable<Count>, _ shifts: ContiguousArray<Int>,
        _ floors: [Int]?, _ isWorth: ((UnsafePointer<Int>) -> Bool)?
    ) -> Int {
        let most = runs.reduce(0) { $0 + $1.part.count }
        let sums = sums.room(most * parties)
        let origins = origins.room(most)
        bounds.removeAll(keepingCapacity: true)
        bounds.append(0)
        var count = 0
        table.values.withUnsafeBufferPointer { values in
            for (number, run) in runs.enumerated() {
                for source in run.part {
                    var isKept = true
                    let target = sums + count * parties
                    for party in 0..<parties {
                        let sum = values[source * parties + party] &+ shifts[run.shift + party]
                        target[party] = sum
                        if let floors, sum < floors[party] { isKept = false }
                    }
                    if let isWorth, isKept { isKept = isWorth(target) }
                    guard isKept else { continue }
                    origins[count] = (Int32(source), Int32(number))
                    count += 1
                }
                if count > bounds.last! { bounds.append(count) }
            }
        }
        return count
    }

    /// Makes all sums that suffice whatever comes equal, and so large that they suffice beside any other part.
    private func cut(_ count: Int, _ caps: [Int]) {
        hasCuts = true
        for place in 0..<count {
            for party in 0..<parties where sums.base[place * parties + party] >= caps[party] {
                sums.base[place * parties + party] = 2 * BargainUnits.limit
            }
        }
    }

    /// Puts the runs whose order the cuts have spoiled in order again.
    private func sortRuns(_ list: UnsafeMutablePointer<Int32>) {
        hasCuts = false
        for run in 1..<bounds.count {
            let (low, high) = (bounds[run - 1], bounds[run])
            let isSpoiled = (low + 1..<max(low + 1, high)).contains { isLarger(list[$0], than: list[$0 - 1]) }
            guard isSpoiled else { continue }
            var part = UnsafeMutableBufferPointer(start: list + low, count: high - low)
            part.sort { isLarger($0, than: $1) }
        }
    }

    /// Merges neighbouring runs until one is left, the largest sums first.
    private func mergedOrder(_ count: Int) -> UnsafeMutablePointer<Int32> {
        var (from, to) = (order.room(count), spare.room(count))
        for place in 0..<count { from[place] = Int32(place) }
        if hasCuts { sortRuns(from) }
        while bounds.count > 2 {
            var next = [0]
            var run = 0
            while run + 1 < bounds.count {
                let (low, middle) = (bounds[run], bounds[run + 1])
                let high = run + 2 < bounds.count ? bounds[run + 2] : middle
                merge(from, low, middle, high, to)
                next.append(high)
                run += 2
            }
            bounds = next
            swap(&from, &to)
        }
        return from
    }

    private func merge(
        _ from: UnsafeMutablePointer<Int32>, _ low: Int, _ middle: Int, _ high: Int,
        _ to: UnsafeMutablePointer<Int32>
    ) {
        var (i, j, end) = (low, middle, low)
        while i < middle && j < high {
            let takesFirst = !isLarger(from[j], than: from[i])
            to[end] = takesFirst ? from[i] : from[j]
            if takesFirst { i += 1 } else { j += 1 }
            end += 1
        }
        if i < middle { (to + end).update(from: from + i, count: middle - i) }
        if j < high { (to + end).update(from: from + j, count: high - j) }
    }

    @inline(__always)
    private func isLarger(_ one: Int32, than other: Int32) -> Bool {
        let (a, b) = (sums.base + Int(one) * parties, sums.base + Int(other) * parties)
        for party in 0..<parties where a[party] != b[party] { return a[party] > b[party] }
        return false
    }

    /// Finds where each different sum starts in the order; returns their number.
    private func findDifferent(_ order: UnsafeMutablePointer<Int32>, _ count: Int) -> Int {
        let starts = starts.room(count + 1)
        var different = 0
        for place in 0..<count where place == 0 || isLarger(order[place - 1], than: order[place]) {
            starts[different] = Int32(place)
            different += 1
        }
        starts[different] = Int32(count)
        return different
    }

    private func strike(
        _ order: UnsafeMutablePointer<Int32>, _ count: Int, _ alive: UnsafeMutablePointer<Bool>
    ) {
        let columns = columns.room(count * parties)
        for place in 0..<count {
            let sum = sums.base + Int(order[Int(starts.base[place])]) * parties
            for party in 0..<parties { columns[party * count + place] = sum[party] }
        }
        ParetoFilter(
            parties: parties, count: count, columns: columns, alive: alive, staircase: staircase,
            sorting: sorting
        ).run()
    }

    /// Appends one sum with the counts of all that are equal to it.
    private func write(
        _ order: UnsafeMutablePointer<Int32>, _ equals: Range<Int>, _ runs: [ShiftedRun<Count>],
        _ table: borrowing SumTable<Count>, _ target: inout SumTable<Count>
    ) {
        let first = Int(order[equals.lowerBound])
        for party in 0..<parties { target.values.append(sums.base[first * parties + party]) }
        func way(_ place: Int) -> (count: Count, rank: Count) {
            let origin = origins.base[Int(order[place])]
            let run = runs[Int(origin.run)]
            return (
                table.counts[Int(origin.source)] * run.ways, table.ranks[Int(origin.source)] + run.rank
            )
        }
        var (count, rank) = way(equals.lowerBound)
        for place in equals.dropFirst() {
            let other = way(place)
            count = count + other.count
            rank = min(rank, other.rank)
        }
        target.counts.append(count)
        target.ranks.append(rank)
    }
}
