import CaseModel
import Engines
import Numbers

/// The packages of a view with everything that may stop them.
struct FunnelWay {
    typealias Kind = FunnelFinding.Kind
    typealias Reading = PackageFrame.Reading

    let frame: PackageFrame
    /// Excludes what is blocked today or has no chance of passing.
    let ratification: [PackageRule]
    private let ratificationBases: [(basis: Basis, place: Place)]
    let steps: FunnelSteps
    /// Excludes what cannot deter.
    let promises: [PackageRule]
    private let promiseBases: [(basis: Basis, place: Place)]

    init(_ view: View, _ choices: PackagesFinding.Choices) throws(PackagesProblem) {
        let frame = try PackageFrame(view, choices).fitted()
        let book = RuleBook(
            view.case, frame.issues, frame.space, view.case.packages!, view, choices.leftOut)
        self.frame = frame
        (ratification, ratificationBases) = try Self.ratification(view.case, book)
        steps = try FunnelSteps(view.case.steps, book)
        let promise = PromiseGate(view, frame)
        (promises, promiseBases) = (promise.rule.map { [$0] } ?? [], promise.bases)
    }

    private init(_ way: FunnelWay, to alternatives: [[Int]]) throws(PackagesProblem) {
        let space = way.frame.space
        frame = try way.frame.restricted(to: alternatives)
        ratification = way.ratification.map { $0.restricted(to: alternatives, of: space) }
        ratificationBases = way.ratificationBases
        steps = way.steps.restricted(to: alternatives, of: space)
        promises = way.promises.map { $0.restricted(to: alternatives, of: space) }
        promiseBases = way.promiseBases
    }

    /// The way of those packages that choose among these alternatives only.
    func restricted(to alternatives: [[Int]]) throws(PackagesProblem) -> FunnelWay {
        try FunnelWay(self, to: alternatives)
    }

    /// What the rules of ratification stop for certain: one applies, and is blocked today or has no chance. All rules that apply
    /// to some package are told as judged.
    private static func ratification(
        _ theCase: Case, _ book: RuleBook
    ) throws(PackagesProblem) -> (stopping: [PackageRule], bases: [(basis: Basis, place: Place)]) {
        let agenda = CodedAgenda(theCase)
        var rules: [PackageRule] = []
        var bases: [(basis: Basis, place: Place)] = []
        for rule in theCase.ratification.rules where rule.state != .off {
            guard let applies = rule.applies else { continue }
            let written = try book.rule(
                rule.id, rule.name, excluding: applies, basis: rule.basis, place: rule.place)
            if written.terms.isEmpty { continue }
            bases.append((rule.basis, rule.place))
            if let basis = rule.passes?.basis { bases.append((basis, rule.place)) }
            let isBlocked = rule.blocked.map { agenda.holdsToday($0) } ?? false
            if isBlocked || rule.chance?.range.high == 0 { rules.append(written) }
        }
        return (rules, bases)
    }

    /// What the answer rests on.
    func bases() -> [(basis: Basis, place: Place)] { Kind.allCases.flatMap { bases(of: $0) } }

    /// What a gate is judged by.
    func bases(of kind: Kind) -> [(basis: Basis, place: Place)] {
        switch kind {
        case .feasible: bases(excludedBy: [.combination, .linkage])
        case .lawful: bases(excludedBy: [.norm])
        case .acceptable: bases(excludedBy: [.redLine, .before]) + frame.parties.flatMap(\.bases)
        case .ratifiable: ratificationBases
        case .ordered: steps.bases
        case .credible: promiseBases
        }
    }

    /// What rules of some kinds rest on.
    private func bases(excludedBy kinds: [PackagesFinding.RuleKind]) -> [(basis: Basis, place: Place)] {
        frame.rules(of: kinds).map { ($0.basis, $0.place) }
    }

    /// Whether the case says anything that a gate could be judged by.
    func isAsked(_ kind: Kind) -> Bool {
        switch kind {
        case .feasible, .lawful, .ratifiable: !bases(of: kind).isEmpty
        case .acceptable: true
        case .ordered: !steps.isEmpty
        case .credible: !promises.isEmpty
        }
    }
}

extension Ratification.Rule {
    /// The chance of passing, as the viewpoint sets it or the rule says; `nil` if nobody gives one.
    var chance: Quantity? {
        if case .passes(let chance) = state { return chance }
        if let passes { return passes.value }
        if case .referendum(_, let chance)? = needs { return chance }
        return nil
    }
}
