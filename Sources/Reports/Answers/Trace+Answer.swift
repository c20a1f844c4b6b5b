import CaseModel
public import Findings

extension Trace: Answer {
    public func summary(_ words: Words) -> String {
        let entries = words.count(items.count, ("entry", "Angabe"), ("entries", "Angaben"))
        let passages = words.count(restsOn.citations.count, ("passage", "Stelle"), ("passages", "Stellen"))
        return check == nil
            ? words.pick(
                "\(reference): \(entries), resting on \(passages).",
                "\(reference): \(entries), gestützt auf \(passages).")
            : words.pick(
                "\(reference) is cited by \(entries).",
                "\(reference) wird von \(words.count(items.count, ("", "Angabe"), ("", "Angaben"))) zitiert.")
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        if let check { lines += passage(.anchor(source: check.anchor.source, id: check.anchor.id), words) }
        for item in items {
            lines += ["", "\(words.kind(item.kind)) \(item.id)  (\(item.place))"]
            let said = words.content(of: item, issues, claims)
            if !said.isEmpty { lines.append("  \(said)") }
            if item.basis.isOwn { lines.append("  \(words(.own))") }
            if item.basis.kind == .uncited { lines.append("  \(words(.uncited))") }
            if check == nil { lines += item.basis.citations.flatMap { passage($0, words) } }
        }
        if !limits.isEmpty { lines += ["", words(.limits)] + limits.map { "  - \(words.sentence($0))" } }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A citation with its source, what became of it, and the passage where its text is at hand.
    private func passage(_ citation: Citation, _ words: Words) -> [String] {
        let title = sources.first { $0.id == citation.source }.map { words($0.title) } ?? ""
        var line = "  \(words.citation(citation, passages))  \(title)"
        guard let entry = passages.entry(of: citation) else { return [line] }
        line += " – \(words.standing(of: entry))"
        return [line] + (texts[entry.anchor.reference].map { ["    " + words.quoted($0)] } ?? [])
    }

    public func data() -> JSON {
        .object([
            .init("reference", .string(reference)),
            .init(
                "entries",
                .array(
                    items.map { item in
                        .object([
                            .init("kind", .string(item.kind.rawValue)), .init("id", .string(item.id)),
                            .init("place", .string("\(item.place)")),
                            .init("cite", .array(item.basis.citations.map { $0.json(passages) })),
                            .init("own", .bool(item.basis.isOwn)),
                        ])
                    })),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["kind", "id", "place", "says", "citations", "own"])
        for item in items {
            csv.add([
                .text(item.kind.rawValue), .text(item.id), .text("\(item.place)"),
                .text(words.content(of: item, issues, claims)),
                .text(item.basis.citations.map { words.citation($0, passages) }.joined(separator: "; ")),
                .text(item.basis.isOwn ? "own" : ""),
            ])
        }
        return csv.text
    }
}

extension Words {
    /// What an entry says, in a line.
    func content(of item: Item, _ issues: [Agenda.Issue], _ claims: [Claim]) -> String {
        switch item.content {
        case .nothing: ""
        case .text(let label): self(label)
        case .term(let term):
            issues.first { $0.id == term.issue }.map {
                "\(self($0.name)): \(self.term(term.content, on: $0))"
            } ?? term.issue
        case .statement(let statement): said(statement, issues, claims)
        }
    }

    /// A statement in a line: who holds what, through whom.
    func said(_ statement: Statement, _ issues: [Agenda.Issue], _ claims: [Claim]) -> String {
        let way = statement.via.count > 1 ? " (\(chain(statement.via)))" : ""
        let reserve = statement.isReserved ? pick(", with reserve", ", mit Vorbehalt") : ""
        return
            "\(statement.holder): \(subject(of: statement, issues, claims)) – \(value(of: statement, issues))\(reserve)\(way)"
    }

    func subject(of statement: Statement, _ issues: [Agenda.Issue], _ claims: [Claim]) -> String {
        switch statement.about {
        case .claim(let id): claims.first { $0.id == id }.map { self($0.text) } ?? id
        case .issue(let id): issues.first { $0.id == id }.map { self($0.name) } ?? id
        }
    }

    func value(of statement: Statement, _ issues: [Agenda.Issue]) -> String {
        switch statement.content {
        case .stance(let stance): self.stance(stance)
        case .term(let content):
            if case .issue(let id) = statement.about, let issue = issues.first(where: { $0.id == id }) {
                term(content, on: issue)
            } else {
                ""
            }
        }
    }

    func stance(_ stance: Statement.Stance) -> String {
        switch stance {
        case .for: pick("for", "dafür")
        case .against: pick("against", "dagegen")
        case .open: pick("open", "offen")
        case .silent: self(.silent)
        }
    }
}
