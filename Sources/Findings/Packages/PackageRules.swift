import CaseModel
import Engines
import Numbers

/// Something that packages have to meet, or that changes what they are worth.
struct PackageRule: Sendable {
    let id: String
    let name: Label
    let kind: Kind
    let basis: Basis
    let place: Place
    /// Whether it is a linkage in force; ids are unique for each kind only.
    var isLinkage = false
    /// The sources of the viewpoint that invoke a norm.
    var owners: [String] = []
    /// The places of issues that it speaks of, and for each combination of their alternatives whether it bites.
    let terms: [(scope: [Int], bites: [Bool])]

    enum Kind: Sendable {
        case excludes(PackagesFinding.RuleKind, party: String?)
        /// What it adds, for each party that it touches.
        case adds([String: Quantity])
        /// A condition that a party puts before all weights, where the state without an agreement breaks it, too: then any
        /// package that meets it is better for the party than any that does not.
        case precedes(party: String, Weight)
    }

    /// More than everything else together can bring a party: at drawn or chosen numbers, and as margins before weights are
    /// divided by their sum.
    struct Weight: Sendable {
        let utility: Rational
        let margin: Rational
    }

    var excludes: PackagesFinding.RuleKind? {
        if case .excludes(let kind, _) = kind { kind } else { nil }
    }

    /// A condition before all weights, seen from what a party has without an agreement: if that breaks it, breaking it is no
    /// reason to refuse, but meeting it is worth more than everything else together.
    func seen(from reference: [Int]?, _ space: PackageSpace, weighing weight: Weight) -> PackageRule {
        guard case .excludes(.before, let party?) = kind, let reference, bites(reference, space) else {
            return self
        }
        return PackageRule(
            id: id, name: name, kind: .precedes(party: party, weight), basis: basis, place: place,
            terms: terms.map { ($0.scope, $0.bites.map { !$0 }) })
    }

    /// What it adds to a package for a party.
    func amount(for party: String, _ package: [Int], _ space: PackageSpace) -> Quantity? {
        guard case .adds(let amounts) = kind, bites(package, space) else { return nil }
        return amounts[party]
    }

    /// Whether it bites on a package of this many alternatives each.
    func bites(_ package: [Int], _ space: PackageSpace) -> Bool {
        terms.contains { term in
            term.bites[term.scope.reduce(0) { $0 * space.alternatives[$1] + package[$1] }]
        }
    }
}

/// Writes the rules of a case out over the alternatives of a package.
///
/// A rule that speaks of issues outside the package bites only where it does so whatever those are.
struct RuleBook {
    private let theCase: Case
    private let issues: [Agenda.Issue]
    private let space: PackageSpace
    private let model: PackagesModel
    private let view: View
    private let leftOut: Set<PackagesFinding.RuleKind>
    private let agenda: CodedAgenda

    init(
        _ theCase: Case, _ issues: [Agenda.Issue], _ space: PackageSpace, _ model: PackagesModel,
        _ view: View, _ leftOut: Set<PackagesFinding.RuleKind>
    ) {
        (self.theCase, self.issues, self.space, self.model) = (theCase, issues, space, model)
        (self.view, self.leftOut, agenda) = (view, leftOut, CodedAgenda(theCase))
    }

    /// A rule before it is written out.
    private struct Draft {
        let id: String
        let name: Label
        let kind: PackageRule.Kind
        let when: Formula
        let basis: Basis
        let place: Place
        var isLinkage = false
        var owners: [String] = []
    }

    func rules() throws(PackagesProblem) -> (rules: [PackageRule], partlyJudged: [String]) {
        var rules: [PackageRule] = []
        var partly: [String] = []
        for draft in combinations + linkages + norms + lines + bonuses {
            if case .excludes(let kind, _) = draft.kind, leftOut.contains(kind) { continue }
            let issuesInside = draft.when.issues.filter { name in issues.contains { $0.id == name } }
            // What hangs on circumstances alone is judged; what hangs on other issues alone is not.
            let isOutside = draft.when.issues.contains { theCase.issue($0)?.isNegotiable == true }
            guard !issuesInside.isEmpty || !isOutside else { continue }
            let outside = draft.when.issues.contains { name in
                !issuesInside.contains(name) && theCase.issue(name)?.isNegotiable == true
            }
            if outside { partly.append(draft.id) }
            rules.append(try written(draft))
        }
        return (rules, partly)
    }

