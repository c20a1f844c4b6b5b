import CaseModel
import Findings

/// How many agreements are left gate by gate, and where each draft stops.
struct FunnelSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.funnel, id: "\(prefix)funnel",
            title: words.pick(
                "From all packages to those that could last", "Von allen Paketen zu denen, die halten könnten"
            ),
            words
        ) { found in
            .all([
                FunnelPicture(found: found, view: view(found.restsOn)).figure.markup(words),
                .all(found.remarks(words).map { .tag("p", [], $0) }), drafts(found),
            ])
        }
    }

    private func drafts(_ found: FunnelFinding) -> Markup {
        let table = found.draftTable(words).cells
        guard let header = table.first, table.count > 1 else { return .nothing }
        return .all([
            .tag("h3", [], words.pick("Where each draft stops", "Wo jeder Entwurf endet")),
            .tag(
                "div", [("class", "wide")],
                [.table(header, table.dropFirst().map { $0.map(Markup.text) })]),
        ])
    }
}

extension [(String, CaseReport)] {
    /// The funnels of all viewpoints side by side, never added up; nothing where there is only one.
    func funnels(_ words: Words) -> Markup {
        let answers = compactMap { id, report -> (perspective: String, answer: FunnelFinding)? in
            (try? report.funnel.get()).map { (id, $0) }
        }
        guard answers.count > 1 else { return .nothing }
        let tables = [true, false].map { isPoint -> Markup in
            let cells = FunnelFinding.rows(answers, isPoint: isPoint, words)
            return .all([
                .tag("h3", [], FunnelFinding.title(isPoint: isPoint, words)),
                .tag(
                    "div", [("class", "wide")],
                    [.table(cells[0], cells.dropFirst().map { $0.map(Markup.text) })]),
            ])
        }
        return .all(
            [
                .tag(
                    "h2", [("id", "funnels")],
                    words.pick("The readings side by side", "Die Lesarten nebeneinander"))
            ]
                + tables + [.tag("p", [("class", "method")], FunnelFinding.legend(words))])
    }
}
