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

    /// Rules against texts, with what becomes of each text.
    private func drafts(_ found: RatifyFinding) -> Markup {
        let asked = found.drafts.filter { !$0.reading.stages.isEmpty }
        guard !asked.isEmpty else { return .nothing }
        let marks = found.order.map { rule in
            [found.ruleName(rule, words)] + asked.map { words.mark($0.reading.verdicts[rule]) }
        }
        let ends = [
            [words.pick("What becomes of it", "Was daraus wird")] + asked.map { words.outcome($0.reading) },
            [words(.chance)] + asked.map { words.passing($0.reading.chance) },
        ]
        let rows = (marks + ends).map { $0.map(Markup.text) }
        return .all([
            .tag(
                "h3", [],
                words.pick("What each text has to go through", "Wodurch jeder Text hindurch muss")),
            wide([words(.gateTable)] + asked.map { words($0.draft.name) }, rows),
            .tag("p", [("class", "method")], words(.gateLegend)),
            .details(words(.list), asked.map { way($0, found) }),
        ])
    }

    /// The stages of a text one by one.
    private func way(_ one: RatifyFinding.DraftAnswer, _ found: RatifyFinding) -> Markup {
        let reading = one.reading
        let stages = reading.stages.map { found.sentence($0, words) }
        let chance =
            reading.stages.contains { found.rules[$0.rule].needsSomebody }
            ? [found.chanceLine(reading, words)] : []
        let lines = stages + reading.collisions.map { found.sentence($0, words) } + chance
        return .all([
            .tag("p", [], [.tag("strong", [], words(one.draft.name)), .text(": " + words.outcome(reading))]),
            .tag("ul", [], lines.map { .tag("li", [], $0) }),
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
