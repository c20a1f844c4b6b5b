public import CaseModel
public import Numbers

/// What each promise of protection says, clause by clause, and what it leaves open.
public struct GuaranteeReading: Finding {
    public let question = Question.clauses
    public let perspective: String?
    public let clauses: [Guarantee.Clause]
    /// In the order of the case.
    public let promises: [Promise]
    /// How plainly the texts speak, and in whose favour.
    public let plainness: [Plainness]
    /// For their names.
    public let actors: [Actor]
    public let restsOn: Support
    public let method = Method.checklist
    public let limits: [Limit]
    public let passages: PassageBook

    /// One promise with what follows from its clauses.
    public struct Promise: Hashable, Sendable {
        public let guarantee: Guarantee
        /// The draft that holds it; `nil` for a precedent.
        public let draft: Proposal?
        /// One per axis, in their order.
        public let axes: [AxisState]
        /// Slots that are there and empty, by name.
        public let empty: [SlotName]
        /// Slots that can be read in several ways.
        public let vague: [SlotName]
        /// Clauses that are stated, excluded, and vague or conditional.
        public let stated: [String]
        public let denied: [String]
        public let open: [String]

        public var isPrecedent: Bool { draft == nil }
    }

    /// The slots of a promise, in the order of a case folder.
    public enum SlotName: String, Hashable, Sendable, CaseIterable {
        case guarantor, beneficiary, trigger, response, legal, price, expiry, exit
    }

    /// Where a promise stands on one of the three axes between soft and hard.
    public enum AxisState: String, Hashable, Sendable, CaseIterable {
        case yes, no
        /// Vague, conditional, or only announced.
        case open
        /// Looked for and not there, or nobody reports it.
        case silent, unreported
    }

    /// How many terms of a text are plain and how many can be read in several ways, for one beneficiary.
    public struct Plainness: Hashable, Sendable {
        public let draft: String
        /// `nil` for points of which nobody says whom they give something.
        public let beneficiary: String?
        public let plain: Int
        public let vague: Int
        /// The share of the terms that are plain.
        public var share: Rational { plain + vague == 0 ? 0 : Rational(plain, over: plain + vague) }
    }

    /// Reads the promises of a view.
    ///
    /// - Throws: ``NotAnswerable`` if there are none, or if the view collides.
    public init(of view: View) throws(NotAnswerable) {
        let theCase = view.case
        try view.require(.clauses, theCase.guarantees.isEmpty ? [.guarantees] : [])
        perspective = view.viewpoint.perspective
        (clauses, actors) = (theCase.clauses, theCase.actors)
        promises = theCase.guarantees.map { Promise($0, in: theCase) }
        plainness = theCase.proposalsByDate.filter(\.kind.isText).flatMap {
            Self.plainness(of: $0, theCase.actors)
        }
        restsOn = Support(
            theCase.clauses.map { ($0.basis, $0.place) } + theCase.guarantees.map { ($0.basis, $0.place) }
                + theCase.guarantees.compactMap { one in one.tested.map { ($0.basis, one.place) } },
            taking: view.seen.take.sources)
        passages = view.passages
        limits = Self.limits(clauses) + restsOn.limits(passages) + view.limits
    }

    private static func limits(_ clauses: [Guarantee.Clause]) -> [Limit] {
        let named = Set(clauses.compactMap(\.axis))
        let missing = Guarantee.Axis.allCases.filter { $0 != .binding && !named.contains($0) }
        return missing.isEmpty ? [] : [.axesWithoutClause(missing)]
    }

    /// The terms of a text by whom their points give something; a text without any such word is left out.
    private static func plainness(of draft: Proposal, _ actors: [Actor]) -> [Plainness] {
        guard draft.points.contains(where: { !$0.benefits.isEmpty }) else { return [] }
        let names = actors.map(\.id).filter { id in draft.points.contains { $0.benefits.contains(id) } }
        return (names.map { Optional($0) } + [nil]).compactMap { beneficiary in
            let points = draft.points.filter { point in
                beneficiary.map(point.benefits.contains) ?? point.benefits.isEmpty
            }
            let terms = points.flatMap(\.terms).filter { $0.content != .silent && $0.content != .unreported }
            guard !terms.isEmpty else { return nil }
            let plain = terms.count { $0.isPlain }
            return Plainness(
                draft: draft.id, beneficiary: beneficiary, plain: plain, vague: terms.count - plain)
        }
    }
}

extension Term {
    /// Whether the term says one thing.
    fileprivate var isPlain: Bool {
        switch content {
        case .stated, .conditional, .denied: true
        case .ambiguous, .contested, .silent, .unreported: false
        }
    }
}

extension GuaranteeReading.Promise {
    init(_ guarantee: Guarantee, in theCase: Case) {
        self.guarantee = guarantee
        draft = guarantee.proposal.flatMap { theCase.proposal($0) }
        axes = Guarantee.Axis.allCases.map { axis in
            guarantee.state(on: axis, by: theCase.clauses.filter { $0.axis == axis }.map(\.id))
        }
        let slots = GuaranteeReading.SlotName.allCases
        empty = slots.filter { guarantee.slot($0) == .unnamed }
        vague = slots.filter {
            if case .ambiguous = guarantee.slot($0) { true } else { guarantee.slot($0) == .conditional }
        }
        func having(_ states: [Guarantee.ClauseState]) -> [String] {
            theCase.clauses.map(\.id).filter { states.contains(guarantee.clauses[$0] ?? .unreported) }
        }
        stated = having([.stated])
        denied = having([.denied])
        open = having([.ambiguous, .conditional])
    }
}

extension Guarantee {
    /// What stands in a slot; the beneficiaries count as named, or as unreported where there are none.
    public func slot(_ name: GuaranteeReading.SlotName) -> Slot {
        switch name {
        case .guarantor: guarantor
        case .beneficiary: beneficiary.isEmpty ? .unreported : .named(beneficiary)
        case .trigger: trigger
        case .response: response
        case .legal: legal
        case .price: price
        case .expiry: expiry
        case .exit: exit
        }
    }

    /// Where the promise stands on an axis: by its legal form, and by the clauses that bear on the axis.
    ///
    /// One clause that is stated makes it so; it is not so only if every clause is excluded.
    fileprivate func state(on axis: Axis, by clauses: [String]) -> GuaranteeReading.AxisState {
        var states = clauses.map { self.clauses[$0] ?? .unreported }.map(GuaranteeReading.AxisState.init)
        if axis == .binding { states.append(legalState) }
        for one in [GuaranteeReading.AxisState.yes, .open] where states.contains(one) { return one }
        guard !states.isEmpty, !states.allSatisfy({ $0 == .no }) else {
            return states.isEmpty ? .unreported : .no
        }
        return states.contains(.unreported) ? .unreported : .silent
    }

    private var legalState: GuaranteeReading.AxisState {
        switch legal {
        case .named(let words):
            words.contains("ratified-treaty")
                ? .yes : words.allSatisfy { $0 == "none" || $0 == "declaratory" } ? .no : .open
        case .unnamed, .denied: .no
        case .ambiguous, .conditional: .open
        case .stated: .yes
        case .silent: .silent
        case .unreported: .unreported
        }
    }
}

extension GuaranteeReading.AxisState {
    fileprivate init(_ state: Guarantee.ClauseState) {
        self =
            switch state {
            case .stated: .yes
            case .denied: .no
            case .ambiguous, .conditional: .open
            case .silent: .silent
            case .unreported: .unreported
            }
    }
}
