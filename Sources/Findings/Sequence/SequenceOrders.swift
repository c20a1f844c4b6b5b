public import CaseModel
import Engines
public import Numbers

extension SequenceFinding {
    /// What a number of a plan is about.
    public enum NumberKind: String, Hashable, Sendable, CaseIterable {
        case gives, costs, temptation, discount
    }

    /// A number by what it is called; a discount factor belongs to no step.
    public struct NumberName: Hashable, Sendable {
        public let kind: NumberKind
        public let step: String?
        public let party: String
    }

    /// All orders at once, at the points of all numbers.
    public struct AllOrders: Sendable {
        /// How many keep to what waits for what.
        public let feasible: Rational
        public let selfEnforcing: Rational
        /// The first of them, at most as many as are told.
        public let examples: [[String]]
        /// How many hold once begun.
        public let selfEnforcingOnceBegun: Rational
        public let least: LeastExposed
        /// The same if only what comes after the first step counts.
        public let leastOnceBegun: LeastExposed
        /// The smallest guarantee for everybody under which some order holds; `nil` if none helps.
        public let guarantee: Rational?
        /// The first order that it makes hold.
        public let guaranteed: [String]
    }

    /// The orders whose largest gain of stopping or cheating is the smallest.
    public struct LeastExposed: Hashable, Sendable {
        /// `nil` if nobody is ever asked.
        public let value: Rational?
        public let order: [String]
        public let count: Rational
    }

    /// An order judged before each of its steps.
    public struct JudgedOrder: Sendable {
        public let order: [String]
        public let prefixes: [Prefix]
        public let holds: Bool
        public let holdsOnceBegun: Bool
        public let exposure: Rational?
        public let onceBegun: Rational?
        public let certainty: Certainty
        public let certaintyOnceBegun: Certainty
        /// `nil` if no guarantee makes it hold.
        public let guarantee: GuaranteeSize?
        /// The smallest changes of single numbers that turn the verdict, the smallest first.
        public let flips: [Flip]
        public let flipsOnceBegun: [Flip]
    }

    /// What is asked before one step.
    public struct Prefix: Hashable, Sendable {
        public let next: String
        /// How many steps are done.
        public let done: Int
        public let gains: [Gain]
        public let spoilers: [Step.Spoiler]

        /// Who would stop or cheat, the largest gain first.
        public var violations: [Gain] {
            gains.filter { $0.gain > 0 }.enumerated().sorted {
                ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset)
            }.map(\.element)
        }
    }

    /// What a party gains by one way out over going on to the end.
    public struct Gain: Hashable, Sendable {
        public let party: String
        public let way: Way
        public let gain: Rational
        /// The same with all numbers in their ranges.
        public let range: Interval
        /// Whether it cheats at a step in which it does not act.
        public let isSpoiler: Bool
    }

    public enum Way: String, Hashable, Sendable { case stop, cheat }

    /// Whether an order holds for all numbers in their ranges, for some, with numbers other than the points for which it does,
    /// or for none.
    public enum Certainty: Hashable, Sendable {
        case always
        case sometimes([NumberName: Rational])
        case never
    }

    public struct GuaranteeSize: Hashable, Sendable {
        /// What it must cost everybody alike, and what each if each has its own.
        public let uniform: Rational
        public let byParty: [String: Rational]
    }

    /// The nearest value of one number at which a verdict is another.
    public struct Flip: Hashable, Sendable {
        public let number: NumberName
        public let from: Rational
        /// A point unless it is an irrational discount factor.
        public let to: Interval
        /// Whether it turns at that value itself; otherwise only beyond it.
        public let isReached: Bool
        public let rises: Bool
        /// Whether the value lies in the range of the number.
        public let isInRange: Bool
    }
}

extension SequenceFrame {
    /// How many self-enforcing orders are told.
    private static let told = 100

    func allOrders() throws(SequenceProblem) -> SequenceFinding.AllOrders {
        let search = try search(plan)
        return try asked { () throws(StepProblem) in
            let smallest = try search.smallestGuarantee()
            return .init(
                feasible: search.feasibleCount,
                selfEnforcing: try search.selfEnforcingCount(under: guarantee),
                examples: try search.selfEnforcingOrders(under: guarantee, limit: Self.told).map(ids),
                selfEnforcingOnceBegun: try search.selfEnforcingCount(under: guarantee, over: .onceBegun),
                least: try least(search, over: .whole, then: .onceBegun),
                leastOnceBegun: try least(search, over: .onceBegun, then: .whole),
                guarantee: smallest?.cost, guaranteed: ids(smallest?.order ?? []))
        }
    }

