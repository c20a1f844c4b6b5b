import CaseModel
import Engines
import Numbers

/// The drafts and the agenda of a case in numbers, with the names that the numbers stand for.
struct ComparisonInputs: Sendable {
    let issues: [Agenda.Issue]
    /// By date, then by id.
    let drafts: [Proposal]
    /// The terms of each draft by issue, with their points.
    let said: [[String: [(point: Proposal.Point, term: Term)]]]
    let table: DraftTable
    /// What each issue is now, by the number of its alternative; `nil` where the case does not say.
    let statusQuo: [Int?]
    /// The draft that each draft goes back to first: the latest of its parents.
    let parents: [Int?]
    let yardsticks: [NamedYardstick]
    let conditional: ConditionalReading
    let silence: SilenceRule
    /// Pairs of drafts that were asked for beside those of the lineage.
    let asked: [(from: Int, to: Int)]

    func index(of draft: String) -> Int? { drafts.firstIndex { $0.id == draft } }
}

/// What drafts are measured from, and whose it is.
struct NamedYardstick: Sendable {
    let actor: String?
    /// The draft that serves as the yardstick; its terms are those of the matrix.
    let draft: Int?
    let settled: [CodedTerm]
    let weights: [Rational]
    let weighting: Comparison.Weighting
    /// What the choice of the yardstick rests on; `nil` for a draft that was only asked for.
    var ground: (basis: Basis, place: Place)?

    /// The yardstick in numbers.
    func coded(in rows: [[CodedTerm]]) -> Yardstick {
        Yardstick(ideal: draft.map { rows[$0] } ?? settled, weights: weights)
    }
}

/// The only place where drafts become numbers. What is simplified:
///
/// - Circumstances are not compared; they are conditions, not terms.
/// - An issue marked as shared is no tug of war: its alternatives count as unordered.
/// - A number that is a range counts as the whole range.
/// - What a condition says is kept as the list of issues it names.
func prepareComparison(_ view: View, _ choices: Comparison.Choices) throws(NotAnswerable) -> ComparisonInputs
{
    let issues = view.case.issues.filter(\.isNegotiable)
    let drafts = view.case.proposalsByDate
    let unknown = choices.drafts.filter { name in !drafts.contains { $0.id == name } }
    try view.require(
        .compare,
        (issues.isEmpty ? [.issues] : []) + (drafts.isEmpty ? [.drafts] : [])
            + unknown.map { id in
                // What is only later than the viewpoint exists, and says so; what is internal does not.
                let later = view.base.proposal(id).map {
                    $0.audience == .public && $0.date?.beginsAfter(view.case.frame.asOf) ?? false
                }
                return later ?? false
                    ? .laterThanView("p:\(id)", view.case.frame.asOf)
                    : .reference("p:\(id)", nearest: nearestName(to: id, among: drafts.map(\.id)))
            })
    let scales = issues.map(scale)
    let index = Dictionary(uniqueKeysWithValues: zip(issues.map(\.id), issues.indices))
    let said = drafts.map(\.termsByIssue)
    let terms = said.map { said in
        issues.map { issue in (said[issue.id] ?? []).map { code($0.term.content, issue) } }
    }
    let conditions = said.map { said in
        issues.map { issue in (said[issue.id] ?? []).flatMap(\.term.conditions).compactMap { index[$0] } }
    }
    let table = DraftTable(
        scales: scales, terms: terms, unnamed: drafts.map { $0.extent == .whole ? .silent : .unreported },
        conditions: conditions)
    let places = Dictionary(uniqueKeysWithValues: zip(drafts.map(\.id), drafts.indices))
    return ComparisonInputs(
        issues: issues, drafts: drafts, said: said, table: table,
        statusQuo: issues.map { issue in issue.statusQuo.flatMap { issue.index(of: $0) } },
        // Drafts are in the order of their dates, so the latest parent has the highest number.
        parents: drafts.map { $0.parents.compactMap { places[$0] }.max() },
        yardsticks: yardsticks(
            view.case, issues, places, says: terms.map { $0.joined().contains { $0.state.isAddressed } },
            choices.yardsticks),
        conditional: choices.conditional == .hull ? .hull : .value,
        silence: SilenceRule(choices.silence),
        asked: choices.pair.map { [(places[$0.from] ?? 0, places[$0.to] ?? 0)] } ?? [])
}

/// The ideals of the actors, in the order of the case, and the drafts that were asked for as yardsticks.
private func yardsticks(
    _ theCase: Case, _ issues: [Agenda.Issue], _ places: [String: Int], says: [Bool], _ asked: [String]
) -> [NamedYardstick] {
    let silent = issues.map { _ in CodedTerm.silent }
    let owned = theCase.actors.compactMap { actor -> NamedYardstick? in
        let (weights, weighting) = weights(of: actor.id, theCase.packages, issues)
        switch actor.ideal {
        case nil: return nil
        case .proposal(let id):
            // A list of which nothing is told from here measures nothing.
            guard let draft = places[id], says[draft] else { return nil }
            return NamedYardstick(
                actor: actor.id, draft: draft, settled: silent, weights: weights, weighting: weighting,
                ground: (actor.basis, actor.place))
        case .settled(let ideal):
            let terms = issues.map { issue in
                ideal[issue.id].map { code(.stated(.alternative($0)), issue) } ?? .silent
            }
            return NamedYardstick(
                actor: actor.id, draft: nil, settled: terms, weights: weights, weighting: weighting,
                ground: (actor.basis, actor.place))
        }
    }
    return owned
        + asked.map { id in
            NamedYardstick(
                actor: nil, draft: places[id], settled: silent, weights: issues.map { _ in 1 },
                weighting: .equal)
        }
}

/// A party's own weights where the model of packages names a point for each that it has, else all alike: from ranges alone no
/// weight is made up.
private func weights(
    of actor: String, _ packages: PackagesModel?, _ issues: [Agenda.Issue]
) -> ([Rational], Comparison.Weighting) {
    guard let party = packages?.parties.first(where: { $0.id == actor }), !party.weights.isEmpty,
        party.weights.values.allSatisfy({ $0.value.point != nil })
    else {
        return (issues.map { _ in 1 }, .equal)
    }
    return (issues.map { party.weights[$0.id]?.value.pointOrMidpoint.value ?? 0 }, .packages)
}

extension SilenceRule {
    fileprivate init(_ silence: Comparison.Silence) {
        self =
            switch silence {
            case .skip: .skip
            case .statusQuo: .statusQuo
            case .inherited: .inherited
            }
    }
}

extension Term {
    /// The issues that the term depends on.
    fileprivate var conditions: [String] {
        guard case .conditional(_, let when?, _, _) = content else { return [] }
        return when.issues
    }
}
