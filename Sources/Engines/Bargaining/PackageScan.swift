public import Numbers

/// Every package of a set in the order of enumeration, one after the other, in fixed memory.
///
/// The definition in motion: everything that is computed by other means is held against it. From one package to the next
/// mostly the last issue changes, so what the issues before it bring is kept, and each term knows where it stands.
final class PackageScan {
    private let question: BargainQuestion
    private let parties: Int
    private let sizes: [Int]
    /// The terms that end with an issue, with the step of that issue in the term's table.
    private var closing: [[Closing]]
    /// The other terms that an issue moves.
    private var opening: [[(term: Int, stride: Int)]]
    /// The truth values of all terms, one term behind the other.
    private var truth: ContiguousArray<Bool> = []
    /// What each term adds, party by party; nothing for terms that exclude.
    private var amounts: ContiguousArray<Int> = []
    private let excludes: [Bool]
    /// For each number of decided issues, what they bring each party and where each term stands.
    private let sums: UnsafeMutablePointer<Int>
    private let places: UnsafeMutablePointer<Int>
    private let terms: Int
    private(set) var package: [Int]

    init(_ question: BargainQuestion) {
        self.question = question
        let bargain = question.bargain
        parties = bargain.parties
        sizes = bargain.space.alternatives
        let numbers = question.blocks.flatMap(\.terms)
        terms = numbers.count
        closing = sizes.map { _ in [] }
        opening = sizes.map { _ in [] }
        excludes = numbers.map { bargain.units.amounts[$0].isEmpty }
        sums = .allocate(capacity: (sizes.count + 1) * parties)
        places = .allocate(capacity: (sizes.count + 1) * max(1, terms))
        package = sizes.map { _ in 0 }
        for party in 0..<parties { sums[party] = question.base[party] }
        for (term, number) in numbers.enumerated() {
            places[term] = truth.count
            truth += bargain.terms[number].holds
            amounts += excludes[term] ? Array(repeating: 0, count: parties) : bargain.units.amounts[number]
            enter(term, bargain.terms[number].scope)
        }
    }

    deinit {
        sums.deallocate()
        places.deallocate()
    }

    private func enter(_ term: Int, _ scope: [Int]) {
        var stride = 1
        for issue in scope.reversed() {
            if issue == scope.max()! {
                closing[issue].append(Closing(term: term, stride: stride, excludes: excludes[term]))
            } else {
                opening[issue].append((term, stride))
            }
            stride *= sizes[issue]
        }
    }

    /// Calls `visit` with the sums of every package of the set; the package itself stands in `package`.
    func run(_ visit: (UnsafePointer<Int>) -> Void) {
        if question.isEmpty { return }
        let floors = ContiguousArray(question.floors ?? Array(repeating: .min, count: parties))
        truth.withUnsafeBufferPointer { truth in
            amounts.withUnsafeBufferPointer { amounts in
                question.bargain.units.rows.withUnsafeBufferPointer { rows in
                    floors.withUnsafeBufferPointer { floors in
                        let tables = Tables(truth: truth, amounts: amounts, rows: rows, floors: floors)
                        if sizes.isEmpty { offer(sums, tables, visit) } else { decide(0, tables, visit) }
                    }
                }
            }
        }
    }

    private struct Closing {
        let term: Int
        let stride: Int
        let excludes: Bool
    }

    private struct Tables {
        let truth: UnsafeBufferPointer<Bool>
        let amounts: UnsafeBufferPointer<Int>
        let rows: UnsafeBufferPointer<Int>
        let floors: UnsafeBufferPointer<Int>
    }

    @inline(__always)
    private func offer(
        _ sum: UnsafeMutablePointer<Int>, _ tables: Tables, _ visit: (UnsafePointer<Int>) -> Void
    ) {
        for party in 0..<parties where sum[party] < tables.floors[party] { return }
        visit(sum)
    }

    private func decide(_ issue: Int, _ tables: Tables, _ visit: (UnsafePointer<Int>) -> Void) {
        let mine = sums + issue * parties
        let next = mine + parties
        let places = places + issue * terms
        let start = question.bargain.units.offsets[issue] * parties
        let (isLast, size) = (issue == sizes.count - 1, sizes[issue])
        closing[issue].withUnsafeBufferPointer { closing in
            var row = start
            for alternative in 0..<size {
                package[issue] = alternative
                for party in 0..<parties { next[party] = mine[party] + tables.rows[row + party] }
                row += parties
                guard close(closing, places, alternative, tables, next) else { continue }
                if isLast {
                    offer(next, tables, visit)
                } else {
                    move(issue, alternative)
                    decide(issue + 1, tables, visit)
                }
            }
        }
    }

    /// Adds what the terms that end here bring; `false` if one of them excludes the alternative.
    @inline(__always)
    private func close(
        _ closing: UnsafeBufferPointer<Closing>, _ places: UnsafeMutablePointer<Int>, _ alternative: Int,
        _ tables: Tables, _ next: UnsafeMutablePointer<Int>
    ) -> Bool {
        for one in closing where tables.truth[places[one.term] + alternative * one.stride] {
            if one.excludes { return false }
            for party in 0..<parties { next[party] += tables.amounts[one.term * parties + party] }
        }
        return true
    }

    /// Moves the terms that go on.
    private func move(_ issue: Int, _ alternative: Int) {
        let (from, to) = (places + issue * terms, places + (issue + 1) * terms)
        to.update(from: from, count: terms)
        for (term, stride) in opening[issue] { to[term] += alternative * stride }
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
        let scan = PackageScan(BargainQuestion(self, set, isOrdered: false))
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
        PackageScan(BargainQuestion(self, set, isOrdered: false)).run { _ in count += 1 }
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
