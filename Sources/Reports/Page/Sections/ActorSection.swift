import CaseModel
import Findings
import Numbers

/// A page for each actor: its own words, words ascribed to it and by whom, red lines, factions, who ratifies, positions over time.
struct ActorSection {
    let report: CaseReport
    let words: Words
    let prefix: String

    var markup: Markup {
        let pages = report.actors.filter { actor in
            !actor.aims.isEmpty || report.statements.contains { $0.holder == actor.id }
        }.map(page)
        guard !pages.isEmpty else { return .nothing }
        return .all([.tag("h2", [("id", "\(prefix)actors")], words(.actorPages))] + pages)
    }

    private func page(_ actor: Actor) -> Markup {
        let held = report.statements.filter { $0.holder == actor.id }
        let own = held.filter { $0.via.first == actor.id }
        let ascribed = held.filter { $0.via.first != actor.id }
        return .details(
            "\(words(actor.name)) – \(words.count(own.count)) \(words(.ownWords)), \(words.count(ascribed.count)) \(words(.ascribed))",
            isLong: true,
            [
                .tag("div", [("id", "\(prefix)actor-\(actor.id)")], [facts(actor), aims(actor)]),
                statements(.redLines, held.filter(\.isRedLine)), statements(.ownWords, own),
                statements(.ascribed, ascribed), moves(actor),
            ])
    }

    /// Factions, members, who ratifies, and how much power and interest the sources give it.
    private func facts(_ actor: Actor) -> Markup {
        var lines: [String] = []
        func add(_ title: Phrase, _ items: [String]) {
            if !items.isEmpty { lines.append("\(words(title)): \(words.list(items))") }
        }
        add(.members, actor.members.map(name))
        add(
            .factions,
            report.actors.filter { $0.partOf == actor.id && $0.kind != .body }.map { words($0.name) })
        let bodies = report.ratification.bodies.filter { body in
            body.actor == actor.id || report.actors.contains { $0.id == body.actor && $0.partOf == actor.id }
        }
        add(.whoRatifies, bodies.map { words($0.name) })
        if let capability = actor.capability { add(.capability, [words.numbers.text(capability.value)]) }
        add(
            .salience,
            actor.salience.sorted { $0.key < $1.key }.map {
                "\($0.key): \(words.numbers.text($0.value.value))"
            })
        switch actor.ideal {
        case .proposal(let id):
            // A draft that is not seen from here is not named either.
            add(.yardsticks, report.overview.drafts.filter { $0.id == id }.map { words($0.name) })
        case .settled, nil: break
        }
        if let note = actor.note { lines.append(words(note)) }
        return .all(lines.map { .tag("p", [], $0) })
    }

    private func name(_ id: String) -> String {
        report.actors.first { $0.id == id }.map { words($0.name) } ?? id
    }

    private func aims(_ actor: Actor) -> Markup {
        guard !actor.aims.isEmpty else { return .nothing }
        let rows = actor.aims.map { aim -> [Markup] in
            [.text(words(aim.text)), .text(aim.by), words.linked(aim.basis, report.passages)]
        }
        return .tag("div", [("class", "wide")], [.table([words(.aims), words(.by), words(.restsOn)], rows)])
    }

    private func statements(_ title: Phrase, _ list: [Statement]) -> Markup {
        guard !list.isEmpty else { return .nothing }
        let ordered = list.sorted { ($0.firstDay, $0.id) < ($1.firstDay, $1.id) }
        let rows = ordered.map { one -> [Markup] in
            [
                .text((one.said ?? one.valid).map { words.date($0) } ?? ""),
                .text(words.subject(of: one, report.issues, report.claims)),
                .text(words.value(of: one, report.issues)),
                .text(words.chain(one.via)), words.linked(one.basis, report.passages),
            ]
        }
        let header = [words(.date), words(.what), words(.position), words(.way), words(.restsOn)]
        return .all([
            .tag("h3", [], "\(words(title)) (\(words.count(list.count)))"),
            .tag("div", [("class", "wide")], [.table(header, rows)]),
        ])
    }

    private func moves(_ actor: Actor) -> Markup {
        guard case .success(let comparison) = report.comparison else { return .nothing }
        let rows = comparison.moves.filter { $0.actor == actor.id }.map { move in
            [
                comparison.issueName(move.issue, words),
                "\(words.date(move.from)): \(words.value(of: move.before, comparison.issues))",
                "\(words.date(move.to)): \(words.value(of: move.after, comparison.issues))",
                move.isToldByOne ? "" : words(.toldByTwo),
            ].map(Markup.text)
        }
        guard !rows.isEmpty else { return .nothing }
        return .all([
            .tag("h3", [], words(.whoMoved)),
            .tag(
                "div", [("class", "wide")],
                [.table([words(.issue), words(.before), words(.after), words(.note)], rows)]),
        ])
    }
}

extension Statement {
    /// The first day on which it was said or held.
    fileprivate var firstDay: Int { (said ?? valid)?.first ?? .min }

    /// Whether something is ruled out, or demanded without leaving a choice.
    fileprivate var isRedLine: Bool {
        guard !isReserved, case .term(let content) = content else { return false }
        if case .denied = content { return true }
        return force == .must
    }
}
