public import Numbers

/// The principal branch of agent logit equilibria, followed from `lambda` 0.
///
/// Everything in it comes from floating point and is an approximation; the behaviour is told in fractions, so that its
/// regret can be computed exactly.
public struct LogitBranch: Sendable {
    /// How precisely players answer to differences in payoffs; in units of one over a payoff.
    public internal(set) var lambda = 0.0
    public internal(set) var behaviour: Behaviour
    /// What the branch passes on its way, in this order.
    public internal(set) var events: [Event] = []
    public internal(set) var ending = Ending.budget
    public internal(set) var steps = 0
    public internal(set) var budget: Budget

    /// A place at which the branch does something that deserves to be known.
    public struct Event: Hashable, Sendable {
        public enum Kind: Hashable, Sendable {
            /// From here on `lambda` falls where it rose, or the other way round.
            case turn
            /// Other branches cross: a determinant is zero.
            case bifurcation
        }

        public let kind: Kind
        public let lambda: Double
    }

    /// Why the branch is not followed further.
    public enum Ending: Hashable, Sendable {
        /// Nobody gains more than a hundred-thousandth of the range of payoffs by changing one action.
        case settled
        /// The value of `lambda` that was asked for.
        case reached
        case budget
        /// No step is short enough.
        case lost
    }
}

extension GameTree {
    /// Follows the principal branch of agent logit equilibria (McKelvey & Palfrey 1995, 1998).
    ///
    /// At `lambda` 0 everybody does everything with the same probability; the branch that begins there is followed by
    /// its arclength, a step along the tangent and Newton's corrections back (Turocy 2005, 2010; Allgower & Georg 1990).
    /// It goes straight on where another one crosses. Its limit, where it has one, is a sequential equilibrium.
    ///
    /// - Parameters:
    ///   - target: The `lambda` to stop at, in units of one over a payoff; `nil` follows the branch until it settles.
    ///   - budget: What the steps may cost.
    /// - Returns: Where the branch has led, and what it has passed.
    /// - Precondition: Nobody forgets what he did or knew.
    public func logitBranch(to target: Double? = nil, budget: Budget) -> LogitBranch {
        let system = LogitSystem(self)
        var walk = LogitWalk(system, budget)
        var branch = LogitBranch(behaviour: system.behaviour(walk.point), budget: budget)
        let unit = system.range > 0 ? system.range : 1
        branch.ending = system.range > 0 ? walk.follow(to: target.map { $0 * unit }) : .settled
        branch.lambda = walk.point[system.unknowns] / unit
        branch.behaviour = system.behaviour(walk.point)
        branch.events = walk.events.map { .init(kind: $0.kind, lambda: $0.lambda / unit) }
        (branch.steps, branch.budget) = (walk.steps, walk.budget)
        return branch
    }
}
