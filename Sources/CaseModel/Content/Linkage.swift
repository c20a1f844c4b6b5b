public import Numbers

/// A Junktim: if one thing is agreed, another must be.
public struct Linkage: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var condition: Formula?
    public var consequence: Formula?
    public var kind: Kind = .recorded
    /// What keeping it is worth (bonus) or breaking it costs (penalty), per actor.
    public var worth: [String: Held<Quantity>] = [:]
    /// Sources, actors or drafts that name it, each with its attitude.
    public var voices: [Voice] = []
    public var state: State = .on
    public var text: Label?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable { case hard, bonus, penalty, recorded }

    /// Whether the linkage is in force, and as what.
    public enum State: Hashable, Sendable {
        case on, off, hard
        case bonus(Quantity)
        case penalty(Quantity)
    }

    public enum Attitude: String, Hashable, Sendable, CaseIterable {
        case asserted, accepted, refused, doubted
    }

    public struct Voice: Hashable, Sendable {
        public var attitude: Attitude
        /// The bare id of a source or an actor, or `p:draft`.
        public var who: String
        public var place: Place

        public init(attitude: Attitude, who: String, place: Place) {
            (self.attitude, self.who, self.place) = (attitude, who, place)
        }
    }
}

/// Law or principle as a gate with an owner.
public struct Norm: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var excludes: Formula?
    public var invokedBy: [String] = []
    public var establishedBy: String?
    public var establishedOn: DateSpan?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}
