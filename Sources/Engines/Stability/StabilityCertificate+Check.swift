extension StabilityCertificate {
    /// Whether the reason proves the verdict: every improvement is answered, every step of every answer is a legal move
    /// (and an improvement of its mover where the concept asks for it), the end deters, and nothing escapes from it; or,
    /// where somebody leaves, nothing that the others can bring about deters.
    ///
    /// Written for itself: it asks the conflict for moves and preferences and trusts no search.
    public func holds(in conflict: some Conflict) -> Bool {
        let i = decisionMaker
        let moves = conflict.moves(of: i, from: state)
        let improvements = moves.filter { conflict.tempts(i, state, $0) }
        switch reason {
        case .noMove: return moves.isEmpty
        case .noBetterMove: return !moves.isEmpty && improvements.isEmpty
        case .undecided: return true
        case .deterred(let deterrents):
            return concept != .nash && !improvements.isEmpty && deterrents.map(\.improved) == improvements
                && deterrents.allSatisfy { holds($0, in: conflict) }
        case .leaves(let target, _):
            guard improvements.contains(target) else { return false }
            switch concept {
            case .nash: return true
            case .sim:
                return joints(after: target, in: conflict).allSatisfy { !conflict.deters(i, state, $0) }
            default: return ends(after: target, in: conflict).allSatisfy { !deters($0, in: conflict) }
            }
        }
    }

    private func holds(_ deterrent: Deterrent, in conflict: some Conflict) -> Bool {
        switch deterrent.answer {
        case .joint(let joint):
            return concept == .sim && conflict.deters(decisionMaker, state, joint)
                && joints(after: deterrent.improved, in: conflict).contains(joint)
        case .sequence(let steps, _):
            guard concept != .sim, let end = steps.last else { return false }
            var (here, last) = (deterrent.improved, decisionMaker)
            for step in steps {
                guard step.mover != decisionMaker, step.mover != last,
                    conflict.moves(of: step.mover, from: here).contains(step.state),
                    !concept.isCredible || conflict.isCredible(step.mover, here, step.state)
                else { return false }
                (here, last) = (step.state, step.mover)
            }
            return deters(end.state, in: conflict)
        }
    }

    private func deters(_ end: Int, in conflict: some Conflict) -> Bool {
        conflict.deters(decisionMaker, state, end)
            && !(concept.isSymmetric
                && conflict.moves(of: decisionMaker, from: end).contains {
                    conflict.escapes(decisionMaker, state, $0)
                })
    }

    /// All that the others can bring about: pairs of a state and who moved last, one after the other.
    private func ends(after start: Int, in conflict: some Conflict) -> Set<Int> {
        var seen: Set<ConflictStep> = []
        var open = [ConflictStep(mover: decisionMaker, state: start)]
        while let here = open.popLast() {
            for mover in 0..<conflict.decisionMakers where mover != decisionMaker && mover != here.mover {
                for target in conflict.moves(of: mover, from: here.state)
                where !concept.isCredible || conflict.isCredible(mover, here.state, target) {
                    let next = ConflictStep(mover: mover, state: target)
                    if seen.insert(next).inserted { open.append(next) }
                }
            }
        }
        return Set(seen.map(\.state))
    }

    /// All states that can come about when the others stay or improve at the same time.
    private func joints(after improved: Int, in conflict: some Conflict) -> Set<Int> {
        var joints: Set<Int> = [improved]
        for j in 0..<conflict.decisionMakers where j != decisionMaker {
            let changes = conflict.moves(of: j, from: state).filter { conflict.isCredible(j, state, $0) }
            joints.formUnion(joints.flatMap { joint in changes.map { joint ^ state ^ $0 } })
        }
        return joints.filter { conflict.isState($0) }
    }
}
