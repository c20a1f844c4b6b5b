public import CaseModel
import Engines

/// What stands in the way of each draft: norms that exclude its terms, consents and votes that it needs, bars that hold today,
/// deadlines that collide, combinations that cannot be.
public struct LegalBars: Finding {
    public let question = Question.bars
    public let perspective: String?
    /// Norms, then rules of ratification, then combinations, each in the order of the case.
    public let gates: [Gate]
    /// By date.
    public let drafts: [Draft]
    /// For their names.
    public let actors: [Actor]
    public let issues: [Agenda.Issue]
    public let bodies: [Ratification.Body]
    public let restsOn: Support
    public let method = Method.everyReading
    public let limits: [Limit]
    public let passages: PassageBook

    /// Something that a draft has to pass.
    public struct Gate: Hashable, Sendable {
        public let id: String
        public let name: Label
        public let content: Content
        /// When it bears on a draft; `nil` for a rule that no term calls up.
        public let when: Formula?
        public let basis: Basis
        public let note: Label?

        public enum Content: Hashable, Sendable {
            case norm(Norm)
            case rule(Ratification.Rule)
            case combination(FeasibilityRule)
        }
    }

    /// A draft with one verdict per gate.
    public struct Draft: Hashable, Sendable {
        public let proposal: Proposal
        public let verdicts: [Verdict]
        public let flags: [Flag]
    }

    /// Whether a gate bears on a draft.
    public enum Verdict: Hashable, Sendable {
        case bears, bearsNot
        /// It hangs on how these issues are read, and on these that the draft leaves open.
        case open(ambiguous: [String], unsaid: [String])
        /// The draft addresses none of the issues.
        case notAddressed
        /// The condition speaks of options, which no draft settles.
        case notJudged

        /// Whether the draft says something that lets the gate bear on it in some reading.
        public var mayBear: Bool {
            switch self {
            case .bears: true
            case .open(let ambiguous, _): !ambiguous.isEmpty
            case .bearsNot, .notAddressed, .notJudged: false
            }
        }
    }

    /// What a reader of a draft has to know.
    public struct Flag: Hashable, Sendable {
        /// Its number among the gates; a norm and a rule may have one id.
        public let gate: Int
        /// Only in some reading of the draft.
        public let isOpen: Bool
        public let kind: Kind

        public enum Kind: Hashable, Sendable {
            /// These sources say that their norm excludes it.
            case excluded(by: [String])
            /// It needs a consent or a vote.
            case needs(Ratification.Requirement)
            /// While this holds, nothing can pass; and it holds today.
            case blockedToday(Formula)
            /// A deadline runs against another rule that bears on the draft, too.
            case deadline(String?, against: [String])
            /// Without these it cannot pass, and nobody says that they took part in the draft.
            case outsiders([String])
            /// Nobody can have it.
            case impossible
        }
    }

    /// Holds the drafts of a view against everything that a draft has to pass.
    ///
    /// - Throws: ``NotAnswerable`` if there are no drafts or nothing to pass, or if the view collides.
    public init(of view: View) throws(NotAnswerable) {
        let theCase = view.case
        let gates = Self.gates(theCase)
        try view.require(
            .bars, (theCase.proposals.isEmpty ? [.drafts] : []) + (gates.isEmpty ? [.gates] : []))
        let agenda = CodedAgenda(theCase)
        perspective = view.viewpoint.perspective
        self.gates = gates
        (actors, issues, bodies) = (theCase.actors, theCase.issues, theCase.ratification.bodies)
        drafts = zip(agenda.drafts, agenda.rows).map { draft, row in
            let verdicts = gates.map { agenda.verdict($0.when, row) }
            let flags = gates.indices.flatMap { index in
                gates[index].flags(
                    GateView(
                        gate: index, gates: gates, verdicts: verdicts, draft: draft, case: theCase,
                        agenda: agenda))
            }
            return Draft(proposal: draft, verdicts: verdicts, flags: flags)
        }
        restsOn = Support(
            gates.map { ($0.basis, $0.place) }
                + agenda.drafts.flatMap { $0.points.flatMap(\.terms) }.map { ($0.basis, $0.place) },
            taking: view.seen.take.sources)
        passages = view.passages
        let reported = agenda.drafts.count { $0.extent == .reported }
        limits =
            (reported > 0 ? [.reportedOnly(drafts: reported, of: agenda.drafts.count)] : [])
            + restsOn.limits(passages) + view.limits
    }

