/// How far everything lies from one state: fewest steps to each state that can be reached at all.
///
/// - Source: Li, Kilgour & Hipel, *Status quo analysis in the graph model* (2005).
public struct Evolution: Hashable, Sendable {
    public let start: Int
    /// Fewest legal moves of anybody.
    public let moves: [Int: Int]
    /// … each in the interest of its mover.
    public let improvements: [Int: Int]
    /// … each an improvement of a coalition, single decision makers included. `nil`: the graph is too large.
    public let coalitionMoves: [Int: Int]?
}

extension Conflict {
    /// The fewest legal steps from a state to every other one.
    public func distances(from start: Int, credible: Bool) -> [Int: Int] {
        var search = answerSearch(from: start, by: Array(0..<decisionMakers), credible: credible)
        var distances: [Int: Int] = [:]
        while true {
            let circle = search.widen()
            if circle.isEmpty { return distances }
            for state in circle where state != start { distances[state] = search.depth }
        }
    }

    /// A shortest legal sequence to a state; `nil` if there is none.
    public func path(from start: Int, to end: Int, credible: Bool) -> [ConflictStep]? {
        var search = answerSearch(from: start, by: Array(0..<decisionMakers), credible: credible)
        return search.nearest { $0 == end }.map { search.path(to: $0) }
    }
}

/// A step of a coalition: all its members gain.
public struct CoalitionStep: Hashable, Sendable {
    public let members: [Int]
    public let state: Int
}

extension GraphModel {
    /// How far everything lies from a state, by moves, by improvements and by joint improvements.
    ///
    /// - Precondition: At most ``tableLimit`` states.
    public func evolution(from start: Int) -> Evolution {
        Evolution(
            start: start, moves: distances(from: start, credible: false),
            improvements: distances(from: start, credible: true),
            coalitionMoves: coalitionTree(from: start).distances)
    }

    /// Fewest joint improvements from a state, and by whom: small coalitions are tried first.
    ///
    /// Of equally short ways the one that changes least is kept, then the one with the smallest coalitions. Where moves need not follow
    /// from one another, no coalition moves twice in a row.
    ///
    /// - Parameters:
    ///   - start: Where the ways begin.
    ///   - size: How much a step from one state to another changes.
    /// - Returns: The shortest ways to everything that can be reached.
    public func coalitionTree(from start: Int, size: (Int, Int) -> Int = { _, _ in 1 }) -> CoalitionTree {
        let improvements = coalitionImprovements()
        var tree = CoalitionTree(start: start)
        var circle = [CoalitionStep(members: [], state: start)]
        while !circle.isEmpty {
            var next: [CoalitionStep] = []
            tree.depth += 1
            for position in circle {
                for members in coalitions where isTransitive || members != position.members {
                    improvements[members]![position.state].forEach { target in
                        // In a transitive model who moved last makes no difference.
                        let reached = CoalitionStep(members: isTransitive ? [] : members, state: target)
                        let cost = size(position.state, target) << 5 + members.count
                        if tree.note(reached, by: members, from: position, cost: cost) {
                            next.append(reached)
                        }
                    }
                }
            }
            circle = next.sorted { ($0.state, $0.members.count) < ($1.state, $1.members.count) }
        }
        return tree
    }
}

/// The shortest ways of joint improvements from a state.
public struct CoalitionTree: Sendable {
    public let start: Int
    public private(set) var distances: [Int: Int] = [:]
    fileprivate var depth = 0
    private var parents: [CoalitionStep: (members: [Int], from: CoalitionStep)] = [:]
    private var first: [Int: CoalitionStep] = [:]
    private var costs: [CoalitionStep: (depth: Int, cost: Int)] = [:]

    fileprivate init(start: Int) { self.start = start }

    /// Keeps how a position was reached; false if it was reached before.
    fileprivate mutating func note(
        _ reached: CoalitionStep, by members: [Int], from position: CoalitionStep, cost: Int
    ) -> Bool {
        let total = cost + (costs[position]?.cost ?? 0)
        if let known = costs[reached] {
            // As short and cheaper: the way is replaced, the position is known.
            if known.depth == depth, total < known.cost {
                (costs[reached], parents[reached]) = ((depth, total), (members, position))
            }
            return false
        }
        (costs[reached], parents[reached]) = ((depth, total), (members, position))
        if reached.state != start, first[reached.state] == nil {
            first[reached.state] = reached
            distances[reached.state] = depth
        }
        return true
    }

    /// The steps to a state; `nil` if it cannot be reached.
    public func path(to end: Int) -> [CoalitionStep]? {
        guard var position = first[end] else { return nil }
        var steps: [CoalitionStep] = []
        // The start stands without a coalition; positions of a transitive model do, too, and have a parent.
        while position.state != start, let parent = parents[position] {
            steps.append(CoalitionStep(members: parent.members, state: position.state))
            position = parent.from
        }
        return steps.reversed()
    }
}

extension GraphModel {
    /// Groups of states among which the conflict can circle for ever while everybody only improves, the largest first; beside each
    /// whether improvements lead out of it. Where none does, the conflict cannot settle once it is there.
    ///
    /// - Source: Li, Kilgour & Hipel (2005), cycles of unilateral improvements.
    public func improvementCycles() -> [(states: [Int], hasExit: Bool)] {
        let arcs = (0..<states).map { state in
            (0..<decisionMakers).flatMap { i in moves[i][state].filter { isCredible(i, state, $0) } }
        }
        let (group, count) = strongGroups(states) { arcs[$0] }
        var members = [[Int]](repeating: [], count: count)
        for (state, number) in group.enumerated() { members[number].append(state) }
        return members.filter { $0.count > 1 }.map { circle in
            (circle, circle.contains { state in arcs[state].contains { group[$0] != group[state] } })
        }.sorted { ($1.states.count, $0.states[0]) < ($0.states.count, $1.states[0]) }
    }
}
