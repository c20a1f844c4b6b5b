public import CaseModel
import Engines
import Numbers

/// Which outcomes last, who would leave them and why, and how one gets there.
public struct StabilityFinding: Finding {
    public let question = Question.stability
    public let perspective: String?
    public let choices: Choices
    public let frame: ConflictFrame
    /// Per concept; simultaneous stability is missing where it has no meaning or was not decided.
    public let answers: [ConceptAnswer]
    /// The lasting outcomes as patterns, the largest first, under the strictest concept that has any of those asked.
    public let patterns: Patterns?
    public let warnings: [Warning]
    public let content: ContentCheck
    /// What everybody does today; `nil` in graph form without a status quo.
    public let today: StateReading?
    /// What everybody does in the state that was asked for.
    public let asked: StateReading?
    /// The states that conclusions of the authors speak of.
    public let named: [NamedState]
    /// How a branch differs from its parent.
    public let branching: Branching?
    public let ways: Ways?
    /// Today, the states named, the nearest lasting ones, and where people would go from them (Nash): enough for a picture.
    public let sketch: [StateReading]
    public let coalitions: [Coalition]?
    public let inverse: Inverse?
    public let authors: AuthorTable?
    public let confrontation: Confrontation?
    public let hinges: [DirectionHinge]
    public let robustness: Robustness?
    public let foresight: Foresight?
    public let goals: GoalAnswer?
    public let mixed: MixedAnswer?
    public let restsOn: Support
    public let method: Method
    public let limits: [Limit]
    public let passages: PassageBook

    /// States, as many as there are, the first of them by number.
    public struct StateList: Hashable, Sendable {
        public let count: Int
        public let decimals: [Int]
    }

    /// The answer under one concept.
    public struct ConceptAnswer: Hashable, Sendable {
        public let concept: Concept
        public let equilibria: StateList
        /// Per decision maker the states in which it stays.
        public let stable: [StateList]
    }

    /// States described together.
    public struct Pattern: Hashable, Sendable {
        public let taken: [String]
        public let notTaken: [String]
        /// Options that may be either way.
        public let open: [String]
        /// How many states it stands for that no larger pattern does.
        public let covers: Int
        /// The lowest of its states.
        public let first: Int
    }

    public struct Patterns: Hashable, Sendable {
        public let concept: Concept
        /// How many patterns were made, and whether they hold all lasting states.
        public let count: Int
        public let isComplete: Bool
        public let leading: [Pattern]
    }

    public enum Warning: Hashable, Sendable {
        case deadStatement(IdleStatement)
        case unrankedOption(String)
        case neverReacts(maker: Int)
        case noMove(maker: Int, states: Int)
        /// A ranking is in force, the statements are only kept.
        case rankingInForce(maker: Int)
    }

