import CaseModel
import Engines
import Numbers

/// A conflict in numbers with the names that they stand for; sweeps change the ranks alone.
struct ConflictInputs: Sendable {
    let source: StabilityModel
    let frame: ConflictFrame
    /// In option form the model and the orders; `nil` in graph form.
    let options: OptionConflict?
    let classes: [StateFormula]
    /// What each decision maker's order comes from.
    let origins: [PreferenceOrigin]
    /// The graph: always in graph form; in option form only where tables are needed (``withGraph()``).
    var graph: GraphModel?
    /// The number by which a state of the graph is known to readers.
    var decimals: [Int]
    /// The state of the graph for a pattern; empty in graph form.
    var graphState: [Int] = []
    /// The state of today; `nil` if the case names none.
    let statusQuo: Int?
    /// What a ranking may name: ordinals of the patterns that are feasible without anything laid over, or names of states.
    let rankingNumbers: [String: Int]
    let reading: StabilityFinding.Reading
    /// The largest number of states of one list of an answer.
    let listLimit: Int

    /// Whether the answers need the graph: named states, classes, moves that hang on own options, or another reading.
    var needsGraph: Bool {
        options == nil || !classes.isEmpty || !(options?.model.isTransitive ?? false) || reading != .plain
    }

    /// Whether tables of states per state and coalition fit into a quarter of a gigabyte, and the moves into lists.
    var fitsCoalitionTables: Bool {
        let (states, makers) = (frame.states, source.decisionMakers.count)
        guard states <= GraphModel.tableLimit, makers <= 16, states * movesPerState <= 1 << 22 else {
            return false
        }
        return (states * states / 8) << makers <= 1 << 28
    }

    /// Whether tables for one question at a time fit.
    var fitsTables: Bool {
        frame.states <= GraphModel.tableLimit && frame.states * movesPerState <= 1 << 22
    }

    /// At most so many moves lead out of a state; in graph form they are listed anyhow.
    private var movesPerState: Int {
        guard let options else { return 1 }
        return source.decisionMakers.indices.reduce(0) {
            $0 + 1 << options.model.mask(of: $1).nonzeroBitCount
        }
    }

    /// The conflict that questions are asked of.
    var conflict: any Conflict { needsGraph ? graph! : options! }

    func index(_ decimal: Int) -> Int { needsGraph && options != nil ? graphState[decimal] : decimal }

    func decimal(_ index: Int) -> Int { needsGraph ? decimals[index] : index }
}

/// Where an order of states comes from.
enum PreferenceOrigin: Hashable, Sendable {
    case statements([Statement])
    case ranking
    case weights
    case indifferent

    struct Statement: Hashable, Sendable {
        let slot: Int
        let formula: StateFormula
        let held: Held<StabilityModel.Preference>
    }

    var statements: [Statement] {
        if case .statements(let list) = self { list } else { [] }
    }
}

extension ConflictInputs {
    /// The stable states under the concepts of sequences, as a reader numbers them.
    func stableStates(_ concepts: [StabilityConcept]) -> [StabilityConcept: StableStates] {
        needsGraph ? graph!.stableStates(concepts) : options!.stableStates(concepts)
    }

    /// The same with the graph at hand.
    func withGraph() -> ConflictInputs {
        guard graph == nil, let options else { return self }
        var inputs = self
        let expanded = options.expanded(coalescing: classes)
        inputs.decimals = expanded.patterns.map { $0[0] }
        inputs.graphState = expanded.state
        let numbered = inputs
        inputs.graph = GraphModel(
            moves: expanded.graph.moves,
            preferences: expanded.graph.preferences.enumerated().map { numbered.refine($1, $0) },
            states: expanded.graph.states, isTransitive: expanded.graph.isTransitive)
        inputs.graph!.reading = engineReading
        return inputs
    }

    /// What statements say of strength and of ignorance, over the states of the graph.
    private func refine(_ preference: StatePreference, _ i: Int) -> StatePreference {
        guard case .statements(let statements) = origins[i] else {
            return refined(preference, source.decisionMakers[i])
        }
        let strong = statements.filter(\.held.value.isStrong).map(\.formula)
        let isUnknown = reading.isUnknown && statements.contains { !$0.held.value.isKnown }
        var coarse: StateRanks?
        if !strong.isEmpty, let model = options?.model {
            let ranks = StateRanks(prioritising: strong, in: model)
            coarse = StateRanks(decimals.map { ranks[$0] })
        }
        return StatePreference(
            preference.ranks, strong: coarse,
            unknown: isUnknown ? unknownRows(statements, decimals) : nil)
    }

    /// Two states whose first difference is a statement of unknown direction are not ordered.
    private func unknownRows(_ statements: [PreferenceOrigin.Statement], _ decimals: [Int]) -> [StateSet] {
        let count = decimals.count
        let columns = statements.map { statement in
            StateSet((0..<count).filter { statement.formula.holds(in: decimals[$0]) }, states: count)
        }
        return (0..<count).map { s in
            var (row, alike) = (StateSet(states: count), StateSet(states: count, full: true))
            for (statement, column) in zip(statements, columns) {
                var agreeing = alike
                if column.contains(s) { agreeing.formIntersection(column) } else { agreeing.subtract(column) }
                if !statement.held.value.isKnown {
                    var differing = alike
                    differing.subtract(agreeing)
                    row.formUnion(differing)
                }
                alike = agreeing
            }
            return row
        }
    }

    /// What a ranking says of strength and of ignorance.
    func refined(_ preference: StatePreference, _ maker: StabilityModel.DecisionMaker) -> StatePreference {
        guard let ranking = maker.ranking else { return preference }
        let names = rankingNumbers
        let place = Dictionary(uniqueKeysWithValues: decimals.enumerated().map { ($1, $0) })
        func number(_ token: String) -> Int? { names[token].flatMap { place[$0] } }
        var coarse: StateRanks?
        if !ranking.strongBreaks.isEmpty {
            var values = [UInt32](repeating: 1, count: decimals.count)
            for (position, group) in ranking.groups.enumerated() {
                let level = ranking.strongBreaks.count { $0 > position }
                for state in group.compactMap(number) { values[state] = UInt32(level + 1) }
            }
            coarse = StateRanks(values)
        }
        var rows: [StateSet]?
        if reading.isUnknown, !maker.unknown.isEmpty {
            var unknown = (0..<decimals.count).map { _ in StateSet(states: decimals.count) }
            for group in maker.unknown.map({ $0.compactMap(number) }) {
                for s in group { for t in group where s != t { unknown[s].insert(t) } }
            }
            rows = unknown
        }
        return StatePreference(preference.ranks, strong: coarse, unknown: rows)
    }

    var engineReading: StabilityReading {
        switch reading {
        case .plain: .plain
        case .unknownA: .unknown(.a)
        case .unknownB: .unknown(.b)
        case .unknownC: .unknown(.c)
        case .unknownD: .unknown(.d)
        case .strong: .strong
        case .attitudes:
            .attitudes(
                source.decisionMakers.map { maker in
                    source.decisionMakers.map { other in
                        switch maker.attitudes[other.id] {
                        case .positive: .positive
                        case .negative: .negative
                        case .neutral: .neutral
                        case nil: other.id == maker.id ? .positive : .neutral
                        }
                    }
                })
        }
    }
}
