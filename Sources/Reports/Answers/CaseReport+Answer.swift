import CaseModel
public import Findings
import Numbers

extension CaseReport: Answer {
    public func summary(_ words: Words) -> String {
        switch comparison {
        case .success(let found): found.summary(words)
        case .failure: overview.inventory.summary(words)
        }
    }

    public func text(_ words: Words) -> String {
        var lines = ["\(words(overview.title)) – \(words(.asOf)) \(words.date(overview.asOf))", ""]
        lines += waitingLines(words) + [brief.text(words), overview.basis(words)]
        lines += ["", words(.sources)]
        for source in overview.sources { lines += overview.card(of: source, words).map { "  \($0)" } }
        lines += ["", words(.timeline)] + timeline(words).lines()
        lines += ["", words(.indicators)] + indicatorLines(words)
        for answer in parts { lines += ["", answer.text(words)] }
        return lines.joined(separator: "\n") + "\n" + overview.inventory.text(words)
    }

    /// The answers that there are, one after the other.
    private var parts: [any Answer] {
        let found: [Result<any Answer, NotAnswerable>] = [
            comparison.map { $0 }, promises.map { $0 }, bars.map { $0 }, money.map { $0 },
            stability.map { $0 }, guarantee.map { $0 }, packages.map { $0 }, ratify.map { $0 },
            sequence.map { $0 }, negotiate.map { $0 },
            funnel.map { $0 },
        ]
        return found.compactMap { try? $0.get() }
    }

    private func timeline(_ words: Words) -> TextTable {
        var table = TextTable()
        let rows =
            overview.drafts.map { ($0.date, words(.draft), words($0.name), $0.id) }
            + overview.events.map { ($0.on, words(.event), words($0.name), $0.id) }
        for row in rows.enumerated().sorted(by: {
            ($0.element.0?.first ?? .min, $0.offset) < ($1.element.0?.first ?? .min, $1.offset)
        }) {
            table.add(words.date(row.element.0), row.element.1, row.element.3, row.element.2)
        }
        return table
    }

    /// Passages that wait for a person stand before everything else, with what rests on them.
    private func waitingLines(_ words: Words) -> [String] {
        guard !waiting.isEmpty else { return [] }
        var table = TextTable()
        for (entry, uses) in waiting {
            table.add(
                entry.anchor.reference, "¶\u{202f}\(entry.paragraph)", words.standing(of: entry),
                uses.map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", "))
        }
        return ["\(words(.waiting)) (\(words.count(waiting.count)))"] + table.lines() + [""]
    }

    /// Cited passages that do not count, and the entries that cite them.
    var waiting: [(entry: PassageBook.Entry, uses: [Item])] {
        restsOn.citations.compactMap { citation in
            guard let entry = passages.entry(of: citation), entry.isUnconfirmed else { return nil }
            return (entry, uses[citation] ?? [])
        }
    }

    private func indicatorLines(_ words: Words) -> [String] {
        var table = TextTable()
        for one in overview.indicators {
            for reading in one.told {
                table.add(
                    words(one.name), words.amount(reading.value, unit: one.unit), reading.by,
                    words.basis(reading.basis, passages))
            }
            if !one.silent.isEmpty {
                table.add(
                    words(one.name), words(.unknown),
                    "\(words(.sourcesSilent)): \(one.silent.joined(separator: ", "))")
            }
        }
        return table.lines()
    }

    public func data() -> JSON {
        .object([
            .init("asOf", .string(overview.asOf.text)),
            .init("newestSource", overview.newestSource.map { .string($0.text) } ?? .null),
            .init("sources", .array(overview.sources.map(\.json))),
            .init(
                "inWording",
                .object([
                    .init("sources", .integer(overview.seenInWording)),
                    .init("drafts", .integer(overview.draftsInWording)),
                ])),
            .init("events", .array(overview.events.map { $0.json(passages) })),
            .init("indicators", .array(overview.indicators.map(\.json))),
            .init("brief", brief.data()), .init("compare", (try? comparison.get())?.data() ?? .null),
            .init("clauses", (try? promises.get())?.data() ?? .null),
            .init("bars", (try? bars.get())?.data() ?? .null),
            .init("money", (try? money.get())?.data() ?? .null),
            .init("stability", (try? stability.get())?.data() ?? .null),
            .init("guarantee", (try? guarantee.get())?.data() ?? .null),
            .init("packages", (try? packages.get())?.data() ?? .null),
            .init("negotiate", (try? negotiate.get())?.data() ?? .null),
            .init("sequence", (try? sequence.get())?.data() ?? .null),
            .init("ratify", (try? ratify.get())?.data() ?? .null),
            .init("funnel", (try? funnel.get())?.data() ?? .null),
            .init("check", overview.inventory.data()),
        ])
    }

    public func csv(_ words: Words) -> String {
        switch comparison {
        case .success(let found): found.csv(words)
        case .failure: overview.inventory.csv(words)
        }
    }
}

