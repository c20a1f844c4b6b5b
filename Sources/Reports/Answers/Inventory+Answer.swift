import CaseModel
public import Findings

extension Inventory: Answer {
    public func summary(_ words: Words) -> String {
        let all = coverage.values.reduce(0, +)
        func part(_ kind: Basis.Kind) -> String { words.count(coverage[kind] ?? 0) }
        return words.pick(
            "The case is in order: of \(words.count(all)) entries \(part(.cited)) are cited, \(part(.own)) are own assumptions and \(part(.uncited)) are uncited.",
            "Der Fall ist in Ordnung: von \(words.count(all)) Angaben sind \(part(.cited)) belegt, \(part(.own)) eigene Annahmen und \(part(.uncited)) unbelegt."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words), "", words(.holds)]
        var table = TextTable()
        for count in counts where count.number > 0 {
            table.add(words.count(count.number), words.kind(count.kind))
        }
        lines += table.lines()
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
        func number(_ kind: Basis.Kind) -> JSON { .integer(coverage[kind] ?? 0) }
        return .object([
            .init("counts", .object(counts.map { .init($0.kind.rawValue, .integer($0.number)) })),
            .init(
                "coverage",
                .object([
                    .init("cited", number(.cited)), .init("own", number(.own)),
                    .init("uncited", number(.uncited)),
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
