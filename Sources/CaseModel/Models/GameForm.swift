public import Numbers

/// A game as the public file formats hold it, with everything that a file says: a tree or a table.
public enum GameForm: Hashable, Sendable {
    case tree(TreeForm)
    case table(TableForm)

    /// The players' labels, in the order of the file; labels may be empty or repeat.
    public var players: [String] {
        switch self {
        case .tree(let tree): tree.players
        case .table(let table): table.players
        }
    }
}

/// A game tree, flat: the nodes stand in depth-first order, so a tree may be of any depth.
///
/// Things are told apart by their place in these lists, never by their labels, which may be empty or repeat.
public struct TreeForm: Hashable, Sendable {
    public var title: String
    public var comment: String?
    public var players: [String]
    public var chances: [Chance] = []
    public var sets: [InformationSet] = []
    public var outcomes: [GameOutcome] = []
    /// Depth-first: a node is followed by its first child's subtree, then by the second child's.
    public var nodes: [Node] = []

    public init(title: String, comment: String? = nil, players: [String]) {
        (self.title, self.comment, self.players) = (title, comment, players)
    }

    /// A node; an outcome on the way counts for every end behind it.
    public struct Node: Hashable, Sendable {
        public var name: String
        public var kind: Kind
        /// A place in `outcomes`; `nil` pays nothing.
        public var outcome: Int?

        public init(name: String = "", kind: Kind, outcome: Int? = nil) {
            (self.name, self.kind, self.outcome) = (name, kind, outcome)
        }
    }

    /// What happens at a node; the numbers are places in `chances` and `sets`.
    public enum Kind: Hashable, Sendable {
        case chance(Int)
        case decision(Int)
        case end
    }

    /// A lottery; nodes that share one share its probabilities.
    public struct Chance: Hashable, Sendable {
        /// The number that the file gives it.
        public var number: Int
        public var name: String
        public var labels: [String]
        /// One per label; they sum to 1, and some may be 0.
        public var probabilities: [Rational]

        public init(number: Int, name: String, labels: [String], probabilities: [Rational]) {
            (self.number, self.name, self.labels, self.probabilities) = (number, name, labels, probabilities)
        }
    }

    /// Nodes that their player cannot tell apart.
    public struct InformationSet: Hashable, Sendable {
        /// A place in `players`.
        public var player: Int
        /// The number that the file gives it, unique among the sets of the player.
        public var number: Int
        public var name: String
        public var actions: [String]

        public init(player: Int, number: Int, name: String, actions: [String]) {
            (self.player, self.number, self.name, self.actions) = (player, number, name, actions)
        }
    }

    /// How many children a node has.
    public func arity(of node: Node) -> Int {
        switch node.kind {
        case .chance(let chance): chances[chance].labels.count
        case .decision(let set): sets[set].actions.count
        case .end: 0
        }
    }
}

/// A game in strategic form: one line of payoffs per combination of strategies.
public struct TableForm: Hashable, Sendable {
    public var title: String
    public var comment: String?
    public var players: [String]
    /// The labels of each player's strategies.
    public var strategies: [[String]]
    public var body: Body

    public init(title: String, comment: String? = nil, players: [String], strategies: [[String]], body: Body)
    {
        (self.title, self.comment, self.players) = (title, comment, players)
        (self.strategies, self.body) = (strategies, body)
    }

    /// The combinations stand in the order in which the first player's strategy runs fastest.
    public enum Body: Hashable, Sendable {
        /// One payoff per player, combination after combination.
        case payoffs([Rational])
        /// One place in the list of outcomes per combination; `nil` pays nothing.
        case outcomes([GameOutcome], [Int?])
    }

    /// The payoffs of every combination, one per player, the first player's strategy running fastest.
    public var payoffs: [Rational] {
        switch body {
        case .payoffs(let payoffs): payoffs
        case .outcomes(let outcomes, let places):
            places.flatMap { place in
                place.map { outcomes[$0].payoffs } ?? Array(repeating: .zero, count: players.count)
            }
        }
    }
}

/// What an end of a game pays.
public struct GameOutcome: Hashable, Sendable {
    /// The number that the file gives it.
    public var number: Int
    public var name: String
    /// One per player.
    public var payoffs: [Rational]

    public init(number: Int, name: String, payoffs: [Rational]) {
        (self.number, self.name, self.payoffs) = (number, name, payoffs)
    }
}
