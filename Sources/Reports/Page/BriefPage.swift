import CaseModel
import Findings

extension BriefSheet {
    /// The page with a mark at every line; behind it the list that the marks lead to.
    ///
    /// - Parameters:
    ///   - prefix: Distinguishes the targets of links when a page holds several briefs.
    ///   - linking: Whether the page also holds the passages, so that citations can lead to them.
    /// - Returns: The sheet, then the list.
    func markup(prefix: String, linking: Bool) -> Markup {
        .all([sheetMarkup(prefix), evidenceMarkup(prefix, linking)])
    }

    private func sheetMarkup(_ prefix: String) -> Markup {
        .tag(
            "section", [("class", "brief"), ("id", "\(prefix)brief")],
            [.tag("h2", [], words(.brief)), .tag("p", [("class", "stamp")], stamp)]
                + sections.filter { !$0.lines.isEmpty }.map { section in
                    .all([
                        .tag("h3", [], section.title),
                        .tag(
                            "ul", [],
                            section.lines.map { line in
                                .tag("li", [], [.text(line.text + " "), mark(line, prefix)])
                            }),
                    ])
                } + [key, shortened].compactMap { $0 }.map { .tag("p", [("class", "soft")], $0) })
    }

    private func mark(_ line: Line, _ prefix: String) -> Markup {
        .tag(
            "a", [("class", "cue"), ("href", "#\(prefix)e\(line.number)"), ("title", evidence(of: line))],
            "\(line.number)")
    }

    private func evidenceMarkup(_ prefix: String, _ linking: Bool) -> Markup {
        let items = sections.flatMap(\.lines).map { line -> Markup in
            .tag(
                "li", [("id", "\(prefix)e\(line.number)"), ("value", "\(line.number)")],
                [linking ? linked(line) : .text(evidence(of: line))])
        }
        return .tag(
            "div", [("class", "evidence")],
            [.tag("h3", [], words(.evidence)), .tag("ol", [], items)])
    }

    private func linked(_ line: Line) -> Markup {
        guard !line.evidence.citations.isEmpty else { return .text(evidence(of: line)) }
        let links = line.evidence.citations.map { words.linked($0, brief.passages) }
        let own =
            line.evidence.own.isEmpty ? "" : "; \(words.count(line.evidence.own.count)) × \(words(.own))"
        return .all(
            links.enumerated().map { $0.offset == 0 ? $0.element : .all([.text("; "), $0.element]) } + [
                .text(own)
            ])
    }
}

extension Rendering {
    /// The briefs as one document, each on a page of its own.
    public var briefPage: String {
        let briefs = responses.compactMap { response -> (String, BriefSheet)? in
            guard case .success(let answer) = response.result, let brief = answer as? Brief else {
                return nil
            }
            return (response.perspective, brief.sheet(words))
        }
        guard let first = briefs.first?.1 else { return "" }
        let body = briefs.flatMap { id, sheet in
            [
                Markup.tag("h1", [], sheet.title),
                sheet.markup(prefix: isAll ? "\(id)-" : "", linking: false),
            ]
        }
        return Markup.document(
            title: first.title, words: words, style: [.pageStyle, .briefStyle],
            body: body)
    }

    /// The briefs as Markdown.
    public var briefMarkdown: String {
        responses.compactMap { response -> String? in
            guard case .success(let answer) = response.result, let brief = answer as? Brief else {
                return nil
            }
            return brief.markdown(words)
        }.joined(separator: "\n")
    }
}

extension Markup {
    /// What makes a brief fit one upright sheet.
    static let briefStyle = Markup.tag(
        "style", [],
        [
            .trusted(
                """
                body{max-width:50rem}
                @page{size:A4 portrait;margin:14mm 16mm}
                @media print{
                h1{font-size:14pt;break-before:page}
                h1:first-child{break-before:auto}
                .brief{font-size:10pt;line-height:1.36;border:0;padding:0}
                .brief .soft,.brief .stamp{font-size:8.5pt}
                .brief h2{display:none}
                .brief h3{font-size:10.5pt;margin:6pt 0 0}
                .evidence{display:none}
                }
                """)
        ])
}
