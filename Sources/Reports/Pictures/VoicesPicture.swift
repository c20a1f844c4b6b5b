import CaseModel
import Findings

/// Whose position is told by whom: holders against sources, with the voices that no source lets speak.
struct VoicesPicture {
    let report: CaseReport
    let view: PictureView
    var words: Words { view.words }

    /// - Returns: `nil` if there are no statements.
    var figure: Figure? {
        let sources = report.overview.sources
        let holders = report.actors.filter { actor in report.statements.contains { $0.holder == actor.id } }
        guard !holders.isEmpty, !sources.isEmpty else { return nil }
        let counts = Dictionary(grouping: report.statements) { Cell(holder: $0.holder, source: $0.source) }
        let title = words.pick("Whose position is told by whom", "Wessen Haltung von wem berichtet wird")
        let about = words.pick(
            "Rows are actors, columns sources; the size of a mark is the number of statements, filled where the actor is quoted, hollow where the source alone says so; a dot where a source tells nothing of the actor.",
            "Zeilen sind Akteure, Spalten Quellen; die Größe ist die Zahl der Aussagen, gefüllt, wo der Akteur zitiert wird, hohl, wo es nur die Quelle sagt; ein Punkt, wo eine Quelle nichts von ihm berichtet."
        )
        let grid = GridPicture(
            name: "voices", rows: holders.map { words($0.name) }, columns: sources.map(\.id), view: view
        ) { row, column, x, y, canvas in
            let found = counts[Cell(holder: holders[row].id, source: sources[column].id)] ?? []
            return mark(found, "\(words(holders[row].name)), \(sources[column].id)", x, y, canvas)
        }
        return Figure(
            title: title, finding: finding(holders, sources, counts), picture: grid.svg(title, about: about),
            method: about, header: [words(.holder)] + sources.map(\.id),
            rows: holders.map { holder in
                ([words(holder.name)]
                    + sources.map { words.count(counts[Cell(holder: holder.id, source: $0.id)]?.count ?? 0) })
                    .map(
                        Markup.text)
            } + [
                [.text(words(.missingVoices))]
                    + sources.map { .text($0.missingVoices.map { words($0) }.joined(separator: "; ")) }
            ])
    }

    private struct Cell: Hashable {
        let holder: String
        let source: String
    }

    private func finding(_ holders: [Actor], _ sources: [Source], _ counts: [Cell: [Statement]]) -> String {
        let alone = holders.filter { holder in
            sources.count { counts[Cell(holder: holder.id, source: $0.id)] != nil } == 1
        }
        let missing = sources.flatMap(\.missingVoices).count
        let names = alone.isEmpty ? "" : " (\(words.list(alone.map { words($0.name) })))"
        return words.pick(
            "Told by one source alone: \(words.count(alone.count)) of \(words.count(holders.count)) actors\(names). Voices that the sources leave out, as noted: \(words.count(missing)).",
            "Nur von einer Quelle berichtet: \(words.count(alone.count)) von \(words.count(holders.count)) Akteuren\(names). Stimmen, die in den Quellen fehlen, nach Vermerk: \(words.count(missing))."
        )
    }

    private func mark(_ found: [Statement], _ title: String, _ x: Double, _ y: Double, _ canvas: Canvas)
        -> Markup
    {
        guard !found.isEmpty else {
            return canvas.mark("\(title): –", [canvas.text("·", x, y + 4, anchor: "middle", style: "tick")])
        }
        let isQuoted = found.contains { $0.via.first == $0.holder }
        let radius = min(10, 3 + 1.1 * Double(found.count).squareRoot())
        return canvas.mark(
            "\(title): \(words.count(found.count))",
            [
                canvas.circle(x, y, radius, isQuoted ? "seen" : "unseen"),
                canvas.text(words.count(found.count), x + radius + 3, y + 4, style: "tick"),
            ])
    }
}
