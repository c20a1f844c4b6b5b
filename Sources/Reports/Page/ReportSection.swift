import CaseModel
import Findings
import Numbers

/// The report from one viewpoint.
struct ReportSection {
    let perspective: String
    let report: CaseReport
    let words: Words
    /// Whether the page holds no other viewpoint.
    let isAlone: Bool

    private var prefix: String { isAlone ? "" : "\(perspective)-" }

    var markup: Markup {
        let overview = report.overview
        return .tag(
            "section", [("id", "\(prefix)view")],
            [
                head, waiting, report.brief.sheet(words).markup(prefix: prefix, linking: true),
                .tag("p", [], overview.basis(words)), limits, timeline(overview), matrix, changes,
                LawSection(report: report, view: view, words: words, prefix: prefix).markup,
                StabilitySection(report: report, view: view, words: words, prefix: prefix).markup,
                GuaranteeSection(report: report, view: view, words: words, prefix: prefix).markup,
                PackagesSection(report: report, view: view, words: words, prefix: prefix).markup,
                RatifySection(report: report, view: view, words: words, prefix: prefix).markup,
                SequenceSection(report: report, view: view, words: words, prefix: prefix).markup,
                NegotiateSection(report: report, view: view, words: words, prefix: prefix).markup,
                FunnelSection(report: report, view: view, words: words, prefix: prefix).markup,
                voices, sources(overview), indicators(overview),
                CoveragePicture(report: report, view: view(report.overview.inventory.restsOn)).markup,
                ActorSection(report: report, words: words, prefix: prefix).markup, lists,
            ])
    }

    private func view(_ support: Support) -> PictureView {
        PictureView(perspective: perspective, asOf: report.overview.asOf, support: support, words: words)
    }

    private var changes: Markup {
        guard case .success(let comparison) = report.comparison else { return .nothing }
        return ChangeSection(
            comparison: comparison, actors: report.actors, view: view(comparison.restsOn), prefix: prefix
        ).markup
    }

    private var voices: Markup {
        let view = view(Support(report.statements.map { ($0.basis, $0.place) }))
        return .all([
            .tag("h2", [("id", "\(prefix)voices")], words(.voices)),
            ActorIssuePicture(report: report, view: view).figure?.markup(words) ?? .nothing,
            VoicesPicture(report: report, view: view).figure?.markup(words) ?? .nothing,
        ])
    }

    private var head: Markup {
        let overview = report.overview
        let age = words.pick("# days before today", "# Tage vor heute")
        let view = overview.perspectiveName.map { "\(words($0)) (\(perspective))" } ?? words(.base)
        return .all([
            isAlone ? .nothing : .tag("h2", [], "\(words(.perspective)): \(view)"),
            .tag(
                "p", [("class", "stamp")],
                [
                    .text("\(words(.asOf)) \(words.date(overview.asOf)) "),
                    .tag("span", [("data-as-of", lastDay(overview.asOf)), ("data-text", "(\(age))")], ""),
                    .text(" · \(words(.perspective)): \(view)"),
                ]),
        ])
    }

    /// Passages that wait for a person come before everything else, with what rests on them.
    private var waiting: Markup {
        let waiting = report.waiting
        guard !waiting.isEmpty else { return .nothing }
        let rows = waiting.map { entry, uses -> [Markup] in
            [
                link(.anchor(source: entry.anchor.source, id: entry.anchor.id)),
                .text(words.standing(of: entry)),
                .text(uses.map { "\(words.kind($0.kind)) \($0.id)" }.joined(separator: ", ")),
            ]
        }
        return .all([
            .tag("h2", [], "\(words(.waiting)) (\(words.count(waiting.count)))"),
            .table([words(.passage), words(.verdict), words(.citedBy)], rows),
        ])
    }

    private func link(_ citation: Citation) -> Markup { words.linked(citation, report.passages) }

    private func lastDay(_ date: DateSpan) -> String {
        guard let last = date.last else { return date.text }
        let (year, month, day) = calendarDay(last)
        return "\(year)-" + (month < 10 ? "0" : "") + "\(month)-" + (day < 10 ? "0" : "") + "\(day)"
    }

