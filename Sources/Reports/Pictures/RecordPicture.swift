import CaseModel
import Findings
import Numbers

/// When one side gave way and when the other moved: concessions above the line, moves below it, by date.
struct RecordPicture {
    let found: NegotiateFinding
    let statements: [Statement]
    let view: PictureView
    private var words: Words { view.words }

    private let left = 30.0
    private let width = 940.0
    private let step = 13.0
    private let head = 34.0
    private let foot = 30.0
    /// So many pairs are drawn, those with the most concessions.
    private let drawn = 4

    private var pairs: [NegotiateFinding.Pair] {
        Array(
            found.record.pairs.enumerated().filter { $0.element.tests != nil }
                .sorted {
                    ($1.element.concessions.count, $0.offset) < ($0.element.concessions.count, $1.offset)
                }.map(\.element).prefix(drawn))
    }

    /// `nil` where nothing can be tested.
    var figure: Figure? {
        let pairs = pairs
        guard !pairs.isEmpty else { return nil }
        let panels = pairs.map(Panel.init)
        var top = 22.0
        var parts: [Markup] = []
        let canvas = Canvas(
            name: "record", view: view,
            height: top + panels.reduce(0) { $0 + height($1) } + 6)
        for (pair, panel) in zip(pairs, panels) {
            parts.append(self.panel(pair, panel, top, canvas))
            top += height(panel)
        }
        let title = words.pick("Who gave way, and who moved when", "Wer nachgab, und wer sich wann bewegte")
        let about = words.pick(
            "One panel per pair: above the line the concessions of the one, below it the moves of the other. Filled triangles are harder demands, hollow ones softer, dashes the same; bars are dates that are not exact.",
            "Je Paar ein Feld: über der Linie die Zugeständnisse des einen, darunter die Bewegungen des anderen. Gefüllte Dreiecke sind härtere Forderungen, hohle weichere, Striche gleiche; Balken sind ungenaue Daten."
        )
        return Figure(
            title: title, finding: finding(pairs),
            picture: canvas.svg(title, about: about, data: parts),
            method: about
                + words.pick(
                    " A move is measured from the actor's own earlier position, the first on an issue from the status quo; a concession comes certainly nearer to what the other held. One source is read at a time.",
                    " Eine Bewegung wird von der eigenen früheren Position aus gemessen, die erste zu einem Gegenstand vom Status quo; ein Zugeständnis kommt sicher dem näher, was der andere hielt. Gelesen wird immer nur eine Quelle."
                ),
            header: [words.pick("pair", "Paar"), words(.date), words(.what), words(.issue), words(.restsOn)],
            rows: pairs.flatMap(rows))
    }

    private func finding(_ pairs: [NegotiateFinding.Pair]) -> String {
        pairs.prefix(1).map { found.testSentence($0, words) }.joined(separator: " ")
    }

    private func rows(_ pair: NegotiateFinding.Pair) -> [[Markup]] {
        let name = found.name(pair, words)
        func row(_ date: DateSpan, _ what: String, _ issue: String, _ ids: [String]) -> (Int, [Markup]) {
            let bases = statements.filter { ids.contains($0.id) }.map {
                words.linked($0.basis, found.passages)
            }
            let joined = bases.enumerated().map {
                $0.offset == 0 ? $0.element : .all([.text("; "), $0.element])
            }
            return (
                date.first ?? .min,
                [
                    .text(name), .text(words.date(date)), .text(what),
                    .text(words.issue(issue, found.agenda)),
                    .all(joined),
                ]
            )
        }
        let gave = words.pick("gives way", "gibt nach")
        let all =
            pair.concessions.map {
                row($0.date, "\(found.actorName(pair.giver, words)) \(gave)", $0.issue, $0.statements)
            }
            + pair.moves.map {
                row(
                    $0.date, "\(found.actorName(pair.mover, words)): \(words.kind($0.kind))", $0.issue,
                    $0.statements)
            }
        return all.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(
            \.element.1)
    }

    // MARK: One panel

    /// Something with a date, on a level of its own where dates would overlap.
    private struct Item {
        let days: ClosedRange<Int>
        let level: Int
        let title: (RecordPicture) -> String
        let kind: NegotiateFinding.Move.Kind?
    }

    private struct Panel {
        let span: ClosedRange<Int>
        let above: [Item]
        let below: [Item]

        init(_ pair: NegotiateFinding.Pair) {
            let all = pair.concessions.map(\.date) + pair.moves.map(\.date)
            let (low, high) = (all.compactMap(\.first).min() ?? 0, all.compactMap(\.last).max() ?? 0)
            let span = low...max(high, low + 30)
            self.span = span
            above = Self.levels(
                pair.concessions.map { given in
                    (
                        given.date, nil,
                        { $0.title(given.date, given.issue, $0.words.pick("gives way", "gibt nach")) }
                    )
                }, span)
            below = Self.levels(
                pair.moves.map { move in
                    (move.date, move.kind, { $0.title(move.date, move.issue, $0.words.kind(move.kind)) })
                }, span)
        }