    func least(
        _ search: OrderSearch, over stretch: OrderStretch, then tie: OrderStretch
    ) throws(StepProblem) -> SequenceFinding.LeastExposed {
        let found = try search.leastExposure(under: guarantee, over: stretch, then: tie)
        return .init(value: found.value, order: ids(found.order), count: found.count)
    }

    /// An order of the question by place, once it names every step that is taken.
    func order(_ names: [String], known: [String]) throws(SequenceProblem) -> [Int] {
        var order: [Int] = []
        for name in names { order.append(try place(name, known: known)) }
        let repeated = steps.indices.filter { step in order.count { $0 == step } > 1 }
        let missing = steps.indices.filter { !order.contains($0) }
        guard repeated.isEmpty, missing.isEmpty else {
            throw .notAnOrder(missing: ids(missing), repeated: ids(repeated))
        }
        return order
    }

    func judged(
        _ order: [Int], _ choices: SequenceFinding.Choices
    ) throws(SequenceProblem) -> SequenceFinding.JudgedOrder {
        let (ranges, movable) = (try ranges(), movable(choices))
        return try asked { () throws(StepProblem) in
            let verdict = try plan.verdict(of: order, under: guarantee)
            let size = try plan.smallestGuarantee(for: order)
            return .init(
                order: ids(order), prefixes: prefixes(verdict, try ranges.gains(of: order)),
                holds: verdict.holds, holdsOnceBegun: verdict.holds(over: .onceBegun),
                exposure: verdict.exposure, onceBegun: verdict.exposure(over: .onceBegun),
                certainty: try certainty(order, ranges, .whole),
                certaintyOnceBegun: try certainty(order, ranges, .onceBegun),
                guarantee: size.map { size in
                    .init(
                        uniform: size.uniform,
                        byParty: Dictionary(uniqueKeysWithValues: zip(parties, size.perParty)))
                },
                flips: try plan.flips(of: order, under: guarantee, numbers: movable).map(flip),
                flipsOnceBegun: try plan.flips(
                    of: order, under: guarantee, over: .onceBegun, numbers: movable
                ).map(flip))
        }
    }

    private func prefixes(
        _ verdict: OrderVerdict, _ gains: [[StepRanges.GainRange]]
    ) -> [SequenceFinding.Prefix] {
        zip(verdict.steps, gains).map { step, ranges in
            .init(
                next: steps[step.next].id, done: step.done.count,
                gains: zip(step.conditions, ranges).map { condition, range in
                    .init(
                        party: parties[condition.party], way: condition.way == .stop ? .stop : .cheat,
                        gain: condition.gain, range: range.gain,
                        isSpoiler: condition.way == .cheat
                            && !plan.steps[step.next].actors.contains(condition.party))
                }, spoilers: steps[step.next].spoilers)
        }
    }

    private func certainty(
        _ order: [Int], _ ranges: StepRanges, _ stretch: OrderStretch
    ) throws(StepProblem) -> SequenceFinding.Certainty {
        guard case .possible(var example) = try ranges.certainty(of: order, over: stretch) else {
            return try ranges.isNecessary(order, over: stretch) ? .always : .never
        }
        // What need not leave its point goes back there, so that the example names only what matters.
        var moved: [SequenceFinding.NumberName: Rational] = [:]
        for entry in numbers {
            guard let value = example[entry.number], let point = plan[entry.number], value != point else {
                continue
            }
            let back = try example.with(entry.number, point)
            if try back.verdict(of: order, under: guarantee).holds(over: stretch) {
                example = back
            } else {
                moved[entry.name] = value
            }
        }
        return .sometimes(moved)
    }

    private func flip(_ flip: StepFlip) -> SequenceFinding.Flip {
        let range = numbers.first { $0.number == flip.number }?.quantity.range
        let to = flip.to.exact.map { Interval($0) } ?? flip.to.enclosure()
        return .init(
            number: name(flip.number), from: flip.from, to: to, isReached: flip.isReached,
            rises: flip.rises, isInRange: range.map { $0.contains(to) } ?? true)
    }
}
