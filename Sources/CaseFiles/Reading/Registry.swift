import CaseModel

/// The kinds of things that have ids of their own.
enum Kind: String, Hashable {
    case source, anchor, actor, issue, alternative, statement, point, event, linkage, clause,
        guarantee
    case body, rule, step, money, paper, theme, question, norm, policy, indicator, claim, prediction
    case perspective, premise, conclusion, inference, scenario, game, parameter
    case proposal = "draft"
    case option = "option of the stability model"
    case decisionMaker = "decision maker"
    case party = "party of the packages"
    case baseline
    case feasibility = "feasibility rule"
    case aim
}

/// What was named where: ids that files define, and references that must find one of them.
final class Registry {
    /// A name that must be defined somewhere as one of some kinds.
    struct Reference {
        let kinds: [Kind]
        let id: String
        let place: Place
        /// Whether a missing target only deserves a warning.
        var isLoose = false
    }

    private(set) var references: [Reference] = []
    private var definitions: [Kind: [String: Place]] = [:]
    private var order: [Kind: [String]] = [:]

    /// The files that define something.
    private(set) var definingFiles: Set<String> = []

    /// Notes a definition; the place of an earlier one if the id is taken.
    func define(_ kind: Kind, _ id: String, at place: Place) -> Place? {
        if let earlier = definitions[kind, default: [:]][id] { return earlier }
        definitions[kind, default: [:]][id] = place
        definingFiles.insert(place.file)
        order[kind, default: []].append(id)
        return nil
    }

    func refer(_ kinds: [Kind], _ id: String, at place: Place, isLoose: Bool = false) {
        references.append(Reference(kinds: kinds, id: id, place: place, isLoose: isLoose))
    }

    func isDefined(_ kind: Kind, _ id: String) -> Bool { definitions[kind]?[id] != nil }

    /// The ids of a kind in order of appearance.
    func ids(of kind: Kind) -> [String] { order[kind] ?? [] }
}
