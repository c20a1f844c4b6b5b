import CaseModel
import Engines
import Numbers

/// The packages of a view in numbers that may still be ranges: issues, parties, rules.
struct PackageFrame: Sendable {
    var issues: [Agenda.Issue]
    var parties: [PartyFrame]
    var rules: [PackageRule]
    /// Rules that speak of issues outside the package, and bite only where they do so whatever those are.
    let partlyJudged: [String]
    var space: PackageSpace
    let scale: PackagesModel.Scale
    let parameters: [PackagesFinding.ParameterValue]
    /// What all sweeps of the question may cost together.
    let allowance: SweepAllowance
    /// Parties whose numbers are rounded, since exact sums would not fit the machine's words.
    var rounded: [String] = []
    let baselines: [PackagesModel.Baseline]
    /// The baseline in force; `nil` for own reservations.
    let baseline: PackagesModel.Baseline?

    init(_ view: View, _ choices: PackagesFinding.Choices) throws(PackagesProblem) {
        let theCase = view.case
        let model = theCase.packages!
        let issues = try Self.issues(model, theCase, choices.issues)
        if issues.isEmpty { throw .noIssues }
        if model.parties.isEmpty { throw .noParties }
        self.issues = issues
        space = PackageSpace(issues.map(\.alternatives.count))
        allowance = SweepAllowance(parties: model.parties.count)
        scale = model.scale
        baselines = model.baselines
        baseline = try Self.baseline(model, choices.baseline)
        let known = model.parameters.map(\.name)
        if let name = choices.parameters.keys.sorted().first(where: { !known.contains($0) }) {
            throw .unknownParameter(name, known: known)
        }
        let parameters = model.parameters.map { parameter in
            let quantity = choices.parameters[parameter.name] ?? parameter.held.value
            let (value, isMidpoint) = quantity.pointOrMidpoint
            return PackagesFinding.ParameterValue(
                name: parameter.name, label: parameter.label, quantity: quantity, value: value,
                isMidpoint: isMidpoint)
        }
        self.parameters = parameters
        var parties: [PartyFrame] = []
        for party in model.parties {
            parties.append(
                try PartyFrame(
                    party, issues, parameters, model.scale, name: theCase.actor(party.id)?.name,
                    reservation: try Self.reservation(party, baseline, issues)))
        }
        self.parties = parties
        let book = RuleBook(theCase, issues, space, model, view, choices.leftOut)
        let (written, partly) = try book.rules()
        partlyJudged = partly
        let size = space
        rules = written.map { rule in
            guard case .excludes(.before, let id) = rule.kind,
                let party = parties.first(where: { $0.id == id })
            else { return rule }
            return rule.seen(from: party.reference, size, weighing: party.moreThanAll(written))
        }
    }

    private static func issues(
        _ model: PackagesModel, _ theCase: Case, _ choice: PackagesFinding.IssueChoice
    ) throws(PackagesProblem) -> [Agenda.Issue] {
        let open = theCase.issues.filter { $0.isNegotiable && !$0.alternatives.isEmpty }
        var names = open.map(\.id)
        switch choice {
        case .all: break
        case .model: if !model.issues.isEmpty { names = model.issues }
        case .named(let asked): names = asked
        }
        var chosen: [Agenda.Issue] = []
        for name in names {
            guard let issue = open.first(where: { $0.id == name }) else {
                throw .unknownIssue(name, known: open.map(\.id))
            }
            if !chosen.contains(issue) { chosen.append(issue) }
        }
        return chosen
    }

    private static func baseline(
        _ model: PackagesModel, _ asked: String?
    ) throws(PackagesProblem) -> PackagesModel.Baseline? {
        guard let asked else { return nil }
        guard let found = model.baselines.first(where: { $0.id == asked }) else {
            throw .unknownBaseline(asked, known: model.baselines.map(\.id))
        }
        return found.package == nil ? nil : found
    }

    /// What a party has without an agreement: a number, or a package of these issues.
    private static func reservation(
        _ party: PackagesModel.Party, _ baseline: PackagesModel.Baseline?, _ issues: [Agenda.Issue]
    ) throws(PackagesProblem) -> PartyFrame.Reservation {
        if let baseline, let package = baseline.package {
            return .package(try complete(package, issues, of: baseline.id), basis: baseline.basis)
        }
        guard let held = party.reservation else { throw .noReservation(party: party.id) }
        return switch held.value {
        case .utility(let number): .utility(number, basis: held.basis)
        case .package(let package):
            .package(try complete(package, issues, of: party.id), basis: held.basis)
        }
    }

    /// A package with the status quo for what it leaves open.
    static func complete(
        _ package: [String: String], _ issues: [Agenda.Issue], of name: String
    ) throws(PackagesProblem) -> [Int] {
        let chosen = issues.map { issue in
            (package[issue.id] ?? issue.statusQuo).flatMap { issue.index(of: $0) }
        }
        let open = zip(issues, chosen).filter { $0.1 == nil }.map(\.0.id)
        guard open.isEmpty else { throw .openIssues(of: name, open) }
        return chosen.compactMap(\.self)
    }
}

extension PackageFrame {
    /// The package as words.
    func named(_ package: [Int]) -> PackagesFinding.Package {
        .init(choices: zip(issues, package).map { .init(issue: $0.id, alternative: $0.alternatives[$1].id) })
    }
}
