import CaseModel
import Engines

extension StabilityFinding {
    /// What makes somebody's position hard to hold.
    ///
    /// A side's *position* is the outcome that it likes best; its *fallback* is what it does today. All fallbacks together are
    /// the threatened future.
    ///
    /// - Source: Howard, *Confrontation Analysis: How to Win Operations Other Than War* (1999); Bryant, *The Six Dilemmas of Collaboration* (2003).
    public struct Dilemma: Hashable, Sendable {
        public let kind: Kind
        /// Who has it.
        public let maker: Int
        /// Towards whom; for the threat dilemma nobody.
        public let other: Int?
        /// The state that the sentence speaks of: the position, or where somebody would go.
        public let state: Int

        public enum Kind: String, Hashable, Sendable, CaseIterable {
            /// It would rather not carry out its fallback: it improves by leaving the threatened future.
            case threat
            /// The threatened future does not make the other accept: the other likes it no less than the position.
            case deterrence
            /// It likes the other's position no less than the threatened future.
            case inducement
            /// The other, having accepted the position, would break it: it improves by leaving.
            case trust
        }
    }

    /// What each side wants, and the dilemmas that follow.
    public struct Confrontation: Hashable, Sendable {
        /// Per decision maker the outcome that it likes best; of several the one with the fewest changes from today.
        public let positions: [Int]
        public let fallback: Int
        /// Per decision maker the options that its wishes speak of; in all others the position is as today.
        public let relevant: [[String]]
        public let dilemmas: [Dilemma]
    }
}

extension ConflictInputs {
    /// The dilemmas of every side with today's state as the threatened future; `nil` in graph form or with other readings of preferences.
    var confrontation: StabilityFinding.Confrontation? {
        guard let options, !needsGraph, let fallback = statusQuo else { return nil }
        let makers = options.ranks.indices
        let positions = makers.map { i -> Int in
            let (rank, states) = (options.ranks[i], options.model.feasible.members)
            let best = states.map { rank[$0] }.max() ?? 0
            return states.filter { rank[$0] == best }.min {
                (($0 ^ fallback).nonzeroBitCount, $0) < (($1 ^ fallback).nonzeroBitCount, $1)
            } ?? fallback
        }
        var found: [StabilityFinding.Dilemma] = []
        for i in makers {
            let rank = options.ranks[i]
            if let way = best(options, i, from: fallback) {
                found.append(.init(kind: .threat, maker: i, other: nil, state: way))
            }
            for j in makers where j != i && positions[i] != positions[j] {
                if options.ranks[j][fallback] >= options.ranks[j][positions[i]] {
                    found.append(.init(kind: .deterrence, maker: i, other: j, state: positions[i]))
                }
                if rank[positions[j]] >= rank[fallback] {
                    found.append(.init(kind: .inducement, maker: i, other: j, state: positions[j]))
                }
            }
            for j in makers where j != i {
                if let way = best(options, j, from: positions[i]) {
                    found.append(.init(kind: .trust, maker: i, other: j, state: way))
                }
            }
        }
        let relevant = origins.map { origin -> [String] in
            let named = origin.statements.reduce(0) { $0 | $1.formula.options }
            return frame.options.indices.filter { origin.statements.isEmpty || named >> $0 & 1 == 1 }
                .map { frame.options[$0].id }
        }
        return StabilityFinding.Confrontation(
            positions: positions, fallback: fallback, relevant: relevant, dilemmas: found)
    }

    private func best(_ options: OptionConflict, _ i: Int, from state: Int) -> Int? {
        if case .leaves(let target, _) = options.certificate(state, for: i, under: .nash).reason {
            return target
        }
        return nil
    }
}
