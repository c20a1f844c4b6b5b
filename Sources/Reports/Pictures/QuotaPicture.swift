import CaseModel
import Findings
import Numbers

/// One bar for each rule: all its members, how few can carry it, how few can stop it, and the chance beside it.
struct QuotaPicture {
    let found: RatifyFinding
    let view: PictureView
    private var words: Words { view.words }

    private let left = 330.0
    private let span = 360.0
    private let chanceLeft = 760.0
    private let chanceSpan = 190.0
    private let rowHeight = 46.0
    private let top = 62.0

    /// The rules at which somebody votes.
    private var voting: [Int] { found.order.filter { found.rules[$0].vote != nil } }

    /// - Returns: `nil` if nobody votes.
    var figure: Figure? {
        guard !voting.isEmpty else { return nil }
        let canvas = Canvas(name: "quota", view: view, height: top + Double(voting.count) * rowHeight + 12)
        let title = words.pick(
            "How many are needed, how many can stop it", "Wie viele nötig sind, wie viele es aufhalten")
        let about = words.pick(
            "One row per rule. The bar holds all members: filled so many as suffice, the stroke where that is reached, the rest hollow. On the right the chance of passing from 0 to 1.",
            "Eine Zeile je Regel. Der Balken enthält alle Mitglieder: gefüllt so viele, wie reichen, der Strich, wo das erreicht ist, der Rest hohl. Rechts die Aussicht auf Annahme von 0 bis 1."
        )
        return Figure(
            title: title, finding: finding,
            picture: canvas.svg(
                title, about: about, guides: scale(canvas),
                data: voting.enumerated().map { row($1, $0, canvas) }),
            method: words.pick(
                "Votes are counted with everybody present; where weights differ, these are the smallest numbers of members that can suffice. A chance is a range that somebody gives or assumes; hatched where nobody says anything. The order of the rows is the order in which the rules are asked.",
                "Gezählt ist, als wären alle anwesend; wo Gewichte sich unterscheiden, sind es die kleinsten Zahlen, die reichen können. Eine Aussicht ist eine Spanne, die jemand angibt oder annimmt; schraffiert, wo niemand etwas sagt. Die Reihenfolge der Zeilen ist die, in der die Regeln gefragt sind."
            ),
            header: [
                words(.what), words(.needs), words.pick("votes", "Stimmen"), words(.chance), words(.restsOn),
            ], rows: voting.map(cells))
    }

    private var finding: String {
        let alone = voting.filter { found.rules[$0].vote?.fewestNo?.reduce(0) { $0 + $1.count } == 1 }
        let names = alone.map { found.ruleName($0, words) }
        return words.pick(
            "At \(words.count(alone.count)) of \(words.count(voting.count)) votes a single voice can stop it",
            "Bei \(words.count(alone.count)) von \(words.count(voting.count)) Abstimmungen kann eine einzige Stimme es aufhalten"
        ) + (names.isEmpty ? "." : ": " + words.list(names) + ".")
    }

    private func cells(_ place: Int) -> [Markup] {
        let rule = found.rules[place]
        return [
            .text(found.ruleName(place, words)),
            .text(rule.needs.map { words.requirement($0, found.names) } ?? ""),
            .text(rule.vote.map { words.votes($0) } ?? ""), .text(words.passing(rule)),
            words.linked(rule.basis, found.passages),
        ]
    }

    private func x(_ chance: Rational) -> Double { chanceLeft + Double(chance) * chanceSpan }

    private func scale(_ canvas: Canvas) -> [Markup] {
        let bottom = top + Double(voting.count) * rowHeight
        return (0...2).flatMap { half -> [Markup] in
            let value = Rational(half, over: 2)
            return [
                canvas.line(x(value), top - 6, x(value), bottom, "leader"),
                canvas.text(words.numbers.text(value), x(value), top - 11, anchor: "middle", style: "tick"),
            ]
        } + [
            canvas.text(words(.chance), chanceLeft, top - 26, style: "tick"),
            canvas.text(words.pick("members", "Mitglieder"), left, top - 26, style: "tick"),
        ]
    }

    private func row(_ place: Int, _ number: Int, _ canvas: Canvas) -> Markup {
        let rule = found.rules[place]
        guard let vote = rule.vote else { return .nothing }
        let y = top + (Double(number) + 0.5) * rowHeight
        let unit = span / Double(vote.members)
        let needed = vote.fewestYes.map { $0.reduce(0) { $0 + $1.count } }
        let filled = Double(needed ?? 0) * unit
        var parts = [
            canvas.fitted(found.ruleName(place, words), left - 14, y + 4, within: left - 24, anchor: "end"),
            canvas.rect(left, y - 8, span, 14, "open"), canvas.rect(left, y - 8, filled, 14, "seen pale"),
        ]
        // Single members are told apart where there is room for them.
        if vote.members <= 40 {
            parts += (1..<max(1, vote.members)).map { member in
                canvas.line(
                    left + Double(member) * unit, y - 8, left + Double(member) * unit, y + 6, "leader")
            }
        }
        if needed != nil { parts.append(canvas.line(left + filled, y - 12, left + filled, y + 10, "axis")) }
        parts.append(
            canvas.fitted(words.votes(vote), left, y + 19, within: span + 60, style: "tick", size: 9.5))
        parts.append(chance(rule, y - 1, canvas))
        let title =
            "\(found.ruleName(place, words)): \(words.votes(vote)); \(words(.chance)): \(words.passing(rule))"
        return canvas.mark(title, parts)
    }

    private func chance(_ rule: RatifyFinding.Rule, _ y: Double, _ canvas: Canvas) -> Markup {
        let isUnknown = rule.chanceBasis == .unknown
        let bar =
            isUnknown
            ? canvas.rect(x(0), y - 4, chanceSpan, 8, "unknown", [canvas.hatched])
            : canvas.range(
                x(rule.chance.low), x(rule.chance.high), y, rule.basis.isOwn ? "unseen" : "seen")
        let text = isUnknown ? words.passing(rule) : words.passing(rule.chance)
        return .all([bar, canvas.text(text, chanceLeft, y + 20, style: "tick")])
    }
}
