public import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// A package or a draft on the desk: where it hurts whom, what it breaks, and which draft on the table is nearest.
    public struct DeskAnswer: Sendable {
        /// The draft; `nil` if the package was put together by hand.
        public let draft: Proposal?
        public let reading: Reading
        /// For each issue that is settled, what each party gains or loses against what it is measured by.
        public let issues: [DeskIssue]
        /// The draft that agrees on the most issues, others than itself.
        public let nearest: Nearest?
    }

    /// What the choice on one issue means.
    public struct DeskIssue: Sendable {
        public let issue: String
        public let alternatives: [String]
        /// For each party what the choice gives up against its best on this issue, in utility: from the least to the most.
        public let losses: [Interval]
        /// Which share of everything that the party could lose that is at most.
        public let shares: [Rational]
    }

    public struct Nearest: Sendable {
        public let draft: Proposal
        /// On how many issues the two have an alternative in common, of how many that both settle.
        public let shared: Int
        public let compared: Int
    }
}

extension PackageFrame {
    /// Judges what lies on the desk.
    func desk(
        _ choice: PackagesFinding.DeskChoice, _ theCase: Case, _ points: PackagePoints
    ) throws(PackagesProblem) -> PackagesFinding.DeskAnswer {
        let agenda = CodedAgenda(theCase)
        var (draft, alternatives): (Proposal?, [[Int]]) = (nil, [])
        switch choice {
        case .draft(let id):
            guard let place = agenda.drafts.firstIndex(where: { $0.id == id }) else {
                throw .unknownDraft(id, known: agenda.drafts.map(\.id))
            }
            (draft, alternatives) = (agenda.drafts[place], self.alternatives(agenda.rows[place], agenda))
        case .text(let text):
            // Read like a draft of the case, and seen whenever it is dated.
            var alone = theCase
            alone.proposals = [text]
            let own = CodedAgenda(alone)
            (draft, alternatives) = (text, self.alternatives(own.rows[0], own))
        case .package(let choices): alternatives = try self.alternatives(choices)
        }
        return .init(
            draft: draft, reading: try reading(alternatives, points),
            issues: deskIssues(alternatives), nearest: nearest(alternatives, agenda, except: draft?.id))
    }

    /// A package put together by hand; issues that it does not name stay open.
    private func alternatives(_ choices: [String: String]) throws(PackagesProblem) -> [[Int]] {
        for (name, _) in choices.sorted(by: { $0.key < $1.key })
        where !issues.contains(where: { $0.id == name }) {
            throw .unknownIssue(name, known: issues.map(\.id))
        }
        var result: [[Int]] = []
        for issue in issues {
            guard let chosen = choices[issue.id] else {
                result.append(Array(issue.alternatives.indices))
                continue
            }
            guard let place = issue.index(of: chosen) else {
                throw .unknownAlternative(chosen, issue: issue.id, known: issue.alternatives.map(\.id))
            }
            result.append([place])
        }
        return result
    }

    /// What each party gives up on each issue that is settled.
    func deskIssues(_ alternatives: [[Int]]) -> [PackagesFinding.DeskIssue] {
        let tables = parties.map(\.contributions)
        let stakes = tables.map { table in
            table.reduce(Rational.zero) { $0 + ($1.max() ?? 0) - ($1.min() ?? 0) }
        }
        return issues.indices.filter { alternatives[$0].count < space.alternatives[$0] }.map { issue in
            let losses = tables.map { table -> Interval in
                let best = table[issue].max() ?? 0
                let lost = alternatives[issue].map { best - table[issue][$0] }
                return Interval.hull(of: lost) ?? Interval(0)
            }
            return .init(
                issue: issues[issue].id,
                alternatives: alternatives[issue].map { issues[issue].alternatives[$0].id }, losses: losses,
                shares: zip(losses, stakes).map { $1 == 0 ? 0 : $0.high / $1 })
        }
    }

    private func nearest(
        _ alternatives: [[Int]], _ agenda: CodedAgenda, except id: String?
    ) -> PackagesFinding.Nearest? {
        func settles(_ one: [[Int]], _ issue: Int) -> Bool { one[issue].count < space.alternatives[issue] }
        let others = zip(agenda.drafts, agenda.rows).compactMap { draft, row -> PackagesFinding.Nearest? in
            guard draft.id != id, draft.kind.isText else { return nil }
            let other = self.alternatives(row, agenda)
            let both = issues.indices.filter { settles(alternatives, $0) && settles(other, $0) }
            let shared = both.count { !Set(alternatives[$0]).isDisjoint(with: other[$0]) }
            return both.isEmpty ? nil : .init(draft: draft, shared: shared, compared: both.count)
        }
        // The largest share; of equal shares the one that rests on more issues, then the earlier one.
        return others.enumerated().max { one, other in
            let (a, b) = (one.element, other.element)
            let (left, right) = (a.shared * b.compared, b.shared * a.compared)
            if left != right { return left < right }
            return a.compared != b.compared ? a.compared < b.compared : one.offset > other.offset
        }?.element
    }
}
