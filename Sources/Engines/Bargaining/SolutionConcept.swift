public import Numbers

/// Which package a rule picks among those that everybody accepts.
public enum SolutionConcept: Hashable, Sendable {
    /// The largest product of gains, each raised to its party's weight (Nash 1950; with weights Kalai 1977). No weights: equal ones.
    case nash(weights: [Rational]?)
    /// The smallest share of the possible gain is as large as can be, then the second smallest, and so on
    /// (Kalai & Smorodinsky 1975; discrete form Nagahisa & Tanaka 2002).
    case kalaiSmorodinsky
    /// The shares of the possible gain differ as little as can be; on the frontier.
    case equalRatio
    /// The smallest gain is as large as can be, then the second smallest, and so on (Kalai 1977).
    case egalitarian
    /// The largest weighted sum of utilities. No weights: equal ones.
    case utilitarian(weights: [Rational]?)
    /// The largest sum of shares of the possible gain.
    case relativeUtilitarian
    /// The largest loss against what a party could have at best is as small as can be, then the second largest, and so on
    /// (Chun 1988; lexicographic, so that no tie lies below the frontier).
    case equalLoss
}

/// What cannot be asked of a solution.
public enum SolutionProblem: Error, Hashable, Sendable {
    /// There is not one reference or weight for each party, or a weight is negative.
    case wrongNumbers
    /// The weights have no small common multiple: their whole multiples sum to more than 10 000.
    case weightsTooFine
}

/// What a rule picks: all points that are equally good by it.
public struct Solution: Sendable {
    /// The frontier on which the points are numbered.
    public let frontier: Frontier
    /// The tied points, ascending.
    public let points: [Int]
    /// Whether the best product is 0: then the rule does not say which point is good.
    public let isDegenerate: Bool

    /// The number of packages that attain one of the points.
    public var packages: Rational { points.reduce(Rational.zero) { $0 + frontier.packages($1) } }
}

/// A rule in numbers: gains over a reference, made comparable by factors, then one of four ways to judge them together.
struct SolutionScore: Sendable {
    enum Judgement: Hashable, Sendable {
        case product(exponents: [Int])
        case leximin
        case sum
        case spread
    }

    let reference: [Rational]
    /// By what each gain is multiplied; `nil` for parties that can gain nothing and are left out.
    let factors: [Rational?]
    let judgement: Judgement

    /// The ideal is for each party the best that is possible.
    ///
    /// - Throws: Weights that do not fit the rule.
    init(_ concept: SolutionConcept, disagreement: [Rational], ideal: [Rational]) throws(SolutionProblem) {
        let ones = disagreement.map { _ in Rational.one as Rational? }
        let shares = zip(ideal, disagreement).map { best, least in best > least ? 1 / (best - least) : nil }
        switch concept {
        case .nash(let weights):
            (reference, factors) = (disagreement, ones)
            judgement = .product(exponents: try Self.exponents(weights, parties: ideal.count))
        case .kalaiSmorodinsky: (reference, factors, judgement) = (disagreement, shares, .leximin)
        case .equalRatio: (reference, factors, judgement) = (disagreement, shares, .spread)
        case .egalitarian: (reference, factors, judgement) = (disagreement, ones, .leximin)
        case .relativeUtilitarian: (reference, factors, judgement) = (disagreement, shares, .sum)
        case .equalLoss: (reference, factors, judgement) = (ideal, ones, .leximin)
        case .utilitarian(let weights):
            guard weights == nil || weights!.count == ideal.count,
                weights?.contains(where: { $0 < 0 }) != true
            else { throw .wrongNumbers }
            (reference, judgement) = (ideal.map { _ in .zero }, .sum)
            factors = weights ?? ones
        }
    }

    /// The weights as the smallest whole exponents.
    private static func exponents(_ weights: [Rational]?, parties: Int) throws(SolutionProblem) -> [Int] {
        guard let weights else { return Array(repeating: 1, count: parties) }
        guard weights.count == parties, !weights.contains(where: { $0 < 0 }) else { throw .wrongNumbers }
        var multiple = Rational.one
        for weight in weights {
            // The denominator of what is left over after the multiple so far.
            guard let words = (weight * multiple).words, words.denominator <= 10_000 else {
                throw .weightsTooFine
            }
            multiple *= Rational(words.denominator)
        }
        let whole = weights.map { ($0 * multiple).exactInt ?? .max }
        guard whole.allSatisfy({ $0 <= 10_000 }), whole.reduce(0, +) <= 10_000 else { throw .weightsTooFine }
        return whole
    }

    /// The judgement of a point, to be compared lexicographically; `nil` if a party would lose and the rule forbids it.
    func exact(_ utilities: [Rational]) -> [Rational]? {
        var gains: [Rational] = []
        for party in utilities.indices {
            guard let factor = factors[party] else { continue }
            gains.append((utilities[party] - reference[party]) * factor)
        }
        switch judgement {
        case .leximin: return gains.sorted()
        case .sum: return [gains.reduce(.zero, +)]
        case .spread: return [(gains.min() ?? 0) - (gains.max() ?? 0)]
        case .product(let exponents):
            guard gains.allSatisfy({ $0 >= 0 }) else { return nil }
            return [zip(gains, exponents).reduce(Rational.one) { $0 * Self.power($1.0, $1.1) }]
        }
    }

    private static func power(_ base: Rational, _ exponent: Int) -> Rational {
        var (result, square, rest) = (Rational.one, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            rest >>= 1
            if rest > 0 { square *= square }
        }
        return result
    }
}
