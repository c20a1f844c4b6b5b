/// When a decision maker stays: what it fears after an improvement.
///
/// - Source: Nash (1950); Howard, *Paradoxes of Rationality* (1971) for GMR and SMR; Fraser & Hipel (1979) for SEQ;
///   Rêgo & Vieira (2015, 2017) for SSEQ; Fraser & Hipel (1984) for SIM.
public enum StabilityConcept: String, Hashable, Sendable, CaseIterable {
    /// It has no improvement.
    case nash
    /// General metarationality: every improvement can be answered by moves of the others that leave it no better.
    case gmr
    /// Symmetric metarationality: … and it cannot escape from the answer either.
    case smr
    /// Sequential stability: … by improvements of the others.
    case seq
    /// Symmetric sequential stability: … by improvements of the others, and it cannot escape.
    case sseq
    /// Simultaneous stability: the others, improving at the same time, may spoil every improvement.
    case sim

    /// Whether the answers must be in the interest of those who give them.
    public var isCredible: Bool { self == .seq || self == .sseq }

    /// Whether an answer counts only if there is no escape from it.
    public var isSymmetric: Bool { self == .smr || self == .sseq }

    /// The concepts in which the others answer by sequences of moves, and Nash.
    public static let sequential: [StabilityConcept] = [.nash, .gmr, .smr, .seq, .sseq]
}

/// Which states are stable, for whom, under one concept.
public struct StableStates: Hashable, Sendable {
    /// Per decision maker the states in which it stays.
    public let stable: [StateSet]
    /// The states in which everybody stays.
    public let equilibria: StateSet

    public init(_ stable: [StateSet], among feasible: StateSet) {
        self.stable = stable
        equilibria = stable.reduce(into: feasible) { $0.formIntersection($1) }
    }
}
