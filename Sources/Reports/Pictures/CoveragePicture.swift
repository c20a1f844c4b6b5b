import CaseModel
import Findings

/// How well the case is cited: one bar per kind of entry, by what the entries rest on.
///
/// Filled: cited by a passage. Half filled: by a paragraph only. Hatched: by passages that wait for a person. Hollow: own
/// assumptions. Dashed: nothing.
struct CoveragePicture {
    let report: CaseReport
    let perspective: String
    let words: Words

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
        let height = top + Double(rows.count) * rowHeight + 8
        let title = words(.coverageTitle)
        let stamp =
            "\(words(.perspective)): \(perspective) · \(words(.asOf)) \(words.date(report.overview.asOf))"
        return .tag(
            "svg",
            [
                ("class", "coverage"), ("viewBox", "0 0 1000 \(Int(height))"), ("role", "img"),
                ("aria-labelledby", "coverage-\(perspective)"),
            ],
            [
                .tag("title", [("id", "coverage-\(perspective)")], title), hatch,
                .tag("text", [("x", "10"), ("y", "14"), ("class", "stamp")], stamp),
            ]
                + rows.enumerated().flatMap { bar($0.element, at: top + Double($0.offset) * rowHeight) })
    }

    private func bar(_ row: Coverage.Row, at y: Double) -> [Markup] {
        let label = row.kind.map { words.kind($0) } ?? words(.all)
        var marks = [
            Markup.tag(
                "text", [("x", "\(Int(left) - 8)"), ("y", text(y + 13)), ("text-anchor", "end")], label),
            .tag(
                "text", [("x", "\(Int(left + barWidth) + 8)"), ("y", text(y + 13))], words.count(row.entries)),
        ]
        var x = left
        for holding in PassageBook.Holding.allCases where row[holding] > 0 {
            let fill: [(String, String)] =
                holding == .unconfirmed ? [("fill", "url(#hatch-\(perspective))")] : []
            let width = barWidth * Double(row[holding]) / Double(row.entries)
            marks.append(
                .tag(
                    "rect",
                    [
                        ("class", holding.rawValue), ("x", text(x)), ("y", text(y + 2)),
                        ("width", text(max(0, width - 1))), ("height", "15"),
                    ] + fill,
                    [.tag("title", [], "\(label): \(words.holding(holding)) \(words.count(row[holding]))")]))
            x += width
        }
        return marks
    }

    /// A length with one decimal, whatever the language.
    private func text(_ length: Double) -> String {
        let tenths = Int((length * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
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

extension CoveragePicture {
    /// The pattern for what is not confirmed.
    private var hatch: Markup {
        .tag(
            "defs", [],
            [
                .tag(
                    "pattern",
                    [
                        ("id", "hatch-\(perspective)"), ("width", "6"), ("height", "6"),
                        ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"),
                    ],
                    [.void("rect", [("width", "2.4"), ("height", "6"), ("class", "stripe")])])
            ])
    }
}
