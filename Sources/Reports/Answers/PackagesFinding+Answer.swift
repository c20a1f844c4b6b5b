import CaseModel
public import Findings
import Numbers

extension PackagesFinding: Answer {
    public var seed: Int? { choices.seed }

    /// Whether how far some party would go stays in the house.
    var withholds: Bool { parties.contains(where: \.isReservationWithheld) }

    public func summary(_ words: Words) -> String {
        let number = words.count(issues.count, ("issue", "Gegenstand"), ("issues", "Gegenstände"))
        let (all, points) = (words.size(gates.packages), words.packages(gates.acceptable))
        let (sure, some) = (words.packages(ranges.certain), words.packages(ranges.conceivable))
        return words.pick(
            "\(number), \(all) packages: acceptable to all at the points of all numbers \(points), whatever the numbers in their ranges \(sure), for some numbers \(some).",
            "\(number), \(all) Pakete: für alle annehmbar an den Punkten aller Zahlen \(points), gleich welche Zahlen in ihren Spannen \(sure), für manche Zahlen \(some)."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        lines += ["", words.pick("The gates", "Die Gatter")] + gateTable(words).lines()
        if !rules.isEmpty {
            lines +=
                ["", words.pick("What is excluded", "Was ausgeschlossen ist")] + ruleTable(words).lines()
        }
        if !partlyJudged.isEmpty {
            lines.append(
                "  "
                    + words.pick(
                        "Judged only where other issues do not matter: ",
                        "Nur beurteilt, wo andere Gegenstände nichts ändern: ")
                    + partlyJudged.joined(separator: ", "))
        }
        if let contradiction {
            lines.append(
                "  "
                    + words.pick(
                        "Together these leave no package: ", "Zusammen lassen sie kein Paket übrig: ")
                    + contradiction.joined(separator: ", "))
        }
        if !bonuses.isEmpty {
            lines +=
                ["", words.pick("What adds to the worth of packages", "Was Paketen etwas hinzufügt")]
                + bonusTable(words).lines()
        }
        for one in ordinal { lines += [""] + text(one, words) }
        lines += [""] + rangeText(words)
        let opening = openingLines(words)
        if !opening.isEmpty { lines += [""] + opening }
        lines += deskText(words)
        if !drafts.isEmpty {
            lines += ["", words.pick("The drafts", "Die Entwürfe")] + draftTable(words).lines()
        }
        if !linkages.isEmpty {
            lines +=
                ["", words.pick("What each linkage costs", "Was jedes Junktim kostet")]
                + linkageTable(words).lines()
        }
        lines += exchangeText(words)
        for gain in gains { lines += [""] + text(gain, words) }
        if !conclusions.isEmpty {
            lines +=
                ["", words.pick("Conclusions held against the packages", "Schlüsse an den Paketen geprüft")]
                + conclusionTable(words).lines()
        }
        lines += measuresText(words)
        lines += specialistText(words)
        lines += divisionText(words)
        lines += footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    func gateTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(words.pick("packages", "Pakete"), words.size(gates.packages))
        for (gate, count) in [
            (Gate.feasible, gates.feasible), (.lawful, gates.lawful), (.redLines, gates.allowed),
            (.acceptable, gates.acceptable),
        ] { table.add(words.name(gate), words.packages(count)) }
        // From how many a party alone accepts its reservation could be worked out.
        for (party, count) in withholds ? [] : Array(zip(parties, gates.acceptableTo)) {
            table.add(
                "  "
                    + words.pick(
                        "of those without a crossed line: acceptable to ",
                        "von denen ohne überschrittene Linie: annehmbar für ")
                    + words(party.name),
                words.packages(count))
        }
        return table
    }

    private func ruleTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for rule in rules {
            let name = words(rule.name) == rule.id ? "" : words(rule.name)
            table.add(words.name(rule.kind), rule.id, name, note(rule, words))
        }
        return table
    }

    private func note(_ rule: Rule, _ words: Words) -> String {
        if rule.bitesNowhere {
            return words.pick("(excludes none of these packages)", "(schließt keines dieser Pakete aus)")
        }
        if !rule.owners.isEmpty {
            return words.pick("according to ", "nach ") + words.list(rule.owners)
        }
        return rule.isPreference
            ? words.pick(
                "(broken without an agreement, too: no line, but worth more than all weights)",
                "(auch ohne Vereinbarung verletzt: keine Linie, aber mehr wert als alle Gewichte)") : ""
    }

