import CaseModel
import Findings

/// From where a picture is looked at; it stands inside every picture, which may be cut out of its page.
struct PictureView {
    let perspective: String
    let asOf: DateSpan
    /// How much of what is shown rests on own assumptions, and on nothing.
    let support: Support
    let words: Words

    var stamp: String {
        var parts = ["\(words(.perspective)): \(perspective)", "\(words(.asOf)) \(words.date(asOf))"]
        if !support.own.isEmpty {
            parts.append("\(words(.assumedFigures)): \(words.count(support.own.count))")
        }
        if !support.uncited.isEmpty {
            parts.append("\(words(.uncited)): \(words.count(support.uncited.count))")
        }
        return parts.joined(separator: " · ")
    }
}

/// A picture with its finding above, its method below and its table folded away.
struct Figure {
    let title: String
    let finding: String
    let picture: Markup
    let method: String
    let header: [String]
    let rows: [[Markup]]

    func markup(_ words: Words, id: String? = nil) -> Markup {
        .tag(
            "figure", id.map { [("id", $0)] } ?? [],
            [
                .tag(
                    "div", [("class", "keep")],
                    [
                        .tag("h3", [], title), .tag("p", [("class", "finding")], finding),
                        .tag("div", [("class", "wide")], [picture]),
                    ]), .tag("p", [("class", "method")], method),
                .details(words(.table), [.tag("div", [("class", "wide")], [.table(header, rows)])]),
            ])
    }
}
