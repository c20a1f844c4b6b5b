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
    private var rows: [[Count]]

    init(upTo members: Int) {
        let one = Count(whole: 1)
        rows = [[one]]
        for size in 1..<max(1, members + 1) {
            let last = rows[size - 1]
            rows.append([one] + (1..<size).map { last[$0 - 1] + last[$0] } + [one])
        }
    }

    /// The coalitions of `members` members by size.
    subscript(members: Int) -> [Count] { rows[members] }
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
