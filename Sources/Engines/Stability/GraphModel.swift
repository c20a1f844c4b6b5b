/// A conflict as a graph: decision makers move between states and order them.
///
/// States and decision makers are numbered from 0. Moves need not follow from one another, and an arc may belong to
/// several decision makers.
///
/// - Source: Kilgour, Hipel & Fang, *The graph model for conflicts* (1987); Fang, Hipel & Kilgour (1993).
public struct GraphModel: Conflict, Hashable {
    /// The unilateral moves: `moves[i][s]` are the states that `i` reaches from `s`, ascending.
    ///
    /// Shape: decision makers × states × (number of moves).
    public let moves: [[[Int]]]
    /// What each decision maker prefers.
    public let preferences: [StatePreference]
    public let states: Int
    /// Whether a move followed by a move of the same decision maker is known to be a move itself.
    ///
    /// Then who moved last need not be remembered; where it is not known, it is.
    public let isTransitive: Bool
    /// How preferences are read: what tempts, what deters.
    public var reading = StabilityReading.plain

    /// - Precondition: Moves lead to other states of the model; one preference per decision maker.
    public init(
        moves: [[[Int]]], preferences: [StatePreference], states: Int, isTransitive: Bool = false
    ) {
        precondition(moves.count == preferences.count, "one preference per decision maker")
        precondition(
            moves.allSatisfy { list in
                list.count == states
                    && list.enumerated().allSatisfy { from, targets in
                        targets.allSatisfy { $0 != from && (0..<states).contains($0) }
                    }
            }, "moves lead to other states")
        self.moves = moves.map { $0.map { Set($0).sorted() } }
        (self.preferences, self.states, self.isTransitive) = (preferences, states, isTransitive)
    }

    public var decisionMakers: Int { moves.count }

    public func moves(of i: Int, from state: Int) -> [Int] { moves[i][state] }
}

/// What a decision maker prefers, and how far that is known.
public struct StatePreference: Hashable, Sendable {
    /// A larger rank is better.
    public let ranks: StateRanks
    /// A coarser order: a state is *strongly* preferred where even this one says so. `nil`: no degrees are told.
    public let strong: StateRanks?
    /// Pairs whose order is not known, as rows: `unknown[s]` are the states of which nobody knows whether `s` is better.
    public let unknown: [StateSet]?

    public init(_ ranks: StateRanks, strong: StateRanks? = nil, unknown: [StateSet]? = nil) {
        (self.ranks, self.strong, self.unknown) = (ranks, strong, unknown)
    }

    func isUnknown(_ s: Int, _ t: Int) -> Bool { unknown?[s].contains(t) ?? false }

    /// Whether `t` is known to be better than `s`.
    func prefers(_ t: Int, to s: Int) -> Bool { !isUnknown(s, t) && ranks[t] > ranks[s] }

    func stronglyPrefers(_ t: Int, to s: Int) -> Bool {
        prefers(t, to: s) && (strong.map { $0[t] > $0[s] } ?? false)
    }
}

/// Which moves tempt, which answers deter, and what counts as an escape.
public enum StabilityReading: Hashable, Sendable {
    /// Better tempts; no better than before deters.
    case plain
    /// Preferences that are partly unknown, in the four variants of Li, Hipel, Kilgour & Fang (2004).
    case unknown(UnknownReading)
    /// An answer deters only if it is strongly worse (Hamouda, Kilgour & Hipel 2004).
    case strong
    /// Everybody looks at others' wishes, too: `attitudes[i][j]` is what `i` feels for `j` (Inohara, Hipel & Walker 2007).
    case attitudes([[Attitude]])
}

/// The variants for unknown preferences: whether unknown moves tempt, and whether unknown answers deter.
public enum UnknownReading: String, Hashable, Sendable, CaseIterable {
    /// Tempted by the better or unknown, deterred only by what is certainly no better.
    case a
    /// Tempted only by the better, deterred only by what is certainly no better.
    case b
    /// Tempted by the better or unknown, deterred by the no better or unknown.
    case c
    /// Tempted only by the better, deterred by the no better or unknown.
    case d
}

public enum Attitude: String, Hashable, Sendable, CaseIterable { case positive, neutral, negative }

extension GraphModel {
    /// Whether a move from `s` to `t` tempts `i`.
    public func tempts(_ i: Int, _ s: Int, _ t: Int) -> Bool {
        let own = preferences[i]
        switch reading {
        case .plain, .strong, .unknown(.b), .unknown(.d): return own.prefers(t, to: s)
        case .unknown: return own.isUnknown(s, t) || own.prefers(t, to: s)
        case .attitudes(let attitudes): return isWelcome(t, from: s, to: attitudes[i])
        }
    }

    /// Whether an answer by a move of `j` from `s` to `t` is in `j`'s own interest.
    public func isCredible(_ j: Int, _ s: Int, _ t: Int) -> Bool {
        switch reading {
        case .unknown: preferences[j].isUnknown(s, t) || preferences[j].prefers(t, to: s)
        default: tempts(j, s, t)
        }
    }

    /// Whether ending at `t` deters `i` from leaving `s`.
    public func deters(_ i: Int, _ s: Int, _ t: Int) -> Bool {
        let own = preferences[i]
        switch reading {
        case .plain: return !own.prefers(t, to: s)
        case .unknown(.a), .unknown(.b): return !own.isUnknown(s, t) && !own.prefers(t, to: s)
        case .unknown: return !own.prefers(t, to: s)
        case .strong: return own.stronglyPrefers(s, to: t)
        case .attitudes(let attitudes): return !isWelcome(t, from: s, to: attitudes[i])
        }
    }

    /// Whether `t`, reached after an answer, undoes what kept `i` at `s`.
    public func escapes(_ i: Int, _ s: Int, _ t: Int) -> Bool {
        let own = preferences[i]
        switch reading {
        case .plain: return own.prefers(t, to: s)
        case .unknown(.a), .unknown(.b): return own.isUnknown(s, t) || own.prefers(t, to: s)
        case .unknown: return own.prefers(t, to: s)
        case .strong: return !own.stronglyPrefers(s, to: t)
        case .attitudes(let attitudes): return isWelcome(t, from: s, to: attitudes[i])
        }
    }

    /// Whether `t` suits somebody with these attitudes: better for those it wishes well, no better for those it wishes ill.
    private func isWelcome(_ t: Int, from s: Int, to attitudes: [Attitude]) -> Bool {
        attitudes.indices.allSatisfy { j in
            switch attitudes[j] {
            case .positive: preferences[j].prefers(t, to: s)
            case .neutral: true
            case .negative: !preferences[j].prefers(t, to: s)
            }
        }
    }
}