    private func sources(_ overview: CaseOverview) -> Markup {
        let cards = overview.sources.map { source -> Markup in
            let lines = overview.card(of: source, words)
            return .tag(
                "li", [("id", "\(prefix)source-\(source.id)")],
                [.tag("strong", [], lines[0])]
                    + lines.dropFirst().map { .tag("div", [], $0.trimmingPrefix("  ").description) })
        }
        return .all([.tag("h2", [], words(.sources)), .tag("ul", [("class", "cards")], cards)])
    }

    private var matrix: Markup {
        guard case .success(let comparison) = report.comparison else {
            guard case .failure(let refused) = report.comparison else { return .nothing }
            return .all([
                .tag("h2", [], words(.matrix)), .tag("p", [("class", "warn")], words.reason(refused)),
            ])
        }
        let table = MatrixTable(comparison: comparison, words: words, prefix: prefix)
        let legend = words.pick(
            "~ ambiguous, ¬ excluded, ⇒ conditional, [ ] contested, · looked for and silent, – (hatched) not reported; shade and number: from the first pole (0) to the last (1). A thick left edge: certainly not what the draft before said.",
            "~ mehrdeutig, ¬ ausgeschlossen, ⇒ bedingt, [ ] strittig, · gesucht und nicht vorhanden, – (schraffiert) nicht berichtet; Tönung und Zahl: vom ersten Pol (0) zum letzten (1). Dicker linker Rand: sicher nicht, was der Entwurf davor sagte."
        )
        return .all([
            .tag("h2", [("id", "\(prefix)matrix")], words(.matrix)),
            .tag("p", [("class", "finding")], comparison.summary(words)), table.markup,
            .tag("p", [("class", "method")], legend), method(comparison), table.grounds,
        ])
    }

    private func method(_ comparison: Comparison) -> Markup {
        .tag(
            "p", [("class", "method")],
            "\(words(.method)): \(words.name(comparison.method)) · \(words(.restsOn)): \(words.sentence(comparison.restsOn)) · \(words(.asOf)) \(words.date(report.overview.asOf)) · \(words(.perspective)): \(perspective)"
        )
    }

    private var limits: Markup {
        .all(report.limits.map { .tag("p", [("class", "warn")], words.sentence($0)) })
    }

    private func timeline(_ overview: CaseOverview) -> Markup {
        guard let picture = TimelinePicture(overview, view: view(overview.restsOn)) else {
            return .nothing
        }
        let finding = words.pick(
            "\(words.count(overview.drafts.count)) drafts and \(words.count(overview.events.count)) events; hollow marks are known only through others, diamonds are expected, demanded or supposed outcomes.",
            "\(words.count(overview.drafts.count)) Entwürfe und \(words.count(overview.events.count)) Ereignisse; hohle Zeichen sind nur durch andere bekannt, Rauten sind erwartete, geforderte oder vermutete Ausgänge."
        )
        let method = words.pick(
            "Bars are imprecise dates; arrows lead from the draft that another goes back to, dashed where that is only possible. What lies before the horizon stands in the table.",
            "Balken sind ungenaue Daten; Pfeile führen vom Entwurf, auf den ein anderer zurückgeht, gestrichelt, wo das nur möglich ist. Was vor dem Zeitraum liegt, steht in der Tabelle."
        )
        return .all([
            .tag("h2", [], words(.timeline)), .tag("p", [("class", "finding")], finding), picture.markup,
            .tag("p", [("class", "method")], method), eventTable(overview),
        ])
    }

    private func eventTable(_ overview: CaseOverview) -> Markup {
        let draftRows = overview.drafts.map { draft in
            [
                .text(words.date(draft.date)), .text(words(.draft)), .text(words(draft.name)),
                .text(draft.note.map { words($0) } ?? ""), words.linked(draft.basis, report.passages),
            ] as [Markup]
        }
        let eventRows = overview.events.flatMap { event in
            event.told.map { telling in
                [
                    .text(words.date(event.on)), .text(words(.event)), .text(words(event.name)),
                    .text(
                        "\(telling.by): \(words(telling.text))" + (event.note.map { " — \(words($0))" } ?? "")
                    ),
                    words.linked(telling.basis, report.passages),
                ] as [Markup]
            }
        }
        return details(
            [words(.date), words(.kind), words(.name), words(.told), words(.restsOn)], draftRows + eventRows)
    }

