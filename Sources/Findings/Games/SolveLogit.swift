import CaseModel
import Engines
public import Numbers

extension SolveFinding {
    /// Where the principal branch of agent logit equilibria leads: an approximation, never a proven equilibrium.
    public struct Logit: Sendable {
        /// How precisely the players answer to differences in payoffs; one over a payoff is its unit.
        public let lambda: Double
        /// The probabilities of each action, by sets, or by players in tables; rounded so that they sum to exactly 1.
        public let strategies: [[Rational]]
        /// What these very probabilities bring, to within a thousand-millionth.
        public let payoffs: [Interval]
        /// What somebody could gain at most by another plan against these very probabilities: proven, rounded up.
        public let regret: Rational
        public let events: [Event]
        public let ending: Ending
        public let steps: Int

        /// Something that the branch passes.
        public struct Event: Hashable, Sendable {
            public let kind: Kind
            public let lambda: Double
        }

        public enum Kind: String, Hashable, Sendable { case turn, bifurcation }

        /// Why the branch is not followed further.
        public enum Ending: String, Hashable, Sendable { case settled, reached, budget, lost }
    }
}

extension NamedGame {
    /// The principal branch of agent logit equilibria, to the end or to the value that is asked for.
    ///
    /// - Parameters:
    ///   - choices: What is asked for.
    ///   - given: The alternatives of what is given.
    /// - Returns: The answer, without other equilibria.
    /// - Throws: ``GameProblem/forgets`` if somebody does.
    func logit(
        _ choices: SolveFinding.Choices, _ given: [String: String]
    ) throws(GameProblem) -> SolveFinding.Solution {
        let target = choices.lambda.map { Double($0) }
        let budget = Budget(choices.budget)
        let (branch, payoffs, regret): (LogitBranch, [Rational], Rational)
        switch body {
        case .table(let table):
            branch = table.tree.logitBranch(to: target, budget: budget)
            let worth = table.worth(of: branch.behaviour.probabilities)
            (payoffs, regret) = (worth.payoffs, worth.regrets.max() ?? 0)
        case .tree(let tree):
            let sequences = try sequences(of: tree)
            branch = tree.logitBranch(to: target, budget: budget)
            payoffs = tree.payoffs(under: branch.behaviour)
            regret = tree.regrets(of: branch.behaviour, sequences).max() ?? 0
        }
        let isComplete = branch.ending == .settled || branch.ending == .reached
        return .empty(given, scope: .logitBranch, branch.budget, isComplete: isComplete) {
            $0.logit = .init(
                lambda: branch.lambda, strategies: branch.behaviour.probabilities,
                payoffs: payoffs.map { Interval($0.rounded(up: false), $0.rounded(up: true)) },
                regret: regret.rounded(up: true), events: branch.events.map(SolveFinding.Logit.Event.init),
                ending: .init(branch.ending), steps: branch.steps)
        }
    }
}

extension SolveFinding.Logit.Event {
    init(_ event: LogitBranch.Event) {
        switch event.kind {
        case .turn: self.init(kind: .turn, lambda: event.lambda)
        case .bifurcation: self.init(kind: .bifurcation, lambda: event.lambda)
        }
    }
}

extension SolveFinding.Logit.Ending {
    init(_ ending: LogitBranch.Ending) {
        switch ending {
        case .settled: self = .settled
        case .reached: self = .reached
        case .budget: self = .budget
        case .lost: self = .lost
        }
    }
}

extension Rational {
    /// The next multiple of a thousand-millionth.
    fileprivate func rounded(up: Bool) -> Rational {
        let parts = Rational(1_000_000_000)
        return up ? -(-self * parts).floor / parts : (self * parts).floor / parts
    }
}
