public import Numbers

/// A game with named parameters: `models/games/*.yaml`, or a public file format beside it.
public struct GameModel: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var name: Label?
    public var players: [String] = []
    public var parameters: [Parameter] = []
    /// What nobody in the game chooses: every alternative is a game of its own.
    public var givens: [Given] = []
    public var body: Body
    /// What players, sets and actions are called in a report, by the words that the file uses for them.
    public var names: [String: Label] = [:]
    /// Names that conclusions and other models may ask for, with the question as written.
    public var asks: [String: String] = [:]
    /// Clauses of a promise, and the state that each must have for the game to speak of it.
    public var when: [String: Guarantee.ClauseState] = [:]
    /// How far terms of a draft pull the levers of a design by clause.
    public var pulls: [Pull] = []
    /// Events that move a belief of somebody in the game.
    public var signals: Signals?
    public var basis = Basis()

    public init(id: String, body: Body, place: Place) {
        (self.id, self.body, self.place) = (id, body, place)
    }

    /// What payoffs at the ends rest on, where they say so.
    public var payoffBases: [Basis] {
        guard case .tree(let root) = body else { return [] }
        return root.all.compactMap { node in
            if case .payoff(_, let basis) = node, basis.kind != .uncited { basis } else { nil }
        }
    }

    public enum Body: Hashable, Sendable {
        case tree(Node)
        /// Payoffs per combination of strategies, the last player's strategy running fastest.
        case table(strategies: [[String]], payoffs: [[Arithmetic]])
        /// A ready-made game of the guarantee family; its values are the parameters.
        case template(GuaranteeModel)
        /// An `.efg` or `.nfg` file.
        case file(GameForm)
    }

    /// An issue whose alternatives pull a lever, from 0 for nothing to 1 for all that the viewpoint allows.
    public struct Pull: Hashable, Sendable {
        public var lever: String
        public var issue: String
        public var at: [String: Rational]
        public var basis: Basis
        public var place: Place

        public init(lever: String, issue: String, at: [String: Rational], basis: Basis, place: Place) {
            (self.lever, self.issue, self.at) = (lever, issue, at)
            (self.basis, self.place) = (basis, place)
        }
    }

    /// Events from which somebody learns, and the belief that they move.
    public struct Signals: Hashable, Sendable {
        /// The parameter that holds the belief before the first event.
        public var parameter: String
        /// The alternatives of what is given under which the belief counts.
        public var given: [String: String]
        /// The name of the question whose answer turns on the belief.
        public var turns: String
        public var events: [Signal]

        public init(parameter: String, given: [String: String], turns: String, events: [Signal]) {
            (self.parameter, self.given, self.turns, self.events) = (parameter, given, turns, events)
        }
    }

    public struct Signal: Hashable, Sendable {
        public var event: String
        /// How much likelier the event is if what is believed is so than if it is not (the likelihood ratio).
        public var ratio: Quantity
        public var basis: Basis
        public var place: Place

        public init(event: String, ratio: Quantity, basis: Basis, place: Place) {
            (self.event, self.ratio, self.basis, self.place) = (event, ratio, basis, place)
        }
    }

    /// A circumstance with its alternatives, each of which gives further names a value.
    public struct Given: Hashable, Sendable {
        public let id: String
        public var alternatives: [Alternative]

        public init(id: String, alternatives: [Alternative]) {
            (self.id, self.alternatives) = (id, alternatives)
        }
    }

    public struct Alternative: Hashable, Sendable {
        public let id: String
        public var values: [String: Arithmetic]

        public init(id: String, values: [String: Arithmetic]) { (self.id, self.values) = (id, values) }
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
