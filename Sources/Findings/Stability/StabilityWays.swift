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
private let shownDestinations = 6

extension ConflictInputs {
    /// The ways from a state to the outcomes that last.
    ///
    /// - Parameters:
    ///   - start: Where they begin.
    ///   - lasting: The outcomes that are sought, largest groups first; the nearest of them are shown.
    func ways(from start: Int, to lasting: [Int]) -> StabilityFinding.Ways {
        let tables = frame.states <= GraphModel.tableLimit ? withGraph() : nil
        let here = index(start)
        let tree = tables.flatMap { tables in
            tables.graph?.coalitionTree(from: tables.graphIndex(start))
        }
        func named(_ distances: [Int: Int]) -> [Int: Int] {
            Dictionary(uniqueKeysWithValues: distances.map { (decimal($0.key), $0.value) })
        }
        let improvements = named(conflict.distances(from: here, credible: true))
        let moves = named(conflict.distances(from: here, credible: false))
        let coalitionMoves = tree.map { tree in
            Dictionary(
                uniqueKeysWithValues: tree.distances.map { (tables!.decimals[$0.key], $0.value) })
        }
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
                    jointly: tree?.path(to: tables!.graphIndex(end))?.map {
                        .init(movers: $0.members, state: tables!.decimals[$0.state])
                    })
            },
            cycles: tables?.graph?.improvementCycles().map {
                .init(states: $0.states.count, first: tables!.decimals[$0.states[0]], hasExit: $0.hasExit)
            })
    }

    private func steps(_ start: Int, _ end: Int, credible: Bool) -> [StabilityFinding.Step]? {
        conflict.path(from: index(start), to: index(end), credible: credible)?.map {
            .init(movers: [$0.mover], state: decimal($0.state))
        }
    }

    /// The state of the graph for a reader's number.
    func graphIndex(_ decimal: Int) -> Int { options == nil ? decimal : graphState[decimal] }
}
