public import Numbers

/// A game tree with named parameters: `models/games/*.yaml`, or a public file format beside it.
public struct GameModel: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var players: [String] = []
    public var parameters: [Parameter] = []
    public var body: Body
    /// Names that conclusions and other models may ask for, with the question as written.
    public var asks: [String: String] = [:]

    public init(id: String, body: Body, place: Place) {
        (self.id, self.body, self.place) = (id, body, place)
    }

    public enum Body: Hashable, Sendable {
        case tree(Node)
        /// A ready-made game of the guarantee family, with its values.
        case template(String, [String: Quantity])
        /// An `.efg` or `.nfg` file in the same folder, by its path in the case.
        case file(String)
    }

    public indirect enum Node: Hashable, Sendable {
        case payoff([String: Arithmetic], Basis)
        case chance(label: String?, [Branch])
        case decision(player: String, informationSet: String, [Branch])

        /// The nodes below, this one first.
        public var all: [Node] {
            switch self {
            case .payoff: [self]
            case .chance(_, let branches), .decision(_, _, let branches): [self] + branches.flatMap(\.to.all)
            }
        }
    }

    public struct Branch: Hashable, Sendable {
        public var label: String
        /// The probability, at chance nodes.
        public var probability: Arithmetic?
        public var to: Node

        public init(label: String, probability: Arithmetic?, to: Node) {
            (self.label, self.probability, self.to) = (label, probability, to)
        }
    }
}

/// Position, salience and capability per actor: `models/forecast.yaml`.
public struct ForecastModel: Hashable, Sendable {
    public let place: Place
    public var axes: [Axis] = []
    public var actors: [Entry] = []
    public var parameters: [Parameter] = []

    public init(place: Place) { self.place = place }

    /// One axis, or one issue on its scale from 0 to 100.
    public struct Axis: Hashable, Sendable {
        public let id: String
        public var from: Rational
        public var to: Rational

        public init(id: String, from: Rational, to: Rational) {
            (self.id, self.from, self.to) = (id, from, to)
        }
    }

    public struct Entry: Hashable, Sendable {
        public var actor: String
        /// The axis or issue; `nil` for the only axis.
        public var on: String?
        public var position: Held<Quantity>?
        public var salience: Held<Quantity>?
        public var capability: Held<Quantity>?
        public var place: Place

        public init(actor: String, on: String?, place: Place) {
            (self.actor, self.on, self.place) = (actor, on, place)
        }
    }
}
