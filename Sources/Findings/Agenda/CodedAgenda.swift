import CaseModel
import Engines
import Numbers

/// The whole agenda with its circumstances in numbers, and the drafts as rows of terms.
///
/// What is simplified: a circumstance is what it is now, whatever a draft says of it.
struct CodedAgenda: Sendable {
    let issues: [Agenda.Issue]
    let scales: [IssueScale]
    /// By date, then by id.
    let drafts: [Proposal]
    /// Shape: drafts × issues.
    let rows: [[CodedTerm]]
    private let index: [String: Int]

    init(_ theCase: Case) {
        issues = theCase.issues
        scales = issues.map(scale)
        index = Dictionary(uniqueKeysWithValues: zip(issues.map(\.id), issues.indices))
        drafts = theCase.proposalsByDate
        let now = issues.map { issue in
            issue.isNegotiable
                ? nil : issue.now.map { code(.stated(.alternative($0.value)), issue) } ?? .unreported
        }
        rows = drafts.map { [issues, scales] draft in
            let said = draft.termsByIssue
            return issues.indices.map { place in
                if let now = now[place] { return now }
                let terms = (said[issues[place].id] ?? []).map { code($0.term.content, issues[place]) }
                guard !terms.isEmpty else { return draft.extent == .whole ? .silent : .unreported }
                return CodedTerm.merged(terms, on: scales[place]).term
            }
        }
    }

    /// A formula in numbers; `nil` if it speaks of options, which no draft settles.
    func condition(_ formula: Formula) -> IssueCondition? {
        switch formula {
        case .atom(let atom): return condition(atom)
        case .not(let part): return condition(part).map { .not($0) }
        case .and(let parts): return all(parts).map { .all($0) }
        case .or(let parts): return all(parts).map { .any($0) }
        case .onlyIf(let then, let when):
            guard let then = condition(then), let when = condition(when) else { return nil }
            return .any([.not(when), then])
        case .iff(let left, let right):
            guard let left = condition(left), let right = condition(right) else { return nil }
            return .any([.all([left, right]), .all([.not(left), .not(right)])])
        }
    }

    private func all(_ parts: [Formula]) -> [IssueCondition]? {
        let coded = parts.compactMap(condition)
        return coded.count == parts.count ? coded : nil
    }

    private func condition(_ atom: Formula.Atom) -> IssueCondition? {
        guard let name = atom.issue, let place = index[name] else { return nil }
        let issue = issues[place]
        func at(_ bound: Formula.Bound) -> Rational? {
            switch bound {
            case .alternative(let id): return issue.position(of: id)
            case .number(let value):
                guard let range = issue.range, range.width > 0 else { return nil }
                return (value - range.low) / range.width
            }
        }
        // A bound outside the scale is met always or never, which still is a word on the issue.
        func within(_ low: Rational, _ high: Rational) -> IssueCondition {
            let (first, last) = (max(0, low), min(1, high))
            return first <= last
                ? .within(issue: place, Interval(first, last)) : .not(.within(issue: place, .unit))
        }
        func order(_ holds: (Rational) -> Bool) -> IssueCondition {
            .among(
                issue: place,
                Set(
                    issue.alternatives.indices.filter {
                        issue.position(of: issue.alternatives[$0].id).map(holds) ?? false
                    }))
        }
        switch atom {
        case .option, .optionNumber: return nil
        case .settled(_, let among):
            guard issue.kind == .interval else {
                return .among(issue: place, Set(among.compactMap { issue.index(of: $0) }))
            }
            return .any(among.compactMap { issue.position(of: $0) }.map { within($0, $0) })
        case .atLeast(_, let bound):
            guard let low = at(bound) else { return nil }
            return issue.kind == .interval ? within(low, 1) : order { $0 >= low }
        case .atMost(_, let bound):
            guard let high = at(bound) else { return nil }
            return issue.kind == .interval ? within(0, high) : order { $0 <= high }
        }
    }

    /// Whether a condition bears on a row; `notAddressed` where the row says nothing on any of its issues.
    func verdict(_ when: Formula?, _ row: [CodedTerm]) -> LegalBars.Verdict {
        guard let when else { return .notAddressed }
        guard let condition = condition(when) else { return .notJudged }
        guard
            condition.issues.contains(where: { row[$0].state.isAddressed && issues[$0].isNegotiable })
        else { return .notAddressed }
        func names(_ places: [Int]) -> [String] { places.map { issues[$0].id } }
        switch condition.verdict(on: row, scales) {
        case .met: return .bears
        case .unmet: return .bearsNot
        case .open(let ambiguous, let unsaid):
            return .open(ambiguous: names(ambiguous), unsaid: names(unsaid))
        }
    }

    /// Whether a formula over circumstances is certainly true now.
    func holdsToday(_ formula: Formula) -> Bool {
        let now = issues.map { issue -> CodedTerm in
            issue.isNegotiable
                ? .unreported : issue.now.map { code(.stated(.alternative($0.value)), issue) } ?? .unreported
        }
        return condition(formula)?.verdict(on: now, scales) == .met
    }
}

extension CodedAgenda {
    /// Whether a condition is met by these choices alone, whatever else is agreed; circumstances are what they are now.
    func isMet(_ condition: IssueCondition, _ choices: [(issue: String, alternative: Int)]) -> Bool {
        condition.verdict(on: row(of: choices), scales) == .met
    }

    /// These choices and nothing else as a row; circumstances are what they are now.
    func row(of choices: [(issue: String, alternative: Int)]) -> [CodedTerm] {
        var row = issues.map { issue -> CodedTerm in
            issue.isNegotiable
                ? .unreported : issue.now.map { code(.stated(.alternative($0.value)), issue) } ?? .unreported
        }
        for choice in choices {
            guard let place = issues.firstIndex(where: { $0.id == choice.issue }) else { continue }
            let alternative = issues[place].alternatives[choice.alternative].id
            row[place] = code(.stated(.alternative(alternative)), issues[place])
        }
        return row
    }
}
