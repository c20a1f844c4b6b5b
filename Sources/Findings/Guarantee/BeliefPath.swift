public import CaseModel
public import Numbers

extension GuaranteeFinding {
    /// How a belief moves from event to event by Bayes' rule, and at which belief somebody acts otherwise.
    public struct BeliefPath: Sendable {
        public let game: String
        public let title: Label
        public let parameter: SolveFinding.ParameterValue
        public let names: GameNames
        /// The events that the viewpoint's sources tell, by date.
        public let steps: [BeliefStep]
        /// The beliefs at which the answer that turns on it changes.
        public let thresholds: [SolveFinding.Threshold]
    }

    /// An event and the belief after it.
    public struct BeliefStep: Sendable {
        public let event: Event
        public let ratio: Quantity
        public let basis: Basis
        /// From the points, and between the least and the greatest that the ranges allow.
        public let belief: Rational
        public let range: Interval
    }
}

extension GuaranteeFinding.BeliefPath {
    /// - Returns: `nil` if the game has no events that the viewpoint sees, or if they cannot be used.
    init?(_ model: GameModel, _ view: View, _ choices: GuaranteeFinding.Choices) throws(Refused) {
        guard let signals = model.signals else { return nil }
        let bench = try TrialBench(model, choices)
        guard let parameter = bench.parameters.first(where: { $0.name == signals.parameter }),
            let turns = bench.asks.first(where: { $0.ask.name == signals.turns })?.meaning,
            let chosen = bench.prepared.combinations(signals.given).first
        else { return nil }
        guard Interval(0, 1).contains(parameter.quantity.range) else {
            throw Refused(problem: .noBelief(parameter.name, parameter.quantity.range), place: model.place)
        }
        var (belief, range) = (parameter.value, parameter.quantity.range)
        steps = model.signals(seenFrom: view).map { signal, event in
            let ratios = signal.ratio.range
            belief = Self.posterior(belief, signal.ratio.pointOrMidpoint.value)
            range = Interval(Self.posterior(range.low, ratios.low), Self.posterior(range.high, ratios.high))
            return .init(event: event, ratio: signal.ratio, basis: signal.basis, belief: belief, range: range)
        }
        guard !steps.isEmpty else { return nil }
        // The belief may be anything; the other numbers stand at their points.
        let parameters = bench.parameters.map { one in
            SolveFinding.ParameterValue(
                name: one.name, label: one.label,
                quantity: one.name == parameter.name
                    ? Quantity(.pointInRange(one.value, Interval(0, 1))) : Quantity(.constant(one.value)),
                value: one.value, isMidpoint: one.isMidpoint)
        }
        thresholds =
            ThresholdSearch(bench.prepared, parameters, chosen, watching: turns.sets).thresholds() ?? []
        (game, title) = (model.id, model.name ?? Label(en: model.id, de: model.id))
        (self.parameter, names) = (parameter, bench.prepared.names)
    }

    /// Bayes' rule in odds: the odds after an event are the odds before it times the ratio of likelihoods.
    private static func posterior(_ prior: Rational, _ ratio: Rational) -> Rational {
        prior * ratio / (prior * ratio + 1 - prior)
    }
}

extension GameModel {
    /// The signals that the viewpoint's sources tell of events that it sees, by date.
    fileprivate func signals(seenFrom view: View) -> [(Signal, Event)] {
        let taken = view.seen.take.sources
        let seen = (signals?.events ?? []).compactMap { signal -> (Signal, Event)? in
            let isTold =
                taken.isEmpty || signal.basis.citations.contains { taken.contains($0.source) }
            guard isTold, let event = view.case.events.first(where: { $0.id == signal.event }) else {
                return nil
            }
            return (signal, event)
        }
        return seen.enumerated().sorted {
            ($0.element.1.on?.first ?? .min, $0.offset) < ($1.element.1.on?.first ?? .min, $1.offset)
        }.map(\.element)
    }
}
