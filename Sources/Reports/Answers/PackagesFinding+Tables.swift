import CaseModel
import Findings
import Numbers

extension PackagesFinding {
    /// The drafts with what they bring whom and where they stop.
    func draftTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            ["", words.pick("issues", "Gegenst."), words.pick("stops at", "endet an")]
                + parties.map { words($0.name) }
                + [words.pick("for nobody worse", "für niemand schlechter")])
        for one in drafts {
            table.add(
                [
                    one.draft.id, "\(one.settled)/\(issues.count)",
                    one.reading.stopsAt.map { words.name($0) } ?? words.pick("passes", "besteht"),
                ] + one.reading.utilities.map { words.utility($0) }
                    + [one.reading.improvement.map { words.packages($0.packages) } ?? "–"])
        }
        return table
    }

    func linkageTable(_ words: Words) -> TextTable {
        var table = TextTable()
        let with = words.pick("with", "mit")
        // From volumes above reservations these could be worked out.
        let volumes = withholds ? [] : [words.pick("volume without", "Volumen ohne"), with]
        table.add(
            [
                "", words.pick("in force", "in Kraft"), words.pick("removes", "entfernt"),
                words.pick("acceptable without", "annehmbar ohne"), with,
            ] + volumes + [words.pick("Nash without", "Nash ohne"), with])
        for one in linkages {
            let volumes = withholds ? [] : [one.volume.without, one.volume.with]
            table.add(
                [
                    words(one.name), one.isActive ? words.pick("yes", "ja") : words.pick("no", "nein"),
                    words.packages(one.removed), words.packages(one.acceptableWithout),
                    words.packages(one.acceptableWith),
                ] + volumes.map { $0.map { words.numbers.text($0, places: 4) } ?? "–" }
                    + [one.nash.without, one.nash.with].map { $0.map { words.vector($0) } ?? "–" })
        }
        return table
    }

    /// What lies on the desk.
    func deskText(_ words: Words) -> [String] {
        guard let desk else { return [] }
        var lines = [
            "",
            words.pick("On the desk: ", "Auf dem Tisch: ")
                + (desk.draft.map { words($0.name) }
                    ?? words.pick("a package put together by hand", "ein selbst gebautes Paket")),
        ]
        let reading = desk.reading
        lines.append(
            "  "
                + (reading.stopsAt.map { words.pick("stops at: ", "endet an: ") + words.name($0) }
                    ?? words.pick(
                        "passes all gates in some completion", "besteht in einer Ergänzung alle Gatter")))
        for hit in reading.rules {
            lines.append(
                "  - \(words.name(hit.kind)) \(hit.rule): "
                    + (hit.isCertain
                        ? words.pick("broken", "verletzt")
                        : words.pick("broken in some completion", "in mancher Ergänzung verletzt")))
        }
        var table = TextTable()
        table.add([words.pick("who gives up what", "wer was aufgibt"), ""] + parties.map { words($0.name) })
        for one in desk.issues {
            let chosen = one.alternatives.map { words.alternative(one.issue, $0, issues) }.joined(
                separator: " / ")
            table.add(
                [words.issue(one.issue, issues), chosen]
                    + one.losses.map { words.loss($0) })
        }
        table.add(
            [words.pick("worth in all", "Wert im Ganzen"), ""] + reading.utilities.map { words.utility($0) })
        lines += table.lines()
        if let improvement = reading.improvement {
            lines.append(
                "  "
                    + words.pick(
                        "for nobody worse, with open issues as they are: \(words.packages(improvement.packages))",
                        "für niemand schlechter, Offenes wie es ist: \(words.packages(improvement.packages))")
                    + (improvement.example.map { " – " + words.package($0, issues) } ?? ""))
        }
        if let nearest = desk.nearest {
            lines.append(
                "  "
                    + words.pick(
                        "nearest draft on the table: \(words(nearest.draft.name)), alike on \(nearest.shared) of \(nearest.compared) issues that both settle",
                        "nächster Entwurf auf dem Tisch: \(words(nearest.draft.name)), gleich in \(nearest.shared) von \(nearest.compared) Gegenständen, die beide regeln"
                    ))
        }
        return lines
    }

    /// What one issue is worth in another.
    func exchangeText(_ words: Words) -> [String] {
        guard let first = exchange.first else { return [] }
        var lines = [
            "",
            words.pick(
                "What makes up for what: \(words.issue(first.given, issues)) and \(words.issue(first.taken, issues))",
                "Was was aufwiegt: \(words.issue(first.given, issues)) und \(words.issue(first.taken, issues))"
            ),
        ]
        var table = TextTable()
        table.add(
            "", words.pick("gives up", "gibt auf"), words.pick("for", "gegen"),
            words.pick("share of its scale", "Anteil der Skala"), words.pick("credible from", "glaubhaft ab"))
        for rate in exchange {
            let party = parties.first { $0.id == rate.party }.map { words($0.name) } ?? rate.party
            for step in rate.steps {
                let makesUp =
                    step.makesUp.map { words.quoted(words.alternative(rate.taken, $0, issues)) }
                    ?? words.pick("nothing on it", "nichts darin")
                table.add(
                    party,
                    words.alternative(rate.given, step.from, issues) + " → "
                        + words.alternative(rate.given, step.to, issues), makesUp,
                    step.share.map { words.utility($0) } ?? "–",
                    step.credibility.map { words.utility($0) } ?? "")
            }
        }
        lines += table.lines()
        return lines
    }

    /// Single points, for those who want them.
    func specialistText(_ words: Words) -> [String] {
        var lines = [
            "",
            words.pick(
                "For specialists: single points, at the points of all numbers",
                "Für Fachleute: einzelne Punkte, an den Punkten aller Zahlen"),
        ]
        if choices.conventions != Conventions() {
            lines.append("  " + words.conventions(choices.conventions))
        }
        if let frontier {
            let number = words.count(frontier.acceptablePoints)
            let shared =
                withholds
                ? ""
                : words.pick(
                    ", \(number) points acceptable to all", ", \(number) Punkte für alle annehmbar")
            lines.append(
                "  "
                    + words.pick(
                        "Pareto frontier of the \(words.over(choices.conventions.frontierOver)): \(words.count(frontier.points)) points, \(words.size(frontier.packages)) packages\(shared)",
                        "Paretogrenze der \(words.over(choices.conventions.frontierOver)): \(words.count(frontier.points)) Punkte, \(words.size(frontier.packages)) Pakete\(shared)"
                    ))
        } else if withholds, choices.conventions.frontierOver == .acceptable {
            lines.append(
                "  "
                    + words.pick(
                        "The frontier of the acceptable packages is internal; “--internal” shows it.",
                        "Die Grenze der annehmbaren Pakete ist intern; „--internal“ zeigt sie."))
        } else {
            lines.append(
                "  " + words.pick("The Pareto frontier is too large.", "Die Paretogrenze ist zu groß."))
        }
        guard let solutions else { return lines }
        var table = TextTable()
        for one in solutions {
            for (place, tie) in one.ties.prefix(3).enumerated() {
                table.add(
                    place == 0 ? words.name(one.rule) : "",
                    words.vector(tie.utilities),
                    words.package(tie.example, issues))
            }
            if one.ties.count > 3 { table.add("", "…", words.count(one.ties.count)) }
        }
        return lines + table.lines()
    }
}
