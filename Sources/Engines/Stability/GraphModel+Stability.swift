extension GraphModel {
    /// The largest graph for which sets of states per state are kept.
    public static let tableLimit = 8_192

    /// The stable states under the concepts of sequences, for any reading of preferences and any moves.
    ///
    /// - Precondition: At most ``tableLimit`` states; simultaneous stability is not among those answered here.
    /// - Complexity: O(*states*² · *moves*) per decision maker at worst; two tables of reachable states per decision maker.
    public func stableStates(_ concepts: [StabilityConcept] = StabilityConcept.sequential)
        -> [StabilityConcept: StableStates]
    {
        precondition(states <= Self.tableLimit, "the graph is too large for tables")
        var stable: [StabilityConcept: [StateSet]] = [:]
        for i in 0..<decisionMakers {
            let others = opponents(of: i)
            let asked = StabilityConcept.sequential.filter(concepts.contains)
            let any = asked.contains { $0 == .gmr || $0 == .smr } ? reach(others, credible: false) : nil
            let credible = asked.contains(where: \.isCredible) ? reach(others, credible: true) : nil
            for concept in asked {
                let table = concept == .nash ? nil : concept.isCredible ? credible : any
                stable[concept, default: []].append(stableStates(for: i, concept, table))
            }
        }
        return stable.mapValues { StableStates($0, among: StateSet(states: states, full: true)) }
    }

    func reach(_ movers: [Int], credible: Bool) -> ReachTable {
        ReachTable(
            movers.map { j in
                credible
                    ? moves[j].enumerated().map { from, targets in targets.filter { isCredible(j, from, $0) }
                    }
                    : moves[j]
            }, states: states, isTransitive: isTransitive && isPlain)
    }

    /// Whether preferences are orders, so that an improvement followed by an improvement is one.
    var isPlain: Bool { reading == .plain && preferences.allSatisfy { $0.unknown == nil } }

    private func stableStates(for i: Int, _ concept: StabilityConcept, _ table: ReachTable?) -> StateSet {
        // Many improvements lead to the same states; what can be done about them is looked up once.
        var known: [Int: StateSet] = [:]
        return StateSet(
            (0..<states).filter { state in
                let improvements = improvements(of: i, from: state)
                guard !improvements.isEmpty else { return true }
                guard let table else { return false }
                let deterring = deterring(i, state, concept)
                return improvements.allSatisfy { improved in
                    if known[improved] == nil { known[improved] = table.from(improved) }
                    return known[improved]!.intersects(deterring)
                }
            }, states: states)
    }

    private func deterring(_ i: Int, _ state: Int, _ concept: StabilityConcept) -> StateSet {
        StateSet(
            (0..<states).filter { end in
                deters(i, state, end)
                    && !(concept.isSymmetric && moves[i][end].contains { escapes(i, state, $0) })
            }, states: states)
    }
}
