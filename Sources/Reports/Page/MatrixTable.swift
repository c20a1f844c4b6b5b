import CaseModel
import Findings
import Numbers

/// The draft × issue matrix as a table: words in every cell, shade for the position, a mark for the state.
struct MatrixTable {
    let comparison: Comparison
    let words: Words
    /// Distinguishes the targets of links when a page holds several matrices.
    let prefix: String

    var markup: Markup {
        let groups: [(Phrase, [Int])] = [
            (.texts, comparison.drafts.indices.filter { comparison.drafts[$0].proposal.kind.isText }),
            (.outcomes, comparison.drafts.indices.filter { !comparison.drafts[$0].proposal.kind.isText }),
        ]
        return .all(
            groups.filter { !$0.1.isEmpty }.map { title, columns in
                .all([
                    .tag("h3", [], words(title)),
                    .tag("div", [("class", "wide")], [table(words(title), columns)]),
                ])
            })
    }

    private func table(_ caption: String, _ columns: [Int]) -> Markup {
        .tag(
            "table", [("class", "matrix"), ("aria-label", caption)],
            [
                .tag(
                    "thead", [],
                    [
                        .tag(
                            "tr", [],
                            [.tag("th", [("scope", "col")], words(.issue))] + columns.map(head)
                                + driftHead(columns))
                    ]),
                .tag("tbody", [], comparison.issues.indices.map { row($0, columns) }),
                .tag("tfoot", [], [coverage(columns)]),
            ])
    }

    private func head(_ column: Int) -> Markup {
        let draft = comparison.drafts[column].proposal
        return .tag(
            "th", [("scope", "col")],
            [
                .text(words(draft.name)),
                .tag(
                    "span", [("class", "where")],
                    "\(words.date(draft.date)) · \(words.kind(draft.kind))"
                        + (draft.extent == .reported ? " · \(words(.wordingUnseen))" : "")),
            ])
    }

    private func row(_ issue: Int, _ columns: [Int]) -> Markup {
        let name = comparison.issues[issue]
        let poles = name.kind == .nominal || name.isShared ? nil : poleText(name)
        let head = Markup.tag(
            "th", [("scope", "row")],
            [.text(words(name.name))] + (poles.map { [.tag("span", [("class", "where")], $0)] } ?? []))
        return .tag("tr", [], [head] + columns.map { cell(issue, $0) } + drift(name, columns))
    }

    /// The line that the table can add up: the longest one whose drafts all stand in it.
    private func line(_ columns: [Int]) -> Comparison.Line? {
        let shown = Set(columns.map { comparison.drafts[$0].proposal.id })
        return comparison.lines.filter { shown.isSuperset(of: $0.drafts) && !$0.paths.isEmpty }.max {
            $0.drafts.count < $1.drafts.count
        }
    }

    private func driftHead(_ columns: [Int]) -> [Markup] {
        guard let line = line(columns) else { return [] }
        let names = line.drafts.map { comparison.draftName($0, words) }
        return [
            .tag(
                "th", [("scope", "col")],
                [
                    .text("Σ \(words(.variation))"),
                    .tag("span", [("class", "where")], names.joined(separator: " → ")),
                ])
        ]
    }

    /// The sum of steps along the line; a dash where fewer than two of its drafts address the issue.
    private func drift(_ issue: Agenda.Issue, _ columns: [Int]) -> [Markup] {
        guard let line = line(columns) else { return [] }
        let path = line.paths.first { $0.issue == issue.id }
        return [
            .tag("td", [("class", "sum")], path.map { words.places($0.variation) } ?? "–")
        ]
    }

    /// Whether the draft certainly says something else than the one that it goes back to first.
    private func isChanged(_ row: Int, _ column: Int) -> Bool {
        let (id, issue) = (comparison.drafts[column].proposal.id, comparison.issues[row].id)
        guard let line = comparison.lines.first(where: { $0.drafts.dropFirst().contains(id) }),
            let place = line.drafts.firstIndex(of: id), place > 0,
            let step = comparison.steps.first(where: { $0.from == line.drafts[place - 1] && $0.to == id })
        else { return false }
        return step.change.shifts.contains { $0.issue == issue && !$0.value.contains(0) }
            || step.change.unordered.contains { $0.issue == issue && $0.value.low > 0 }
    }

    private func poleText(_ issue: Agenda.Issue) -> String? {
        guard let first = issue.alternatives.first, let last = issue.alternatives.last, first.id != last.id
        else { return nil }
        return "0 \(words.alternative(first.id, of: issue)) … 1 \(words.alternative(last.id, of: issue))"
    }

