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
        let better = betterStates()
        return Dictionary(
            uniqueKeysWithValues: coalitions.map { members in
                let table = reach(members, credible: false)
                return (
                    members,
                    (0..<states).map { state in
                        var set = table.from(state)
                        for member in members { set.formIntersection(better[member][state]) }
                        return set
                    }
                )
            })
    }

    /// Per decision maker and state the states that it prefers.
    ///
    /// Where a plain order decides, states of one rank share their set.
    private func betterStates() -> [[StateSet]] {
        (0..<decisionMakers).map { i in
            let preference = preferences[i]
            guard reading == .plain, preference.unknown == nil else {
                return (0..<states).map { state in
                    StateSet((0..<states).filter { tempts(i, state, $0) }, states: states)
                }
            }
            var (known, above): ([UInt32: StateSet], StateSet) = ([:], StateSet(states: states))
            for group in preference.ranks.bestFirst {
                known[preference.ranks[group[0]]] = above
                for state in group { above.insert(state) }
            }
            return (0..<states).map { known[preference.ranks[$0]]! }
        }
    }

    private func stability(of members: [Int], _ improvements: [[Int]: [StateSet]]) -> CoalitionStability {
        let others = (0..<decisionMakers).filter { !members.contains($0) }
        let own = improvements[members]!
        let each = betterStates()
        let better = (0..<states).map { state in
            members.dropFirst().reduce(into: each[members[0]][state]) { $0.formIntersection(each[$1][state]) }
        }
        let escapes = AlikeStates(reach(members, credible: false), states)
        func stable(_ table: ReachTable, escape: Bool = false) -> StateSet {
            let answers = AlikeStates(table, states)
            // States that the members like alike are answered alike.
            var known: [StateSet: StateSet] = [:]
            func answered(than better: StateSet) -> StateSet {
                if let found = known[better] { return found }
                var deterring = StateSet(states: states, full: true)
                deterring.subtract(better)
                if escape { deterring.subtract(escapes.reaching(better)) }
                let found = answers.reaching(deterring)
                known[better] = found
                return found
            }
            return StateSet(
                (0..<states).filter { own[$0].isEmpty || own[$0].isSubset(of: answered(than: better[$0])) },
                states: states)
        }
        let (any, single) = (reach(others, credible: false), reach(others, credible: true))
        return CoalitionStability(
            members: members, cnash: StateSet((0..<states).filter { own[$0].isEmpty }, states: states),
            cgmr: stable(any), csmr: stable(any, escape: true),
            cseq: stable(jointAnswers(of: others, improvements)), cseqUnrestricted: stable(single))
    }

    /// What some decision makers can bring about by improvements of coalitions among them.
    private func jointAnswers(of others: [Int], _ improvements: [[Int]: [StateSet]]) -> ReachTable {
        let parts = coalitions.filter { $0.allSatisfy(others.contains) }
        let isTransitive = isTransitive && isPlain
        guard isTransitive, let first = parts.first else {
            return ReachTable(parts.map { improvements[$0]!.map(\.members) }, states: states)
        }
        let union = (0..<states).map { state in
            parts.dropFirst().reduce(into: improvements[first]![state]) {
                $0.formUnion(improvements[$1]![state])
            }.members
        }
        return ReachTable([union], states: states, isTransitive: true)
    }
}

/// States from which the same can be reached, put together once.
private struct AlikeStates {
    private let states: Int
    private var groups: [(reached: StateSet, members: StateSet)] = []

    init(_ table: ReachTable, _ states: Int) {
        self.states = states
        var number: [StateSet: Int] = [:]
        for state in 0..<states {
            let reached = table.from(state)
            if number[reached] == nil {
                number[reached] = groups.count
                groups.append((reached, StateSet(states: states)))
            }
            groups[number[reached]!].members.insert(state)
        }
    }

    /// The states from which something of a set can be reached.
    func reaching(_ set: StateSet) -> StateSet {
        var found = StateSet(states: states)
        for group in groups where group.reached.intersects(set) { found.formUnion(group.members) }
        return found
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