    private static func gates(_ theCase: Case) -> [Gate] {
        theCase.norms.map {
            Gate(
                id: $0.id, name: $0.name, content: .norm($0), when: $0.excludes, basis: $0.basis,
                note: $0.note)
        }
            + theCase.ratification.rules.filter { $0.state != .off }.map {
                Gate(
                    id: $0.id, name: $0.name, content: .rule($0), when: $0.applies, basis: $0.basis,
                    note: $0.note)
            }
            + theCase.infeasible.filter(\.isActive).map {
                Gate(
                    id: $0.id, name: $0.because ?? Label(), content: .combination($0), when: $0.when,
                    basis: $0.basis, note: nil)
            }
    }
}

extension LegalBars.Gate {
    var place: Place {
        switch content {
        case .norm(let norm): norm.place
        case .rule(let rule): rule.place
        case .combination(let rule): rule.place
        }
    }

    fileprivate func flags(_ view: GateView) -> [LegalBars.Flag] {
        let verdict = view.verdicts[view.gate]
        guard verdict.mayBear else { return [] }
        let kinds: [LegalBars.Flag.Kind] =
            switch content {
            case .norm(let norm): [.excluded(by: norm.invokedBy)]
            case .combination: [.impossible]
            case .rule(let rule): rule.flags(view)
            }
        return kinds.map { LegalBars.Flag(gate: view.gate, isOpen: verdict != .bears, kind: $0) }
    }

    /// Whether it is the rule of ratification with this id.
    fileprivate func isRule(_ id: String) -> Bool {
        if case .rule(let rule) = content { rule.id == id } else { false }
    }
}

/// One gate before one draft, with all that its flags depend on.
private struct GateView {
    let gate: Int
    let gates: [LegalBars.Gate]
    let verdicts: [LegalBars.Verdict]
    let draft: Proposal
    let `case`: Case
    let agenda: CodedAgenda
}

extension Ratification.Rule {
    fileprivate func flags(_ view: GateView) -> [LegalBars.Flag.Kind] {
        var kinds: [LegalBars.Flag.Kind] = []
        if let needs {
            kinds.append(.needs(needs))
            let outside = needs.outsiders(of: view.draft, view.case).subtracting(optOut)
            let named = view.case.actors.map(\.id).filter(outside.contains)
            if !named.isEmpty, !view.draft.authors.isEmpty { kinds.append(.outsiders(named)) }
        }
        if let blocked, view.agenda.holdsToday(blocked) { kinds.append(.blockedToday(blocked)) }
        let against = conflictsWith.filter { id in
            zip(view.gates, view.verdicts).contains { $0.isRule(id) && $1.mayBear }
        }
        if within != nil || !against.isEmpty { kinds.append(.deadline(within, against: against)) }
        return kinds
    }
}

extension Ratification.Requirement {
    /// Those without whom it cannot be met and who took no part in a draft; the fewest where there is a choice.
    fileprivate func outsiders(of draft: Proposal, _ theCase: Case) -> Set<String> {
        func outside(_ name: String) -> Set<String> {
            let actor = theCase.ratification.bodies.first { $0.id == name }?.actor ?? name
            return theCase.tookPart(actor, in: draft) ? [] : [actor]
        }
        switch self {
        case .all(let parts):
            return parts.reduce(into: []) { $0.formUnion($1.outsiders(of: draft, theCase)) }
        case .any(let parts):
            return parts.map { $0.outsiders(of: draft, theCase) }.min {
                ($0.count, $0.sorted().first ?? "") < ($1.count, $1.sorted().first ?? "")
            } ?? []
        case .share(_, let body, _), .atLeast(_, let body), .weight(_, let body), .referendum(let body, _):
            return outside(body)
        case .veto(let name): return outside(name)
        }
    }
}

extension Case {
    /// Whether an actor, or what it is a part of or a member of, is among the authors of a draft as somebody says.
    fileprivate func tookPart(_ actor: String, in draft: Proposal) -> Bool {
        let authors = Set(draft.authors.flatMap(\.actors))
        var next: String? = actor
        var steps = 0
        while let id = next, steps <= actors.count {
            if authors.contains(id) { return true }
            if actors.contains(where: { authors.contains($0.id) && $0.members.contains(id) }) { return true }
            next = self.actor(id)?.partOf
            steps += 1
        }
        return false
    }
}
