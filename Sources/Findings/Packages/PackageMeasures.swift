import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// How hard the bargain is: how far wishes lie apart, how often they collide, and what trading issues can bring.
    ///
    /// Each party's worst package counts as 0 and its best as 1, whatever the rules.
    public struct MeasuresAnswer: Sendable {
        /// The squared distance from the point at which all have their best to the nearest package; 0: no quarrel.
        public let opposition: Rational
        /// The package nearest to what all would wish.
        public let nearestToAll: Package
        /// The share of pairs of packages that two parties rank oppositely, and of those that somebody prefers and nobody minds.
        public let opposedPairs: Rational
        public let alikePairs: Rational
        public let pairs: Int
        /// Whether all pairs were compared; otherwise they were drawn.
        public let isExact: Bool
        /// Every issue settled by itself in the middle.
        public let compromise: Package
        public let compromiseUtilities: [Rational]
        /// What everybody can get above the compromise at once, the least as large as can be; `nil` if some lose in any other.
        public let logrolling: Improvement
    }

    /// Where a draft stands among all packages.
    public struct Standing: Sendable {
        /// What each party falls short of its best, over its whole scale: at the best and at the worst completion.
        public let regrets: [Interval]
        /// The squared distance of its best completion from the frontier; `nil` where the frontiers are too large.
        public let toFrontier: Rational?
        /// The package of the frontier that is nearest.
        public let nearest: Package?
        /// With open issues as they are; `nil` where nobody says how they are.
        public let asIs: PointMeasures?
    }

    /// Where one package stands among the others.
    public struct PointMeasures: Sendable {
        /// The squared distance from the frontier on the scales from worst to best.
        public let toFrontier: Rational
        /// The squared distances to the first point that each rule picks.
        public let toSolutions: [(rule: SolutionRule, squared: Rational)]
        /// For each party by how much it would rather have another's bundle, the most of all others.
        public let envy: [Rational]
    }
}

extension PackageFrame {
    /// `nil` where nothing is allowed or the frontier is too large.
    func measures(
        _ bargain: Bargain, _ points: PackagePoints, seed: Int
    ) throws(PackagesProblem) -> PackagesFinding.MeasuresAnswer? {
        guard let frontier = points.whole, let ideal = frontier.opposition(on: points.scale) else {
            return nil
        }
        let pairs = bargain.rankAgreement(over: .allowed, seed: UInt64(bitPattern: Int64(seed)))
        let compromise = bargain.issueByIssueCompromise
        let utilities = bargain.utilities(of: compromise)
        return .init(
            opposition: ideal.squared, nearestToAll: named(frontier.example(ideal.point)),
            opposedPairs: pairs.shares.opposed, alikePairs: pairs.shares.alike, pairs: pairs.pairs,
            isExact: pairs.isExact, compromise: named(compromise), compromiseUtilities: utilities,
            logrolling: try improvement(on: utilities))
    }
}

extension PackagePoints {
    /// Where a draft stands.
    ///
    /// - Parameters:
    ///   - completions: The frontier of its completions.
    ///   - utilities: What it brings each party, from the worst completion to the best.
    ///   - package: The completion with open issues as they are.
    /// - Returns: Its distance and regrets.
    func standing(
        _ completions: Frontier?, _ utilities: [Interval], asIs package: [Int]?
    ) -> PackagesFinding.Standing {
        let regrets = utilities.enumerated().map { party, utility -> Interval in
            let width = scale.best[party] - scale.worst[party]
            return width > 0 ? (Interval(scale.best[party]) - utility) * Interval(1 / width) : Interval(0)
        }
        let nearest = completions.flatMap { whole?.nearest(to: $0, on: scale) }
        return .init(
            regrets: regrets, toFrontier: nearest?.squared,
            nearest: nearest.flatMap { found in whole.map { frame.named($0.example(found.point)) } },
            asIs: package.flatMap(measures))
    }

    /// Where a package stands; `nil` where the frontier is too large or nothing is allowed.
    private func measures(of package: [Int]) -> PackagesFinding.PointMeasures? {
        let utilities = bargain.utilities(of: package)
        guard let whole, let nearest = whole.nearest(to: utilities, on: scale) else { return nil }
        return .init(
            toFrontier: nearest.squared,
            toSolutions: (solutions ?? []).compactMap { solution in
                solution.ties.first.map {
                    (solution.rule, scale.squaredDistance($0.utilities, utilities))
                }
            }, envy: bargain.envy(package).map { $0.max() ?? 0 })
    }
}
