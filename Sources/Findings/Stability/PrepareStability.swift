import CaseModel
import Engines
import Numbers

/// The only place where options and wishes become numbers. What is simplified:
///
/// - States that a rule excludes are left out, not ranked last.
/// - Preferences are an order; nothing is known of distances.
/// - A decision maker of whom nothing is known is not taken as indifferent: the question is refused.
func prepareStability(_ view: View, _ choices: StabilityFinding.Choices) throws(NotAnswerable)
    -> ConflictInputs
{
    try view.require(.stability, view.case.stability == nil ? [.stabilityModel] : [])
    let model = try view.case.stability!.reshaped(choices, view)
    let base = view.base.stability ?? model
    func refuse(_ problems: [(ModelProblem, Place)]) throws(NotAnswerable) {
        try view.require(.stability, problems.map { .model($0.0, $0.1) })
    }
    let lacking = model.decisionMakers.filter { $0.hasNoPreference }.map(\.id)
    try refuse(
        (model.decisionMakers.isEmpty ? [(.noDecisionMakers, model.place)] : [])
            + (lacking.isEmpty ? [] : [(.noPreferences(of: lacking), model.place)]))
    let builder = InputsBuilder(model: model, base: base, choices: choices)
    let inputs: ConflictInputs
    do throws(ModelProblems) {
        inputs = model.states.isEmpty ? try builder.optionForm() : try builder.graphForm()
    } catch {
        try refuse(error.problems)
        preconditionFailure("problems refuse a question")
    }
    guard inputs.needsGraph else { return inputs }
    if !inputs.fitsTables {
        try refuse([
            (.tooLargeForTables(states: inputs.frame.states, limit: GraphModel.tableLimit), model.place)
        ])
    }
    return inputs.withGraph()
}

/// Everything that is wrong with a model.
struct ModelProblems: Error {
    var problems: [(ModelProblem, Place)]
}

/// How much memory one answer may take, in bytes.
private let memoryLimit = 4 << 30

private struct InputsBuilder {
    let model: StabilityModel
    /// The model without anything laid over it: rankings number its states.
    let base: StabilityModel
    let choices: StabilityFinding.Choices

    private var modelled: [StabilityModel.Choice] { model.options.filter(\.isModelled) }

    private var makers: [ConflictFrame.Maker] { model.decisionMakers.map { .init(id: $0.id, name: $0.name) } }

    func optionForm() throws(ModelProblems) -> ConflictInputs {
        let options = modelled
        let bytes = OptionModel.bytesNeeded(
            options: options.count, decisionMakers: model.decisionMakers.count)
        guard options.count <= OptionModel.maximalOptions, bytes <= memoryLimit else {
            throw fail(.tooLarge(options: options.count, bytes: bytes, limit: memoryLimit))
        }
        let numbers = OptionNumbers(options)
        let owners = options.map { option in model.decisionMakers.firstIndex { $0.id == option.of } ?? 0 }
        let frame = OptionModel(
            owners: owners, decisionMakers: model.decisionMakers.count,
            directions: options.map { $0.direction.engine },
            infeasible: model.infeasible.filter(\.isActive).map { numbers.formula($0.when) },
            preconditions: model.preconditions.compactMap { condition in
                numbers.index[condition.option].map {
                    .init(option: $0, isTaking: condition.taking, when: numbers.formula(condition.when))
                }
            },
            unseen: model.decisionMakers.map { maker in
                model.misperceived[maker.id].map { .any($0.map(numbers.formula)) }
            })
        guard !frame.feasible.isEmpty else {
            throw fail(.nothingFeasible, model.infeasible.first(where: \.isActive)?.place)
        }
        let statusQuo = model.statusQuo.reduce(0) { $0 | 1 << (numbers.index[$1] ?? 0) }
        guard !model.namesStatusQuo || frame.feasible.contains(statusQuo) else {
            throw fail(.statusQuoInfeasible(model.statusQuo), model.statusQuoPlace)
        }
        let orders = try orders(frame, numbers)
        let conflict = OptionConflict(frame, ranks: orders.map(\.ranks))
        let classes = model.coalesced.map(numbers.formula)
        if let clash = conflict.clash(in: classes) {
            func taken(_ state: Int) -> [String] {
                options.indices.filter { state >> $0 & 1 == 1 }.map { options[$0].id }
            }
            throw fail(
                .classNotConstant(
                    of: makers[clash.decisionMaker].id, taken(clash.first), taken(clash.second)))
        }
        let states =
            classes.isEmpty ? frame.feasible.count : frame.classes(classes).count
        return ConflictInputs(
            source: model,
            frame: ConflictFrame(
                decisionMakers: makers, options: options, stateNames: [], states: states,
                isCoalesced: !classes.isEmpty),
            options: conflict, classes: classes, origins: orders.map(\.origin), graph: nil, decimals: [],
            statusQuo: model.namesStatusQuo ? statusQuo : nil,
            rankingNumbers: usesRankings ? names(frame, numbers).number : [:], reading: choices.reading,
            listLimit: choices.listLimit)
    }

