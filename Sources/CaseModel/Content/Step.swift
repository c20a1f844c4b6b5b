public import Numbers

/// A step of implementation: who takes it, what it gives and costs, what must come first.
public struct Step: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    public var by: [String] = []
    public var after: [String] = []
    public var gives: [String: Held<Quantity>] = [:]
    public var costs: [String: Held<Quantity>] = [:]
    /// What breaking off here is worth.
    public var temptation: [String: Held<Temptation>] = [:]
    public var spoilers: [Spoiler] = []
    /// Which packages and drafts the step belongs to; without it, to all.
    public var when: Formula?
    /// How long it takes, as written.
    public var takes: String?
    /// By when it has to be done, counted from the beginning, as written.
    public var within: String?
    public var expires: DateSpan?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Temptation: Hashable, Sendable {
        case quantity(Quantity)
        /// The answer of a game, as `game.question`.
        case game(String)
    }

    /// Somebody who can undo the step.
    public struct Spoiler: Hashable, Sendable {
        public var actor: String
        public var at: String?
        public var can: Label

        public init(actor: String, at: String?, can: Label) {
            (self.actor, self.at, self.can) = (actor, at, can)
        }
    }
}

/// What a side can do, beyond the bits of a model.
public struct PolicyOption: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var of = ""
    public var name = Label()
    /// The body or actor that decides.
    public var decides: String?
    public var needs: [String] = []
    public var takes: String?
    public var isReversible: Bool?
    /// The option of the stability model that stands for it.
    public var model: String?
    public var expires: DateSpan?
    public var audience: Audience = .public
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}
