/// A condition over the options of a state, numbered from 0.
public indirect enum StateFormula: Hashable, Sendable {
    /// The option is taken.
    case taken(Int)
    case not(StateFormula)
    case all([StateFormula])
    case any([StateFormula])
    /// `first if second`: true when the second is false or the first is true.
    case onlyIf(StateFormula, StateFormula)
    case iff(StateFormula, StateFormula)

    /// The options that it speaks of, as a bit pattern.
    public var options: Int {
        switch self {
        case .taken(let option): 1 << option
        case .not(let part): part.options
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 | $1.options }
        case .onlyIf(let left, let right), .iff(let left, let right): left.options | right.options
        }
    }

    /// Whether it is true in a state.
    public func holds(in state: Int) -> Bool {
        switch self {
        case .taken(let option): state >> option & 1 == 1
        case .not(let part): !part.holds(in: state)
        case .all(let parts): parts.allSatisfy { $0.holds(in: state) }
        case .any(let parts): parts.contains { $0.holds(in: state) }
        case .onlyIf(let then, let condition): !condition.holds(in: state) || then.holds(in: state)
        case .iff(let left, let right): left.holds(in: state) == right.holds(in: state)
        }
    }

    /// The truth in the 64 states from `64 · index` on, one bit each.
    func word(_ index: Int) -> UInt64 {
        switch self {
        case .taken(let option):
            option < 6 ? Self.lowColumns[option] : (index >> (option - 6) & 1 == 1 ? ~0 : 0)
        case .not(let part): ~part.word(index)
        case .all(let parts): parts.reduce(~0) { $0 & $1.word(index) }
        case .any(let parts): parts.reduce(0) { $0 | $1.word(index) }
        case .onlyIf(let then, let condition): then.word(index) | ~condition.word(index)
        case .iff(let left, let right): ~(left.word(index) ^ right.word(index))
        }
    }

    /// The truth columns of the six lowest options: they repeat within 64 states.
    private static let lowColumns: [UInt64] = [
        0xAAAA_AAAA_AAAA_AAAA, 0xCCCC_CCCC_CCCC_CCCC, 0xF0F0_F0F0_F0F0_F0F0,
        0xFF00_FF00_FF00_FF00, 0xFFFF_0000_FFFF_0000, 0xFFFF_FFFF_0000_0000,
    ]

    /// The states of `options` options in which it is true.
    ///
    /// - Parameter options: How many options there are.
    /// - Returns: A set over all 2^`options` patterns, feasible or not.
    /// - Complexity: O(*length* · 2^*options* / 64).
    public func states(options: Int) -> StateSet {
        var set = StateSet(states: 1 << options)
        for index in set.words.indices { set.words[index] = word(index) }
        set.trim()
        return set
    }
}
