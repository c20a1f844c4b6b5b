/// A conflict in option form with the preferences of everybody.
public struct OptionConflict: Hashable, Sendable {
    public let model: OptionModel
    /// One order of the states per decision maker.
    public let ranks: [StateRanks]

    /// - Precondition: One order per decision maker, over the states of the model.
    public init(_ model: OptionModel, ranks: [StateRanks]) {
        precondition(ranks.count == model.decisionMakers, "one order per decision maker")
        precondition(ranks.allSatisfy { $0.values.count == model.states }, "one rank per state")
        (self.model, self.ranks) = (model, ranks)
    }

    /// The unilateral improvements of `i` from a state, ascending.
    public func improvements(of i: Int, from state: Int) -> [Int] {
        let rank = ranks[i]
        return model.moves(of: i, from: state).filter { rank[$0] > rank[state] }
    }

    /// Everybody but `i`, ascending.
    func opponents(of i: Int) -> [Int] { (0..<model.decisionMakers).filter { $0 != i } }
}
