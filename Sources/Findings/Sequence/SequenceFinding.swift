public import CaseModel
import Engines
public import Numbers

/// In which order a settlement could be carried out so that nobody gains by stopping or cheating.
public struct SequenceFinding: Finding {
    public let question = Question.sequence
    public let perspective: String?
    public let choices: Choices
    public let steps: [TakenStep]
    public let leftOut: [LeftOutStep]
    public let parties: [Party]
    public let numbers: [PlanNumber]
    public let orders: AllOrders
    /// The least exposed order before each of its steps.
    public let leading: JudgedOrder
    /// The order that was asked about.
    public let asked: JudgedOrder?
    /// Two steps, one before the other against the other way round; `nil` if nobody names a pair.
    public let comparison: Comparison?
    /// `nil` if no step says anything of time.
    public let times: Times?
    public let conclusions: [ConclusionAnswer]
    public let restsOn: Support
    public let method = Method.stepOrders
    public let limits: [Limit]
    public let passages: PassageBook
    /// Names of those who act, gain, lose or could spoil something.
    public let actors: [Actor]
    public let issues: [Agenda.Issue]

    /// Who acts, gains or loses something, and whether the whole is worth it.
    public struct Party: Hashable, Sendable {
        public let id: String
        public let name: Label
        /// The steps in which it acts.
        public let acts: [String]
        /// What all steps together bring it, at the points and in the ranges.
        public let total: Rational
        public let range: Interval
        /// By what factor the value of completion shrinks with each step that is left.
        public let discount: Rational
        /// Whether no number says anything of it: it counts as indifferent.
        public let isWithoutNumbers: Bool

        /// Whether it would rather have the whole than nothing: for all numbers, for none, or for some.
        public var begins: Certainty {
            range.low >= 0 ? .always : range.high < 0 ? .never : .sometimes([:])
        }
    }

    /// A number of the plan with what it rests on.
    public struct PlanNumber: Hashable, Sendable {
        public let name: NumberName
        public let quantity: Quantity
        public let value: Rational
        public let isMidpoint: Bool
        public let basis: Basis
    }
}

extension SequenceFinding {
    /// Looks for orders that nobody gains by leaving.
    ///
    /// - Throws: ``NotAnswerable`` if there are no steps, or the question names what is not there.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        let first = view.case.steps.first
        try view.require(.sequence, first == nil ? [.steps] : [])
        do throws(SequenceProblem) {
            let selection = try StepSelection(view.case, choices.steps)
            let frame = try SequenceFrame(selection.taken.map(\.step), view.case, choices)
            try self.init(view, choices, selection, frame)
        } catch {
            throw NotAnswerable(
                question: .sequence, perspective: view.viewpoint.perspective,
                missing: [.sequence(error, error.isOfQuestion ? nil : first?.place)])
        }
    }

    private init(
        _ view: View, _ choices: Choices, _ selection: StepSelection, _ frame: SequenceFrame
    ) throws(SequenceProblem) {
        perspective = view.viewpoint.perspective
        (self.choices, steps, leftOut) = (choices, selection.taken, selection.leftOut)
        parties = frame.parties.indices.map { Party(frame, $0, view.case) }
        numbers = frame.numbers.map {
            let (value, isMidpoint) = $0.quantity.pointOrMidpoint
            return PlanNumber(
                name: $0.name, quantity: $0.quantity, value: value, isMidpoint: isMidpoint, basis: $0.basis)
        }
        let known = view.case.steps.map(\.id)
        var order: [Int]?
        if let names = choices.order { order = try frame.order(names, known: known) }
        orders = try frame.allOrders()
        let least = try frame.order(orders.least.order, known: known)
        leading = try frame.judged(least, choices)
        if let order { asked = try frame.judged(order, choices) } else { asked = nil }
        let disputed = view.disputedPair(among: selection.taken.map(\.id))
        if let pair = choices.compare ?? disputed?.pair {
            let (one, other) = (
                try frame.place(pair[0], known: known), try frame.place(pair[1], known: known)
            )
            if one == other { throw .sameStep(pair[0]) }
            comparison = try frame.comparison(
                one, other, choices, conclusion: choices.compare == nil ? disputed?.conclusion : nil)
        } else {
            comparison = nil
        }
        times = try frame.times(order ?? least, asOf: view.case.frame.asOf)
        conclusions = view.conclusions(choices)
        restsOn = Support(
            frame.numbers.map { ($0.basis, $0.place) } + frame.steps.map { ($0.basis, $0.place) },
            taking: view.seen.take.sources)
        passages = view.passages
        let midpoints = numbers.count(where: \.isMidpoint)
        let silent = parties.filter(\.isWithoutNumbers).map(\.id)
        let games = frame.steps.flatMap { step in step.gameTemptations.map { "\(step.id): \($0)" } }
        limits =
            (midpoints > 0 ? [.midpoints(midpoints, of: numbers.count)] : [])
            + (silent.isEmpty ? [] : [.withoutNumbers(silent)])
            + (games.isEmpty ? [] : [.gameTemptations(games)]) + restsOn.limits(passages) + view.limits
        (actors, issues) = (view.case.actors, view.case.issues)
    }
}

extension SequenceFinding.Party {
    fileprivate init(_ frame: SequenceFrame, _ party: Int, _ theCase: Case) {
        id = frame.parties[party]
        name = theCase.actor(id)?.name ?? Label(en: id, de: id)
        acts = frame.steps.filter { [id] in $0.by.contains(id) }.map(\.id)
        total = frame.plan.continuation(of: party, stepsLeft: 0)
        discount = frame.plan.discounts[party]
        let own = frame.numbers.filter { $0.number.party == party }
        isWithoutNumbers = own.isEmpty
        range = own.reduce(Interval(0)) { sum, entry in
            switch entry.number {
            case .give: sum + entry.quantity.range
            case .cost: sum - entry.quantity.range
            case .start, .temptation, .bonus, .discount: sum
            }
        }
    }
}

extension Step {
    /// Temptations that a game would have to give, as `ru (guarantee.testing)`.
    fileprivate var gameTemptations: [String] {
        temptation.sorted { $0.key < $1.key }.compactMap { actor, held in
            if case .game(let name) = held.value { "\(actor) (\(name))" } else { nil }
        }
    }
}
