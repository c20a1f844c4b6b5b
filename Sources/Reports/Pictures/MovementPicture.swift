import CaseModel
import Findings
import Numbers

/// How far each step brought the text towards each yardstick: one panel per yardstick, a bar per step.
///
/// Filled: what is certain; outlined with end ticks: what the text leaves open.
struct MovementPicture {
    let comparison: Comparison
    let view: PictureView
    var words: Words { view.words }

    private let left = 330.0
    private let half = 290.0
    private let rowHeight = 20.0
    private var zero: Double { left + half }

    /// - Returns: `nil` if nothing can be measured.
    var figure: Figure? {
        let steps = comparison.steps.filter { step in step.movements.contains { $0.points != nil } }
        guard !steps.isEmpty else { return nil }
        let panel = Double(steps.count) * rowHeight + 34
        let canvas = Canvas(
            name: "movement", view: view, height: 30 + Double(comparison.yardsticks.count) * panel)
        let title = words.pick(
            "Which step brought the text nearer to whom", "Welcher Schritt den Text wem näher brachte")
        let about = words.pick(
            "One panel per yardstick; bars to the right are towards it, to the left away from it, in points of 100.",
            "Ein Feld je Maßstab; Balken nach rechts führen hin, nach links weg, in Punkten von 100.")
        return Figure(
            title: title, finding: finding(steps),
            picture: canvas.svg(
                title, about: about,
                data: comparison.yardsticks.indices.map {
                    panelMarkup($0, steps, 24 + Double($0) * panel, canvas)
                }),
            method: words.pick(
                "Distance before less distance after, over the issues that both drafts and the yardstick address; behind the figure their number (\(words.rule(comparison.choices.silence))). Filled: certain; outlined: what the texts leave open. That a text moved says nothing of who gave way.",
                "Abstand vorher minus Abstand nachher, über die Gegenstände, die beide Entwürfe und der Maßstab behandeln; hinter der Zahl ihre Anzahl (\(words.rule(comparison.choices.silence))). Gefüllt: sicher; umrandet: was die Texte offen lassen. Dass ein Text sich bewegte, sagt nicht, wer nachgab."
            ),
            header: [words(.yardsticks), words(.draft), words(.change)],
            rows: comparison.yardsticks.indices.flatMap { index in
                steps.map { step in
                    [
                        comparison.yardsticks[index].id, "\(step.from) → \(step.to)",
                        words.movement(step.movements[index]),
                    ].map(Markup.text)
                }
            })
    }

    /// By what the issues are weighed; without it "certainly" would say too much.
    private var weighting: String {
        comparison.yardsticks.allSatisfy { $0.weighting == .equal }
            ? words.pick("With every issue counting alike: ", "Wenn jeder Gegenstand gleich zählt: ")
            : words.pick("By the weights of the yardsticks: ", "Nach den Gewichten der Maßstäbe: ")
    }

    private func finding(_ steps: [Comparison.Step]) -> String {
        let parts = comparison.yardsticks.enumerated().map { index, yardstick in
            let points = steps.compactMap { $0.movements[index].points }
            let (towards, away) = (points.count { $0.low > 0 }, points.count { $0.high < 0 })
            return words.pick(
                "\(yardstick.id): \(words.count(towards)) steps certainly towards, \(words.count(away)) certainly away, \(words.count(points.count - towards - away)) open",
                "\(yardstick.id): \(words.count(towards)) Schritte sicher hin, \(words.count(away)) sicher weg, \(words.count(points.count - towards - away)) offen"
            )
        }
        return weighting + parts.joined(separator: "; ") + "."
    }

    private func panelMarkup(_ index: Int, _ steps: [Comparison.Step], _ y: Double, _ canvas: Canvas)
        -> Markup
    {
        let yardstick = comparison.yardsticks[index]
        let head = yardstick.draft.map { "\(yardstick.id) (\(draftName($0)))" } ?? yardstick.id
        let bottom = y + 20 + Double(steps.count) * rowHeight
        let rows = steps.enumerated().map { row, step in
            bar(step, step.movements[index], y + 20 + Double(row) * rowHeight, canvas)
        }
        return .tag(
            "g", [],
            [
                canvas.text(head, 8, y + 12, style: "head"), canvas.line(zero, y + 14, zero, bottom, "axis"),
                canvas.text(words(.away), zero - half, y + 12, style: "tick"),
                canvas.text(words(.towards), zero + half, y + 12, anchor: "end", style: "tick"),
            ] + rows)
    }

    private func bar(_ step: Comparison.Step, _ movement: Comparison.Movement, _ y: Double, _ canvas: Canvas)
        -> Markup
    {
        let label = "\(draftName(step.from)) → \(draftName(step.to))"
        let isSure = step.kind != .possible
        var parts = [canvas.fitted(label, left - 12, y + 13, within: left - 20, anchor: "end")]
        guard let points = movement.points else {
            parts.append(canvas.text("·", zero, y + 13, anchor: "middle", style: "tick"))
            return canvas.mark("\(label): –", parts)
        }
        func x(_ value: Rational) -> Double { zero + max(-1, min(1, Double(value) / 100)) * half }
        let certain = points.low > 0 ? points.low : points.high < 0 ? points.high : 0
        let (from, to) = (min(zero, x(certain)), max(zero, x(certain)))
        if to - from > 0.5 {
            parts.append(canvas.rect(from, y + 4, to - from, 11, isSure ? "certain" : "certain pale"))
        }
        if points.isPoint {
            parts.append(canvas.line(x(points.low), y + 2, x(points.low), y + 17, "tick-end"))
        } else {
            parts.append(
                canvas.rect(
                    x(points.low), y + 4, x(points.high) - x(points.low), 11, isSure ? "open" : "open dashed")
            )
            parts += [points.low, points.high].map { canvas.line(x($0), y + 2, x($0), y + 17, "tick-end") }
        }
        parts.append(
            canvas.text(
                "\(words.signed(points, places: 0)) (\(words.count(movement.perIssue.count)))",
                zero + half + 12, y + 13, style: "tick"))
        return canvas.mark("\(label): \(words.movement(movement))", parts)
    }

    private func draftName(_ id: String) -> String { comparison.draftName(id, words) }
}
