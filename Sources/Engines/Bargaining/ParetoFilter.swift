/// Strikes the dominated ones from points that are all different and stand in falling lexicographic order.
///
/// Two parties: one sweep. Three: a sweep over the first coordinate with a staircase of the other two. Four and more: the
/// better half strikes in the worse one before that is looked at itself, and what is left to compare has one coordinate less.
///
/// - Source: Kung, Luccio & Preparata, *On finding the maxima of a set of vectors* (JACM 1975).
/// - Complexity: O(n log n) for up to three parties besides moving steps of a staircase, O(n logᵈ⁻² n) for d parties.
struct ParetoFilter {
    let parties: Int
    let count: Int
    /// Party by party, each `count` long.
    let columns: UnsafePointer<Int>
    /// For each point whether it stands; all true at first.
    let alive: UnsafeMutablePointer<Bool>
    let staircase: Staircase
    let sorting: RadixOrder

    /// Below so many comparisons, every pair is looked at.
    private static let few = 1024

    func run() {
        switch parties {
        case 1: for point in 1..<max(1, count) { alive[point] = false }
        case 2: sweepTwo()
        case 3: sweepThree()
        case _ where count <= 40: comparePairs()
        default: sweepMany()
        }
    }

    private func comparePairs() {
        for victim in 1..<max(1, count) {
            for killer in 0..<victim where dominates(killer, victim, from: 1) {
                alive[victim] = false
                break
            }
        }
    }

    private func sweepTwo() {
        var best = Int.min
        let second = columns + count
        for point in 0..<count {
            alive[point] = second[point] > best
            best = max(best, second[point])
        }
    }

    private func sweepThree() {
        staircase.removeAll()
        let (second, third) = (columns + count, columns + 2 * count)
        for point in 0..<count { alive[point] = staircase.insert(second[point], third[point]) }
    }

    private func sweepMany() {
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: count) { list in
            let list = list.baseAddress!
            sorting.fallingOrder(columns + (parties - 3) * count, count, into: list)
            _ = thin(list, count, 0, count)
        }
    }

    /// Strikes what is dominated within a list.
    ///
    /// The list holds points with places from `low` to `high`, the third last coordinate falling. Survivors are moved to the
    /// front, order kept; their number is returned.
    private func thin(_ list: UnsafeMutablePointer<Int32>, _ size: Int, _ low: Int, _ high: Int) -> Int {
        if size <= 24 {
            thinPairs(list, size)
            return compact(list, size)
        }
        let middle = (low + high) >> 1
        return withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { halves in
            let better = halves.baseAddress!
            var upper = 0
            for place in 0..<size where Int(list[place]) < middle {
                better[upper] = list[place]
                upper += 1
            }
            let worse = better + upper
            var lower = 0
            for place in 0..<size where Int(list[place]) >= middle {
                worse[lower] = list[place]
                lower += 1
            }
            // The halves are ordered again after each half has been thinned: thinning keeps the order.
            let kept = thin(better, upper, low, middle)
            strike(worse, lower, by: better, kept, from: 1)
            let left = compact(worse, lower)
            let last = thin(worse, left, middle, high)
            mergeFalling(better, kept, worse, last, into: list)
            return kept + last
        }
    }

    /// Strikes in one list what a point of another dominates, all coordinates before `dimension` being known to allow it.
    private func strike(
        _ victims: UnsafeMutablePointer<Int32>, _ size: Int, by killers: UnsafeMutablePointer<Int32>,
        _ killerCount: Int, from dimension: Int
    ) {
        if size == 0 || killerCount == 0 { return }
        if size * killerCount <= ParetoFilter.few || size < 4 || killerCount < 4 {
            strikePairs(victims, size, killers, killerCount, from: dimension)
        } else if dimension == parties - 3 {
            sweep(victims, size, killers, killerCount)
        } else {
            divide(victims, size, killers, killerCount, dimension)
        }
    }

    /// Both lists fall in the third last coordinate, so a staircase of the last two decides.
    private func sweep(
        _ victims: UnsafeMutablePointer<Int32>, _ size: Int, _ killers: UnsafeMutablePointer<Int32>,
        _ killerCount: Int
    ) {
        staircase.removeAll()
        let third = columns + (parties - 3) * count
        let (second, last) = (third + count, third + 2 * count)
        var next = 0
        for place in 0..<size {
            let victim = Int(victims[place])
            while next < killerCount, third[Int(killers[next])] >= third[victim] {
                staircase.insert(second[Int(killers[next])], last[Int(killers[next])])
                next += 1
            }
            if staircase.covers(second[victim], last[victim]) { alive[victim] = false }
        }
    }

    /// Halves both lists by a value of one coordinate; the upper killers need not look at it again for lower victims.
    private func divide(
        _ victims: UnsafeMutablePointer<Int32>, _ size: Int, _ killers: UnsafeMutablePointer<Int32>,
        _ killerCount: Int, _ dimension: Int
    ) {
        let column = columns + dimension * count
        let struck = RowList(rows: victims, count: size, column: column)
        let striking = RowList(rows: killers, count: killerCount, column: column)
        guard let pivot = RowList.pivot(struck, striking) else {
            strike(victims, size, by: killers, killerCount, from: dimension + 1)
            return
        }
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size + killerCount) { memory in
            let (mine, theirs) = (memory.baseAddress!, memory.baseAddress! + size)
            let upper = struck.split(at: pivot, into: mine)
            let upperKillers = striking.split(at: pivot, into: theirs)
            strike(mine + upper, size - upper, by: theirs, upperKillers, from: dimension + 1)
            strike(mine, upper, by: theirs, upperKillers, from: dimension)
            let rest = compact(mine + upper, size - upper)
            strike(
                mine + upper, rest, by: theirs + upperKillers, killerCount - upperKillers, from: dimension)
        }
    }
}

