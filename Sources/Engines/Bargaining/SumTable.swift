import Numbers

/// Partial sums of all parties with how many packages reach each and which comes first.
///
/// Within a group the sums stand in falling lexicographic order, all different.
struct SumTable<Count: Tally>: Sendable {
    let parties: Int
    /// Sum by sum, one number per party.
    var values = ContiguousArray<Int>()
    /// How many choices reach the sum.
    var counts = ContiguousArray<Count>()
    /// What the first of them contributes to a package's rank.
    var ranks = ContiguousArray<Count>()

    var size: Int { counts.count }

    init(parties: Int) { self.parties = parties }

    /// The table with one sum, reached by choosing nothing.
    init(start: [Int]) {
        parties = start.count
        values = ContiguousArray(start)
        counts = [Count(whole: 1)]
        ranks = [Count(whole: 0)]
    }

    func sum(_ place: Int) -> ArraySlice<Int> {
        ArraySlice(values[place * parties..<(place + 1) * parties])
    }

    /// Where a sum stands within a part of the table, by binary search.
    func place(of sum: [Int], in part: Range<Int>) -> Int? {
        var (low, high) = (part.lowerBound, part.upperBound)
        while low < high {
            let middle = (low + high) >> 1
            switch order(middle, sum) {
            case 0: return middle
            case 1: low = middle + 1
            default: high = middle
            }
        }
        return nil
    }

    /// 1 if the sum at a place is the larger one, 0 if both are equal, else -1.
    private func order(_ place: Int, _ sum: [Int]) -> Int {
        for party in 0..<parties {
            let value = values[place * parties + party]
            if value != sum[party] { return value > sum[party] ? 1 : -1 }
        }
        return 0
    }
}
