import CaseModel
import Findings
import Numbers

/// What the frontier's packages and the drafts bring the first two parties.
struct ParetoPicture {
    let found: PackagesFinding
    let view: PictureView
    private var words: Words { view.words }

    private let left = 90.0
    private let span = 520.0
    private let top = 40.0
    private let tall = 420.0

    /// `nil` where there are fewer than two parties or no frontier.
    var figure: Figure? {
        guard found.parties.count >= 2, let frontier = found.frontier, frontier.points > 0 else { return nil }
        let canvas = Canvas(name: "pareto", view: view, height: top + tall + 56)
        let title = words.pick(
            "What packages bring \(words(found.parties[0].name)) and \(words(found.parties[1].name))",
            "Was Pakete \(words(found.parties[0].name)) und \(words(found.parties[1].name)) bringen")
        let about = words.pick(
            "Dots are packages that none betters for both; bars span what a draft can bring whom, its number stands at what it brings with open issues as they are.",
            "Punkte sind Pakete, die keines für beide übertrifft; Balken umspannen, was ein Entwurf wem bringen kann, seine Zahl steht bei dem, was er mit Offenem wie es ist bringt."
        )
        return Figure(
            title: title, finding: finding(frontier),
            picture: canvas.svg(
                title, about: about, guides: axes(canvas), data: points(frontier, canvas) + drafts(canvas)),
            method: words.pick(
                "Utilities at the points of all numbers; where none is named the middle of the range. \(filling) Scales of different parties are not compared: only whether somebody gets more or less.",
                "Nutzen an den Punkten aller Zahlen; wo keiner genannt ist, die Mitte der Spanne. \(filling) Skalen verschiedener Parteien werden nicht verglichen: nur, ob jemand mehr oder weniger bekommt."
            ), header: header, rows: rows)
    }

    private func finding(_ frontier: PackagesFinding.FrontierAnswer) -> String {
        let whole = found.drafts.compactMap(\.reading.improvement)
        let below = words.count(whole.count { !$0.packages.isZero })
        let number = words.count(whole.count, ("draft", "Entwurf"), ("drafts", "Entwürfen"))
        return words.pick(
            "On the frontier \(words.count(frontier.points)) points. Of \(number) that can be seen as one package, with open issues as they are, \(below) could be bettered for everybody.",
            "Auf der Grenze \(words.count(frontier.points)) Punkte. Von \(number), die sich mit Offenem wie es ist als ein Paket sehen lassen, ließen sich für alle verbessern: \(below)."
        )
    }

    private var filling: String {
        found.withholds
            ? words.pick(
                "Which dots are acceptable to all is internal.",
                "Welche Punkte für alle annehmbar sind, ist intern.")
            : words.pick("Filled dots are acceptable to all.", "Gefüllte Punkte sind für alle annehmbar.")
    }

    // MARK: Where things lie

    private var ranges: [Interval] {
        (0..<2).map { party in
            let points = found.frontier?.utilities.map { $0[party] } ?? []
            let ends = found.drafts.flatMap {
                [$0.reading.utilities[party].low, $0.reading.utilities[party].high]
            }
            let hull = Interval.hull(of: points + ends + (found.scale == .unit ? [0, 1] : []))!
            return hull.isPoint ? Interval(hull.low, hull.low + 1) : hull
        }
    }

    private func x(_ value: Rational) -> Double {
        left + Double((value - ranges[0].low) / ranges[0].width) * span
    }

    private func y(_ value: Rational) -> Double {
        top + tall - Double((value - ranges[1].low) / ranges[1].width) * tall
    }

    private func axes(_ canvas: Canvas) -> [Markup] {
        let names = found.parties.prefix(2).map { words($0.name) }
        let bottom = top + tall
        var parts = [
            canvas.line(left, bottom, left + span, bottom, "axis"),
            canvas.line(left, top, left, bottom, "axis"),
            canvas.text(names[0], left + span, bottom + 34, anchor: "end", style: "head"),
            canvas.text(names[1], left - 8, top - 10, anchor: "start", style: "head"),
        ]
        for step in 0...4 {
            let (h, v) = (
                ranges[0].low + ranges[0].width * Rational(step, over: 4),
                ranges[1].low + ranges[1].width * Rational(step, over: 4)
            )
            parts += [
                canvas.text(
                    words.numbers.text(h, places: 2), x(h), bottom + 16, anchor: "middle", style: "tick"),
                canvas.text(
                    words.numbers.text(v, places: 2), left - 10, y(v) + 4, anchor: "end", style: "tick"),
            ]
        }
        return parts
    }

    private func points(_ frontier: PackagesFinding.FrontierAnswer, _ canvas: Canvas) -> [Markup] {
        zip(zip(frontier.utilities, frontier.examples), frontier.isAcceptable).prefix(2_000).map {
            point, isIn in
            let ((utilities, package), isAcceptable) = (point, isIn && !found.withholds)
            return canvas.mark(
                "(\(utilities.map { words.utility($0) }.joined(separator: "; "))) \(words.package(package, found.issues))",
                [canvas.circle(x(utilities[0]), y(utilities[1]), 4, isAcceptable ? "seen" : "unseen")])
        }
    }

    private func drafts(_ canvas: Canvas) -> [Markup] {
        found.drafts.enumerated().map { place, one in
            let (first, second) = (one.reading.utilities[0], one.reading.utilities[1])
            let (mx, my) =
                one.reading.asIs.map { (x($0[0]), y($0[1])) }
                ?? (x(first.midpoint), y(second.midpoint))
            let label = words(one.draft.name)
            let legend = top + 12 + Double(place) * 20
            return canvas.mark(
                "\(label): \(words.utility(first)) / \(words.utility(second))",
                [
                    canvas.line(x(first.low), my, x(first.high), my, "scale"),
                    canvas.line(mx, y(second.low), mx, y(second.high), "scale"),
                    canvas.rect(mx - 9, my - 8, 18, 16, "paper"),
                    canvas.text("\(place + 1)", mx, my + 4, anchor: "middle", style: "head"),
                    canvas.fitted("\(place + 1)  \(label)", left + span + 40, legend, within: 330),
                ])
        }
    }

    // MARK: The table

    private var header: [String] {
        [words(.draft)] + found.parties.map { words($0.name) }
            + [words.pick("stops at", "endet an"), words.pick("for nobody worse", "für niemand schlechter")]
    }

    private var rows: [[Markup]] {
        found.drafts.map { one in
            ([words(one.draft.name)] + one.reading.utilities.map { words.utility($0) }
                + [
                    one.reading.stopsAt.map { words.name($0) } ?? words.pick("passes", "besteht"),
                    one.reading.improvement.map { words.packages($0.packages) } ?? "–",
                ]).map(Markup.text)
        }
    }
}
