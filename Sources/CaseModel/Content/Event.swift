/// Something that happened, as each source tells it. There is no "truth" beside the tellings.
public struct Event: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var on: DateSpan?
    public var kind = ""
    public var location: Label?
    public var actors: [String] = []
    public var about: [String] = []
    /// Drafts that it brought forth.
    public var made: [String] = []
    public var told: [Telling] = []
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public struct Telling: Hashable, Sendable {
        public var by: String
        public var text: Label
        public var basis: Basis
        public var place: Place

        public init(by: String, text: Label, basis: Basis, place: Place) {
            (self.by, self.text, self.basis, self.place) = (by, text, basis, place)
        }
    }
}

/// People and things that every outcome touches.
public struct Indicator: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var unit: String?
    public var told: [Reading] = []
    /// Sources that were searched and say nothing.
    public var silent: [String] = []
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// What one source gives; "unknown" is a value.
    public struct Reading: Hashable, Sendable {
        public var by: String
        public var value: Amount
        public var text: Label?
        public var basis: Basis
        public var place: Place

        public init(by: String, value: Amount, text: Label?, basis: Basis, place: Place) {
            (self.by, self.value, self.text, self.basis, self.place) = (by, value, text, basis, place)
        }
    }
}
