import CaseModel
import Engines
import Numbers

/// The drafts and the agenda of a case in numbers, with the names that the numbers stand for.
struct ComparisonInputs: Sendable {
    let issues: [Agenda.Issue]
    /// By date, then by id.
    let drafts: [Proposal]
    let table: DraftTable
    let conditional: ConditionalReading
}

/// The only place where drafts become numbers. What is simplified:
///
/// - Circumstances are not compared; they are conditions, not terms.
/// - An issue marked as shared is no tug of war: its alternatives count as unordered.
/// - A number that is a range counts as the whole range.
/// - What a condition says is kept as the list of issues it names.
func prepareComparison(_ view: View, conditional: ConditionalReading) throws(NotAnswerable)
    -> ComparisonInputs
{
    let issues = view.case.issues.filter(\.isNegotiable)
    let drafts = view.case.proposals.sorted {
        ($0.date?.first ?? .min, $0.id) < ($1.date?.first ?? .min, $1.id)
    }
    try view.require(.compare, (issues.isEmpty ? [.issues] : []) + (drafts.isEmpty ? [.drafts] : []))
    let scales = issues.map(scale)
    let index = Dictionary(uniqueKeysWithValues: zip(issues.map(\.id), issues.indices))
    let terms = drafts.map { draft in
        issues.map { issue in draft.terms(on: issue.id).map { code($0.term.content, issue) } }
    }
    let conditions = drafts.map { draft in
        issues.map { issue in
            draft.terms(on: issue.id).flatMap { $0.term.conditions }.compactMap { index[$0] }
        }
    }
    let table = DraftTable(
        scales: scales, terms: terms, unnamed: drafts.map { $0.extent == .whole ? .silent : .unreported },
        conditions: conditions)
    return ComparisonInputs(issues: issues, drafts: drafts, table: table, conditional: conditional)
}

/// Pure and fast: sweeps and the exchange of premises call this half alone.
func answerComparison(_ inputs: ComparisonInputs) -> MatrixCertificate {
    MatrixCertificate(
        cells: inputs.table.matrix(conditional: inputs.conditional), conditional: inputs.conditional)
}

private func scale(_ issue: Agenda.Issue) -> IssueScale {
    let positions = issue.alternatives.compactMap { issue.position(of: $0.id) }
    return positions.count == issue.alternatives.count && issue.kind != .nominal && !issue.isShared
        ? IssueScale(positions: positions) : IssueScale(nominal: issue.alternatives.count)
}

private func code(_ content: Term.Content, _ issue: Agenda.Issue) -> CodedTerm {
    func read(_ choice: Term.Choice) -> Reading {
        switch choice {
        case .alternative(let id):
            // On an interval issue an alternative is a name for a number.
            issue.kind == .interval
                ? .range(Interval(issue.position(of: id) ?? 0)) : .alternative(issue.index(of: id) ?? 0)
        case .number(let number):
            .range(
                Interval(
                    issue.position(of: number.range.low) ?? 0, issue.position(of: number.range.high) ?? 1))
        }
    }
    return switch content {
    case .stated(let choice): .stated(read(choice))
    case .denied(let excluded): .denied(Set(excluded.compactMap { issue.index(of: $0) }))
    case .ambiguous(let choices): .ambiguous(choices.map(read))
    case .conditional(let choice, _, _, let otherwise):
        .conditional(read(choice), otherwise: otherwise.map(read))
    case .contested(let bids): .contested(bids.map { read($0.choice) })
    case .silent: .silent
    case .unreported: .unreported
    }
}

extension Term {
    /// The issues that the term depends on.
    fileprivate var conditions: [String] {
        guard case .conditional(_, let when?, _, _) = content else { return [] }
        return when.issues
    }
}

extension Proposal {
    /// The terms on an issue, each with the point that holds it.
    func terms(on issue: String) -> [(point: Point, term: Term)] {
        points.flatMap { point in point.terms.filter { $0.issue == issue }.map { (point, $0) } }
    }
}
