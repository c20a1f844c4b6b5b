import CaseModel
import Engines

extension ConflictInputs {
    /// What is asked and has no meaning for this model and reading.
    func unfit(_ choices: StabilityFinding.Choices) -> [NotAnswerable.Missing] {
        var problems: [ModelProblem] = []
        if needsGraph, choices.concepts == [.sim] || choices.withRobustness { problems.append(.needsOptions) }
        if needsGraph, choices.mixed.contains(where: { $0.concepts.contains(.sim) }) {
            problems.append(.needsOptions)
        }
        let known = source.decisionMakers.map(\.id)
        problems += choices.mixed.map(\.maker).filter { !known.contains($0) }.map {
            .unknownDecisionMaker($0, nearest: nearestName(to: $0, among: known))
        }
        if choices.concepts == [.sim], choices.inverse != nil { problems.append(.needsSequences) }
        if reading != .plain, choices.inverse != nil || !choices.goals.isEmpty || choices.withCoalitions {
            problems.append(.needsPlainReading)
        }
        return problems.map { .model($0, source.place) }
    }

    /// What a file says about preferences beyond their order.
    private func has(_ nuance: StabilityFinding.Nuance) -> Bool {
        source.decisionMakers.contains { maker in
            switch nuance {
            case .ignorance: !maker.unknown.isEmpty || maker.preferences.values.contains { !$0.value.isKnown }
            case .strength:
                !(maker.ranking?.strongBreaks.isEmpty ?? true)
                    || maker.preferences.values.contains { $0.value.isStrong }
            case .attitudes: !maker.attitudes.isEmpty
            }
        }
    }

    /// What the file says and this reading does not take into account.
    private var unread: [StabilityFinding.Nuance] {
        let taken: StabilityFinding.Nuance? =
            switch reading {
            case .plain: nil
            case .unknownA, .unknownB, .unknownC, .unknownD: .ignorance
            case .strong: .strength
            case .attitudes: .attitudes
            }
        return StabilityFinding.Nuance.allCases.filter { $0 != taken && has($0) }
    }

    func warnings(_ content: StabilityFinding.ContentCheck) -> [StabilityFinding.Warning] {
        content.idle.filter { $0.reason != .changesNothing }.map { .deadStatement($0) }
            + content.unranked.map { .unrankedOption($0) }
            + content.neverReacting.map { .neverReacts(maker: $0) }
            + content.withoutMove.enumerated().filter { $1 > 0 }.map { .noMove(maker: $0, states: $1) }
            + source.decisionMakers.enumerated()
            .filter { $1.ranking != nil && !$1.preferences.isEmpty }.map { .rankingInForce(maker: $0.offset) }
    }

    func limits(
        _ simultaneous: Simultaneous, _ content: StabilityFinding.ContentCheck,
        _ choices: StabilityFinding.Choices
    ) -> [Limit] {
        var limits: [Limit] = []
        switch simultaneous {
        case .budgetSpent: limits.append(.simultaneousNotDecided(tried: Self.simultaneousBudget))
        case .undefined: limits.append(.simultaneousNotDefined)
        case .notAsked, .decided: break
        }
        if !unread.isEmpty { limits.append(.leftUnread(unread)) }
        if reading == .strong, !has(.strength) { limits.append(.nothingStrong) }
        if content.isPremiseFree { limits.append(.answersWithoutPremises) }
        if frame.states > 1 << 18, choices.from == nil { limits.append(.waysLeftOut(states: frame.states)) }
        if !fitsCoalitionTables {
            limits.append(.tablesLeftOut(states: frame.states, limit: GraphModel.tableLimit))
        }
        return limits
    }
}

extension StabilityModel {
    /// What the model rests on.
    var bases: [(basis: Basis, place: Place)] {
        var bases = options.filter(\.isModelled).map { ($0.basis, $0.place) }
        for maker in decisionMakers {
            bases += maker.preferences.sorted { $0.key < $1.key }.map { ($0.value.basis, $0.value.place) }
            bases += maker.weights.sorted { $0.key < $1.key }.map { ($0.value.basis, $0.value.place) }
        }
        bases += infeasible.filter(\.isActive).map { ($0.basis, $0.place) }
        return bases + preconditions.map { ($0.basis, $0.place) }
    }
}
