import CaseModel
import Findings
import Numbers

/// How strong each promise is by its clauses, beside how strong it would have to be.
struct StrengthPicture {
    let design: GuaranteeFinding.ClauseDesign
    let view: PictureView
    private var words: Words { view.words }

    private let left = 330.0
    private let span = 520.0
    private let rowHeight = 30.0
    private let top = 58.0

    /// - Returns: `nil` if no promise of the case suits the game.
    var figure: Figure? {
        guard !design.promises.isEmpty || !design.drafts.isEmpty else { return nil }
        let canvas = Canvas(
            name: "strength", suffix: "-\(design.game)", view: view,
            height: top + Double(design.promises.count + design.drafts.count + 2) * rowHeight + 8)
        let about = words.pick(
            "One row per promise; the bar reaches from the strength of what is stated to that of everything not denied, the strokes mark what would be needed.",
            "Eine Zeile je Zusage; der Balken reicht von der Stärke des Genannten bis zu der von allem nicht Ausgeschlossenen, die Striche markieren das Nötige."
        )
        return Figure(
            title: "\(words(.design)): \(words(design.title))", finding: finding,
            picture: canvas.svg(
                words(design.title), about: about, guides: scale(canvas), data: rows(canvas)),
            method: words.pick(
                "Strength is the chance that a violation is seen, times that nobody blocks the answer, times that the guarantor acts. A clause that is stated moves its number from the low end of what nobody disputes to the high end of this view; unclear and unreported clauses make the bar. By their terms drafts are placed as the game's file maps alternatives to levers. Between the two strokes the need depends on clauses, too.",
                "Stärke ist die Aussicht, dass ein Bruch gesehen wird, mal der, dass niemand die Antwort blockiert, mal der, dass der Garant handelt. Eine genannte Klausel bewegt ihre Zahl vom unteren Ende des Unstrittigen zum oberen Ende dieser Sicht; unklare und nicht berichtete Klauseln machen den Balken. Nach ihren Regelungen stehen Entwürfe so, wie die Datei des Spiels Alternativen auf Hebel abbildet. Zwischen den beiden Strichen hängt auch das Nötige von Klauseln ab."
            ),
            header: [
                words(.promise), words(.strength), words(.bar), "",
                words.pick(
                    "what is missing, or how far levers are pulled",
                    "was fehlt, oder wie weit Hebel gezogen sind"),
            ],
            rows: design.promises.map(cells) + design.drafts.map(cells))
    }

    private var finding: String {
        guard design.whole.deters == true else {
            return words.pick(
                "Not even all clauses together deter.", "Nicht einmal alle Klauseln zusammen schrecken ab.")
        }
        let fewest = design.smallest.first.map { design.names($0, words) } ?? "–"
        return words(.smallest) + ": \(fewest)."
            + (design.needed.isEmpty ? "" : " \(words(.needed)): \(design.names(design.needed, words)).")
    }

    private func cells(_ promise: GuaranteeFinding.DesignedPromise) -> [Markup] {
        [
            name(promise), words.numbers.text(Interval(promise.least.value, promise.most.value)),
            words.numbers.text(Interval(promise.most.bar, promise.least.bar)), words.deters(promise.deters),
            promise.completions.first.map { design.names($0, words) } ?? "–",
        ].map(Markup.text)
    }

    private func cells(_ draft: GuaranteeFinding.DraftedStrength) -> [Markup] {
        [
            words(draft.draft.name), words.numbers.text(Interval(draft.least.value, draft.most.value)),
            words.numbers.text(Interval(draft.most.bar, draft.least.bar)), words.deters(draft.deters),
            words.pulls(draft),
        ].map(Markup.text)
    }

    private func name(_ promise: GuaranteeFinding.DesignedPromise) -> String {
        let name = words(promise.guarantee.name)
        return name.isEmpty ? promise.guarantee.id : name
    }

    private func x(_ value: Rational) -> Double { left + Double(value) * span }

    private func scale(_ canvas: Canvas) -> [Markup] {
        let bottom = top + Double(design.promises.count + design.drafts.count + 2) * rowHeight
        return (0...4).flatMap { quarter -> [Markup] in
            let value = Rational(quarter, over: 4)
            return [
                canvas.line(x(value), top - 8, x(value), bottom, "leader"),
                canvas.text(words.numbers.text(value), x(value), top - 14, anchor: "middle", style: "tick"),
            ]
        } + [canvas.text(words(.strength), left, top - 30, style: "tick")]
    }

    private func rows(_ canvas: Canvas) -> [Markup] {
        let ends = [
            (
                words.pick("no clause stated", "ohne jede Klausel"), design.bare, design.bare,
                design.bare.deters
            ),
            (
                words.pick("every clause stated", "mit allen Klauseln"), design.whole, design.whole,
                design.whole.deters
            ),
        ]
        let promises = design.promises.map { (name($0), $0.least, $0.most, $0.deters) }
        let drafts = design.drafts.map {
            (
                "\(words($0.draft.name)) (\(words.pick("by its terms", "nach den Regelungen")))", $0.least,
                $0.most, $0.deters
            )
        }
        return (ends + promises + drafts).enumerated().map { place, one in
            row(one.0, one.1, one.2, one.3, top + (Double(place) + 0.5) * rowHeight, canvas)
        }
    }

    private func row(
        _ name: String, _ least: GuaranteeFinding.Strength, _ most: GuaranteeFinding.Strength,
        _ deters: Bool?,
        _ y: Double, _ canvas: Canvas
    ) -> Markup {
        let bars = Set([least.bar, most.bar]).sorted()
        let style = deters == true ? "seen" : deters == false ? "unseen" : "open pale"
        let title =
            "\(name): \(words.numbers.text(Interval(least.value, most.value))), \(words(.bar)) \(words.numbers.text(Interval(bars[0], bars[bars.count - 1]))): \(words.deters(deters))"
        return canvas.mark(
            title,
            [canvas.fitted(name, left - 14, y + 4, within: left - 24, anchor: "end")]
                + [canvas.range(x(least.value), x(most.value), y, style)]
                + bars.map { canvas.line(x($0), y - 11, x($0), y + 11, "axis") }
                + [canvas.text(words.deters(deters), 992, y + 4, anchor: "end", style: "tick")])
    }
}
