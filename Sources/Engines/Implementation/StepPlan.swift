public import Numbers

/// What a party gets by cheating at a step.
public enum StepTemptation: Hashable, Sendable {
    /// So much on top of what the party holds before the step.
    case increment(Rational)
    /// So much in all, whatever the party holds.
    case absolute(Rational)

    /// The number that stands in it.
    public var amount: Rational {
        switch self {
        case .increment(let amount), .absolute(let amount): amount
        }
    }
}

/// One step of the implementation of an agreement.
public struct PlanStep: Hashable, Sendable {
    /// The parties that must act for the step to be done.
    public var actors: [Int]
    /// The steps that must be done before.
    public var after: [Int]
    /// What the step brings each party once it is done.
    public var gives: [Rational]
    /// What it takes from each party.
    public var costs: [Rational]
    /// What a party gets by cheating here. A party that does not act and has a temptation is a spoiler.
    public var temptations: [Int: StepTemptation]

    public init(
        actors: [Int], after: [Int] = [], gives: [Rational], costs: [Rational],
        temptations: [Int: StepTemptation] = [:]
    ) {
        (self.actors, self.after, self.gives, self.costs) = (actors, after, gives, costs)
        self.temptations = temptations
    }
}

/// What several steps bring together, beyond what each brings alone.
///
/// A treaty is worth less to a side that has already given up its leverage: a negative amount for both steps.
public struct StepBonus: Hashable, Sendable {
    public var steps: Set<Int>
    /// What is added for each party once all of them are done.
    public var amounts: [Rational]

    public init(steps: Set<Int>, amounts: [Rational]) { (self.steps, self.amounts) = (steps, amounts) }
}

/// Who is asked before each step whether it would rather not go on.
public enum AskedParties: Hashable, Sendable {
    /// The parties that act at the next step, those that could break off the whole, and spoilers of the next step.
    case actorsAnd(breakers: Set<Int>)
    /// The parties that act at the next step.
    case onlyActors
}

/// What cannot be made a plan of steps, or asked of one.
public enum StepProblem: Error, Hashable, Sendable {
    case noParty
    case noStep
    /// More than 64 steps.
    case tooManySteps
    /// It is not known what a party has before the first step.
    case noHolding(party: Int)
    /// A step, bonus or list names a party that is not there.
    case unknownParty(Int)
    /// A step or bonus names a step that is not there.
    case unknownStep(Int)
    /// A step has not one give and one cost for each party.
    case wrongNumbers(step: Int)
    /// A bonus has not one amount for each party, or no step.
    case wrongBonus(Int)
    /// There are not as many discount factors as parties, or one is not from 0 to 1.
    case wrongDiscount
    /// Each of these steps must come after the one before it, and the first after the last.
    case cycle([Int])
    /// The numbers are too large or too finely divided for exact sums in machine words.
    case tooLarge
    /// A list of steps that does not name each step once.
    case notAnOrder
    /// An order in which a step comes before one that it needs.
    case breaksPrecedence(step: Int)
    /// A number that the plan does not have.
    case unknownNumber(StepNumber)
    /// Durations, deadlines or expiries that are not one for each step, or negative.
    case wrongTimes
    /// A guarantee that is negative, or not one number for each party.
    case wrongGuarantee
}

/// Steps that lead from an agreement to its completion, and what each party holds on the way.
///
/// One step is one period. What a party holds after a set of steps is its start, what those steps give less what they
/// cost, and the bonuses of the steps done together.
///
/// - Source: Axelrod, *The Evolution of Cooperation* (1984); Fearon, *Commitment problems and the spread of ethnic
///   conflict* (1998); Walter, *Committing to Peace* (2002), for why promised steps are not taken.
public struct StepPlan: Hashable, Sendable {
    /// What each party has before the first step.
    public internal(set) var start: [Rational]
    public internal(set) var steps: [PlanStep]
    public internal(set) var bonuses: [StepBonus]
    /// By what factor each party's value of completion shrinks with each step that is left.
    public internal(set) var discounts: [Rational]
    public let asked: AskedParties

    public var parties: Int { start.count }

    /// A start that is not known is `nil`, and refused. Without discount factors they are 1; those who act are asked, and
    /// everybody may break off, unless something else is given.
    ///
    /// - Throws: The first thing that is wrong.
    public init(
        start: [Rational?], steps: [PlanStep], bonuses: [StepBonus] = [], discounts: [Rational]? = nil,
        asked: AskedParties? = nil
    ) throws(StepProblem) {
        if start.isEmpty { throw .noParty }
        if steps.isEmpty { throw .noStep }
        if steps.count > 64 { throw .tooManySteps }
        if let party = start.firstIndex(of: nil) { throw .noHolding(party: party) }
        self.start = start.compactMap { $0 }
        (self.steps, self.bonuses) = (steps, bonuses)
        self.discounts = discounts ?? start.map { _ in 1 }
        self.asked = asked ?? .actorsAnd(breakers: Set(start.indices))
        try checkParties()
        try checkSteps()
        if let cycle { throw .cycle(cycle) }
    }

    private func checkParties() throws(StepProblem) {
        guard discounts.count == parties, discounts.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
            throw .wrongDiscount
        }
        var named = steps.flatMap { $0.actors + $0.temptations.keys.sorted() }
        if case .actorsAnd(let breakers) = asked { named += breakers.sorted() }
        for party in named where !start.indices.contains(party) { throw .unknownParty(party) }
    }

    private func checkSteps() throws(StepProblem) {
        for (number, step) in steps.enumerated() {
            guard step.gives.count == parties, step.costs.count == parties else {
                throw .wrongNumbers(step: number)
            }
            for other in step.after where !steps.indices.contains(other) { throw .unknownStep(other) }
        }
        for (number, bonus) in bonuses.enumerated() {
            guard bonus.amounts.count == parties, !bonus.steps.isEmpty else { throw .wrongBonus(number) }
            for step in bonus.steps.sorted() where !steps.indices.contains(step) { throw .unknownStep(step) }
        }
    }

    /// Steps that wait for each other in a circle, each after the one before it; `nil` if there are none.
    private var cycle: [Int]? {
        var state = steps.map { _ in 0 }  // 0 unseen, 1 on the path, 2 done
        for first in steps.indices where state[first] == 0 {
            var path = [(step: first, next: 0)]
            state[first] = 1
            while let top = path.last {
                let needs = steps[top.step].after
                guard top.next < needs.count else {
                    state[top.step] = 2
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let need = needs[top.next]
                if state[need] == 1 {
                    let begin = path.firstIndex { $0.step == need } ?? 0
                    return path[begin...].map(\.step).reversed()
                }
                if state[need] == 0 {
                    state[need] = 1
                    path.append((need, 0))
                }
            }
        }
        return nil
    }
}
