import CaseModel
import Findings
import Numbers

/// What each party would gain before each step by not going on: one panel per order, the same scale in all.
struct ExposurePicture {
    let found: SequenceFinding
    let view: PictureView
    private var words: Words { view.words }
    private var names: SequenceNames { SequenceNames(found, words) }

    private let left = 70.0
    private let right = 830.0
    private let tall = 190.0
    /// From the top of one panel to the top of the next: heading, field, names of the steps.
    private let pitch = 350.0

    private struct Panel {
        let title: String
        let order: SequenceFinding.JudgedOrder
    }

    private var panels: [Panel] {
        let sides = (found.comparison?.sides ?? []).compactMap { side -> Panel? in
            let first = words.quoted(names.step(side.first))
            return side.order.map {
                Panel(title: words.pick("\(first) first", "\(first) zuerst"), order: $0)
            }
        }
        let title = words.pick("The least exposed order", "Die am wenigsten gefährdete Reihenfolge")
        return sides.isEmpty ? [Panel(title: title, order: found.leading)] : sides
    }

    var figure: Figure {
        let canvas = Canvas(name: "exposure", view: view, height: 24 + Double(panels.count) * pitch)
        let title = words.pick(
            "Who would gain by stopping or cheating, before each step",
            "Wer vor jedem Schritt durch Abbruch oder Betrug gewönne")
        let about = words.pick(
            "From left to right the steps of an order; the height is what each party would gain by not going on. Above the line it would not go on.",
            "Von links nach rechts die Schritte einer Reihenfolge; die Höhe ist, was jede Partei gewönne, wenn sie nicht weiterginge. Über der Linie ginge sie nicht weiter."
        )
        let drawn = panels.enumerated()
        return Figure(
            title: title,
            finding: found.comparison.map { found.sentence($0, words) } ?? found.summary(words),
            picture: canvas.svg(
                title, about: about, guides: drawn.flatMap { guides(canvas, $1, top($0)) },
                data: drawn.flatMap { lines(canvas, $1, top($0)) + [labels(canvas, $1, top($0))] }),
            method: words.pick(
                "At the points of all numbers; where none is named the middle of the range. Gain: what the party holds before the step (with what cheating at it adds), less what it has at the end. Of each side the least exposed order. Large dots: the party would stop or cheat here. Scales of different parties are compared by assumption: their numbers are counted alike.",
                "An den Punkten aller Zahlen; wo keiner genannt ist, die Mitte der Spanne. Gewinn: was die Partei vor dem Schritt hat (mit dem, was Betrug dabei hinzufügt), weniger was sie am Ende hat. Von jeder Seite die am wenigsten gefährdete Reihenfolge. Große Punkte: hier bräche die Partei ab oder betröge. Skalen verschiedener Parteien werden hier verglichen, das ist angenommen: ihre Zahlen zählen gleich."
            ), header: header, rows: rows)
    }

    // MARK: Where things lie

    private func top(_ panel: Int) -> Double { 44 + Double(panel) * pitch }

    /// The range of all gains, zero in it.
    private var range: Interval {
        let gains = panels.flatMap { $0.order.prefixes.flatMap { $0.gains.map(\.gain) } }
        let hull = Interval.hull(of: gains + [0])!
        return hull.isPoint ? Interval(-1, 1) : hull
    }

    /// Round numbers in that range, six at most.
    private var ticks: [Rational] {
        var step = Rational(1, over: 1_000)
        // 1, 2, 5, 10 and so on
        let factors: [Rational] = [2, Rational(5, over: 2), 2]
        for place in 0..<36 where range.width > step * 5 { step *= factors[place % 3] }
        let (first, last) = (-(-range.low / step).floor, (range.high / step).floor)
        return (0...5).map { (first + Rational($0)) * step }.filter { $0 <= last * step }
    }

    private func x(_ place: Int, of count: Int) -> Double {
        left + 20 + (right - left - 40) * (count > 1 ? Double(place) / Double(count - 1) : 0)
    }

    private func y(_ value: Rational, _ top: Double) -> Double {
        top + 16 + (tall - 24) * Double((range.high - value) / range.width)
    }

