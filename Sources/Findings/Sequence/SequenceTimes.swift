public import CaseModel
import Engines
import Numbers

extension SequenceFinding {
    /// How long the steps take, and which deadlines they miss.
    ///
    /// Lengths of time are ranges of days: a month has 28 to 31. The fast end takes every duration at its least and every
    /// deadline at its latest, the slow end the reverse.
    public struct Times: Sendable {
        public let fast: Pace
        public let slow: Pace
        /// Steps that say nothing of how long they take, and are counted as taking no time.
        public let unknown: [String]
        /// Steps that are out of force by the date of the case.
        public let expired: [String]
        /// How long each step takes and by when it must be done, as written.
        public let written: [Written]

        /// Whether both ends say the same.
        public var isExact: Bool { fast == slow }
    }

    public struct Written: Hashable, Sendable {
        public let step: String
        public let takes: String?
        public let within: String?
        public let expires: DateSpan?
    }

    /// One end of the times.
    public struct Pace: Hashable, Sendable {
        /// Each step as early as what it waits for allows.
        public let sideBySide: Schedule
        /// One step after another, in the order that is told.
        public let inOrder: Schedule
        /// An order of steps one after another that meets all dates.
        public let lawful: LawfulOrder
    }

    public struct Schedule: Hashable, Sendable {
        public let order: [String]
        /// In days from the agreement, by step in the order above.
        public let starts: [Int]
        public let ends: [Int]
        public let missed: [Missed]
        /// Rules that cannot all be kept, while all but any one of them can; empty if all are kept.
        public let conflict: [Rule]

        public var end: Int { ends.max() ?? 0 }
    }

    public struct Missed: Hashable, Sendable {
        public let step: String
        public let deadline: Int
        public let end: Int
    }

    public enum LawfulOrder: Hashable, Sendable {
        case found([String])
        case none
        case undecided
    }

    public enum Rule: Hashable, Sendable {
        case precedence(before: String, after: String)
        case deadline(String)
        case expiry(of: String, for: String)
        case sequence(before: String, after: String)
    }
}

extension SequenceFrame {
    /// `nil` if no step says anything of time.
    func times(_ order: [Int], asOf: DateSpan) throws(SequenceProblem) -> SequenceFinding.Times? {
        guard steps.contains(where: { $0.takes != nil || $0.within != nil || $0.expires != nil }) else {
            return nil
        }
        return .init(
            fast: try pace(order, isFast: true, asOf), slow: try pace(order, isFast: false, asOf),
            unknown: steps.filter { $0.takes == nil }.map(\.id),
            expired: steps.filter { ($0.lastDay(from: asOf) ?? 0) < 0 }.map(\.id),
            written: steps.filter { $0.takes != nil || $0.within != nil || $0.expires != nil }.map {
                .init(step: $0.id, takes: $0.takes, within: $0.within, expires: $0.expires)
            })
    }

    private func pace(
        _ order: [Int], isFast: Bool, _ asOf: DateSpan
    ) throws(SequenceProblem) -> SequenceFinding.Pace {
        let expiries = steps.map { step in
            step.lastDay(from: asOf).flatMap { $0 < 0 ? nil : StepExpiry.day($0) }
        }
        return try asked { () throws(StepProblem) in
            let times = try StepTimes(
                plan, durations: steps.map { $0.takes.days(isShort: isFast) ?? 0 },
                deadlines: steps.map { $0.within.days(isShort: !isFast) }, expiries: expiries)
            return .init(
                sideBySide: try schedule(times, nil), inOrder: try schedule(times, order),
                lawful: lawful(times))
        }
    }

    private func lawful(_ times: StepTimes) -> SequenceFinding.LawfulOrder {
        switch times.sequence() {
        case .found(let order): .found(ids(order))
        case .none: .none
        case .undecided: .undecided
        }
    }

    private func schedule(_ times: StepTimes, _ order: [Int]?) throws(StepProblem) -> SequenceFinding.Schedule
    {
        let earliest = try times.earliestSchedule(order: order)
        let missed = try times.missedDeadlines(order: order)
        var conflict: [TimeRule] = []
        if case .conflict(let rules) = try times.lawfulSchedule(order: order) { conflict = rules }
        let shown = order ?? steps.indices.sorted { (earliest.starts[$0], $0) < (earliest.starts[$1], $1) }
        return .init(
            order: ids(shown), starts: shown.map { earliest.starts[$0] },
            ends: shown.map { earliest.ends[$0] },
            missed: missed.map {
                .init(step: steps[$0].id, deadline: times.deadlines[$0] ?? 0, end: earliest.ends[$0])
            }, conflict: conflict.compactMap(rule))
    }

    private func rule(_ rule: TimeRule) -> SequenceFinding.Rule? {
        switch rule {
        case .earliest: nil
        case .precedence(let before, let after):
            .precedence(before: steps[before].id, after: steps[after].id)
        case .deadline(let step): .deadline(steps[step].id)
        case .expiry(let of, let need): .expiry(of: steps[of].id, for: steps[need].id)
        case .sequence(let before, let after):
            .sequence(before: steps[before].id, after: steps[after].id)
        }
    }
}

extension Step {
    /// Until which day it stays in force, counted from the date of the case.
    fileprivate func lastDay(from asOf: DateSpan) -> Int? {
        guard let last = expires?.last, let today = asOf.last else { return nil }
        return last - today
    }
}

extension String? {
    /// A length of time in whole days: the least, rounded down, or the most, rounded up.
    fileprivate func days(isShort: Bool) -> Int? {
        guard let days = flatMap({ TimeSpan(reading: $0) })?.days else { return nil }
        // What no word holds is longer than any plan may take, and refused as such.
        return (isShort ? days.low.floor : -(-days.high).floor).exactInt ?? .max
    }
}
