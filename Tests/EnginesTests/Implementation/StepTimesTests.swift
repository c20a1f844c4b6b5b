import Numbers
import Support
import Testing

@testable import Engines

@Suite("Steps in time")
struct StepTimesTests {
    private static func plan(_ needs: [[Int]]) throws -> StepPlan {
        try StepPlan(
            start: [0], steps: needs.map { PlanStep(actors: [0], after: $0, gives: [0], costs: [0]) })
    }

    @Test("A critical path by hand")
    func criticalPath() throws {
        // 3 and 2 days side by side, then 4, and 6 alone.
        let times = try StepTimes(
            StepTimesTests.plan([[], [], [0, 1], []]), durations: [3, 2, 4, 6], deadlines: [nil, nil, 6, 6])
        #expect(try times.earliestSchedule().ends == [3, 2, 7, 6])
        #expect(try times.missedDeadlines() == [2])
        #expect(try times.earliestSchedule(order: [3, 1, 0, 2]).ends == [11, 8, 15, 6])
        #expect(try times.missedDeadlines(order: [0, 1, 2, 3]) == [2, 3])
        #expect(
            try times.lawfulSchedule()
                == .conflict([.precedence(before: 0, after: 2), .deadline(step: 2)]))
        #expect(times.sequence() == .none)
    }

    @Test("A cease-fire that lapses is begun later, unless it must be early")
    func expiry() throws {
        // Talks take 20 days and need the cease-fire, which lapses after 10 days; then after 30.
        let plan = try StepTimesTests.plan([[], [0]])
        func times(_ days: Int, _ deadline: Int? = nil, from earliest: Int = 0) throws -> StepTimes {
            try StepTimes(
                plan, durations: [1, 20], earliest: [0, earliest], deadlines: [deadline, nil],
                expiries: [.daysAfterEnd(days), nil])
        }
        #expect(
            try times(10).lawfulSchedule()
                == .conflict([.precedence(before: 0, after: 1), .expiry(of: 0, for: 1)]))
        #expect(try times(30).lawfulSchedule() == .lawful(StepSchedule(starts: [0, 1], ends: [1, 21])))
        #expect(
            try times(30, from: 50).lawfulSchedule()
                == .lawful(StepSchedule(starts: [39, 50], ends: [40, 70])))
        #expect(
            try times(30, 7, from: 50).lawfulSchedule()
                == .conflict([.earliest(step: 1), .expiry(of: 0, for: 1), .deadline(step: 0)]))
    }

    private func random(_ seed: Int) throws -> StepTimes {
        var random = SplitMix64(seed: UInt64(seed) &* 97 &+ 3)
        let count = random.next(in: 1...3)
        let needs = (0..<count).map { step in (0..<step).filter { _ in random.next(in: 0...1) == 0 } }
        let isEarly = random.next(in: 0...1) == 0
        let lapse = random.next(in: 0...2)
        return try StepTimes(
            StepTimesTests.plan(needs), durations: needs.map { _ in random.next(in: 0...3) },
            earliest: needs.map { _ in isEarly ? 0 : random.next(in: 0...3) },
            deadlines: needs.map { _ in random.next(in: 0...2) == 0 ? random.next(in: 0...7) : nil },
            expiries: needs.map { _ in
                switch lapse {
                case 0: nil
                case 1: random.next(in: 0...1) == 0 ? .day(random.next(in: 0...8)) : nil
                default: random.next(in: 0...1) == 0 ? .daysAfterEnd(random.next(in: 0...4)) : nil
                }
            })
    }

    /// Every schedule of at most so many days that keeps to rules.
    private func schedules(_ steps: Int, _ rules: [StepTimes.Difference], days: Int) -> [[Int]] {
        let space = PackageSpace(Array(repeating: days + 1, count: steps))
        var (starts, found): ([Int], [[Int]]) = ((0..<steps).map { _ in 0 }, [])
        repeat {
            let isLawful = rules.allSatisfy { rule in
                (rule.to.map { starts[$0] } ?? 0) - (rule.from.map { starts[$0] } ?? 0) >= rule.weight
            }
            if isLawful { found.append(starts) }
        } while space.advance(&starts)
        return found
    }

    @Test("The earliest schedule is the least of all, a conflict is minimal, one after another too")
    func bruteForce() throws {
        var (lawful, conflicts, found, none) = (0, 0, 0, 0)
        for seed in 1...400 {
            let times = try random(seed)
            let steps = times.durations.count
            for order in [nil] + times.plan.allOrders() {
                let rules = times.differences(order: order)
                let all = schedules(steps, rules, days: 14)
                switch try times.lawfulSchedule(order: order) {
                case .lawful(let schedule):
                    lawful += 1
                    let least = (0..<steps).map { step in all.map { $0[step] }.min() }
                    #expect(schedule.starts == least, "seed \(seed)")
                case .conflict(let conflict):
                    conflicts += 1
                    #expect(all.isEmpty && !conflict.isEmpty, "seed \(seed)")
                    func isPossible(_ kept: [TimeRule]) -> Bool {
                        let kept = rules.filter { kept.contains($0.rule) }
                        return !schedules(steps, kept, days: 14).isEmpty
                    }
                    #expect(!isPossible(conflict), "seed \(seed)")
                    for place in conflict.indices {
                        var fewer = conflict
                        fewer.remove(at: place)
                        #expect(isPossible(fewer), "seed \(seed): \(conflict)")
                    }
                }
            }
            let lawfulOrders = try times.plan.allOrders().filter { order in
                if case .lawful = try times.lawfulSchedule(order: order) { true } else { false }
            }
            switch times.sequence() {
            case .found(let order):
                found += 1
                #expect(lawfulOrders.contains(order), "seed \(seed)")
            case .none:
                none += 1
                #expect(lawfulOrders.isEmpty, "seed \(seed)")
            case .undecided: Issue.record("seed \(seed): the budget suffices")
            }
        }
        #expect(lawful > 200 && conflicts > 200 && found > 100 && none > 50)
    }

    @Test("Wrong times are refused")
    func problems() throws {
        let plan = try StepTimesTests.plan([[]])
        #expect(throws: StepProblem.wrongTimes) { try StepTimes(plan, durations: [-1]) }
        #expect(throws: StepProblem.wrongTimes) { try StepTimes(plan, durations: [1, 2]) }
        #expect(throws: StepProblem.wrongTimes) { try StepTimes(plan, durations: [.max]) }
        #expect(throws: StepProblem.wrongTimes) {
            try StepTimes(plan, durations: [1], expiries: [.daysAfterEnd(-4)])
        }
        #expect(throws: StepProblem.notAnOrder) {
            try StepTimes(plan, durations: [1]).lawfulSchedule(order: [0, 0])
        }
    }
}
