import CaseModel
import Findings
import Numbers

/// Who wants what, and how often it is said: actors against issues.
///
/// A mark points up where every reading lies in the upper half of the scale, down where it lies in the lower, and is a diamond
/// where it can be both; its size is the number of statements.
struct ActorIssuePicture {
    let report: CaseReport
    let view: PictureView
    var words: Words { view.words }

    /// - Returns: `nil` if no actor holds anything on an issue.
    var figure: Figure? {
        let held = report.statements.filter { statement in
            if case .term(let content) = statement.content {
                content != .silent && content != .unreported
            } else {
                false
            }
        }
        let byCell = Dictionary(grouping: held) { Cell(actor: $0.holder, issue: $0.issueID ?? "") }
        let actors = report.actors.filter { actor in held.contains { $0.holder == actor.id } }
        let issues = report.issues.filter { issue in
            issue.isNegotiable && held.contains { $0.issueID == issue.id }
        }
        guard !actors.isEmpty, !issues.isEmpty else { return nil }
        let title = words.pick("Who holds what on which issue", "Wer was zu welchem Gegenstand vertritt")
        let about = words.pick(
            "Rows are actors, columns issues. Up: the upper half of the scale; down: the lower half; diamond: both or in between; square: an issue without order. Size: the number of statements.",
            "Zeilen sind Akteure, Spalten Gegenstände. Nach oben: obere Hälfte der Skala; nach unten: untere Hälfte; Raute: beides oder dazwischen; Quadrat: Gegenstand ohne Ordnung. Größe: Zahl der Aussagen."
        )
        let grid = GridPicture(
            name: "actors", rows: actors.map { words($0.name) }, columns: issues.map { words($0.name) },
            view: view
        ) { row, column, x, y, canvas in
            let found = byCell[Cell(actor: actors[row].id, issue: issues[column].id)] ?? []
            return mark(found, issues[column], words(actors[row].name), x, y, canvas)
        }
        return Figure(
            title: title, finding: finding(actors, byCell), picture: grid.svg(title, about: about),
            method: words.pick(
                about
                    + " Hollow: only told by others, not said by the actor itself. Statements are counted as they are coded, not weighed.",
                about
                    + " Hohl: nur von anderen zugeschrieben, nicht selbst gesagt. Aussagen sind gezählt, wie sie erfasst sind, nicht gewogen."
            ),
            header: [words(.holder), words(.issue), words(.number), words(.position)],
            rows: actors.flatMap { actor in
                issues.compactMap { issue -> [Markup]? in
                    guard let found = byCell[Cell(actor: actor.id, issue: issue.id)] else { return nil }
                    let values = found.map { words.value(of: $0, report.issues) }
                    return [
                        words(actor.name), words(issue.name), words.count(found.count),
                        values.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                            .joined(separator: " | "),
                    ].map(Markup.text)
                }
            })
    }

    private struct Cell: Hashable {
        let actor: String
        let issue: String
    }

    private func finding(_ actors: [Actor], _ cells: [Cell: [Statement]]) -> String {
        let counts = actors.map { actor in
            (actor, cells.filter { $0.key.actor == actor.id }.values.joined().count)
        }
        let most = counts.max { $0.1 < $1.1 }
        let all = counts.map(\.1).reduce(0, +)
        guard let most else { return "" }
        return words.pick(
            "\(words.count(all)) statements of \(words.count(actors.count)) actors on issues; more of \(words(most.0.name)) than of anybody else (\(words.count(most.1))).",
            "\(words.count(all)) Aussagen von \(words.count(actors.count)) Akteuren zu Gegenständen; von niemandem mehr als von: \(words(most.0.name)) (\(words.count(most.1)))."
        )
    }

    private func mark(
        _ found: [Statement], _ issue: Agenda.Issue, _ actor: String, _ x: Double, _ y: Double,
        _ canvas: Canvas
    ) -> Markup {
        guard !found.isEmpty else { return .nothing }
        let size = 3.5 + 1.6 * Double(min(found.count, 5) - 1)
        let style = found.contains { $0.via.first == $0.holder } ? "seen" : "unseen"
        let values = found.map { words.value(of: $0, report.issues) }
        let title =
            "\(actor), \(words(issue.name)) (\(words.count(found.count))): \(values.joined(separator: " | "))"
        return canvas.mark(title, [shape(found.places(on: issue), x, y, size, style, canvas)])
    }

    private func shape(
        _ places: Interval?, _ x: Double, _ y: Double, _ size: Double, _ style: String, _ canvas: Canvas
    ) -> Markup {
        guard let places else { return canvas.rect(x - size, y - size, 2 * size, 2 * size, style) }
        let half = Rational(1, over: 2)
        if places.low > half {
            return canvas.path(
                [(x - size, y + size), (x, y - size), (x + size, y + size)], style, closed: true)
        }
        if places.high < half {
            return canvas.path(
                [(x - size, y - size), (x, y + size), (x + size, y - size)], style, closed: true)
        }
        return canvas.path([(x - size, y), (x, y - size), (x + size, y), (x, y + size)], style, closed: true)
    }
}

extension Statement {
    /// The issue that it is about, if it is about one.
    var issueID: String? {
        if case .issue(let id) = about { id } else { nil }
    }
}

extension [Statement] {
    /// Everything that the statements can mean on an ordered issue; `nil` without order.
    fileprivate func places(on issue: Agenda.Issue) -> Interval? {
        guard issue.kind != .nominal, !issue.isShared else { return nil }
        let all = compactMap { $0.place(on: issue) }
        return all.dropFirst().reduce(all.first) { $0?.hull($1) }
    }
}
