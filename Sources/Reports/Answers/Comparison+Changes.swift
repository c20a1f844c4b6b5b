import CaseModel
import Findings
import Numbers

/// The part of the text that says what changed.
extension Comparison {
    func changes(_ words: Words) -> [String] {
        distanceLines(words) + stepLines(words) + lineLines(words) + moveLines(words) + historyLines(words)
            + likenessLines(words)
    }

    private func distanceLines(_ words: Words) -> [String] {
        guard !yardsticks.isEmpty else { return [] }
        var table = TextTable()
        table.add(
            ["", ""]
                + yardsticks.flatMap { yardstick in
                    [yardstick.draft.map { "\(yardstick.id) (\($0))" } ?? yardstick.id, words(.coverage)]
                })
        for (index, draft) in drafts.enumerated() {
            table.add(
                [Self.column(index), draft.proposal.id] + distances[index].flatMap { cells($0, words) })
        }
        return ["", words(.howFar)] + table.lines() + ["  \(words(.howFarLegend))"]
    }

    private func cells(_ distance: Distance, _ words: Words) -> [String] {
        guard let points = distance.points, let envelope = distance.envelope else {
            return ["–", "0\u{a0}%"]
        }
        return ["\(words.points(points)) [\(words.points(envelope))]", words.percent(distance.coverage)]
    }

    private func stepLines(_ words: Words) -> [String] {
        guard !steps.isEmpty else { return [] }
        var lines = ["", "\(words(.whatChanged)) (\(words.rule(choices.silence)))"]
        for step in steps {
            lines.append("  \(step.from) → \(step.to) (\(words.kind(step.kind)))")
            var table = TextTable()
            table.add(words(.position), words.position(of: step))
            table.add(words(.scope), words.scope(of: step, issues))
            for (yardstick, movement) in zip(yardsticks, step.movements) {
                table.add("→ \(yardstick.id)", words.movement(movement))
            }
            for effect in step.effects { table.add(words.rule(effect.rule), words.effect(effect)) }
            if let points = step.points { table.add(words(.points), words.points(points)) }
            lines += table.lines(indent: 4)
        }
        return lines
    }

    private func lineLines(_ words: Words) -> [String] {
        lines.filter { !$0.paths.isEmpty }.flatMap { line -> [String] in
            var table = TextTable()
            table.add(words(.issue), words(.variation), words(.net), words(.reversals), words(.drafts))
            for path in line.paths {
                table.add(
                    path.issue, words.places(path.variation),
                    words.places(path.net), words.count(path.reversals),
                    path.drafts.map(letter).joined(separator: " → "))
            }
            return ["", "\(words(.alongTheLine)): \(line.drafts.joined(separator: " → "))"] + table.lines()
        }
    }

    /// The letter of a draft in the matrix.
    private func letter(_ id: String) -> String {
        drafts.firstIndex { $0.proposal.id == id }.map(Self.column) ?? id
    }

    private func moveLines(_ words: Words) -> [String] {
        guard !moves.isEmpty else {
            return !datedStatements.isEmpty ? ["", words(.whoMoved), "  \(words(.nobodyMoved))"] : []
        }
        var table = TextTable()
        for move in moves {
            table.add(
                move.actor, move.issue, "\(words.date(move.from)): \(words.value(of: move.before, issues))",
                "→ \(words.date(move.to)): \(words.value(of: move.after, issues))",
                move.shift.map { words.signed($0) } ?? "",
                "\(words(.reportedBy)) \(words.chain(move.before.via)); \(words.chain(move.after.via))",
                move.isToldByOne ? "" : words(.toldByTwo))
        }
        return ["", words(.whoMoved)] + table.lines()
    }

    private func historyLines(_ words: Words) -> [String] {
        guard !histories.isEmpty else { return [] }
        var table = TextTable()
        table.add(words(.issue), words(.terms), words(.firstSeen), words(.lastSeen), words(.gaps), "")
        for one in histories {
            table.add(
                one.issue, words.reading(one, issues), one.texts.first.map(letter) ?? "",
                one.texts.last.map(letter) ?? "", one.gaps.map(letter).joined(separator: " "),
                one.isGone ? words(.gone) : "")
        }
        return ["", words(.cameAndWent)] + table.lines()
    }

    /// Every pair of texts, as long as the letters of a row fit a terminal.
    private func likenessLines(_ words: Words) -> [String] {
        let texts = drafts.indices.filter { drafts[$0].proposal.kind.isText }
        guard texts.count > 1, texts.count <= 26 else { return [] }
        var table = TextTable()
        table.add([""] + texts.dropLast().map(Self.column))
        for a in texts.dropFirst() {
            table.add(
                [Self.column(a)]
                    + texts.prefix { $0 < a }.map { b in
                        let found = similarities[a][b]
                        return found.share.map { "\(words.points(100 * $0))/\(found.compared)" } ?? "·"
                    })
        }
        return ["", words(.alike)] + table.lines()
    }
}
