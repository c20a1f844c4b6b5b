import CaseModel
import Findings

/// What came when: drafts with their lineage on the left of the axis, events on the right, time running down.
///
/// Filled: coded from the text itself. Hollow: known only through others. Dashed line: possibly goes back to. A bar
/// on the axis is an imprecise date. Everything outside the case's horizon stands only in the table.
struct TimelinePicture {
    private let overview: CaseOverview
    private var words: Words { view.words }
    private let view: PictureView

    private let width = 1_000.0
    private let axis = 440.0
    private let top = 46.0
    private let spacing = 17.0
    private let fontSize = 11.0

    private let span: ClosedRange<Int>
    private let height: Double
    private let drafts: [Mark]
    private let events: [Mark]

    /// Something with a date and a label.
    private struct Mark {
        let id: String
        let label: String
        let first: Int
        let last: Int
        let date: String
        /// Where the label stands.
        var labelAt = 0.0
    }

    /// - Returns: `nil` if nothing has a date.
    init?(_ overview: CaseOverview, view: PictureView) {
        let words = view.words
        let draftDates = overview.drafts.compactMap { draft in
            draft.date.map { (draft.id, words(draft.name), $0) }
        }
        let eventDates = overview.events.compactMap { event in
            event.on.map { (event.id, words(event.name), $0) }
        }
        guard let span = Self.span(overview, (draftDates + eventDates).map(\.2)) else { return nil }
        (self.overview, self.view, self.span) = (overview, view, span)
        func marks(_ dates: [(String, String, DateSpan)]) -> [Mark] {
            dates.compactMap { id, label, date in
                guard let first = date.first ?? date.last, let last = date.last ?? date.first,
                    span.contains(first)
                else { return nil }
                return Mark(
                    id: id, label: label, first: first, last: min(last, span.upperBound), date: date.text)
            }
        }
        let (left, right) = (marks(draftDates), marks(eventDates))
        let needed = Double(max(left.count, right.count)) * 17 + 40
        let days = Double(span.upperBound - span.lowerBound + 1)
        let length = max(needed, min(900, days * 1.2), 160)
        height = length + 46 + 30
        func y(_ day: Int) -> Double { 46 + (Double(day - span.lowerBound) + 0.5) / days * length }
        func placedMarks(_ marks: [Mark]) -> [Mark] {
            let places = placed(marks.map { (y($0.first) + y($0.last)) / 2 }, spacing: 17)
            return zip(marks, places).map { mark, place in
                var mark = mark
                mark.labelAt = place
                return mark
            }
        }
        (drafts, events) = (placedMarks(left), placedMarks(right))
    }

    /// The horizon of the case, cut to what there is; the whole range of dates where no horizon is given.
    private static func span(_ overview: CaseOverview, _ dates: [DateSpan]) -> ClosedRange<Int>? {
        let firsts = dates.compactMap { $0.first ?? $0.last }
        guard let earliest = firsts.min(), let latest = dates.compactMap({ $0.last ?? $0.first }).max() else {
            return nil
        }
        let low = overview.horizon?.first ?? earliest
        let high = min(overview.asOf.last ?? latest, overview.horizon?.last ?? latest)
        return low <= high ? low...high : earliest...max(earliest, latest)
    }

    /// Labels placed above the top or below the bottom make the picture taller.
    private var margins: (above: Double, below: Double) {
        let places = (drafts + events).map(\.labelAt)
        return (max(0, top - 16 - (places.min() ?? top)), max(0, (places.max() ?? 0) - (height - 20)))
    }

    private func y(_ day: Int) -> Double {
        let days = Double(span.upperBound - span.lowerBound + 1)
        return top + (Double(day - span.lowerBound) + 0.5) / days * (height - top - 30)
    }

    var markup: Markup {
        let title = words.pick("Timeline of drafts and events", "Zeitleiste der Entwürfe und Ereignisse")
        let about = words.pick(
            "Drafts on the left with arrows from the drafts that they go back to; events on the right; time runs down.",
            "Links die Entwürfe mit Pfeilen von denen, auf die sie zurückgehen; rechts die Ereignisse; die Zeit läuft nach unten."
        )
        return canvas.svg(
            title, about: about, guides: [heads(-margins.above), ticks],
            data: [.tag("g", [("class", "lineage")], lineage)] + draftMarks + eventMarks)
    }

    /// Labels above the top or below the bottom make the picture taller.
    private var canvas: Canvas {
        let (above, below) = margins
        return Canvas(name: "timeline", view: view, top: -above, width: width, height: height + above + below)
    }

    private func heads(_ top: Double) -> Markup {
        return .tag(
            "g", [("class", "guides")],
            [
                canvas.text(words(.drafts), axis - 96, top + 14, anchor: "end", style: "head"),
                canvas.text(words(.events), axis + 74, top + 14, anchor: "start", style: "head"),
            ])
    }

