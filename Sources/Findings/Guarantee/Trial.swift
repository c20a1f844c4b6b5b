import CaseModel
import Engines
import Numbers

extension GuaranteeFinding.Trial {
    /// Tries a promise in its game, alternative by alternative.
    init(
        _ bench: TrialBench, _ sweeps: [(chosen: [Int], sweep: TrialBench.Sweep)], _ view: View,
        _ choices: GuaranteeFinding.Choices
    ) throws(Refused) {
        var (verdicts, trees): ([GuaranteeFinding.Verdict], [GuaranteeFinding.DrawnTree]) = ([], [])
        for (chosen, sweep) in sweeps {
            var verdict = try bench.verdict(chosen, sweep)
            verdict.hinges = try verdict.hinges(bench.model, view, choices)
            verdicts.append(verdict)
            if let tree = try bench.drawing(chosen) { trees.append(tree) }
        }
        (self.verdicts, self.trees, draws) = (verdicts, trees, bench.draws.count)
        game = bench.model.id
        title = bench.model.name ?? Label(en: bench.model.id, de: bench.model.id)
        names = bench.prepared.names
        (parameters, asks) = (bench.parameters, bench.asks.map(\.ask))
    }
}

extension GuaranteeFinding.Verdict {
    /// The premises without which the verdict would be another, found by striking one after the other.
    fileprivate func hinges(
        _ model: GameModel, _ view: View, _ choices: GuaranteeFinding.Choices
    ) throws(Refused) -> [GuaranteeFinding.Hinge] {
        let premises = Set(enters.compactMap { model.parameters[$0].held.basis.premise }).sorted()
        var hinges: [GuaranteeFinding.Hinge] = []
        for premise in premises where premise.contains(".") {
            var viewpoint = view.viewpoint
            viewpoint.struck.insert(premise)
            viewpoint.added.removeAll { $0 == premise }
            let without = View(view.base, from: viewpoint)
            guard without.seen.problems.isEmpty,
                let model = without.case.games.first(where: { $0.id == model.id })
            else { continue }
            let bench = try TrialBench(model, choices)
            let chosen = bench.prepared.combinations(given)
            let attack = try bench.answers(chosen[0]).first ?? nil
            if attack?.deters != isCredible {
                hinges.append(.init(premise: premise, attackWithout: attack))
            }
        }
        return hinges
    }
}
