public import CaseModel
import Engines
public import Numbers

/// The ways to settle an issue in numbers; an issue that is shared is no tug of war and has no poles.
func scale(_ issue: Agenda.Issue) -> IssueScale {
    let positions = issue.alternatives.compactMap { issue.position(of: $0.id) }
    return positions.count == issue.alternatives.count && issue.kind != .nominal && !issue.isShared
        ? IssueScale(positions: positions) : IssueScale(nominal: issue.alternatives.count)
}

/// A term in numbers.
func code(_ content: Term.Content, _ issue: Agenda.Issue) -> CodedTerm {
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

extension Proposal {
    /// The terms by the issue that they are about, each with the point that holds it, in the order of the draft.
    var termsByIssue: [String: [(point: Point, term: Term)]] {
        Dictionary(grouping: points.flatMap { point in point.terms.map { (point, $0) } }) { $0.1.issue }
    }
}

extension Term.Content {
    /// Where the content lies on an issue, from 0 at the first pole to 1 at the last; `nil` where nothing is said or nothing is
    /// ordered.
    public func place(on issue: Agenda.Issue) -> Interval? { code(self, issue).position(on: scale(issue)) }
}

extension Statement {
    /// Where the statement lies on an issue that it is about.
    public func place(on issue: Agenda.Issue) -> Interval? {
        guard case .term(let content) = content, about == .issue(issue.id) else { return nil }
        return content.place(on: issue)
    }
}
