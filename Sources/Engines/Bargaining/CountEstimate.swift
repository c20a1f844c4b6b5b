public import Numbers

/// How many packages a set has, as far as a sample tells.
public struct CountEstimate: Hashable, Sendable {
    /// The packages drawn, with replacement.
    public let samples: Int
    /// How many of them belong to the set.
    public let hits: Int
    /// The number of packages: the share of hits times the size of the space.
    public let estimate: Rational
    /// With a probability of at least 99 % before the draw, the number lies in here, ends included.
    public let interval: Interval
}

extension Bargain {
    /// Estimates how many packages a set has from packages drawn evenly and independently.
    ///
    /// The interval is Hoeffding's: it holds for every share and every sample size.
    ///
    /// - Parameters:
    ///   - set: The packages that count.
    ///   - samples: How many packages are drawn, at least one.
    ///   - seed: The seed of the draw; the same seed gives the same answer.
    /// - Returns: The estimate with its interval.
    /// - Source: Hoeffding, *Probability inequalities for sums of bounded random variables* (1963), theorem 1.
    public func estimatedCount(of set: PackageSet, samples: Int = 100_000, seed: UInt64 = 1) -> CountEstimate
    {
        precondition(samples > 0, "at least one sample")
        let source = Philox(seed: seed)
        let question = BargainQuestion(self, set, isOrdered: false)
        let hits = (0..<samples).count { question.sums(of: draw(UInt64($0), source)) != nil }
        // ln(2 / 0.01) is a little less than 5.2984.
        let radius = Rational(exactly: (5.2984 / (2 * Double(samples))).squareRoot() * (1 + 0x1p-40))
        let share = Rational(hits, over: samples)
        return CountEstimate(
            samples: samples, hits: hits, estimate: share * space.size,
            interval: Interval(
                max(0, share - radius) * space.size, min(1, share + radius) * space.size))
    }
}
