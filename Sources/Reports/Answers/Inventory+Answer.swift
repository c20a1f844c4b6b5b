import CaseModel
public import Findings

extension Inventory: Answer {
    public func summary(_ words: Words) -> String {
        let total = coverage.total
        func part(_ holding: PassageBook.Holding) -> String { words.count(total[holding]) }
        let waiting =
            total[.unconfirmed] == 0
            ? ""
            : words.pick(
                " Resting on passages that are lost or wait for a person: \(part(.unconfirmed)).",
                " Auf Stellen, die verloren sind oder auf einen Menschen warten, beruhen: \(part(.unconfirmed))."
            )
        let long =
            total[.paragraph] == 0
            ? ""
            : words.pick(
                " (\(part(.paragraph)) more by paragraph only)",
                " (\(part(.paragraph)) weitere nur absatzweise)")
        return words.pick(
            "The case is in order: of \(words.count(total.entries)) entries \(part(.cited)) are cited\(long), \(part(.own)) are own assumptions and \(part(.uncited)) are uncited.",
            "Der Fall ist in Ordnung: von \(words.count(total.entries)) Angaben sind \(part(.cited)) belegt\(long), \(part(.own)) eigene Annahmen und \(part(.uncited)) unbelegt."
        ) + waiting
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words), "", words(.holds)]
        var table = TextTable()
        for count in counts where count.number > 0 {
            table.add(words.count(count.number), words.kind(count.kind))
        }
        lines += table.lines()
        lines += ["", words(.coverageTitle)] + coverage.table(words).lines()
        lines += section(words(.settings), applied) { one in
            [
                one.applied.origin, words.target(one.applied.setting.target),
                "\(one.before.map { words.content($0) } ?? "–") → \(words.content(one.applied.setting.content))",
                "\(one.applied.setting.place)",
            ]
        }
        lines += section(words(.uncitedList), uncited) { [words.kind($0.kind), $0.id, "\($0.place)"] }
        lines += section(words(.assumed), assumed) { [words.kind($0.kind), $0.id, "\($0.place)"] }
        lines += section(words(.untranslated), untranslated) { one in
            [one.missing.map(\.rawValue).joined(separator: ", "), one.what, "\(one.place)"]
        }
        if !limits.isEmpty { lines += ["", words(.limits)] + limits.map { "  - \(words.sentence($0))" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A heading with the number of entries, and the entries; nothing where there are none.
    private func section<Entry>(_ title: String, _ entries: [Entry], _ cells: (Entry) -> [String]) -> [String]
    {
        guard !entries.isEmpty else { return [] }
        var table = TextTable()
        for entry in entries { table.add(cells(entry)) }
        return ["", "\(title) (\(entries.count))"] + table.lines()
    }

    public func data() -> JSON {
        return .object([
            .init("counts", .object(counts.map { .init($0.kind.rawValue, .integer($0.number)) })),
            .init(
                "coverage",
                .object(
                    coverage.total.members
                        + [
                            .init(
                                "kinds",
                                .object(
                                    coverage.rows.map {
                                        .init($0.kind?.rawValue ?? "all", .object($0.members))
                                    }))
                        ])),
            .init("uncited", .array(uncited.map(\.json))), .init("assumed", .array(assumed.map(\.json))),
            .init(
                "untranslated",
                .array(
                    untranslated.map { one in
                        .object([
                            .init("what", .string(one.what)),
                            .init("missing", .strings(one.missing.map(\.rawValue))),
                            .init("place", .string("\(one.place)")),
                        ])
                    })),
            .init("settings", .array(applied.map(\.json))),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["list", "kind", "id", "place"])
        for item in uncited {
            csv.add([.text("uncited"), .text(item.kind.rawValue), .text(item.id), .text("\(item.place)")])
        }
        for item in assumed {
            csv.add([.text("own"), .text(item.kind.rawValue), .text(item.id), .text("\(item.place)")])
        }
        for one in untranslated {
            let missing = one.missing.map(\.rawValue).joined(separator: " ")
            csv.add([.text("untranslated"), .text(missing), .text(one.what), .text("\(one.place)")])
        }
        return csv.text
    }
}

extension Item {
    fileprivate var json: JSON {
        .object([
            .init("kind", .string(kind.rawValue)), .init("id", .string(id)),
            .init("place", .string("\(place)")),
        ])
    }
}

extension Inventory.Change {
    fileprivate var json: JSON {
        .object([
            .init("target", .string("\(applied.setting.target)")), .init("origin", .string(applied.origin)),
            .init("before", before.map { .string("\($0)") } ?? .null),
            .init("after", .string("\(applied.setting.content)")),
            .init("place", .string("\(applied.setting.place)")),
        ])
    }
}

extension Coverage {
    /// One row per kind of entry, the last for all.
    func table(_ words: Words) -> TextTable {
        var table = TextTable()
        let holdings = PassageBook.Holding.allCases
        table.add(["", words(.entries)] + holdings.map { words.holding($0) } + [words(.severalVoices)])
        for row in rows + [total] {
            table.add(
                [row.kind.map { words.kind($0) } ?? words(.all), words.count(row.entries)]
                    + holdings.map { row[$0] == 0 ? "·" : words.count(row[$0]) } + [
                        row.severalVoices == 0 ? "·" : words.count(row.severalVoices)
                    ])
        }
        return table
    }
}

extension Coverage.Row {
    fileprivate var members: [JSON.Member] {
        PassageBook.Holding.allCases.map { .init($0.rawValue, .integer(self[$0])) } + [
            .init("severalVoices", .integer(severalVoices))
        ]
    }
}