    private var combinations: [Draft] {
        theCase.infeasible.filter(\.isActive).map { rule in
            Draft(
                id: rule.id, name: rule.because ?? Label(en: rule.id, de: rule.id),
                kind: .excludes(.combination, party: nil), when: rule.when, basis: rule.basis,
                place: rule.place)
        }
    }

    private var linkages: [Draft] {
        theCase.linkages.compactMap { linkage in draft(linkage, as: linkage.state) }
    }

    /// A linkage in a state; `nil` where it is off or holds words only.
    private func draft(_ linkage: Linkage, as state: Linkage.State) -> Draft? {
        guard let condition = linkage.condition, let consequence = linkage.consequence else { return nil }
        let broken = Formula.and([condition, .not(consequence)])
        func rule(_ kind: PackageRule.Kind, _ when: Formula) -> Draft {
            Draft(
                id: linkage.id, name: linkage.name, kind: kind, when: when, basis: linkage.basis,
                place: linkage.place, isLinkage: true)
        }
        func worth(_ sign: Rational, _ given: Quantity?) -> PackageRule.Kind {
            let amounts = linkage.worth.mapValues(\.value)
            let parties = amounts.isEmpty ? model.parties.map(\.id) : Array(amounts.keys)
            return .adds(
                Dictionary(
                    uniqueKeysWithValues: parties.compactMap { party in
                        (given ?? amounts[party]).map { (party, $0.scaled(by: sign)) }
                    }))
        }
        let hard = rule(.excludes(.linkage, party: nil), broken)
        let kept = Formula.and([condition, consequence])
        return switch (state, linkage.kind) {
        case (.off, _), (.on, .recorded): nil
        case (.hard, _), (.on, .hard): hard
        case (.on, .bonus): rule(worth(1, nil), kept)
        case (.on, .penalty): rule(worth(-1, nil), broken)
        case (.bonus(let number), _): rule(worth(1, number), kept)
        case (.penalty(let number), _): rule(worth(-1, number), broken)
        }
    }

    private func written(_ draft: Draft) throws(PackagesProblem) -> PackageRule {
        PackageRule(
            id: draft.id, name: draft.name, kind: draft.kind, basis: draft.basis, place: draft.place,
            isLinkage: draft.isLinkage, owners: draft.owners,
            terms: try terms(draft).filter { $0.bites.contains(true) })
    }

    /// A rule that leaves only what meets the condition of a conclusion; `nil` if that hangs on issues outside the package.
    func condition(_ conclusion: Conclusion, outside under: Formula) throws(PackagesProblem) -> PackageRule? {
        let names = under.issues
        guard
            names.allSatisfy({ name in
                issues.contains { $0.id == name } || theCase.issue(name)?.isNegotiable == false
            })
        else { return nil }
        return try rule(
            conclusion.id, conclusion.text, excluding: .not(under), basis: conclusion.basis,
            place: conclusion.place)
    }

    /// A rule that excludes what meets a condition for certain.
    func rule(
        _ id: String, _ name: Label, excluding when: Formula, basis: Basis, place: Place
    ) throws(PackagesProblem) -> PackageRule {
        try written(
            Draft(
                id: id, name: name, kind: .excludes(.combination, party: nil), when: when, basis: basis,
                place: place))
    }

    /// A rule of one term that tells the packages that meet a condition for certain, and does nothing to them.
    func condition(
        _ id: String, _ name: Label, _ when: Formula, basis: Basis, place: Place
    ) throws(PackagesProblem) -> PackageRule {
        try written(
            Draft(id: id, name: name, kind: .adds([:]), when: when, basis: basis, place: place))
    }

