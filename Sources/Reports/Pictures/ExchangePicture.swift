import CaseModel
import Findings
import Numbers

/// What giving up one issue step by step is worth on another issue's scale: one curve per party and direction.
struct ExchangePicture {
    let found: PackagesFinding
    let view: PictureView
    private var words: Words { view.words }

    private let column = 500.0
    private let panelHeight = 300.0
    private let plotHeight = 150.0
    private let plotTop = 64.0
    private let inset = 52.0
    private let right = 64.0

    /// A party that gives on one issue and takes on the other, with what its steps add up to.
    private struct Curve {
        let rate: PackagesFinding.ExchangeRate
        /// The alternatives from the best on.
        let places: [String]
        /// The share of the other issue's whole scale that makes up for all steps down to each of them.
        let sums: [Interval]

        init?(_ rate: PackagesFinding.ExchangeRate) {
            let steps = rate.steps.filter { $0.share != nil }
            guard let first = steps.first else { return nil }
            self.rate = rate
            places = [first.from] + steps.map(\.to)
            // One rate of weights lies behind all steps, so the ends of the ranges add up.
            sums = steps.reduce(into: [Interval(0)]) { $0.append($0[$0.count - 1] + $1.share!) }
        }
    }

    private var curves: [Curve] { found.exchange.compactMap(Curve.init) }

    var figure: Figure? {
        let curves = curves
        guard let first = found.exchange.first, !curves.isEmpty else { return nil }
        let rows = (curves.count + 1) / 2
        let canvas = Canvas(name: "exchange", view: view, height: Double(rows) * panelHeight + 12)
        let (given, taken) = (words.issue(first.given, found.issues), words.issue(first.taken, found.issues))
        let title = words.pick(
            "What makes up for what: \(given) and \(taken)", "Was was aufwiegt: \(given) und \(taken)")
        let about = words.pick(
            "One curve per party and direction: how much of the other issue's whole scale makes up for giving up this one step by step; the band spans all weights in their ranges, above the line at 1 nothing on the other issue suffices.",
            "Eine Kurve je Partei und Richtung: wie viel von der ganzen Skala des anderen Gegenstands das schrittweise Aufgeben aufwiegt; das Band umspannt alle Gewichte in ihren Spannen, über der Linie bei 1 reicht nichts im anderen Gegenstand."
        )
        return Figure(
            title: title, finding: finding,
            picture: canvas.svg(
                title, about: about,
                data: curves.enumerated().map { place, curve in
                    panel(
                        curve, Double(place % 2) * column, Double(place / 2) * panelHeight, canvas)
                }),
            method: words.pick(
                "Weight times value of the steps so far, divided by weight times value of the other issue's whole scale, at the points of values and parameters.",
                "Gewicht mal Wert der bisherigen Schritte, geteilt durch Gewicht mal Wert der ganzen Skala des anderen Gegenstands, an den Punkten der Werte und Parameter."
            ), header: header, rows: tableRows)
    }

    private var header: [String] {
        [
            "", words.pick("gives up", "gibt auf"), words.pick("share", "Anteil"),
            words.pick("made up for by", "aufgewogen durch"), words.pick("credible from", "glaubhaft ab"),
        ]
    }

    private var tableRows: [[Markup]] {
        found.exchange.flatMap { rate in
            rate.steps.map { step in
                [
                    name(rate),
                    words.alternative(rate.given, step.from, found.issues) + " → "
                        + words.alternative(rate.given, step.to, found.issues),
                    step.share.map { words.utility($0) } ?? "–",
                    step.makesUp.map { words.alternative(rate.taken, $0, found.issues) } ?? "–",
                    step.credibility.map { words.utility($0) } ?? "–",
                ].map(Markup.text)
            }
        }
    }

