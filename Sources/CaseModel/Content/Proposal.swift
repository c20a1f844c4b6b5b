/// A draft, a list, a declaration, or an outcome that somebody expects or demands.
public struct Proposal: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var kind: Kind = .draft
    public var date: DateSpan?
    /// Who stands behind it; several entries where the sources disagree.
    public var authors: [Authorship] = []
    public var status: Status?
    /// Drafts that it goes back to.
    public var parents: [String] = []
    /// Drafts that may have entered it.
    public var possibleParents: [String] = []
    public var extent: Extent = .whole
    /// How many points there are, when known.
    public var numbered: Int?
    public var points: [Point] = []
    public var audience: Audience = .public
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case draft, list, declaration, understanding, conjecture, forecast, yardstick
    }

    public enum Status: String, Hashable, Sendable, CaseIterable {
        case floated, tabled, circulated, initialled, signed, leaked, withdrawn
    }

    public enum Extent: String, Hashable, Sendable, CaseIterable {
        /// Coded from the text itself.
        case whole
        /// Only what others say of it.
        case reported
    }

    public struct Authorship: Hashable, Sendable {
        public var actors: [String]
        /// The source that says so; `nil` where nobody disputes it.
        public var says: String?

        public init(actors: [String], says: String?) {
            self.actors = actors
            self.says = says
        }
    }

    /// A numbered point of the text, or a named part of it.
    public struct Point: Hashable, Sendable {
        public let id: String
        public let place: Place
        /// Points of other drafts that it comes from, as `draft.point`.
        public var from: [String] = []
        public var terms: [Term] = []
        public var linkages: [String] = []
        /// Whom the point gives something.
        public var benefits: [String] = []
        public var via: [String] = []
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }
}

extension Proposal.Kind {
    /// Whether somebody put it down as a text, rather than expecting, demanding or supposing it.
    public var isText: Bool {
        switch self {
        case .draft, .list, .declaration, .understanding: true
        case .conjecture, .forecast, .yardstick: false
        }
    }
}
