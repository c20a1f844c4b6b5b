public import Numbers

/// How far a draft is from a yardstick on a whole agenda.
///
/// A draft that leaves the heaviest issues open looks nearer than it is; so a distance never stands without its coverage
/// and its envelope.
public struct AgendaDistance: Hashable, Sendable {
    /// The distance on each issue as a share of its range; `nil` where draft or yardstick says nothing.
    public let perIssue: [Interval?]
    /// Points of 100 over the issues that are addressed, 0 at the yardstick; `nil` if none is.
    public let points: Interval?
    /// The share of the weight that is addressed, of the issues on which the yardstick says something.
    public let coverage: Rational
    /// The same with everything between 0 and 1 on issues that are left open; `nil` if the yardstick says nothing.
    public let envelope: Interval?
    /// The points under every choice of weights for the issues that are addressed.
    public let anyWeights: Interval?
}

/// What a draft is measured against: an ideal for each issue, and how much each counts.
public struct Yardstick: Hashable, Sendable {
    /// One term per issue; silent where the yardstick takes no position.
    public let ideal: [CodedTerm]
    public let weights: [Rational]

    /// - Precondition: One weight per term, none negative.
    public init(ideal: [CodedTerm], weights: [Rational]) {
        precondition(ideal.count == weights.count, "one weight per term")
        precondition(weights.allSatisfy { $0 >= .zero }, "no weight is negative")
        (self.ideal, self.weights) = (ideal, weights)
    }
}

extension IssueScale {
    /// The smallest and the largest distance of two terms, as a share of the issue's range.
    ///
    /// Without an order two readings are either the same (0) or not (1). `nil` where one of the terms says nothing.
    public func distance(
        _ first: CodedTerm, _ second: CodedTerm, conditional: ConditionalReading = .value
    ) -> Interval? {
        guard first.state.isAddressed, second.state.isAddressed else { return nil }
        guard positions == nil else {
            guard let one = first.position(on: self, conditional: conditional),
                let other = second.position(on: self, conditional: conditional)
            else { return nil }
            return one.distance(to: other)
        }
        // Without an order; "in any way" can be everything.
        guard let one = first.readings(on: self, conditional: conditional),
            let other = second.readings(on: self, conditional: conditional)
        else { return .unit }
        guard !one.isEmpty, !other.isEmpty else { return nil }
        let canMeet = one.contains { mine in other.contains { mine.canBe($0) } }
        let isOne = Set(one + other).count == 1 && one[0].isOneThing
        return Interval(canMeet ? 0 : 1, isOne ? 0 : 1)
    }

    /// The change from one term to another with its direction, positive towards the last pole; `nil` without an order or where one
    /// of the terms says nothing.
    public func shift(
        _ before: CodedTerm, _ after: CodedTerm, conditional: ConditionalReading = .value
    ) -> Interval? {
        guard let one = before.position(on: self, conditional: conditional),
            let other = after.position(on: self, conditional: conditional)
        else { return nil }
        return other - one
    }
}

extension DraftTable {
    /// The distance of a row of terms to a yardstick.
    ///
    /// *Points* are Σ w·d / Σ w over the issues that both address, times 100; the ends of the interval are reached
    /// together, because each issue's distance depends on its own terms alone.
    ///
    /// - Complexity: O(*issues* · *readings*).
    public static func distance(
        of row: [CodedTerm], to yardstick: Yardstick, on scales: [IssueScale],
        conditional: ConditionalReading = .value
    ) -> AgendaDistance {
        let perIssue = scales.indices.map {
            scales[$0].distance(row[$0], yardstick.ideal[$0], conditional: conditional)
        }
        let asked = scales.indices.filter { yardstick.ideal[$0].state.isAddressed }
        let addressed = asked.filter { perIssue[$0] != nil }
        func weight(_ issues: [Int]) -> Rational { issues.reduce(.zero) { $0 + yardstick.weights[$1] } }
        let (all, spoken) = (weight(asked), weight(addressed))
        let sum = addressed.reduce(Interval(.zero)) { sum, issue in
            sum + yardstick.weights[issue] * (perIssue[issue] ?? Interval(.zero))
        }
        func points(_ sum: Interval, of weight: Rational) -> Interval? {
            weight == .zero ? nil : Rational(100) / weight * sum
        }
        let open = (all - spoken) * Interval.unit
        let found = addressed.compactMap { perIssue[$0] }
        let anyWeights = found.dropFirst().reduce(found.first) { $0?.hull($1) }.map { Rational(100) * $0 }
        return AgendaDistance(
            perIssue: perIssue, points: points(sum, of: spoken),
            coverage: all == .zero ? .zero : spoken / all, envelope: points(sum + open, of: all),
            anyWeights: anyWeights)
    }

    /// How a draft moved towards a yardstick, issue by issue: the distance before less the distance after; positive is
    /// towards. `nil` where one of the two says nothing; zero where a gap was filled with the term before it.
    public static func movement(
        from before: [FilledTerm], to after: [FilledTerm], towards yardstick: Yardstick,
        on scales: [IssueScale], conditional: ConditionalReading = .value
    ) -> AgendaMovement {
        let perIssue = scales.indices.map { issue -> Interval? in
            func far(_ term: CodedTerm) -> Interval? {
                scales[issue].distance(term, yardstick.ideal[issue], conditional: conditional)
            }
            guard let first = far(before[issue].term), let second = far(after[issue].term) else { return nil }
            return after[issue].isHandedDown(from: before[issue]) ? Interval(.zero) : first - second
        }
        let known = scales.indices.filter { perIssue[$0] != nil }
        let weight = known.reduce(Rational.zero) { $0 + yardstick.weights[$1] }
        let sum = known.reduce(Interval(.zero)) {
            $0 + yardstick.weights[$1] * (perIssue[$1] ?? Interval(.zero))
        }
        return AgendaMovement(
            perIssue: perIssue, points: weight == .zero ? nil : Rational(100) / weight * sum)
    }
}

/// How a draft moved towards a yardstick.
public struct AgendaMovement: Hashable, Sendable {
    /// As a share of each issue's range, positive towards; `nil` where one of the two says nothing.
    public let perIssue: [Interval?]
    /// Points of 100 over the issues that both address, under the yardstick's weights; `nil` if there are none.
    public let points: Interval?

    /// For how large a share of all weightings the movement is certainly towards, and certainly away.
    public var shares: (towards: Double, away: Double) {
        let known = perIssue.compactMap { $0 }
        return (
            shareOfWeightings(withPositiveSum: known.map { Double($0.low) }),
            shareOfWeightings(withPositiveSum: known.map { -Double($0.high) })
        )
    }
}
