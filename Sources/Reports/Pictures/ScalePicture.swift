import CaseModel
import Findings
import Numbers

/// Where two drafts stand on each issue, and how far it is from one to the other.
///
/// One row per ordered issue that either addresses; the alternatives are named at their place; letters mark the yardsticks.
struct ScalePicture {
    let comparison: Comparison
    let step: Comparison.Step
    let view: PictureView
    var words: Words { view.words }

    private let left = 250.0
    private let span = 640.0
    private let rowHeight = 44.0
    private let top = 44.0

    /// - Returns: `nil` if neither draft addresses an ordered issue.
    var figure: Figure? {
        let rows = comparison.issues.indices.filter { row in
            let issue = comparison.issues[row]
            return issue.kind != .nominal && !issue.isShared
                && (cell(step.from, row)?.position != nil || cell(step.to, row)?.position != nil)
        }
        guard !rows.isEmpty else { return nil }
        let (before, after) = (draftName(step.from), draftName(step.to))
        let title = "\(before) → \(after)"
        let about = words.pick(
            "One row per issue on a scale from the first alternative to the last; the earlier draft is a ring, the later one filled, an arrow leads from one to the other.",
            "Je Gegenstand eine Zeile auf einer Skala von der ersten zur letzten Alternative; der frühere Entwurf ist ein Ring, der spätere gefüllt, ein Pfeil führt vom einen zum anderen."
        )
        return Figure(
            title: title, finding: finding,
            picture: .all(
                stride(from: 0, to: rows.count, by: rowsPerPart(rows.count)).map { start in
                    let end = min(start + rowsPerPart(rows.count), rows.count)
                    return part(Array(rows[start..<end]), start, title, about)
                }),
            method: words.pick(
                "Places are shares of each issue's range, by the order of alternatives that the case assumes. A bar with end ticks is a text that can be read in several ways. Later or earlier only: nothing is known of the other on this issue.",
                "Lagen sind Anteile der Spanne jedes Gegenstands, nach der im Fall angenommenen Reihenfolge der Alternativen. Ein Balken mit Endstrichen ist ein mehrdeutiger Text. Nur später oder nur früher: vom anderen ist dazu nichts bekannt."
            ),
            header: [words(.issue), before, after, words(.change)],
            rows: rows.map { row in
                [
                    words(comparison.issues[row].name), place(step.from, row), place(step.to, row),
                    step.change.shifts.first { $0.issue == comparison.issues[row].id }.map {
                        words.signed($0.value)
                    }
                        ?? "",
                ].map(Markup.text)
            })
    }

    /// At most twelve rows fit a printed page; a longer picture falls into parts of about one size.
    private func rowsPerPart(_ rows: Int) -> Int {
        let parts = (rows + 11) / 12
        return (rows + parts - 1) / parts
    }

    private func part(_ rows: [Int], _ start: Int, _ title: String, _ about: String) -> Markup {
        let canvas = Canvas(
            name: "scale", suffix: "\(step.from)-\(step.to)-\(start)", view: view,
            height: top + Double(rows.count) * rowHeight + 6)
        return canvas.svg(
            title, about: about, guides: [legend(canvas)],
            data: rows.enumerated().map { row($0.element, top + Double($0.offset) * rowHeight, canvas) })
    }

    private var finding: String {
        words.pick("Position: ", "Lage: ") + words.position(of: step) + ". "
            + "\(words(.scope)): \(words.scope(of: step))."
    }

    private func draftName(_ id: String) -> String { comparison.draftName(id, words) }

    private func cell(_ draft: String, _ row: Int) -> Comparison.Cell? {
        comparison.drafts.firstIndex { $0.proposal.id == draft }.map { comparison.cells[$0][row] }
    }

    private func place(_ draft: String, _ row: Int) -> String {
        guard let cell = cell(draft, row), let position = cell.position else {
            return cell(draft, row).map { words.state($0.state.rawValue) } ?? "–"
        }
        return words.places(position)
    }

    private func x(_ place: Rational) -> Double { left + Double(place) * span }

    private func legend(_ canvas: Canvas) -> Markup {
        let yardsticks = comparison.yardsticks.map(\.id).joined(separator: ", ")
        return .all([
            canvas.circle(left + 6, 26, 4.5, "before"), canvas.text(draftName(step.from), left + 16, 30),
            canvas.circle(left + 266, 26, 4.5, "after"), canvas.text(draftName(step.to), left + 276, 30),
            canvas.text(
                yardsticks.isEmpty ? "" : "\(words(.yardsticks)): \(yardsticks)", left + span + 90, 30,
                anchor: "end",
                style: "tick"),
        ])
    }

    private func row(_ row: Int, _ y: Double, _ canvas: Canvas) -> Markup {
        let issue = comparison.issues[row]
        let (before, after) = (cell(step.from, row)?.position, cell(step.to, row)?.position)
        let line = y + 13
        var parts = [
            canvas.fitted(words(issue.name), left - 14, line + 4, within: left - 24, anchor: "end"),
            canvas.line(left, line, left + span, line, "scale"),
        ]
        parts += alternatives(issue, line, canvas)
        parts += yardstickMarks(row, line, canvas)
        if let before, let after, let shift = step.change.shifts.first(where: { $0.issue == issue.id })?.value
        {
            let (from, to) = (x(before.midpoint), x(after.midpoint))
            if !shift.contains(0), abs(to - from) > 12 {
                parts.append(canvas.arrow(from, to + (to > from ? -6 : 6), line, "shift"))
            }
        }
        if let before {
            parts.append(
                canvas.range(x(before.low), x(before.high), line - 3, style("before", step.from, row)))
        }
        if let after {
            parts.append(canvas.range(x(after.low), x(after.high), line + 3, style("after", step.to, row)))
        }
        let note = before == nil ? words(.newlyAddressed) : after == nil ? words(.noLongerAddressed) : ""
        parts.append(canvas.text(note, left + span + 10, line + 4, style: "tick"))
        return canvas.mark("\(words(issue.name)): \(place(step.from, row)) → \(place(step.to, row))", parts)
    }

    /// Dashed where the term is conditional, as everywhere.
    private func style(_ base: String, _ draft: String, _ row: Int) -> String {
        cell(draft, row)?.state == .conditional ? "\(base) dashed" : base
    }

    private func alternatives(_ issue: Agenda.Issue, _ line: Double, _ canvas: Canvas) -> [Markup] {
        let room = span / Double(max(1, issue.alternatives.count - 1)) - 8
        return issue.alternatives.enumerated().flatMap { index, alternative -> [Markup] in
            guard let place = issue.position(of: alternative.id) else { return [] }
            let anchor = index == 0 ? "start" : index == issue.alternatives.count - 1 ? "end" : "middle"
            let isEnd = anchor != "middle"
            return [
                canvas.line(x(place), line - 3, x(place), line + 3, "axis"),
                canvas.fitted(
                    words.alternative(alternative.id, of: issue), x(place), line + 19,
                    within: isEnd ? room * 0.62 : room * 0.74, anchor: anchor, style: "tick", size: 9.5),
            ]
        }
    }

    /// The letter of a yardstick above its place.
    private func yardstickMarks(_ row: Int, _ line: Double, _ canvas: Canvas) -> [Markup] {
        comparison.yardsticks.compactMap { yardstick in
            let issue = comparison.issues[row].id
            guard let position = yardstick.places.first(where: { $0.issue == issue })?.value else {
                return nil
            }
            return canvas.text(
                yardstick.id, x(position.midpoint), line - 8, anchor: "middle", style: "yardstick")
        }
    }
}
