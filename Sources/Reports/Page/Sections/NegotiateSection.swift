import CaseModel
import Findings
import Numbers

/// What a first step costs, what a mediator could change, and who moved when.
struct NegotiateSection {
    let report: CaseReport
    let view: (Support) -> PictureView
    let words: Words
    let prefix: String

    var markup: Markup {
        .answer(
            report.negotiate, id: "\(prefix)negotiate",
            title: words.pick("What a first step costs", "Was ein erster Schritt kostet"), words, content)
    }

    private func content(_ found: NegotiateFinding) -> Markup {
        let view = view(found.restsOn)
        let picture = RecordPicture(found: found, statements: report.statements, view: view).figure
        return .all([
            .tag("p", [("class", "finding")], "\(found.talksSentence(words)) \(found.recordSentence(words))"),
            talks(found, view),
            .tag("p", [("class", "method")], words.sentence(.stylisedTactics)),
            found.record.voices.isEmpty
                ? .nothing
                : .all([
                    .tag(
                        "h3", [],
                        words.pick("The record: who moved when", "Die Aussagen: wer sich wann bewegte")),
                    wide(found.voiceTable(words)), picture?.markup(words) ?? .nothing,
                    tests(found),
                ]),
        ])
    }

    private func talks(_ found: NegotiateFinding, _ view: PictureView) -> Markup {
        guard case .success(let talks) = found.talks else { return .nothing }
        let lines = found.mediationText(talks, words).filter { !$0.isEmpty }
        let mediation =
            lines.isEmpty
            ? Markup.nothing
            : .details(lines[0], lines.dropFirst().map { .tag("p", [("class", "method")], trimmed($0)) })
        guard talks.hasAcceptable != false else { return mediation }
        let names = talks.parties.prefix(2).map { words($0.name) }
        return .all([
            GoodwillPicture(found: found, talks: talks, view: view).figure?.markup(words) ?? .nothing,
            .details(
                words.pick(
                    "Which tactics end in what: \(names[0]) (rows) against \(names[1])",
                    "Welche Taktiken worin enden: \(names[0]) (Zeilen) gegen \(names[1])"),
                [wide(found.matrixTable(talks, words))]), mediation,
        ])
    }

    private func trimmed(_ line: String) -> String { String(line.drop { $0 == " " }) }

    private func tests(_ found: NegotiateFinding) -> Markup {
        let tested = found.record.pairs.filter { $0.tests != nil }
        return tested.isEmpty
            ? .tag(
                "p", [],
                words.pick(
                    "No pair of actors has enough dated moves and concessions to be tested.",
                    "Kein Paar von Akteuren hat genug datierte Bewegungen und Zugeständnisse für eine Prüfung."
                ))
            : wide(found.testTable(tested, words))
    }

    /// A table of the terminal as one of the page, its first row the header.
    private func wide(_ table: TextTable) -> Markup {
        guard let header = table.cells.first else { return .nothing }
        return .tag(
            "div", [("class", "wide")], [.table(header, table.cells.dropFirst().map { $0.map(Markup.text) })])
    }
}
