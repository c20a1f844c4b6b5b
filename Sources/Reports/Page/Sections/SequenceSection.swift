import CaseModel
import Findings
import Numbers

/// In which order a settlement could be carried out, and who would leave it where.
struct SequenceSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.sequence, id: "\(prefix)sequence",
            title: words.pick("In which order", "In welcher Reihenfolge"), words, content)
    }

    private func content(_ found: SequenceFinding) -> Markup {
        let names = SequenceNames(found, words)
        return .all([
            .tag("p", [("class", "finding")], found.summary(words)),
            titled(
                words.pick("Is the whole worth it?", "Lohnt sich das Ganze?"), found.partyTable(words),
                note: words.pick(
                    "Whoever loses by the whole would not begin, in whatever order.",
                    "Wer beim Ganzen verliert, begönne nicht, gleich in welcher Reihenfolge.")),
            ExposurePicture(found: found, view: view(found.restsOn)).figure.markup(words),
            comparison(found, names), times(found, names), conclusions(found, names),
            .details(
                words.pick("The steps", "Die Schritte"), [wide(found.stepTable(words, names))]),
            .details(
                words.pick("All orders", "Alle Reihenfolgen"),
                [wide(found.orderTable(words), hasHeader: false)]),
            .details(
                words.pick(
                    "The least exposed order, step by step",
                    "Die am wenigsten gefährdete Reihenfolge, Schritt für Schritt"),
                [wide(found.prefixTable(found.leading, words, names))]
                    + found.verdictLines(found.leading, words, names).map { .tag("p", [], $0) }),
        ])
    }

    /// A table of the terminal as one of the page.
    private func wide(_ table: TextTable, hasHeader: Bool = true) -> Markup {
        guard let first = table.cells.first else { return .nothing }
        let header = hasHeader ? first : first.map { _ in "" }
        let rows = hasHeader ? Array(table.cells.dropFirst()) : table.cells
        return .tag("div", [("class", "wide")], [.table(header, rows.map { $0.map(Markup.text) })])
    }

    private func titled(_ title: String, _ table: TextTable, note: String) -> Markup {
        .all([.tag("h3", [], title), .tag("p", [("class", "method")], note), wide(table)])
    }

    private func comparison(_ found: SequenceFinding, _ names: SequenceNames) -> Markup {
        guard let comparison = found.comparison else { return .nothing }
        let turns = found.turnLines(comparison, words, names)
        let verdicts = comparison.sides.compactMap { side -> Markup? in
            guard let order = side.order else { return nil }
            let first = words.quoted(names.step(side.first))
            let binding =
                words.pick("who binds, once begun: ", "wer bindet, einmal begonnen: ")
                + found.binding(order, words, names)
            return .details(
                words.pick("\(first) first: what it hangs on", "\(first) zuerst: woran es hängt"),
                ([binding] + found.verdictLines(order, words, names)).map { .tag("p", [], $0) })
        }
        return .all(
            [wide(found.sideTable(comparison, words, names))]
                + (turns.first.map { [.tag("p", [], $0)] } ?? [])
                + (turns.count > 1
                    ? [
                        .tag(
                            "ul", [],
                            turns.dropFirst().map { .tag("li", [], String($0.trimmingPrefix("- "))) })
                    ] : [])
                + verdicts)
    }

    private func times(_ found: SequenceFinding, _ names: SequenceNames) -> Markup {
        guard let times = found.times else { return .nothing }
        return .all(
            [
                .tag(
                    "h3", [],
                    words.pick("Time, in days from the agreement", "Zeit, in Tagen ab der Vereinbarung")),
                wide(found.timeTable(times, words, names)),
            ] + found.timeNotes(times, words, names).map { .tag("p", [], $0) })
    }

    private func conclusions(_ found: SequenceFinding, _ names: SequenceNames) -> Markup {
        guard !found.conclusions.isEmpty else { return .nothing }
        let title = words.pick("Conclusions held against the orders", "Schlüsse an den Reihenfolgen geprüft")
        return .all([
            .tag("h3", [], title), wide(found.conclusionTable(words, names), hasHeader: false),
        ])
    }
}
