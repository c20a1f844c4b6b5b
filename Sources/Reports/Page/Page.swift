import CaseModel
import Findings
import Numbers

extension Rendering {
    /// The report as one page that loads nothing and is readable without a script; a section per viewpoint.
    public var page: String {
        let reports = responses.compactMap { response -> (String, CaseReport)? in
            guard case .success(let answer) = response.result, let report = answer as? CaseReport else {
                return nil
            }
            return (response.perspective, report)
        }
        guard let (_, first) = reports.first else { return "" }
        let title = words(first.overview.title)
        let sections = reports.map {
            ReportSection(perspective: $0, report: $1, words: words, isAlone: !isAll).markup
        }
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
        let head = Markup.tag(
            "head", [],
            [
                .void("meta", [("charset", "utf-8")]),
                .void("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]),
                .void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]),
                .tag("title", [], title), .pageStyle,
            ])
        let body = Markup.tag(
            "body", [],
            [.tag("h1", [], title)] + sections + [colophon(first), .ageScript])
        return Markup.page(.tag("html", [("lang", words.language.rawValue)], [head, body]))
    }

    private func colophon(_ report: CaseReport) -> Markup {
        .all([
            .tag("h2", [], words(.colophon)),
            .tag(
                "p", [("class", "soft")],
                "Junktim \(junktimVersion) · \(caseID) · SHA-256 \(fingerprint) · \(words(.method)): \(words.name(report.method)) (\(words.status(report.method.status)))"
            ),
        ])
    }
}

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
            [head, sources(overview), matrix, timeline(overview), indicators(overview), lists])
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
            .tag("p", [], overview.basis(words)), limits,
        ])
    }

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
            "~ ambiguous, ¬ excluded, ⇒ conditional, [ ] contested, · looked for and silent, – (hatched) not reported; shade and number: from the first pole (0) to the last (1).",
            "~ mehrdeutig, ¬ ausgeschlossen, ⇒ bedingt, [ ] strittig, · gesucht und nicht vorhanden, – (schraffiert) nicht berichtet; Tönung und Zahl: vom ersten Pol (0) zum letzten (1)."
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
        guard let picture = TimelinePicture(overview, perspective: perspective, words: words) else {
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
                words.date(draft.date), words(.draft), words(draft.name), draft.note.map { words($0) } ?? "",
                words.basis(draft.basis, report.passages),
            ]
        }
        let eventRows = overview.events.flatMap { event in
            event.told.map { telling in
                [
                    words.date(event.on), words(.event), words(event.name),
                    "\(telling.by): \(words(telling.text))" + (event.note.map { " — \(words($0))" } ?? ""),
                    words.basis(telling.basis, report.passages),
                ]
            }
        }
        return details(
            [words(.date), words(.kind), words(.name), words(.told), words(.restsOn)], draftRows + eventRows)
    }

    private func indicators(_ overview: CaseOverview) -> Markup {
        guard !overview.indicators.isEmpty else { return .nothing }
        let rows = overview.indicators.flatMap { one -> [[String]] in
            var rows = one.told.map { reading in
                [
                    words(one.name), words.amount(reading.value, unit: one.unit), reading.by,
                    (reading.text.map { words($0) } ?? ""), words.basis(reading.basis, report.passages),
                ]
            }
            if !one.silent.isEmpty {
                rows.append([
                    words(one.name), words(.unknown), one.silent.joined(separator: ", "),
                    words(.sourcesSilent), "",
                ])
            }
            return rows
        }
        let header = [words(.what), words(.value), words(.by), words(.note), words(.restsOn)]
        return .all([
            .tag("h2", [], words(.indicators)), .tag("div", [("class", "wide")], [table(header, rows)]),
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
        let rows = items.map { [words.kind($0.kind), $0.id, "\($0.place)"] }
        return .all([
            .tag("h2", [], "\(words(title)) (\(words.count(items.count)))"),
            rows.isEmpty ? .nothing : details([words(.kind), words(.identifier), words(.place)], rows),
        ])
    }

    /// The cells in one state, with what is said and on what it rests.
    private func byState(_ state: Comparison.State, _ title: Phrase) -> Markup {
        guard case .success(let comparison) = report.comparison else { return .nothing }
        var rows: [[String]] = []
        for (column, draft) in comparison.drafts.enumerated() {
            for (row, issue) in comparison.issues.enumerated()
            where comparison.cells[column][row].state == state {
                if comparison.cells[column][row].terms.isEmpty {
                    rows.append([words(draft.proposal.name), "–", words(issue.name), words(.noPoint), ""])
                }
                for entry in comparison.cells[column][row].terms {
                    rows.append([
                        words(draft.proposal.name), entry.point, words(issue.name),
                        words.term(entry.term.content, on: issue), words.basis(entry.term.basis, report.passages),
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
        let rows = comparison.drafts.enumerated().compactMap { column, draft -> [String]? in
            let missing = comparison.issues.indices.filter {
                comparison.cells[column][$0].state == .unreported
            }
            guard !missing.isEmpty else { return nil }
            return [
                words(draft.proposal.name), words.count(missing.count),
                missing.map { words(comparison.issues[$0].name) }.joined(separator: ", "),
            ]
        }
        let count = comparison.cells.flatMap { $0 }.count { $0.state == .unreported }
        return .all([
            .tag("h2", [], "\(words(.unreportedList)) (\(words.count(count)))"),
            details([words(.draft), words(.number), words(.issues)], rows),
        ])
    }

    private func details(_ header: [String], _ rows: [[String]]) -> Markup {
        .tag(
            "details", [],
            [.tag("summary", [], words(.table)), .tag("div", [("class", "wide")], [table(header, rows)])])
    }

    private func table(_ header: [String], _ rows: [[String]]) -> Markup {
        .tag(
            "table", [],
            [
                .tag("thead", [], [.tag("tr", [], header.map { .tag("th", [("scope", "col")], $0) })]),
                .tag("tbody", [], rows.map { .tag("tr", [], $0.map { .tag("td", [], $0) }) }),
            ])
    }
}
