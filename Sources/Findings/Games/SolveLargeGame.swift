import CaseModel
import Engines
import Numbers

extension TreeSolving {
    /// Every combination of the equilibria of the subgames.
    func subgamePerfect(
        _ sequences: Sequences, _ budget: inout Budget
    ) throws(GameProblem) -> SolveFinding.Solution {
        guard
            let search = tree.subgamePerfectEquilibria(
                planLimit: SolveFinding.planLimit, budget: budget)
        else { throw .notOffered(.subgamePerfect, .tooManyPlans) }
        let equilibria = search.equilibria.map { one in
            // What a player's own plan excludes never happens, so any action there shows the same.
            let whole = Behaviour(
                zip(one.mixtures, tree.sets).map { mixture, set in
                    mixture ?? (0..<set.actions).map { $0 == 0 ? .one : .zero }
                })
            return SolveFinding.Equilibrium(
                payoffs: one.payoffs.map { Interval($0) },
                strategies: one.mixtures.map { $0?.map { Interval($0) } }, beliefs: [],
                concept: .subgamePerfect, proof: .everySubgame,
                regret: tree.regrets(of: whole, sequences).max() ?? 0, isOneOfMany: false,
                isIndifferent: false, survival: nil)
        }
        return .empty(
            given, scope: .subgamePerfectEquilibria, search.budget, isComplete: search.isComplete,
            equilibria: equilibria
        ) { $0.behindZeroChance = unasked }
    }

    /// Nearly best play in a game of constant sum that is too large for exact methods.
    func approximation(_ sequences: Sequences) -> Found? {
        var steps = Budget(Self.learningSteps * max(1, tree.ends.count / 100))
        guard let sum = tree.constantSum, let near = tree.saddlePoint(sequences, budget: &steps) else {
            return nil
        }
        let value = Interval(near.value.low.rounded(up: false), near.value.high.rounded(up: true))
        let one = SolveFinding.Equilibrium(
            payoffs: [value, Interval(sum) - value],
            strategies: near.behaviour.probabilities.map { $0.map { Interval($0) } }, beliefs: [],
            concept: .nash, proof: .valueBounds, regret: value.width, isOneOfMany: false,
            isIndifferent: false, survival: nil)
        return Found(equilibria: [one], scope: .approximation, isComplete: true)
    }

    private static var learningSteps: Int { 100_000 }
}

extension Rational {
    /// The next multiple of a million-millionth.
    fileprivate func rounded(up: Bool) -> Rational {
        let parts = Rational(1_000_000_000_000)
        return up ? -(-self * parts).floor / parts : (self * parts).floor / parts
    }
}
