public import Numbers

/// Every package of a set in the order of enumeration, one after the other, in fixed memory.
///
/// The definition in motion: everything that is computed by other means is held against it. From one package to the next
/// mostly the last issue changes, so what the issues before it bring is kept.
final class PackageScan {
    private let question: BargainQuestion
    private let parties: Int
    private let sizes: [Int]
    /// The terms whose last issue a place in the order is, with the step of that issue in the term's table.
    private var closing: [[(term: Int, stride: Int)]]
    /// The other terms that an issue moves.
    private var opening: [[(term: Int, stride: Int)]]
    /// For each number of decided issues, what they bring each party and where each term stands.
    private var sums: [[Int]]
    private var places: [[Int]]
    private(set) var package: [Int]

    init(_ question: BargainQuestion) {
        self.question = question
        let bargain = question.bargain
        parties = bargain.parties
        sizes = bargain.space.alternatives
        closing = sizes.map { _ in [] }
        opening = closing
        for number in question.blocks.flatMap(\.terms) {
            let scope = bargain.terms[number].scope
            var stride = 1
            for issue in scope.reversed() {
                if issue == scope.max()! {
                    closing[issue].append((number, stride))
                } else {
                    opening[issue].append((number, stride))
                }
                stride *= sizes[issue]
            }
        }
        sums = Array(repeating: question.base, count: sizes.count + 1)
        places = Array(repeating: bargain.terms.map { _ in 0 }, count: sizes.count + 1)
        package = sizes.map { _ in 0 }
    }

    /// Calls `visit` with the sums of every package of the set; the package itself stands in `package`.
    func run(_ visit: (UnsafePointer<Int>) -> Void) {
        if question.isEmpty { return }
        decide(0, visit)
    }

    private func decide(_ issue: Int, _ visit: (UnsafePointer<Int>) -> Void) {
        if issue == sizes.count {
            sums[issue].withUnsafeBufferPointer { sum in
                if let floors = question.floors {
                    for party in 0..<parties where sum[party] < floors[party] { return }
                }
                visit(sum.baseAddress!)
            }
            return
        }
        for alternative in 0..<sizes[issue] {
            package[issue] = alternative
            let row = (question.bargain.units.offsets[issue] + alternative) * parties
            for party in 0..<parties {
                sums[issue + 1][party] = sums[issue][party] + question.bargain.units.rows[row + party]
            }
            if take(issue, alternative) { decide(issue + 1, visit) }
        }
    }

    /// Moves the terms to an alternative; `false` if one of them excludes it.
    private func take(_ issue: Int, _ alternative: Int) -> Bool {
        if opening[issue].isEmpty && closing[issue].isEmpty {
            places[issue + 1] = places[issue]
            return true
        }
        for term in places[issue].indices { places[issue + 1][term] = places[issue][term] }
        for (term, stride) in opening[issue] { places[issue + 1][term] += alternative * stride }
        for (term, stride) in closing[issue]
        where question.bargain.terms[term].holds[places[issue][term] + alternative * stride] {
            let amounts = question.bargain.units.amounts[term]
            if amounts.isEmpty { return false }
            for party in 0..<parties { sums[issue + 1][party] += amounts[party] }
        }
        return true
    }
}

/// A point of a frontier that was found by looking at every package.
public struct ScannedPoint: Hashable, Sendable {
    public let utilities: [Rational]
    /// How many packages attain it.
    public let packages: Int
    /// The first of them.
    public let example: [Int]
}

extension Bargain {
    /// The Pareto frontier by looking at every package, best first for the first party.
    ///
    /// - Returns: `nil` if there are more packages than `limit`.
    /// - Complexity: O(packages · points) at worst, mostly near O(packages).
    public func scannedFrontier(over set: PackageSet = .allowed, limit: Int = 100_000_000) -> [ScannedPoint]?
    {
        guard let size = space.size.exactInt, size <= limit else { return nil }
        let scan = PackageScan(BargainQuestion(self, set))
        let running = RunningFrontier(parties: parties)
        scan.run { sum in running.offer(sum, scan.package) }
        return running.points.map { point in
            ScannedPoint(
                utilities: point.sum.enumerated().map { units.value($1, of: $0) }, packages: point.count,
                example: point.first)
        }.sorted { $1.utilities.lexicographicallyPrecedes($0.utilities) }
    }

    /// How many packages belong to a set, by looking at every one; `nil` if there are more than `limit`.
    public func scannedCount(of set: PackageSet, limit: Int = 100_000_000) -> Int? {
        guard let size = space.size.exactInt, size <= limit else { return nil }
        var count = 0
        PackageScan(BargainQuestion(self, set)).run { _ in count += 1 }
        return count
    }
}

/// The undominated ones of the vectors offered so far.
final class RunningFrontier {
    private let parties: Int
    private var sums = ContiguousArray<Int>()
    private var counts: [Int] = []
    private var firsts: [[Int]] = []

    init(parties: Int) { self.parties = parties }

    var points: [(sum: [Int], count: Int, first: [Int])] {
        counts.indices.map { (Array(sums[$0 * parties..<($0 + 1) * parties]), counts[$0], firsts[$0]) }
    }

    /// Takes a vector in, counts it, or drops it. What drops one moves to the front: it will drop more.
    func offer(_ sum: UnsafePointer<Int>, _ package: @autoclosure () -> [Int]) {
        var place = 0
        while place < counts.count {
            let (isBelow, isAbove) = compare(place, sum)
            if isBelow && isAbove {
                counts[place] += 1
                return
            }
            if isBelow {
                if place > 0 { exchange(place, 0) }
                return
            }
            if isAbove { remove(place) } else { place += 1 }
        }
        for party in 0..<parties { sums.append(sum[party]) }
        counts.append(1)
        firsts.append(package())
    }

    /// Whether the vector is nowhere above a kept one, and whether it is nowhere below.
    @inline(__always)
    private func compare(_ place: Int, _ sum: UnsafePointer<Int>) -> (isBelow: Bool, isAbove: Bool) {
        var (isBelow, isAbove) = (true, true)
        for party in 0..<parties {
            let kept = sums[place * parties + party]
            if sum[party] > kept { isBelow = false }
            if sum[party] < kept { isAbove = false }
        }
        return (isBelow, isAbove)
    }

    private func exchange(_ one: Int, _ other: Int) {
        for party in 0..<parties { sums.swapAt(one * parties + party, other * parties + party) }
        counts.swapAt(one, other)
        firsts.swapAt(one, other)
    }

    private func remove(_ place: Int) {
        let last = counts.count - 1
        if place < last { exchange(place, last) }
        sums.removeLast(parties)
        counts.removeLast()
        firsts.removeLast()
    }
}
