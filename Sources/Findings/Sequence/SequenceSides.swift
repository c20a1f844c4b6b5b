import CaseModel
import Engines
public import Numbers

extension SequenceFinding {
    /// Two steps, one before the other against the other way round.
    public struct Comparison: Sendable {
        /// The conclusion that names the pair, as `s003.c4`; `nil` if the question does.
        public let conclusion: String?
        /// The first step first, then the second first.
        public let sides: [Side]
        /// Which side is less exposed once begun; `nil` if neither is, or one cannot be.
        public let lessExposed: Int?
        /// Single numbers that turn this inside their ranges, the smallest change first; `nil` where that was not searched.
        public let turns: [Turn]?
    }

    /// The orders in which one step comes before another.
    public struct Side: Sendable {
        public let first: String
        public let second: String
        public let feasible: Rational
        public let selfEnforcing: Rational
        public let selfEnforcingOnceBegun: Rational
        public let exposure: Rational?
        /// The least exposure over all orders of the side, if only what comes after the first step counts.
        public let onceBegun: Rational?
        /// The least exposed order; `nil` if what waits for what allows none.
        public let order: JudgedOrder?
        /// The smallest guarantee for everybody under which some order of the side holds.
        public let guarantee: Rational?
    }

    /// A number inside whose range the comparison turns.
    public struct Turn: Hashable, Sendable {
        public let number: NumberName
        public let from: Rational
        /// Where the two are equal on the way; `nil` if they are so at the point.
        public let at: Interval?
        /// The end of the range at which the other side, or one side if they are equal at the point, is less exposed.
        public let end: Rational
        public let favours: Int
    }
}

extension SequenceFrame {
    /// How many conditions the search for numbers that turn a comparison may look at.
    private static let budget = 200_000_000

    func comparison(
        _ first: Int, _ second: Int, _ choices: SequenceFinding.Choices, conclusion: String?
    ) throws(SequenceProblem) -> SequenceFinding.Comparison {
        let sides = [try side(first, second, choices), try side(second, first, choices)]
        let pair = SidePair(first: first, second: second)
        return .init(
            conclusion: conclusion, sides: sides, lessExposed: Self.less(sides.map(\.onceBegun)),
            turns: sides.allSatisfy { $0.order != nil } ? try turns(pair) : [])
    }

    private static func less(_ values: [Rational?]) -> Int? {
        guard let one = values[0], let other = values[1], one != other else { return nil }
        return one < other ? 0 : 1
    }

    private func side(
        _ first: Int, _ second: Int, _ choices: SequenceFinding.Choices
    ) throws(SequenceProblem) -> SequenceFinding.Side {
        guard let sided = try plan(first, before: second) else {
            return .init(
                first: steps[first].id, second: steps[second].id, feasible: 0, selfEnforcing: 0,
                selfEnforcingOnceBegun: 0, exposure: nil, onceBegun: nil, order: nil, guarantee: nil)
        }
        let search = try search(sided)
        let least = try asked { () throws(StepProblem) in
            try search.leastExposure(under: guarantee, over: .whole, then: .onceBegun)
        }
        let order = try judged(least.order, choices)
        return try asked { () throws(StepProblem) in
            .init(
                first: steps[first].id, second: steps[second].id, feasible: search.feasibleCount,
                selfEnforcing: try search.selfEnforcingCount(under: guarantee),
                selfEnforcingOnceBegun: try search.selfEnforcingCount(under: guarantee, over: .onceBegun),
                exposure: least.value,
                onceBegun: try search.leastExposure(under: guarantee, over: .onceBegun).value,
                order: order, guarantee: try search.smallestGuarantee()?.cost)
        }
    }

    /// Two steps in both orders, by place.
    private struct SidePair {
        let first: Int
        let second: Int
    }

    /// The least exposure once begun with the first step first, less that with the second first.
    private func difference(_ pair: SidePair, _ plan: StepPlan) throws(SequenceProblem) -> Rational? {
        var values: [Rational] = []
        for (before, after) in [(pair.first, pair.second), (pair.second, pair.first)] {
            guard let sided = try self.plan(before, before: after, of: plan) else { return nil }
            let search = try search(sided)
            guard
                let value = try asked({ () throws(StepProblem) in
                    try search.leastExposure(under: guarantee, over: .onceBegun).value
                })
            else { return nil }
            values.append(value)
        }
        return values[0] - values[1]
    }

    /// The numbers at one end of whose range another side is less exposed than at the point.
    private func turns(_ pair: SidePair) throws(SequenceProblem) -> [SequenceFinding.Turn]? {
        let ranged = numbers.filter { !$0.quantity.range.isPoint }
        let size = try search(plan).doneSets * steps.count * parties.count
        guard size <= Self.budget / max(1, ranged.count * 4) else { return nil }
        guard let here = try difference(pair, plan) else { return [] }
        var found: [SequenceFinding.Turn] = []
        for entry in ranged {
            guard let point = plan[entry.number] else { continue }
            for end in [entry.quantity.range.low, entry.quantity.range.high] where end != point {
                guard let there = try difference(pair, changed(entry.number, end)), there != 0,
                    here.signum != there.signum
                else { continue }
                let at = here == 0 ? nil : try crossing(pair, entry.number, (point, here), (end, there))
                found.append(
                    .init(
                        number: entry.name, from: point, at: at, end: end, favours: there < 0 ? 0 : 1))
            }
        }
        return found.enumerated().sorted {
            ($0.element.size, $0.offset) < ($1.element.size, $1.offset)
        }.map(\.element)
    }

    private func changed(_ number: StepNumber, _ value: Rational) throws(SequenceProblem) -> StepPlan {
        try asked { () throws(StepProblem) in try plan.with(number, value) }
    }

    /// Where the difference is zero between two values at which it has opposite signs.
    ///
    /// It is made of straight pieces: as soon as both ends lie on one, the line through them meets zero exactly. Without that
    /// the answer is a proven range.
    private func crossing(
        _ pair: SidePair, _ number: StepNumber, _ one: (at: Rational, value: Rational),
        _ other: (at: Rational, value: Rational)
    ) throws(SequenceProblem) -> Interval? {
        var (low, high) = one.at < other.at ? (one, other) : (other, one)
        for _ in 0..<24 {
            let straight = low.at - low.value * (high.at - low.at) / (high.value - low.value)
            if try difference(pair, changed(number, straight)) == 0 { return Interval(straight) }
            let middle = (low.at + high.at) / 2
            guard let value = try difference(pair, changed(number, middle)) else { break }
            if value == 0 { return Interval(middle) }
            if value.signum == low.value.signum { low = (middle, value) } else { high = (middle, value) }
        }
        return Interval(low.at, high.at)
    }
}

extension SequenceFinding.Turn {
    /// How far the number must go.
    fileprivate var size: Rational { (at.map { $0.midpoint - from } ?? end - from).magnitude }
}
