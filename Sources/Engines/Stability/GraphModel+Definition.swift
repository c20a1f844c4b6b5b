/// The definitions of stability as the literature states them, with sets and searches: the measure for all that is faster.
extension GraphModel {
    /// Whether `i` stays in a state.
    ///
    /// - Precondition: The concept is one of sequences; simultaneous stability belongs to the option form.
    /// - Complexity: One search over the moves of the others per improvement.
    /// - Source: Fang, Hipel & Kilgour (1993), section 3; Rêgo & Vieira (2017) for SSEQ; ``StabilityReading`` for the others.
    public func isStable(_ state: Int, for i: Int, under concept: StabilityConcept) -> Bool {
        precondition(concept != .sim, "simultaneous moves need options")
        return improvements(of: i, from: state).allSatisfy { improved in
            guard concept != .nash else { return false }
            return answers(to: improved, by: opponents(of: i), credible: concept.isCredible).contains {
                answer in
                deters(i, state, answer)
                    && !(concept.isSymmetric && moves[i][answer].contains { escapes(i, state, $0) })
            }
        }
    }

    /// The states in which some decision makers can end by a legal sequence of moves: at least one move, and nobody
    /// twice in a row.
    ///
    /// - Parameters:
    ///   - state: Where the sequence starts.
    ///   - movers: Who may move.
    ///   - credible: Whether each move must be in the interest of its mover.
    /// - Returns: The states; the start only if a sequence comes back to it.
    /// - Source: Kilgour, Hipel & Fang (1987), with the set of possible last movers.
    public func answers(to state: Int, by movers: [Int], credible: Bool) -> Set<Int> {
        struct Position: Hashable {
            var state: Int
            var last: Int
        }
        var seen: Set<Position> = []
        var open = [Position(state: state, last: -1)]
        while let position = open.popLast() {
            for mover in movers where mover != position.last {
                for target in moves[mover][position.state]
                where !credible || isCredible(mover, position.state, target) {
                    let next = Position(state: target, last: mover)
                    if seen.insert(next).inserted { open.append(next) }
                }
            }
        }
        return Set(seen.map(\.state))
    }
}
