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

    /// What a rule picks among the acceptable packages.
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
    private let frame: PackageFrame
    private let bargain: Bargain
    private let whole: Frontier?
    private let acceptable: Frontier?

    /// How many partial sums a sweep may look at.
    private static let steps = 4_000_000
    /// How many points are told.
    private static let told = 10_000

    init(_ frame: PackageFrame, _ bargain: Bargain) {
        (self.frame, self.bargain) = (frame, bargain)
        whole = bargain.frontier(over: .allowed, budget: Budget(Self.steps))
        acceptable = bargain.frontier(over: .acceptable, budget: Budget(Self.steps))
    }

    var frontier: PackagesFinding.FrontierAnswer? {
        whole.map { frontier in
            let told = 0..<min(frontier.count, Self.told)
            return .init(
                points: frontier.count,
                packages: (0..<frontier.count).reduce(.zero) { $0 + frontier.packages($1) },
                acceptablePoints: (0..<frontier.count).count { frontier.isAcceptable($0) },
                utilities: told.map { frontier.utilities($0) },
                examples: told.map { frame.named(frontier.example($0)) },
                isAcceptable: told.map { frontier.isAcceptable($0) })
        }
    }

    /// What each rule picks; `nil` if nothing is acceptable.
    func solutions() throws(PackagesProblem) -> [PackagesFinding.SolutionAnswer]? {
        guard let acceptable, acceptable.count > 0, let base = bargain.disagreement(.reservation) else {
            return nil
        }
        var answers: [PackagesFinding.SolutionAnswer] = []
        for rule in PackagesFinding.SolutionRule.allCases {
            guard let concept = rule.concept else {
                if let found = bargain.fallback(on: acceptable) {
                    answers.append(answer(rule, acceptable, found.points, isDegenerate: false))
                }
                continue
            }
            guard let found = try? acceptable.solution(concept, disagreement: base, ideal: nil) else {
                continue
            }
            answers.append(answer(rule, found.frontier, found.points, isDegenerate: found.isDegenerate))
        }
        return answers
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
    fileprivate var concept: SolutionConcept? {
        switch self {
        case .nash: .nash(weights: nil)
        case .kalaiSmorodinsky: .kalaiSmorodinsky
        case .egalitarian: .egalitarian
        case .utilitarian: .utilitarian(weights: nil)
        case .relativeUtilitarian: .relativeUtilitarian
        case .equalLoss: .equalLoss
        case .fallback: nil
        }
    }
}
