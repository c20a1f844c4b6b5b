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
            /// Another branch crosses: the sign of a determinant changes.
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

/// A walk along the solutions of the logit equations, by arclength.
private struct LogitWalk {
    private let system: LogitSystem
    /// The logarithms of all probabilities, and `lambda`.
    private(set) var point: [Double]
    private(set) var events: [LogitBranch.Event] = []
    private(set) var steps = 0
    private(set) var budget: Budget
    private var tangent: [Double]
    private var orientation = 0
    private var length = 0.05

    init(_ system: LogitSystem, _ budget: Budget) {
        (self.system, self.budget, point) = (system, budget, system.start)
        // The first tangent only has to point to greater lambda.
        tangent = Array(repeating: 0, count: system.unknowns) + [1]
    }

    private var lambda: Double { point[system.unknowns] }

    /// Beyond this many times the inverse range of payoffs only rounding is followed.
    private static let greatestLambda = 1e7
    private static let tolerance = 1e-5

    mutating func follow(to target: Double?) -> LogitBranch.Ending {
        guard let first = turnedTangent(at: point) else { return .lost }
        (tangent, orientation) = first
        while true {
            if target == nil, system.agentRegret(point) < Self.tolerance { return .settled }
            if lambda > Self.greatestLambda { return .lost }
            guard budget.spend(max(1, system.unknowns * system.unknowns * system.unknowns / 20_000)) else {
                return .budget
            }
            guard let step = step(length) else {
                length /= 2
                if length < 1e-9 { return .lost }
                continue
            }
            if let target, step.point[system.unknowns] >= target {
                return settle(on: target, from: step.point)
            }
            steps += 1
            for kind in [LogitBranch.Event.Kind.turn, .bifurcation] where passes(kind, step) {
                events.append(.init(kind: kind, lambda: located(kind, within: step)))
            }
            (point, tangent, orientation) = (step.point, step.tangent, step.orientation)
            if step.rounds <= 3 { length *= 1.4 }
            if step.rounds >= 5 { length *= 0.7 }
        }
    }

    /// A point further on, with the tangent there.
    private struct Step {
        let point: [Double]
        let tangent: [Double]
        let orientation: Int
        let rounds: Int
    }

    private func passes(_ kind: LogitBranch.Event.Kind, _ step: Step) -> Bool {
        switch kind {
        case .turn: (tangent[system.unknowns] > 0) != (step.tangent[system.unknowns] > 0)
        case .bifurcation: step.orientation != orientation
        }
    }

    /// Where within a step something happens, by cutting it again and again.
    private func located(_ kind: LogitBranch.Event.Kind, within step: Step) -> Double {
        var (short, long) = (0.0, length)
        var (before, after) = (lambda, step.point[system.unknowns])
        for _ in 0..<30 {
            // Just where branches cross there is no tangent; then a little aside.
            let cuts = [0.5, 0.35, 0.65].lazy.map { short + $0 * (long - short) }
            guard let (cut, middle) = cuts.compactMap({ cut in self.step(cut).map { (cut, $0) } }).first
            else {
                break
            }
            if passes(kind, middle) {
                (long, after) = (cut, middle.point[system.unknowns])
            } else {
                (short, before) = (cut, middle.point[system.unknowns])
            }
        }
        return (before + after) / 2
    }

    /// One step: along the tangent, back to the branch, and the tangent there; `nil` if it was too long.
    private func step(_ length: Double) -> Step? {
        let guess = zip(point, tangent).map { $0 + length * $1 }
        guard let (next, rounds) = corrected(guess, along: tangent),
            let (turned, sign) = turnedTangent(at: next)
        else { return nil }
        // A sharp bend, or a long way back, may be another branch.
        let way = zip(guess, next).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
        guard way < 0.3 * length, isStraight(turned) else { return nil }
        return Step(point: next, tangent: turned, orientation: sign, rounds: rounds)
    }

    /// Whether a direction continues the last one, also in the probabilities alone, of which `lambda` may be a thousandfold.
    private func isStraight(_ turned: [Double]) -> Bool {
        let bend = zip(tangent, turned).reduce(0) { $0 + $1.0 * $1.1 }
        let (before, after) = (tangent.dropLast(), turned.dropLast())
        func size(_ list: some Sequence<Double>) -> Double { list.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        let change = size(zip(before, after).map { $0 - $1 })
        return bend > 0.97 && change < 0.5 * max(size(before), size(after)) + 1e-3
    }

    /// Newton's method on the plane through a guess across a direction, with the number of rounds.
    private func corrected(_ guess: [Double], along direction: [Double]) -> (point: [Double], rounds: Int)? {
        var point = guess
        var last = Double.infinity
        for round in 1...6 {
            let (errors, slopes) = system.equations(point)
            let matrix = FloatingSystem(slopes + [direction])
            guard matrix.determinantSign != 0 else { return nil }
            let change = matrix.solution(errors + [0])
            for place in point.indices { point[place] -= change[place] }
            guard point.allSatisfy(\.isFinite) else { return nil }
            let size = change.reduce(0) { max($0, abs($1)) }
            if size < 1e-9 * (1 + abs(point[system.unknowns])) { return (point, round) }
            // What does not shrink wanders off, as near another branch.
            guard size < 0.5 * last else { return nil }
            last = size
        }
        return nil
    }

    /// The direction of the branch at a point, onward, and the sign of the determinant that only changes where another
    /// branch crosses.
    private func turnedTangent(at point: [Double]) -> (tangent: [Double], orientation: Int)? {
        let matrix = FloatingSystem(system.equations(point).slopes + [tangent])
        guard matrix.determinantSign != 0 else { return nil }
        let direction = matrix.solution(Array(repeating: 0, count: system.unknowns) + [1])
        let size = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard size.isFinite, size > 0 else { return nil }
        return (direction.map { $0 / size }, matrix.determinantSign)
    }

    /// Goes from the far side of a value of `lambda` to the branch at that value.
    private mutating func settle(on target: Double, from next: [Double]) -> LogitBranch.Ending {
        let share = (target - lambda) / max(next[system.unknowns] - lambda, .leastNormalMagnitude)
        let guess = zip(point, next).map { $0 + share * ($1 - $0) }
        let straight = Array(repeating: 0.0, count: system.unknowns) + [1]
        guard let (end, _) = corrected(guess, along: straight) else { return .lost }
        point = end
        return .reached
    }
}
