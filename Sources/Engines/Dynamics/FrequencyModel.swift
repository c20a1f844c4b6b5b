/// What a party seems to want, read from its offers: issues that it does not move weigh more, alternatives that it names
/// often are worth more.
///
/// In whole numbers, so that it is the same everywhere: an issue weighs 1 and 1 for each pair of successive offers that
/// agree on it, an alternative is worth its share of the most frequent one's count.
///
/// - Source: Hindriks & Tykhonov (2008); van Krimpen, Looije & Hajizadeh, *HardHeaded* (2013).
struct FrequencyModel {
    private let sizes: [Int]
    private let offsets: [Int]
    private var weights: [Int]
    private var counts: [Int]
    private var highest: [Int]
    private var last: Int?

    init(_ sizes: [Int]) {
        self.sizes = sizes
        var offsets: [Int] = []
        var total = 0
        for size in sizes {
            offsets.append(total)
            total += size
        }
        self.offsets = offsets
        weights = sizes.map { _ in 1 }
        counts = Array(repeating: 0, count: total)
        highest = sizes.map { _ in 0 }
    }

    /// Takes in an offer, given by its rank.
    mutating func note(_ rank: Int) {
        var (rest, before) = (rank, last ?? 0)
        for issue in sizes.indices.reversed() {
            let (digit, old) = (rest % sizes[issue], before % sizes[issue])
            (rest, before) = (rest / sizes[issue], before / sizes[issue])
            counts[offsets[issue] + digit] += 1
            highest[issue] = max(highest[issue], counts[offsets[issue] + digit])
            if last != nil, digit == old { weights[issue] += 1 }
        }
        last = rank
    }

    /// How much the party seems to like a package.
    func estimate(_ rank: Int) -> Int {
        var (rest, sum) = (rank, 0)
        for issue in sizes.indices.reversed() {
            let digit = rest % sizes[issue]
            rest /= sizes[issue]
            guard highest[issue] > 0 else { continue }
            sum += weights[issue] * ((counts[offsets[issue] + digit] << 20) / highest[issue])
        }
        return sum
    }
}
