public import Numbers

/// What became of the search for an order that meets all dates.
public enum SequenceOutcome: Hashable, Sendable {
    case found([Int])
    case none
    /// The budget ended before one was found or all were excluded.
    case undecided
}

extension StepTimes {
    /// An order in which the steps, taken one after another, meet all dates.
    ///
    /// Without earliest days and expiries that run from a step's end, the last place goes to the step that has the latest date
    /// among those that nothing waits for, and so on to the front; otherwise orders are tried one after the other.
    ///
    /// The budget is how many steps the trying may place.
    ///
    /// - Source: Lawler, *Optimal sequencing of a single machine subject to precedence constraints* (1973).
    public func sequence(budget: Budget = Budget(1_000_000)) -> SequenceOutcome {
        let isPlain =
            earliest.allSatisfy { $0 == 0 }
            && expiries.allSatisfy { if case .daysAfterEnd = $0 { false } else { true } }
        if isPlain { return latestLast() }
        var trial = SequenceTrial(times: self, budget: budget)
        return switch trial.extend() {
        case true?: .found(trial.order)
        case false?: .none
        case nil: .undecided
        }
    }

    /// The day by which each step must have ended, for itself and for the steps that it needs.
    private var dates: [Int] {
        plan.steps.indices.map { step in
            plan.steps[step].after.reduce(deadlines[step] ?? .max) { date, need in
                if case .day(let day) = expiries[need] { min(date, day) } else { date }
            }
        }
    }

    private func latestLast() -> SequenceOutcome {
        let dates = dates
        var (order, placed, end): ([Int], Set<Int>, Int) = ([], [], durations.reduce(0, +))
        while placed.count < durations.count {
            let last = plan.steps.indices.filter { step in
                !placed.contains(step)
                    && plan.steps.indices.allSatisfy {
                        placed.contains($0) || !plan.steps[$0].after.contains(step)
                    }
            }
            guard let step = last.max(by: { dates[$0] < dates[$1] }), dates[step] >= end else { return .none }
            order.append(step)
            placed.insert(step)
            end -= durations[step]
        }
        return .found(order.reversed())
    }
}

/// Tries orders step by step.
private struct SequenceTrial {
    let times: StepTimes
    var budget: Budget
    var order: [Int] = []

    /// Whether the order can be completed; `nil` if the budget ended first.
    mutating func extend() -> Bool? {
        if order.count == times.durations.count { return true }
        for step in times.durations.indices where !order.contains(step) {
            guard times.plan.steps[step].after.allSatisfy(order.contains) else { continue }
            guard budget.spend() else { return nil }
            order.append(step)
            // What comes after may still be taken side by side, so a conflict stays one.
            if case .lawful = times.earliest(under: times.differences(order: order)) {
                let outcome = extend()
                if outcome != false { return outcome }
            }
            order.removeLast()
        }
        return false
    }
}
