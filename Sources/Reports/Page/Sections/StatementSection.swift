import CaseModel
import Findings

/// Who holds what, statement by statement, each with its chain of reporting and its passages.
struct StatementSection {
    let report: CaseReport
    let words: Words

    var markup: Markup {
        guard !report.statements.isEmpty else { return .nothing }
        let header = [
            words(.identifier), words(.holder), words(.what), words(.position), words(.way), words(.date),
            words(.restsOn), words(.note),
        ]
        return .all([
            .tag(
                "h2", [("id", "statements")],
                "\(words(.statementList)) (\(words.count(report.statements.count)))"),
            .details(
                words(.list), isLong: true,
                [.tag("div", [("class", "wide")], [.table(header, rows: report.statements.map(row))])]
            ),
        ])
    }

    private func row(_ statement: Statement) -> Markup.Row {
        let date = (statement.said ?? statement.valid).map { words.date($0) } ?? ""
        let cells: [Markup] = [
            .text(statement.id), .text(statement.holder),
            .text(words.subject(of: statement, report.issues, report.claims)), .text(value(statement)),
            .text(words.chain(statement.via)), .text(date), words.linked(statement.basis, report.passages),
            .text(statement.note.map { words($0) } ?? ""),
        ]
        return Markup.Row(id: "st-\(statement.id)", cells: cells)
    }

    private func value(_ statement: Statement) -> String {
        words.value(of: statement, report.issues)
            + (statement.isReserved ? words.pick(" (reserved)", " (mit Vorbehalt)") : "")
    }
}
