import CaseModel
import Findings
import Numbers

/// Who moved: for each change in what an actor is said to hold, the place before and the place after.
struct MovesPicture {
    let comparison: Comparison
    let actors: [Actor]
    let view: PictureView
    var words: Words { view.words }

    private let left = 330.0
    private let span = 420.0
    private let rowHeight = 24.0
    private let top = 42.0

    /// - Returns: `nil` if nobody moved on an ordered issue.
    var figure: Figure? {
        let moves = comparison.moves.filter { $0.shift != nil }
        guard !moves.isEmpty else { return nil }
        let canvas = Canvas(name: "moves", view: view, height: top + Double(moves.count) * rowHeight + 10)
        let title = words.pick("Whose statements changed", "Wessen Aussagen sich änderten")
        let about = words.pick(
            "One row per change: a ring where the earlier statement stands, a filled mark where the later one stands.",
            "Je Änderung eine Zeile: ein Ring, wo die frühere Aussage steht, ein gefülltes Zeichen, wo die spätere steht."
        )
        return Figure(
            title: title, finding: finding(moves),
            picture: canvas.svg(
                title, about: about, guides: [axis(canvas)],
                data: moves.enumerated().map { row($0.element, top + Double($0.offset) * rowHeight, canvas) }),
            method: words.pick(
                "Two statements of one holder on one issue, the one certainly made before the other and impossible to read alike. Dashed: told by two sources, which may differ where nobody moved.",
                "Zwei Aussagen desselben Akteurs zu einem Gegenstand, die eine sicher vor der anderen und nicht gleich zu lesen. Gestrichelt: von zwei Quellen berichtet, die sich unterscheiden können, ohne dass sich jemand bewegte."
            ),
            header: [
                words(.holder), words(.issue), words(.before), words(.after), words(.way), words(.restsOn),
            ],
            rows: comparison.moves.map { move in
                [
                    .text(name(move.actor)), .text(issueName(move.issue)),
                    .text("\(words.date(move.from)): \(words.value(of: move.before, comparison.issues))"),
                    .text("\(words.date(move.to)): \(words.value(of: move.after, comparison.issues))"),
                    .text("\(words.chain(move.before.via)); \(words.chain(move.after.via))"),
                    .all([
                        words.linked(move.before.basis, comparison.passages), .text("; "),
                        words.linked(move.after.basis, comparison.passages),
                    ]),
                ]
            })
    }

    private func finding(_ moves: [Comparison.Move]) -> String {
        let sure = moves.filter(\.isToldByOne)
        let movers = actors.map(\.id).filter { id in sure.contains { $0.actor == id } }
        // How many statements there are says how many changes could have been seen.
        let list = words.list(
            movers.map { id in
                let all = words.count(comparison.datedStatements[id] ?? 0)
                return words.pick(
                    "\(name(id)) \(words.count(sure.count { $0.actor == id })) (in \(all) dated statements)",
                    "\(name(id)) \(words.count(sure.count { $0.actor == id })) (in \(all) datierten Aussagen)"
                )
            })
        return movers.isEmpty
            ? words.pick(
                "No change is told by one and the same source.",
                "Keine Änderung berichtet ein und dieselbe Quelle.")
            : words.pick(
                "Changes told by one and the same source: \(list).",
                "Änderungen, die ein und dieselbe Quelle berichtet: \(list).")
    }

    private func name(_ id: String) -> String { actors.first { $0.id == id }.map { words($0.name) } ?? id }

    private func issueName(_ id: String) -> String { comparison.issueName(id, words) }

    private func axis(_ canvas: Canvas) -> Markup {
        .all([
            canvas.text(words(.firstPole), left, 30, style: "tick"),
            canvas.text(words(.lastPole), left + span, 30, anchor: "end", style: "tick"),
            canvas.line(left, 34, left + span, 34, "axis"),
        ])
    }

    private func row(_ move: Comparison.Move, _ y: Double, _ canvas: Canvas) -> Markup {
        let line = y + 10
        let label = "\(name(move.actor)): \(issueName(move.issue))"
        let issue = comparison.issues.first { $0.id == move.issue }
        let before = issue.flatMap { move.before.place(on: $0) }
        let after = issue.flatMap { move.after.place(on: $0) }
        var parts = [
            canvas.fitted(label, left - 12, line + 4, within: left - 20, anchor: "end"),
            canvas.line(left, line, left + span, line, "scale"),
        ]
        func x(_ place: Rational) -> Double { left + Double(place) * span }
        if let before, let after {
            let style = move.isToldByOne ? "shift" : "shift dashed"
            // From the near end of the one to the near end of the other.
            let isUp = after.low > before.high
            let from = x(isUp ? before.high : before.low)
            let to = x(isUp ? after.low : after.high)
            parts.append(canvas.arrow(from, to + (isUp ? -6 : 6), line, style))
            parts.append(canvas.range(x(before.low), x(before.high), line, "before"))
            parts.append(canvas.range(x(after.low), x(after.high), line, "after"))
        }
        parts.append(
            canvas.fitted(
                "\(words.date(move.from)) → \(words.date(move.to))", left + span + 14, line + 4, within: 230,
                style: "tick", size: 9.5))
        return canvas.mark("\(label) \(words.date(move.from)) → \(words.date(move.to))", parts)
    }
}
