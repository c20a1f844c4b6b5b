import CaseModel
import Findings
import Numbers

/// What a first step changes for its giver, one bar for each tactic of the others; one panel per giver.
struct GoodwillPicture {
    let found: NegotiateFinding
    let talks: NegotiateFinding.Talks
    let view: PictureView
    private var words: Words { view.words }

    private let column = 500.0
    private let row = 26.0
    private let top = 58.0
    private let labelRoom = 104.0
    private let half = 118.0
    private let gap = 30.0

    /// `nil` where no talks can end in an agreement.
    var figure: Figure? {
        guard talks.hasAcceptable != false, !talks.goodwill.isEmpty else { return nil }
        let lines = (talks.parties.count + 1) / 2
        let panel = top + Double(NegotiateFinding.TacticName.allCases.count) * row + gap
        let canvas = Canvas(name: "goodwill", view: view, height: Double(lines) * panel + 8)
        let title = found.goodwillTitle(words)
        let about = words.pick(
            "One panel per giver, one bar per tactic of the others: to the right the giver has more by its step, to the left less, on its own scale.",
            "Je Geber ein Feld, je Taktik der anderen ein Balken: nach rechts hat der Geber durch seinen Schritt mehr, nach links weniger, auf seiner eigenen Skala."
        )
        return Figure(
            title: title,
            finding: found.stepSentences(words),
            picture: canvas.svg(
                title, about: about,
                data: talks.parties.indices.map { place in
                    self.panel(place, Double(place % 2) * column, Double(place / 2) * panel, canvas)
                }),
            method: words.pick(
                "The same talks of at most \(words.count(found.choices.rounds)) rounds with the step as first offer and without it; the giver never again asks for more than the step leaves it. Its own tactic is \(own). Runs of stylised tactics, no forecast.",
                "Dasselbe Gespräch von höchstens \(words.count(found.choices.rounds)) Runden mit dem Schritt als erstem Gebot und ohne ihn; der Geber verlangt danach nie mehr, als der Schritt ihm lässt. Seine eigene Taktik ist \(own). Durchläufe stilisierter Taktiken, keine Vorhersage."
            ), header: found.goodwillTable(talks, words).cells.first ?? [],
            rows: found.goodwillTable(talks, words).cells.dropFirst().map { $0.map(Markup.text) })
    }

    private var own: String {
        var names: [String] = []
        for price in talks.goodwill where !names.contains(words.name(price.own)) {
            names.append(words.name(price.own))
        }
        return words.list(names)
    }

    private func panel(_ party: Int, _ left: Double, _ top: Double, _ canvas: Canvas) -> Markup {
        let prices = talks.goodwill.filter { $0.party == talks.parties[party].id }
        let most = prices.compactMap { $0.changes?[party].magnitude }.max() ?? 0
        let zero = left + labelRoom + half + 12
        let bottom = top + self.top + Double(prices.count) * row
        let name = words(talks.parties[party].name)
        var parts = [
            canvas.fitted(name, left + 8, top + 30, within: column - 20, style: "head", size: 12),
            canvas.text(words.pick("← less", "← weniger"), zero - 10, top + 48, anchor: "end", style: "tick"),
            canvas.text(words.pick("more →", "mehr →"), zero + 10, top + 48, style: "tick"),
            canvas.line(zero, top + self.top - 6, zero, bottom, "axis"),
        ]
        for (place, price) in prices.enumerated() {
            parts.append(
                bar(price, party, zero, top + self.top + Double(place) * row, left, most: most, canvas))
        }
        return .all(parts)
    }

    private func bar(
        _ price: NegotiateFinding.GoodwillPrice, _ party: Int, _ zero: Double, _ y: Double, _ left: Double,
        most: Rational, _ canvas: Canvas
    ) -> Markup {
        let change = price.changes?[party]
        let length = change.map { most == 0 ? 0 : Double($0 / most) * (half - 6) } ?? 0
        let note = price.fate == .agreed ? "" : " (\(words.fate(price.fate)))"
        let text = words.change(price, of: party) + note
        var parts = [
            canvas.fitted(
                words.name(price.against), left + labelRoom, y + 13, within: labelRoom - 4, anchor: "end"),
            canvas.text(text, zero + half + 8, y + 13, style: "tick"),
        ]
        if length != 0 {
            parts.append(
                canvas.rect(min(zero, zero + length), y + 3, abs(length), 12, length > 0 ? "after" : "before")
            )
        } else if price.changes == nil, price.fate != .tooLarge {
            // The number stays in the house; the side does not.
            let isMore = price.effects[party] == .more
            parts.append(canvas.rect(isMore ? zero : zero - 16, y + 3, 16, 12, "open dashed"))
        } else {
            parts.append(canvas.circle(zero, y + 9, 2.5, "seen"))
        }
        return canvas.mark("\(words.name(price.against)): \(text)", parts)
    }
}
