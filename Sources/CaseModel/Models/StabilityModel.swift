public import Numbers

/// The conflict as options of decision makers, or as a graph: `models/stability.yaml`.
public struct StabilityModel: Hashable, Sendable {
    public let place: Place
    /// The options taken today.
    public var statusQuo: [String] = []
    public var statusQuoPlace: Place?
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
        public var preferences: [Int: Held<Preference>] = [:]
        /// A ranking of the states; where one stands it is in force, and statements are only kept.
        public var ranking: Ranking?
        public var weights: [String: Held<Quantity>] = [:]
        /// Groups of states of a ranking whose order among each other is not known.
        public var unknown: [[String]] = []
        /// What it feels for the others; nothing said is neutral, and it wishes itself well.
        public var attitudes: [String: Attitude] = [:]
        /// Indifferent by declaration; without any preference the question is refused.
        public var isIndifferent = false

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    /// A statement that a decision maker prefers to be true.
    public struct Preference: Hashable, Sendable {
        public var statement: Formula
        /// False where nobody knows whether it prefers the statement or its opposite.
        public var isKnown: Bool
        /// Whether states that differ in it differ strongly.
        public var isStrong: Bool

        public init(_ statement: Formula, isKnown: Bool = true, isStrong: Bool = false) {
            (self.statement, self.isKnown, self.isStrong) = (statement, isKnown, isStrong)
        }
    }

    /// States, the best first; those of one group are tied.
    public struct Ranking: Hashable, Sendable {
        public var groups: [[String]]
        /// How many groups stand above each `>>`: what is above is strongly preferred to what is below.
        public var strongBreaks: [Int]
        public var place: Place

        public init(groups: [[String]], strongBreaks: [Int] = [], place: Place) {
            (self.groups, self.strongBreaks, self.place) = (groups, strongBreaks, place)
        }
    }

    public enum Attitude: String, Hashable, Sendable, CaseIterable { case positive, neutral, negative }

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

extension StabilityModel.Preference: CustomStringConvertible {
    /// The statement in the notation of a case, with what is said of it.
    public var description: String {
        "\(statement)" + (isStrong ? " (strong)" : "") + (isKnown ? "" : " (not known)")
    }
}
