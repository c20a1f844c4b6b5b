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
        /// An acceptable package that it takes away.
        public let example: Package?
        public let basis: Basis
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
            guard let rule = try book.condition(linkage), !rule.terms.isEmpty else { continue }
            prices.append(try price(linkage, rule, choices.seed))
        }
        return prices
    }

    private func price(
        _ linkage: Linkage, _ rule: PackageRule, _ seed: Int
    ) throws(PackagesProblem) -> PackagesFinding.LinkagePrice {
        let others = rules.filter { !$0.isLinkage || $0.id != linkage.id }
        let without = try ruled(by: others).bargain()
        let with = try ruled(by: others + [rule]).bargain()
        let alone = try ruled(by: [rule]).bargain()
        // What is acceptable and breaks it.
        let broken = try ruled(by: others + [rule.turned]).bargain()
        let lost = broken.frontier(over: .acceptable, budget: Budget(2_000_000))
        let removed: PackagesFinding.Count =
            switch alone.counted(.feasible, seed) {
            case .unknown: .unknown
            case .exact(let kept): .exact(space.size - kept)
            case .estimate(let kept, let range):
                .estimate(space.size - kept, Interval(space.size) - range)
            }
        return .init(
            linkage: linkage.id, name: linkage.name,
            isActive: rules.contains { $0.isLinkage && $0.id == linkage.id && $0.excludes == .linkage },
            removed: removed,
            acceptableWithout: without.counted(.acceptable, seed),
            acceptableWith: with.counted(.acceptable, seed),
            best: zip(without.bestAcceptable, with.bestAcceptable).map { ($0, $1) },
            example: lost.flatMap { $0.count > 0 ? named($0.example(0)) : nil }, basis: linkage.basis)
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

extension Bargain {
    /// The most that each party can get in an acceptable package.
    fileprivate var bestAcceptable: [Rational?] {
        let frontier = frontier(over: .acceptable, budget: Budget(5_000_000))
        return (0..<parties).map { party in
            frontier.flatMap { frontier in
                (0..<frontier.count).map { frontier.utility($0, of: party) }.max()
            }
        }
    }
}
