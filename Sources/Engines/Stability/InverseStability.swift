/// How high a state has to stand in somebody's order so that it stays there.
///
/// Whether `i` stays in a state depends on its own order only through what stands above that state and what does not; and the more
/// stands below, the better: fewer improvements, more answers that deter, fewer escapes. So there is one lowest place from
/// which on the state is stable, and raising the state alone to it is the least change: any other change that lets the state
/// overtake the same rivals swaps at least as many neighbours.
///
/// - Source: Kinsara, Kilgour & Hipel, *Inverse approach to the graph model* (2015), for the question; the argument is above.
public struct InversePlace: Hashable, Sendable {
    public let decisionMaker: Int
    /// How many groups of tied states `i` orders, the state itself left out.
    public let groups: Int
    /// How many of these groups stand at or below the state now.
    public let below: Int
    /// How many have to: from here on the state is stable. At most ``groups``, where the state is the best of all.
    public let needed: Int
    /// The states that have to be overtaken: those of the groups between.
    public let overtaken: [Int]

    public var isStable: Bool { below >= needed }
    /// In how many of the `groups + 1` places the state is stable.
    public var stablePlaces: Int { groups + 1 - needed }
}

extension Conflict {
    /// From which place on a state is stable for `i`, the others' orders being what they are.
    ///
    /// - Precondition: The concept is one of sequences, preferences are plain orders.
    /// - Complexity: O(log *groups*) verdicts.
    public func inversePlace(of state: Int, for i: Int, under concept: StabilityConcept, states: [Int])
        -> InversePlace
    {
        let others = states.filter { $0 != state }
        let ranks = Set(others.map { rank(i, $0) }).sorted()
        let below = ranks.count { $0 <= rank(i, state) }
        func isStable(above count: Int) -> Bool {
            let raised = raising(state, of: i, above: count == 0 ? 0 : ranks[count - 1])
            return raised.certificate(state, for: i, under: concept).isStable ?? false
        }
        var (low, high) = (0, ranks.count)
        while low < high {
            let middle = (low + high) / 2
            if isStable(above: middle) { high = middle } else { low = middle + 1 }
        }
        let range = below < low ? Set(ranks[below..<low]) : []
        return InversePlace(
            decisionMaker: i, groups: ranks.count, below: below, needed: low,
            overtaken: others.filter { range.contains(rank(i, $0)) })
    }
}

extension OptionConflict {
    public func raising(_ state: Int, of i: Int, above rank: UInt32) -> OptionConflict {
        var ranks = ranks
        ranks[i] = ranks[i].raising(state, above: rank)
        return OptionConflict(model, ranks: ranks)
    }
}

extension GraphModel {
    public func raising(_ state: Int, of i: Int, above rank: UInt32) -> GraphModel {
        var preferences = preferences
        preferences[i] = StatePreference(preferences[i].ranks.raising(state, above: rank))
        return GraphModel(
            moves: moves, preferences: preferences, states: states, isTransitive: isTransitive)
    }
}

extension StateRanks {
    /// The same order with one state just above a rank: all ranks are doubled, and the state takes the odd number between.
    fileprivate func raising(_ state: Int, above rank: UInt32) -> StateRanks {
        var (ranks, rank) = (values, rank)
        // Long lists of statements fill 32 bits; then the ranks are numbered anew before they are doubled.
        if ranks.contains(where: { $0 > UInt32.max / 4 }) {
            let order = Set(ranks).union([0]).sorted()
            let number = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, UInt32($0)) })
            ranks = ranks.map { number[$0]! }
            rank = number[rank]!
        }
        for index in ranks.indices { ranks[index] *= 2 }
        ranks[state] = 2 * rank + 1
        return StateRanks(ranks)
    }
}
