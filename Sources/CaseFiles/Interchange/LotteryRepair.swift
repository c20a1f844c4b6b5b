import Numbers

/// Looks for fractions that sum to exactly 1 and of which the probabilities of a file may be rounded forms.
///
/// If there are none with a small common denominator, every probability is divided by the sum.
struct LotteryRepair {
    /// More branches than these are not written out in a hint.
    private static let branchLimit = 12
    /// The largest common denominator that is tried; a year has so many days.
    private static let denominatorLimit = 366

    let hint: String

    init(_ lottery: Lottery, sum: Rational, decimals: [Int?]) {
        guard sum.signum > 0 else {
            hint = "give at least one of them a probability above 0"
            return
        }
        let gap = 1 - sum
        let missing = gap.signum > 0 ? "\(Self.shown(gap)) is missing" : "\(Self.shown(-gap)) is too much"
        guard sum.words != nil else {
            hint = "\(missing); write them over one common denominator"
            return
        }
        let branches = zip(lottery.probabilities, decimals).compactMap { Branch($0, decimals: $1) }
        guard branches.count == lottery.labels.count, branches.count <= Self.branchLimit
        else {
            hint = "\(missing); divide each of them by \(Self.shown(sum))"
            return
        }
        let repaired = Self.unrounded(branches) ?? lottery.probabilities.map { $0 / sum }
        hint = "\(missing); write \(repaired.map(\.description).joined(separator: ", "))"
    }

    /// The value itself, or a rounded form if it is too long to read.
    static func shown(_ value: Rational) -> String {
        value.words != nil ? value.description : "about \(NumberFormat.json(Double(value)))"
    }

    /// The fractions with the smallest common denominator that the decimals are rounded, or all cut off, from.
    private static func unrounded(_ branches: [Branch]) -> [Rational]? {
        guard let places = branches.compactMap(\.decimals).max() else { return nil }
        for denominator in 1...denominatorLimit {
            // A denominator that is large beside the number of digits would fit by chance.
            guard denominator * denominator <= Branch.power(min(places, 6)) else { return nil }
            for isCut in [false, true] {
                let parts = branches.compactMap { $0.parts(of: denominator, isCut: isCut) }
                guard parts.count == branches.count, parts.reduce(0, +) == denominator else { continue }
                return parts.map { Rational($0, over: denominator) }
            }
        }
        return nil
    }
}

/// A probability that fits machine words, with the digits behind its point.
private struct Branch {
    private let above: Int128
    private let below: Int128
    /// `nil` if the number is meant as it stands: a whole number or a fraction.
    let decimals: Int?

    init?(_ value: Rational, decimals: Int?) {
        guard let (above, below) = value.words, (decimals ?? 0) <= 18 else { return nil }
        (self.above, self.below) = (Int128(above), Int128(below))
        self.decimals = above == 0 ? nil : decimals
    }

    static func power(_ exponent: Int) -> Int { (0..<exponent).reduce(1) { value, _ in value * 10 } }

    /// How many of `denominator` equal parts are written so when rounded, or cut off, to these digits.
    func parts(of denominator: Int, isCut: Bool) -> Int? {
        let scaled = above * Int128(denominator)
        let parts = isCut ? (scaled + below - 1) / below : (2 * scaled + below) / (2 * below)
        let distance = (parts * below - scaled).magnitude
        guard above == 0 || parts > 0, let decimals else { return distance == 0 ? Int(parts) : nil }
        let room = Int128(denominator) * below
        let reach = Int128(distance) * Int128(Self.power(decimals))
        return (isCut ? reach < room : 2 * reach <= room) ? Int(parts) : nil
    }
}
