import CaseModel
import Engines
import Numbers

/// The steps of a case as plans for the engine, with their numbers at the points or at the best ends of their ranges.
struct StepNumbers {
    private let steps: [Step]
    let actors: [String]

    init(_ steps: [Step]) {
        self.steps = steps
        let named = steps.flatMap { step in
            step.by + Array(step.gives.keys) + Array(step.costs.keys) + Array(step.temptation.keys)
        }
        actors = Set(named).sorted()
    }

    /// The steps with all that they wait for, in the order of the case.
    func completed(_ chosen: [Int]) -> [Int] {
        var (found, waiting) = (Set(chosen), chosen)
        while let place = waiting.popLast() {
            for name in steps[place].after {
                guard let other = steps.firstIndex(where: { $0.id == name }), found.insert(other).inserted
                else { continue }
                waiting.append(other)
            }
        }
        return found.sorted()
    }

    /// Whether nobody gains by stopping or cheating in some order.
    ///
    /// Completion is not discounted, so a gain is the temptation less what is still to come; it is least with every number at
    /// its best end at once. Hence `conceivable` is exact: an order holds for some numbers if and only if it does for these.
    func hasOrder(_ chosen: [Int], _ reading: PackageFrame.Reading) -> Bool {
        guard let plan = plan(chosen, reading) else { return true }
        // Whoever loses by the whole would not begin.
        guard plan.start.indices.allSatisfy({ plan.holding(of: $0, after: Set(chosen.indices)) >= 0 }),
            let search = try? OrderSearch(plan), let count = try? search.selfEnforcingCount()
        else { return false }
        return count > 0
    }

    /// Who would stop or cheat in the least exposed order, the largest gain first.
    func blockers(_ chosen: [Int], _ reading: PackageFrame.Reading) -> [FunnelFinding.Blocker] {
        guard let plan = plan(chosen, reading), let search = try? OrderSearch(plan),
            let least = try? search.leastExposure(), let verdict = try? plan.verdict(of: least.order)
        else { return [] }
        let found = verdict.steps.flatMap { step in
            step.violations.map { one in
                FunnelFinding.Blocker(
                    actor: actors[one.party], step: steps[chosen[step.next]].id, cheats: one.way == .cheat,
                    gain: one.gain)
            }
        }
        // Of each actor the largest.
        return Dictionary(grouping: found, by: \.actor).values.compactMap { $0.max { $0.gain < $1.gain } }
            .sorted { $0.gain != $1.gain ? $0.gain > $1.gain : $0.actor < $1.actor }
    }

    /// `nil` where there is no step.
    private func plan(_ chosen: [Int], _ reading: PackageFrame.Reading) -> StepPlan? {
        let taken = chosen.map { place -> PlanStep in
            let step = steps[place]
            return PlanStep(
                actors: step.by.compactMap { actors.firstIndex(of: $0) },
                after: step.after.compactMap { name in
                    steps.firstIndex { $0.id == name }.flatMap { chosen.firstIndex(of: $0) }
                },
                gives: actors.map { value(step.gives[$0]?.value, reading, isGood: true) },
                costs: actors.map { value(step.costs[$0]?.value, reading, isGood: false) },
                temptations: temptations(step, reading))
        }
        return try? StepPlan(start: actors.map { _ in 0 }, steps: taken)
    }

    private func temptations(_ step: Step, _ reading: PackageFrame.Reading) -> [Int: StepTemptation] {
        var found: [Int: StepTemptation] = [:]
        for (place, actor) in actors.enumerated() {
            guard case .quantity(let number)? = step.temptation[actor]?.value else { continue }
            found[place] = .increment(value(number, reading, isGood: false))
        }
        return found
    }

    private func value(_ number: Quantity?, _ reading: PackageFrame.Reading, isGood: Bool) -> Rational {
        guard let number else { return 0 }
        switch reading {
        case .points: return number.pointOrMidpoint.value
        case .conceivable: return isGood ? number.range.high : number.range.low
        case .certain: return isGood ? number.range.low : number.range.high
        }
    }
}
