import CaseModel
import Findings

/// The checklist: promises as columns, the three axes and then the clauses as rows.
struct ClausePicture {
    let reading: GuaranteeReading
    let view: PictureView
    var words: Words { view.words }

    private let left = 320.0
    private let top = 128.0
    private let rowHeight = 22.0
    private var columnWidth: Double { min(84, (1_000 - left - 130) / Double(max(1, reading.promises.count))) }

    var figure: Figure {
        let rows = Guarantee.Axis.allCases.count + reading.clauses.count
        let canvas = Canvas(name: "clauses", view: view, height: top + Double(rows) * rowHeight + 22)
        let title = words.pick("What each promise contains", "Was jede Zusage enthält")
        let about = words.pick(
            "Columns are promises, rows first the three axes between soft and hard, then the clauses of the checklist.",
            "Spalten sind Zusagen, Zeilen zuerst die drei Achsen zwischen weich und hart, dann die Klauseln der Prüfliste."
        )
        return Figure(
            title: title, finding: reading.summary(words),
            picture: canvas.svg(
                title, about: about, guides: heads(canvas) + [rule(canvas)],
                data: axisRows(canvas) + clauseRows(canvas)),
            method: words.pick(
                "Filled: stated; crossed: excluded; half: vague or conditional; dot: looked for and silent; empty: not reported. Italic: coded with own assumptions.",
                "Gefüllt: genannt; durchkreuzt: ausgeschlossen; halb: unbestimmt oder bedingt; Punkt: gesucht und nicht vorhanden; leer: nicht berichtet. Kursiv: mit eigenen Annahmen erfasst."
            ), header: [words(.clauseList)] + reading.promises.map { reading.name($0, words) },
            rows: table)
    }

    private var table: [[Markup]] {
        let axes = Guarantee.Axis.allCases.enumerated().map { index, axis in
            ([words.axis(axis)] + reading.promises.map { words.state($0.axes[index]) }).map(Markup.text)
        }
        let clauses = reading.clauses.map { clause in
            [Markup.all([.text(words(clause.name) + " "), words.linked(clause.basis, reading.passages)])]
                + reading.promises.map { promise in
                    .text(words.state((promise.guarantee.clauses[clause.id] ?? .unreported).rawValue))
                }
        }
        let slots = GuaranteeReading.SlotName.allCases.map { slot in
            ([words.slot(slot)]
                + reading.promises.map {
                    words.content($0.guarantee.slot(slot), NameBook(actors: reading.actors))
                }).map(Markup.text)
        }
        let grounds =
            [Markup.text(words(.restsOn))]
            + reading.promises.map { words.linked($0.guarantee.basis, reading.passages) }
        return axes + slots + clauses + [grounds]
    }

    private func x(_ column: Int) -> Double { left + (Double(column) + 0.5) * columnWidth }

    private func heads(_ canvas: Canvas) -> [Markup] {
        reading.promises.enumerated().map { column, promise in
            let name = LetterWidth.shortened(reading.name(promise, words), to: 160, size: 11)
            let style = promise.guarantee.basis.isOwn ? "label own-label" : "label"
            return .tag(
                "g",
                [
                    (
                        "transform",
                        "translate(\(Canvas.number(x(column))) \(Canvas.number(top - 8))) rotate(-38)"
                    )
                ],
                [.tag("title", [], reading.name(promise, words)), canvas.text(name, 0, 0, style: style)])
        }
    }

    /// Divides the axes from the clauses.
    private func rule(_ canvas: Canvas) -> Markup {
        let y = top + Double(Guarantee.Axis.allCases.count) * rowHeight + 2
        return canvas.line(
            10, y, left + columnWidth * Double(reading.promises.count), y, "axis")
    }

    private func axisRows(_ canvas: Canvas) -> [Markup] {
        Guarantee.Axis.allCases.enumerated().flatMap { row, axis -> [Markup] in
            let y = top + Double(row) * rowHeight + 11
            return [canvas.text(words.axis(axis), left - 12, y + 4, anchor: "end", style: "head")]
                + reading.promises.enumerated().map { column, promise in
                    let state = promise.axes[row]
                    return canvas.mark(
                        "\(reading.name(promise, words)), \(words.axis(axis)): \(words.state(state))",
                        sign(Guarantee.ClauseState(state), x(column), y, canvas))
                }
        }
    }

    private func clauseRows(_ canvas: Canvas) -> [Markup] {
        reading.clauses.enumerated().flatMap { row, clause -> [Markup] in
            let y = top + Double(row + Guarantee.Axis.allCases.count) * rowHeight + 16
            return [canvas.fitted(words(clause.name), left - 12, y + 4, within: left - 24, anchor: "end")]
                + reading.promises.enumerated().map { column, promise in
                    let state = promise.guarantee.clauses[clause.id] ?? .unreported
                    return canvas.mark(
                        "\(reading.name(promise, words)), \(words(clause.name)): \(words.state(state.rawValue))",
                        sign(state, x(column), y, canvas))
                }
        }
    }

    private func sign(_ state: Guarantee.ClauseState, _ x: Double, _ y: Double, _ canvas: Canvas) -> [Markup]
    {
        let box = canvas.rect(x - 6, y - 6, 12, 12, state == .stated ? "seen" : "unseen")
        switch state {
        case .stated: return [box]
        case .denied:
            return [
                box, canvas.line(x - 6, y - 6, x + 6, y + 6, "cross"),
                canvas.line(x - 6, y + 6, x + 6, y - 6, "cross"),
            ]
        case .ambiguous, .conditional:
            return [box, canvas.rect(x - 6, y, 12, 6, "seen")]
        case .silent: return [canvas.circle(x, y, 2, "seen")]
        case .unreported: return [canvas.rect(x - 6, y - 6, 12, 12, "faint")]
        }
    }
}

extension Guarantee.ClauseState {
    /// An axis is drawn with the signs of the clauses.
    fileprivate init(_ state: GuaranteeReading.AxisState) {
        self =
            switch state {
            case .yes: .stated
            case .no: .denied
            case .open: .ambiguous
            case .silent: .silent
            case .unreported: .unreported
            }
    }
}
