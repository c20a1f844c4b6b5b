import Numbers

/// Counts the pairs of two tables whose sum reaches a floor in every coordinate.
///
/// One coordinate: a sweep. Two: a sweep with a tree of counts. More: both sides are halved by a value of one coordinate,
/// and pairs from different halves need not look at it again.
///
/// - Source: Bentley, *Multidimensional divide-and-conquer* (CACM 1980); Fenwick (1994) for the tree.
final class PairCount<Count: Tally> {
    private typealias List = UnsafeMutablePointer<Int32>

    private let parties: Int
    /// Party by party: what the first side has, and what the second side needs.
    private let offers: UnsafeMutablePointer<Int>
    private let needs: UnsafeMutablePointer<Int>
    private let offered: Int
    private let needed: Int
    private let offerCounts: ContiguousArray<Count>
    private let needCounts: ContiguousArray<Count>
    /// Where an offer stands in the tree, and how far into it a need looks; from 1.
    private var offerPlaces: ContiguousArray<Int32>
    private var needPlaces: ContiguousArray<Int32>
    private var tree: ContiguousArray<Count>
    private let zero = Count(whole: 0)
    private var total = Count(whole: 0)

    init(_ one: SumTable<Count>, _ other: SumTable<Count>, _ floors: [Int]) {
        (parties, offered, needed) = (floors.count, one.size, other.size)
        offers = .allocate(capacity: max(1, offered * parties))
        needs = .allocate(capacity: max(1, needed * parties))
        (offerCounts, needCounts) = (one.counts, other.counts)
        for party in floors.indices {
            for place in 0..<offered {
                offers[party * offered + place] = one.values[place * parties + party]
            }
            for place in 0..<needed {
                needs[party * needed + place] = floors[party] - other.values[place * parties + party]
            }
        }
        let (lastOffers, lastNeeds) = (offers + (parties - 1) * offered, needs + (parties - 1) * needed)
        let ladder = ContiguousArray(Set((0..<offered).map { lastOffers[$0] })).sorted(by: >)
        /// How many steps of the ladder are not below a value.
        func height(_ value: Int) -> Int32 {
            var (low, high) = (0, ladder.count)
            while low < high {
                let middle = (low + high) / 2
                if ladder[middle] >= value { low = middle + 1 } else { high = middle }
            }
            return Int32(low)
        }
        offerPlaces = ContiguousArray((0..<offered).map { height(lastOffers[$0]) })
        needPlaces = ContiguousArray((0..<needed).map { height(lastNeeds[$0]) })
        tree = ContiguousArray(repeating: Count(whole: 0), count: ladder.count + 1)
    }

    deinit {
        offers.deallocate()
        needs.deallocate()
    }

    /// The number of pairs, each weighted with the counts of both sides; `nil` if the budget did not last.
    func count(_ budget: inout Budget) -> Count? {
        let before = max(0, parties - 2)
        let sorting = RadixOrder()
        let isDone = withUnsafeTemporaryAllocation(of: Int32.self, capacity: offered + needed) { lists in
            guard let left = lists.baseAddress else { return true }
            let right = left + offered
            sorting.fallingOrder(offers + before * offered, offered, into: left)
            sorting.fallingOrder(needs + before * needed, needed, into: right)
            return count(left, offered, right, needed, 0, &budget)
        }
        return isDone ? total : nil
    }

    /// Both lists fall in the last coordinate but one.
    private func count(
        _ left: List, _ lefts: Int, _ right: List, _ rights: Int, _ dimension: Int, _ budget: inout Budget
    ) -> Bool {
        if lefts == 0 || rights == 0 { return true }
        guard budget.spend(lefts + rights) else { return false }
        if lefts * rights <= 512 {
            pairs(left, lefts, right, rights, dimension)
            return true
        }
        if dimension >= parties - 2 {
            sweep(left, lefts, right, rights)
            return true
        }
        let offering = RowList(rows: left, count: lefts, column: offers + dimension * offered)
        let needing = RowList(rows: right, count: rights, column: needs + dimension * needed)
        guard let pivot = RowList.pivot(offering, needing) else {
            return count(left, lefts, right, rights, dimension + 1, &budget)
        }
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: lefts + rights) { memory in
            let (mine, theirs) = (memory.baseAddress!, memory.baseAddress! + lefts)
            let upper = offering.split(at: pivot, into: mine)
            let hard = needing.split(at: pivot, into: theirs)
            // What is above the pivot meets every need below it.
            return count(mine, upper, theirs + hard, rights - hard, dimension + 1, &budget)
                && count(mine, upper, theirs, hard, dimension, &budget)
                && count(mine + upper, lefts - upper, theirs + hard, rights - hard, dimension, &budget)
        }
    }

    private func pairs(_ left: List, _ lefts: Int, _ right: List, _ rights: Int, _ dimension: Int) {
        for need in 0..<rights {
            let need = Int(right[need])
            var sum = zero
            for offer in 0..<lefts where meets(Int(left[offer]), need, from: dimension) {
                sum = sum + offerCounts[Int(left[offer])]
            }
            total = total + sum * needCounts[need]
        }
    }

    @inline(__always)
    private func meets(_ offer: Int, _ need: Int, from dimension: Int) -> Bool {
        for party in dimension..<parties where offers[party * offered + offer] < needs[party * needed + need]
        {
            return false
        }
        return true
    }

    /// The last two coordinates, or the only one: offers go into the tree as soon as they meet the need's first demand.
    private func sweep(_ left: List, _ lefts: Int, _ right: List, _ rights: Int) {
        let before = max(0, parties - 2)
        let (offers, needs) = (offers + before * offered, needs + before * needed)
        var next = 0
        tree.withUnsafeMutableBufferPointer { tree in
            for need in 0..<rights {
                let need = Int(right[need])
                while next < lefts, offers[Int(left[next])] >= needs[need] {
                    let offer = Int(left[next])
                    var place = Int(offerPlaces[offer])
                    while place < tree.count {
                        tree[place] = tree[place] + offerCounts[offer]
                        place += place & -place
                    }
                    next += 1
                }
                var (place, sum) = (Int(needPlaces[need]), zero)
                while place > 0 {
                    sum = sum + tree[place]
                    place &= place - 1
                }
                total = total + sum * needCounts[need]
            }
            for offer in 0..<next {
                var place = Int(offerPlaces[Int(left[offer])])
                while place < tree.count {
                    tree[place] = zero
                    place += place & -place
                }
            }
        }
    }
}
