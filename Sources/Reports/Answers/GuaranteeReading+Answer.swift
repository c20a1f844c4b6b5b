import CaseModel
public import Findings
import Numbers

extension GuaranteeReading: Answer {
    public func summary(_ words: Words) -> String {
        let drafts = promises.filter { !$0.isPrecedent }
        let hard = drafts.filter { $0.axes.allSatisfy { $0 == .yes } }
        let unnamed = drafts.filter { $0.empty.contains(.guarantor) }
        let all = words.count(promises.count, ("promise", "Zusage"), ("promises", "Zusagen"))
        let agenda = words.count(clauses.count, ("clause", "Klausel"), ("clauses", "Klauseln"))
        let hardness =
            hard.isEmpty
            ? words.pick(
                "no draft is told to be binding, automatic and forward-deployed at once",
                "von keinem Entwurf wird berichtet, er sei zugleich bindend, automatisch und vorn stationiert"
            )
            : words.pick(
                "binding, automatic and forward-deployed: ", "bindend, automatisch und vorn stationiert: ")
                + words.list(hard.map { name($0, words) })
        let giver =
            unnamed.isEmpty
            ? ""
            : words.pick("; without a named guarantor: ", "; ohne benannten Garanten: ")
                + words.list(unnamed.map { name($0, words) })
        return words.pick("\(all) held against \(agenda): ", "\(all) an \(agenda) gehalten: ") + hardness
            + giver + "."
    }

    func name(_ promise: Promise, _ words: Words) -> String {
        let name = words(promise.guarantee.name)
        return name.isEmpty ? promise.draft.map { words($0.name) } ?? promise.guarantee.id : name
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        lines += ["", words(.checklist)] + checklist(words).lines()
        lines += ["  \(words(.checklistLegend))", "", words(.clauseList)] + clauseNames(words).lines()
        for promise in promises { lines += [""] + card(promise, words) }
        if !plainness.isEmpty { lines += ["", words(.plainness)] + plainTable(words).lines() }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func checklist(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            ["", ""] + Guarantee.Axis.allCases.map { words.axis($0) }
                + clauses.indices.map { Comparison.column($0) })
        for promise in promises {
            table.add(
                [promise.guarantee.id, promise.isPrecedent ? words(.precedent) : ""]
                    + promise.axes.map { words.state($0) }
                    + clauses.map { words.mark(promise.guarantee.clauses[$0.id] ?? .unreported) })
        }
        return table
    }

    private func clauseNames(_ words: Words) -> TextTable {
        var table = TextTable()
        for (index, clause) in clauses.enumerated() {
            table.add(
                Comparison.column(index), words(clause.name), clause.axis.map { words.axis($0) } ?? "",
                words.basis(clause.basis, passages))
        }
        return table
    }

    /// Everything about one promise, slot by slot.
    private func card(_ promise: Promise, _ words: Words) -> [String] {
        let guarantee = promise.guarantee
        var table = TextTable()
        for slot in SlotName.allCases where guarantee.slot(slot) != .unreported {
            table.add(words.slot(slot), words.content(guarantee.slot(slot), names))
        }
        let absent = SlotName.allCases.filter { guarantee.slot($0) == .unreported }
        if !absent.isEmpty { table.add(words(.unreported), words.list(absent.map { words.slot($0) })) }
        for line in sourcesDiffer(promise, words) { table.add(words(.sourcesDiffer), line) }
        if let tested = guarantee.tested { table.add(words(.tested), words.outcome(tested)) }
        table.add(words(.restsOn), words.basis(guarantee.basis, passages))
        if let note = guarantee.note { table.add(words(.note), words(note)) }
        return ["\(name(promise, words)) (\(guarantee.id))"] + table.lines()
    }

    /// Who stands behind the text, where the sources do not agree.
    func sourcesDiffer(_ promise: Promise, _ words: Words) -> [String] {
        guard let authors = promise.draft?.authors, authors.count > 1 else { return [] }
        return authors.map { group in
            let who = words.list(group.actors.map { names.actor($0, words) })
            return words.pick(
                "\(group.says ?? "–") counts as bound: \(who)",
                "\(group.says ?? "–") zählt als gebunden: \(who)")
        }
    }

