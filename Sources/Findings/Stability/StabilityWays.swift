import Engines

extension StabilityFinding {
    /// How one gets from a state to the outcomes that last.
    public struct Ways: Hashable, Sendable {
        public let start: Int
        /// Steps to every state that can be reached: by moves, by improvements, by joint improvements.
        public let moves: [Int: Int]
        public let improvements: [Int: Int]
        /// `nil`: too many states for it.
        public let coalitionMoves: [Int: Int]?
        /// The nearest lasting outcomes with the ways to them.
        public let destinations: [Destination]
        /// Groups of states among which improvements can circle; `nil`: too many states for it.
        public let cycles: [Cycle]?
    }

    /// A lasting outcome and the shortest ways to it.
    public struct Destination: Hashable, Sendable {
        public let state: Int
        public let byImprovements: [Step]?
        public let byMoves: [Step]?
        public let jointly: [Step]?
    }

    public struct Cycle: Hashable, Sendable {
        /// How many states it has, and the lowest of them.
        public let states: Int
        public let first: Int
        /// Whether improvements lead out of it.
        public let hasExit: Bool
    }
}

/// How many destinations are shown with their ways.
private let shownDestinations = 3

/// The ways of joint improvements from one state; kept once, since many answers look into it.
struct JointWays {
    let start: Int
    let graph: GraphModel
    private let inputs: ConflictInputs
    private let tree: CoalitionTree

    /// - Returns: `nil` if there are too many states for tables.
    init?(_ inputs: ConflictInputs, from start: Int) {
        guard inputs.fitsCoalitionTables else { return nil }
        let tables = inputs.withGraph()
        guard let graph = tables.graph else { return nil }
        (self.inputs, self.start, self.graph) = (tables, start, graph)
        let decimals = tables.decimals
        let isGraph = inputs.frame.isGraph
        tree = graph.coalitionTree(from: tables.graphIndex(start)) {
            isGraph ? 1 : (decimals[$0] ^ decimals[$1]).nonzeroBitCount
        }
    }

    var distances: [Int: Int] {
        Dictionary(uniqueKeysWithValues: tree.distances.map { (inputs.decimals[$0.key], $0.value) })
    }

    var cycles: [StabilityFinding.Cycle] {
        graph.improvementCycles().map {
            .init(states: $0.states.count, first: inputs.decimals[$0.states[0]], hasExit: $0.hasExit)
        }
    }

    func path(to end: Int) -> [StabilityFinding.Step]? {
        guard end != start else { return nil }
        return tree.path(to: inputs.graphIndex(end))?.map {
            .init(movers: $0.members, state: inputs.decimals[$0.state])
        }
    }
}

/// How many states a picture may show.
private let sketchedStates = 14

extension ConflictInputs {
    /// States and, as far as there is room, the states to which people would go from them.
    func sketch(_ seeds: [Int]) -> [StabilityFinding.StateReading] {
        var (readings, next): ([StabilityFinding.StateReading], Int) = ([], 0)
        var states = seeds.reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
        while next < states.count, readings.count < sketchedStates {
            let reading = reading(of: states[next], [.nash])
            readings.append(reading)
            for verdict in reading.verdicts.joined() {
                if case .leaves(let target, _) = verdict.reason, !states.contains(target) {
                    states.append(target)
                }
            }
            next += 1
        }
        return readings
    }

    /// The ways from a state to the outcomes that last.
    ///
    /// - Parameters:
    ///   - start: Where they begin.
    ///   - lasting: The outcomes that are sought; the nearest of them are shown.
    ///   - joint: The joint ways from the same state.
    /// - Returns: Steps to every state that can be reached, and the ways to the nearest of the outcomes.
    func ways(from start: Int, to lasting: [Int], _ joint: JointWays?) -> StabilityFinding.Ways {
        let here = index(start)
        func named(_ distances: [Int: Int]) -> [Int: Int] {
            Dictionary(uniqueKeysWithValues: distances.map { (decimal($0.key), $0.value) })
        }
        let improvements = named(conflict.distances(from: here, credible: true))
        let moves = named(conflict.distances(from: here, credible: false))
        let coalitionMoves = joint?.distances
        let nearest = lasting.filter { $0 != start }.sorted { a, b in
            func key(_ state: Int) -> (Int, Int, Int, Int) {
                (
                    improvements[state] ?? .max, coalitionMoves?[state] ?? .max, moves[state] ?? .max,
                    (state ^ start).nonzeroBitCount
                )
            }
            return key(a) != key(b) ? key(a) < key(b) : a < b
        }
        return StabilityFinding.Ways(
            start: start, moves: moves, improvements: improvements, coalitionMoves: coalitionMoves,
            destinations: nearest.prefix(shownDestinations).map { end in
                StabilityFinding.Destination(
                    state: end, byImprovements: steps(start, end, credible: true),
                    byMoves: steps(start, end, credible: false),
                    jointly: joint?.path(to: end))
            },
            cycles: joint?.cycles)
    }

    func steps(_ start: Int, _ end: Int, credible: Bool) -> [StabilityFinding.Step]? {
        conflict.path(from: index(start), to: index(end), credible: credible)?.map {
            .init(movers: [$0.mover], state: decimal($0.state))
        }
    }

    /// The state of the graph for a reader's number.
    func graphIndex(_ decimal: Int) -> Int { options == nil ? decimal : graphState[decimal] }
}