    private var finding: String {
        let beyond = curves.filter { ($0.sums.last?.low ?? 0) > 1 }
        guard !beyond.isEmpty else {
            return words.pick(
                "Giving up either issue altogether can be made up for on the other for some weights in the ranges.",
                "Jeden der beiden Gegenstände ganz aufzugeben, lässt sich bei manchen Gewichten in den Spannen im anderen aufwiegen."
            )
        }
        let who = beyond.map { "\(name($0.rate)): \(words.issue($0.rate.given, found.issues))" }
        return words.pick(
            "Nothing on the other issue makes up for giving up this one altogether, whatever the weights in their ranges: \(words.list(who)).",
            "Nichts im anderen Gegenstand wiegt auf, diesen ganz aufzugeben, gleich welche Gewichte in den Spannen: \(words.list(who))."
        )
    }

    private func name(_ rate: PackagesFinding.ExchangeRate) -> String {
        found.parties.first { $0.id == rate.party }.map { words($0.name) } ?? rate.party
    }

    // MARK: One panel

    private func panel(_ curve: Curve, _ left: Double, _ top: Double, _ canvas: Canvas) -> Markup {
        let plot = Plot(
            left: left + inset, top: top + plotTop, width: column - inset - right, height: plotHeight,
            places: curve.places.count, end: max(1, curve.sums.last?.high ?? 1))
        let title = words.pick(
            "\(name(curve.rate)) gives up: \(words.issue(curve.rate.given, found.issues))",
            "\(name(curve.rate)) gibt auf: \(words.issue(curve.rate.given, found.issues))")
        return .all(
            [
                canvas.fitted(
                    title, left + inset, top + 30, within: column - inset - 20, style: "head", size: 12)
            ]
                + scale(plot, canvas) + [band(curve, plot, canvas)] + marks(curve, plot, canvas))
    }

    private struct Plot {
        let left, top, width, height: Double
        let places: Int
        let end: Rational

        func x(_ place: Int) -> Double { left + width * Double(place) / Double(max(1, places - 1)) }
        func y(_ share: Rational) -> Double { top + height * (1 - Double(share / end)) }
    }

    private func scale(_ plot: Plot, _ canvas: Canvas) -> [Markup] {
        let marks = plot.end == 1 ? [Rational(0), Rational(1, over: 2), 1] : [0, 1, plot.end]
        return marks.map { value in
            .all([
                canvas.line(
                    plot.left, plot.y(value), plot.left + plot.width, plot.y(value),
                    value == 1 ? "axis" : "leader"),
                canvas.text(
                    words.numbers.text(value, places: 1), plot.left - 8, plot.y(value) + 4, anchor: "end",
                    style: "tick"),
            ])
        }
    }

    private func band(_ curve: Curve, _ plot: Plot, _ canvas: Canvas) -> Markup {
        let upper = curve.sums.enumerated().map { (plot.x($0), plot.y($1.high)) }
        let lower = curve.sums.enumerated().map { (plot.x($0), plot.y($1.low)) }.reversed()
        let middle = curve.sums.enumerated().map { (plot.x($0), plot.y($1.midpoint)) }
        return .all([
            canvas.path(upper + lower, "span pale", closed: true), canvas.path(middle, "shift"),
        ])
    }

    private func marks(_ curve: Curve, _ plot: Plot, _ canvas: Canvas) -> [Markup] {
        curve.places.enumerated().map { place, alternative in
            let label = words.alternative(curve.rate.given, alternative, found.issues)
            let (x, y) = (plot.x(place), plot.y(curve.sums[place].midpoint))
            let under =
                "translate(\(Canvas.number(x)) \(Canvas.number(plot.top + plot.height + 14))) rotate(28)"
            return canvas.mark(
                "\(label): \(words.utility(curve.sums[place]))",
                [
                    canvas.circle(x, y, 4, "seen"),
                    .tag(
                        "g", [("transform", under)],
                        [canvas.text(LetterWidth.shortened(label, to: 120, size: 10), 0, 0, style: "tick")]),
                ])
        }
    }
}
