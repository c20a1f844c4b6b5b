/// Which states a coalition would not leave together.
///
/// An improvement of a coalition is a state that its members can bring about by a legal sequence of their moves and that *every*
/// member prefers.
///
/// - Source: Kilgour, Hipel, Fang & Peng, *Coalition analysis in group decision support* (2001); Inohara & Hipel (2008).
public struct CoalitionStability: Hashable, Sendable {
    public let members: [Int]
    /// It has no improvement.
    public let cnash: StateSet
    /// Every improvement can be answered by moves of the others that leave some member no better.
    public let cgmr: StateSet
    /// … from which the coalition cannot escape.
    public let csmr: StateSet
    /// … where every move of the others is an improvement of a coalition among them.
    public let cseq: StateSet
    /// … where every move of the others is an improvement of its single mover.
    public let cseqUnrestricted: StateSet
}

extension GraphModel {
    /// The stability of every coalition of two or more.
    ///
    /// - Precondition: At most ``tableLimit`` states.
    /// - Complexity: O(2^*n* · *states*² · (*n* + *states* / 64)) at worst.
    public func coalitionStabilities() -> [CoalitionStability] {
        precondition(states <= Self.tableLimit, "the graph is too large for tables")
        let improvements = coalitionImprovements()
        return coalitions.filter { $0.count > 1 }.map { stability(of: $0, improvements) }
    }

    /// All coalitions, single decision makers among them, the small ones first.
    var coalitions: [[Int]] {
        (1..<1 << decisionMakers).map { bits in (0..<decisionMakers).filter { bits >> $0 & 1 == 1 } }
            .sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    }

    /// What each coalition can improve to, per state.
    func coalitionImprovements() -> [[Int]: [StateSet]] {
        Dictionary(
            uniqueKeysWithValues: coalitions.map { members in
                let table = reach(members, credible: false)
                return (
                    members,
                    (0..<states).map { state in
                        var set = table.from(state)
                        set.formIntersection(better(for: members, than: state))
                        return set
                    }
                )
            })
    }

    /// The states that every member prefers.
    private func better(for members: [Int], than state: Int) -> StateSet {
        StateSet(
            (0..<states).filter { target in members.allSatisfy { tempts($0, state, target) } }, states: states)
    }

    private func stability(of members: [Int], _ improvements: [[Int]: [StateSet]]) -> CoalitionStability {
        let others = (0..<decisionMakers).filter { !members.contains($0) }
        let own = improvements[members]!
        let any = answers(reach(others, credible: false))
        let single = answers(reach(others, credible: true))
        let parts = coalitions.filter { $0.allSatisfy(others.contains) }
        let joint = answers(ReachTable(parts.map { improvements[$0]!.map(\.members) }, states: states))
        let ownMoves = answers(reach(members, credible: false))
        let better = (0..<states).map { self.better(for: members, than: $0) }
        func stable(_ answers: [StateSet], escape: Bool = false) -> StateSet {
            StateSet(
                (0..<states).filter { state in
                    var deterring = StateSet(states: states, full: true)
                    deterring.subtract(better[state])
                    if escape { deterring = escapeless(deterring, ownMoves, better[state]) }
                    return own[state].members.allSatisfy { answers[$0].intersects(deterring) }
                }, states: states)
        }
        return CoalitionStability(
            members: members, cnash: StateSet((0..<states).filter { own[$0].isEmpty }, states: states),
            cgmr: stable(any), csmr: stable(any, escape: true), cseq: stable(joint),
            cseqUnrestricted: stable(single))
    }

    private func answers(_ table: ReachTable) -> [StateSet] { (0..<states).map { table.from($0) } }

    /// The answers from which the coalition cannot reach anything that all of it prefers.
    private func escapeless(_ answers: StateSet, _ moves: [StateSet], _ better: StateSet) -> StateSet {
        StateSet(answers.members.filter { !moves[$0].intersects(better) }, states: states)
    }
}

extension GraphModel {
    /// A joint improvement that no other joint improvement beats for every member; of several the lowest.
    public func bestJointImprovement(of members: [Int], from state: Int) -> Int? {
        let reached = reach(members, credible: false).from(state).members
        let improvements = reached.filter { target in members.allSatisfy { tempts($0, state, target) } }
        return improvements.first { candidate in
            !improvements.contains { other in members.allSatisfy { tempts($0, candidate, other) } }
        }
    }
}
