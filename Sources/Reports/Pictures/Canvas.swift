import CaseModel
import Findings

/// What every picture shares: its frame with title, description and stamp, and marks that look alike everywhere.
///
/// Filled is stated, hollow is an own assumption or known through others, hatched waits for a person, dashed is conditional or
/// only possible; a range is a bar with end ticks, never a point.
struct Canvas {
    /// Names the picture on its page, together with the viewpoint.
    let name: String
    /// Tells pictures of one name apart.
    var suffix = ""
    let view: PictureView
    /// Where the picture begins; below zero where something stands above the usual top.
    var top = 0.0
    var width = 1_000.0
    var height = 0.0

    /// The id of something in this picture.
    func id(_ part: String) -> String { "\(name)\(suffix)-\(part)-\(view.perspective)" }

    /// The picture as SVG.
    func svg(_ title: String, about: String, guides: [Markup] = [], data: [Markup]) -> Markup {
        .tag(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"),
                ("aria-labelledby", "\(id("title")) \(id("desc"))"),
                ("viewBox", "0 \(Self.number(top)) \(Self.number(width)) \(Self.number(height))"),
                ("class", "picture \(name)"),
            ],
            [
                .tag("title", [("id", id("title"))], title), .tag("desc", [("id", id("desc"))], about),
                .tag("defs", [], [pattern("hatch", "stripe-open"), pattern("doubt", "stripe")]),
                text(view.stamp, width - 4, top + 11, anchor: "end", style: "stamp"),
                .tag("g", [("class", "guides")], guides), .tag("g", [("class", "data")], data),
            ])
    }

    private func pattern(_ name: String, _ stripe: String) -> Markup {
        .tag(
            "pattern",
            [
                ("id", id(name)), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"),
                ("patternTransform", "rotate(45)"),
            ],
            [.void("rect", [("width", "2.2"), ("height", "6"), ("class", stripe)])])
    }

    /// The fill of what nobody says, and of what waits for a person.
    var hatched: (String, String) { ("fill", "url(#\(id("hatch")))") }
    var doubtful: (String, String) { ("fill", "url(#\(id("doubt")))") }

    func text(_ text: String, _ x: Double, _ y: Double, anchor: String = "start", style: String = "label")
        -> Markup
    {
        .tag(
            "text",
            [("class", style), ("x", Self.number(x)), ("y", Self.number(y)), ("text-anchor", anchor)], text)
    }

    /// A text that is shortened to fit, the whole of it in its title.
    func fitted(
        _ text: String, _ x: Double, _ y: Double, within room: Double, anchor: String = "start",
        style: String = "label",
        size: Double = 11
    ) -> Markup {
        let short = LetterWidth.shortened(text, to: room, size: size)
        let label = self.text(short, x, y, anchor: anchor, style: style)
        return short == text ? label : .tag("g", [], [.tag("title", [], text), label])
    }

    func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> Markup {
        .void(
            "line",
            [
                ("class", style), ("x1", Self.number(x1)), ("y1", Self.number(y1)), ("x2", Self.number(x2)),
                ("y2", Self.number(y2)),
            ])
    }

    func rect(
        _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String,
        _ more: [(String, String)] = []
    ) -> Markup {
        .void(
            "rect",
            [
                ("class", style), ("x", Self.number(x)), ("y", Self.number(y)), ("width", Self.number(width)),
                ("height", Self.number(height)),
            ] + more)
    }

    func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String) -> Markup {
        .void(
            "circle",
            [("class", style), ("cx", Self.number(x)), ("cy", Self.number(y)), ("r", Self.number(radius))])
    }

    func path(_ points: [(Double, Double)], _ style: String, closed: Bool = false) -> Markup {
        let d = points.enumerated().map { index, point in
            "\(index == 0 ? "M" : "L")\(Self.number(point.0)) \(Self.number(point.1))"
        }.joined(separator: " ")
        return .void("path", [("class", style), ("d", d + (closed ? " Z" : ""))])
    }

    /// A range along a line: a bar with end ticks, or a point where both ends are one.
    func range(_ x1: Double, _ x2: Double, _ y: Double, _ style: String, radius: Double = 4.5) -> Markup {
        guard x2 - x1 > 0.5 else { return circle(x1, y, radius, style) }
        return .all([
            rect(x1, y - 2.5, x2 - x1, 5, style), line(x1, y - 6, x1, y + 6, "tick-end"),
            line(x2, y - 6, x2, y + 6, "tick-end"),
        ])
    }

    /// An arrow along a line, pointing to its second end.
    func arrow(_ x1: Double, _ x2: Double, _ y: Double, _ style: String) -> Markup {
        let back = x2 > x1 ? -6.0 : 6.0
        return .all([
            line(x1, y, x2, y, style), path([(x2 + back, y - 4), (x2, y), (x2 + back, y + 4)], "shift"),
        ])
    }

    /// A mark with what a pointer or a screen reader learns of it.
    func mark(_ title: String, _ parts: [Markup], _ attributes: [(String, String)] = []) -> Markup {
        .tag("g", [("class", "mark")] + attributes, [.tag("title", [], title)] + parts)
    }

    /// Coordinates with one digit, so that the same case gives the same bytes everywhere.
    static func number(_ value: Double) -> String {
        let tenths = Int((max(-1e6, min(1e6, value)) * 10).rounded())
        return tenths.isMultiple(of: 10)
            ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
