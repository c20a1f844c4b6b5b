import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// Packages that no other betters for one party without worsening it for another, at the points of all numbers.
    public struct FrontierAnswer: Sendable {
        public let points: Int
        public let packages: Rational
        public let acceptablePoints: Int
        /// For each point, best first for the first party, what each party gets.
        public let utilities: [[Rational]]
        public let examples: [Package]
        /// Which of them are acceptable to all.
        public let isAcceptable: [Bool]
    }

    /// What a rule picks among the acceptable packages, by the conventions of the question.
    public struct SolutionAnswer: Sendable {
        public let rule: SolutionRule
        /// Of each tied point what each party gets, how many packages attain it, and the first of them.
        public let ties: [Tie]
        public let packages: Rational
        /// The product is zero at best, so that the rule does not say which package is good.
        public let isDegenerate: Bool
    }

    public struct Tie: Sendable {
        public let utilities: [Rational]
        public let example: Package
    }

    public enum SolutionRule: String, Hashable, Sendable, CaseIterable {
        case nash, kalaiSmorodinsky, egalitarian, utilitarian, relativeUtilitarian, equalLoss, fallback
    }

    /// The smallest steps that would make an empty set hold a package.
    public struct ConcessionAnswer: Sendable {
        /// By which all reservations together would have to fall.
        public let total: Rational
        /// How much of it each party gives.
        public let byParty: [Rational]
        public let example: Package
        /// The least that the one who gives most must give.
        public let greatest: Rational
        public let greatestByParty: [Rational]
        public let greatestExample: Package
    }
}

/// The frontier and what rules pick from it, at the points of all numbers.
struct PackagePoints {
    let frame: PackageFrame
    let bargain: Bargain
    /// Over the lawful packages without red lines.
    let whole: Frontier?
    let acceptable: Frontier?
    /// From each party's worst to its best over all packages, whatever the rules.
    let scale: PackageScale
    private let conventions: PackagesFinding.Conventions
    private(set) var solutions: [PackagesFinding.SolutionAnswer]?

    /// How many partial sums a sweep may look at.
    static let steps = 4_000_000
    /// How many points are told.
    private static let told = 10_000

    init(
        _ frame: PackageFrame, _ bargain: Bargain,
        _ conventions: PackagesFinding.Conventions = PackagesFinding.Conventions(),
        withFallback: Bool = true
    ) throws(PackagesProblem) {
        (self.frame, self.bargain, self.conventions) = (frame, bargain, conventions)
        whole = frame.frontier(bargain, over: .allowed, steps: Self.steps)
        acceptable = frame.frontier(bargain, over: .acceptable, steps: Self.steps)
        let free = try frame.bargain(excluding: [])
        // Without bonuses the ends are sums over issues; with them a sweep may be needed that does not end.
        scale =
            free.scale(over: .feasible, budget: Budget(Self.steps))
            ?? PackageScale(
                worst: free.contributions.map { $0.reduce(.zero) { $0 + ($1.min() ?? 0) } },
                best: free.contributions.map { $0.reduce(.zero) { $0 + ($1.max() ?? 0) } })
        solutions = try picked(withFallback: withFallback)
    }

    var frontier: PackagesFinding.FrontierAnswer? {
        let over: Frontier? =
            switch conventions.frontierOver {
            case .allowed: whole
            case .acceptable: acceptable
            case .feasible: frame.frontier(bargain, over: .feasible, steps: Self.steps)
            }
        return over.map { frontier in
            let told = 0..<min(frontier.count, Self.told)
            return .init(
                points: frontier.count,
                packages: (0..<frontier.count).reduce(.zero) { $0 + frontier.packages($1) },
                acceptablePoints: (0..<frontier.count).count { isAcceptable($0, of: frontier) },
                utilities: told.map { frontier.utilities($0) },
                examples: told.map { frame.named(frontier.example($0)) },
                isAcceptable: told.map { isAcceptable($0, of: frontier) })
        }
    }

    /// Whether a point is acceptable to all; over feasible packages some that attain it may cross red lines.
    private func isAcceptable(_ point: Int, of frontier: Frontier) -> Bool {
        guard frontier.isAcceptable(point) else { return false }
        return frontier.set != .feasible
            || frontier.packages(at: point, limit: 1_000).contains { bargain.contains($0, in: .acceptable) }
    }

