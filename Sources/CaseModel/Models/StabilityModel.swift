public import Numbers

/// The conflict as options of decision makers, or as a graph: `models/stability.yaml`.
public struct StabilityModel: Hashable, Sendable {
    public let place: Place
    /// The options taken today.
    public var statusQuo: [String] = []
    public var options: [Choice] = []
    public var decisionMakers: [DecisionMaker] = []
    public var infeasible: [FeasibilityRule] = []
    public var preconditions: [Precondition] = []
    public var coalesced: [Formula] = []
    /// Per decision maker the states that it does not see.
    public var misperceived: [String: [Formula]] = [:]
    /// Graph form: the states by name, instead of options.
    public var states: [String] = []
    public var moves: [String: [Move]] = [:]

    public init(place: Place) { self.place = place }

    /// An option: a yes or no that one decision maker controls.
    public struct Choice: Hashable, Sendable {
        public let id: String
        public var of: String
        public var name: Label
        public var direction: Direction
        /// False for an option that is known and cited but is not a bit of the model.
        public var isModelled: Bool
        public var basis: Basis
        public var place: Place

        public init(
            id: String, of: String, name: Label, direction: Direction, isModelled: Bool, basis: Basis,
            place: Place
        ) {
            (self.id, self.of, self.name, self.direction) = (id, of, name, direction)
            (self.isModelled, self.basis, self.place) = (isModelled, basis, place)
        }
    }

    /// Which way an option can be changed.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        /// Only from no to yes.
        case forward
        /// Only from yes to no.
        case backward
        case both
    }

    public struct DecisionMaker: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        /// Preference statements by slot; the lowest slot weighs most.
        public var preferences: [Int: Held<Formula>] = [:]
        public var ranking: [[String]]?
        public var weights: [String: Held<Quantity>] = [:]
        /// Indifferent by declaration; without any preference the question is refused.
        public var isIndifferent = false

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    /// A condition of a move, tested in the state where the move starts.
    public struct Precondition: Hashable, Sendable {
        public var option: String
        /// Whether the option is taken or dropped.
        public var taking: Bool
        public var when: Formula
        public var because: Label?
        public var basis: Basis
        public var place: Place

        public init(option: String, taking: Bool, when: Formula, because: Label?, basis: Basis, place: Place)
        {
            (self.option, self.taking, self.when) = (option, taking, when)
            (self.because, self.basis, self.place) = (because, basis, place)
        }
    }

    public struct Move: Hashable, Sendable {
        public var from: String
        public var to: String

        public init(from: String, to: String) {
            self.from = from
            self.to = to
        }
    }
}