extension ParetoFilter {
    private func thinPairs(_ list: UnsafeMutablePointer<Int32>, _ size: Int) {
        for one in 0..<size where alive[Int(list[one])] {
            let killer = Int(list[one])
            for other in 0..<size {
                let victim = Int(list[other])
                // What stands earlier is never dominated by what comes later.
                if killer < victim, dominates(killer, victim, from: 1) { alive[victim] = false }
            }
        }
    }

    private func strikePairs(
        _ victims: UnsafeMutablePointer<Int32>, _ size: Int, _ killers: UnsafeMutablePointer<Int32>,
        _ killerCount: Int, from dimension: Int
    ) {
        for place in 0..<size {
            let victim = Int(victims[place])
            for other in 0..<killerCount where dominates(Int(killers[other]), victim, from: dimension) {
                alive[victim] = false
                break
            }
        }
    }

    @inline(__always)
    private func dominates(_ one: Int, _ other: Int, from dimension: Int) -> Bool {
        for party in dimension..<parties where columns[party * count + one] < columns[party * count + other] {
            return false
        }
        return true
    }

    /// Moves the living to the front, order kept.
    private func compact(_ list: UnsafeMutablePointer<Int32>, _ size: Int) -> Int {
        var kept = 0
        for place in 0..<size where alive[Int(list[place])] {
            list[kept] = list[place]
            kept += 1
        }
        return kept
    }

    private func mergeFalling(
        _ one: UnsafeMutablePointer<Int32>, _ oneCount: Int, _ other: UnsafeMutablePointer<Int32>,
        _ otherCount: Int, into list: UnsafeMutablePointer<Int32>
    ) {
        let column = columns + (parties - 3) * count
        var (i, j) = (0, 0)
        while i < oneCount && j < otherCount {
            let takesOne = column[Int(one[i])] >= column[Int(other[j])]
            list[i + j] = takesOne ? one[i] : other[j]
            if takesOne { i += 1 } else { j += 1 }
        }
        if i < oneCount { (list + i + j).update(from: one + i, count: oneCount - i) }
        if j < otherCount { (list + i + j).update(from: other + j, count: otherCount - j) }
    }
}
