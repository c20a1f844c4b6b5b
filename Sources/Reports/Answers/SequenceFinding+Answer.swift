import CaseModel
public import Findings
import Numbers

extension SequenceFinding: Answer {
    public func summary(_ words: Words) -> String {
        let number = words.count(steps.count, ("step", "Schritt"), ("steps", "Schritte"))
        let (all, holding) = (words.size(orders.feasible), words.size(orders.selfEnforcing))
        let (least, begun) = (words.exposure(orders.least.value), words.exposure(orders.leastOnceBegun.value))
        let body = words.pick(
            "\(number), \(all) orders: self-enforcing \(holding); the largest gain of stopping or cheating is at least \(least), once begun at least \(begun).",
            "\(number), \(all) Reihenfolgen: selbstdurchsetzend \(holding); der größte Gewinn durch Abbruch oder Betrug ist mindestens \(least), einmal begonnen mindestens \(begun)."
        )
        return comparison.map { body + " " + sentence($0, words) } ?? body
    }

    public func text(_ words: Words) -> String {
        let names = SequenceNames(self, words)
        var lines = [summary(words)]
        lines += [
            "",
            words.pick(
                "Is the whole worth it? (Whoever loses by it would not begin, in whatever order.)",
                "Lohnt sich das Ganze? (Wer dabei verliert, begönne nicht, gleich in welcher Reihenfolge.)"),
        ]
        lines += partyTable(words).lines()
        lines += ["", words.pick("The steps", "Die Schritte")] + stepTable(words, names).lines()
        if !leftOut.isEmpty {
            lines += ["", words.pick("Left out", "Weggelassen")] + leftOutTable(words, names).lines()
        }
        lines += ["", words.pick("All orders", "Alle Reihenfolgen")] + orderTable(words).lines()
        for (place, order) in orders.examples.prefix(3).enumerated() {
            lines.append("  \(place + 1). " + order.joined(separator: ", "))
        }
        if let asked {
            lines += ["", words.pick("The order asked about", "Die gefragte Reihenfolge")]
            lines += judgedLines(asked, words, names)
        }
        lines += ["", words.pick("The least exposed order", "Die am wenigsten gefährdete Reihenfolge")]
        lines += judgedLines(leading, words, names)
        lines += comparisonLines(words, names) + timeLines(words, names)
        if !conclusions.isEmpty {
            lines += [
                "",
                words.pick("Conclusions held against the orders", "Schlüsse an den Reihenfolgen geprüft"),
            ]
            lines += conclusionTable(words, names).lines()
        }
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    func partyTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("acts in", "handelt in"), words.pick("the whole is worth", "Wert des Ganzen"),
            words.pick("range", "Spanne"), "")
        for party in parties {
            let acts = words.count(party.acts.count, ("step", "Schritt"), ("steps", "Schritten"))
            table.add(
                words(party.name), party.acts.isEmpty ? words.pick("none", "keinem") : acts,
                words.signed(Interval(party.total), places: 3), words.signed(party.range, places: 3),
                words.begins(party))
        }
        return table
    }

    func stepTable(_ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("step", "Schritt"), words.pick("who acts", "wer handelt"),
            words.pick("waits for", "wartet auf"), words.pick("time", "Zeit"), "")
        for one in steps {
            let time = [
                one.step.takes.map { words.pick("takes ", "dauert ") + words.duration($0) },
                one.step.within.map { words.pick("within ", "binnen ") + words.duration($0) },
                one.step.expires.map {
                    words.pick("in force until \(words.date($0))", "gilt bis \(words.date($0))")
                },
            ].compactMap { $0 }
            table.add(
                one.id, names.step(one.id) == one.id ? "" : names.step(one.id),
                words.list(one.step.by.map { names.actor($0) }), one.step.after.joined(separator: ", "),
                time.joined(separator: ", "), words.reason(one.reason, names))
        }
        return table
    }

    func leftOutTable(_ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        for one in leftOut {
            let name = names.step(one.step.id) == one.step.id ? "" : names.step(one.step.id)
            table.add(one.step.id, name, words.reason(one.reason, issues))
        }
        return table
    }

    func orderTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(words.pick("orders that can be", "mögliche Reihenfolgen"), words.size(orders.feasible))
        table.add(words.pick("self-enforcing", "selbstdurchsetzend"), words.size(orders.selfEnforcing))
        table.add(
            words.pick("self-enforcing once begun", "selbstdurchsetzend, einmal begonnen"),
            words.size(orders.selfEnforcingOnceBegun))
        for (name, least) in [
            (words.pick("least exposure", "geringste Gefährdung"), orders.least),
            (
                words.pick("least exposure once begun", "geringste Gefährdung, einmal begonnen"),
                orders.leastOnceBegun
            ),
        ] {
            table.add(
                name, words.exposure(least.value),
                least.count == 1
                    ? words.pick("in one order", "in einer Reihenfolge")
                    : words.pick(
                        "in \(words.size(least.count)) orders", "in \(words.size(least.count)) Reihenfolgen"))
        }
        table.add(
            words.pick(
                "smallest guarantee under which some order holds",
                "kleinste Garantie, unter der eine Reihenfolge hält"),
            orders.guarantee.map { words.utility($0) } ?? words.pick("none helps", "keine hilft"))
        if choices.guarantee > 0 {
            table.add(
                words.pick("guarantee in force", "geltende Garantie"), words.utility(choices.guarantee))
        }
        return table
    }

    func conclusionTable(_ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        for one in conclusions {
            table.add(one.id, words.verdict(one), words(one.text))
            let (first, second) = (names.step(one.before), names.step(one.after))
            let ground = words.pick(
                "once begun \(words.exposure(one.exposure)) with \(words.quoted(first)) first, \(words.exposure(one.otherwise)) with \(words.quoted(second)) first; steps: \(words.count(one.steps.count))",
                "einmal begonnen \(words.exposure(one.exposure)) mit \(words.quoted(first)) zuerst, \(words.exposure(one.otherwise)) mit \(words.quoted(second)) zuerst; Schritte: \(words.count(one.steps.count))"
            )
            table.add("", "", one.reason == .notJudged ? "" : ground)
        }
        return table
    }
}