    private func bonusTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for bonus in bonuses {
            let amounts = parties.compactMap { party in
                bonus.amounts[party.id].map { "\(words(party.name)) \(words.signed($0.range, places: 3))" }
            }
            // A bonus of a party is known by its condition alone.
            let name = words(bonus.name)
            table.add(
                bonus.id, bonus.id.hasSuffix(name) ? "" : name,
                amounts.joined(separator: ", "))
        }
        return table
    }

    private func text(_ one: OrdinalAnswer, _ words: Words) -> [String] {
        var table = TextTable()
        table.add(
            words.pick(
                "on every issue as good or better for all", "in jedem Gegenstand für alle so gut oder besser"),
            words.size(one.sets.necessary))
        table.add(
            words.pick("for each party better on some issue", "für jede Partei in einem Gegenstand besser"),
            words.size(one.sets.possible))
        table.add(
            words.pick(
                "for somebody worse and nowhere better", "für eine Partei schlechter und nirgends besser"),
            words.size(one.sets.never))
        return [
            words.pick(
                "Orders alone, without any number, measured by: \(words(one.name))",
                "Allein nach Ordnungen, ohne jede Zahl, gemessen an: \(words(one.name))")
        ] + table.lines()
    }

    private func rangeText(_ words: Words) -> [String] {
        var table = TextTable()
        table.add(
            "", words.pick("for all numbers", "für alle Zahlen"), words.pick("for some", "für manche"))
        for (party, range) in withholds ? [] : Array(zip(parties, ranges.parties)) {
            table.add(words(party.name), words.packages(range.certain), words.packages(range.conceivable))
        }
        table.add(
            words.pick("all parties", "alle Parteien"), words.packages(ranges.certain),
            words.packages(ranges.conceivable))
        var lines =
            [
                words.pick(
                    "Acceptable with the numbers in their ranges", "Annehmbar mit den Zahlen in ihren Spannen"
                )
            ] + table.lines()
        if let example = ranges.example {
            lines.append(
                "  " + words.pick("for example: ", "zum Beispiel: ") + words.package(example, issues))
        }
        if ranges.isBound {
            lines.append(
                "  "
                    + words.pick(
                        "With bonuses these are bounds: at least so many, at most so many.",
                        "Mit Zuschlägen sind das Schranken: mindestens und höchstens so viele."))
        }
        return lines
    }

    /// How sure the emptiness is, and what would open the set.
    func openingLines(_ words: Words) -> [String] {
        var lines = worlds.map { text($0, words) } ?? []
        if let concession { lines += text(concession, words) }
        return lines + breakEven.map { words.sentence($0, isWithheld: withholds) }
    }

    private func text(_ worlds: WorldsAnswer, _ words: Words) -> [String] {
        let share = worlds.drawn == 0 ? Rational(0) : Rational(worlds.open, over: worlds.drawn)
        var lines = [
            words.pick(
                "In \(words.percent(share)) of \(words.count(worlds.drawn)) worlds drawn from the ranges something is acceptable to all",
                "In \(words.percent(share)) von \(words.count(worlds.drawn)) aus den Spannen gezogenen Welten ist etwas für alle annehmbar"
            )
        ]
        if worlds.rivals > 1 {
            lines[0] += words.pick(
                "; the Nash point is one of \(words.count(worlds.rivals)) packages",
                "; der Nash-Punkt ist eines von \(words.count(worlds.rivals)) Paketen")
        }
        lines[0] += "."
        if worlds.drawn < choices.worlds {
            lines.append(
                "  "
                    + words.pick(
                        "Fewer than the \(words.count(choices.worlds)) asked for: they would take too long.",
                        "Weniger als die verlangten \(words.count(choices.worlds)): das dauerte zu lange."))
        }
        return lines
    }

    private func text(_ concession: ConcessionAnswer, _ words: Words) -> [String] {
        func given(_ amounts: [Rational]) -> String {
            zip(parties, amounts).filter { $0.1 > 0 }.map { party, amount in
                withholds ? words(party.name) : "\(words(party.name)) \(words.utility(amount))"
            }.joined(separator: ", ")
        }
        let withheld = words.pick(
            " (how much is internal; '--internal' shows it)", " (wie viel, ist intern; „--internal“ zeigt es)"
        )
        return [
            words.pick(
                "What would open the set, if utilities of different parties could be added, which is an assumption",
                "Was die Menge öffnete, wenn sich Nutzen verschiedener Parteien addieren ließen, was eine Annahme ist"
            )
                + (withholds ? withheld : ""),
            "  " + words.pick("with the least given in all: ", "mit dem geringsten Nachgeben im Ganzen: ")
                + given(concession.byParty) + " – " + words.package(concession.example, issues),
            "  "
                + words.pick(
                    "with the least for who gives most: ", "mit dem geringsten für den, der am meisten gibt: "
                )
                + given(concession.greatestByParty) + " – "
                + words.package(concession.greatestExample, issues),
        ]
    }

    private func text(_ gain: BaselineGain, _ words: Words) -> [String] {
        var table = TextTable()
        for (party, (amount, sign)) in zip(parties, zip(gain.gains, gain.signs)) {
            // What lies outside the package may outweigh it.
            let verdict =
                gain.outside.isEmpty
                ? words.sign(sign)
                : words.pick("on these issues alone", "allein in diesen Gegenständen")
            table.add(words(party.name), words.signed(Interval(amount), places: 3), verdict)
        }
        return [
            words.pick(
                "What lies between “\(words(gain.fromName))” and “\(words(gain.toName))”: what force has changed",
                "Was zwischen „\(words(gain.fromName))“ und „\(words(gain.toName))“ liegt: was Gewalt verändert hat"
            ),
            "  "
                + words.pick("They differ here on: ", "Sie unterscheiden sich hier in: ")
                + (gain.differing.isEmpty
                    ? "–" : words.list(gain.differing.map { words.issue($0, issues) })),
        ]
            + (gain.outside.isEmpty
                ? []
                : [
                    "  "
                        + words.pick(
                            "and outside the package, not counted, on: ",
                            "und außerhalb des Pakets, nicht gezählt, in: ")
                        + words.list(gain.outside.map { words($0.name) })
                ]) + table.lines()
    }

    private func conclusionTable(_ words: Words) -> TextTable {
        var table = TextTable()
        for one in conclusions {
            table.add(one.id, words.verdict(one), words(one.text))
            table.add("", "", words.ground(one))
        }
        return table
    }
}
