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
        var (distances, steps): ([Int: Int], Int) = ([:], 0)
        while true {
            let circle = search.widen()
            steps += 1
            if circle.isEmpty { break }
            for state in circle where state != start { distances[state] = steps }
        }
        return distances
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
    public func coalitionTree(from start: Int) -> CoalitionTree {
        let improvements = coalitionImprovements()
        var tree = CoalitionTree(start: start)
        var circle = [start]
        var distance = 0
        while !circle.isEmpty {
            distance += 1
            var next: [Int] = []
            for state in circle {
                for members in coalitions {
                    improvements[members]![state].forEach { target in
                        guard target != start, tree.distances[target] == nil else { return }
                        tree.distances[target] = distance
                        tree.parents[target] = (members, state)
                        next.append(target)
                    }
                }
            }
            circle = next.sorted()
        }
        return tree
    }
}

/// The shortest ways of joint improvements from a state.
public struct CoalitionTree: Sendable {
    public let start: Int
    public fileprivate(set) var distances: [Int: Int] = [:]
    fileprivate var parents: [Int: (members: [Int], from: Int)] = [:]

    fileprivate init(start: Int) { self.start = start }

    /// The steps to a state; `nil` if it cannot be reached.
    public func path(to end: Int) -> [CoalitionStep]? {
        var (steps, state): ([CoalitionStep], Int) = ([], end)
        while state != start {
            guard let parent = parents[state] else { return nil }
            steps.append(CoalitionStep(members: parent.members, state: state))
            state = parent.from
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
