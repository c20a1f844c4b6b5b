public import Numbers

/// A value at which a verdict changes: a number, or a root of one where a discount factor was asked for.
public struct StepThreshold: Equatable, Sendable, Comparable {
    /// The threshold is the root of this number, ...
    public let radicand: Rational
    /// ... of this degree; 1 where the threshold is the number itself.
    public let degree: Int

    init(_ value: Rational) { (radicand, degree) = (value, 1) }

    /// The root of a number that is not negative; a rational root of up to about six digits is found as such.
    init(rootOf value: Rational, degree: Int) {
        let near = StepThreshold.bracket(value, degree, bits: 42)
        let simplest = Rational.simplest(from: near.low, to: near.high)
        let isRational = power(simplest, degree) == value
        (radicand, self.degree) = isRational ? (simplest, 1) : (value, degree)
    }

    /// The threshold, if it is rational.
    public var exact: Rational? { degree == 1 ? radicand : nil }

    /// A proven range of the threshold, at most 2⁻ᵇⁱᵗˢ wide if it is below 1.
    public func enclosure(bits: Int = 42) -> Interval {
        degree == 1 ? Interval(radicand) : StepThreshold.bracket(radicand, degree, bits: bits)
    }

    /// Bisects on fractions of a power of two and compares powers exactly.
    private static func bracket(_ value: Rational, _ degree: Int, bits: Int) -> Interval {
        var (low, high) = (Rational.zero, max(1, value))
        for _ in 0..<bits {
            let middle = (low + high) / 2
            if power(middle, degree) <= value { low = middle } else { high = middle }
        }
        return Interval(low, high)
    }

    public static func < (left: StepThreshold, right: StepThreshold) -> Bool {
        if left.degree == 1, right.degree == 1 { return left.radicand < right.radicand }
        if left.radicand < 0 || right.radicand < 0 { return left.radicand < 0 && right.radicand >= 0 }
        return power(left.radicand, right.degree) < power(right.radicand, left.degree)
    }

    public static func == (left: StepThreshold, right: StepThreshold) -> Bool {
        !(left < right) && !(right < left)
    }
}

/// The values of one number between which a verdict stays.
public struct HoldingRange: Equatable, Sendable {
    /// The smallest value; `nil` if there is none.
    public let low: StepThreshold?
    /// The largest value; `nil` if there is none.
    public let high: StepThreshold?
}

extension StepPlan {
    /// The values of one number for which an order holds, all others as they are.
    ///
    /// Every gain is linear in each number but the discount factors; in a party's factor all its conditions point one way,
    /// so that there, too, the values form one range.
    ///
    /// - Returns: `nil` if the order fails whatever the number is.
    /// - Throws: `notAnOrder`, `breaksPrecedence`, `wrongGuarantee`, or `unknownNumber`.
    public func holdingRange(
        of order: [Int], in number: StepNumber, under guarantee: StepGuarantee? = nil,
        over stretch: OrderStretch = .whole
    ) throws(StepProblem) -> HoldingRange? {
        guard let value = self[number] else { throw .unknownNumber(number) }
        let here = try verdict(of: order, under: guarantee).steps.dropFirst(stretch.first)
        let others = here.flatMap(\.violations).filter { $0.party != number.party }
        if !others.isEmpty { return nil }
        if case .discount(let party) = number { return discountRange(here, party) }
        let there = try with(number, value + 1).verdict(of: order, under: guarantee).steps.dropFirst(
            stretch.first)
        var (low, high): (Rational?, Rational?) = (nil, nil)
        let pairs = zip(here, there).flatMap { zip($0.conditions, $1.conditions) }
        for (condition, moved) in pairs where condition.party == number.party {
            let slope = moved.gain - condition.gain
            if slope == 0 {
                if condition.gain > 0 { return nil }
                continue
            }
            let zero = value - condition.gain / slope
            if slope > 0 { high = min(high ?? zero, zero) } else { low = max(low ?? zero, zero) }
        }
        if let low, let high, low > high { return nil }
        return HoldingRange(low: low.map { StepThreshold($0) }, high: high.map { StepThreshold($0) })
    }

    /// The values from 0 to 1 of a party's discount factor for which its conditions are met.
    private func discountRange(_ verdict: ArraySlice<StepVerdict>, _ party: Int) -> HoldingRange? {
        let completed = holding(of: party, after: Set(steps.indices))
        var (low, high) = (StepThreshold(0), StepThreshold(1))
        for step in verdict {
            let done = step.done.count
            for condition in step.conditions where condition.party == party {
                guard completed != 0 else {
                    if condition.alternative > 0 { return nil }
                    continue
                }
                // The factor's power must be at least this if completion is worth something, else at most.
                let bar = condition.alternative / completed
                if completed > 0 {
                    if bar > 1 { return nil }
                    if bar > 0 { low = max(low, StepThreshold(rootOf: bar, degree: steps.count - done)) }
                } else {
                    if bar < 0 { return nil }
                    if bar < 1 { high = min(high, StepThreshold(rootOf: bar, degree: steps.count - done)) }
                }
            }
        }
        return low > high ? nil : HoldingRange(low: low, high: high)
    }
}
