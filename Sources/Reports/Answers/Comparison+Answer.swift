import CaseModel
public import Findings
import Numbers

extension Comparison: Answer {
    public func summary(_ words: Words) -> String {
        let states = cells.flatMap { $0 }
        let addressed = states.count { $0.state.isAddressed }
        let clear = states.count { $0.state == .stated }
        let many = words.count(drafts.count, ("draft", "Entwurf"), ("drafts", "Entwürfe"))
        let agenda = words.count(issues.count, ("issue", "Gegenstand"), ("issues", "Gegenständen"))
        return words.pick(
            "\(many) on \(agenda): \(words.count(addressed)) of \(words.count(states.count)) cells are addressed, \(words.count(clear)) of them plainly.",
            "\(many) zu \(agenda): \(words.count(addressed)) von \(words.count(states.count)) Feldern sind behandelt, \(words.count(clear)) davon eindeutig."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words), "", words(.drafts)]
        lines += draftTable(words).lines()
        lines += ["", words(.matrix)] + matrix(words).lines()
        lines += ["", words(.legend)] + legend(words)
        lines += changes(words)
        lines += ["", words(.terms)] + terms(words)
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    /// A letter or two per draft, as spreadsheets count columns.
    static func column(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + index % 26)))
        return index < 26 ? letter : column(index / 26 - 1) + letter
    }

    private func draftTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for (index, draft) in drafts.enumerated() {
            let coverage = draft.coverage
            table.add(
                Self.column(index), draft.proposal.id, words.date(draft.proposal.date),
                words.kind(draft.proposal.kind),
                "\(coverage.addressed) \(words(.addressed)), \(coverage.silent) \(words(.silentCount)), \(coverage.unreported) \(words(.unreported))",
                draft.proposal.extent == .reported ? words(.wordingUnseen) : "", words(draft.proposal.name))
        }
        return table
    }

    private func matrix(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add([""] + drafts.indices.map(Self.column))
        for (row, issue) in issues.enumerated() {
            table.add([issue.id] + drafts.indices.map { Self.mark(cells[$0][row], issue) })
        }
        return table
    }

    /// A cell in a few signs: numbers of alternatives from 1, with the mark of the state.
    static func mark(_ cell: Cell, _ issue: Agenda.Issue) -> String {
        func numbers(_ contents: [Term.Content]) -> String {
            let choices = contents.flatMap(\.choices)
            var names: [String] = []
            for choice in choices {
                let name =
                    switch choice {
                    case .alternative(let id): issue.index(of: id).map { "\($0 + 1)" } ?? id
                    case .number(let number): "{\(NumberFormat.plain.text(number.range))}"
                    }
                if !names.contains(name) { names.append(name) }
            }
            return names.joined(separator: "|")
        }
        let said = numbers(cell.terms.map(\.term.content))
        return switch cell.state {
        case .stated: said
        case .denied: "¬\(said)"
        case .ambiguous: "~\(said)"
        case .conditional: "⇒\(said)"
        case .contested: "[\(said)]"
        case .silent: "·"
        case .unreported: "–"
        }
    }

    private func legend(_ words: Words) -> [String] {
        let marks = words.pick(
            "2 stated, ¬2 excluded, ~1|2 ambiguous (~ alone: in any way), ⇒2 conditional, [1|2] contested, {5} the number 5, · silent, – unreported",
            "2 genannt, ¬2 ausgeschlossen, ~1|2 mehrdeutig (~ allein: auf jede Weise), ⇒2 bedingt, [1|2] strittig, {5} die Zahl 5, · schweigt, – nicht berichtet"
        )
        var table = TextTable()
        for issue in issues {
            let names = issue.alternatives.enumerated()
                .map { "\($0 + 1) \(words.alternative($1.id, of: issue))" + value($1, issue, words) }
            table.add(
                issue.id, names.joined(separator: issue.kind == .nominal || issue.isShared ? ", " : " < "))
        }
        return ["  \(marks)"] + table.lines()
    }

    /// The number of an alternative on an interval issue.
    private func value(_ alternative: Agenda.Alternative, _ issue: Agenda.Issue, _ words: Words) -> String {
        guard issue.kind == .interval, let value = alternative.value else { return "" }
        return " (\(words.numbers.text(Quantity(.constant(value), unit: issue.unit))))"
    }

    private func terms(_ words: Words) -> [String] {
        issues.enumerated().flatMap { row, issue -> [String] in
            var table = TextTable()
            for (index, draft) in drafts.enumerated() {
                let cell = cells[index][row]
                for entry in cell.terms {
                    table.add(
                        Self.column(index), "\(draft.proposal.id).\(entry.point)",
                        words.state(entry.term.content.stateName),
                        words.term(entry.term.content, on: issue), reported(entry, words),
                        words.basis(entry.term.basis, passages))
                }
                if cell.pullsApart { table.add("", "", words(.pulled)) }
                if !cell.linkedSilence.isEmpty {
                    table.add(
                        "", "", "\(words(.linkedSilence)): \(cell.linkedSilence.joined(separator: ", "))")
                }
            }
            return ["  \(words(issue.name)) (\(issue.id))"] + table.lines(indent: 4)
        }
    }

    private func reported(_ entry: PointTerm, _ words: Words) -> String {
        entry.reportedBy.isEmpty
            ? "" : "\(words(.reportedBy)) " + entry.reportedBy.map { words.chain($0) }.joined(separator: "; ")
    }
}

extension Term.Content {
    /// The state of a term as written, as a word.
    var stateName: String {
        switch self {
        case .stated: Comparison.State.stated.rawValue
        case .denied: Comparison.State.denied.rawValue
        case .ambiguous: Comparison.State.ambiguous.rawValue
        case .conditional: Comparison.State.conditional.rawValue
        case .contested: Comparison.State.contested.rawValue
        case .silent: Comparison.State.silent.rawValue
        case .unreported: Comparison.State.unreported.rawValue
        }
    }
}
