import CaseModel
import Findings
import Numbers

/// A stock as a bar for each draft that would divide it: known shares filled, what nobody knows hatched.
struct MoneyPicture {
    let table: MoneyTable
    let view: PictureView
    var words: Words { view.words }

    private let left = 250.0
    private let span = 700.0
    private let rowHeight = 52.0

    /// - Returns: `nil` if there is no stock.
    var figure: Figure? {
        guard !table.stocks.isEmpty else { return nil }
        let rows = table.stocks.map { $0.divisions.count + 1 }.reduce(0, +)
        let canvas = Canvas(name: "money", view: view, height: 26 + Double(rows) * rowHeight)
        let title = words.pick("Who would get what of the stock", "Wer was vom Bestand erhielte")
        let about = words.pick(
            "One bar per draft, as long as the stock; filled are known shares, hatched is what is unknown or not converted.",
            "Je Entwurf ein Balken von der Länge des Bestands; gefüllt sind bekannte Anteile, schraffiert, was unbekannt oder nicht umgerechnet ist."
        )
        var marks: [Markup] = []
        var y = 26.0
        for stock in table.stocks {
            marks.append(whole(stock.money, y, canvas))
            y += rowHeight
            for division in stock.divisions {
                marks.append(bar(division, y, canvas))
                y += rowHeight
            }
        }
        return Figure(
            title: title, finding: table.summary(words),
            picture: canvas.svg(title, about: about, data: marks),
            method: words.pick(
                "A share is drawn only where stock and claim are known in the same unit. What is hatched has no size of its own: its claims are named, their order means nothing.",
                "Ein Anteil ist nur gezeichnet, wo Bestand und Anspruch in derselben Einheit bekannt sind. Das Schraffierte hat keine eigene Größe: seine Ansprüche sind genannt, ihre Reihenfolge bedeutet nichts."
            ),
            header: [
                words(.stock), words(.draft), words(.claim), words(.value), words(.share), words(.holder),
                words(.restsOn),
            ],
            rows: rowsOfTable)
    }

    private var rowsOfTable: [[Markup]] {
        let names = table.names
        return table.stocks.flatMap { stock in
            stock.divisions.flatMap { division in
                division.claims.map { claim -> [Markup] in
                    [
                        .text(words(stock.money.name)), .text(draftName(division)),
                        .text(words(claim.money.name)),
                        .text(words.amount(of: claim.money)), .text(words.size(claim.size)),
                        .text(claim.money.holder.map { names.actor($0, words) } ?? ""),
                        words.linked(claim.money.basis, table.passages),
                    ]
                }
            }
        }
    }

    private func draftName(_ division: MoneyTable.Division) -> String {
        division.draft.map { words($0.name) } ?? words(.outsideDrafts)
    }

    private func whole(_ stock: Money, _ y: Double, _ canvas: Canvas) -> Markup {
        let label = "\(words(stock.name)): \(words.amount(of: stock))"
        return canvas.mark(
            label,
            [
                canvas.text(words(.stock), left - 12, y + 26, anchor: "end", style: "head"),
                canvas.rect(left, y + 14, span, 16, stock.basis.isOwn ? "open" : "certain"),
                canvas.fitted(label, left, y + 44, within: span, style: "tick", size: 9.5),
            ])
    }

    private func bar(_ division: MoneyTable.Division, _ y: Double, _ canvas: Canvas) -> Markup {
        var parts = [
            canvas.fitted(draftName(division), left - 12, y + 26, within: left - 24, anchor: "end"),
            canvas.rect(left, y + 14, span, 16, "unknown", [canvas.hatched]),
        ]
        var x = left
        for claim in division.claims {
            guard case .share(let share) = claim.size else { continue }
            let width = max(0, min(Double(share.low) * span, left + span - x))
            parts.append(canvas.rect(x, y + 14, width, 16, "certain"))
            x += width
        }
        if division.rest != nil { parts.append(canvas.rect(x, y + 14, left + span - x, 16, "paper")) }
        let claims = division.claims.map { "\(words($0.money.name)): \(words.amount(of: $0.money))" }
        parts.append(
            canvas.fitted(
                claims.joined(separator: "; "), left, y + 44, within: span, style: "tick", size: 9.5))
        return canvas.mark(
            "\(draftName(division)): \(claims.joined(separator: "; ")); \(words.rest(division))", parts)
    }
}
