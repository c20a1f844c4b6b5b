import CaseModel
import Findings

/// Today's state, the states that authors speak of, and where people would go from them: options as rows, states as columns, moves as
/// arcs above; a box around what lasts.
struct StateGraphPicture {
    let finding: StabilityFinding
    let view: PictureView
    private var words: Words { view.words }
    private var frame: ConflictFrame { finding.frame }

    private let left = 330.0
    private let rowHeight = 19.0
    private let arcRoom = 150.0

    /// - Returns: `nil` if there are no states to show.
    var figure: Figure? {
        guard !finding.sketch.isEmpty else { return nil }
        let canvas = Canvas(name: "states", view: view, height: height)
        let title = words.pick("Who would leave which state", "Wer welchen Zustand verließe")
        let about = words.pick(
            "Columns are states, rows are options; an arc leads from a state that a decision maker leaves to the state that it prefers.",
            "Spalten sind Zustände, Zeilen Optionen; ein Bogen führt von einem Zustand, den jemand verlässt, zu dem, den er vorzieht."
        )
        return Figure(
            title: title, finding: told,
            picture: canvas.svg(
                title, about: about, guides: rows(canvas), data: columns(canvas) + arcs(canvas)),
            method: words.pick(
                "A box: nobody has a better move (Nash). Filled: the option is taken. Each arc is the best move of its mover, a short line one to a state that is not drawn; \(key).",
                "Ein Rahmen: niemand hat einen besseren Zug (Nash). Gefüllt: die Option ist gewählt. Jeder Bogen ist der beste Zug dessen, der zieht, ein kurzer Strich einer zu einem nicht gezeichneten Zustand; \(key)."
            ),
            header: [words(.state), words(.what)]
                + frame.decisionMakers.indices.map { words.maker($0, frame) },
            rows: finding.sketch.enumerated().map { index, reading in
                [.text(label(index)), .text(words.state(reading.state, frame))]
                    + reading.verdicts.map { .text(told($0.first, in: reading.state)) }
            })
    }

    private var height: Double { 30 + arcRoom + 26 + Double(frame.options.count) * rowHeight + 16 }

    private var top: Double { 30 + arcRoom }

    private var told: String {
        let lasting = finding.sketch.indices.filter { finding.sketch[$0].isEquilibrium(.nash) == true }
        let names = words.list(
            lasting.map { "\(label($0)) (\(words.state(finding.sketch[$0].state, frame)))" })
        return lasting.isEmpty
            ? words.pick("None of these states lasts.", "Keiner dieser Zustände hat Bestand.")
            : words.pick(
                "Of these states \(names) \(lasting.count == 1 ? "lasts" : "last").",
                "Von diesen Zuständen \(lasting.count == 1 ? "hat" : "haben") Bestand: \(names).")
    }

    private var key: String {
        frame.decisionMakers.indices.map { "\(words.maker($0, frame)): \(words.dash($0))" }.joined(
            separator: ", ")
    }

    /// Columns have letters; today's is marked.
    private func label(_ index: Int) -> String {
        let letter = Comparison.column(index)
        return finding.sketch[index].state == finding.today?.state
            ? "\(letter) (\(words.pick("today", "heute")))" : letter
    }

    private func told(_ verdict: StabilityFinding.Verdict?, in state: Int) -> String {
        guard let verdict else { return "" }
        guard case .leaves(let target, _) = verdict.reason else { return words.pick("stays", "Verbleib") }
        return words.pick("leaves: ", "Weggang: ") + words.change(from: state, to: target, frame)
    }

    private var step: Double { min(54, (1_000 - left - 20) / Double(max(finding.sketch.count, 1))) }

    private func x(_ column: Int) -> Double { left + (Double(column) + 0.5) * step }

    private func y(_ row: Int) -> Double { top + 34 + Double(row) * rowHeight }

    private func rows(_ canvas: Canvas) -> [Markup] {
        frame.options.enumerated().flatMap { row, option -> [Markup] in
            let owner = frame.decisionMakers.firstIndex { $0.id == option.of } ?? 0
            let name = "\(words.maker(owner, frame)): \(words.option(option))"
            return [
                canvas.fitted(name, left - 10, y(row) + 4, within: left - 16, anchor: "end"),
                canvas.line(left, y(row), left + step * Double(finding.sketch.count), y(row), "faint"),
            ]
        }
    }

