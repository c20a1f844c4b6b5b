/// Until when a step stays in force once it is done, so that the steps that need it must end before.
public enum StepExpiry: Hashable, Sendable {
    /// Until a day, whenever the step was done.
    case day(Int)
    /// So many days from its end.
    case daysAfterEnd(Int)
}

/// Something that a schedule must keep to.
public enum TimeRule: Hashable, Sendable {
    /// No step begins before its earliest day.
    case earliest(step: Int)
    /// A step begins when one that it needs has ended.
    case precedence(before: Int, after: Int)
    /// A step ends by its deadline.
    case deadline(step: Int)
    /// A step that needs another one ends while that is in force.
    case expiry(of: Int, for: Int)
    /// Steps are taken one after another.
    case sequence(before: Int, after: Int)
}

/// When the steps of a plan begin and end, in days from the agreement.
public struct StepSchedule: Hashable, Sendable {
    public let starts: [Int]
    public let ends: [Int]
    /// The day on which all is done.
    public var end: Int { ends.max() ?? 0 }
}

/// What became of the search for a schedule.
public enum ScheduleOutcome: Hashable, Sendable {
    /// The earliest one: no step can begin earlier in any other.
    case lawful(StepSchedule)
    /// Rules that cannot all be kept, while all but any one of them can.
    case conflict([TimeRule])
}

/// How long the steps of a plan take, and when they must be done.
///
/// Days are counted from the agreement, which is day 0. A step that begins on day b and takes d days ends on day b + d.
public struct StepTimes: Hashable, Sendable {
    public let plan: StepPlan
    public let durations: [Int]
    public let earliest: [Int]
    /// The day by which each step must have ended.
    public let deadlines: [Int?]
    public let expiries: [StepExpiry?]

    private static let limit = 1 << 40

    /// - Throws: `wrongTimes` if a list has another length than the steps, or a duration, day or number of days is negative
    ///   or beyond 2⁴⁰.
    public init(
        _ plan: StepPlan, durations: [Int], earliest: [Int]? = nil, deadlines: [Int?]? = nil,
        expiries: [StepExpiry?]? = nil
    ) throws(StepProblem) {
        self.plan = plan
        self.durations = durations
        self.earliest = earliest ?? plan.steps.map { _ in 0 }
        self.deadlines = deadlines ?? plan.steps.map { _ in nil }
        self.expiries = expiries ?? plan.steps.map { _ in nil }
        let counts = [durations.count, self.earliest.count, self.deadlines.count, self.expiries.count]
        let days =
            durations + self.earliest + self.deadlines.compactMap { $0 }
            + self.expiries.compactMap { expiry in
                switch expiry {
                case .day(let days), .daysAfterEnd(let days): days
                case nil: nil
                }
            }
        guard counts.allSatisfy({ $0 == plan.steps.count }),
            days.allSatisfy({ (0...StepTimes.limit).contains($0) })
        else { throw .wrongTimes }
    }

    /// When each step could begin at the earliest, if no deadline or expiry counted: the critical path.
    ///
    /// With an order the steps are taken one after another, without one side by side where precedence lets them.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    /// - Source: Kelley & Walker, *Critical-path planning and scheduling* (1959).
    public func earliestSchedule(order: [Int]? = nil) throws(StepProblem) -> StepSchedule {
        if let order { try plan.check(order) }
        var (starts, free) = (earliest, 0)
        for step in order ?? plan.lawfulOrder {
            for need in plan.steps[step].after {
                starts[step] = max(starts[step], starts[need] + durations[need])
            }
            if order != nil {
                starts[step] = max(starts[step], free)
                free = starts[step] + durations[step]
            }
        }
        return StepSchedule(starts: starts, ends: zip(starts, durations).map { $0 + $1 })
    }

    /// The steps whose deadline lies before the earliest day on which they can end, in the order of the plan.
    ///
    /// - Throws: `notAnOrder` or `breaksPrecedence`.
    public func missedDeadlines(order: [Int]? = nil) throws(StepProblem) -> [Int] {
        let ends = try earliestSchedule(order: order).ends
        return plan.steps.indices.filter { step in deadlines[step].map { $0 < ends[step] } ?? false }
    }
}