    /// What each rule picks; `nil` if nothing is acceptable.
    private func picked(withFallback: Bool) throws(PackagesProblem) -> [PackagesFinding.SolutionAnswer]? {
        let weights = try exponents()
        guard let acceptable, acceptable.count > 0, let base else { return nil }
        let ideal = conventions.ideal == .allowed ? allowed?.best : nil
        var answers: [PackagesFinding.SolutionAnswer] = []
        for rule in PackagesFinding.SolutionRule.allCases {
            guard let concept = rule.concept(conventions, weights) else {
                if withFallback,
                    let found = frame.allowance.sweep(
                        Self.steps * 5, { bargain.fallback(on: acceptable, budget: $0) })
                {
                    answers.append(answer(rule, acceptable, found.points, isDegenerate: false))
                }
                continue
            }
            let found: Solution?
            do throws(SolutionProblem) {
                found = try acceptable.solution(concept, disagreement: base, ideal: ideal)
            } catch {
                throw .wrongWeights
            }
            guard let found else { continue }
            answers.append(answer(rule, found.frontier, found.points, isDegenerate: found.isDegenerate))
        }
        return answers
    }

    /// From each party's worst to its best over the lawful packages without red lines.
    private var allowed: PackageScale? { bargain.scale(over: .allowed, budget: Budget(Self.steps)) }

    /// What each party has without an agreement, by the convention.
    var base: [Rational]? {
        switch conventions.disagreement {
        case .reservation: bargain.disagreement(.reservation)
        case .minimum: allowed?.worst
        case .zero: bargain.disagreement(.zero)
        }
    }

    /// One exponent for each party; `nil` where all count alike.
    private func exponents() throws(PackagesProblem) -> [Rational]? {
        if conventions.nashWeights.isEmpty { return nil }
        let known = frame.parties.map(\.id)
        for name in conventions.nashWeights.keys.sorted() where !known.contains(name) {
            throw .unknownParty(name, known: known)
        }
        return known.map { conventions.nashWeights[$0] ?? 1 }
    }

    private func answer(
        _ rule: PackagesFinding.SolutionRule, _ frontier: Frontier, _ points: [Int], isDegenerate: Bool
    ) -> PackagesFinding.SolutionAnswer {
        .init(
            rule: rule,
            ties: points.map {
                .init(utilities: frontier.utilities($0), example: frame.named(frontier.example($0)))
            }, packages: points.reduce(.zero) { $0 + frontier.packages($1) }, isDegenerate: isDegenerate)
    }

    /// The utilities of the first point that a rule picks.
    func first(_ rule: PackagesFinding.SolutionRule) -> [Rational]? {
        solutions?.first { $0.rule == rule }?.ties.first?.utilities
    }

    /// The volume between the reservations and the frontier of the acceptable packages; `nil` where that is too large.
    var volume: Rational? {
        guard let acceptable, let base = bargain.disagreement(.reservation) else { return nil }
        return acceptable.hypervolume(over: base)
    }

    var concession: PackagesFinding.ConcessionAnswer? {
        guard let whole, let total = whole.leastTotalConcession, let greatest = whole.leastGreatestConcession
        else { return nil }
        return .init(
            total: total.total, byParty: total.shortfalls(total.points[0]),
            example: frame.named(whole.example(total.points[0])), greatest: greatest.greatest,
            greatestByParty: greatest.shortfalls(greatest.points[0]),
            greatestExample: frame.named(whole.example(greatest.points[0])))
    }
}

extension PackagesFinding.SolutionRule {
    fileprivate func concept(
        _ conventions: PackagesFinding.Conventions, _ weights: [Rational]?
    ) -> SolutionConcept? {
        switch self {
        case .nash: .nash(weights: weights)
        case .kalaiSmorodinsky: conventions.ks == .maximin ? .kalaiSmorodinsky : .equalRatio
        case .egalitarian: .egalitarian
        case .utilitarian: .utilitarian(weights: nil)
        case .relativeUtilitarian: .relativeUtilitarian
        case .equalLoss: .equalLoss
        case .fallback: nil
        }
    }
}
