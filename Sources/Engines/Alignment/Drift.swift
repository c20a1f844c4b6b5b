public import Numbers

/// What changed from one draft to the next, position and scope kept apart.
///
/// Two papers can say nearly the same on what both address, and yet one of them settles twice as much: a single number
/// would hide which it is.
public struct DraftStep: Hashable, Sendable {
    /// The distance on each issue that both address; `nil` on the others.
    public let moved: [Interval?]
    /// Issues that only the later draft addresses.
    public let entered: [Int]
    /// Issues that only the earlier draft addresses.
    public let left: [Int]
    /// Issues that the earlier draft addresses and on which the later one is silent, though somebody looked.
    public let becameSilent: [Int]
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

/// When a reading stood in a draft, by its place in the order of the drafts.
public struct Appearance: Hashable, Sendable {
    public let issue: Int
    public let reading: Reading
    public let drafts: [Int]
    /// How many drafts there are.
    public let count: Int

    public var first: Int { drafts.first ?? 0 }
    public var last: Int { drafts.last ?? 0 }
    /// Whether a later draft no longer has it.
    public var isGone: Bool { last < count - 1 }
    /// Drafts between the first and the last that do not have it.
    public var gaps: [Int] { (first...last).filter { !drafts.contains($0) } }
}

extension DraftTable {
    /// What changed between two rows of terms.
    public static func step(
        from before: [CodedTerm], to after: [CodedTerm], on scales: [IssueScale],
        conditional: ConditionalReading = .value
    ) -> DraftStep {
        let issues = scales.indices
        return DraftStep(
            moved: issues.map { scales[$0].distance(before[$0], after[$0], conditional: conditional) },
            entered: issues.filter { !before[$0].state.isAddressed && after[$0].state.isAddressed },
            left: issues.filter { before[$0].state.isAddressed && !after[$0].state.isAddressed },
            becameSilent: issues.filter { before[$0].state.isAddressed && after[$0] == .silent })
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

    /// Every reading of every issue with the drafts that have it, in order of first appearance.
    public func appearances(conditional: ConditionalReading = .value) -> [Appearance] {
        let rows = matrix(conditional: conditional)
        return scales.indices.flatMap { issue -> [Appearance] in
            var found: [(reading: Reading, drafts: [Int])] = []
            for draft in rows.indices {
                for reading in rows[draft][issue].term.readings(on: scales[issue], conditional: conditional)
                    ?? []
                {
                    if let index = found.firstIndex(where: { $0.reading == reading }) {
                        found[index].drafts.append(draft)
                    } else {
                        found.append((reading, [draft]))
                    }
                }
            }
            return found.map {
                Appearance(issue: issue, reading: $0.reading, drafts: $0.drafts, count: rows.count)
            }
        }
    }
}

/// What became of the points of a draft in the next one, by explicit links and not by their numbers.
public struct PointLineage: Hashable, Sendable {
    /// Points that became several.
    public let split: [String: [String]]
    /// Points that several became one.
    public let merged: [String: [String]]
    public let dropped: [String]
    public let new: [String]

    /// - Parameters:
    ///   - before: The points of the earlier draft, in its order.
    ///   - after: The points of the later draft.
    ///   - links: Pairs of an earlier point and a later one that goes back to it.
    public init(before: [String], after: [String], links: [(String, String)]) {
        let down = Dictionary(grouping: links, by: \.0).mapValues { $0.map(\.1) }
        let up = Dictionary(grouping: links, by: \.1).mapValues { $0.map(\.0) }
        split = down.filter { $0.value.count > 1 }
        merged = up.filter { $0.value.count > 1 }
        dropped = before.filter { down[$0] == nil }
        new = after.filter { up[$0] == nil }
    }
}
