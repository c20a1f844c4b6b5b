import CaseModel
import Findings
import Numbers

/// What one step on an issue is worth to each party on another issue's scale.
struct ExchangePicture {
    let found: PackagesFinding
    let view: PictureView
    private var words: Words { view.words }

    private let left = 470.0
    private let span = 380.0
    private let rowHeight = 30.0
    private let top = 56.0
    /// The scale ends a little behind the whole of the other issue.
    private let end = Rational(3, over: 2)

    private typealias Row = (rate: PackagesFinding.ExchangeRate, step: PackagesFinding.ExchangeRate.Step)

    private var rows: [Row] {
        found.exchange.flatMap { rate in rate.steps.filter { $0.share != nil }.map { (rate, $0) } }
    }

    var figure: Figure? {
        guard let first = found.exchange.first, !rows.isEmpty else { return nil }
        let canvas = Canvas(name: "exchange", view: view, height: top + Double(rows.count) * rowHeight + 12)
        let (given, taken) = (words.issue(first.given, found.issues), words.issue(first.taken, found.issues))
        let title = words.pick(
            "What makes up for what: \(given) and \(taken)", "Was was aufwiegt: \(given) und \(taken)")
        let about = words.pick(
            "One row per step that a party gives up; the bar is the share of the other issue's whole scale that makes up for it, over all weights in the ranges.",
            "Eine Zeile je Schritt, den eine Partei aufgibt; der Balken ist der Anteil der ganzen Skala des anderen Gegenstands, der ihn aufwiegt, über alle Gewichte in den Spannen."
        )
        return Figure(
            title: title, finding: finding,
            picture: canvas.svg(
                title, about: about, guides: heads(canvas),
                data: rows.enumerated().map { row($1, top + Double($0) * rowHeight, canvas) }),
            method: words.pick(
                "Weight times value of the step, divided by weight times value of the other issue's whole scale, at the points of values and parameters. Beyond 1 nothing on the other issue makes up for the step.",
                "Gewicht mal Wert des Schritts, geteilt durch Gewicht mal Wert der ganzen Skala des anderen Gegenstands, an den Punkten der Werte und Parameter. Jenseits von 1 wiegt nichts im anderen Gegenstand den Schritt auf."
            ),
            header: [
                "", words.pick("gives up", "gibt auf"), words.pick("share", "Anteil"),
                words.pick("made up for by", "aufgewogen durch"), words.pick("credible from", "glaubhaft ab"),
            ],
            rows: rows.map { row in
                [
                    name(row.rate), step(row), row.step.share.map { words.utility($0) } ?? "–",
                    row.step.makesUp.map { words.alternative(row.rate.taken, $0, found.issues) } ?? "–",
                    row.step.credibility.map { words.utility($0) } ?? "–",
                ].map(Markup.text)
            })
    }

    private var finding: String {
        let hopeless = rows.filter { $0.step.makesUp == nil }
        guard !hopeless.isEmpty else {
            return words.pick(
                "Every step can be made up for on the other issue, at the points.",
                "Jeder Schritt lässt sich an den Punkten im anderen Gegenstand aufwiegen.")
        }
        let who = Set(hopeless.map { name($0.rate) }).sorted()
        return words.pick(
            "Some steps of \(words.list(who)) nothing on the other issue makes up for, at the points.",
            "Manche Schritte wiegt an den Punkten im anderen Gegenstand nichts auf: \(words.list(who)).")
    }

    private func name(_ rate: PackagesFinding.ExchangeRate) -> String {
        found.parties.first { $0.id == rate.party }.map { words($0.name) } ?? rate.party
    }

    private func step(_ row: Row) -> String {
        words.alternative(row.rate.given, row.step.from, found.issues) + " → "
            + words.alternative(row.rate.given, row.step.to, found.issues)
    }

    private func x(_ value: Rational) -> Double { left + Double(min(value, end) / end) * span }

    private func heads(_ canvas: Canvas) -> [Markup] {
        let bottom = top + Double(rows.count) * rowHeight
        return [Rational(0), Rational(1, over: 2), 1].map { value in
            .all([
                canvas.line(x(value), top - 8, x(value), bottom, value == 1 ? "axis" : "leader"),
                canvas.text(words.numbers.text(value), x(value), top - 14, anchor: "middle", style: "tick"),
            ])
        }
    }

    private func row(_ row: Row, _ y: Double, _ canvas: Canvas) -> Markup {
        let middle = y + rowHeight / 2
        let share = row.step.share ?? Interval(0)
        let isOver = share.high > end
        return canvas.mark(
            "\(name(row.rate)): \(step(row)): \(words.utility(share))",
            [
                canvas.fitted(name(row.rate), 8, middle + 4, within: 76, style: "head"),
                canvas.fitted(step(row), 90, middle + 4, within: 366),
                canvas.range(x(share.low), x(share.high), middle, "span"),
                canvas.text(
                    words.utility(share) + (isOver ? " →" : ""), left + span + 12, middle + 4, style: "tick"),
            ])
    }
}