    /// The axis with the first of every third month.
    private var ticks: Markup {
        var parts = [canvas.line(axis, top, axis, height - 30, "axis")]
        var (year, month, _) = calendarDay(span.lowerBound)
        while dayNumber(year: year, month: month, day: 1) <= span.upperBound {
            let day = dayNumber(year: year, month: month, day: 1)
            if day >= span.lowerBound, (month - 1).isMultiple(of: tickMonths) {
                let at = y(day)
                parts.append(canvas.line(axis - 4, at, axis + 4, at, "axis"))
                let name = "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
                parts.append(canvas.text(name, axis + 8, at + 3.5, style: "tick"))
            }
            (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
        }
        return .tag("g", [("class", "guides")], parts)
    }

    private var tickMonths: Int {
        let months = (span.upperBound - span.lowerBound) / 30
        return months <= 14 ? 1 : months <= 40 ? 3 : 12
    }

    private var draftMarks: [Markup] {
        drafts.map { mark in
            let proposal = overview.drafts.first { $0.id == mark.id }
            let isSeen = proposal?.extent == .whole
            let isText = proposal?.kind.isText ?? true
            let label = LetterWidth.shortened(mark.label, to: axis - 106, size: fontSize)
            return .tag(
                "g", [("class", "mark")],
                [
                    .tag("title", [], "\(mark.label) (\(mark.date))"), bar(mark, x: axis - 16),
                    leader(from: axis - 16, mark, to: axis - 84),
                    isText
                        ? canvas.circle(axis - 88, mark.labelAt, 3.6, isSeen ? "seen" : "unseen")
                        : diamond(axis - 88, mark.labelAt),
                    canvas.text(label, axis - 96, mark.labelAt + 3.5, anchor: "end"),
                ])
        }
    }

    private var eventMarks: [Markup] {
        events.map { mark in
            let label = LetterWidth.shortened(mark.label, to: width - axis - 78, size: fontSize)
            return .tag(
                "g", [("class", "mark")],
                [
                    .tag("title", [], "\(mark.label) (\(mark.date))"), bar(mark, x: axis + 54),
                    leader(from: axis + 57, mark, to: axis + 70),
                    canvas.text(label, axis + 74, mark.labelAt + 3.5, anchor: "start"),
                ])
        }
    }

    /// Arrows from the drafts that a draft goes back to; dashed where that is only possible.
    private var lineage: [Markup] {
        drafts.flatMap { child -> [Markup] in
            guard let proposal = overview.drafts.first(where: { $0.id == child.id }) else { return [] }
            let sure = proposal.parents.map { ($0, false) }
            return (sure + proposal.possibleParents.map { ($0, true) }).compactMap { id, isPossible in
                drafts.first { $0.id == id }.map { arrow(from: $0, to: child, isPossible: isPossible) }
            }
        }
    }

    private func arrow(from parent: Mark, to child: Mark, isPossible: Bool) -> Markup {
        let (y1, y2) = (parent.labelAt, child.labelAt)
        let x = axis - 82
        let bend = x + min(44, 12 + abs(y2 - y1) * 0.16)
        let path =
            "M\(Canvas.number(x)) \(Canvas.number(y1)) C\(Canvas.number(bend)) \(Canvas.number(y1)) \(Canvas.number(bend)) \(Canvas.number(y2)) \(Canvas.number(x)) \(Canvas.number(y2))"
        let tip =
            "M\(Canvas.number(x + 6)) \(Canvas.number(y2 - 3)) L\(Canvas.number(x)) \(Canvas.number(y2)) L\(Canvas.number(x + 6)) \(Canvas.number(y2 + 3))"
        let title =
            "\(child.label) \(isPossible ? words(.possibleLineage) + " " : "")\(words(.lineage)) \(parent.label)"
        return .tag(
            "g", [("class", isPossible ? "possible" : "sure")],
            [.tag("title", [], title), .void("path", [("d", path)]), .void("path", [("d", tip)])])
    }

    /// An imprecise date is a bar, a day a short stroke.
    private func bar(_ mark: Mark, x: Double) -> Markup {
        let half = (y(1) - y(0)) / 2
        let (low, high) = (y(mark.first) - half, y(mark.last) + half)
        let isDay = mark.first == mark.last
        return canvas.rect(
            x, isDay ? (low + high) / 2 - 1.5 : low, 3, isDay ? 3 : max(3, high - low), isDay ? "day" : "span"
        )
    }

    private func leader(from x: Double, _ mark: Mark, to end: Double) -> Markup {
        canvas.line(x, (y(mark.first) + y(mark.last)) / 2, end, mark.labelAt, "leader")
    }

    private func diamond(_ x: Double, _ y: Double) -> Markup {
        canvas.path([(x - 4.4, y), (x, y - 4.4), (x + 4.4, y), (x, y + 4.4)], "unseen", closed: true)
    }
}
