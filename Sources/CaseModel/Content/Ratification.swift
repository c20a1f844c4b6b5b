public import Numbers

/// Who must agree at home, and by which rule.
public struct Ratification: Hashable, Sendable {
    public var bodies: [Body] = []
    public var rules: [Rule] = []
    /// The order of the stages: rules or bodies.
    public var sequence: [Held<String>] = []

    public init() {}

    public struct Body: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        public var actor: String?
        /// The number of members, when it is all that is known.
        public var size: Int?
        public var members: [Member] = []
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    public struct Member: Hashable, Sendable {
        public var id: String
        public var weight: Rational

        public init(id: String, weight: Rational) {
            self.id = id
            self.weight = weight
        }
    }

    /// What must be fulfilled before something may come into force.
    public struct Rule: Hashable, Sendable {
        public let id: String
        public let place: Place
        public var name = Label()
        public var applies: Formula?
        public var needs: Requirement?
        /// The chance of passing when no vote model is given.
        public var passes: Held<Quantity>?
        /// While this holds, nothing can pass.
        public var blocked: Formula?
        /// A deadline as written.
        public var within: String?
        public var conflictsWith: [String] = []
        /// Those who stay outside and need not agree.
        public var optOut: [String] = []
        public var state: State = .asWritten
        public var basis = Basis()
        public var note: Label?

        public init(id: String, place: Place) {
            self.id = id
            self.place = place
        }
    }

    /// Whether a rule is in force, and with which chance.
    public enum State: Hashable, Sendable {
        case asWritten, off
        case passes(Quantity)
    }

    /// A tree of majorities.
    public indirect enum Requirement: Hashable, Sendable {
        case all([Requirement])
        case any([Requirement])
        /// A share of the members, or of those present.
        case share(Rational, of: String, ofPresent: Bool)
        case atLeast(Int, of: String)
        /// A sum of weights.
        case weight(Rational, of: String)
        case veto(String)
        case referendum(of: String, passes: Quantity?)

        /// The bodies and actors that the tree names.
        public var names: (bodies: [String], actors: [String]) {
            switch self {
            case .all(let parts), .any(let parts):
                (parts.flatMap(\.names.bodies), parts.flatMap(\.names.actors))
            case .share(_, let body, _), .atLeast(_, let body), .weight(_, let body),
                .referendum(let body, _):
                ([body], [])
            case .veto(let actor): ([], [actor])
            }
        }
    }
}
