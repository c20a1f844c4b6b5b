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
            let none = row.hit.citations.isEmpty ? Phrase.notCited : .cutOnly
            let uses =
                row.uses.isEmpty
                ? words(none) : row.uses.map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", ")
            let references = anchors(of: row.hit)
            let cut = references.isEmpty ? "" : "\(references.joined(separator: ", ")): "
            lines += [
                "", "\(row.hit.source) ¶\u{202f}\(row.hit.part.paragraph)  \(cut)\(uses)",
                "  " + words.quoted(row.hit.text),
            ]
        }
        if let row = rows.first(where: { $0.hit.citations.isEmpty }) {
            let begins = Self.shellWord(row.hit.begins)
            let command =
                "junktim cite CASE \(row.hit.source) --paragraph \(row.hit.part.paragraph) --begins \(begins)"
            lines += [
                "",
                words.pick(
                    "To cite the first of them: \(command)", "Um die erste davon zu zitieren: \(command)"),
            ]
        }
        if !limits.isEmpty { lines += ["", words(.limits)] + limits.map { "  - \(words.sentence($0))" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The anchors that hold something of a sentence.
    private func anchors(of hit: TextHit) -> [String] {
        hit.citations.compactMap {
            if case .anchor(let source, let id) = $0 { "\(source)#\(id)" } else { nil }
        }
    }

    /// Words of a text as a shell takes them: it runs nothing inside single quotation marks.
    static func shellWord(_ text: String) -> String {
        let plain = text.unicodeScalars.filter { $0.properties.generalCategory != .control }
        let inner = String(String.UnicodeScalarView(plain)).split(
            separator: "'", omittingEmptySubsequences: false)
        return "'" + inner.joined(separator: "'\\''") + "'"
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
                .text(row.hit.source), .text([row.hit.part].place), .text(row.hit.begins),
                .text(anchors(of: row.hit).joined(separator: "; ")),
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
            .init("where", .string([hit.part].place)), .init("begins", .string(hit.begins)),
            .init(
                "anchors",
                .strings(
                    hit.citations.compactMap {
                        if case .anchor(let source, let id) = $0 { "\(source)#\(id)" } else { nil }
                    })),
            .init(
                "citedBy",
                .array(
                    uses.map {
                        .object([.init("kind", .string($0.kind.rawValue)), .init("id", .string($0.id))])
                    })),
        ])
    }
}