    /// Asks which outcomes of a view last.
    ///
    /// - Throws: ``NotAnswerable`` if there is no model, if somebody has no preferences, if the model contradicts itself or is too
    ///   large, or if what is asked for does not exist.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        let inputs = try prepareStability(view, choices)
        let states = try AskedStates(inputs, view, choices)
        try view.require(.stability, inputs.unfit(choices))
        let found = inputs.stableStates(StabilityConcept.sequential)
        let asksSimultaneous = (choices.concepts + choices.mixed.flatMap(\.concepts)).contains(.sim)
        let simultaneous = asksSimultaneous ? inputs.simultaneous() : .notAsked
        var answers = StabilityConcept.sequential.map { inputs.told($0, found[$0]!) }
        if case .decided(let sim) = simultaneous { answers.append(inputs.told(.sim, sim)) }
        let concepts = choices.concepts.filter { concept in answers.contains { $0.concept == concept } }
        let headline = Concept.strictestFirst.first { concept in
            concepts.contains(concept)
                && answers.contains { $0.concept == concept && $0.equilibria.count > 0 }
        }
        let content = inputs.contentCheck(found, seed: choices.seed)
        var lasting = headline.flatMap { found[StabilityConcept($0)]?.equilibria }
        if headline == .sim, case .decided(let sim) = simultaneous { lasting = sim.equilibria }
        let patterns = lasting.flatMap { inputs.patterns(of: $0, headline ?? .nash) }
        perspective = view.viewpoint.perspective
        method = .graphModel(isPlain: choices.reading == .plain)
        (self.choices, self.answers, self.patterns, self.content) = (choices, answers, patterns, content)
        frame = inputs.frame
        warnings = inputs.warnings(content)
        self.today = inputs.statusQuo.map { inputs.reading(of: inputs.classOf($0), concepts) }
        asked = states.asked.map { inputs.reading(of: $0, concepts) }
        let start = states.from ?? inputs.statusQuo.map(inputs.classOf)
        let joint = start.flatMap { JointWays(inputs, from: $0) }
        let today = inputs.statusQuo.map(inputs.classOf)
        named = inputs.namedStates(
            view.base, start == today ? joint : today.flatMap { JointWays(inputs, from: $0) })
        branching = inputs.branching(view, choices)
        ways = (inputs.frame.states > 1 << 18 && choices.from == nil ? nil : start).map {
            inputs.ways(from: $0, to: inputs.candidates(lasting), joint)
        }
        sketch = inputs.sketch(
            [today].compactMap { $0 } + named.compactMap { $0.outlook?.reading.state }
                + (ways?.destinations.prefix(1).map(\.state) ?? []))
        coalitions = try choices.withCoalitions ? inputs.coalitions(view) : nil
        inverse = states.inverse.map { inputs.inverse($0, concepts.first { $0 != .sim } ?? .nash) }
        let focus = states.asked ?? inputs.statusQuo
        authors = inputs.needsGraph ? nil : focus.flatMap { authorTable($0, view, inputs.frame, choices) }
        confrontation = inputs.confrontation
        hinges = focus.map { inputs.directionHinges($0) } ?? []
        robustness =
            choices.withRobustness ? Findings.robustness(focus, view, inputs, choices) : nil
        foresight = inputs.foresight
        goals = inputs.answer(states.goals)
        var all = found
        if case .decided(let sim) = simultaneous { all[.sim] = sim }
        mixed = inputs.mixed(choices.mixed, all)
        restsOn = Support(inputs.source.bases, taking: view.seen.take.sources)
        passages = view.passages
        limits = inputs.limits(simultaneous, content, choices) + restsOn.limits(passages) + view.limits
    }
}

extension ConflictInputs {
    /// Whether simultaneous stability was decided.
    enum Simultaneous {
        case notAsked
        /// It belongs to options, without classes and other readings of preferences.
        case undefined
        case budgetSpent
        case decided(StableStates)
    }

    func simultaneous() -> Simultaneous {
        guard let options, !needsGraph else { return .undefined }
        var budget = Budget(Self.simultaneousBudget)
        return options.simultaneouslyStableStates(&budget).map { .decided($0) } ?? .budgetSpent
    }

    func told(_ concept: StabilityConcept, _ states: StableStates) -> StabilityFinding.ConceptAnswer {
        .init(
            concept: .init(concept), equilibria: list(states.equilibria), stable: states.stable.map(list))
    }

    func list(_ set: StateSet) -> StabilityFinding.StateList {
        .init(count: set.count, decimals: set.first(listLimit).map(decimal))
    }

    func patterns(of set: StateSet, _ concept: StabilityFinding.Concept) -> StabilityFinding.Patterns? {
        guard let options, !needsGraph else { return nil }
        let patterns = options.model.patterns(of: set, limit: StabilityFinding.patternLimit)
        let all = frame.options.map(\.id)
        func ids(_ bits: Int) -> [String] { all.indices.filter { bits >> $0 & 1 == 1 }.map { all[$0] } }
        return StabilityFinding.Patterns(
            concept: concept, count: patterns.count,
            isComplete: patterns.count < StabilityFinding.patternLimit,
            leading: patterns.prefix(StabilityFinding.shownPatterns).map { pattern in
                // What is open only because the other way cannot be is told as it is.
                let own = set.members.filter { $0 & pattern.fixed == pattern.taken }
                let always = own.reduce(~0) { $0 & $1 }
                let never = ~own.reduce(0) { $0 | $1 }
                return .init(
                    taken: ids(always), notTaken: ids(never), open: ids(~always & ~never),
                    covers: pattern.covers, first: own.first ?? pattern.taken)
            })
    }

    /// The lasting outcomes among which the nearest are looked for.
    func candidates(_ lasting: StateSet?) -> [Int] {
        guard let lasting else { return [] }
        return lasting.first(10_000).map(decimal)
    }
}

extension StabilityFinding {
    /// How many patterns are told.
    static let shownPatterns = 12
    /// How many patterns are made.
    static let patternLimit = 2_000
}
