public import Numbers

/// Why a decision maker stays in a state or leaves it, so that it can be checked without trusting who found it.
public struct StabilityCertificate: Hashable, Sendable {
    public let state: Int
    public let decisionMaker: Int
    public let concept: StabilityConcept
    public let reason: Reason

    public enum Reason: Hashable, Sendable {
        /// It cannot move at all.
        case noMove
        /// It has moves, and none of them tempts it.
        case noBetterMove
        /// Every improvement is answered.
        case deterred([Deterrent])
        /// It leaves for this state; beside it the worst that the others could do about it, if they can do anything.
        case leaves(to: Int, worst: Deterrent.Answer?)
        /// The budget ended before all joint choices were tried.
        case undecided
    }

    /// An improvement and what answers it.
    public struct Deterrent: Hashable, Sendable {
        public let improved: Int
        public let answer: Answer

        public enum Answer: Hashable, Sendable {
            /// A sequence of moves of the others, and the best counter-move after it, if there is any.
            case sequence([ConflictStep], escape: Int?)
            /// All act at once and end here.
            case joint(Int)
        }
    }

    public var isStable: Bool? {
        switch reason {
        case .noMove, .noBetterMove, .deterred: true
        case .leaves: false
        case .undecided: nil
        }
    }
}

extension Conflict {
    /// The verdict on one state with its reason.
    ///
    /// Of several answers the one with the fewest moves is shown, then the one that ends in the lowest state; of several
    /// improvements that nothing deters the best, then the one that changes least, then the lowest.
    ///
    /// - Precondition: The concept is one of sequences.
    /// - Complexity: One search over the others' moves per improvement, ended by the first answer that deters.
    public func certificate(_ state: Int, for i: Int, under concept: StabilityConcept) -> StabilityCertificate
    {
        precondition(concept != .sim, "simultaneous moves need options")
        return StabilityCertificate(
            state: state, decisionMaker: i, concept: concept, reason: reason(state, i, concept))
    }

    private func reason(_ state: Int, _ i: Int, _ concept: StabilityConcept) -> StabilityCertificate.Reason {
        let moves = moves(of: i, from: state)
        if moves.isEmpty { return .noMove }
        let improvements = moves.filter { tempts(i, state, $0) }
        if improvements.isEmpty { return .noBetterMove }
        let byWorth = improvements.map { (rank(i, $0), size(of: (state, $0)), $0) }
            .sorted { ($1.0, $0.1, $0.2) < ($0.0, $1.1, $1.2) }.map(\.2)
        if concept == .nash { return .leaves(to: byWorth[0], worst: nil) }
        var found: [StabilityCertificate.Deterrent] = []
        for improved in byWorth {
            var search = answerSearch(from: improved, by: opponents(of: i), credible: concept.isCredible)
            var reached: [Int] = []
            let answer = search.nearest { answer in
                reached.append(answer)
                return deters(i, state, answer)
                    && !(concept.isSymmetric
                        && self.moves(of: i, from: answer).contains { escapes(i, state, $0) })
            }
            guard let answer else {
                return .leaves(to: improved, worst: worst(of: reached, i, concept, search))
            }
            let escape = concept.isSymmetric ? bestMove(of: i, from: answer) : nil
            found.append(
                .init(improved: improved, answer: .sequence(search.path(to: answer), escape: escape)))
        }
        return .deterred(found.sorted { $0.improved < $1.improved })
    }

    /// What hurts most among the answers, though not enough.
    private func worst(
        of reached: [Int], _ i: Int, _ concept: StabilityConcept, _ search: any AnswerSearch
    ) -> StabilityCertificate.Deterrent.Answer? {
        func value(_ state: Int) -> UInt32 {
            guard concept.isSymmetric, let escape = bestMove(of: i, from: state) else {
                return rank(i, state)
            }
            return max(rank(i, state), rank(i, escape))
        }
        let worths = reached.map { (value($0), $0) }
        guard let worst = worths.min(by: { $0.0 < $1.0 })?.1 else { return nil }
        return .sequence(
            search.path(to: worst), escape: concept.isSymmetric ? bestMove(of: i, from: worst) : nil)
    }

    /// The move that `i` likes best, the lowest of several; `nil` if it has none.
    private func bestMove(of i: Int, from state: Int) -> Int? {
        moves(of: i, from: state).max { (rank(i, $0), $1) < (rank(i, $1), $0) }
    }
}

extension OptionConflict {
    /// The verdict on one state under simultaneous stability, with its reason.
    public func simultaneousCertificate(_ state: Int, for i: Int, _ budget: inout Budget)
        -> StabilityCertificate
    {
        func certificate(_ reason: StabilityCertificate.Reason) -> StabilityCertificate {
            StabilityCertificate(state: state, decisionMaker: i, concept: .sim, reason: reason)
        }
        if model.moves(of: i, from: state).isEmpty { return certificate(.noMove) }
        switch simultaneousVerdict(state, for: i, &budget) {
        case .undecided: return certificate(.undecided)
        case .leaves(let improved): return certificate(.leaves(to: improved, worst: nil))
        case .stays(let spoiled) where spoiled.isEmpty: return certificate(.noBetterMove)
        case .stays(let spoiled):
            return certificate(
                .deterred(spoiled.map { .init(improved: $0.improved, answer: .joint($0.joint)) }))
        }
    }
}