    private func columns(_ canvas: Canvas) -> [Markup] {
        finding.sketch.enumerated().map { column, reading in
            let lasts = reading.isEquilibrium(.nash) == true
            var parts = [
                canvas.text(Comparison.column(column), x(column), top + 16, anchor: "middle", style: "head")
            ]
            if reading.state == finding.today?.state {
                parts.append(
                    canvas.text(
                        words.pick("today", "heute"), x(column), top + 27, anchor: "middle", style: "tick"))
            }
            if lasts {
                parts.append(
                    canvas.rect(
                        x(column) - step * 0.42, top + 2, step * 0.84,
                        34 + Double(frame.options.count) * rowHeight, "boxed"))
            }
            for row in frame.options.indices {
                let isTaken = reading.state >> row & 1 == 1
                parts.append(
                    canvas.circle(x(column), y(row), isTaken ? 5 : 1.6, isTaken ? "certain" : "faint"))
            }
            return canvas.mark("\(label(column)): \(words.state(reading.state, frame))", parts)
        }
    }

    private func arcs(_ canvas: Canvas) -> [Markup] {
        let place = Dictionary(uniqueKeysWithValues: finding.sketch.enumerated().map { ($1.state, $0) })
        return finding.sketch.enumerated().flatMap { column, reading in
            reading.verdicts.compactMap { verdicts -> Markup? in
                guard let verdict = verdicts.first, case .leaves(let target, _) = verdict.reason else {
                    return nil
                }
                guard let end = place[target] else { return stub(column, verdict.maker, canvas) }
                return arc(column, end, verdict.maker, canvas)
            }
        }
    }

    /// A move to a state that is not drawn: a short line upwards.
    private func stub(_ from: Int, _ maker: Int, _ canvas: Canvas) -> Markup {
        let x = x(from) + (Double(maker) - Double(frame.decisionMakers.count - 1) / 2) * min(13, step / 4.2)
        let name = frame.decisionMakers[maker].id
        return canvas.mark(
            "\(words.maker(maker, frame)): \(Comparison.column(from)) → …",
            [
                canvas.line(x, top + 2, x, top - 12, "mover mover\(maker % 4)"),
                canvas.text(name, x, top - 15, anchor: "middle", style: "tick"),
            ])
    }

    /// A bow from one column to another; farther ones rise higher, and movers rise side by side.
    private func arc(_ from: Int, _ to: Int, _ maker: Int, _ canvas: Canvas) -> Markup {
        let shift = (Double(maker) - Double(frame.decisionMakers.count - 1) / 2) * 4
        let (x1, x2) = (x(from) + shift, x(to) + shift)
        let rise = min(arcRoom - 18, 18 + abs(x2 - x1) * 0.22 + Double(maker) * 7)
        let (base, apex) = (top + 2, top + 2 - rise)
        let d =
            "M\(Canvas.number(x1)) \(Canvas.number(base)) C\(Canvas.number(x1)) \(Canvas.number(apex)) \(Canvas.number(x2)) \(Canvas.number(apex)) \(Canvas.number(x2)) \(Canvas.number(base))"
        let name = frame.decisionMakers[maker].id
        return canvas.mark(
            "\(words.maker(maker, frame)): \(Comparison.column(from)) → \(Comparison.column(to))",
            [
                .void("path", [("class", "mover mover\(maker % 4)"), ("d", d)]),
                canvas.path(
                    [(x2 - 3.5, base - 7), (x2, base), (x2 + 3.5, base - 7)], "mover mover\(maker % 4) solid"),
                canvas.text(name, (x1 + x2) / 2, base - rise * 0.75 - 2, anchor: "middle", style: "tick"),
            ])
    }
}

extension Words {
    /// How the line of a mover looks; the colours are never alone.
    func dash(_ maker: Int) -> String {
        switch maker % 4 {
        case 0: pick("solid", "durchgezogen")
        case 1: pick("long dashes", "lang gestrichelt")
        case 2: pick("dots", "gepunktet")
        default: pick("dashes and dots", "strichpunktiert")
        }
    }
}
