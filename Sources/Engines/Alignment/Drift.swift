public import Numbers

/// What changed from one draft to another, position and scope kept apart.
///
/// Two papers can say nearly the same on what both address, and yet one of them settles twice as much: a single number
/// would hide which it is.
public struct DraftStep: Hashable, Sendable {
    /// The distance on each issue that both address, as a share of its range; `nil` on the others.
    public let distances: [Interval?]
    /// The same with a direction, positive towards the last pole; `nil` where there is no order.
    public let shifts: [Interval?]
    /// Issues that only the later draft addresses.
    public let entered: [Int]
    /// Issues that only the earlier draft addresses.
    public let left: [Int]
    /// Issues that the earlier draft addresses and on which the later one is silent, though somebody looked.
    public let becameSilent: [Int]

    /// The ordered issues that both address.
    public var compared: [Int] { shifts.indices.filter { shifts[$0] != nil } }

    /// The change of position: the mean of the shifts, each issue counting alike; from −1 to 1, positive towards the last pole.
    public var position: Interval? {
        let known = shifts.compactMap { $0 }
        guard !known.isEmpty else { return nil }
        return Rational(1, over: known.count) * known.reduce(Interval(.zero), +)
    }

    /// For how large a share of all weightings the step certainly goes towards the last pole, and towards the first.
    public var shares: (last: Double, first: Double) {
        let known = shifts.compactMap { $0 }
        return (
            shareOfWeightings(withPositiveSum: known.map { Double($0.low) }),
            shareOfWeightings(withPositiveSum: known.map { -Double($0.high) })
        )
    }
}

/// The way of one issue along a lineage.
public struct IssuePath: Hashable, Sendable {
    /// The sum of all steps between drafts that address the issue.
    public let variation: Interval
    /// The distance from the first to the last of them.
    public let net: Interval
    /// How often the direction turned round; steps whose direction is not certain do not count.
    public let reversals: Int
    /// The drafts that address it, by their place in the lineage.
    public let drafts: [Int]
}

extension DraftTable {
    /// What changed between two rows of terms.
    ///
    /// A gap that was filled with the very term of the other draft has not moved, even where that term can be read in several
    /// ways. Scope is counted on what the drafts say themselves, whatever fills the gaps.
    public static func step(
        from before: [FilledTerm], to after: [FilledTerm], on scales: [IssueScale],
        conditional: ConditionalReading = .value
    ) -> DraftStep {
        let issues = scales.indices
        func says(_ row: [FilledTerm], _ issue: Int) -> Bool { row[issue].said.state.isAddressed }
        func isHandedDown(_ issue: Int) -> Bool { after[issue].isHandedDown(from: before[issue]) }
        return DraftStep(
            distances: issues.map { issue in
                isHandedDown(issue)
                    ? Interval(.zero)
                    : scales[issue].distance(before[issue].term, after[issue].term, conditional: conditional)
            },
            shifts: issues.map { issue in
                isHandedDown(issue) && scales[issue].positions != nil
                    ? Interval(.zero)
                    : scales[issue].shift(before[issue].term, after[issue].term, conditional: conditional)
            },
            entered: issues.filter { !says(before, $0) && says(after, $0) },
            left: issues.filter { says(before, $0) && !says(after, $0) },
            becameSilent: issues.filter { says(before, $0) && after[$0].said == .silent })
    }

    /// What changed between two rows of terms as they stand.
    public static func step(
        from before: [CodedTerm], to after: [CodedTerm], on scales: [IssueScale],
        conditional: ConditionalReading = .value
    ) -> DraftStep {
        step(
            from: before.map { FilledTerm($0) }, to: after.map { FilledTerm($0) }, on: scales,
            conditional: conditional)
    }

    /// The way of an issue through drafts in the order of their lineage; `nil` if fewer than two address it.
    ///
    /// - Parameters:
    ///   - terms: One per draft.
    ///   - scale: The issue.
    ///   - conditional: How a conditional term counts.
    /// - Returns: Total variation, net change and reversals.
    public static func path(
        of terms: [CodedTerm], on scale: IssueScale, conditional: ConditionalReading = .value
    ) -> IssuePath? {
        let drafts = terms.indices.filter { terms[$0].state.isAddressed }
        let steps = zip(drafts, drafts.dropFirst()).compactMap {
            scale.distance(terms[$0], terms[$1], conditional: conditional)
        }
        guard let first = drafts.first, let last = drafts.last, !steps.isEmpty,
            let net = scale.distance(terms[first], terms[last], conditional: conditional)
        else { return nil }
        let variation = steps.reduce(Interval(.zero), +)
        let places = drafts.compactMap { terms[$0].position(on: scale, conditional: conditional) }
        return IssuePath(variation: variation, net: net, reversals: reversals(places), drafts: drafts)
    }

    /// Changes of direction among steps whose direction is certain.
    private static func reversals(_ places: [Interval]) -> Int {
        let directions = zip(places, places.dropFirst()).compactMap { before, after -> Int? in
            after.low > before.high ? 1 : after.high < before.low ? -1 : nil
        }
        return zip(directions, directions.dropFirst()).count { $0 != $1 }
    }
}