    private func cell(_ row: Int, _ column: Int) -> Markup {
        let (cell, issue) = (comparison.cells[column][row], comparison.issues[row])
        let isDoubtful = cell.terms.contains {
            comparison.passages.holding(of: $0.term.basis) == .unconfirmed
        }
        var attributes: [(String, String)] = [
            (
                "class",
                cell.state.rawValue + (isDoubtful ? " doubtful" : "")
                    + (isChanged(row, column) ? " changed" : "")
            )
        ]
        if let position = cell.position { attributes.append(("style", shade(position))) }
        guard !cell.terms.isEmpty else {
            let mark = cell.state == .silent ? "·" : "–"
            return .tag("td", attributes + [("title", words.state(cell.state.rawValue))], mark)
        }
        let said = cell.terms.map { words.term($0.term.content, on: issue) }
        var parts: [String] = []
        for one in said where !parts.contains(one) { parts.append(one) }
        let link = "#" + anchor(draft: comparison.drafts[column].proposal.id, issue: issue.id)
        var content = [
            Markup.tag("span", [("class", "sign")], mark(cell.state)), .text(parts.joined(separator: " | ")),
        ]
        if let position = cell.position {
            content.append(.tag("span", [("class", "where")], words.places(position)))
        }
        return .tag("td", attributes, [.tag("a", [("href", link), ("title", title(cell))], content)])
    }

    private func title(_ cell: Comparison.Cell) -> String {
        let chains = cell.reportedBy.map { words.chain($0) }.joined(separator: "; ")
        return words.state(cell.state.rawValue) + (chains.isEmpty ? "" : " · \(words(.reportedBy)) \(chains)")
    }

    private func mark(_ state: Comparison.State) -> String {
        switch state {
        case .stated, .unreported: ""
        case .denied: "¬ "
        case .ambiguous: "~ "
        case .conditional: "⇒ "
        case .contested: "[ ] "
        case .silent: "· "
        }
    }

    /// From the colour of the first pole through white to that of the last; an interval runs from end to end.
    private func shade(_ position: Interval) -> String {
        let (low, high) = (tint(position.low), tint(position.high))
        return position.isPoint
            ? "background:\(low)" : "background:linear-gradient(90deg,\(low),\(high))"
    }

    private func tint(_ place: Rational) -> String {
        let half = Rational(1, over: 2)
        let strength = (place - half).magnitude * Rational(9, over: 10)
        let pole = place < half ? "--low" : "--high"
        return "rgba(var(\(pole)),\(NumberFormat.plain.text(strength, places: 2)))"
    }

    private func coverage(_ columns: [Int]) -> Markup {
        .tag(
            "tr", [],
            [.tag("th", [("scope", "row")], words(.coverage))]
                + columns.map { column in
                    let found = comparison.drafts[column].coverage
                    let all = found.addressed + found.silent + found.unreported
                    return .tag("td", [], "\(words.count(found.addressed))/\(words.count(all))")
                } + (line(columns) == nil ? [] : [.tag("td", [], "")]))
    }

    /// Where the terms of a cell are listed with their passages.
    func anchor(draft: String, issue: String) -> String { "\(prefix)t-\(draft)-\(issue)" }

    /// Every term with who reports it and what it rests on.
    var grounds: Markup {
        let header = [
            words(.draft), words(.point), words(.issue), words(.state), words(.terms), words(.reportedBy),
            words(.restsOn), words(.note),
        ]
        var rows: [Markup.Row] = []
        for (column, draft) in comparison.drafts.enumerated() {
            for (row, issue) in comparison.issues.enumerated() {
                for (index, entry) in comparison.cells[column][row].terms.enumerated() {
                    rows.append(ground(entry, draft.proposal, issue, isFirst: index == 0))
                }
            }
        }
        return .tag(
            "div", [("id", "\(prefix)grounds")],
            [.details(words(.table), [.tag("div", [("class", "wide")], [.table(header, rows: rows)])])])
    }

    private func ground(
        _ entry: Comparison.PointTerm, _ draft: Proposal, _ issue: Agenda.Issue, isFirst: Bool
    ) -> Markup.Row {
        let cells: [Markup] = [
            .text(words(draft.name)), .text(entry.point), .text(words(issue.name)),
            .text(words.state(entry.term.content.stateName)),
            .text(words.term(entry.term.content, on: issue)),
            .text(entry.reportedBy.map { words.chain($0) }.joined(separator: "; ")),
            words.linked(entry.term.basis, comparison.passages), .text(entry.note.map { words($0) } ?? ""),
        ]
        return Markup.Row(id: isFirst ? anchor(draft: draft.id, issue: issue.id) : nil, cells: cells)
    }
}
