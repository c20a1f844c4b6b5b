public import Numbers

/// A single number of a plan.
public enum StepNumber: Hashable, Sendable {
    case start(party: Int)
    case give(step: Int, party: Int)
    case cost(step: Int, party: Int)
    case temptation(step: Int, party: Int)
    case bonus(Int, party: Int)
    case discount(party: Int)

    /// The party whose number it is; no condition of another one depends on it.
    public var party: Int {
        switch self {
        case .start(let party), .give(_, let party), .cost(_, let party), .temptation(_, let party),
            .bonus(_, let party), .discount(let party):
            party
        }
    }
}

extension StepPlan {
    /// The numbers that are not zero, all starts, temptations and discounts: by party, then in the order of the plan.
    public var numbers: [StepNumber] {
        (0..<parties).flatMap { party in
            var found = [StepNumber.start(party: party)]
            for (number, step) in steps.enumerated() {
                if step.gives[party] != 0 { found.append(.give(step: number, party: party)) }
                if step.costs[party] != 0 { found.append(.cost(step: number, party: party)) }
                if step.temptations[party] != nil { found.append(.temptation(step: number, party: party)) }
            }
            for (number, bonus) in bonuses.enumerated() where bonus.amounts[party] != 0 {
                found.append(.bonus(number, party: party))
            }
            return found + [.discount(party: party)]
        }
    }

    /// The value of a number; `nil` if the plan does not have it.
    public subscript(number: StepNumber) -> Rational? {
        guard start.indices.contains(number.party) else { return nil }
        switch number {
        case .start(let party): return start[party]
        case .give(let step, let party): return steps.indices.contains(step) ? steps[step].gives[party] : nil
        case .cost(let step, let party): return steps.indices.contains(step) ? steps[step].costs[party] : nil
        case .temptation(let step, let party):
            return steps.indices.contains(step) ? steps[step].temptations[party]?.amount : nil
        case .bonus(let number, let party):
            return bonuses.indices.contains(number) ? bonuses[number].amounts[party] : nil
        case .discount(let party): return discounts[party]
        }
    }

    /// The plan with one number changed.
    ///
    /// - Throws: `unknownNumber` if the plan does not have it, `wrongDiscount` if a factor is not from 0 to 1.
    public func with(_ number: StepNumber, _ value: Rational) throws(StepProblem) -> StepPlan {
        guard self[number] != nil else { throw .unknownNumber(number) }
        var plan = self
        switch number {
        case .start(let party): plan.start[party] = value
        case .give(let step, let party): plan.steps[step].gives[party] = value
        case .cost(let step, let party): plan.steps[step].costs[party] = value
        case .temptation(let step, let party):
            if case .absolute = steps[step].temptations[party] {
                plan.steps[step].temptations[party] = .absolute(value)
            } else {
                plan.steps[step].temptations[party] = .increment(value)
            }
        case .bonus(let number, let party): plan.bonuses[number].amounts[party] = value
        case .discount(let party):
            guard value >= 0, value <= 1 else { throw .wrongDiscount }
            plan.discounts[party] = value
        }
        return plan
    }
}