    /// A rule that leaves out what meets a condition whatever else is agreed, and whether issues outside the package may meet
    /// it, too.
    func exclusion(
        _ id: String, _ name: Label, _ when: Formula, _ basis: Basis, _ place: Place
    ) throws(PackagesProblem) -> (rule: PackageRule, isPartial: Bool) {
        let isPartial = when.issues.contains { name in
            theCase.issue(name)?.isNegotiable == true && !issues.contains { $0.id == name }
        }
        return (
            try written(
                Draft(
                    id: id, name: name, kind: .excludes(.combination, party: nil), when: when, basis: basis,
                    place: place)), isPartial
        )
    }

    /// A linkage as a condition, in force or not; `nil` if it holds words only.
    func condition(_ linkage: Linkage) throws(PackagesProblem) -> PackageRule? {
        try draft(linkage, as: .hard).map { draft throws(PackagesProblem) in try written(draft) }
    }

    /// The norms that the sources of the viewpoint invoke; without a viewpoint none, since then nobody invokes any.
    private var norms: [Draft] {
        let taken = view.seen.take.sources
        return theCase.norms.filter { !Set($0.invokedBy).isDisjoint(with: taken) }.compactMap { norm in
            norm.excludes.map {
                Draft(
                    id: norm.id, name: norm.name, kind: .excludes(.norm, party: nil), when: $0,
                    basis: norm.basis, place: norm.place, owners: norm.invokedBy.filter(taken.contains))
            }
        }
    }

    private var lines: [Draft] {
        model.parties.flatMap { party -> [Draft] in
            func line(_ held: Held<Formula>, _ when: Formula, _ kind: PackagesFinding.RuleKind) -> Draft {
                Draft(
                    id: "\(party.id): \(held.value)", name: Label(en: "\(held.value)", de: "\(held.value)"),
                    kind: .excludes(kind, party: party.id), when: when, basis: held.basis, place: held.place)
            }
            return party.red.map { line($0, $0.value, .redLine) }
                + party.before.map { line($0, .not($0.value), .before) }
        }
    }

    private var bonuses: [Draft] {
        model.parties.flatMap { party in
            party.terms.map { bonus in
                Draft(
                    id: "\(party.id): \(bonus.when)", name: Label(en: "\(bonus.when)", de: "\(bonus.when)"),
                    kind: .adds([party.id: bonus.add]), when: bonus.when, basis: party.basis,
                    place: bonus.place)
            }
        }
    }

    /// How many combinations of alternatives one rule may be written out over.
    private static let widest = 1_000_000

    /// A rule over combinations of alternatives. The parts of an exclusion joined by "or" are told apart, since each has
    /// fewer issues; those of a bonus are not, since it counts once.
    private func terms(_ draft: Draft) throws(PackagesProblem) -> [(scope: [Int], bites: [Bool])] {
        var parts = [draft.when]
        if case .or(let several) = draft.when, case .excludes = draft.kind { parts = several }
        var terms: [(scope: [Int], bites: [Bool])] = []
        for part in parts {
            guard let condition = agenda.condition(part) else { continue }
            let scope = issues.indices.filter { part.issues.contains(issues[$0].id) }
            var cells = 1
            for place in scope {
                cells *= space.alternatives[place]
                guard cells <= Self.widest else { throw .ruleTooWide(draft.id) }
            }
            guard !scope.isEmpty else {
                if agenda.isMet(condition, []) {
                    terms.append(([0], Array(repeating: true, count: space.alternatives[0])))
                }
                continue
            }
            let combinations = PackageSpace(scope.map { space.alternatives[$0] })
            let bites = (0..<cells).map { cell in
                agenda.isMet(
                    condition,
                    zip(scope, combinations.package(at: Rational(cell))).map { place, choice in
                        (issues[place].id, choice)
                    })
            }
            terms.append((scope, bites))
        }
        return terms
    }
}

extension Quantity {
    fileprivate func scaled(by sign: Rational) -> Quantity {
        let (point, ends) = (pointOrMidpoint.value * sign, sign * range)
        return Quantity(ends.isPoint ? .constant(point) : .pointInRange(point, ends))
    }
}
