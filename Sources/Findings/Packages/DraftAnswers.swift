public import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// A draft on the table, seen as packages: what it leaves open may be settled in any way.
    public struct DraftAnswer: Sendable {
        public let draft: Proposal
        /// How many of the issues it settles.
        public let settled: Int
        public let reading: Reading
        /// What each party gives up on each issue that it settles.
        public let issues: [DeskIssue]
    }

    /// What a draft, or a package on the desk, amounts to.
    public struct Reading: Sendable {
        /// For each issue the alternatives that it leaves possible, as numbers.
        public let alternatives: [[Int]]
        /// For each party the least and the most that it can get, and what it gets if open issues stay as they are; `nil` where
        /// nobody says how they are.
        public let utilities: [Interval]
        public let asIs: [Rational]?
        /// By how much each party stays below what it has without an agreement, at most and at least.
        public let shortfalls: [Interval]
        /// The gate at which every completion stops; `nil` if some completion passes all.
        public let stopsAt: Gate?
        /// Rules that bite in every completion, and those that bite in some.
        public let rules: [RuleHit]
        /// How many completions are acceptable to all, and the first of them.
        public let acceptable: Count
        public let example: Package?
        /// Packages that are better for somebody and for nobody worse than the draft with open issues as they are; `nil` where
        /// nobody says how they are.
        public let improvement: Improvement?
        /// Where it stands among all packages.
        public let standing: Standing
    }

    public struct Improvement: Sendable {
        /// How many are for nobody worse, the draft itself among them; none if that is the only one.
        public let packages: Count
        public let example: Package?
        public let gains: [Rational]?
    }

    public struct RuleHit: Hashable, Sendable {
        public let rule: String
        public let name: Label
        public let kind: RuleKind
        public let party: String?
        public let isCertain: Bool
        public let basis: Basis
    }

    /// The gates in their order.
    public enum Gate: String, Hashable, Sendable, CaseIterable {
        case feasible, lawful, redLines, acceptable
    }
}

extension PackageFrame {
    /// The drafts by date that settle at least one of the issues.
    func drafts(_ theCase: Case, _ points: PackagePoints) -> [PackagesFinding.DraftAnswer] {
        let agenda = CodedAgenda(theCase)
        return zip(agenda.drafts, agenda.rows).compactMap { draft, row in
            let alternatives = alternatives(row, agenda)
            let settled = zip(alternatives, space.alternatives).count { $0.count < $1 }
            guard draft.kind.isText, settled > 0,
                let reading = try? reading(alternatives, points)
            else { return nil }
            return .init(
                draft: draft, settled: settled, reading: reading, issues: deskIssues(alternatives))
        }
    }

    /// What a draft's row of terms leaves possible on each issue of the package.
    func alternatives(_ row: [CodedTerm], _ agenda: CodedAgenda) -> [[Int]] {
        issues.map { issue in
            let all = Array(issue.alternatives.indices)
            let fitting = all.filter { choice in
                let settled = Formula.atom(
                    .settled(issue: issue.id, among: [issue.alternatives[choice].id]))
                return agenda.condition(settled)?.verdict(on: row, agenda.scales) != .unmet
            }
            // A number between two alternatives is none of them; then the issue counts as open.
            return fitting.isEmpty ? all : fitting
        }
    }

    /// Holds a part of all packages against everything.
    func reading(
        _ alternatives: [[Int]], _ points: PackagePoints
    ) throws(PackagesProblem) -> PackagesFinding.Reading {
        let bargain = points.bargain
        let part = try restricted(to: alternatives)
        let inside = try part.bargain()
        let asIs = zip(issues, alternatives).map { issue, open -> Int? in
            open.count == 1
                ? open[0]
                : issue.statusQuo.flatMap { issue.index(of: $0) }.flatMap { open.contains($0) ? $0 : nil }
        }
        let package = asIs.contains(nil) ? nil : asIs.compactMap(\.self)
        let free = try part.bargain(excluding: [])
        let utilities = parties.indices.map { party in
            Interval(
                free.extreme(of: party, isLargest: false, over: .feasible) ?? 0,
                free.extreme(of: party, isLargest: true, over: .feasible) ?? 0)
        }
        let base = bargain.reservations.map { $0 ?? 0 }
        let acceptable = counted(inside, .acceptable, 1)
        let example = frontier(inside, over: .acceptable)
        return .init(
            alternatives: alternatives, utilities: utilities, asIs: package.map { bargain.utilities(of: $0) },
            shortfalls: zip(utilities, base).map { Interval(max(0, $1 - $0.high), max(0, $1 - $0.low)) },
            stopsAt: try part.stop(), rules: try part.hits(), acceptable: acceptable,
            example: example.flatMap { part.example(of: $0, inside) },
            improvement: try package.map { package throws(PackagesProblem) in
                try improvement(on: bargain.utilities(of: package))
            },
            standing: points.standing(
                try completions(part, inside), utilities, asIs: package))
    }

