public import Numbers

/// How a decision maker orders the states: a larger rank is better, equal ranks are ties, 0 is kept for what cannot be.
///
/// Ordinal: only the order has a meaning.
public struct StateRanks: Hashable, Sendable {
    /// One rank per state.
    public internal(set) var values: [UInt32]

    /// Ranks that were given by hand.
    ///
    /// - Precondition: States that cannot be have rank 0, all others a positive one.
    public init(_ values: [UInt32]) { self.values = values }

    @inline(__always)
    public subscript(state: Int) -> UInt32 { values[state] }

    /// Everybody alike.
    public static func indifferent(_ model: OptionModel) -> StateRanks {
        StateRanks((0..<model.states).map { model.feasible.contains($0) ? 1 : 0 })
    }

    /// The ranks that statements give, the most important first: a state that satisfies an earlier statement is better
    /// than all that do not.
    ///
    /// Up to 31 statements the truth values themselves are the rank; longer lists are renumbered after every 31.
    ///
    /// - Complexity: O(*length* · 2^*k*), and a sort for every 31 statements beyond the first.
    /// - Source: Hipel, Kilgour, Fang & Peng, *The decision support system GMCR* (1997); Fang et al. (2003), prioritisation.
    public init(prioritising statements: [StateFormula], in model: OptionModel) {
        var ranks = [UInt32](repeating: 0, count: model.states)
        for start in stride(from: 0, to: max(statements.count, 1), by: 31) {
            let chunk = statements[start..<min(start + 31, statements.count)]
            if start > 0 { Self.renumber(&ranks, model.feasible) }
            let coarse = start > 0 ? ranks : []
            Self.score(Array(chunk), model, into: &ranks)
            if start > 0 { Self.join(coarse, &ranks, model.feasible) }
        }
        values = ranks
    }

    /// The truth values of at most 31 statements, read as a binary number, plus one.
    private static func score(_ statements: [StateFormula], _ model: OptionModel, into ranks: inout [UInt32])
    {
        ranks.withUnsafeMutableBufferPointer { ranks in
            var truths = [UInt64](repeating: 0, count: statements.count)
            for (index, feasible) in model.feasible.words.enumerated() {
                for number in statements.indices { truths[number] = statements[number].word(index) }
                let base = index << 6
                for bit in 0..<min(64, ranks.count - base) {
                    var key: UInt32 = 0
                    for truth in truths {
                        key = key << 1 | UInt32(truncatingIfNeeded: truth >> UInt64(bit) & 1)
                    }
                    ranks[base + bit] = feasible >> UInt64(bit) & 1 == 1 ? key + 1 : 0
                }
            }
        }
    }

    /// The earlier ranks decide, the later ones break their ties.
    private static func join(_ coarse: [UInt32], _ fine: inout [UInt32], _ feasible: StateSet) {
        let keys = feasible.members.map { (UInt64(coarse[$0]) << 32 | UInt64(fine[$0]), $0) }
        write(keys, into: &fine)
    }

    private static func renumber(_ ranks: inout [UInt32], _ feasible: StateSet) {
        write(feasible.members.map { (UInt64(ranks[$0]), $0) }, into: &ranks)
    }

    private static func write(_ keys: [(UInt64, Int)], into ranks: inout [UInt32]) {
        var (rank, last): (UInt32, UInt64?) = (0, nil)
        for (key, state) in keys.sorted(by: { $0 < $1 }) {
            if key != last { (rank, last) = (rank + 1, key) }
            ranks[state] = rank
        }
    }
}

extension StateRanks {
    /// The ranks of a list of groups of states, the best first; states of one group are tied.
    ///
    /// - Precondition: The groups hold every feasible state once.
    public init(bestFirst groups: [[Int]], states: Int) {
        values = Array(repeating: 0, count: states)
        for (index, group) in groups.enumerated() {
            for state in group { values[state] = UInt32(groups.count - index) }
        }
    }

    /// The states grouped by rank, the best group first; states that cannot be are left out.
    public var bestFirst: [[Int]] {
        let ranked = values.indices.filter { values[$0] > 0 }
        let groups = Dictionary(grouping: ranked) { values[$0] }
        return groups.sorted { $0.key > $1.key }.map(\.value)
    }

    /// The ranks of sums over the options that are taken; sums are exact.
    ///
    /// - Parameters:
    ///   - weights: One weight per option.
    ///   - model: The model whose states are ranked.
    /// - Complexity: One addition per state, and a sort.
    /// - Source: Fraser & Hipel (1984), option weighting in GMCR II.
    public init(weighing weights: [Rational], in model: OptionModel) {
        precondition(weights.count == model.options, "one weight per option")
        var sums = [Rational](repeating: 0, count: model.states)
        for state in 1..<max(model.states, 1) {
            sums[state] = sums[state & (state - 1)] + weights[state.trailingZeroBitCount]
        }
        values = Array(repeating: 0, count: model.states)
        var (rank, last): (UInt32, Rational?) = (0, nil)
        for state in model.feasible.members.sorted(by: { sums[$0] < sums[$1] }) {
            if sums[state] != last { (rank, last) = (rank + 1, sums[state]) }
            values[state] = rank
        }
    }
}
