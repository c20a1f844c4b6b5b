public import CaseModel
import Engines
public import Numbers

/// What is on the table, point by point, and what changed: every draft on every issue in the seven states, how far each is
/// from the yardsticks of the actors, what moved from draft to draft, and who.
public struct Comparison: Finding {
    public let question = Question.compare
    public let perspective: String?
    public let issues: [Agenda.Issue]
    /// By date.
    public let drafts: [Draft]
    /// Shape: drafts × issues.
    public let cells: [[Cell]]
    public let choices: Choices
    public let yardsticks: [Yardstick]
    /// Shape: drafts × yardsticks.
    public let distances: [[Distance]]
    /// What was asked for first, then the lineage in the order of dates.
    public let steps: [Step]
    public let lines: [Line]
    /// How alike the drafts are; `similarities[a][b]` for `b < a`.
    public let similarities: [[Likeness]]
    /// Alternatives and numbers with the texts that hold them, issue by issue.
    public let histories: [History]
    /// Changes in what the actors themselves are said to hold.
    public let moves: [Move]
    /// How many dated statements on issues each actor has: so often it could have been seen to move.
    public let datedStatements: [String: Int]
    public let restsOn: Support
    public let method: Method
    public let limits: [Limit]
    public let passages: PassageBook

    public struct Draft: Hashable, Sendable {
        public let proposal: Proposal
        public let coverage: Coverage
    }

    /// How much of the agenda a draft speaks about.
    public struct Coverage: Hashable, Sendable {
        public let addressed: Int
        public let silent: Int
        public let unreported: Int
        /// The share of the issues that are addressed.
        public let share: Rational
    }

    /// The seven states of a term, which are never mixed up.
    public enum State: String, Hashable, Sendable, CaseIterable {
        case stated, denied, ambiguous, conditional, contested, silent, unreported

        /// Whether the text says anything on the issue.
        public var isAddressed: Bool { self != .silent && self != .unreported }
    }

    /// What one draft says on one issue.
    public struct Cell: Hashable, Sendable {
        public let state: State
        /// From 0 at the first pole to 1 at the last; `nil` where nothing is said or nothing is ordered.
        public let position: Interval?
        /// The terms, one per point that names the issue.
        public let terms: [PointTerm]
        /// The chains of all terms, each once.
        public let reportedBy: [[String]]
        /// Issues that the term depends on and on which the draft is silent.
        public let linkedSilence: [String]
        /// Whether points of the draft say different things.
        public let pullsApart: Bool
    }

    /// A term with the point that it stands in.
    public struct PointTerm: Hashable, Sendable {
        public let point: String
        public let term: Term
        /// Who says that the draft says so, chain by chain; empty where the text itself was coded.
        public let reportedBy: [[String]]
        public let note: Label?
    }

    /// Asks the question of a view.
    ///
    /// - Throws: ``NotAnswerable`` if there are no issues or no drafts to compare, if a draft that is asked for is not
    ///   there, or if the view collides.
    public init(of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        let inputs = try prepareComparison(view, choices)
        let answer = answerComparison(inputs)
        let matrix = answer.matrix
        precondition(matrix.holds(in: inputs.table), "the matrix does not follow from its terms")
        perspective = view.viewpoint.perspective
        issues = inputs.issues
        drafts = zip(inputs.drafts, matrix.cells).map { draft, cells in
            Draft(proposal: draft, coverage: Coverage(DraftTable.coverage(of: cells)))
        }
        cells = inputs.drafts.indices.map { draft in
            zip(inputs.issues, matrix.cells[draft]).map { issue, cell in
                Cell(cell, inputs.said[draft][issue.id] ?? [], inputs.drafts[draft].extent, inputs.issues)
            }
        }
        self.choices = choices
        yardsticks = inputs.yardsticks.map { Yardstick($0, inputs, matrix) }
        distances = answer.distances.map { $0.map { Distance($0, inputs.issues) } }
        steps = answer.steps.map { Step($0, inputs) }
        lines = answer.lines.map { Line($0.drafts, $0.paths, inputs) }
        similarities = answer.similarities.map { $0.map { Likeness(share: $0.share, compared: $0.compared) } }
        histories = answer.appearances.map { History($0, answer.texts, inputs) }
        moves = Self.moves(of: view.case, inputs)
        datedStatements = Self.datedStatements(view.case)
        method = .pointByPoint(conditional: choices.conditional.rawValue)
        restsOn = Support(
            Self.grounds(inputs) + moves.flatMap(\.grounds), taking: view.seen.take.sources)
        passages = view.passages
        limits = Self.limits(inputs, view) + restsOn.limits(passages) + view.limits
    }