    /// The completions that no other completion betters: of those without a crossed line, else of the possible ones, else of all.
    private func completions(_ part: PackageFrame, _ inside: Bargain) throws(PackagesProblem) -> Frontier? {
        for (bargain, set) in [
            (inside, PackageSet.allowed), (try part.bargain(excluding: [.combination, .linkage]), .feasible),
            (try part.bargain(excluding: []), .feasible),
        ] {
            guard let found = frontier(bargain, over: set) else { return nil }
            if found.count > 0 { return found }
        }
        return nil
    }

    /// The first gate that no completion passes.
    private func stop() throws(PackagesProblem) -> PackagesFinding.Gate? {
        func isEmpty(
            _ kinds: Set<PackagesFinding.RuleKind>, _ set: PackageSet
        ) throws(PackagesProblem) -> Bool {
            return frontier(try bargain(excluding: kinds), over: set)?.count == 0
        }
        if try isEmpty([.combination, .linkage], .feasible) { return .feasible }
        if try isEmpty([.combination, .linkage, .norm], .feasible) { return .lawful }
        let all = Set(PackagesFinding.RuleKind.allCases)
        if try isEmpty(all, .allowed) { return .redLines }
        return try isEmpty(all, .acceptable) ? .acceptable : nil
    }

    /// The rules that bite here: in every completion or in some.
    private func hits() throws(PackagesProblem) -> [PackagesFinding.RuleHit] {
        var hits: [PackagesFinding.RuleHit] = []
        for rule in rules {
            guard case .excludes(let kind, let party) = rule.kind, !rule.terms.isEmpty else { continue }
            let isCertain = try isEmpty([rule])
            hits.append(
                .init(
                    rule: rule.id, name: rule.name, kind: kind, party: party, isCertain: isCertain,
                    basis: rule.basis))
        }
        return hits
    }

    /// Packages that bring everybody at least as much and somebody more.
    func improvement(on utilities: [Rational]) throws(PackagesProblem) -> PackagesFinding.Improvement {
        let better = try bargain(parties.map(\.contributions), utilities.map { $0 as Rational? }, .points)
        let count = counted(better, .acceptable, 1)
        guard let frontier = frontier(better, over: .acceptable), frontier.count > 0 else {
            return .init(packages: count, example: nil, gains: nil)
        }
        if frontier.count == 1, frontier.utilities(0) == utilities {
            return .init(packages: .exact(0), example: nil, gains: nil)
        }
        // Of all better ones the one whose least gain is greatest.
        let best = try? frontier.solution(.egalitarian, disagreement: utilities, ideal: nil)
        guard let best, let point = best.points.first else {
            return .init(packages: count, example: nil, gains: nil)
        }
        return .init(
            packages: count, example: named(frontier.example(point)),
            gains: zip(frontier.utilities(point), utilities).map { $0 - $1 })
    }

    /// The packages that choose among these alternatives only, with the same numbers and rules.
    func restricted(to alternatives: [[Int]]) throws(PackagesProblem) -> PackageFrame {
        var frame = self
        frame.space = PackageSpace(alternatives.map(\.count))
        frame.issues = zip(issues, alternatives).map { issue, kept in
            var issue = issue
            issue.alternatives = kept.map { issue.alternatives[$0] }
            return issue
        }
        frame.parties = parties.map { $0.restricted(to: alternatives, having: reservation(of: $0)) }
        frame.rules = rules.map { $0.restricted(to: alternatives, of: space) }
        return frame
    }
}

extension PartyFrame {
    fileprivate func restricted(to alternatives: [[Int]], having value: Rational) -> PartyFrame {
        var party = self
        party.values = zip(values, alternatives).map { values, kept in kept.map { values[$0] } }
        // What the party has without an agreement stays what it was in the whole.
        if case .package(_, let basis) = reservation {
            party.reservation = .utility(Quantity(.constant(value)), basis: basis)
        }
        return party
    }
}

extension PackageRule {
    func restricted(to alternatives: [[Int]], of space: PackageSpace) -> PackageRule {
        PackageRule(
            id: id, name: name, kind: kind, basis: basis, place: place, owners: owners,
            terms: terms.compactMap { term in
                let kept = PackageSpace(term.scope.map { alternatives[$0].count })
                let bites = (0..<(kept.size.exactInt ?? 0)).map { cell in
                    let choices = zip(term.scope, kept.package(at: Rational(cell))).map {
                        alternatives[$0][$1]
                    }
                    return term.bites[
                        zip(term.scope, choices).reduce(0) { $0 * space.alternatives[$1.0] + $1.1 }]
                }
                return bites.contains(true) ? (term.scope, bites) : nil
            })
    }
}
