import CaseModel
import Engines

extension StabilityFinding {
    /// Which states a coalition would not leave together.
    public struct Coalition: Hashable, Sendable {
        public let members: [Int]
        public let cnash: StateList
        public let cgmr: StateList
        public let csmr: StateList
        public let cseq: StateList
        public let cseqUnrestricted: StateList
        /// Outcomes that nobody leaves alone (Nash) and this coalition leaves together.
        public let vulnerable: StateList
        /// Where it would go from today, if it would leave: the state, all members preferring it.
        public let leavesToday: Int?
    }
}

extension ConflictInputs {
    /// The stability of every coalition of two or more.
    func coalitions(_ view: View) throws(NotAnswerable) -> [StabilityFinding.Coalition] {
        guard fitsCoalitionTables else {
            try view.require(
                .stability,
                [
                    .model(
                        .tooLargeForTables(states: frame.states, limit: GraphModel.tableLimit), source.place)
                ])
            return []
        }
        let tables = withGraph()
        let graph = tables.graph!
        let nash = graph.stableStates([.nash])[.nash]!.equilibria
        func list(_ set: StateSet) -> StabilityFinding.StateList {
            .init(
                count: set.count,
                decimals: set.first(listLimit).map { tables.decimals[$0] })
        }
        let start = statusQuo.map { tables.graphIndex($0) }
        return graph.coalitionStabilities().map { own in
            var vulnerable = nash
            vulnerable.subtract(own.cnash)
            return StabilityFinding.Coalition(
                members: own.members, cnash: list(own.cnash), cgmr: list(own.cgmr), csmr: list(own.csmr),
                cseq: list(own.cseq), cseqUnrestricted: list(own.cseqUnrestricted),
                vulnerable: list(vulnerable),
                leavesToday: start.flatMap { start in
                    own.cnash.contains(start)
                        ? nil
                        : graph.bestJointImprovement(of: own.members, from: start).map { tables.decimals[$0] }
                })
        }
    }
}
