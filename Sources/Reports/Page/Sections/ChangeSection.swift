import CaseModel
import Findings
import Numbers

/// What changed: distances, steps, movement, drift, and whose statements changed.
struct ChangeSection {
    let comparison: Comparison
    let actors: [Actor]
    let view: PictureView
    let prefix: String
    var words: Words { view.words }

    var markup: Markup {
        guard !comparison.steps.isEmpty || !comparison.moves.isEmpty else { return .nothing }
        return .all([
            .tag("h2", [("id", "\(prefix)changes")], words(.whatChanged)), silence, points, distances, scales,
            MovementPicture(comparison: comparison, view: view).figure?.markup(words, id: "\(prefix)movement")
                ?? .nothing,
            drift,
            MovesPicture(comparison: comparison, actors: actors, view: view).figure?
                .markup(words, id: "\(prefix)moves") ?? .nothing, histories,
        ])
    }

    /// The rule for silence with what the others would give, step by step.
    private var silence: Markup {
        let rows = comparison.steps.filter { $0.kind != .possible }.map { step in
            ["\(name(step.from)) → \(name(step.to))"] + step.effects.map { words.effect($0) }
                + [words.scope(of: step, comparison.issues)]
        }
        let header =
            [words(.draft)] + Comparison.Silence.allCases.map { words.rule($0) } + [words(.scope)]
        return .all([
            .tag("p", [("class", "finding")], words(.twoFigures)),
            .tag("div", [("class", "wide")], [.table(header, rows.map { $0.map(Markup.text) })]),
            .tag("p", [("class", "method")], words(.silenceMethod)),
        ])
    }

    private func name(_ id: String) -> String { comparison.draftName(id, words) }

    /// What became of the points where somebody says which goes back to which.
    private var points: Markup {
        let rows = comparison.steps.compactMap { step in
            step.points.map { ["\(name(step.from)) → \(name(step.to))", words.points($0)].map(Markup.text) }
        }
        guard !rows.isEmpty else { return .nothing }
        return .all([
            .tag("h3", [], words(.pointOrigins)),
            .tag("div", [("class", "wide")], [.table([words(.draft), words(.points)], rows)]),
        ])
    }

    private var distances: Markup {
        guard !comparison.yardsticks.isEmpty else { return .nothing }
        let header =
            [words(.draft)]
            + comparison.yardsticks.flatMap {
                ["\(words(.howFarFrom)) \($0.id)", words(.coverage), words(.envelope)]
            }
        let rows = zip(comparison.drafts, comparison.distances).map { draft, row in
            [words(draft.proposal.name)]
                + row.flatMap { distance -> [String] in
                    [
                        distance.points.map { words.points($0) } ?? "–", words.percent(distance.coverage),
                        distance.envelope.map { words.points($0) } ?? "–",
                    ]
                }
        }
        return .all([
            .tag("h3", [("id", "\(prefix)distances")], words(.howFar)),
            .tag("div", [("class", "wide")], [.table(header, rows.map { $0.map(Markup.text) })]),
            .tag("p", [("class", "method")], words(.howFarLegend)),
        ])
    }

    /// The steps of the lineage on their scales; the one with most in common is open, the others are folded.
    private var scales: Markup {
        let steps = comparison.steps.filter { $0.kind != .possible && $0.change.shifts.count > 1 }
        let main = steps.max { $0.change.shifts.count < $1.change.shifts.count }
        return .all(
            steps.compactMap { step -> Markup? in
                guard let figure = ScalePicture(comparison: comparison, step: step, view: view).figure else {
                    return nil
                }
                return step == main
                    ? figure.markup(words, id: "\(prefix)scale")
                    : .details("\(name(step.from)) → \(name(step.to))", isLong: true, [figure.markup(words)])
            })
    }

    private var drift: Markup {
        .all(
            comparison.lines.compactMap {
                DriftPicture(comparison: comparison, line: $0, view: view).figure?.markup(words)
            })
    }

    private var histories: Markup {
        let rows = comparison.histories.map { one in
            [
                comparison.issueName(one.issue, words),
                words.reading(one, comparison.issues), one.texts.first.map(name) ?? "",
                one.texts.last.map(name) ?? "",
                one.gaps.map(name).joined(separator: ", "), one.isGone ? words(.gone) : "",
            ].map(Markup.text)
        }
        let header = [words(.issue), words(.terms), words(.firstSeen), words(.lastSeen), words(.gaps), ""]
        return .all([
            .tag("h3", [], words(.cameAndWent)),
            .details(words(.list), isLong: true, [.tag("div", [("class", "wide")], [.table(header, rows)])]),
        ])
    }
}
