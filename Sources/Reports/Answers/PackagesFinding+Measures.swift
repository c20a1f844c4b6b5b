import CaseModel
import Findings
import Numbers

extension PackagesFinding {
    /// How hard the bargain is, what trading issues brings, and where each draft stands.
    func measuresText(_ words: Words) -> [String] {
        guard let measures else { return [] }
        let (opposed, alike) = (
            words.percent(Double(measures.opposedPairs)), words.percent(Double(measures.alikePairs))
        )
        var lines = [
            "",
            words.pick(
                "How hard the bargain is (each party's worst as 0, its best as 1)",
                "Wie schwer der Handel ist (das Schlechteste jeder Partei als 0, ihr Bestes als 1)"),
            "  "
                + words.pick(
                    "from what all would wish to the nearest package: \(words.root(measures.opposition))",
                    "vom Wunsch aller zum nächsten Paket: \(words.root(measures.opposition))"),
            "  "
                + words.pick(
                    "of two packages the parties prefer different ones in \(opposed) of pairs; somebody gains and nobody loses in \(alike)",
                    "von zwei Paketen ziehen die Parteien in \(opposed) der Paare verschiedene vor; jemand gewinnt und niemand verliert in \(alike)"
                )
                + (measures.isExact
                    ? ""
                    : words.pick(
                        " (\(words.count(measures.pairs)) pairs drawn)",
                        " (\(words.count(measures.pairs)) gezogene Paare)")),
            "  "
                + words.pick(
                    "every issue in the middle by itself: ", "jeder Gegenstand für sich in der Mitte: ")
                + words.package(measures.compromise, issues) + " "
                + words.vector(measures.compromiseUtilities),
        ]
        lines.append("  " + logrolling(measures, words))
        return lines + standings(words)
    }

    private func logrolling(_ measures: MeasuresAnswer, _ words: Words) -> String {
        guard let gains = measures.logrolling.gains, let example = measures.logrolling.example else {
            return words.pick(
                "nothing lawful is better for all than that",
                "nichts Zulässiges ist für alle besser als das")
        }
        return words.pick("trading issues can bring at once: ", "Tauschen kann zugleich bringen: ")
            + zip(parties, gains).map { "\(words($0.name)) +\(words.utility($1))" }.joined(separator: ", ")
            + " – " + words.package(example, issues)
    }

    /// Where the drafts stand, open issues as they are.
    private func standings(_ words: Words) -> [String] {
        var rows = drafts.map { ($0.draft.id, $0.reading) }
        if let desk, !drafts.contains(where: { $0.draft.id == desk.draft?.id }) {
            rows.append((desk.draft?.id ?? words.pick("on the desk", "auf dem Tisch"), desk.reading))
        }
        let known = rows.map { name, reading in (name, reading.standing) }
        guard !known.isEmpty else { return [] }
        var table = TextTable()
        let hasPoints = known.contains { $0.1.asIs != nil }
        table.add(
            ["", words.pick("to the frontier", "zur Grenze")]
                + parties.map { words.pick("short of best: ", "fehlt zum Besten: ") + words($0.name) }
                + (hasPoints
                    ? [words.pick("as it is: to Nash", "wie es ist: zu Nash")]
                        + parties.map { words.pick("envy: ", "Neid: ") + words($0.name) } : []))
        for (name, one) in known {
            let nash = one.asIs?.toSolutions.first { $0.rule == .nash }
            let envy = one.asIs?.envy.map { words.utility($0) } ?? parties.map { _ in "–" }
            table.add(
                [name, one.toFrontier.map { words.root($0) } ?? "–"]
                    + one.regrets.map { words.utility($0) }
                    + (hasPoints ? [nash.map { words.root($0.squared) } ?? "–"] + envy : []))
        }
        return [
            words.pick(
                "  Where the drafts stand: the best completion, and what each party lacks to its best from the best to the worst",
                "  Wo die Entwürfe stehen: die beste Ergänzung, und was jeder Partei zum Besten fehlt, von der besten zur schlechtesten"
            )
        ] + table.lines().map { "  " + $0 }
    }

    /// How two parties would share the issues by points.
    func divisionText(_ words: Words) -> [String] {
        guard choices.divides else { return [] }
        guard let division else {
            return [
                "",
                words.pick(
                    "Adjusted winner: only for two parties that want different things",
                    "Adjusted Winner: nur für zwei Parteien, die Verschiedenes wollen"),
            ]
        }
        var table = TextTable()
        table.add(
            [""] + parties.map { words.pick("points: ", "Punkte: ") + words($0.name) } + [
                words.pick("share of ", "Anteil von ") + words(parties[0].name)
            ])
        for item in division.items {
            table.add(
                [words.issue(item.issue, issues)] + item.points.map { words.numbers.text($0, places: 1) }
                    + [words.percent(item.share)])
        }
        table.add(
            [words.pick("each gets", "jede bekommt")]
                + division.totals.map { words.numbers.text($0, places: 1) } + [""])
        var lines = [
            "",
            words.pick(
                "Issues divided by points (adjusted winner): a hundred points each, an issue may be split",
                "Gegenstände nach Punkten geteilt (Adjusted Winner): je hundert Punkte, ein Gegenstand ist teilbar"
            ),
        ]
        lines += table.lines()
        if !division.common.isEmpty {
            lines.append(
                "  "
                    + words.pick("both have their best on: ", "beide haben ihr Bestes in: ")
                    + division.common.map { words.issue($0, issues) }.joined(separator: ", "))
        }
        return lines + zip(parties, division.misreports).map { misreport($0, $1, division, words) }
    }

    private func misreport(
        _ party: Party, _ misreport: DivisionAnswer.MisreportAnswer?, _ division: DivisionAnswer,
        _ words: Words
    ) -> String {
        let name = words(party.name)
        guard let misreport else {
            return "  "
                + words.pick(
                    "\(name): no other points found that would bring more (whole points)",
                    "\(name): keine anderen Punkte gefunden, die mehr brächten (ganze Punkte)")
        }
        let told = zip(division.items, misreport.told).map { "\(words.issue($0.issue, issues)) \($1)" }
            .joined(separator: ", ")
        let (honest, worth) = (
            words.numbers.text(misreport.honest, places: 1), words.numbers.text(misreport.worth, places: 1)
        )
        return "  "
            + words.pick(
                "\(name) would get \(worth) instead of \(honest) by telling: \(told)",
                "\(name) bekäme \(worth) statt \(honest) mit den Angaben: \(told)")
            + (misreport.isBest ? "" : words.pick(" (the best found)", " (das Beste, das gefunden wurde)"))
    }
}

extension Words {
    /// A square root, to three places.
    func root(_ squared: Rational) -> String {
        utility(Rational(exactly: (Double(squared).squareRoot() * 1000).rounded()) / 1000)
    }

    /// "(0.7; 0.525)"
    func vector(_ utilities: [Rational]) -> String {
        "(" + utilities.map { utility($0) }.joined(separator: "; ") + ")"
    }
}
