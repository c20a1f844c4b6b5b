public import Numbers

/// A finite game in extensive form with numbered players, information sets and actions.
///
/// The nodes stand in depth-first order. Payoffs stand at the ends; branches of chance that cannot happen are kept, and
/// what lies behind them is marked, because no player needs a belief there.
public struct GameTree: Sendable {
    public let players: Int
    public let sets: [InformationSet]
    /// The nodes in depth-first order, node 0 the root.
    let nodes: [Node]
    /// The children of all nodes, those of one node side by side.
    let children: [Int32]
    /// The probability of each place in `children`, 1 behind a decision.
    let probabilities: [Rational]
    /// The payoffs of end after end, one per player.
    let payoffs: [Rational]
    /// The ends, in depth-first order.
    public let ends: [Int]
    /// The product of the chance probabilities on the way to each end.
    let chances: [Rational]
    private let setsOfPlayers: [[Int]]

    /// Nodes that their player cannot tell apart.
    public struct InformationSet: Hashable, Sendable {
        public let player: Int
        public let actions: Int
        /// In depth-first order; empty if the set has no node.
        public internal(set) var members: [Int] = []

        public init(player: Int, actions: Int) { (self.player, self.actions) = (player, actions) }
    }

    /// What happens at a node.
    public enum Move: Hashable, Sendable {
        /// A lottery over the children.
        case chance([Rational])
        /// A choice at an information set, one child per action.
        case decision(Int)
        /// The end of the game, with its payoffs, one per player.
        case end([Rational])
    }

    struct Node: Sendable {
        enum Kind: Sendable { case chance, decision(set: Int), end(Int) }

        var kind: Kind
        var parent: Int32
        /// Which child of its parent the node is.
        var branch: Int32
        var firstChild: Int32 = 0
        var childCount: Int32 = 0
        /// Whether no chance move on the way has probability zero.
        var canHappen = true
    }

    /// A tree from its nodes in depth-first order.
    ///
    /// - Precondition: Every node has as many children as its move says, and nothing is left over.
    public init(players: Int, sets: [InformationSet], moves: some Sequence<Move>) {
        var builder = Builder(players: players, sets: sets)
        for move in moves { builder.append(move) }
        self = builder.tree()
    }

    fileprivate init(_ builder: Builder) {
        (players, sets, nodes) = (builder.players, builder.sets, builder.nodes)
        (children, probabilities) = (builder.children, builder.probabilities)
        (payoffs, ends, chances) = (builder.payoffs, builder.ends, builder.chances)
        let sets = sets
        setsOfPlayers = (0..<builder.players).map { player in
            sets.indices.filter { sets[$0].player == player }
        }
    }
}

extension GameTree {
    /// Puts a tree together node by node.
    fileprivate struct Builder {
        let players: Int
        var sets: [InformationSet]
        var nodes: [Node] = []
        var children: [Int32] = []
        var probabilities: [Rational] = []
        var payoffs: [Rational] = []
        var ends: [Int] = []
        var chances: [Rational] = []
        /// The product of the chance probabilities on the way to each node that still waits for children.
        private var chanceOfOpen: [Rational] = []
        /// The nodes that still wait for children, and for which one.
        private var open: [(node: Int, next: Int)] = []

        init(players: Int, sets: [InformationSet]) { (self.players, self.sets) = (players, sets) }

        mutating func append(_ move: Move) {
            let node = nodes.count
            var chance = Rational.one
            var fresh = Node(kind: .chance, parent: -1, branch: 0)
            if let (parent, branch) = open.last {
                let place = Int(nodes[parent].firstChild) + branch
                children[place] = Int32(node)
                (fresh.parent, fresh.branch) = (Int32(parent), Int32(branch))
                fresh.canHappen = nodes[parent].canHappen && probabilities[place] != 0
                chance = chanceOfOpen[open.count - 1] * probabilities[place]
                open[open.count - 1].next += 1
                if branch + 1 == nodes[parent].childCount {
                    open.removeLast()
                    chanceOfOpen.removeLast()
                }
            } else {
                precondition(node == 0, "a tree has one root")
            }
            var count = 0
            switch move {
            case .chance(let lottery): count = lottery.count
            case .decision(let set):
                fresh.kind = .decision(set: set)
                count = sets[set].actions
                sets[set].members.append(node)
            case .end(let payoff):
                precondition(payoff.count == players, "one payoff per player")
                fresh.kind = .end(ends.count)
                ends.append(node)
                chances.append(chance)
                payoffs += payoff
            }
            (fresh.firstChild, fresh.childCount) = (Int32(children.count), Int32(count))
            nodes.append(fresh)
            guard count > 0 else { return }
            children += repeatElement(0, count: count)
            if case .chance(let lottery) = move {
                probabilities += lottery
            } else {
                probabilities += repeatElement(.one, count: count)
            }
            open.append((node, 0))
            chanceOfOpen.append(chance)
        }

        func tree() -> GameTree {
            precondition(open.isEmpty && !nodes.isEmpty, "every node has its children")
            return GameTree(self)
        }
    }
}

extension GameTree {
    /// How many nodes there are.
    public var size: Int { nodes.count }

    /// The children of a node.
    func children(of node: Int) -> ArraySlice<Int32> {
        let first = Int(nodes[node].firstChild)
        return children[first..<first + Int(nodes[node].childCount)]
    }

    /// The child behind an action or branch.
    func child(_ node: Int, _ branch: Int) -> Int { Int(children[Int(nodes[node].firstChild) + branch]) }

    /// The probability of a branch of chance.
    func probability(_ node: Int, _ branch: Int) -> Rational {
        probabilities[Int(nodes[node].firstChild) + branch]
    }

    /// What the end with this number pays a player.
    public func payoff(end: Int, player: Int) -> Rational { payoffs[end * players + player] }

    /// The sets of a player, by number.
    public func sets(of player: Int) -> [Int] { setsOfPlayers[player] }

    /// Whether some node of the set can happen at all; if not, nothing is asked there.
    public func canHappen(set: Int) -> Bool { sets[set].members.contains { nodes[$0].canHappen } }

    /// The nodes from the root to a node, the root first.
    func path(to node: Int) -> [Int] {
        var path = [node]
        while nodes[path[path.count - 1]].parent >= 0 { path.append(Int(nodes[path[path.count - 1]].parent)) }
        return path.reversed()
    }
}
