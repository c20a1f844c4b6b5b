import CaseModel
import Findings

extension Markup {
    /// A row of a table, which links can lead to if it has an id.
    struct Row {
        var id: String?
        let cells: [Markup]
    }

    static func table(_ header: [String], _ rows: [[Markup]]) -> Markup {
        table(header, rows: rows.map { Row(cells: $0) })
    }

    static func table(_ header: [String], rows: [Row]) -> Markup {
        .tag(
            "table", [],
            [
                .tag("thead", [], [.tag("tr", [], header.map { .tag("th", [("scope", "col")], $0) })]),
                .tag(
                    "tbody", [],
                    rows.map { row in
                        .tag("tr", row.id.map { [("id", $0)] } ?? [], row.cells.map { .tag("td", [], [$0]) })
                    }),
            ])
    }

    /// What is folded away until somebody wants it; a long list stays folded in print, where it would fill a hundred pages.
    static func details(_ summary: String, isLong: Bool = false, _ content: [Markup]) -> Markup {
        .tag("details", isLong ? [("class", "long")] : [], [.tag("summary", [], summary)] + content)
    }
}

extension Words {
    /// A citation that leads to the passage in the list at the end of the page.
    func linked(_ citation: Citation, _ passages: PassageBook) -> Markup {
        guard case .anchor(let source, let id) = citation, passages.entry(of: citation) != nil else {
            return .text(self.citation(citation, passages))
        }
        let isUnconfirmed = passages.standing(of: citation) == .unconfirmed
        let kind: [(String, String)] = isUnconfirmed ? [("class", "unconfirmed")] : []
        return .tag("a", [("href", "#\(Self.place(source, id))")] + kind, self.citation(citation, passages))
    }

    /// What something rests on, each passage with its link.
    func linked(_ basis: Basis, _ passages: PassageBook) -> Markup {
        var parts = basis.citations.map { linked($0, passages) }
        if basis.isOwn { parts.append(.text(self(.own))) }
        if parts.isEmpty { parts.append(.text(self(.uncited))) }
        return .all(parts.enumerated().map { $0.offset == 0 ? $0.element : .all([.text("; "), $0.element]) })
    }

    /// The target of links to a passage.
    static func place(_ source: String, _ id: String) -> String { "p-\(source)-\(id)" }
}

extension Markup {
    /// A part of the report about one question: its heading, then the answer, or why there is none and what can be said instead.
    static func answer<Found>(
        _ result: Result<Found, NotAnswerable>, id: String, title: String, _ words: Words,
        instead: () -> Markup = { .nothing }, _ content: (Found) -> Markup
    ) -> Markup {
        let body: Markup =
            switch result {
            case .success(let found): content(found)
            case .failure(let refused):
                .all([.tag("p", [("class", "warn")], words.reason(refused)), instead()])
            }
        return .all([.tag("h2", [("id", id)], title), body])
    }
}
