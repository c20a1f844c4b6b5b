import Dispatch
import Synchronization

extension OptionConflict {
    /// The stable states under the concepts of sequences, without following a single move.
    ///
    /// For decision maker `i` let *C(s)* be the best rank that it reaches from *s*, its own state included.
    /// Nash: *C(s)* = rank. Otherwise let *m(s)* be the smallest rank (with escape: the smallest *C*) to which the others can
    /// bring it from *s*, by any moves or by improvements. An improvement *t* is not deterred exactly when both its rank and
    /// *m(t)* lie above the rank of *s*; both are said by min(rank, *m*), whose largest value over the moves of `i`
    /// is compared with the rank of *s*.
    ///
    /// Decision makers and kinds of answers are independent of each other and are spread over the cores; the result does not
    /// depend on how many there are.
    ///
    /// - Parameter concepts: Which ones; simultaneous stability is not among those answered here.
    /// - Returns: Per concept the stable states of everybody, and the equilibria.
    /// - Precondition: The model is transitive (``OptionModel/isTransitive``).
    /// - Complexity: O(*n* · *k* · 2^*k*) per decision maker and pass; few passes (5 or 6 on random models).
    /// - Source: Definitions of Kilgour, Hipel & Fang (1987) and Fang, Hipel & Kilgour (1993); Rêgo & Vieira (2017) for SSEQ.
    public func stableStates(_ concepts: [StabilityConcept] = StabilityConcept.sequential)
        -> [StabilityConcept: StableStates]
    {
        let asked = StabilityConcept.sequential.filter(concepts.contains)
        let improving = asked.contains(where: \.isCredible) ? improvementSpreads() : []
        // Two works per decision maker: answers by any moves, and answers by improvements.
        let works = (0..<model.decisionMakers).flatMap { i in
            [asked.filter { !$0.isCredible }, asked.filter(\.isCredible)].filter { !$0.isEmpty }.map {
                (i, $0)
            }
        }
        let results = Mutex<[StabilityConcept: [Int: StateSet]]>([:])
        DispatchQueue.concurrentPerform(iterations: works.count) { work in
            let (i, concepts) = works[work]
            let found = stableStates(for: i, concepts, improving)
            results.withLock { for (concept, set) in found { $0[concept, default: [:]][i] = set } }
        }
        return results.withLock { results in
            results.mapValues { sets in
                StableStates((0..<model.decisionMakers).map { sets[$0]! }, among: model.feasible)
            }
        }
    }

    private func improvementSpreads() -> [ImprovementSpread] {
        let made = Mutex<[Int: ImprovementSpread]>([:])
        DispatchQueue.concurrentPerform(iterations: model.decisionMakers) { i in
            let spread = ImprovementSpread(self, of: i)
            made.withLock { $0[i] = spread }
        }
        return made.withLock { made in (0..<model.decisionMakers).map { made[$0]! } }
    }

    /// The states in which `i` stays, under concepts that all allow the same kind of answers.
    private func stableStates(
        for i: Int, _ concepts: [StabilityConcept], _ improving: [ImprovementSpread]
    ) -> [(StabilityConcept, StateSet)] {
        let spread = Spread(model)
        let rank = ranks[i].values
        var best: [UInt32] = []
        if concepts.contains(where: { $0 == .nash || $0.isSymmetric }) {
            best = rank
            spread.raise(&best, by: i)
        }
        return concepts.map { concept in
            guard concept != .nash else { return (concept, states { best[$0] == rank[$0] }) }
            var worst = concept.isSymmetric ? best : rank
            bringDown(&worst, for: i, spread, concept.isCredible ? improving : nil)
            for state in worst.indices { worst[state] = min(worst[state], rank[state]) }
            spread.raise(&worst, by: i)
            return (concept, states { worst[$0] <= rank[$0] })
        }
    }

    /// Replaces every number by the smallest to which the others can bring `i`.
    private func bringDown(
        _ values: inout [UInt32], for i: Int, _ spread: Spread, _ improving: [ImprovementSpread]?
    ) {
        if !model.feasible.isFull {
            for state in values.indices where !model.feasible.contains(state) { values[state] = .max }
        }
        let others = opponents(of: i).filter { model.mask(of: $0) != 0 }
        if let improving {
            // Moves of one after another need passes; a single opponent needs one.
            var unchanged = 0
            var turn = 0
            while unchanged < others.count {
                unchanged = improving[others[turn % others.count]].lower(&values) ? 1 : unchanged + 1
                turn += 1
            }
        } else {
            // Without obstacles the order of movers does not matter, and one pass is enough.
            var last: [UInt32] = []
            repeat {
                if !model.isFree, others.count > 1 { last = values }
                for j in others { spread.lower(&values, by: j) }
            } while !model.isFree && others.count > 1 && values != last
        }
    }

    private func states(_ isStable: (Int) -> Bool) -> StateSet {
        var set = StateSet(states: model.states)
        for index in set.words.indices {
            var word: UInt64 = 0
            let base = index << 6
            for bit in 0..<min(64, model.states - base) where isStable(base + bit) {
                word |= 1 << UInt64(bit)
            }
            set.words[index] = word & model.feasible.words[index]
        }
        return set
    }
}
