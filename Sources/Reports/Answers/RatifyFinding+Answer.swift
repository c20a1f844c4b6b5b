import CaseModel
public import Findings
import Numbers

extension RatifyFinding: Answer {
    public func summary(_ words: Words) -> String {
        func count(_ outcome: Outcome) -> String {
            words.count(drafts.count { $0.reading.outcome == outcome })
        }
        let outcomes = Outcome.allCases.filter { outcome in
            drafts.contains { $0.reading.outcome == outcome }
        }
        let texts =
            words.pick(
                "\(words.count(rules.count)) rules of ratification in force",
                "\(words.count(rules.count)) geltende Ratifikationsregeln")
            + (drafts.isEmpty
                ? "."
                : words.pick(
                    ". Of \(words.count(drafts.count)) texts: ", ". Von \(words.count(drafts.count)) Texten: "
                ))
            + outcomes.map { "\(words.name($0)) \(count($0))" }.joined(separator: ", ")
            + (drafts.isEmpty ? "" : ".")
        guard let packages else { return texts }
        return texts
            + words.pick(
                " Of the packages acceptable to all (\(words.packages(packages.acceptable))) nothing stops \(words.packages(packages.ratifiable.count)) today, and \(words.packages(packages.sure.count)) need nobody.",
                " Von den für alle annehmbaren Paketen (\(words.packages(packages.acceptable))) hält heute nichts auf: \(words.packages(packages.ratifiable.count)); niemanden brauchen: \(words.packages(packages.sure.count))."
            )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        if let desk { lines += [""] + deskText(desk, words) }
        lines += [
            "", words.pick("Who must agree, in this order", "Wer zustimmen muss, in dieser Reihenfolge"),
        ]
        for rule in order {
            lines += ["  \(ruleName(rule, words)) (\(rules[rule].id))"]
            lines += ruleTable(rules[rule], words).lines(indent: 4)
        }
        if choices.tellsPower {
            lines += ["", words.pick("How much each vote weighs", "Wie viel jede Stimme wiegt")]
            lines += powerTable(words).lines()
            lines.append(
                "  "
                    + words.pick(
                        "Banzhaf: the chance of turning the result if all others toss coins; normalised: the share of all such turns; Shapley–Shubik: the share of orders in which the vote turns it; prevent and initiate after Coleman; to act: the chance that anything passes",
                        "Banzhaf: die Aussicht, das Ergebnis zu wenden, wenn alle anderen Münzen werfen; normiert: der Anteil an allen solchen Wendungen; Shapley–Shubik: der Anteil der Reihenfolgen, in denen die Stimme es wendet; Verhindern und Anstoßen nach Coleman; Handeln: die Aussicht, dass etwas durchkommt"
                    ))
        }
        lines += draftText(words)
        lines += packageText(words)
        return (lines + footing(words)).joined(separator: "\n") + "\n"
    }

    /// Everything about a rule, line by line.
    func ruleTable(_ rule: Rule, _ words: Words) -> TextTable {
        var table = TextTable()
        if let when = rule.applies { table.add(words(.when), words.formula(when, names)) }
        if let needs = rule.needs { table.add(words(.needs), words.requirement(needs, names)) }
        if let vote = rule.vote {
            table.add(words.pick("votes", "Stimmen"), words.votes(vote))
            if !vote.isAlike, !vote.vetoers.isEmpty {
                table.add(
                    words.pick("never without", "nie ohne"), words.seats(vote.vetoers, self))
            }
            if let coalitions = vote.coalitions, vote.members > 1, coalitions > 0 {
                table.add(
                    words.pick("smallest majorities", "kleinste Mehrheiten"), coalitionText(vote, words))
            }
            table.add(words(.chance), words.passing(rule))
        } else if rule.chanceBasis == .given {
            table.add(words(.chance), words.passing(rule))
        }
        if let blocked = rule.blocked {
            table.add(
                words(.barredWhile),
                words.formula(blocked, names)
                    + (rule.isBlockedNow
                        ? words.pick(" – so today", " – so heute")
                        : words.pick(" – not so today", " – heute nicht so")))
        }
        if let within = rule.within { table.add(words(.deadline), within) }
        if !rule.conflictsWith.isEmpty {
            table.add(
                words.pick("runs against", "steht gegen"),
                words.list(rule.conflictsWith.map { ruleName($0, words) }))
        }
        if !rule.optOut.isEmpty {
            table.add(
                words.pick("stay outside", "bleiben fern"),
                words.list(rule.optOut.map { names.actor($0, words) }))
        }
        table.add(words(.restsOn), words.basis(rule.basis, passages))
        return table
    }

    private func coalitionText(_ vote: Vote, _ words: Words) -> String {
        guard let all = vote.coalitions else { return "" }
        let shown = vote.coalitionExamples.prefix(6).map { words.seats($0, self) }
        let more = all > Rational(shown.count) && !shown.isEmpty ? "; …" : ""
        return words.size(all) + (shown.isEmpty ? "" : ": " + shown.joined(separator: " | ") + more)
    }

    func powerTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", "", "Banzhaf", words.pick("normalised", "normiert"), "Shapley–Shubik",
            words.pick("prevent", "verhindern"), words.pick("initiate", "anstoßen"),
            words.pick("to act", "Handeln"))
        func number(_ value: Rational?) -> String {
            guard let value else { return "–" }
            let least = Rational(1, over: 10_000)
            return value > 0 && value < least
                ? "<\u{a0}\(words.numbers.text(least, places: 4))" : words.numbers.text(value, places: 4)
        }
        for rule in order {
            guard let vote = rules[rule].vote else { continue }
            guard let power = vote.power else {
                table.add(ruleName(rule, words), words.pick("not counted", "nicht gezählt"))
                continue
            }
            for (place, entry) in power.entries.enumerated() {
                let who =
                    entry.member.map { $0 == entry.voter ? voterName($0, words) : memberName($0, words) }
                    ?? words.pick(
                        "each of \(words.count(entry.members))", "jede von \(words.count(entry.members))")
                table.add(
                    place == 0 ? ruleName(rule, words) : "", who, number(entry.banzhaf),
                    number(entry.banzhafNormalised), number(entry.shapleyShubik), number(entry.prevent),
                    number(entry.initiate), place == 0 ? number(power.collective) : "")
            }
        }
        return table
    }
}
