import Numbers

/// A decision diagram: the ways through a vote, class of members after class, where ways that can no longer be told
/// apart are one.
///
/// A node is a vector of sums. What is certain is left out of it: a threshold that is reached or can no longer be
/// reached, and one on which nothing depends any more.
///
/// - Source: Bolus, *Power indices of simple games and vector-weighted majority games by means of binary decision
///   diagrams* (European Journal of Operational Research 210, 2011); here with many-valued layers.
struct VotingDiagram {
    /// What a group of members can do together.
    struct Group {
        let members: [Int]
        /// For each move what it adds along the axes.
        let moves: [[Int]]
    }

    /// Where a move leads if nothing is open any more.
    static let (lost, won) = (-1, -2)

    let groups: [Group]
    /// For each group, node before it and move the node after it, or `lost` or `won`.
    private(set) var edges: [[Int]] = []
    /// Where everything begins.
    private(set) var root = 0
    /// How many nodes lie before each group.
    private(set) var widths: [Int] = []

    /// Every edge takes `price` from the budget.
    ///
    /// - Returns: `nil` if the budget did not last.
    init?(axes: Int, gate: Gate, groups: [Group], price: Int = 1, budget: inout Budget) {
        self.groups = groups
        var rest = Array(repeating: Array(repeating: 0, count: axes), count: groups.count + 1)
        for (place, group) in groups.enumerated().reversed() {
            for axis in 0..<axes {
                rest[place][axis] = rest[place + 1][axis] + group.moves.reduce(0) { max($0, $1[axis]) }
            }
        }
        var nodes = NodeStates(gate, axes: axes)
        root = nodes.node(at: Array(repeating: 0, count: axes), rest: rest[0])
        var sums = Array(repeating: 0, count: axes)
        for (place, group) in groups.enumerated() {
            var after = NodeStates(gate, axes: axes)
            var targets: [Int] = []
            for node in 0..<nodes.count {
                guard budget.spend(group.moves.count * price) else { return nil }
                for move in group.moves {
                    for axis in 0..<axes { sums[axis] = nodes.sum(node, axis: axis) + move[axis] }
                    targets.append(after.node(at: sums, rest: rest[place + 1]))
                }
            }
            widths.append(nodes.count)
            edges.append(targets)
            nodes = after
        }
    }

    /// The diagram of a game, class by class: move `t` is that `t` members of the class are in.
    init?(_ game: SimpleGame, price: Int = 1, budget: inout Budget) {
        let groups = game.classes.map { members in
            let column = game.column(members[0])
            return Group(
                members: members, moves: (0...members.count).map { many in column.map { $0 * many } })
        }
        self.init(
            axes: game.axes.count, gate: game.gate, groups: groups, price: price, budget: &budget)
    }

    /// The node that a move leads to.
    func target(group: Int, node: Int, move: Int) -> Int {
        edges[group][node * groups[group].moves.count + move]
    }
}
