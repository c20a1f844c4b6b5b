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

    /// - Returns: `nil` if the budget, one step for each edge, did not last.
    init?(axes: Int, gate: Gate, groups: [Group], budget: inout Budget) {
        self.groups = groups
        var rest = Array(repeating: Array(repeating: 0, count: axes), count: groups.count + 1)
        for (place, group) in groups.enumerated().reversed() {
            for axis in 0..<axes {
                rest[place][axis] = rest[place + 1][axis] + group.moves.reduce(0) { max($0, $1[axis]) }
            }
        }
        var states = NodeStates(gate, axes: axes)
        root = states.node(at: Array(repeating: 0, count: axes), rest: rest[0])
        for (place, group) in groups.enumerated() {
            let now = states.vectors
            widths.append(now.count)
            states.clear()
            guard budget.spend(now.count * group.moves.count) else { return nil }
            var targets: [Int] = []
            targets.reserveCapacity(now.count * group.moves.count)
            var sums = Array(repeating: 0, count: axes)
            for state in now {
                for move in group.moves {
                    for axis in 0..<axes { sums[axis] = state[axis] + move[axis] }
                    targets.append(states.node(at: sums, rest: rest[place + 1]))
                }
            }
            edges.append(targets)
        }
    }

    /// The diagram of a game, class by class: move `t` is that `t` members of the class are in.
    init?(_ game: SimpleGame, budget: inout Budget) {
        let groups = game.classes.map { members in
            let column = game.column(members[0])
            return Group(
                members: members, moves: (0...members.count).map { many in column.map { $0 * many } })
        }
        self.init(axes: game.axes.count, gate: game.gate, groups: groups, budget: &budget)
    }

    /// The node that a move leads to.
    func target(group: Int, node: Int, move: Int) -> Int {
        edges[group][node * groups[group].moves.count + move]
    }
}

/// The nodes before a group, made as they are met.
private struct NodeStates {
    private let gate: Gate
    private let axes: Int
    private(set) var vectors: [[Int]] = []
    private var numbers: [[Int]: Int] = [:]

    init(_ gate: Gate, axes: Int) { (self.gate, self.axes) = (gate, axes) }

    mutating func clear() {
        vectors = []
        numbers.removeAll(keepingCapacity: true)
    }

    mutating func node(at sums: [Int], rest: [Int]) -> Int {
        if let verdict = gate.verdict(sums, rest) { return verdict ? VotingDiagram.won : VotingDiagram.lost }
        var (reached, isOpen) = (Array(repeating: 0, count: axes), Array(repeating: false, count: axes))
        gate.mark(sums, rest, &reached, &isOpen)
        for axis in 0..<axes where isOpen[axis] { reached[axis] = sums[axis] }
        if let known = numbers[reached] { return known }
        numbers[reached] = vectors.count
        vectors.append(reached)
        return vectors.count - 1
    }
}

extension Gate {
    /// Whether the gate is met whatever comes, or not met whatever comes; `nil` if it depends.
    ///
    /// `rest` is the most that can still be added; the least is nothing.
    fileprivate func verdict(_ sums: [Int], _ rest: [Int]) -> Bool? {
        switch self {
        case .reaches(let axis, let threshold):
            return sums[axis] >= threshold ? true : sums[axis] + rest[axis] < threshold ? false : nil
        case .atLeast(let least, let parts):
            var (met, open) = (0, 0)
            for part in parts {
                switch part.verdict(sums, rest) {
                case true?: met += 1
                case false?: break
                case nil: open += 1
                }
            }
            return met >= least ? true : met + open < least ? false : nil
        }
    }

    /// Marks the axes with an open leaf that matters, and how far the others were reached.
    ///
    /// Called on a gate that is open. Of an axis without open leaves only the reached thresholds are kept.
    fileprivate func mark(_ sums: [Int], _ rest: [Int], _ reached: inout [Int], _ isOpen: inout [Bool]) {
        switch self {
        case .reaches(let axis, _): isOpen[axis] = true
        case .atLeast(_, let parts):
            for part in parts {
                switch part.verdict(sums, rest) {
                case nil: part.mark(sums, rest, &reached, &isOpen)
                case true?: part.keep(sums, &reached)
                case false?: break
                }
            }
        }
    }

    /// Keeps the thresholds that a met gate may rest on.
    private func keep(_ sums: [Int], _ reached: inout [Int]) {
        for leaf in leaves where sums[leaf.axis] >= leaf.threshold {
            reached[leaf.axis] = max(reached[leaf.axis], leaf.threshold)
        }
    }
}
