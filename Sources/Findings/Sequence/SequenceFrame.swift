import CaseModel
import Engines
import Numbers

/// The steps that are taken as a plan in numbers, with what every number is called and how far it reaches.
struct SequenceFrame: Sendable {
    let steps: [Step]
    /// By id, in the order of the actors.
    let parties: [String]
    /// The numbers that the case or the question gives.
    let numbers: [Entry]
    let plan: StepPlan
    let guarantee: StepGuarantee?

    struct Entry: Sendable {
        let number: StepNumber
        let name: SequenceFinding.NumberName
        let quantity: Quantity
        let basis: Basis
        let place: Place
    }

    /// - Throws: What cannot be made a plan.
    init(
        _ steps: [Step], _ theCase: Case, _ choices: SequenceFinding.Choices
    ) throws(SequenceProblem) {
        let named = Set(steps.flatMap { $0.by + $0.numbered })
        let parties = theCase.actors.map(\.id).filter(named.contains)
        (self.steps, self.parties) = (steps, parties)
        numbers = Self.numbers(steps, parties)
        if numbers.isEmpty { throw .noNumbers }
        if steps.count > 64 { throw .tooManySteps(steps.count) }
        guard choices.guarantee >= 0 else { throw .wrongGuarantee }
        guarantee =
            choices.guarantee > 0 ? StepGuarantee(costs: parties.map { _ in choices.guarantee }) : nil
        let discounts = try Self.discounts(parties, choices)
        let acting = Set(steps.flatMap(\.by).compactMap { parties.firstIndex(of: $0) })
        do {
            plan = try StepPlan(
                start: parties.map { _ in 0 },
                steps: Self.planSteps(steps, parties, numbers), discounts: discounts,
                asked: choices.onlyActors ? .onlyActors : .actorsAnd(breakers: acting))
        } catch {
            throw SequenceProblem(error, steps)
        }
    }

    private static func discounts(
        _ parties: [String], _ choices: SequenceFinding.Choices
    ) throws(SequenceProblem) -> [Rational] {
        for (name, factor) in choices.discounts.sorted(by: { $0.key < $1.key }) {
            guard parties.contains(name) else { throw .unknownParty(name, known: parties) }
            guard factor >= 0, factor <= 1 else { throw .wrongDiscount(name) }
        }
        return parties.map { choices.discounts[$0] ?? 1 }
    }

    private static func numbers(_ steps: [Step], _ parties: [String]) -> [Entry] {
        parties.enumerated().flatMap { party, id in
            steps.enumerated().flatMap { place, step -> [Entry] in
                func entry(_ held: Held<Quantity>?, _ kind: SequenceFinding.NumberKind, _ number: StepNumber)
                    -> Entry?
                {
                    held.map {
                        Entry(
                            number: number, name: .init(kind: kind, step: step.id, party: id),
                            quantity: $0.value, basis: $0.basis, place: $0.place)
                    }
                }
                return [
                    entry(step.gives[id], .gives, .give(step: place, party: party)),
                    entry(step.costs[id], .costs, .cost(step: place, party: party)),
                    entry(step.temptation(of: id), .temptation, .temptation(step: place, party: party)),
                ].compactMap { $0 }
            }
        }
    }

    private static func planSteps(_ steps: [Step], _ parties: [String], _ numbers: [Entry]) -> [PlanStep] {
        let zero = parties.map { _ in Rational.zero }
        var made = steps.map { step in
            PlanStep(
                actors: step.by.compactMap { parties.firstIndex(of: $0) },
                after: step.after.compactMap { id in steps.firstIndex { $0.id == id } }, gives: zero,
                costs: zero)
        }
        for entry in numbers {
            let value = entry.quantity.pointOrMidpoint.value
            switch entry.number {
            case .give(let step, let party): made[step].gives[party] = value
            case .cost(let step, let party): made[step].costs[party] = value
            case .temptation(let step, let party): made[step].temptations[party] = .increment(value)
            case .start, .bonus, .discount: break
            }
        }
        return made
    }

