public import Numbers

/// The smallest change of a single number that brings a wanted verdict.
public struct StepFlip: Equatable, Sendable {
    public let number: StepNumber
    public let from: Rational
    public let to: StepThreshold
    /// Whether the verdict is there at the threshold itself; otherwise only beyond it, by however little.
    public let isReached: Bool
    /// Whether the number must rise.
    public let rises: Bool

    /// By how much the number changes, as a proven range.
    public var change: Interval { to.enclosure() - Interval(from) }
    /// The size of the change.
    public var size: Interval { Interval(from).distance(to: to.enclosure()) }
}

extension StepPlan {
    /// What turns the verdict on an order: for each number the nearest value at which it fails if it holds, or holds if it
    /// fails, the smallest change first. Numbers that cannot turn it alone are left out.
    ///
    /// Sizes are compared as they stand, those of discount factors too; changes of one kind are meant to be compared.
    ///
    /// The numbers that may change are by default all that are not zero, every start, temptation and factor.
    ///
    /// - Throws: `notAnOrder`, `breaksPrecedence`, `wrongGuarantee`, or `unknownNumber`.
    public func flips(
        of order: [Int], under guarantee: StepGuarantee? = nil, over stretch: OrderStretch = .whole,
        numbers: [StepNumber]? = nil
    ) throws(StepProblem) -> [StepFlip] {
        let holds = try verdict(of: order, under: guarantee).holds(over: stretch)
        return try flips(
            holding: holds ? [] : [order], failing: holds ? [order] : [], guarantee, stretch, numbers)
    }

    /// What makes one order hold and another fail: for each number the nearest value at which both is so.
    ///
    /// No change at all where it is so already.
    ///
    /// - Throws: `notAnOrder`, `breaksPrecedence`, or `unknownNumber`.
    public func flips(
        holding one: [Int], failing other: [Int], numbers: [StepNumber]? = nil
    ) throws(StepProblem) -> [StepFlip] {
        try flips(holding: [one], failing: [other], nil, .whole, numbers)
    }

    private func flips(
        holding: [[Int]], failing: [[Int]], _ guarantee: StepGuarantee?, _ stretch: OrderStretch,
        _ numbers: [StepNumber]?
    ) throws(StepProblem) -> [StepFlip] {
        var found: [StepFlip] = []
        for number in numbers ?? self.numbers {
            guard let value = self[number] else { throw .unknownNumber(number) }
            var pieces = [Piece.domain(of: number)]
            for order in holding {
                let range = try holdingRange(of: order, in: number, under: guarantee, over: stretch)
                pieces = range.map { range in pieces.map { $0.intersected(range) } } ?? []
            }
            for order in failing {
                guard let range = try holdingRange(of: order, in: number, under: guarantee, over: stretch)
                else {
                    continue
                }
                pieces = pieces.flatMap { $0.without(range) }
            }
            let flips = pieces.filter { !$0.isEmpty }.map { $0.nearest(to: value, of: number) }
            if let nearest = flips.min(by: { $0.size.midpoint < $1.size.midpoint }) { found.append(nearest) }
        }
        return found.enumerated().sorted {
            ($0.element.size.midpoint, $0.offset) < ($1.element.size.midpoint, $1.offset)
        }.map(\.element)
    }
}

/// A connected set of values, with or without its ends.
private struct Piece {
    struct End {
        var value: StepThreshold
        var isIn: Bool
    }

    var low: End?
    var high: End?

    static func domain(of number: StepNumber) -> Piece {
        guard case .discount = number else { return Piece() }
        return Piece(
            low: End(value: StepThreshold(0), isIn: true), high: End(value: StepThreshold(1), isIn: true))
    }

    var isEmpty: Bool {
        guard let low, let high else { return false }
        return low.value > high.value || low.value == high.value && !(low.isIn && high.isIn)
    }

    func intersected(_ range: HoldingRange) -> Piece {
        above(range.low.map { End(value: $0, isIn: true) }).below(
            range.high.map { End(value: $0, isIn: true) })
    }

    func without(_ range: HoldingRange) -> [Piece] {
        let under = range.low.map { below(End(value: $0, isIn: false)) }
        let over = range.high.map { above(End(value: $0, isIn: false)) }
        return [under, over].compactMap { $0 }
    }

    private func above(_ end: End?) -> Piece {
        guard let end else { return self }
        guard let low, low.value > end.value || low.value == end.value && !low.isIn else {
            return Piece(low: end, high: high)
        }
        return self
    }

    private func below(_ end: End?) -> Piece {
        guard let end else { return self }
        guard let high, high.value < end.value || high.value == end.value && !high.isIn else {
            return Piece(low: low, high: end)
        }
        return self
    }

    func nearest(to value: Rational, of number: StepNumber) -> StepFlip {
        let here = StepThreshold(value)
        if let low, here < low.value || here == low.value && !low.isIn {
            return StepFlip(number: number, from: value, to: low.value, isReached: low.isIn, rises: true)
        }
        if let high, here > high.value || here == high.value && !high.isIn {
            return StepFlip(number: number, from: value, to: high.value, isReached: high.isIn, rises: false)
        }
        return StepFlip(number: number, from: value, to: here, isReached: true, rises: false)
    }
}
