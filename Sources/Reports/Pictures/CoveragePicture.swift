import CaseModel
import Findings

/// How well the case is cited: one bar per kind of entry, by what the entries rest on.
///
/// Filled: cited by a passage. Half filled: by a paragraph only. Hatched: by passages that wait for a person. Hollow: own
/// assumptions. Dashed: nothing.
struct CoveragePicture {
    let report: CaseReport
    let view: PictureView
    private var words: Words { view.words }

    private let left = 170.0
    private let barWidth = 700.0
    private let rowHeight = 21.0
    private let top = 30.0
    private var coverage: Coverage { report.overview.inventory.coverage }

    var markup: Markup {
        guard coverage.total.entries > 0 else { return .nothing }
        let total = coverage.total
        let finding = words.pick(
            "\(words.count(total[.cited])) of \(words.count(total.entries)) entries are cited by a passage, \(words.count(total.severalVoices)) of all by more than one independent voice.",
            "\(words.count(total[.cited])) von \(words.count(total.entries)) Angaben sind durch eine Stelle belegt, \(words.count(total.severalVoices)) von allen durch mehr als eine unabhängige Stimme."
        )
        let method = words.pick(
            "Filled: cited by a passage; pale: by a stretch of more than \(Anchor.longestPassage) words, a paragraph only; hatched: by passages that wait for a person; hollow: own assumptions; dashed: nothing. Sources that report one another count as one voice.",
            "Gefüllt: durch eine Stelle belegt; blass: durch mehr als \(Anchor.longestPassage) Wörter, also nur einen Absatz; schraffiert: durch Stellen, die auf einen Menschen warten; hohl: eigene Annahmen; gestrichelt: durch nichts. Quellen, die voneinander berichten, gelten als eine Stimme."
        )
        return .all([
            .tag("h2", [], words(.coverageTitle)), .tag("p", [("class", "finding")], finding), picture,
            .tag("p", [("class", "method")], method), table,
        ])
    }

    private var picture: Markup {
        let rows = coverage.rows + [coverage.total]
        let canvas = Canvas(
            name: "coverage", view: view, height: top + Double(rows.count) * rowHeight + 8)
        return canvas.svg(
            words(.coverageTitle),
            about: words.pick(
                "One bar per kind of entry, divided by what the entries rest on.",
                "Je Art von Angabe ein Balken, geteilt nach dem, worauf die Angaben beruhen."),
            data: rows.enumerated().flatMap {
                bar($0.element, at: top + Double($0.offset) * rowHeight, canvas)
            })
    }

    private func bar(_ row: Coverage.Row, at y: Double, _ canvas: Canvas) -> [Markup] {
        let label = row.kind.map { words.kind($0) } ?? words(.all)
        var marks = [
            canvas.text(label, left - 8, y + 13, anchor: "end"),
            canvas.text(words.count(row.entries), left + barWidth + 8, y + 13),
        ]
        var x = left
        for holding in PassageBook.Holding.allCases where row[holding] > 0 {
            let width = barWidth * Double(row[holding]) / Double(row.entries)
            marks.append(
                canvas.mark(
                    "\(label): \(words.holding(holding)) \(words.count(row[holding]))",
                    [
                        canvas.rect(
                            x, y + 2, max(0, width - 1), 15, holding.rawValue,
                            holding == .unconfirmed ? [canvas.doubtful] : [])
                    ]))
            x += width
        }
        return marks
    }

    private var table: Markup {
        let holdings = PassageBook.Holding.allCases
        let header =
            [words(.kind), words(.entries)] + holdings.map { words.holding($0) } + [words(.severalVoices)]
        let rows = (coverage.rows + [coverage.total]).map { row in
            ([row.kind.map { words.kind($0) } ?? words(.all), words.count(row.entries)]
                + holdings.map { words.count(row[$0]) }
                + [words.count(row.severalVoices)]).map(Markup.text)
        }
        return .details(words(.table), [.tag("div", [("class", "wide")], [.table(header, rows)])])
    }
}
