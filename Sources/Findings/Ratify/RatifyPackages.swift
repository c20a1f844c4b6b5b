public import CaseModel
import Engines
public import Numbers

extension RatifyFinding {
    /// The packages of the case, and what the rules do to them.
    public struct PackagesPart: Sendable {
        public let issues: [Agenda.Issue]
        public let parties: [PackageParty]
        public let allowed: PackagesFinding.Count
        public let acceptable: PackagesFinding.Count
        /// For each rule how many packages call it up for certain.
        public let called: [Called]
        /// Acceptable packages that nothing stops today and that may pass.
        public let ratifiable: Found
        /// Acceptable packages that need nobody.
        public let sure: Found
        public let tied: [TiedHands]
    }

    public struct PackageParty: Hashable, Sendable {
        public let id: String
        public let name: Label
    }

    /// So many packages, and one of them.
    public struct Found: Sendable {
        public let count: PackagesFinding.Count
        public let example: PackagesFinding.Package?
    }

    public struct Called: Sendable {
        public let allowed: PackagesFinding.Count
        public let acceptable: PackagesFinding.Count
        /// Whether issues outside the package call it up, too; then these numbers are the least.
        public let isPartial: Bool
    }

    /// What it would change if a body would not pass what calls up its rule.
    public struct TiedHands: Sendable {
        public let rule: Int
        /// What each party has at the Nash point of all acceptable packages; `nil` if there is none.
        public let with: [Rational]?
        /// The same among those that the rule lets alone; `nil` if none is left.
        public let without: [Rational]?
    }

    /// Bodies that belong together at home.
    public struct Side: Sendable {
        public let id: String
        public let name: Label
        public let voters: [String]
        /// The rules by number at which they vote; bars that ask nobody belong to no side.
        public let rules: [Int]
        /// Allowed packages that none of its bodies stops for certain; `nil` without a model of packages.
        public let winSet: Found?
        public let voting: Voting
    }

    /// Whether bodies of a side vote by what packages are worth to their members.
    public enum Voting: String, Hashable, Sendable, CaseIterable {
        /// No body has parties as members.
        case none
        /// Counted: everybody votes yes who gets no less than without an agreement.
        case counted
        /// There are too many parties or rules, or counting would take too long.
        case tooMany
        /// How far a member would go stays in the house.
        case withheld
    }
}

/// The packages with the rules of ratification written out over them.
struct RatifyPackages {
    let frame: PackageFrame
    let rules: RatifyRules
    /// For each rule what leaves out the packages that call it up; `nil` where no term of a package does.
    let exclusions: [PackageRule?]
    let isPartial: [Bool]

    init(_ view: View, _ rules: RatifyRules) throws(PackagesProblem) {
        let choices = PackagesFinding.Choices()
        frame = try PackageFrame(view, choices).fitted()
        self.rules = rules
        let book = RuleBook(
            view.case, frame.issues, frame.space, view.case.packages!, view, choices.leftOut)
        var (exclusions, partial): ([PackageRule?], [Bool]) = ([], [])
        for rule in rules.written {
            let written = try rule.applies.map { when throws(PackagesProblem) in
                try book.exclusion(rule.id, rule.name, when, rule.basis, rule.place)
            }
            exclusions.append(written.flatMap { $0.rule.terms.isEmpty ? nil : $0.rule })
            partial.append(written?.isPartial ?? false)
        }
        (self.exclusions, isPartial) = (exclusions, partial)
    }

    /// The packages that call up none of these rules.
    func frame(without excluded: some Sequence<Int>) -> PackageFrame {
        var frame = frame
        frame.rules += excluded.compactMap { exclusions[$0] }
        return frame
    }

    func part() throws(PackagesProblem) -> RatifyFinding.PackagesPart {
        let all = try frame.bargain()
        let (allowed, acceptable) = (frame.counted(all, .allowed, 1), frame.counted(all, .acceptable, 1))
        var called: [RatifyFinding.Called] = []
        for rule in exclusions.indices {
            guard exclusions[rule] != nil else {
                called.append(
                    .init(allowed: .exact(0), acceptable: .exact(0), isPartial: isPartial[rule]))
                continue
            }
            let rest = frame(without: [rule])
            let bargain = try rest.bargain()
            called.append(
                .init(
                    allowed: allowed.minus(rest.counted(bargain, .allowed, 1)),
                    acceptable: acceptable.minus(rest.counted(bargain, .acceptable, 1)),
                    isPartial: isPartial[rule]))
        }
        let stopping = rules.rules.indices.filter { rules.rules[$0].stopsForCertain }
        let burdening = rules.rules.indices.filter {
            rules.rules[$0].needsSomebody || rules.rules[$0].chance.low < 1 || stopping.contains($0)
        }
        return .init(
            issues: frame.issues, parties: frame.parties.map { .init(id: $0.id, name: $0.name) },
            allowed: allowed, acceptable: acceptable, called: called,
            ratifiable: try found(without: stopping, .acceptable),
            sure: try found(without: burdening, .acceptable), tied: try tiedHands())
    }

    /// How many packages of a set call up none of these rules, and the first of them.
    func found(
        without excluded: [Int], _ set: PackageSet
    ) throws(PackagesProblem) -> RatifyFinding.Found {
        let rest = frame(without: excluded)
        let bargain = try rest.bargain()
        let frontier = rest.frontier(bargain, over: set)
        return .init(
            count: rest.counted(bargain, set, 1),
            example: frontier.flatMap { $0.count > 0 ? rest.named($0.example(0)) : nil })
    }

    private func tiedHands() throws(PackagesProblem) -> [RatifyFinding.TiedHands] {
        let with = try nash(frame)
        guard with != nil else { return [] }
        var answers: [RatifyFinding.TiedHands] = []
        for rule in exclusions.indices where exclusions[rule] != nil && rules.rules[rule].needsSomebody {
            answers.append(.init(rule: rule, with: with, without: try nash(frame(without: [rule]))))
        }
        return answers
    }

    private func nash(_ frame: PackageFrame) throws(PackagesProblem) -> [Rational]? {
        try PackagePoints(frame, try frame.bargain(), withFallback: false).first(.nash)
    }
}

extension PackagesFinding.Count {
    /// How many are left; known only where both are.
    fileprivate func minus(_ other: PackagesFinding.Count) -> PackagesFinding.Count {
        guard case .exact(let all) = self, case .exact(let rest) = other else { return .unknown }
        return .exact(all - rest)
    }
}
