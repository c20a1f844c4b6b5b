import CaseModel
public import Findings

extension AnchorAudit: Answer {
    public func summary(_ words: Words) -> String {
        let counting = rows.count { $0.check.verdict.counts }
        let all = words.count(rows.count, ("anchor", "Anker"), ("anchors", "Ankern"))
        let verdicts = Verdict.allCases.filter { counts[$0] ?? 0 > 0 }
            .map { "\(words.count(counts[$0] ?? 0)) \(words.verdict($0))" }
        guard !rows.isEmpty else {
            return words.pick("The case has no anchors yet.", "Der Fall hat noch keine Anker.")
        }
        let (isOne, list) = (rows.count == 1, words.list(verdicts))
        return words.pick(
            "\(words.count(counting)) of \(all) \(isOne ? "counts" : "count") as cited: \(list).",
            "\(words.count(counting)) von \(all) \(isOne ? "gilt" : "gelten") als belegt: \(list).")
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        let waiting = rows.filter(\.isWaiting)
        if !waiting.isEmpty {
            lines +=
                ["", "\(words(.waiting)) (\(words.count(waiting.count)))"]
                + waiting.flatMap { block($0, words) }
        }
        if !uncut.isEmpty {
            var table = TextTable()
            for one in uncut {
                table.add(
                    words.citation(one.citation, passages), one.isMisplaced ? words(.misplaced) : "",
                    uses(one.uses, words))
            }
            lines += ["", words.sentence(.uncutPassages(uncut.count))] + table.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// All anchors, one line each; with the passages where they were asked for.
    public func list(_ words: Words) -> String {
        var lines = [summary(words)]
        var table = TextTable()
        for row in rows where row.text == nil { table.add(cells(row, words) + [uses(row.uses, words)]) }
        if rows.contains(where: { $0.text == nil }) { lines += [""] + table.lines() }
        lines += rows.filter { $0.text != nil }.flatMap { [""] + block($0, words) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func cells(_ row: Row, _ words: Words) -> [String] {
        let anchor = row.check.anchor
        let place = row.isWithheld ? "–" : "¶\u{202f}\(anchor.parts[0].paragraph)"
        let long = anchor.isParagraphOnly ? words.holding(.paragraph) : ""
        let entry = PassageBook.Entry(anchor: anchor, check: row.check)
        let copies = row.check.copies > 1 ? "\(row.check.copies) \(words(.copies))" : ""
        let meaning = row.check.changesMeaning ? words(.meaningChanged) : ""
        return [
            anchor.reference, place, words.count(anchor.marks.words, ("word", "Wort"), ("words", "Wörter")),
            [words.standing(of: entry), long, copies, meaning].filter { !$0.isEmpty }.joined(separator: ", "),
        ]
    }

    /// An anchor with where it may be now, what cites it, and the passage itself where it is at hand.
    private func block(_ row: Row, _ words: Words) -> [String] {
        var lines = ["  " + cells(row, words).joined(separator: "  ")]
        if row.isWaiting, !row.isWithheld {
            for (index, place) in row.check.places.enumerated() {
                let choice = row.check.places.count > 1 ? " (--choice \(index + 1))" : ""
                lines.append(
                    "    \(words.pick("may now be", "steht jetzt vielleicht in")) \(place.place)\(choice)"
                )
            }
        }
        if let text = row.text { lines.append("    " + words.quoted(text)) }
        if !row.uses.isEmpty { lines.append("    \(words(.citedBy)): \(uses(row.uses, words))") }
        return lines
    }

    private func uses(_ items: [Item], _ words: Words) -> String {
        items.isEmpty
            ? words(.notCited) : items.map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", ")
    }

    public func data() -> JSON {
        .object([
            .init(
                "anchors", .array(rows.sorted { $0.check.anchor.place < $1.check.anchor.place }.map(\.json))),
            .init(
                "counts",
                .object(
                    Verdict.allCases.filter { counts[$0] ?? 0 > 0 }.map {
                        .init($0.rawValue, .integer(counts[$0] ?? 0))
                    })),
            .init("uncut", .integer(uncut.count)),
            .init("misplaced", .integer(uncut.count(where: \.isMisplaced))),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV([
            "id", "source", "where", "words", "state", "verdict", "counts", "meaning", "copies", "citedBy",
        ])
        for row in rows {
            let (anchor, check) = (row.check.anchor, row.check)
            csv.add([
                .text(anchor.reference), .text(anchor.source),
                .text(row.isWithheld ? "" : anchor.parts.place),
                .number("\(anchor.marks.words)"), .text(anchor.state.rawValue), .text(check.verdict.rawValue),
                .text(check.verdict.counts ? "true" : "false"),
                .text(check.changesMeaning ? "true" : "false"),
                .number("\(check.copies)"),
                .text(row.uses.map { "\($0.kind.rawValue) \($0.id)" }.joined(separator: "; ")),
            ])
        }
        return csv.text
    }
}

extension AnchorAudit.Row {
    fileprivate var json: JSON {
        let anchor = check.anchor
        return .object([
            .init("id", .string(anchor.reference)), .init("verdict", .string(check.verdict.rawValue)),
            .init("counts", .bool(check.verdict.counts)), .init("meaning", .bool(check.changesMeaning)),
            .init("copies", .integer(check.copies)), .init("source", .string(anchor.source)),
            .init("where", isWithheld ? .null : .string(anchor.parts.place)),
            .init("now", isWithheld ? .null : .strings(check.places.map(\.place))),
            .init("words", .integer(anchor.marks.words)),
            .init("paragraphOnly", .bool(anchor.isParagraphOnly)),
            .init("state", .string(anchor.state.rawValue)),
            .init(
                "citedBy",
                .array(
                    uses.map {
                        .object([.init("kind", .string($0.kind.rawValue)), .init("id", .string($0.id))])
                    })),
            .init("passage", text.map { .string($0) } ?? .null),
        ])
    }
}

extension Words {
    /// A passage in the quotation marks of the language; the breaks between its parts are shown, controls are not.
    func quoted(_ text: String) -> String {
        let lines = text.split(separator: "\n").joined(separator: " […] ").unicodeScalars
        let line = String(
            String.UnicodeScalarView(lines.filter { $0.properties.generalCategory != .control }))
        return pick("“\(line)”", "„\(line)“")
    }
}
