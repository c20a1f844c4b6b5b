import CaseModel
import Engines
import Numbers

/// A game with its questions, ready to be solved at many values.
struct TrialBench {
    let model: GameModel
    let prepared: PreparedGame
    let parameters: [SolveFinding.ParameterValue]
    let asks: [(ask: GuaranteeFinding.Ask, meaning: GameAsk)]
    let draws: ParameterDraws
    /// What the searches of all draws together may cost; the points pay for themselves.
    private let purse = Purse(200_000)

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
            let first = prepared.combinations([:])[0]
            let named = try prepared.game(parameters.map(\.value), first)
            guard case .tree(let tree) = named.body else { throw .noPath(model.id) }
            do throws(ForgottenChoice) { _ = try tree.sequences() } catch { throw named.names.problem(error) }
            for name in ["path"] + others {
                guard let text = texts[name] else { continue }
                guard let meaning = GameAsk(text, prepared.names), meaning.isKnown(prepared.routes) else {
                    throw .unknownAsk(text, sets: prepared.names.sets.map(\.name))
                }
                if name == "path", meaning.action == nil { throw .noPath(model.id) }
                asks.append((.init(name: name, text: text), meaning))
            }
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

    /// The game at these values, settled; its search paid from a purse if it is one of many.
    func settled(
        _ values: [Rational], _ chosen: [Int], from purse: Purse? = nil
    ) throws(Refused) -> SettledGame {
        do throws(GameProblem) {
            let named = try prepared.game(values, chosen)
            guard case .tree(let tree) = named.body else { throw .noPath(model.id) }
            return SettledGame(tree, limit: min(20_000, purse?.left ?? 20_000), purse)
        } catch {
            throw Refused(problem: error, place: model.place)
        }
    }

    /// The answers at the points of the parameters.
    func answers(_ chosen: [Int]) throws(Refused) -> [Interval?] {
        let settled = try settled(parameters.map(\.value), chosen)
        return asks.map { settled.answer($0.meaning, prepared.routes) }
    }

    func verdict(_ chosen: [Int], _ sweep: Sweep) throws(Refused) -> GuaranteeFinding.Verdict {
        let enters = model.entering(chosen)
        let thresholds = asks.first.flatMap { path in
            ThresholdSearch(prepared, parameters, chosen, watching: path.meaning.sets).thresholds()?
                .filter { $0.changes(path.meaning.action) }
        }
        return .init(
            given: given(chosen),
            answers: try answers(chosen), shares: sweep.shares, thresholds: thresholds,
            enters: enters, grounding: .init(enters.map { model.parameters[$0].held.basis }), hinges: [])
    }

    /// What the draws come to.
    struct Sweep {
        /// The mean of every answer; `nil` for what players expect and believe, which is told at the points only.
        var shares: [Interval?]
        /// For each test how often what it presupposes happens, and in how many of those draws it is met.
        var tests: [(presupposed: Int, met: Interval)]
    }

    /// Plays the game once for each draw.
    func sweep(_ chosen: [Int], _ tests: [GameTest]) throws(Refused) -> Sweep {
        let asked = asks.map { $0.meaning.isOfActions ? $0.meaning : nil }
        var sums = asks.map { _ in Interval(0) }
        var tallies = tests.map { _ in (presupposed: 0, met: Interval(0)) }
        for draw in 0..<draws.count {
            let settled = try settled(draws.values(draw), chosen, from: purse)
            for (place, ask) in asked.enumerated() {
                guard let ask else { continue }
                sums[place] = sums[place] + (settled.answer(ask, prepared.routes) ?? Interval(0, 1))
            }
            for (place, test) in tests.enumerated() {
                guard let value = test.value(settled) else { continue }
                let isMet = test.isMet(value).map { Interval($0 ? .one : .zero) } ?? Interval(0, 1)
                tallies[place] = (tallies[place].presupposed + 1, tallies[place].met + isMet)
            }
        }
        let shares = zip(asked, sums).map { ask, sum in
            ask == nil || draws.count == 0 ? nil : Rational(1, over: draws.count) * sum
        }
        return Sweep(shares: shares, tests: tallies)
    }
}

extension SolveFinding.Threshold {
    /// Whether what becomes of an action is another on the two sides: taken, perhaps taken, or not.
    fileprivate func changes(_ step: GameAsk.Step?) -> Bool {
        guard let step else { return true }
        func standing(_ path: SolveFinding.Path) -> Int {
            let taken = path.actions[step.set] ?? []
            return taken == [step.action] ? 2 : taken.contains(step.action) ? 1 : 0
        }
        return Set(below.map(standing)) != Set(above.map(standing))
    }
}
