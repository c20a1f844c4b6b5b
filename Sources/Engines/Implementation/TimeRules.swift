import Numbers

extension StepTimes {
    /// A rule between two begins: that of `to` is at least `weight` days after that of `from`; `nil` is the agreement itself.
    struct Difference {
        let from: Int?
        let to: Int?
        let weight: Int
        let rule: TimeRule
    }

    /// Every rule of the plan, and the sequence of an order, or of its first steps, if there is one.
    func differences(order: [Int]?) -> [Difference] {
        var all: [Difference] = []
        for step in plan.steps.indices {
            all.append(Difference(from: nil, to: step, weight: earliest[step], rule: .earliest(step: step)))
            if let deadline = deadlines[step] {
                let rule = TimeRule.deadline(step: step)
                all.append(Difference(from: step, to: nil, weight: durations[step] - deadline, rule: rule))
            }
            for need in Set(plan.steps[step].after).sorted() {
                let rule = TimeRule.precedence(before: need, after: step)
                all.append(Difference(from: need, to: step, weight: durations[need], rule: rule))
                switch expiries[need] {
                case .day(let day):
                    let rule = TimeRule.expiry(of: need, for: step)
                    all.append(Difference(from: step, to: nil, weight: durations[step] - day, rule: rule))
                case .daysAfterEnd(let days):
                    let weight = durations[step] - durations[need] - days
                    all.append(
                        Difference(from: step, to: need, weight: weight, rule: .expiry(of: need, for: step)))
                case nil: break
                }
            }
        }
        for (before, after) in zip(order ?? [], (order ?? []).dropFirst()) {
            let rule = TimeRule.sequence(before: before, after: after)
            all.append(Difference(from: before, to: after, weight: durations[before], rule: rule))
        }
        if let order, let last = order.last, order.count < plan.steps.count {
            for step in plan.steps.indices where !order.contains(step) {
                let rule = TimeRule.sequence(before: last, after: step)
                all.append(Difference(from: last, to: step, weight: durations[last], rule: rule))
            }
        }
        return all
    }

    /// The earliest schedule that keeps to every rule, or rules that block each other.
    ///
    /// All rules compare two begins, so the schedule is made of longest paths from the agreement, and there is none if and
    /// only if some rules close a circle of positive length. From such a circle rules are dropped as long as it stays a
    /// conflict; what is left is minimal, though another one may have fewer rules.
    ///
    /// With an order the steps are taken one after another, without one side by side where the rules let them.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    /// - Complexity: O(steps · rules).
    /// - Source: Bellman (1958) and Ford (1956) for the paths; Dechter, Meiri & Pearl, *Temporal constraint networks* (1991).
    public func lawfulSchedule(order: [Int]? = nil) throws(StepProblem) -> ScheduleOutcome {
        if let order { try plan.check(order) }
        return earliest(under: differences(order: order))
    }

    func earliest(under rules: [Difference]) -> ScheduleOutcome {
        switch longestPaths(rules) {
        case .begins(let starts):
            return .lawful(StepSchedule(starts: starts, ends: zip(starts, durations).map { $0 + $1 }))
        case .circle(var circle):
            // Nothing begins before the agreement, so a part of the circle may do.
            for number in circle {
                let fewer = circle.filter { $0 != number }
                if case .circle = longestPaths(fewer.map { rules[$0] }) { circle = fewer }
            }
            return .conflict(circle.map { rules[$0].rule })
        }
    }

    private enum Paths {
        case begins([Int])
        /// Rules by number, in the order of time.
        case circle([Int])
    }

    private func longestPaths(_ rules: [Difference]) -> Paths {
        let agreement = plan.steps.count
        var days = [Int](repeating: 0, count: agreement + 1)
        var reason = [Int?](repeating: nil, count: agreement + 1)
        while true {
            var moved: Int?
            for (number, rule) in rules.enumerated() {
                let (from, to) = (rule.from ?? agreement, rule.to ?? agreement)
                guard days[from] + rule.weight > days[to] else { continue }
                (days[to], reason[to], moved) = (days[from] + rule.weight, number, to)
            }
            guard let moved else { return .begins(days.dropLast()) }
            if let circle = circle(from: moved, rules, reason) { return .circle(circle) }
            // The agreement does not move; what moves it is a circle through it.
            if days[agreement] > 0 { return .circle(chain(from: agreement, rules, reason)) }
        }
    }

    /// The rules of a circle of reasons; `nil` if the reasons lead back to a first begin.
    private func circle(from node: Int, _ rules: [Difference], _ reason: [Int?]) -> [Int]? {
        var (seen, path, node): ([Int: Int], [Int], Int) = ([:], [], node)
        while let number = reason[node] {
            if let begin = seen[node] {
                let circle = Array(path[begin...].reversed())
                let first =
                    circle.firstIndex { rules[$0].from == nil }
                    ?? circle.firstIndex { $0 == circle.min() } ?? 0
                return Array(circle[first...] + circle[..<first])
            }
            seen[node] = path.count
            path.append(number)
            node = rules[number].from ?? plan.steps.count
        }
        return nil
    }

    /// The reasons of a begin, back to one that has none.
    private func chain(from node: Int, _ rules: [Difference], _ reason: [Int?]) -> [Int] {
        var (path, node): ([Int], Int) = ([], node)
        while let number = reason[node], !path.contains(number) {
            path.append(number)
            node = rules[number].from ?? plan.steps.count
        }
        return path.reversed()
    }
}
