import CaseModel
import Engines
import Numbers

extension GuaranteeFinding.Trial {
    /// Tries a promise in its game, alternative by alternative.
    init(_ model: GameModel, _ view: View, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        let bench = try TrialBench(model, choices)
        var verdicts: [GuaranteeFinding.Verdict] = []
        for chosen in bench.prepared.combinations([:]) { verdicts.append(try bench.verdict(chosen)) }
        for place in verdicts.indices {
            verdicts[place].hinges = try verdicts[place].hinges(model, view, choices)
        }
        var trees: [GuaranteeFinding.DrawnTree] = []
        for chosen in bench.prepared.combinations([:]) {
            if let tree = try bench.drawing(chosen) { trees.append(tree) }
        }
        self.trees = trees
        game = model.id
        title = model.name ?? Label(en: model.id, de: model.id)
        names = bench.prepared.names
        (parameters, asks) = (bench.parameters, bench.asks.map(\.ask))
        self.verdicts = verdicts
    }
}

/// A game with its questions, ready to be solved at many values.
struct TrialBench {
    let model: GameModel
    let prepared: PreparedGame
    let parameters: [SolveFinding.ParameterValue]
    let asks: [(ask: GuaranteeFinding.Ask, meaning: GameAsk)]
    let draws: ParameterDraws

    init(_ model: GameModel, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        self.model = model
        let prepared = PreparedGame(model)
        self.prepared = prepared
        var texts = model.asks
        texts["path"] = model.path
        let others = texts.keys.filter { $0 != "path" }.sorted()
        var asks: [(ask: GuaranteeFinding.Ask, meaning: GameAsk)] = []
        do throws(GameProblem) {
            parameters = try prepared.values(.init())
            for name in ["path"] + others {
                guard let text = texts[name] else { continue }
                guard let meaning = GameAsk(text, prepared.names) else {
                    throw .unknownAsk(text, sets: prepared.names.sets.map(\.name))
                }
                asks.append((.init(name: name, text: text), meaning))
            }
            let first = prepared.combinations([:])[0]
            let named = try prepared.game(parameters.map(\.value), first)
            guard case .tree(let tree) = named.body else { throw .notOffered(.sequential, .needsTree) }
            do throws(ForgottenChoice) { _ = try tree.sequences() } catch { throw named.names.problem(error) }
        } catch {
            throw Refused(problem: error, place: model.place)
        }
        self.asks = asks
        draws = ParameterDraws(parameters.map(\.quantity), count: choices.draws, seed: choices.seed)
    }

    /// The alternatives by their names.
    func given(_ chosen: [Int]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: zip(model.givens, chosen).map { ($0.id, $0.alternatives[$1].id) })
    }

    /// The game at these values, settled.
    func settled(_ values: [Rational], _ chosen: [Int]) throws(Refused) -> SettledGame {
        do throws(GameProblem) {
            let named = try prepared.game(values, chosen)
            guard case .tree(let tree) = named.body else { throw .notOffered(.sequential, .needsTree) }
            return SettledGame(tree)
        } catch {
            throw Refused(problem: error, place: model.place)
        }
    }

    /// The answers at the points of the parameters.
    func answers(_ chosen: [Int]) throws(Refused) -> [Interval?] {
        let settled = try settled(parameters.map(\.value), chosen)
        return asks.map { settled.answer($0.meaning, prepared.routes) }
    }

    func verdict(_ chosen: [Int]) throws(Refused) -> GuaranteeFinding.Verdict {
        let enters = model.entering(chosen)
        let thresholds = asks.first.flatMap { path in
            ThresholdSearch(prepared, parameters, chosen, watching: path.meaning.sets).thresholds()
        }
        return .init(
            given: given(chosen),
            answers: try answers(chosen), shares: try shares(chosen), thresholds: thresholds ?? [],
            enters: enters, grounding: .init(enters.map { model.parameters[$0].held.basis }), hinges: [])
    }

    /// The mean of every answer over the draws.
    ///
    /// Only what actions are taken is asked of each draw; what players expect and believe is told at the points.
    private func shares(_ chosen: [Int]) throws(Refused) -> [Interval?] {
        let asked = asks.map { $0.meaning.isOfActions ? $0.meaning : nil }
        guard draws.count > 0 else { return asks.map { _ in nil } }
        var sums = asks.map { _ in Interval(0) }
        for draw in 0..<draws.count {
            let settled = try settled(draws.values(draw), chosen)
            for (place, ask) in asked.enumerated() {
                guard let ask else { continue }
                sums[place] = sums[place] + (settled.answer(ask, prepared.routes) ?? Interval(0, 1))
            }
        }
        return zip(asked, sums).map { ask, sum in
            ask.map { _ in Rational(1, over: draws.count) * sum }
        }
    }
}

extension GameModel {
    /// The places of the parameters that enter with these alternatives.
    func entering(_ chosen: [Int]) -> [Int] {
        var names: Set<String> = []
        switch body {
        case .tree(let root):
            for node in root.all {
                switch node {
                case .payoff(let payoffs, _): names.formUnion(payoffs.values.flatMap(\.parameters))
                case .chance(_, let branches):
                    names.formUnion(branches.compactMap(\.probability).flatMap(\.parameters))
                case .decision: break
                }
            }
        case .table(_, let payoffs): names.formUnion(payoffs.joined().flatMap(\.parameters))
        case .template(let template): names.formUnion(template.parameters)
        case .file: break
        }
        for (given, place) in zip(givens, chosen) {
            for (name, value) in given.alternatives[place].values where names.contains(name) {
                names.formUnion(value.parameters)
            }
        }
        return parameters.indices.filter { names.contains(parameters[$0].name) }
    }
}

extension GuaranteeFinding.Grounding {
    /// Counts what numbers rest on: a number that a premise puts there is read from its passage, not quoted.
    init(_ bases: [Basis]) {
        for basis in bases {
            if basis.citations.isEmpty {
                own += 1
            } else if basis.isOwn || basis.premise != nil {
                orderRead += 1
            } else {
                quoted += 1
            }
        }
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
            if attack.credibility != isCredible {
                hinges.append(.init(premise: premise, attackWithout: attack))
            }
        }
        return hinges
    }
}

extension Interval? {
    /// What a chance of attack says of the promise.
    fileprivate var credibility: Bool? {
        guard let attack = self else { return nil }
        return attack.high == 0 ? true : attack.low > 0 ? false : nil
    }
}
