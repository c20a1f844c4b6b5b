import CaseModel
public import Findings
import Numbers

extension LegalBars: Answer {
    public func summary(_ words: Words) -> String {
        let speaking = drafts.filter { draft in
            draft.verdicts.contains { $0 != .notAddressed && $0 != .notJudged }
        }
        let certain = speaking.count { draft in draft.flags.contains { !$0.isOpen && $0.isInTheWay } }
        let open = speaking.count { draft in
            let standing = draft.flags.filter(\.isInTheWay)
            return !standing.isEmpty && standing.allSatisfy(\.isOpen)
        }
        var owners: [String] = []
        for case .norm(let norm) in gates.map(\.content) {
            owners += norm.invokedBy.filter { !owners.contains($0) }
        }
        let whose =
            owners.isEmpty
            ? ""
            : words.pick("; the norms are invoked by ", "; die Normen machen geltend: ")
                + words.list(owners.map { names.actor($0, words) })
        return words.pick(
            "Drafts that say something here: \(words.count(speaking.count)); certainly before a bar, a vote or a norm: \(words.count(certain)), only in some reading: \(words.count(open))",
            "Entwürfe, die hierzu etwas sagen: \(words.count(speaking.count)); sicher vor einer Sperre, einer Abstimmung oder einer Norm: \(words.count(certain)), nur in einer Lesart: \(words.count(open))"
        ) + whose + "."
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        for draft in drafts where !draft.flags.isEmpty {
            var table = TextTable()
            for flag in draft.flags {
                table.add(
                    words.gateName(gates[flag.gate]),
                    words.flag(flag, gates, names))
            }
            lines += [
                "",
                "\(words(draft.proposal.name)) (\(draft.proposal.id), \(words.date(draft.proposal.date)))",
            ]
            lines += table.lines()
        }
        lines +=
            ["", words(.gateTable)] + matrix(words).lines() + letters.lines() + ["  \(words(.gateLegend))"]
        lines += ["", words(.gates)]
        for gate in gates {
            var table = TextTable()
            if let when = gate.when { table.add(words(.when), words.formula(when, names)) }
            for line in details(gate, words) { table.add(line.0, line.1) }
            table.add(words(.restsOn), words.basis(gate.basis, passages))
            lines += ["  \(words.gateName(gate)) (\(gate.id))"] + table.lines(indent: 4)
        }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func matrix(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add([""] + drafts.indices.map { Comparison.column($0) })
        for (index, gate) in gates.enumerated() {
            table.add([gate.id] + drafts.map { words.mark($0.verdicts[index]) })
        }
        return table
    }

    private var letters: TextTable {
        var table = TextTable()
        for (index, draft) in drafts.enumerated() { table.add(Comparison.column(index), draft.proposal.id) }
        return table
    }

    /// Owner, requirement, bar and deadline of a gate.
    func details(_ gate: Gate, _ words: Words) -> [(String, String)] {
        switch gate.content {
        case .norm(let norm):
            return (norm.invokedBy.isEmpty ? [] : [(words(.invokedBy), words.list(norm.invokedBy))])
                + (norm.establishedBy.map { [(words(.establishedBy), $0)] } ?? [])
        case .combination: return []
        case .rule(let rule):
            return (rule.needs.map { [(words(.needs), words.requirement($0, names))] } ?? [])
                + (rule.passes.map { [(words(.chance), words.numbers.text($0.value.range, places: 2))] } ?? [])
                + (rule.blocked.map { [(words(.barredWhile), words.formula($0, names))] } ?? [])
                + (rule.within.map { [(words(.deadline), $0)] } ?? [])
        }
    }

    var names: NameBook { NameBook(actors: actors, issues: issues, bodies: bodies) }

    public func data() -> JSON {
        .object([
            .init("gates", .array(gates.map { $0.json(passages) })),
            .init("drafts", .array(drafts.map { $0.json(gates) })),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["draft", "gate", "kind", "verdict", "ambiguous", "unsaid"])
        for draft in drafts {
            for (gate, verdict) in zip(gates, draft.verdicts) {
                let (state, ambiguous, unsaid) = verdict.parts
                csv.add([
                    .text(draft.proposal.id), .text(gate.id), .text(gate.kindName), .text(state),
                    .text(ambiguous.joined(separator: " ")), .text(unsaid.joined(separator: " ")),
                ])
            }
        }
        return csv.text
    }
}

extension LegalBars.Verdict {
    fileprivate var parts: (String, [String], [String]) {
        switch self {
        case .bears: ("bears", [], [])
        case .bearsNot: ("bearsNot", [], [])
        case .open(let ambiguous, let unsaid): ("open", ambiguous, unsaid)
        case .notAddressed: ("notAddressed", [], [])
        case .notJudged: ("notJudged", [], [])
        }
    }

    fileprivate func json(of gate: LegalBars.Gate) -> JSON {
        let (state, ambiguous, unsaid) = parts
        return .object([
            .init("gate", .string(gate.id)), .init("kind", .string(gate.kindName)),
            .init("verdict", .string(state)), .init("ambiguous", .strings(ambiguous)),
            .init("unsaid", .strings(unsaid)),
        ])
    }
}

extension LegalBars.Gate {
    fileprivate var kindName: String {
        switch content {
        case .norm: "norm"
        case .rule: "rule"
        case .combination: "combination"
        }
    }

    fileprivate func json(_ passages: PassageBook) -> JSON {
        var (owners, established): ([String], String?) = ([], nil)
        var rule: Ratification.Rule?
        switch content {
        case .norm(let norm): (owners, established) = (norm.invokedBy, norm.establishedBy)
        case .rule(let own): rule = own
        case .combination: break
        }
        return .object([
            .init("id", .string(id)), .init("kind", .string(kindName)), .init("name", name.json),
            .init("when", when.map { .string("\($0)") } ?? .null), .init("invokedBy", .strings(owners)),
            .init("establishedBy", established.map { .string($0) } ?? .null),
            .init("needs", rule?.needs?.json ?? .null),
            .init("passes", rule?.passes.map { .range($0.value.range) } ?? .null),
            .init("blocked", rule?.blocked.map { .string("\($0)") } ?? .null),
            .init("within", rule?.within.map { .string($0) } ?? .null),
            .init("conflictsWith", .strings(rule?.conflictsWith ?? [])),
            .init("optOut", .strings(rule?.optOut ?? [])),
            .init("cite", .array(basis.citations.map { $0.json(passages) })),
            .init("own", .bool(basis.isOwn)),
        ])
    }
}

extension LegalBars.Draft {
    fileprivate func json(_ gates: [LegalBars.Gate]) -> JSON {
        .object([
            .init("id", .string(proposal.id)),
            .init("verdicts", .array(zip(gates, verdicts).map { $1.json(of: $0) })),
            .init("flags", .array(flags.map { $0.json(gates) })),
        ])
    }
}

extension LegalBars.Flag {
    fileprivate func json(_ gates: [LegalBars.Gate]) -> JSON {
        let (name, with): (String, [String]) =
            switch kind {
            case .excluded(let owners): ("excluded", owners)
            case .needs: ("needs", [])
            case .blockedToday(let when): ("blockedToday", ["\(when)"])
            case .deadline(_, let against): ("deadline", against)
            case .outsiders(let actors): ("outsiders", actors)
            case .impossible: ("impossible", [])
            }
        return .object([
            .init("gate", .string(gates[gate].id)), .init("kind", .string(gates[gate].kindName)),
            .init("flag", .string(name)), .init("with", .strings(with)),
            .init("open", .bool(isOpen)),
        ])
    }
}

extension Ratification.Requirement {
    /// The tree as a case folder writes it.
    var json: JSON {
        switch self {
        case .all(let parts): .object([.init("all", .array(parts.map(\.json)))])
        case .any(let parts): .object([.init("any", .array(parts.map(\.json)))])
        case .share(let share, let body, let ofPresent):
            .object([
                .init("share", .exact(share)), .init("of", .string(body)),
                .init("base", .string(ofPresent ? "present" : "members")),
            ])
        case .atLeast(let number, let body):
            .object([.init("atLeast", .integer(number)), .init("of", .string(body))])
        case .weight(let weight, let body):
            .object([.init("weight", .exact(weight)), .init("of", .string(body))])
        case .veto(let actor): .object([.init("veto", .string(actor))])
        case .referendum(let body, let passes):
            .object([
                .init("referendum", .string(body)), .init("passes", passes.map { .range($0.range) } ?? .null),
            ])
        }
    }
}
