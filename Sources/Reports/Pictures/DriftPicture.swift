import CaseModel
import Findings
import Numbers

/// The way of each issue along a line of the lineage: steps, broken where a draft says nothing, with the sums in the margin.
struct DriftPicture {
    let comparison: Comparison
    let line: Comparison.Line
    let view: PictureView
    var words: Words { view.words }

    private let columns = 3
    private let panelWidth = 326.0
    private let panelHeight = 96.0
    private let top = 26.0

    /// - Returns: `nil` if no ordered issue is addressed twice.
    var figure: Figure? {
        let paths = line.paths.filter { path in
            issue(path.issue).map { $0.kind != .nominal && !$0.isShared } ?? false
        }
        guard !paths.isEmpty else { return nil }
        let panels = paths.count + 1
        let canvas = Canvas(
            name: "drift", suffix: line.drafts.last ?? "", view: view,
            height: top + Double((panels + columns - 1) / columns) * panelHeight + 6)
        let names = line.drafts.map(draftName).joined(separator: " → ")
        let title = words.pick("Along the line \(names)", "Entlang der Linie \(names)")
        let about = words.pick(
            "One small panel per issue; the drafts from left to right, the position from the first pole (bottom) to the last (top). The first panel counts the issues that each draft addresses.",
            "Je Gegenstand ein kleines Feld; die Entwürfe von links nach rechts, die Lage vom ersten Pol (unten) zum letzten (oben). Das erste Feld zählt die Gegenstände, die jeder Entwurf behandelt."
        )
        return Figure(
            title: title, finding: finding(paths),
            picture: canvas.svg(
                title, about: about,
                data: [scopePanel(origin(0), canvas)]
                    + paths.enumerated().map { panel($0.element, origin($0.offset + 1), canvas) }),
            method: words.pick(
                "Sum of steps against the change from first to last; a sum larger than the change means a way there and back. Steps, not curves: nobody knows what lies between two drafts. Hollow: can be read in several ways.",
                "Summe der Schritte gegen die Änderung vom ersten zum letzten; ist die Summe größer, führte der Weg hin und zurück. Stufen, keine Kurven: was zwischen zwei Entwürfen liegt, weiß niemand. Hohl: mehrdeutig."
            ),
            header: [words(.issue), words(.variation), words(.net), words(.reversals), words(.drafts)],
            rows: line.paths.map { path in
                [
                    issue(path.issue).map { words($0.name) } ?? path.issue,
                    words.places(path.variation), words.places(path.net),
                    words.count(path.reversals), path.drafts.map(draftName).joined(separator: " → "),
                ].map(Markup.text)
            })
    }

    private func finding(_ paths: [Comparison.Path]) -> String {
        let counts = line.drafts.compactMap { id in
            comparison.drafts.first { $0.proposal.id == id }.map { words.count($0.coverage.addressed) }
        }
        let still = paths.count { $0.variation == Interval(.zero) }
        let turned = paths.count { $0.reversals > 0 }
        return words.pick(
            "Issues addressed, draft by draft: \(counts.joined(separator: ", ")). Of \(words.count(paths.count)) issues that two of them address, \(words.count(still)) did not move and \(words.count(turned)) turned round.",
            "Behandelte Gegenstände, Entwurf für Entwurf: \(counts.joined(separator: ", ")). Von \(words.count(paths.count)) Gegenständen, die zwei von ihnen behandeln, bewegten sich \(words.count(still)) nicht, und \(words.count(turned)) kehrten um."
        )
    }

    private func issue(_ id: String) -> Agenda.Issue? { comparison.issues.first { $0.id == id } }

    private func draftName(_ id: String) -> String { comparison.draftName(id, words) }

    private func origin(_ index: Int) -> (x: Double, y: Double) {
        (Double(index % columns) * panelWidth + 10, top + Double(index / columns) * panelHeight)
    }

    private let plot = (x: 6.0, y: 20.0, width: 230.0, height: 50.0)

    private func column(_ index: Int, _ origin: (x: Double, y: Double)) -> (x: Double, width: Double) {
        let width = plot.width / Double(line.drafts.count)
        return (origin.x + plot.x + Double(index) * width, width)
    }

    private func panel(_ path: Comparison.Path, _ origin: (x: Double, y: Double), _ canvas: Canvas) -> Markup
    {
        let name = issue(path.issue).map { words($0.name) } ?? path.issue
        let row = comparison.issues.firstIndex { $0.id == path.issue } ?? 0
        let places = line.drafts.map { id in
            comparison.drafts.firstIndex { $0.proposal.id == id }.flatMap {
                comparison.cells[$0][row].position
            }
        }
        let bottom = origin.y + plot.y + plot.height
        func y(_ place: Rational) -> Double { bottom - Double(place) * plot.height }
        var parts = frame(name, origin, canvas)
        for (index, place) in places.enumerated() {
            guard let place else { continue }
            let (x, width) = column(index, origin)
            parts.append(
                place.isPoint
                    ? canvas.line(x, y(place.low), x + width, y(place.low), "step")
                    : canvas.rect(x, y(place.high), width, y(place.low) - y(place.high), "open"))
            if index > 0, let before = places[index - 1] {
                parts.append(canvas.line(x, y(before.midpoint), x, y(place.midpoint), "riser"))
            }
        }
        let margin = origin.x + plot.x + plot.width + 8
        parts.append(
            canvas.text(
                "Σ \(words.places(path.variation))", margin, origin.y + 44, style: "tick"))
        parts.append(
            canvas.text("Δ \(words.places(path.net))", margin, origin.y + 58, style: "tick"))
        return canvas.mark(
            "\(name): \(words(.variation)) \(words.places(path.variation)), \(words(.net)) \(words.places(path.net))",
            parts)
    }

    private func frame(_ name: String, _ origin: (x: Double, y: Double), _ canvas: Canvas) -> [Markup] {
        let bottom = origin.y + plot.y + plot.height
        let (left, right) = (origin.x + plot.x, origin.x + plot.x + plot.width)
        return [
            canvas.fitted(name, left, origin.y + 12, within: panelWidth - 30),
            canvas.line(left, bottom, right, bottom, "scale"),
            canvas.line(left, bottom - plot.height, right, bottom - plot.height, "scale"),
        ]
            + line.drafts.indices.map { index in
                let (x, width) = column(index, origin)
                return canvas.fitted(
                    draftName(line.drafts[index]), x + width / 2, bottom + 11, within: width - 2,
                    anchor: "middle",
                    style: "tick", size: 9)
            }
    }

    /// How many issues each draft addresses: the scope, which is not the position.
    private func scopePanel(_ origin: (x: Double, y: Double), _ canvas: Canvas) -> Markup {
        let bottom = origin.y + plot.y + plot.height
        let all = Double(max(1, comparison.issues.count))
        var parts = frame(words(.scopePanel), origin, canvas)
        for (index, id) in line.drafts.enumerated() {
            let found = comparison.drafts.first { $0.proposal.id == id }?.coverage.addressed ?? 0
            let (x, width) = column(index, origin)
            let height = Double(found) / all * plot.height
            parts.append(canvas.rect(x + 8, bottom - height, max(1, width - 16), height, "certain"))
            parts.append(
                canvas.text(
                    words.count(found), x + width / 2, bottom - height - 3, anchor: "middle", style: "tick"))
        }
        return canvas.mark(words(.scopePanel), parts)
    }
}
