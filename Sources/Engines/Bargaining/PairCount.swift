import Numbers

/// Counts the pairs of two tables whose sum reaches a floor in every coordinate.
///
/// One coordinate: a sweep. Two: a sweep with a tree of counts. More: both sides are halved by a value of one coordinate,
/// and pairs from different halves need not look at it again.
///
/// - Source: Bentley, *Multidimensional divide-and-conquer* (CACM 1980); Fenwick (1994) for the tree.
final class PairCount<Count: Tally> {
    private let parties: Int
    /// Party by party: what the first side has, and what the second side needs.
    private var offers: ContiguousArray<Int>
    private var needs: ContiguousArray<Int>
    private let offered: Int
    private let needed: Int
    private let offerCounts: ContiguousArray<Count>
    private let needCounts: ContiguousArray<Count>
    /// Where an offer stands in the tree, and how far into it a need looks; from 1.
    private var offerPlaces: ContiguousArray<Int>
    private var needPlaces: ContiguousArray<Int>
    private var tree: ContiguousArray<Count>
    private let zero = Count(whole: 0)
    private var total = Count(whole: 0)

    init(_ one: SumTable<Count>, _ other: SumTable<Count>, _ floors: [Int]) {
        (parties, offered, needed) = (floors.count, one.size, other.size)
        (offers, needs) = ([], [])
        (offerCounts, needCounts) = (one.counts, other.counts)
        for party in floors.indices {
            for place in 0..<one.size { offers.append(one.values[place * floors.count + party]) }
            for place in 0..<other.size {
                needs.append(floors[party] - other.values[place * floors.count + party])
            }
        }
        let last = offers.suffix(one.size)
        let ladder = ContiguousArray(Set(last)).sorted(by: >)
        /// How many steps of the ladder are not below a value.
        func height(_ value: Int) -> Int {
            var (low, high) = (0, ladder.count)
            while low < high {
                let middle = (low + high) / 2
                if ladder[middle] >= value { low = middle + 1 } else { high = middle }
            }
            return low
        }
        offerPlaces = ContiguousArray(last.map(height))
        needPlaces = ContiguousArray(needs.suffix(other.size).map(height))
        tree = ContiguousArray(repeating: Count(whole: 0), count: ladder.count + 1)
    }

    /// The number of pairs, each weighted with the counts of both sides; `nil` if the budget did not last.
    func count(_ budget: inout Budget) -> Count? {
        let before = max(0, parties - 2)
        var left = Array(0..<offered)
        var right = Array(0..<needed)
        left.sort { offers[before * offered + $0] > offers[before * offered + $1] }
        right.sort { needs[before * needed + $0] > needs[before * needed + $1] }
        guard count(left, right, 0, &budget) else { return nil }
        return total
    }

    /// Both lists fall in the last coordinate but one.
    private func count(
        _ left: [Int], _ right: [Int], _ dimension: Int, _ budget: inout Budget
    ) -> Bool {
        if left.isEmpty || right.isEmpty { return true }
        guard budget.spend(left.count + right.count) else { return false }
        if left.count * right.count <= 256 {
            pairs(left, right, dimension)
            return true
        }
        if dimension >= parties - 2 {
            sweep(left, right)
            return true
        }
        let pivot = pivot(left, right, dimension)
        guard let pivot else { return count(left, right, dimension + 1, &budget) }
        let upper = left.filter { offers[dimension * offered + $0] >= pivot }
        let lower = left.filter { offers[dimension * offered + $0] < pivot }
        let hard = right.filter { needs[dimension * needed + $0] >= pivot }
        let easy = right.filter { needs[dimension * needed + $0] < pivot }
        return count(upper, easy, dimension + 1, &budget) && count(upper, hard, dimension, &budget)
            && count(lower, easy, dimension, &budget)
    }

    /// A value near the middle with something on either side; `nil` if all are equal.
    private func pivot(_ left: [Int], _ right: [Int], _ dimension: Int) -> Int? {
        var values: [Int] = []
        var (low, high) = (Int.max, Int.min)
        let steps = (max(1, left.count / 16), max(1, right.count / 16))
        for (number, place) in left.enumerated() {
            let value = offers[dimension * offered + place]
            (low, high) = (min(low, value), max(high, value))
            if number % steps.0 == 0 { values.append(value) }
        }
        for (number, place) in right.enumerated() {
            let value = needs[dimension * needed + place]
            (low, high) = (min(low, value), max(high, value))
            if number % steps.1 == 0 { values.append(value) }
        }
        guard low < high else { return nil }
        values.sort()
        let median = values[values.count / 2]
        return median > low ? median : low + 1 + (high - low - 1) / 2
    }

    private func pairs(_ left: [Int], _ right: [Int], _ dimension: Int) {
        for need in right {
            var sum = zero
            for offer in left
            where (dimension..<parties).allSatisfy({
                offers[$0 * offered + offer] >= needs[$0 * needed + need]
            }) { sum = sum + offerCounts[offer] }
            total = total + sum * needCounts[need]
        }
    }

    /// The last two coordinates, or the only one: offers go into the tree as soon as they meet the need's first demand.
    private func sweep(_ left: [Int], _ right: [Int]) {
        let before = max(0, parties - 2)
        var next = 0
        for need in right {
            while next < left.count,
                offers[before * offered + left[next]] >= needs[before * needed + need]
            {
                add(left[next])
                next += 1
            }
            var (place, sum) = (needPlaces[need], zero)
            while place > 0 {
                sum = sum + tree[place]
                place &= place - 1
            }
            total = total + sum * needCounts[need]
        }
        for place in left[..<next] { clear(place) }
    }

    private func add(_ offer: Int) {
        var place = offerPlaces[offer]
        while place < tree.count {
            tree[place] = tree[place] + offerCounts[offer]
            place += place & -place
        }
    }

    private func clear(_ offer: Int) {
        var place = offerPlaces[offer]
        while place < tree.count {
            tree[place] = zero
            place += place & -place
        }
    }
}