extension CaseOverview {
    /// On what the picture rests, in a few sentences.
    func basis(_ words: Words) -> String {
        let coverage = inventory.coverage.total
        let (all, own) = (coverage.entries, coverage[.own])
        let share = all == 0 ? Rational.zero : Rational(own * 100, over: all)
        let percent = words.numbers.text(share, places: 0)
        let texts = words.count(sources.count, ("source", "Quelle"), ("sources", "Quellen"))
        let table = words.count(drafts.count, ("draft", "Entwurf"), ("drafts", "Entwürfe"))
        return words.pick(
            "Basis: \(texts), \(words.count(seenInWording)) of them seen in their wording; \(table), \(words.count(draftsInWording)) of them seen in their wording. \(words.count(own)) of \(words.count(all)) entries (\(percent) %) are own assumptions, \(words.count(coverage[.uncited])) are uncited.",
            "Grundlage: \(texts), davon \(words.count(seenInWording)) im Wortlaut eingesehen; \(table), davon \(words.count(draftsInWording)) im Wortlaut eingesehen. \(words.count(own)) von \(words.count(all)) Angaben (\(percent) %) sind eigene Annahmen, \(words.count(coverage[.uncited])) sind unbelegt."
        ) + " " + age(words)
    }

    /// How old the picture is; the program reads no clock, so age is counted to the case's own date.
    func age(_ words: Words) -> String {
        guard let newest = newestSource, let last = newest.last, let today = asOf.last else { return "" }
        let days = max(0, today - last)
        return days == 0
            ? words.pick(
                "The newest source reaches up to the as-of date or beyond it (\(words.date(newest))).",
                "Die jüngste Quelle reicht bis zum Stichtag oder über ihn hinaus (\(words.date(newest))).")
            : words.pick(
                "The newest source is \(words.count(days)) days older than the as-of date (\(words.date(newest))).",
                "Die jüngste Quelle ist \(words.count(days)) Tage älter als der Stichtag (\(words.date(newest)))."
            )
    }

    /// A source in a few lines: what it is, from which standpoint, whose voice is missing.
    func card(of source: Source, _ words: Words) -> [String] {
        let title = source.access == .closed ? source.id : "\(source.id)  \(words(source.title))"
        var facts = [words.kind(source.kind), words.date(source.published)]
        if source.dateIsInferred { facts.append(words(.inferredDate)) }
        if source.isStateOwned ?? false { facts.append(words(.stateOwned)) }
        facts.append(source.languages.joined(separator: ", "))
        var lines = [title, "  " + facts.joined(separator: ", ")]
        let standpoint = words(source.standpoint)
        if !standpoint.isEmpty { lines.append("  \(words(.standpoint)): \(standpoint)") }
        if !source.missingVoices.isEmpty {
            lines.append(
                "  \(words(.missingVoices)): \(source.missingVoices.map { words($0) }.joined(separator: "; "))"
            )
        }
        if !source.documents.isEmpty {
            lines.append(
                "  \(words(.documents)): \(source.documents.map { words($0) }.joined(separator: "; "))")
        }
        return lines
    }
}

extension Words {
    /// A number, or the word that it is unknown.
    func amount(_ amount: Amount, unit: String?) -> String {
        switch amount {
        case .unknown: self(.unknown)
        case .known(let number):
            numbers.text(Quantity(number.form, unit: number.unit ?? unit, isAbout: number.isAbout))
        }
    }
}

extension Source {
    fileprivate var json: JSON {
        .object([
            .init("id", .string(id)), .init("kind", .string(kind.rawValue)),
            .init("published", published.map { .string($0.text) } ?? .null),
            .init("standpoint", standpoint.json), .init("missing", .array(missingVoices.map(\.json))),
            .init("stateOwned", isStateOwned.map { .bool($0) } ?? .null),
        ])
    }
}

extension Label {
    /// Both languages; a missing one is `null`.
    var json: JSON {
        .object([.init("en", en.map { .string($0) } ?? .null), .init("de", de.map { .string($0) } ?? .null)])
    }
}

extension Event {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        .object([
            .init("id", .string(id)), .init("on", on.map { .string($0.text) } ?? .null),
            .init("name", name.json),
            .init(
                "told",
                .array(
                    told.map { telling in
                        .object([
                            .init("by", .string(telling.by)), .init("text", telling.text.json),
                            .init("cite", .array(telling.basis.citations.map { $0.json(passages) })),
                        ])
                    })),
        ])
    }
}

extension Indicator {
    fileprivate var json: JSON {
        .object([
            .init("id", .string(id)), .init("name", name.json),
            .init("unit", unit.map { .string($0) } ?? .null),
            .init(
                "told",
                .array(
                    told.map { reading in
                        let value: JSON =
                            if case .known(let number) = reading.value { .range(number.range) } else { .null }
                        return .object([.init("by", .string(reading.by)), .init("value", value)])
                    })),
            .init("silent", .strings(silent)),
        ])
    }
}
