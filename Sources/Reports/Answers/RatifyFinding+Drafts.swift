import CaseModel
import Findings
import Numbers

extension RatifyFinding {
    func draftText(_ words: Words) -> [String] {
        guard !drafts.isEmpty else { return [] }
        var lines = ["", words.pick("What each text has to go through", "Wodurch jeder Text hindurch muss")]
        let asked = drafts.filter { !$0.reading.stages.isEmpty }
        for one in asked {
            lines.append("  \(words(one.draft.name)) (\(one.draft.id), \(words.date(one.draft.date)))")
            lines += readingLines(one.reading, words).map { "    " + $0 }
        }
        let free = drafts.filter { $0.reading.stages.isEmpty }
        if !free.isEmpty {
            lines.append(
                "  " + words.pick("No rule bears on: ", "Keine Regel betrifft: ")
                    + free.map { words($0.draft.name) }.joined(separator: ", "))
        }
        if asked.isEmpty { return lines }
        lines += ["", words(.gateTable)] + matrix(words).lines()
        var letters = TextTable()
        for (place, one) in asked.enumerated() { letters.add(Comparison.column(place), one.draft.id) }
        return lines + letters.lines() + ["  \(words(.gateLegend))"]
    }

    /// Rules against the texts that some rule bears on.
    private func matrix(_ words: Words) -> TextTable {
        let asked = drafts.filter { !$0.reading.stages.isEmpty }
        var table = TextTable()
        table.add([""] + asked.indices.map { Comparison.column($0) })
        for rule in order {
            table.add([rules[rule].id] + asked.map { words.mark($0.reading.verdicts[rule]) })
        }
        return table
    }

    /// The verdict, the stages, the deadlines and the chance.
    func readingLines(_ reading: Reading, _ words: Words) -> [String] {
        var lines = [words.outcome(reading)]
        if let rule = reading.stuckAt {
            lines[0] += words.pick("; stuck at: ", "; bleibt hängen an: ") + ruleName(rule, words)
        }
        var table = TextTable()
        for stage in reading.stages { table.add(cells(stage, words)) }
        lines += table.lines()
        for collision in reading.collisions {
            lines.append("  " + sentence(collision, words))
        }
        if reading.stages.contains(where: { rules[$0.rule].needsSomebody }) {
            lines.append(chanceLine(reading, words))
        }
        return lines
    }

    private func cells(_ stage: Stage, _ words: Words) -> [String] {
        let rule = rules[stage.rule]
        return [
            stage.isCertain ? "●" : "○", ruleName(stage.rule, words),
            rule.vote.map { words.votes($0) } ?? "",
            rule.isBlockedNow
                ? words.pick("barred today", "heute gesperrt")
                : rule.needsSomebody
                    ? words.pick("chance ", "Aussicht ") + words.passing(rule) : rule.within ?? "",
        ]
    }

    /// A stage in one line.
    func sentence(_ stage: Stage, _ words: Words) -> String {
        let cells = cells(stage, words)
        let rest = cells.dropFirst(2).filter { !$0.isEmpty }
        return "\(cells[0]) \(cells[1])" + (rest.isEmpty ? "" : ": " + rest.joined(separator: "; "))
    }

    func sentence(_ collision: Collision, _ words: Words) -> String {
        let deadline = rules[collision.deadline].within.map { " (\($0))" } ?? ""
        return (collision.isCertain ? "" : words.pick("in some reading: ", "in einer Lesart: "))
            + ruleName(collision.deadline, words) + deadline
            + words.pick(" runs against: ", " steht gegen: ") + ruleName(collision.against, words)
    }

    func chanceLine(_ reading: Reading, _ words: Words) -> String {
        let bar =
            reading.stages.contains { rules[$0.rule].isBlockedNow }
            ? words.pick("once the bars are gone, ", "wenn die Sperren weg sind, ") : ""
        if reading.stages.count(where: { rules[$0.rule].needsSomebody }) == 1 {
            return words.pick("chance that it passes: ", "Aussicht, dass es durchkommt: ") + bar
                + words.passing(reading.chance)
        }
        return words.pick(
            "chance that all pass: \(bar)\(words.passing(reading.chance)) if votes do not hang together (assumed), \(words.passing(reading.bounds)) however they do",
            "Aussicht, dass alles durchkommt: \(bar)\(words.passing(reading.chance)), wenn die Abstimmungen nicht zusammenhängen (angenommen), \(words.passing(reading.bounds)), gleich wie sie es tun"
        )
    }

    func deskText(_ desk: DeskAnswer, _ words: Words) -> [String] {
        let title =
            desk.draft.map { words($0.name) }
            ?? desk.settled.map { words.alternative($0.issue, $0.alternative, issues) }
            .joined(separator: "; ")
        var lines = [words.pick("On the desk: ", "Auf dem Tisch: ") + title]
        lines += readingLines(desk.reading, words).map { "  " + $0 }
        if !desk.unasked.isEmpty {
            lines.append(
                "  " + words.pick("Nobody asks here: ", "Hier fragt niemand: ")
                    + words.list(desk.unasked.map { voterName($0, words) }))
        }
        if desk.votes.isEmpty, desk.passes == true { return lines }
        lines.append(
            "  "
                + (desk.passes.map {
                    $0
                        ? words.pick("With these votes it passes.", "Mit diesen Stimmen kommt es durch.")
                        : words.pick("It does not pass.", "Es kommt nicht durch.")
                }
                    ?? words.pick(
                        "Whether it passes hangs on votes or readings that are not known.",
                        "Ob es durchkommt, hängt an unbekannten Stimmen oder Lesarten.")))
        for vote in desk.votes where vote.yes != nil { lines += text(vote, words).map { "  " + $0 } }
        return lines
    }

    private func text(_ vote: StageVote, _ words: Words) -> [String] {
        let all = rules[vote.rule].vote?.members ?? 0
        let yes = vote.yes?.reduce(0) { $0 + $1.count } ?? 0
        let passes = vote.passes == true
        var table = TextTable()
        table.add(
            words.pick("vote", "Abstimmung"),
            words.pick(
                "\(words.count(yes)) of \(words.count(all)) say yes: ",
                "\(words.count(yes)) von \(words.count(all)) stimmen zu: ")
                + (passes
                    ? words.pick("passes", "kommt durch") : words.pick("does not pass", "kommt nicht durch")))
        table.add(
            words.pick("pivotal", "ausschlaggebend"),
            vote.pivotal.isEmpty
                ? words.pick("nobody alone", "niemand allein") : words.seats(vote.pivotal, self))
        table.add(
            words.pick("fewest who turn it", "die wenigsten, die es wenden"),
            vote.flips.map { "\(words.count($0.reduce(0) { $0 + $1.count })): \(words.seats($0, self))" }
                ?? words.pick("nobody can", "niemand kann es"))
        return [ruleName(vote.rule, words)] + table.lines()
    }
}