    private func plainTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for one in plainness {
            table.add(
                one.draft, one.beneficiary.map { names.actor($0, words) } ?? words(.nobodySays),
                "\(words.count(one.plain))/\(words.count(one.plain + one.vague))", words.percent(one.share))
        }
        return table
    }

    private var names: NameBook { NameBook(actors: actors) }

    public func data() -> JSON {
        .object([
            .init("clauses", .array(clauses.map { $0.json(passages) })),
            .init("guarantees", .array(promises.map { $0.json(clauses, passages) })),
            .init(
                "plainness",
                .array(
                    plainness.map {
                        .object([
                            .init("draft", .string($0.draft)),
                            .init("benefits", $0.beneficiary.map { .string($0) } ?? .null),
                            .init("plain", .integer($0.plain)), .init("vague", .integer($0.vague)),
                        ])
                    })),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["guarantee", "draft", "kind", "item", "state"])
        for promise in promises {
            let head: [CSV.CSVCell] = [.text(promise.guarantee.id), .text(promise.draft?.id ?? "")]
            for (axis, state) in zip(Guarantee.Axis.allCases, promise.axes) {
                csv.add(head + [.text("axis"), .text(axis.rawValue), .text(state.rawValue)])
            }
            for slot in SlotName.allCases {
                csv.add(
                    head + [
                        .text("slot"), .text(slot.rawValue),
                        .text(words.content(promise.guarantee.slot(slot), names)),
                    ])
            }
            for clause in clauses {
                let state = promise.guarantee.clauses[clause.id] ?? .unreported
                csv.add(head + [.text("clause"), .text(clause.id), .text(state.rawValue)])
            }
        }
        return csv.text
    }
}

extension Words {
    /// How a promise of the past fared.
    func outcome(_ test: Guarantee.Test) -> String {
        let kept = test.wasKept ? pick("kept", "eingehalten") : pick("not kept", "nicht eingehalten")
        return "\(date(test.on)): \(kept)" + (test.by.map { pick(", says \($0)", ", sagt \($0)") } ?? "")
    }
}

extension Guarantee.Clause {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        .object([
            .init("id", .string(id)), .init("name", name.json),
            .init("axis", axis.map { .string($0.rawValue) } ?? .null),
            .init("lever", lever.map { .string($0) } ?? .null),
            .init("cite", .array(basis.citations.map { $0.json(passages) })),
            .init("own", .bool(basis.isOwn)),
        ])
    }
}

extension GuaranteeReading.Promise {
    fileprivate func json(_ clauses: [Guarantee.Clause], _ passages: PassageBook) -> JSON {
        .object([
            .init("id", .string(guarantee.id)), .init("draft", draft.map { .string($0.id) } ?? .null),
            .init("date", draft?.date.map { .string($0.text) } ?? .null),
            .init(
                "axes",
                .object(zip(Guarantee.Axis.allCases, axes).map { .init($0.rawValue, .string($1.rawValue)) })),
            .init(
                "slots",
                .object(
                    GuaranteeReading.SlotName.allCases.map { .init($0.rawValue, guarantee.slot($0).json) })),
            .init("empty", .strings(empty.map(\.rawValue))), .init("vague", .strings(vague.map(\.rawValue))),
            .init(
                "clauses",
                .object(
                    clauses.map {
                        .init($0.id, .string((guarantee.clauses[$0.id] ?? .unreported).rawValue))
                    })),
            .init(
                "tested",
                guarantee.tested.map { test in
                    .object([
                        .init("on", .string(test.on.text)), .init("kept", .bool(test.wasKept)),
                        .init("by", test.by.map { .string($0) } ?? .null),
                    ])
                } ?? .null),
            .init(
                "boundBy",
                .array(
                    (draft?.authors ?? []).map { group in
                        .object([
                            .init("actors", .strings(group.actors)),
                            .init("says", group.says.map { .string($0) } ?? .null),
                        ])
                    })),
            .init("cite", .array(guarantee.basis.citations.map { $0.json(passages) })),
            .init("own", .bool(guarantee.basis.isOwn)),
        ])
    }
}

extension Guarantee.Slot {
    /// The state, with what is named or can be read.
    fileprivate var json: JSON {
        let (state, readings): (String, [String]) =
            switch self {
            case .named(let who): ("named", who)
            case .unnamed: ("unnamed", [])
            case .ambiguous(let readings): ("ambiguous", readings)
            case .stated: ("stated", [])
            case .denied: ("denied", [])
            case .conditional: ("conditional", [])
            case .silent: ("silent", [])
            case .unreported: ("unreported", [])
            }
        return .object([.init("state", .string(state)), .init("readings", .strings(readings))])
    }
}
