import CaseModel
import Findings
import Numbers

/// A belief from event to event: the band that the ranges allow, the line of the points, and where somebody would act otherwise.
struct BeliefPicture {
    let path: GuaranteeFinding.BeliefPath
    let view: PictureView
    private var words: Words { view.words }

    private let left = 70.0
    private let top = 34.0
    private let height = 210.0
    private var step: Double { (1_000 - left - 40) / Double(path.steps.count + 1) }

    var figure: Figure {
        let canvas = Canvas(name: "belief", suffix: "-\(path.game)", view: view, height: top + height + 96)
        let name = path.parameter.label.map { words($0) } ?? path.parameter.name
        let about = words.pick(
            "From left to right the events; the height is the belief after each.",
            "Von links nach rechts die Ereignisse; die Höhe ist der Glaube nach jedem.")
        return Figure(
            title: "\(words(.beliefPath)): \(name)", finding: words.sentence(path),
            picture: canvas.svg(
                name, about: about, guides: scale(canvas) + turns(canvas),
                data: [band(canvas), line(canvas)] + marks(canvas)),
            method: words.pick(
                "Bayes' rule in odds: each event multiplies them by how much likelier it is if the thing is so than if it is not. Which way an event points is read from its passage; how far is assumed. Dashed: the belief at which the answer turns, all other numbers at their points.",
                "Regel von Bayes, in Chancen gerechnet: jedes Ereignis multipliziert sie mit dem Faktor, um den es wahrscheinlicher ist, wenn die Sache stimmt, als wenn nicht. Wohin ein Ereignis weist, ist aus der Stelle gelesen; wie weit, ist angenommen. Gestrichelt: der Glaube, bei dem die Antwort umschlägt, alle anderen Zahlen bei ihren Punktwerten."
            ),
            header: [
                words(.event), words.pick("ratio", "Verhältnis"), words(.value),
                words.pick("range", "Spanne"), words(.restsOn),
            ],
            rows: path.steps.map { step in
                [
                    words.name(step.event), words.numbers.text(step.ratio), words.numbers.text(step.belief),
                    words.numbers.text(step.range),
                ].map(Markup.text) + [.text(words.list(step.basis.citations.map { "\($0.source)" }))]
            })
    }

    private func x(_ place: Int) -> Double { left + 20 + Double(place) * step }
    private func y(_ value: Rational) -> Double { top + height * (1 - Double(value)) }

    private var line: [(Rational, Interval)] {
        [(path.parameter.value, path.parameter.quantity.range)] + path.steps.map { ($0.belief, $0.range) }
    }

    private func scale(_ canvas: Canvas) -> [Markup] {
        (0...4).flatMap { quarter -> [Markup] in
            let value = Rational(quarter, over: 4)
            return [
                canvas.line(left, y(value), 990, y(value), "leader"),
                canvas.text(words.numbers.text(value), left - 8, y(value) + 4, anchor: "end", style: "tick"),
            ]
        }
    }

    private func turns(_ canvas: Canvas) -> [Markup] {
        path.thresholds.flatMap { turn -> [Markup] in
            let at = y(turn.at.midpoint)
            return [
                canvas.line(left, at, 990, at, "shift dashed"),
                canvas.text(
                    words.pick("turns at ", "schlägt um bei ") + words.numbers.text(turn.at.midpoint), 988,
                    at - 5,
                    anchor: "end", style: "tick"),
            ]
        }
    }

    private func band(_ canvas: Canvas) -> Markup {
        let upper = line.enumerated().map { (x($0), y($1.1.high)) }
        let lower = line.enumerated().map { (x($0), y($1.1.low)) }.reversed()
        return canvas.path(upper + lower, "span pale", closed: true)
    }

    private func line(_ canvas: Canvas) -> Markup {
        canvas.path(line.enumerated().map { (x($0), y($1.0)) }, "shift")
    }

    private func marks(_ canvas: Canvas) -> [Markup] {
        let names = [words(.prior)] + path.steps.map { words.name($0.event) }
        return line.enumerated().map { place, one in
            let label = LetterWidth.shortened(names[place], to: 130, size: 10)
            return canvas.mark(
                "\(names[place]): \(words.numbers.text(one.0)) [\(words.numbers.text(one.1))]",
                [
                    canvas.circle(x(place), y(one.0), 4.5, "seen"),
                    .tag(
                        "g",
                        [
                            (
                                "transform",
                                "translate(\(Canvas.number(x(place) + 4)) \(Canvas.number(top + height + 14))) rotate(32)"
                            )
                        ], [canvas.text(label, 0, 0, style: "tick")]),
                ])
        }
    }
}
