import CaseModel
import Findings
import Numbers

/// Where the test of a promise turns out otherwise: one row for each number that decides it, on its own range.
struct ThresholdPicture {
    let trial: GuaranteeFinding.Trial
    let view: PictureView
    private var words: Words { view.words }

    private let left = 400.0
    private let span = 430.0
    private let rowHeight = 34.0
    private let top = 50.0

    private typealias Row = (verdict: GuaranteeFinding.Verdict, threshold: SolveFinding.Threshold?)

    /// For each alternative its nearest thresholds, or one row that says there is none.
    private var rows: [Row] {
        trial.verdicts.flatMap { verdict -> [Row] in
            let near = (verdict.thresholds ?? []).sorted { ($0.share ?? 1) < ($1.share ?? 1) }.prefix(3)
            return near.isEmpty ? [(verdict, nil)] : near.map { (verdict, $0) }
        }
    }

    var figure: Figure {
        let canvas = Canvas(
            name: "thresholds", view: view, height: top + Double(rows.count) * rowHeight + 8)
        let title = words.pick("What the test of the promise hangs on", "Woran die Probe der Zusage hängt")
        let about = words.pick(
            "One row per number; the bar is its range, the dot its value, the stroke the threshold; hatched is the side on which the promise is tested.",
            "Eine Zeile je Zahl; der Balken ist ihre Spanne, der Punkt ihr Wert, der Strich die Schwelle; schraffiert ist die Seite, auf der die Zusage erprobt wird."
        )
        return Figure(
            title: title, finding: finding,
            picture: canvas.svg(
                title, about: about, guides: heads(canvas),
                data: rows.enumerated().map { row($1, top + Double($0) * rowHeight, canvas) }),
            method: words.pick(
                "Every other number stays at its point (or in the middle of its range). The share on the right is that of draws from all ranges together in which the promise is tested.",
                "Jede andere Zahl bleibt bei ihrem Punktwert (oder in der Mitte ihrer Spanne). Der Anteil rechts ist der der Ziehungen aus allen Spannen zugleich, in denen die Zusage erprobt wird."
            ),
            header: [words(.what), words(.number), words(.value), words(.nearest), words(.ofDraws)],
            rows: rows.map { row in
                [
                    words.alternative(row.verdict.given, trial.names),
                    row.threshold.map { name($0.parameter) } ?? "–",
                    row.threshold.flatMap { parameter($0)?.value }.map { words.numbers.text($0) } ?? "–",
                    row.threshold.map { words.at($0) } ?? "–", words.share(row.verdict.shares.first ?? nil),
                ].map(Markup.text)
            })
    }

    private var finding: String {
        let verdicts = trial.verdicts.map { words.verdict($0, trial.names) }
        return verdicts.joined(separator: "; ") + "."
    }

    private func parameter(_ threshold: SolveFinding.Threshold) -> SolveFinding.ParameterValue? {
        trial.parameters.first { $0.name == threshold.parameter }
    }

    private func name(_ id: String) -> String {
        trial.parameters.first { $0.name == id }?.label.map { words($0) } ?? id
    }

    private func heads(_ canvas: Canvas) -> [Markup] {
        [canvas.text(words(.ofDraws), left + span + 150, top - 18, anchor: "end", style: "tick")]
    }

    private func row(_ row: Row, _ y: Double, _ canvas: Canvas) -> Markup {
        let (middle, verdict) = (y + rowHeight / 2, row.verdict)
        let share = words.share(verdict.shares.first ?? nil)
        let alternative = words.alternative(verdict.given, trial.names)
        var parts = [
            canvas.fitted(alternative, 8, middle + 4, within: 130, style: "head"),
            canvas.text(share, left + span + 150, middle + 4, anchor: "end"),
        ]
        guard let threshold = row.threshold, let parameter = parameter(threshold) else {
            parts.append(canvas.text(words.noThreshold(verdict), left, middle + 4, style: "tick"))
            return canvas.mark("\(alternative): \(words.verdict(verdict))", parts)
        }
        let range = parameter.quantity.range
        func x(_ value: Rational) -> Double {
            left + Double((value - range.low) / (range.high - range.low)) * span
        }
        let turn = x(threshold.at.midpoint)
        parts.append(
            canvas.fitted(name(threshold.parameter), left - 12, middle + 4, within: 240, anchor: "end"))
        if let side = testedSide(threshold) {
            let (from, to) = side == .below ? (left, turn) : (turn, left + span)
            parts.append(canvas.rect(from, middle - 7, to - from, 14, "", [canvas.hatched]))
        }
        parts += [
            canvas.rect(left, middle - 7, span, 14, "faint"),
            canvas.line(turn, middle - 12, turn, middle + 12, "axis"),
            canvas.text(
                words.numbers.text(threshold.at.midpoint), turn, middle - 13, anchor: "middle", style: "tick"),
            canvas.circle(x(parameter.value), middle, 5, parameter.isMidpoint ? "unseen" : "seen"),
            canvas.text(words.numbers.text(range.low), left, middle + 17, anchor: "middle", style: "tick"),
            canvas.text(
                words.numbers.text(range.high), left + span, middle + 17, anchor: "middle", style: "tick"),
        ]
        return canvas.mark("\(alternative): \(words.sentence(threshold, trial.names))", parts)
    }

    private enum Side { case below, above }

    /// On which side the promise is tested: where the outcome takes the tested action, as the verdict's own side tells.
    private func testedSide(_ threshold: SolveFinding.Threshold) -> Side? {
        guard let verdict = trial.verdicts.first(where: { $0.thresholds?.contains(threshold) ?? false }),
            let isCredible = verdict.isCredible, let value = parameter(threshold)?.value
        else { return nil }
        let isBelow = value < threshold.at.midpoint
        return isBelow == isCredible ? .above : .below
    }
}