    private func fail(_ problem: ModelProblem, _ place: Place? = nil) -> ModelProblems {
        ModelProblems(problems: [(problem, place ?? model.place)])
    }

    private typealias Order = (ranks: StateRanks, origin: PreferenceOrigin)

    private func orders(_ frame: OptionModel, _ numbers: OptionNumbers) throws(ModelProblems) -> [Order] {
        var (orders, problems): ([Order], [(ModelProblem, Place)]) = ([], [])
        for maker in model.decisionMakers {
            do throws(ModelProblems) {
                orders.append(try order(maker, frame, numbers))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else { throw ModelProblems(problems: problems) }
        return orders
    }

    private func order(_ maker: StabilityModel.DecisionMaker, _ frame: OptionModel, _ numbers: OptionNumbers)
        throws(ModelProblems) -> Order
    {
        if let ranking = maker.ranking {
            let names = names(frame, numbers)
            let groups = try names.groups(of: ranking, maker)
            return (StateRanks(bestFirst: groups, states: frame.states), .ranking)
        }
        if !maker.preferences.isEmpty {
            let statements = maker.preferences.sorted { $0.key < $1.key }.map {
                PreferenceOrigin.Statement(
                    slot: $0.key, formula: numbers.formula($0.value.value.statement), held: $0.value)
            }
            if choices.reading == .strong, let low = strongBelowMild(statements) {
                throw ModelProblems(problems: [
                    (.strongBelowMild(of: maker.id, slot: low.slot), low.held.place)
                ])
            }
            return (StateRanks(prioritising: statements.map(\.formula), in: frame), .statements(statements))
        }
        if !maker.weights.isEmpty {
            return (StateRanks(weighing: try weights(maker, numbers), in: frame), .weights)
        }
        return (.indifferent(frame), .indifferent)
    }

    private var usesRankings: Bool { model.decisionMakers.contains { $0.ranking != nil } }

    private func names(_ frame: OptionModel, _ numbers: OptionNumbers) -> RankingNames {
        RankingNames(base, frame, numbers)
    }

    private func strongBelowMild(_ statements: [PreferenceOrigin.Statement]) -> PreferenceOrigin.Statement? {
        guard let mild = statements.firstIndex(where: { !$0.held.value.isStrong }) else { return nil }
        return statements[mild...].first { $0.held.value.isStrong }
    }

    private func weights(_ maker: StabilityModel.DecisionMaker, _ numbers: OptionNumbers)
        throws(ModelProblems)
        -> [Rational]
    {
        var exact = [Rational](repeating: 0, count: numbers.index.count)
        for (option, weight) in maker.weights.sorted(by: { $0.key < $1.key }) {
            guard case .constant(let value) = weight.value.form else {
                throw ModelProblems(problems: [(.weightNotExact(of: maker.id, option: option), weight.place)])
            }
            if let index = numbers.index[option] { exact[index] = value }
        }
        return exact
    }

    func graphForm() throws(ModelProblems) -> ConflictInputs {
        let number = Dictionary(uniqueKeysWithValues: model.states.enumerated().map { ($1, $0) })
        var orders: [Order] = []
        for maker in model.decisionMakers {
            guard let ranking = maker.ranking else {
                orders.append((StateRanks([UInt32](repeating: 1, count: model.states.count)), .indifferent))
                continue
            }
            let groups = try RankingNames(number).groups(of: ranking, maker)
            orders.append((StateRanks(bestFirst: groups, states: model.states.count), .ranking))
        }
        let moves = model.decisionMakers.map { maker in
            model.states.map { from in
                (model.moves[maker.id] ?? []).filter { $0.from == from && $0.to != from }
                    .compactMap { number[$0.to] }
            }
        }
        var inputs = ConflictInputs(
            source: model,
            frame: ConflictFrame(
                decisionMakers: makers, options: [], stateNames: model.states, states: model.states.count,
                isCoalesced: false),
            options: nil, classes: [], origins: orders.map(\.origin), graph: nil,
            decimals: Array(model.states.indices), statusQuo: model.statusQuo.first.flatMap { number[$0] },
            rankingNumbers: number,
            reading: choices.reading,
            listLimit: choices.listLimit)
        var graph = GraphModel(
            moves: moves,
            preferences: zip(orders, model.decisionMakers).map { order, maker in
                inputs.refined(StatePreference(order.ranks), maker)
            }, states: model.states.count)
        graph.reading = inputs.engineReading
        inputs.graph = graph
        return inputs
    }
}

extension StabilityModel.Direction {
    var engine: OptionModel.Direction {
        switch self {
        case .forward: .forward
        case .backward: .backward
        case .both: .both
        }
    }
}

extension StabilityModel.DecisionMaker {
    var hasNoPreference: Bool { preferences.isEmpty && ranking == nil && weights.isEmpty && !isIndifferent }
}

extension StabilityModel {
    /// Whether somebody said what is today; nothing taken is said with `none`.
    fileprivate var namesStatusQuo: Bool { statusQuoPlace != nil || !statusQuo.isEmpty }
}
