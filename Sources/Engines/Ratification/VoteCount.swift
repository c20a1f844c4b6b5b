import Numbers

/// A count of coalitions: a machine word for up to 62 members, two words up to 125, any size beyond.
protocol VoteCount: Tally {
    static func - (left: Self, right: Self) -> Self
}

extension Int: VoteCount {}
extension Int128: VoteCount {}
extension Rational: VoteCount {}

/// Rows of Pascal's triangle: how many coalitions of each size there are.
struct PascalTriangle<Count: VoteCount> {
    private var rows: [Int: [Count]] = [:]

    /// Only the rows that are asked for are kept.
    ///
    /// - Returns: `nil` if the budget, one step for each sum, did not last.
    init?(rows wanted: some Sequence<Int>, budget: inout Budget) {
        let wanted = Set(wanted)
        let last = wanted.max() ?? 0
        guard budget.spend(last * last / 2) else { return nil }
        var row = [Count(whole: 1)]
        for members in 0...last {
            if wanted.contains(members) { rows[members] = row }
            for size in (1..<row.count).reversed() { row[size] = row[size] + row[size - 1] }
            row.append(Count(whole: 1))
        }
    }

    /// The coalitions of `members` members by size; a row that was asked for.
    subscript(members: Int) -> [Count] { rows[members]! }
}

/// Numbers of coalitions by size, as far as they go.
struct SizeCounts<Count: VoteCount>: Sendable {
    var counts: [Count]

    init(_ counts: [Count] = []) { self.counts = counts }

    /// Adds another one times a number, moved up by so many sizes.
    mutating func add(_ other: SizeCounts, times factor: Count, movedBy shift: Int) {
        let zero = Count(whole: 0)
        while counts.count < other.counts.count + shift { counts.append(zero) }
        for size in other.counts.indices where other.counts[size] != zero {
            counts[size + shift] = counts[size + shift] + other.counts[size] * factor
        }
    }

    /// Adds the product of two.
    mutating func add(_ left: SizeCounts, times right: SizeCounts) {
        for size in right.counts.indices where right.counts[size] != Count(whole: 0) {
            add(left, times: right.counts[size], movedBy: size)
        }
    }

    /// What is here and not in the other.
    func minus(_ other: SizeCounts) -> SizeCounts {
        let zero = Count(whole: 0)
        return SizeCounts(
            (0..<max(counts.count, other.counts.count)).map {
                ($0 < counts.count ? counts[$0] : zero) - ($0 < other.counts.count ? other.counts[$0] : zero)
            })
    }
}
