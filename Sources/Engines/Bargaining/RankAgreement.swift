public import Numbers

/// How often the parties rank two packages alike: what shares of all pairs are a quarrel, and what shares a common gain.
public struct RankAgreement: Hashable, Sendable {
    /// How many pairs were compared.
    public let pairs: Int
    /// Of these, those that some two parties rank oppositely.
    public let opposed: Int
    /// Those that somebody prefers and nobody minds.
    public let alike: Int
    /// Whether these are all pairs there are; otherwise they were drawn.
    public let isExact: Bool

    /// The share of pairs that some two parties rank oppositely, and of those that all rank alike.
    public var shares: (opposed: Rational, alike: Rational) {
        pairs == 0 ? (0, 0) : (Rational(opposed, over: pairs), Rational(alike, over: pairs))
    }
}

extension Bargain {
    /// Compares packages of a set two by two: all pairs of up to `exhaustive` packages, otherwise pairs drawn evenly.
    ///
    /// - Parameters:
    ///   - set: The packages that count.
    ///   - exhaustive: Up to so many packages of the whole space are all compared.
    ///   - samples: How many pairs are drawn otherwise, from at most four times as many packages; those outside the set do
    ///     not count.
    ///   - seed: The seed of the draw.
    /// - Returns: How many pairs were compared, and how many of each kind there are.
    /// - Complexity: O(exhaustive² · parties), or O(samples · (issues + terms)).
    public func rankAgreement(
        over set: PackageSet, exhaustive: Int = 600, samples: Int = 20_000, seed: UInt64 = 1
    ) -> RankAgreement {
        let question = BargainQuestion(self, set, isOrdered: false)
        var (pairs, opposed, alike) = (0, 0, 0)
        func compare(_ one: [Int], _ other: [Int]) {
            pairs += 1
            let (up, down) = zip(one, other).reduce((false, false)) {
                ($0.0 || $1.0 > $1.1, $0.1 || $1.0 < $1.1)
            }
            if up && down { opposed += 1 } else if up || down { alike += 1 }
        }
        if let size = space.size.exactInt, size <= exhaustive {
            let sums = (0..<size).compactMap { question.sums(of: space.package(at: Rational($0))) }
            for one in sums.indices {
                for other in sums.indices where other > one { compare(sums[one], sums[other]) }
            }
            return RankAgreement(pairs: pairs, opposed: opposed, alike: alike, isExact: true)
        }
        let source = Philox(seed: seed)
        var waiting: [Int]?
        // Of the packages drawn those of the set are paired as they come.
        for sample in 0..<UInt64(4 * samples) where pairs < samples {
            guard let sums = question.sums(of: draw(sample, source)) else { continue }
            if let other = waiting {
                compare(other, sums)
                waiting = nil
            } else {
                waiting = sums
            }
        }
        return RankAgreement(pairs: pairs, opposed: opposed, alike: alike, isExact: false)
    }
}
