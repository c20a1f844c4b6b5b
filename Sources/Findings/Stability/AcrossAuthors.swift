public import CaseModel
import Engines

extension StabilityFinding {
    /// What follows from the premises of one author, for a table of all of them.
    public struct AuthorOutcome: Hashable, Sendable {
        public let author: Author
        public let states: Int
        /// How many states last, per concept.
        public let lasting: [Concept: Int]
        /// Who would leave today's state (Nash).
        public let leaving: [Label]
    }
}

/// What follows from the premises of every author who can answer, in the order of the case.
func stabilityAcrossAuthors(_ view: View) -> [StabilityFinding.AuthorOutcome] {
    authorInputs(view, .init()).compactMap { author, inputs in
        guard let inputs else { return nil }
        let found = inputs.stableStates(StabilityConcept.sequential)
        let verdicts = inputs.statusQuo.map { inputs.reading(of: inputs.classOf($0), [.nash]).verdicts } ?? []
        return StabilityFinding.AuthorOutcome(
            author: author, states: inputs.frame.states,
            lasting: Dictionary(
                uniqueKeysWithValues: found.map {
                    (StabilityFinding.Concept($0.key), $0.value.equilibria.count)
                }),
            leaving: verdicts.joined().filter { $0.isStable == false }.map { verdict in
                let maker = inputs.frame.decisionMakers[verdict.maker]
                return maker.name == Label() ? Label(en: maker.id, de: maker.id) : maker.name
            })
    }
}