    private static func grounds(_ inputs: ComparisonInputs) -> [(basis: Basis, place: Place)] {
        inputs.issues.map { ($0.basis, $0.place) }
            + inputs.yardsticks.compactMap(\.ground)
            + inputs.drafts.flatMap { draft in
                [(draft.basis, draft.place)] + draft.points.flatMap(\.terms).map { ($0.basis, $0.place) }
            }
    }

    private static func limits(_ inputs: ComparisonInputs, _ view: View) -> [Limit] {
        var limits: [Limit] = []
        let reported = inputs.drafts.count { $0.extent == .reported }
        if reported > 0 { limits.append(.reportedOnly(drafts: reported, of: inputs.drafts.count)) }
        let ordered = inputs.issues.filter { $0.kind != .nominal && !$0.isShared }
        let assumed = ordered.count { $0.basis.isOwn }
        if assumed > 0 { limits.append(.ownOrder(issues: assumed, of: ordered.count)) }
        return limits + yardstickLimits(inputs, view)
    }

    private static func yardstickLimits(_ inputs: ComparisonInputs, _ view: View) -> [Limit] {
        var limits: [Limit] = []
        let hidden = view.case.actors.filter { actor in
            actor.ideal != nil && !inputs.yardsticks.contains { $0.actor == actor.id }
        }
        if !hidden.isEmpty { limits.append(.yardstickNotSeen(hidden.map(\.id))) }
        let owners = inputs.yardsticks.compactMap(\.actor)
        if !owners.isEmpty || hidden.isEmpty {
            limits.append(.yardsticks(of: owners, actors: view.case.actors.count))
        }
        let hasSteps = inputs.drafts.contains { !($0.parents + $0.possibleParents).isEmpty }
        let isAlike = hasSteps || inputs.yardsticks.contains { $0.weighting == .equal }
        return isAlike ? limits + [.equalWeights] : limits
    }
}

extension Comparison.Coverage {
    fileprivate init(_ coverage: DraftTable.Coverage) {
        (addressed, silent, unreported) = (coverage.addressed, coverage.silent, coverage.unreported)
        share = coverage.share
    }
}

extension Comparison.State {
    fileprivate init(_ state: TermState) {
        self =
            switch state {
            case .stated: .stated
            case .denied: .denied
            case .ambiguous: .ambiguous
            case .conditional: .conditional
            case .contested: .contested
            case .silent: .silent
            case .unreported: .unreported
            }
    }
}

extension Comparison.Cell {
    fileprivate init(
        _ cell: DraftTable.Cell, _ found: [(point: Proposal.Point, term: Term)], _ extent: Proposal.Extent,
        _ issues: [Agenda.Issue]
    ) {
        state = Comparison.State(cell.term.state)
        position = cell.position
        terms = found.map { point, term in
            let chain = term.via.isEmpty ? point.via : term.via
            let isReported = chain.isEmpty && extent == .reported
            return Comparison.PointTerm(
                point: point.id, term: term,
                reportedBy: isReported ? term.basis.sources : chain.isEmpty ? [] : [chain],
                note: term.note ?? point.note)
        }
        reportedBy = terms.flatMap(\.reportedBy).reduce(into: []) { chains, chain in
            if !chains.contains(chain) { chains.append(chain) }
        }
        var silent: [String] = []
        for index in cell.linkedSilence where !silent.contains(issues[index].id) {
            silent.append(issues[index].id)
        }
        linkedSilence = silent
        pullsApart = cell.pullsApart
    }
}

extension Basis {
    /// The cited sources, each as a chain of one.
    fileprivate var sources: [[String]] {
        var found: [[String]] = []
        for citation in citations where !found.contains([citation.source]) { found.append([citation.source]) }
        return found
    }
}
