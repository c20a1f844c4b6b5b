public import CaseModel

/// Who decides what, with the names that the numbers of a conflict stand for.
public struct ConflictFrame: Hashable, Sendable {
    public let decisionMakers: [Maker]
    /// The options that are bits of the model, in order; none in graph form.
    public let options: [StabilityModel.Choice]
    /// The names of the states in graph form.
    public let stateNames: [String]
    /// How many states there are: feasible patterns, classes of patterns that count as one, or named states.
    public let states: Int
    /// Whether patterns were put together that count as one state.
    public let isCoalesced: Bool

    public struct Maker: Hashable, Sendable {
        public let id: String
        public let name: Label
    }

    public var isGraph: Bool { !stateNames.isEmpty }

    /// The options taken in a state.
    public func taken(_ decimal: Int) -> [StabilityModel.Choice] {
        options.indices.filter { decimal >> $0 & 1 == 1 }.map { options[$0] }
    }

    /// The options of a decision maker, as a bit pattern.
    public func mask(of maker: Int) -> Int {
        options.indices.reduce(0) { options[$1].of == decisionMakers[maker].id ? $0 | 1 << $1 : $0 }
    }

    /// What a move changes: options taken, and options dropped.
    public func change(from: Int, to: Int) -> (
        taken: [StabilityModel.Choice], dropped: [StabilityModel.Choice]
    ) {
        (taken(to & ~from), taken(from & ~to))
    }
}