        /// The lowest level at which nothing is in the way.
        private static func levels(
            _ entries: [(DateSpan, NegotiateFinding.Move.Kind?, (RecordPicture) -> String)],
            _ span: ClosedRange<Int>
        ) -> [Item] {
            let room = max(1, (span.upperBound - span.lowerBound) * 14 / 940)
            var taken: [[ClosedRange<Int>]] = []
            return entries.compactMap { date, kind, title in
                guard let first = date.first, let last = date.last else { return nil }
                let wide = first - room...last + room
                let free = taken.firstIndex { !$0.contains { $0.overlaps(wide) } } ?? taken.count
                if free == taken.count { taken.append([]) }
                taken[free].append(wide)
                return Item(days: first...last, level: free, title: title, kind: kind)
            }
        }

        var levels: (above: Int, below: Int) {
            ((above.map(\.level).max() ?? 0) + 1, (below.map(\.level).max() ?? 0) + 1)
        }
    }

    private func height(_ panel: Panel) -> Double {
        head + Double(panel.levels.above + panel.levels.below) * step + 26 + foot
    }

    private func title(_ date: DateSpan, _ issue: String, _ what: String) -> String {
        "\(words.date(date)): \(what): \(words.issue(issue, found.agenda))"
    }

    private func panel(
        _ pair: NegotiateFinding.Pair, _ panel: Panel, _ top: Double, _ canvas: Canvas
    ) -> Markup {
        let line = top + head + Double(panel.levels.above) * step + 6
        func x(_ day: Int) -> Double {
            left + Double(day - panel.span.lowerBound)
                / Double(panel.span.upperBound - panel.span.lowerBound) * width
        }
        let (giver, mover) = (found.actorName(pair.giver, words), found.actorName(pair.mover, words))
        let label = words.pick(
            "\(pair.source): above, concessions of \(giver); below, moves of \(mover)",
            "\(pair.source): oben Zugeständnisse von \(giver), unten Bewegungen von \(mover)")
        var parts = [
            canvas.fitted(label, left, top + 14, within: width, style: "head", size: 12),
            canvas.line(left, line, left + width, line, "axis"),
        ]
        parts += ticks(panel, x, line + Double(panel.levels.below) * step + 26, line, canvas)
        parts += panel.above.map { item in
            mark(item, x, line - 9 - Double(item.level) * step, canvas)
        }
        parts += panel.below.map { item in
            mark(item, x, line + 11 + Double(item.level) * step, canvas)
        }
        return .all(parts)
    }

    private func mark(_ item: Item, _ x: (Int) -> Double, _ y: Double, _ canvas: Canvas) -> Markup {
        let (first, last) = (x(item.days.lowerBound), x(item.days.upperBound))
        let middle = (first + last) / 2
        var parts: [Markup] = []
        if last - first > 1 { parts.append(canvas.rect(first, y - 2, last - first, 4, "span pale")) }
        switch item.kind {
        case nil: parts.append(canvas.circle(middle, y, 4.2, "before"))
        case .harder:
            parts.append(
                canvas.path(
                    [(middle - 5, y + 4), (middle + 5, y + 4), (middle, y - 5)], "after", closed: true))
        case .softer:
            parts.append(
                canvas.path(
                    [(middle - 5, y - 4), (middle + 5, y - 4), (middle, y + 5)], "unseen", closed: true))
        case .same, .unmeasured: parts.append(canvas.line(middle - 4, y, middle + 4, y, "shift"))
        }
        return canvas.mark(item.title(self), parts)
    }

    private func ticks(
        _ panel: Panel, _ x: (Int) -> Double, _ y: Double, _ line: Double, _ canvas: Canvas
    ) -> [Markup] {
        var parts: [Markup] = []
        var (year, month, _) = calendarDay(panel.span.lowerBound)
        let months = (panel.span.upperBound - panel.span.lowerBound) / 30
        let every = months <= 8 ? 1 : months <= 30 ? 3 : 12
        while dayNumber(year: year, month: month, day: 1) <= panel.span.upperBound {
            let day = dayNumber(year: year, month: month, day: 1)
            if day >= panel.span.lowerBound, (month - 1).isMultiple(of: every) {
                parts.append(canvas.line(x(day), line - 4, x(day), y - 8, "leader"))
                let name = "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
                parts.append(canvas.text(name, x(day), y + 3, anchor: "middle", style: "tick"))
            }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return parts
    }
}
