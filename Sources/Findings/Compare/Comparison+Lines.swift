import CaseModel
import Engines
public import Numbers

extension Comparison {
    /// A way through the lineage, each draft going back to the latest of its parents.
    public struct Line: Hashable, Sendable {
        /// Eldest first.
        public let drafts: [String]
        /// The issues that at least two of them address.
        public let paths: [Path]
    }

    /// The way of one issue along a line.
    public struct Path: Hashable, Sendable {
        public let issue: String
        /// The sum of all steps, as shares of the issue's range.
        public let variation: Interval
        /// From the first draft that addresses it to the last.
        public let net: Interval
        /// Changes of direction that are certain.
        public let reversals: Int
        /// The drafts that address it.
        public let drafts: [String]
    }

    /// An alternative or a number, and the texts that hold it.
    public struct History: Hashable, Sendable {
        public let issue: String
        public let reading: Reading
        /// By date.
        public let texts: [String]
        /// Texts between the first and the last that do not hold it.
        public let gaps: [String]
        /// Whether a later text that addresses the issue no longer holds it.
        public let isGone: Bool

        public enum Reading: Hashable, Sendable {
            case alternative(String)
            /// On the scale of an interval issue, in its own unit.
            case range(Interval)
        }
    }
}

extension Comparison.Line {
    init(_ line: [Int], _ paths: [IssuePath?], _ inputs: ComparisonInputs) {
        drafts = line.map { inputs.drafts[$0].id }
        self.paths = zip(inputs.issues, paths).compactMap { issue, path in
            path.map { path in
                Comparison.Path(
                    issue: issue.id, variation: path.variation, net: path.net, reversals: path.reversals,
                    drafts: path.drafts.map { inputs.drafts[line[$0]].id })
            }
        }
    }
}

extension Comparison.History {
    init(_ appearance: Appearance, _ texts: [Int], _ inputs: ComparisonInputs) {
        let issue = inputs.issues[appearance.issue]
        func names(_ places: [Int]) -> [String] { places.map { inputs.drafts[texts[$0]].id } }
        self.issue = issue.id
        reading =
            switch appearance.reading {
            case .alternative(let index): .alternative(issue.alternatives[index].id)
            case .range(let share): Self.named(share, on: issue)
            }
        self.texts = names(appearance.drafts)
        gaps = names(appearance.gaps)
        isGone = appearance.isGone
    }

    /// On an interval issue an alternative is a name for a number.
    private static func named(_ share: Interval, on issue: Agenda.Issue) -> Self.Reading {
        if share.isPoint,
            let name = issue.alternatives.first(where: { issue.position(of: $0.id) == share.low })
        {
            return .alternative(name.id)
        }
        let range = issue.range ?? .unit
        return .range(Interval(range.low) + range.width * share)
    }
}
