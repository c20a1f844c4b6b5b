public import Numbers

extension Bargain {
    /// The points that a rule picks over the acceptable packages, without the whole frontier.
    ///
    /// Branch and bound by sums: a coarse frontier gives a value that can be had; partial sums whose value is smaller even
    /// with the best rest are dropped. What is left holds every point that the rule picks, and its exact comparison.
    ///
    /// - Parameters:
    ///   - concept: Any rule but `equalRatio`, whose value does not rise with the utilities.
    ///   - disagreement: What each party has without an agreement.
    ///   - ideal: The best for each party; by default over the acceptable packages.
    ///   - cap: How fine the coarse frontier is.
    ///   - budget: How many partial sums may be looked at in each of the sweeps.
    ///   - watch: Lets the sweeps be stopped.
    /// - Returns: `nil` if nothing is acceptable, the budget did not last, or the rule cannot be bounded.
    /// - Throws: Weights that do not fit the rule.
    /// - Source: Land & Doig (1960) for branch and bound.
    public func boundedSolution(
        _ concept: SolutionConcept, disagreement: [Rational], ideal: [Rational]? = nil, cap: Int = 1000,
        budget: Budget = Budget(20_000_000), watch: Watch? = nil
    ) throws(SolutionProblem) -> Solution? {
        guard disagreement.count == parties, concept != .equalRatio,
            let coarse = coarseFrontier(cap: cap, budget: budget, watch: watch),
            let ideal = ideal ?? acceptableIdeal(coarse, budget, watch)
        else { return nil }
        let score = try SolutionScore(concept, disagreement: disagreement, ideal: ideal)
        let estimate = ScoreEstimate(score, units)
        guard estimate.isUsable,
            let frontier = bounded(coarse, budget, watch, { sum in estimate.estimate { sum($0) } })
        else { return nil }
        return try frontier.solution(concept, disagreement: disagreement, ideal: ideal)
    }

    /// For each party the best over the acceptable packages.
    private func acceptableIdeal(
        _ coarse: CoarseFrontier, _ budget: Budget, _ watch: Watch?
    ) -> [Rational]? {
        var ideal: [Rational] = []
        for party in 0..<parties {
            guard
                let frontier = bounded(
                    coarse, budget, watch,
                    { sum in
                        let value = Double(sum(party))
                        return (value, abs(value) * 1e-12)
                    }),
                frontier.count > 0
            else { return nil }
            ideal.append(frontier.bestOfEach[party])
        }
        return ideal
    }

    /// The acceptable frontier without what cannot come up to the best of a coarse one.
    private func bounded(
        _ coarse: CoarseFrontier, _ budget: Budget, _ watch: Watch?,
        _ estimate: @escaping ((Int) -> Int) -> (score: Double, slack: Double)?
    ) -> Frontier? {
        var bar = -Double.infinity
        for point in 0..<coarse.count where coarse.isAcceptable(point) {
            let sum = coarse.units(point)
            if let value = estimate({ sum[$0] }) { bar = max(bar, value.score - value.slack) }
        }
        return frontier(BargainQuestion(self, .acceptable), budget, watch) { most in
            { sum in
                guard let value = estimate({ sum[$0] + most[$0] }) else { return false }
                return value.score + value.slack >= bar
            }
        }
    }
}
