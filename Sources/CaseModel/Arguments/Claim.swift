public import Numbers

/// What is argued about, by nobody in particular.
public struct Claim: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var text = Label()
    /// The observation that would decide it.
    public var decides: Label?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }
}

/// Two claims that cannot both be.
public struct Contrary: Hashable, Sendable {
    public var first: String
    public var second: String
    public var place: Place

    public init(first: String, second: String, place: Place) {
        (self.first, self.second, self.place) = (first, second, place)
    }
}

/// A dated prediction with a rule by which it is resolved.
public struct Prediction: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var by = ""
    public var made: DateSpan?
    public var text = Label()
    public var rule = Label()
    /// Not scored before.
    public var due: DateSpan?
    public var probability: Held<Quantity>?
    public var resolved: Resolution?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    public enum Outcome: String, Hashable, Sendable, CaseIterable { case `true`, `false`, open }

    public struct Resolution: Hashable, Sendable {
        public var on: DateSpan?
        public var outcome: Outcome
        public var basis: Basis

        public init(on: DateSpan?, outcome: Outcome, basis: Basis) {
            (self.on, self.outcome, self.basis) = (on, outcome, basis)
        }
    }
}
