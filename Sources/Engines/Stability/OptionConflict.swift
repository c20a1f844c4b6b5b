/// A conflict in option form with the preferences of everybody.
public struct OptionConflict: Conflict, Hashable {
    public let model: OptionModel
    /// One order of the states per decision maker.
    public let ranks: [StateRanks]

    /// - Precondition: One order per decision maker, over the states of the model.
    public init(_ model: OptionModel, ranks: [StateRanks]) {
        precondition(ranks.count == model.decisionMakers, "one order per decision maker")
        precondition(ranks.allSatisfy { $0.values.count == model.states }, "one rank per state")
        (self.model, self.ranks) = (model, ranks)
    }

    public var decisionMakers: Int { model.decisionMakers }

    public func isState(_ state: Int) -> Bool { model.feasible.contains(state) }

    public func moves(of i: Int, from state: Int) -> [Int] { model.moves(of: i, from: state) }

    public func tempts(_ i: Int, _ s: Int, _ t: Int) -> Bool { ranks[i][t] > ranks[i][s] }

    public func isCredible(_ j: Int, _ s: Int, _ t: Int) -> Bool { ranks[j][t] > ranks[j][s] }

    public func deters(_ i: Int, _ s: Int, _ t: Int) -> Bool { ranks[i][t] <= ranks[i][s] }

    public func escapes(_ i: Int, _ s: Int, _ t: Int) -> Bool { ranks[i][t] > ranks[i][s] }

    public func size(of move: (from: Int, to: Int)) -> Int { (move.from ^ move.to).nonzeroBitCount }

    public func rank(_ i: Int, _ state: Int) -> UInt32 { ranks[i][state] }
}
