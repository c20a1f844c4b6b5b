import CaseModel
import Findings

/// The shortest ways from today to lasting outcomes: one row for each, one arrow for each step, with who has to move.
struct EvolutionPicture {
    let finding: StabilityFinding
    let view: PictureView
    private var words: Words { view.words }
    private var frame: ConflictFrame { finding.frame }

    private let rowHeight = 46.0
    private let top = 44.0
    private let left = 70.0
    private let step = 235.0

    /// - Returns: `nil` if there is nowhere to go.
    var figure: Figure? {
        guard let ways = finding.ways else { return nil }
        let rows = ways.destinations.filter { way($0) != nil }
        guard !rows.isEmpty else { return nil }
        let canvas = Canvas(name: "evolution", view: view, height: top + Double(rows.count) * rowHeight + 10)
        let title = words.pick(
            "How one gets to a lasting outcome", "Wie man zu einem Ausgang von Bestand kommt")
        let about = words.pick(
            "Each row leads from today to one lasting outcome; the names on an arrow have to move.",
            "Jede Zeile führt von heute zu einem Ausgang von Bestand; wer auf dem Pfeil steht, muss ziehen.")
        return Figure(
            title: title, finding: told(rows),
            picture: canvas.svg(title, about: about, data: rows.enumerated().map { row($1, $0, canvas) }),
            method: words.pick(
                "Solid: everybody who moves gains at that step. Dashed: only together, each of those who move gains. Dotted: against somebody's interest. The nearest outcomes are shown, improvements before joint moves.",
                "Durchgezogen: wer zieht, gewinnt bei diesem Schritt. Gestrichelt: nur gemeinsam, alle Ziehenden gewinnen. Gepunktet: gegen jemandes Interesse. Gezeigt sind die nächsten Ausgänge, Verbesserungen vor gemeinsamen Zügen."
            ),
            header: [words(.after), words(.way)],
            rows: rows.map { destination in
                [
                    .text(words.state(destination.state, frame)),
                    .text(words.way(way(destination)?.steps ?? [], from: ways.start, frame)),
                ]
            })
    }

    private func way(_ destination: StabilityFinding.Destination) -> (
        steps: [StabilityFinding.Step], style: String
    )? {
        if let steps = destination.byImprovements { return (steps, "shift") }
        if let steps = destination.jointly { return (steps, "shift dashed") }
        return destination.byMoves.map { ($0, "shift dotted") }
    }

    private func told(_ rows: [StabilityFinding.Destination]) -> String {
        guard let first = rows.first, let way = way(first), let start = way.steps.first else { return "" }
        let who = words.list(start.movers.map { words.maker($0, frame) })
        return first.byImprovements == nil
            ? words.pick(
                "No lasting outcome is reached by improvements alone; first to move would be \(who).",
                "Kein Ausgang von Bestand wird allein durch Verbesserungen erreicht; zuerst zöge: \(who).")
            : words.pick(
                "The nearest lasting outcome is reached by improvements; first to move would be \(who).",
                "Der nächste Ausgang von Bestand wird durch Verbesserungen erreicht; zuerst zöge: \(who).")
    }

    private func row(_ destination: StabilityFinding.Destination, _ index: Int, _ canvas: Canvas) -> Markup {
        guard let way = way(destination), let start = finding.ways?.start else { return .nothing }
        let y = top + Double(index) * rowHeight + 20
        let room = min(step, (980 - left) / Double(max(way.steps.count, 1)))
        var here = start
        var parts = [
            canvas.circle(left, y, 6, "open"),
            canvas.text(words.pick("today", "heute"), left - 12, y + 4, anchor: "end"),
        ]
        for (number, one) in way.steps.enumerated() {
            let (x1, x2) = (left + Double(number) * room, left + Double(number + 1) * room)
            let isLast = number == way.steps.count - 1
            let movers = one.movers.map { words.maker($0, frame) }.joined(separator: " + ")
            let change = words.change(from: here, to: one.state, frame)
            parts += [
                canvas.arrow(x1 + 8, x2 - 9, y, way.style),
                canvas.fitted(movers, (x1 + x2) / 2, y - 6, within: room - 24, anchor: "middle"),
                canvas.fitted(
                    change, (x1 + x2) / 2, y + 14, within: room - 16, anchor: "middle", style: "tick",
                    size: 9.5),
                canvas.circle(x2, y, isLast ? 7 : 4, isLast ? "certain" : "open"),
            ]
            here = one.state
        }
        return canvas.mark(words.way(way.steps, from: start, frame), parts)
    }
}
