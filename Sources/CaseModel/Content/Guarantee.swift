/// A promise of protection, read as clauses.
public struct Guarantee: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name = Label()
    /// The draft that holds it.
    public var proposal: String?
    public var guarantor: Slot = .unreported
    public var beneficiary: [String] = []
    public var trigger: Slot = .unreported
    public var response: Slot = .unreported
    public var legal: Slot = .unreported
    public var price: Slot = .unreported
    public var expiry: Slot = .unreported
    public var exit: Slot = .unreported
    /// The state of each clause of the checklist.
    public var clauses: [String: ClauseState] = [:]
    /// How a promise of the past fared when it was tested.
    public var tested: Test?
    public var basis = Basis()
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// What a text says in one of its slots.
    public enum Slot: Hashable, Sendable {
        /// Named: actors, or a word of the text such as `declaratory`.
        case named([String])
        /// The place is there and nobody stands in it.
        case unnamed
        /// Can be read in these ways; empty means in any way.
        case ambiguous([String])
        case stated, denied, conditional, silent, unreported
    }

    public enum ClauseState: String, Hashable, Sendable, CaseIterable {
        case stated, denied, ambiguous, conditional, silent, unreported
    }

    /// A clause of the checklist.
    public struct Clause: Hashable, Sendable {
        public let id: String
        public var name: Label
        /// The parameter of the guarantee game that the clause moves.
        public var lever: String?
        /// What the clause says of how hard the promise is.
        public var axis: Axis?
        public var basis: Basis
        public var place: Place

        public init(id: String, name: Label, lever: String?, axis: Axis?, basis: Basis, place: Place) {
            (self.id, self.name, self.lever, self.axis) = (id, name, lever, axis)
            (self.basis, self.place) = (basis, place)
        }
    }

    /// What makes a promise hard rather than soft.
    public enum Axis: String, Hashable, Sendable, CaseIterable {
        case binding, automatic
        case forwardDeployed = "forward-deployed"
    }

    public struct Test: Hashable, Sendable {
        public var on: DateSpan
        public var wasKept: Bool
        public var by: String?
        public var basis: Basis

        public init(on: DateSpan, wasKept: Bool, by: String?, basis: Basis) {
            (self.on, self.wasKept, self.by, self.basis) = (on, wasKept, by, basis)
        }
    }
}