    private func guides(_ canvas: Canvas, _ panel: Panel, _ top: Double) -> [Markup] {
        let above = words.pick("above the line: would not go on", "über der Linie: ginge nicht weiter")
        var parts = [
            canvas.text(panel.title, left, top, style: "head"),
            canvas.text(above, right, top, anchor: "end", style: "tick"),
        ]
        for value in ticks {
            parts += [
                canvas.line(left, y(value, top), right, y(value, top), "leader"),
                canvas.text(
                    words.numbers.text(value, places: 2), left - 8, y(value, top) + 4, anchor: "end",
                    style: "tick"),
            ]
        }
        parts.append(canvas.line(left, y(0, top), right, y(0, top), "axis"))
        let count = panel.order.prefixes.count
        for (place, prefix) in panel.order.prefixes.enumerated() {
            let name = LetterWidth.shortened(names.step(prefix.next), to: 170, size: 10)
            let at = "translate(\(Canvas.number(x(place, of: count) - 3)) \(Canvas.number(top + tall + 14)))"
            parts.append(
                .tag(
                    "g", [("transform", "\(at) rotate(35)")],
                    [
                        .tag("title", [], names.step(prefix.next)),
                        canvas.text("\(place + 1) \(name)", 0, 0, style: "tick"),
                    ]))
        }
        return parts
    }

    // MARK: The lines

    /// What a party would gain at most before each step; `nil` where it is not asked.
    private func values(_ party: String, _ panel: Panel) -> [Rational?] {
        panel.order.prefixes.map { prefix in
            prefix.gains.filter { $0.party == party }.map(\.gain).max()
        }
    }

    private func style(_ party: Int) -> String {
        party % 4 == 0 ? "mover solid" : "mover mover\(party % 4)"
    }

    private func lines(_ canvas: Canvas, _ panel: Panel, _ top: Double) -> [Markup] {
        let count = panel.order.prefixes.count
        return found.parties.enumerated().map { number, party in
            let values = values(party.id, panel)
            var (runs, run): ([[(Double, Double)]], [(Double, Double)]) = ([], [])
            for (place, value) in values.enumerated() {
                if let value {
                    run.append((x(place, of: count), y(value, top)))
                } else if !run.isEmpty {
                    runs.append(run)
                    run = []
                }
            }
            if !run.isEmpty { runs.append(run) }
            let dots = values.enumerated().compactMap { place, value -> Markup? in
                value.map { value in
                    canvas.mark(
                        "\(words(party.name)), \(names.step(panel.order.prefixes[place].next)): \(words.exposure(value))",
                        [
                            canvas.circle(
                                x(place, of: count), y(value, top), value > 0 ? 4.5 : 2,
                                "point\(number % 4)")
                        ])
                }
            }
            return .tag(
                "g", [], runs.filter { $0.count > 1 }.map { canvas.path($0, style(number)) } + dots)
        }
    }

    /// The parties at the right, each beside the end of its line, moved apart where they would cover each other.
    private func labels(_ canvas: Canvas, _ panel: Panel, _ top: Double) -> Markup {
        let ends = found.parties.enumerated().compactMap { number, party -> (Int, Double, String)? in
            values(party.id, panel).last { $0 != nil }.flatMap { $0 }.map {
                (number, y($0, top), words(party.name))
            }
        }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        var (last, parts) = (top - 14, [Markup]())
        for (number, wanted, name) in ends {
            last = max(last + 15, wanted)
            parts += [
                canvas.line(right + 6, last, right + 30, last, style(number)),
                canvas.fitted(name, right + 36, last + 4, within: 128),
            ]
        }
        return .tag("g", [], parts)
    }

    // MARK: The table

    private var header: [String] {
        [words.pick("order", "Reihenfolge"), words.pick("before", "vor")]
            + found.parties.map { words($0.name) }
    }

    private var rows: [[Markup]] {
        panels.flatMap { panel in
            panel.order.prefixes.enumerated().map { place, prefix in
                ([panel.title, "\(place + 1) " + names.step(prefix.next)]
                    + found.parties.map { party in
                        guard
                            let most = prefix.gains.filter({ $0.party == party.id }).max(by: {
                                $0.gain < $1.gain
                            })
                        else { return "–" }
                        return words.exposure(most.gain)
                            + (most.range.isPoint ? "" : " (\(words.signed(most.range, places: 3)))")
                    }).map(Markup.text)
            }
        }
    }
}