    private func indicators(_ overview: CaseOverview) -> Markup {
        guard !overview.indicators.isEmpty else { return .nothing }
        let rows = overview.indicators.flatMap { one -> [[Markup]] in
            var rows: [[Markup]] = one.told.map { reading in
                [
                    .text(words(one.name)), .text(words.amount(reading.value, unit: one.unit)),
                    .text(reading.by),
                    .text(reading.text.map { words($0) } ?? ""), words.linked(reading.basis, report.passages),
                ]
            }
            if !one.silent.isEmpty {
                rows.append(
                    [
                        words(one.name), words(.unknown), one.silent.joined(separator: ", "),
                        words(.sourcesSilent), "",
                    ].map(
                        Markup.text))
            }
            return rows
        }
        let header = [words(.what), words(.value), words(.by), words(.note), words(.restsOn)]
        return .all([
            .tag("h2", [], words(.indicators)), .tag("div", [("class", "wide")], [.table(header, rows)]),
        ])
    }

    private var lists: Markup {
        .all([assumed, byState(.ambiguous, .ambiguousList), byState(.silent, .silentList), unreported])
    }

    private var assumed: Markup {
        let inventory = report.overview.inventory
        return .all([list(.assumedList, inventory.assumed), list(.uncitedList, inventory.uncited)])
    }

    private func list(_ title: Phrase, _ items: [Item]) -> Markup {
        let rows = items.map { [words.kind($0.kind), $0.id, "\($0.place)"].map(Markup.text) }
        return .all([
            .tag("h2", [], "\(words(title)) (\(words.count(items.count)))"),
            rows.isEmpty ? .nothing : details([words(.kind), words(.identifier), words(.place)], rows),
        ])
    }

    /// The cells in one state, with what is said and on what it rests.
    private func byState(_ state: Comparison.State, _ title: Phrase) -> Markup {
        guard case .success(let comparison) = report.comparison else { return .nothing }
        var rows: [[Markup]] = []
        for (column, draft) in comparison.drafts.enumerated() {
            for (row, issue) in comparison.issues.enumerated()
            where comparison.cells[column][row].state == state {
                if comparison.cells[column][row].terms.isEmpty {
                    rows.append(
                        [words(draft.proposal.name), "–", words(issue.name), words(.noPoint), ""].map(
                            Markup.text))
                }
                for entry in comparison.cells[column][row].terms {
                    rows.append([
                        .text(words(draft.proposal.name)), .text(entry.point), .text(words(issue.name)),
                        .text(words.term(entry.term.content, on: issue)),
                        words.linked(entry.term.basis, report.passages),
                    ])
                }
            }
        }
        let header = [words(.draft), words(.point), words(.issue), words(.terms), words(.restsOn)]
        return .all([.tag("h2", [], "\(words(title)) (\(words.count(rows.count)))"), details(header, rows)])
    }

    /// Issues that nobody reports anything of, per draft.
    private var unreported: Markup {
        guard case .success(let comparison) = report.comparison else { return .nothing }
        let rows = comparison.drafts.enumerated().compactMap { column, draft -> [Markup]? in
            let missing = comparison.issues.indices.filter {
                comparison.cells[column][$0].state == .unreported
            }
            guard !missing.isEmpty else { return nil }
            return [
                words(draft.proposal.name), words.count(missing.count),
                missing.map { words(comparison.issues[$0].name) }.joined(separator: ", "),
            ].map(Markup.text)
        }
        let count = comparison.cells.flatMap { $0 }.count { $0.state == .unreported }
        return .all([
            .tag("h2", [], "\(words(.unreportedList)) (\(words.count(count)))"),
            details([words(.draft), words(.number), words(.issues)], rows),
        ])
    }

    private func details(_ header: [String], _ rows: [[Markup]]) -> Markup {
        .details(words(.table), [.tag("div", [("class", "wide")], [.table(header, rows)])])
    }
}
