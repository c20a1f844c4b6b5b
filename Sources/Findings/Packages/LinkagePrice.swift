public import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// What a linkage costs as a condition: which packages it takes away, and what the parties could have without it.
    public struct LinkagePrice: Sendable {
        public let linkage: String
        public let name: Label
        /// Whether it is in force here.
        public let isActive: Bool
        /// The packages that break it.
        public let removed: Count
        /// The acceptable packages without it and with it, all other rules in force.
        public let acceptableWithout: Count
        public let acceptableWith: Count
        /// The most that each party can get in an acceptable package, without it and with it; `nil` if there is none.
        public let best: [(without: Rational?, with: Rational?)]
        /// The volume between reservations and the frontier of the acceptable packages; `nil` where that is too large.
        public let volume: (without: Rational?, with: Rational?)
        /// What Nash's rule picks without it and with it; `nil` where nothing is acceptable.
        public let nash: (without: [Rational]?, with: [Rational]?)
        /// The same for every rule whose point moves, fallback bargaining left aside.
        public let moved: [Moved]
        /// An acceptable package that it takes away.
        public let example: Package?
        public let basis: Basis

        /// The utilities of the first point that a rule picks; `nil` where nothing is acceptable.
        public struct Moved: Hashable, Sendable {
            public let rule: SolutionRule
            public let without: [Rational]?
            public let with: [Rational]?
        }
    }
}

extension PackageFrame {
    /// The price of every linkage that can be a condition, whether it is in force or not.
    func linkagePrices(
        _ view: View, _ choices: PackagesFinding.Choices
    ) throws(PackagesProblem) -> [PackagesFinding.LinkagePrice] {
        let book = RuleBook(view.case, issues, space, view.case.packages!, view, choices.leftOut)
        var prices: [PackagesFinding.LinkagePrice] = []
        for linkage in view.case.linkages {
            // What adds to packages is no condition.
            let isBonus = rules.contains { $0.isLinkage && $0.id == linkage.id && $0.excludes == nil }
            guard !isBonus, let rule = try book.condition(linkage), !rule.terms.isEmpty else { continue }
            prices.append(try price(linkage, rule, choices))
        }
        return prices
    }

    private func price(
        _ linkage: Linkage, _ rule: PackageRule, _ choices: PackagesFinding.Choices
    ) throws(PackagesProblem) -> PackagesFinding.LinkagePrice {
        let others = rules.filter { !$0.isLinkage || $0.id != linkage.id }
        let (free, bound) = (ruled(by: others), ruled(by: others + [rule]))
        let without = try PackagePoints(free, try free.bargain(), choices.conventions, withFallback: false)
        let with = try PackagePoints(bound, try bound.bargain(), choices.conventions, withFallback: false)
        let alone = try ruled(by: [rule]).bargain()
        // What is acceptable and breaks it.
        let broken = try ruled(by: others + [rule.turned]).bargain()
        let lost = frontier(broken, over: .acceptable)
        let removed: PackagesFinding.Count =
            switch counted(alone, .feasible, choices.seed) {
            case .unknown: .unknown
            case .exact(let kept): .exact(space.size - kept)
            case .estimate(let kept, let range):
                .estimate(space.size - kept, Interval(space.size) - range)
            }
        return .init(
            linkage: linkage.id, name: linkage.name,
            isActive: rules.contains { $0.isLinkage && $0.id == linkage.id && $0.excludes == .linkage },
            removed: removed,
            acceptableWithout: counted(without.bargain, .acceptable, choices.seed),
            acceptableWith: counted(with.bargain, .acceptable, choices.seed),
            best: zip(without.bestAcceptable, with.bestAcceptable).map { ($0, $1) },
            volume: (without.volume, with.volume), nash: (without.first(.nash), with.first(.nash)),
            moved: Self.moved(without, with),
            example: lost.flatMap { example(of: $0, broken) }, basis: linkage.basis)
    }

    private static func moved(
        _ without: PackagePoints, _ with: PackagePoints
    ) -> [PackagesFinding.LinkagePrice.Moved] {
        PackagesFinding.SolutionRule.allCases.compactMap { rule in
            let (free, bound) = (without.first(rule), with.first(rule))
            return free == bound ? nil : .init(rule: rule, without: free, with: bound)
        }
    }

    private func ruled(by rules: [PackageRule]) -> PackageFrame {
        var frame = self
        frame.rules = rules
        return frame
    }
}

extension PackageRule {
    /// The rule that excludes what this one lets through.
    fileprivate var turned: PackageRule {
        PackageRule(
            id: "not \(id)", name: name, kind: kind, basis: basis, place: place,
            terms: terms.map { ($0.scope, $0.bites.map { !$0 }) })
    }
}

extension PackagePoints {
    /// The most that each party can get in an acceptable package.
    fileprivate var bestAcceptable: [Rational?] {
        acceptable.flatMap { $0.count > 0 ? $0.bestOfEach : nil } ?? frame.parties.map { _ in nil }
    }
}
