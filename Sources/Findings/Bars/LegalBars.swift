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

        /// Whether the draft says something that lets the gate bear on it in some reading.
        public var mayBear: Bool {
            switch self {
            case .bears: true
            case .open(let ambiguous, _): !ambiguous.isEmpty
            case .bearsNot, .notAddressed: false
            }
        }
    }

    /// What a reader of a draft has to know.
    public struct Flag: Hashable, Sendable {
        public let gate: String
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
            /// These must agree and did not take part in the draft, as far as is known.
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
        let coded = gates.map { $0.when.flatMap(agenda.condition) }
        drafts = zip(agenda.drafts, agenda.rows).map { draft, row in
            let verdicts = coded.map { agenda.verdict($0, row) }
            return Draft(
                proposal: draft, verdicts: verdicts,
                flags: zip(gates, verdicts).flatMap { gate, verdict in
                    gate.flags(
                        verdict, draft, theCase, agenda,
                        Dictionary(
                            zip(gates.map(\.id), verdicts)
                        ) { first, _ in first })
                })
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

    fileprivate func flags(
        _ verdict: LegalBars.Verdict, _ draft: Proposal, _ theCase: Case, _ agenda: CodedAgenda,
        _ verdicts: [String: LegalBars.Verdict]
    ) -> [LegalBars.Flag] {
        guard verdict.mayBear else { return [] }
        let kinds: [LegalBars.Flag.Kind] =
            switch content {
            case .norm(let norm): [.excluded(by: norm.invokedBy)]
            case .combination: [.impossible]
            case .rule(let rule): rule.flags(draft, theCase, agenda, verdicts)
            }
        return kinds.map { LegalBars.Flag(gate: id, isOpen: verdict != .bears, kind: $0) }
    }
}

extension Ratification.Rule {
    fileprivate func flags(
        _ draft: Proposal, _ theCase: Case, _ agenda: CodedAgenda, _ verdicts: [String: LegalBars.Verdict]
    ) -> [LegalBars.Flag.Kind] {
        var kinds: [LegalBars.Flag.Kind] = []
        if let needs {
            kinds.append(.needs(needs))
            let outside = theCase.consenting(to: needs).filter { !theCase.tookPart($0, in: draft) }
            if !outside.isEmpty, !draft.authors.isEmpty { kinds.append(.outsiders(outside)) }
        }
        if let blocked, agenda.holdsToday(blocked) { kinds.append(.blockedToday(blocked)) }
        let against = conflictsWith.filter { verdicts[$0]?.mayBear ?? false }
        if within != nil || !against.isEmpty { kinds.append(.deadline(within, against: against)) }
        return kinds
    }
}

extension Case {
    /// The actors that a requirement asks, bodies by the actor they are.
    fileprivate func consenting(to needs: Ratification.Requirement) -> [String] {
        let (bodies, actors) = needs.names
        return bodies.compactMap { id in ratification.bodies.first { $0.id == id }?.actor } + actors
    }

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
