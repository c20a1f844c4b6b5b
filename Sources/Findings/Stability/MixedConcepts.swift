import CaseModel
import Engines

extension StabilityFinding {
    /// The concepts by which one decision maker stays: by any of them.
    public struct Mix: Hashable, Sendable {
        public let maker: String
        public let concepts: [Concept]

        public init(maker: String, concepts: [Concept]) { (self.maker, self.concepts) = (maker, concepts) }
    }

    /// The states in which everybody stays, each by concepts of its own.
    public struct MixedAnswer: Hashable, Sendable {
        /// Per decision maker; whoever was not named stays by Nash alone.
        public let concepts: [[Concept]]
        public let equilibria: StateList
    }
}

extension ConflictInputs {
    /// The equilibria of a mix of concepts; `nil` if none was asked for, or simultaneous stability was not decided.
    func mixed(_ mixes: [StabilityFinding.Mix], _ found: [StabilityConcept: StableStates])
        -> StabilityFinding.MixedAnswer?
    {
        guard !mixes.isEmpty, let nash = found[.nash] else { return nil }
        var (concepts, lasting): ([[StabilityFinding.Concept]], StateSet?) = ([], nil)
        for (i, maker) in source.decisionMakers.enumerated() {
            let own = mixes.filter { $0.maker == maker.id }.flatMap(\.concepts)
            let asked = own.isEmpty ? [.nash] : own
            var stays = StateSet(states: nash.equilibria.states)
            for concept in asked {
                guard let stable = found[StabilityConcept(concept)]?.stable[i] else { return nil }
                stays.formUnion(stable)
            }
            concepts.append(asked)
            if lasting == nil { lasting = stays } else { lasting!.formIntersection(stays) }
        }
        return lasting.map { .init(concepts: concepts, equilibria: list($0)) }
    }
}
