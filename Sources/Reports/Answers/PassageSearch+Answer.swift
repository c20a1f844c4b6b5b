import CaseModel
public import Findings

extension PassageSearch: Answer {
    public func summary(_ words: Words) -> String {
        switch wanted {
        case .words(let query):
            let sentences = words.count(rows.count, ("sentence", "Satz"), ("sentences", "Sätze"))
            let cited = words.count(rows.count { !$0.uses.isEmpty })
            return words.pick(
                "\(sentences) with “\(query)”, \(cited) of them cited.",
                "\(sentences) mit „\(query)“, davon \(cited) zitiert.")
        case .uncoded(let issue):
            return words.pick(
                "Sentences that speak of '\(issue)' and that no statement cites: \(words.count(rows.count)) of \(words.count(found)).",
                "Sätze, die von „\(issue)“ sprechen und die keine Aussage zitiert: \(words.count(rows.count)) von \(words.count(found))."
            )
        }
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        for row in rows {
            let none = row.hit.anchors.isEmpty ? Phrase.notCited : .cutOnly
            let uses =
                row.uses.isEmpty
                ? words(none) : row.uses.map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", ")
            let anchors = row.hit.anchors.isEmpty ? "" : "\(row.hit.anchors.joined(separator: ", ")): "
            lines += [
                "", "\(row.hit.source) ¶\u{202f}\(row.hit.part.paragraph)  \(anchors)\(uses)",
                "  " + words.quoted(row.hit.text),
            ]
        }
        if let row = rows.first(where: { $0.hit.anchors.isEmpty }) {
            let command =
                "junktim cite CASE \(row.hit.source) --paragraph \(row.hit.part.paragraph) --begins \"\(row.hit.begins)\""
            lines += [
                "",
                words.pick(
                    "To cite the first of them: \(command)", "Um die erste davon zu zitieren: \(command)"),
            ]
        }
        if !limits.isEmpty { lines += ["", words(.limits)] + limits.map { "  - \(words.sentence($0))" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Places only: an answer that is kept holds no passages.
    public func data() -> JSON {
        let question: [JSON.Member] =
            switch wanted {
            case .words(let query): [.init("words", .string(query)), .init("uncoded", .null)]
            case .uncoded(let issue): [.init("words", .null), .init("uncoded", .string(issue))]
            }
        return .object(question + [.init("found", .integer(found)), .init("hits", .array(rows.map(\.json)))])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["source", "where", "begins", "anchors", "citedBy"])
        for row in rows {
            csv.add([
                .text(row.hit.source), .text(AnchorAudit.place([row.hit.part])), .text(row.hit.begins),
                .text(row.hit.anchors.joined(separator: "; ")),
                .text(row.uses.map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: "; ")),
            ])
        }
        return csv.text
    }
}

extension PassageSearch.Row {
    fileprivate var json: JSON {
        .object([
            .init("source", .string(hit.source)), .init("paragraph", .integer(hit.part.paragraph)),
            .init("where", .string(AnchorAudit.place([hit.part]))), .init("begins", .string(hit.begins)),
            .init("anchors", .strings(hit.anchors)),
            .init(
                "citedBy",
                .array(
                    uses.map {
                        .object([.init("kind", .string($0.kind.rawValue)), .init("id", .string($0.id))])
                    })),
        ])
    }
}
