public import Numbers

/// A score in floating point, close enough to leave only few points to exact comparison.
///
/// Gains are exact before they are rounded, so each is right to a few units in the last place whatever its size. `slack`
/// bounds the error of the whole score generously; without exact gains nothing is ruled out.
struct ScoreEstimate: Sendable {
    private let score: SolutionScore
    /// Gain of a party: (units · `multiples` - `offsets`) · `factors`.
    private let multiples: [Int]
    private let offsets: [Int128]
    private let factors: [Double?]
    /// Whether the numbers fit.
    let isUsable: Bool

    init(_ score: SolutionScore, _ units: BargainUnits) {
        self.score = score
        let words = score.reference.map(\.words)
        isUsable = words.allSatisfy { $0 != nil }
        multiples = words.map { $0?.denominator ?? 1 }
        offsets = zip(words, units.scales).map { Int128($0?.numerator ?? 0) * Int128($1) }
        factors = score.factors.enumerated().map { party, factor in
            factor.map { Double($0) / Double(units.scales[party]) / Double(words[party]?.denominator ?? 1) }
        }
    }

    /// The score of a vector of units and a bound of its error; `nil` if the rule forbids the vector.
    ///
    /// Monotone in every party's units except for the spread.
    func estimate(_ units: (Int) -> Int) -> (score: Double, slack: Double)? {
        var (least, most, sum, size) = (Double.infinity, -Double.infinity, 0.0, 0.0)
        var product = (exponent: 0.0, significand: 1.0)
        for party in factors.indices {
            guard let factor = factors[party] else { continue }
            let gain = Double(Int128(units(party)) * Int128(multiples[party]) - offsets[party]) * factor
            (least, most, sum, size) = (min(least, gain), max(most, gain), sum + gain, size + abs(gain))
            if case .product(let exponents) = score.judgement {
                if gain < 0 { return nil }
                Self.multiply(&product, gain, exponents[party])
            }
        }
        switch score.judgement {
        case .leximin: return (least == .infinity ? 0 : least, 1e-9 * size)
        case .sum: return (sum, 1e-9 * size)
        case .spread: return (least == .infinity ? 0 : least - most, 1e-9 * size)
        // Rises with the product, like its logarithm; a relative error passes into an absolute one.
        case .product: return (product.exponent + product.significand, 1e-7)
        }
    }

    private static func multiply(
        _ product: inout (exponent: Double, significand: Double), _ gain: Double, _ power: Int
    ) {
        if gain == 0 {
            if power > 0 { product = (-.infinity, 0) }
            return
        }
        for _ in 0..<power where product.significand > 0 {
            let next = product.significand * gain.significand
            product = (product.exponent + Double(gain.exponent) + Double(next.exponent), next.significand)
        }
    }
}

extension Frontier {
    /// The points that a rule picks on this frontier.
    ///
    /// - Parameters:
    ///   - concept: The rule. Its theorem speaks of the frontier of the acceptable packages.
    ///   - disagreement: What each party has without an agreement.
    ///   - ideal: The best for each party; by default the best on this frontier.
    /// - Returns: All points that are equally good, or `nil` if there is no point, or none without loss for the product.
    /// - Throws: Numbers or weights that do not fit the rule.
    /// - Complexity: O(points · parties) and exact comparisons between those that floating point cannot tell apart.
    public func solution(
        _ concept: SolutionConcept, disagreement: [Rational], ideal: [Rational]? = nil
    ) throws(SolutionProblem) -> Solution? {
        guard disagreement.count == parties, ideal == nil || ideal!.count == parties else {
            throw .wrongNumbers
        }
        guard count > 0 else { return nil }
        let score = try SolutionScore(concept, disagreement: disagreement, ideal: ideal ?? bestOfEach)
        var (best, points): ([Rational], [Int]) = ([], [])
        for point in contenders(score) {
            guard let value = score.exact(utilities(point)) else { continue }
            if points.isEmpty || best.lexicographicallyPrecedes(value) {
                (best, points) = (value, [point])
            } else if value == best {
                points.append(point)
            }
        }
        if points.isEmpty { return nil }
        let isProduct = if case .product = score.judgement { true } else { false }
        return Solution(frontier: self, points: points, isDegenerate: isProduct && best == [0])
    }

    /// For each party the least on this frontier.
    ///
    /// - Precondition: There is a point.
    public var leastOfEach: [Rational] {
        (0..<parties).map { party in
            let least = (0..<count).reduce(Int.max) { min($0, units($1, party)) }
            return store.question.bargain.units.value(least, of: party)
        }
    }

    /// For each party the best on this frontier.
    ///
    /// - Precondition: There is a point.
    public var bestOfEach: [Rational] {
        (0..<parties).map { party in
            let most = (0..<count).reduce(Int.min) { max($0, units($1, party)) }
            return store.question.bargain.units.value(most, of: party)
        }
    }

    /// The points that can be best by a rule, as far as floating point tells.
    private func contenders(_ score: SolutionScore) -> [Int] {
        let estimate = ScoreEstimate(score, store.question.bargain.units)
        guard estimate.isUsable else { return Array(0..<count) }
        let values = (0..<count).map { point in estimate.estimate { units(point, $0) } }
        let bar = values.reduce(-Double.infinity) { max($0, $1.map { $0.score - $0.slack } ?? $0) }
        return values.indices.filter { point in
            values[point].map { $0.score + $0.slack >= bar } ?? false
        }
    }
}