    /// The numbers that are not known exactly.
    func ranges() throws(SequenceProblem) -> StepRanges {
        let wide = numbers.filter { !$0.quantity.range.isPoint }.map { ($0.number, $0.quantity.range) }
        return try asked { () throws(StepProblem) in
            try StepRanges(plan, ranges: Dictionary(wide) { first, _ in first }, under: guarantee)
        }
    }

    /// The plan with one more step to wait for; `nil` if that closes a circle.
    func plan(_ before: Int, before after: Int, of plan: StepPlan? = nil) throws(SequenceProblem) -> StepPlan?
    {
        let plan = plan ?? self.plan
        var steps = plan.steps
        steps[after].after.append(before)
        do {
            return try StepPlan(
                start: plan.start, steps: steps, bonuses: plan.bonuses, discounts: plan.discounts,
                asked: plan.asked)
        } catch .cycle {
            return nil
        } catch {
            throw SequenceProblem(error, self.steps)
        }
    }

    /// The search over all orders of a plan.
    func search(_ plan: StepPlan) throws(SequenceProblem) -> OrderSearch {
        guard let search = try asked({ () throws(StepProblem) in try OrderSearch(plan) }) else {
            throw .tooManyOrders
        }
        return search
    }

    /// What an engine answers, its refusals in the names of the case.
    func asked<Answer>(_ body: () throws(StepProblem) -> Answer) throws(SequenceProblem) -> Answer {
        do {
            return try body()
        } catch {
            throw SequenceProblem(error, steps)
        }
    }

    func ids(_ order: [Int]) -> [String] { order.map { steps[$0].id } }

    /// The place of a step that is taken.
    func place(_ id: String, known: [String]) throws(SequenceProblem) -> Int {
        if let place = steps.firstIndex(where: { $0.id == id }) { return place }
        throw known.contains(id) ? .notTaken(id, taken: steps.map(\.id)) : .unknownStep(id, known: known)
    }

    /// What a number of the plan is called.
    func name(_ number: StepNumber) -> SequenceFinding.NumberName {
        if let entry = numbers.first(where: { $0.number == number }) { return entry.name }
        let party = parties[number.party]
        return switch number {
        case .give(let step, _): .init(kind: .gives, step: steps[step].id, party: party)
        case .cost(let step, _): .init(kind: .costs, step: steps[step].id, party: party)
        case .temptation(let step, _): .init(kind: .temptation, step: steps[step].id, party: party)
        case .start, .bonus, .discount: .init(kind: .discount, step: nil, party: party)
        }
    }

    /// The numbers that may change in a flip: those of the case, and factors that are set.
    func movable(_ choices: SequenceFinding.Choices) -> [StepNumber] {
        numbers.map(\.number)
            + parties.indices.filter { choices.discounts[parties[$0]] != nil }.map { .discount(party: $0) }
    }
}

extension Step {
    /// Who has a number in the step.
    var numbered: [String] {
        Array(gives.keys) + Array(costs.keys)
            + temptation.filter { if case .quantity = $0.value.value { true } else { false } }.keys
    }

    /// What cheating adds for a party, where that is a number.
    func temptation(of party: String) -> Held<Quantity>? {
        guard let held = temptation[party], case .quantity(let number) = held.value else { return nil }
        return Held(number, basis: held.basis, place: held.place)
    }
}

extension SequenceProblem {
    /// What an engine refuses, in the names of the case.
    init(_ problem: StepProblem, _ steps: [Step]) {
        switch problem {
        case .tooManySteps: self = .tooManySteps(steps.count)
        case .cycle(let circle): self = .circle(circle.map { steps[$0].id })
        case .notAnOrder: self = .notAnOrder(missing: [], repeated: [])
        case .breaksPrecedence(let step):
            self = .breaksPrecedence(steps[step].id, waitsFor: steps[step].after)
        case .wrongGuarantee: self = .wrongGuarantee
        case .noParty, .noStep, .noHolding, .unknownParty, .unknownStep, .wrongNumbers, .wrongBonus,
            .wrongDiscount, .tooLarge, .unknownNumber:
            self = .tooFine
        case .wrongTimes: self = .tooLong
        }
    }
}
