public import Numbers

/// What a draft says about one issue, or what somebody wants there.
public struct Term: Hashable, Sendable {
    public let issue: String
    public var content: Content
    /// Who says that it says so; the last is the source. Empty: the same as the point's.
    public var via: [String]
    public var basis: Basis
    public var place: Place
    public var note: Label?

    public init(
        issue: String, content: Content, via: [String] = [], basis: Basis = Basis(), place: Place,
        note: Label? = nil
    ) {
        (self.issue, self.content, self.via) = (issue, content, via)
        (self.basis, self.place, self.note) = (basis, place, note)
    }

    /// The states of a term that somebody wrote down. *Unreported* is mostly the absence of a term.
    public enum Content: Hashable, Sendable {
        case stated(Choice)
        /// These are excluded.
        case denied([String])
        /// Can be read in these ways; empty means in any way.
        case ambiguous([Choice])
        case conditional(Choice, when: Formula?, until: DateSpan?, otherwise: Choice?)
        /// Bracketed: who wants which.
        case contested([Bid])
        /// Somebody looked for it and it is not there.
        case silent
        /// Known only through others, who do not say.
        case unreported
    }

    /// One party's wording of a bracketed term.
    public struct Bid: Hashable, Sendable {
        public let actor: String
        public let choice: Choice

        public init(actor: String, choice: Choice) {
            self.actor = actor
            self.choice = choice
        }
    }

    /// A settled value.
    public enum Choice: Hashable, Sendable {
        case alternative(String)
        /// A number on the scale of an interval issue.
        case number(Quantity)
    }
}

extension Term.Content {
    /// The values that the term names, in order.
    public var choices: [Term.Choice] {
        switch self {
        case .stated(let choice): [choice]
        case .denied(let excluded): excluded.map { .alternative($0) }
        case .ambiguous(let readings): readings
        case .conditional(let choice, _, _, let otherwise): [choice] + (otherwise.map { [$0] } ?? [])
        case .contested(let bids): bids.map(\.choice)
        case .silent, .unreported: []
        }
    }
}
