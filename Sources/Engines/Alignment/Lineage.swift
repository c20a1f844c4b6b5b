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
    /// Every reading of every issue with the drafts that have it, in order of first appearance.
    ///
    /// - Parameters:
    ///   - rows: The terms of the drafts in their order; shape: drafts × issues.
    ///   - scales: The issues.
    ///   - conditional: How a conditional term counts.
    /// - Returns: Issue by issue; a term that can be read in any way names no reading.
    /// - Complexity: O(*drafts* · *issues* · *readings*²).
    public static func appearances(
        in rows: [[CodedTerm]], on scales: [IssueScale], conditional: ConditionalReading = .value
    ) -> [Appearance] {
        scales.indices.flatMap { issue -> [Appearance] in
            var found: [(reading: Reading, drafts: [Int])] = []
            for draft in rows.indices {
                let readings = rows[draft][issue].readings(on: scales[issue], conditional: conditional)
                for reading in readings ?? [] {
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
