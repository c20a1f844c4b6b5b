public import Numbers

/// Somebody who can want, say or decide something.
public struct Actor: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var kind: Kind = .state
    public var exists: DateSpan?
    /// What the actor is a part of, for factions.
    public var partOf: String?
    public var members: [String] = []
    public var capability: Held<Quantity>?
    /// How much the matter weighs for the actor, as each source reads it; `all` stands for every source.
    public var salience: [String: Held<Quantity>] = [:]
    public var aims: [Aim] = []
    /// What the distances of drafts are measured from.
    public var ideal: Ideal?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case state, organisation, coalition, group, faction, body, person
    }

    /// What somebody says that the actor wants.
    public struct Aim: Hashable, Sendable {
        public let id: String
        public var text: Label
        /// The source that says so.
        public var by: String
        public var audience: Audience
        public var basis: Basis
        public var place: Place

        public init(id: String, text: Label, by: String, audience: Audience, basis: Basis, place: Place) {
            (self.id, self.text, self.by, self.audience) = (id, text, by, audience)
            (self.basis, self.place) = (basis, place)
        }
    }

    public enum Ideal: Hashable, Sendable {
        case proposal(String)
        case settled([String: String])
    }
}
