/// A reading and the drafts that have it, by their place in the order of the drafts.
public struct Appearance: Hashable, Sendable {
    public let issue: Int
    public let reading: Reading
    /// Drafts that name it.
    public let drafts: [Int]
    /// Drafts after the first one that address the issue and cannot be read so.
    public let without: [Int]

    public var first: Int { drafts.first ?? 0 }
    public var last: Int { drafts.last ?? 0 }
    /// Whether a later draft addresses the issue and cannot be read so.
    public var isGone: Bool { without.contains { $0 > last } }
    /// Drafts between the first and the last that cannot be read so.
    public var gaps: [Int] { without.filter { $0 < last } }
}

extension DraftTable {
    /// Every reading of every issue with the drafts that name it, in order of first appearance.
    ///
    /// A draft that only excludes something names nothing, and one that can be read in any way ends nothing.
    ///
    /// - Parameters:
    ///   - rows: The terms of the drafts in their order; shape: drafts × issues.
    ///   - scales: The issues.
    ///   - conditional: How a conditional term counts.
    /// - Returns: Issue by issue.
    /// - Complexity: O(*drafts* · *issues* · *readings*²).
    public static func appearances(
        in rows: [[CodedTerm]], on scales: [IssueScale], conditional: ConditionalReading = .value
    ) -> [Appearance] {
        scales.indices.flatMap { issue -> [Appearance] in
            let terms = rows.map { $0[issue] }
            var found: [(reading: Reading, drafts: [Int])] = []
            for (draft, term) in terms.enumerated() where term.state != .denied {
                for reading in term.readings(on: scales[issue], conditional: conditional) ?? [] {
                    if let index = found.firstIndex(where: { $0.reading == reading }) {
                        if found[index].drafts.last != draft { found[index].drafts.append(draft) }
                    } else {
                        found.append((reading, [draft]))
                    }
                }
            }
            let ways = terms.map { $0.readings(on: scales[issue], conditional: .hull) }
            return found.map { reading, drafts in
                let without = terms.indices.filter { draft in
                    guard draft > drafts[0], terms[draft].state.isAddressed else { return false }
                    return ways[draft].map { !$0.contains(where: reading.canBe) } ?? false
                }
                return Appearance(issue: issue, reading: reading, drafts: drafts, without: without)
            }
        }
    }

    /// From a draft back to the first one, each going back to the latest of its parents: a way through the lineage on which every
    /// step is a real one.
    ///
    /// - Parameter parents: The draft that each draft goes back to first.
    /// - Returns: One line per draft that nothing goes back to, if it goes back to something itself; eldest first.
    public static func lines(_ parents: [Int?]) -> [[Int]] {
        let named = Set(parents.compactMap { $0 })
        return parents.indices.filter { !named.contains($0) && parents[$0] != nil }.map { leaf in
            var line = [leaf]
            while let parent = parents[line[line.count - 1]], line.count <= parents.count {
                line.append(parent)
            }
            return line.reversed()
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
    /// How many points of the later draft go back to one of the earlier.
    public let inherited: Int

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
        inherited = after.count - new.count
    }
}
