import CaseModel
import Findings
import Numbers

/// Who must agree at home, what each text has to go through, and what the rules do to the packages.
struct RatifySection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.ratify, id: "\(prefix)ratify",
            title: words.pick("Who must agree at home", "Wer zu Hause zustimmen muss"), words, content)
    }

    private func content(_ found: RatifyFinding) -> Markup {
        .all([
            .tag("p", [("class", "finding")], found.summary(words)),
            QuotaPicture(found: found, view: view(found.restsOn)).figure?.markup(words) ?? .nothing,
            drafts(found), packages(found),
        ])
    }

    private func wide(_ header: [String], _ rows: [[Markup]]) -> Markup {
        .tag("div", [("class", "wide")], [.table(header, rows)])
    }

    private func wide(_ table: TextTable) -> Markup {
        guard let header = table.cells.first else { return .nothing }
        return wide(header, table.cells.dropFirst().map { $0.map(Markup.text) })
    }

    /// Texts against rules, with what becomes of each.
    private func drafts(_ found: RatifyFinding) -> Markup {
        let asked = found.drafts.filter { !$0.reading.stages.isEmpty }
        guard !asked.isEmpty else { return .nothing }
        let header =
            [words(.draft)] + found.order.map { found.ruleName($0, words) } + [
                words.pick("What becomes of it", "Was daraus wird"), words(.chance),
            ]
        let rows = asked.map { one -> [Markup] in
            let marks = found.order.map { Markup.text(words.mark(one.reading.verdicts[$0])) }
            return [.text(words(one.draft.name))] + marks + [
                .text(words.outcome(one.reading)), .text(words.chance(one.reading.chance)),
            ]
        }
        let ways = asked.map { one in
            let lines = found.readingLines(one.reading, words)
            return Markup.all([
                .tag("p", [], [.tag("strong", [], words(one.draft.name) + ": "), .text(lines[0])]),
                .tag("p", [("class", "method")], lines.dropFirst().joined(separator: " · ")),
            ])
        }
        return .all([
            .tag(
                "h3", [],
                words.pick("What each text has to go through", "Wodurch jeder Text hindurch muss")),
            wide(header, rows), .tag("p", [("class", "method")], words(.gateLegend)),
            .details(words(.list), ways),
        ])
    }

    private func packages(_ found: RatifyFinding) -> Markup {
        guard let packages = found.packages else { return .nothing }
        let title = words.pick("What the rules do to the packages", "Was die Regeln mit den Paketen machen")
        let sides = found.sideTable(words)
        return .all([
            .tag("h3", [], title),
            .all(found.openLines(packages, words).map { .tag("p", [], $0) }),
            wide(found.calledTable(packages, words)),
            packages.called.contains(where: \.isPartial)
                ? .tag(
                    "p", [("class", "method")],
                    words.pick(
                        "* at least: issues outside the package may call it up, too",
                        "* mindestens: auch Gegenstände außerhalb des Pakets können sie auslösen"))
                : .nothing,
            wide(sides),
            packages.tied.isEmpty
                ? .nothing
                : .all([
                    .tag(
                        "p", [],
                        words.pick(
                            "Tied hands: what the Nash point becomes if the body says no",
                            "Gebundene Hände: was aus dem Nash-Punkt wird, wenn das Gremium nein sagt")),
                    wide(
                        ["", words(.what)],
                        found.tiedTable(packages, words).cells.map { $0.map(Markup.text) }),
                ]),
        ])
    }
}
