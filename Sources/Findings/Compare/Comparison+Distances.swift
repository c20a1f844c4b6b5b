import CaseModel
import Engines
public import Numbers

extension Comparison {
    /// What drafts are measured from.
    public struct Yardstick: Hashable, Sendable {
        /// Whose it is; `nil` for a draft that was only asked for.
        public let actor: String?
        /// The draft that serves as the yardstick; `nil` for an ideal written down issue by issue.
        public let draft: String?
        /// The issues on which it takes a position.
        public let issues: [String]
        public let weighting: Weighting
        /// Where it stands on each ordered issue.
        public let places: [IssueFigure]

        /// The actor, or the draft where nobody owns it.
        public var id: String { actor ?? draft.map { "p:\($0)" } ?? "" }
    }

    /// How far a draft is from a yardstick.
    public struct Distance: Hashable, Sendable {
        /// Of 100, 0 at the yardstick, over the issues that both address; `nil` if there are none.
        public let points: Interval?
        /// The share of the yardstick's weight that the draft addresses.
        public let coverage: Rational
        /// The same with everything possible where the draft says nothing.
        public let envelope: Interval?
        /// The points under every choice of weights.
        public let anyWeights: Interval?
        /// Issue by issue, as a share of its range.
        public let perIssue: [IssueFigure]
    }

    /// A figure on one issue.
    public struct IssueFigure: Hashable, Sendable {
        public let issue: String
        public let value: Interval
    }

    /// How alike two drafts are on what both address.
    public struct Likeness: Hashable, Sendable {
        /// One less the mean distance; `nil` if no issue is addressed by both.
        public let share: Interval?
        public let compared: Int
    }
}

extension Comparison.Yardstick {
    init(_ yardstick: NamedYardstick, _ inputs: ComparisonInputs, _ matrix: MatrixCertificate) {
        let ideal = yardstick.coded(in: matrix.cells.map { $0.map(\.term) }).ideal
        actor = yardstick.actor
        draft = yardstick.draft.map { inputs.drafts[$0].id }
        issues = zip(inputs.issues, ideal).filter { $0.1.state.isAddressed }.map(\.0.id)
        weighting = yardstick.weighting
        places = Comparison.figures(
            zip(ideal, inputs.table.scales).map { $0.position(on: $1, conditional: inputs.conditional) },
            inputs.issues)
    }
}

extension Comparison.Distance {
    init(_ distance: AgendaDistance, _ issues: [Agenda.Issue]) {
        (points, coverage, envelope) = (distance.points, distance.coverage, distance.envelope)
        anyWeights = distance.anyWeights
        perIssue = Comparison.figures(distance.perIssue, issues)
    }
}

extension Comparison {
    /// The figures that there are, with the issues they belong to.
    static func figures(_ values: [Interval?], _ issues: [Agenda.Issue]) -> [IssueFigure] {
        zip(issues, values).compactMap { issue, value in
            value.map { IssueFigure(issue: issue.id, value: $0) }
        }
    }
}
