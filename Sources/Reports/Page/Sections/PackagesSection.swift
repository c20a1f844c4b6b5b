import CaseModel
import Findings
import Numbers

/// Which packages everybody could accept, what stands in the way, and what each draft brings whom.
struct PackagesSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.packages, id: "\(prefix)packages",
            title: words.pick("What could everybody accept", "Was könnten alle annehmen"), words, content)
    }

    private func content(_ found: PackagesFinding) -> Markup {
        let view = view(found.restsOn)
        return .all([
            .tag("p", [("class", "finding")], found.summary(words)), sets(found), opening(found),
            ParetoPicture(found: found, view: view).figure?.markup(words) ?? .nothing, inspector(found),
            ExchangePicture(found: found, view: view).figure?.markup(words) ?? .nothing,
            found.linkages.isEmpty
                ? .nothing
                : .all([
                    .tag("h3", [], words.pick("What each linkage costs", "Was jedes Junktim kostet")),
                    wide(found.linkageTable(words)),
                ]), conclusions(found), specialists(found),
        ])
    }

    /// A table of the terminal as one of the page, its first row the header.
    private func wide(_ table: TextTable) -> Markup {
        guard let header = table.cells.first else { return .nothing }
        return .tag(
            "div", [("class", "wide")], [.table(header, table.cells.dropFirst().map { $0.map(Markup.text) })])
    }

    private func sets(_ found: PackagesFinding) -> Markup {
        let header = [words(.what), words(.number)]
        var rows = found.gateTable(words).cells
        rows.append([
            words.pick(
                "acceptable to all for every number in the ranges",
                "für alle Zahlen in den Spannen für alle annehmbar"),
            words.packages(found.ranges.certain),
        ])
        rows.append([
            words.pick("acceptable to all for some numbers", "für manche Zahlen für alle annehmbar"),
            words.packages(found.ranges.conceivable),
        ])
        for one in found.ordinal {
            rows.append([
                words.pick(
                    "by orders alone, measured by “\(words(one.name))”: for nobody worse, whatever the values",
                    "allein nach Ordnungen, gemessen an „\(words(one.name))“: für niemand schlechter, gleich welche Werte"
                ),
                words.size(one.sets.necessary),
            ])
            rows.append([
                words.pick("… possibly better for each", "… für jede Partei womöglich besser"),
                words.size(one.sets.possible),
            ])
        }
        return .tag("div", [("class", "wide")], [.table(header, rows.map { $0.map(Markup.text) })])
    }

    private func opening(_ found: PackagesFinding) -> Markup {
        let lines = found.openingLines(words)
        return .all(lines.map { .tag("p", [], $0) })
    }

    /// What each draft gives up for whom, issue by issue.
    private func inspector(_ found: PackagesFinding) -> Markup {
        let blocks = found.drafts.map { one -> Markup in
            let rows = one.issues.map { issue in
                [
                    words.issue(issue.issue, found.issues),
                    issue.alternatives.map { words.alternative(issue.issue, $0, found.issues) }
                        .joined(separator: " / "),
                ] + issue.losses.map { words.loss($0) }
            }
            let header =
                [words(.issue), words(.terms)] + found.parties.map { words($0.name) }
            let hits = one.reading.rules.map { hit in
                "\(words.name(hit.kind)) \(hit.rule)"
                    + (hit.isCertain ? "" : words.pick(" (in some completion)", " (in mancher Ergänzung)"))
            }
            return .details(
                "\(words(one.draft.name)): "
                    + (one.reading.stopsAt.map { words.pick("stops at: ", "endet an: ") + words.name($0) }
                        ?? words.pick(
                            "passes all gates in some completion", "besteht in einer Ergänzung alle Gatter")),
                [
                    hits.isEmpty ? .nothing : .tag("p", [], hits.joined(separator: "; ")),
                    .tag("div", [("class", "wide")], [.table(header, rows.map { $0.map(Markup.text) })]),
                ])
        }
        guard !blocks.isEmpty else { return .nothing }
        return .all(
            [
                .tag(
                    "h3", [],
                    words.pick("Who gives up what in which draft", "Wer in welchem Entwurf was aufgibt"))
            ] + blocks)
    }

    private func conclusions(_ found: PackagesFinding) -> Markup {
        guard !found.conclusions.isEmpty else { return .nothing }
        let rows = found.conclusions.map { one in
            [
                one.id, words(one.text), words.verdict(one),
                words.ground(one),
            ].map(Markup.text)
        }
        return .all([
            .tag(
                "h3", [],
                words.pick("Conclusions held against the packages", "Schlüsse an den Paketen geprüft")),
            .tag("div", [("class", "wide")], [.table(["", words(.what), "", ""], rows)]),
        ])
    }

    private func specialists(_ found: PackagesFinding) -> Markup {
        .details(
            words.pick("For specialists: single points", "Für Fachleute: einzelne Punkte"),
            found.specialistText(words).filter { !$0.isEmpty }.dropFirst().map {
                .tag("p", [("class", "method")], $0.trimmingPrefix("  ").description)
            })
    }
}
