import CaseModel
public import Findings
import Numbers

extension RatifyFinding {
    func packageText(_ words: Words) -> [String] {
        var lines: [String] = []
        if !sides.isEmpty {
            lines += ["", words.pick("The sides at home", "Die Seiten zu Hause")] + sideTable(words).lines()
        }
        if let packagesProblem {
            return lines + ["", words.pick("Packages: ", "Pakete: ") + words.problem(packagesProblem, nil)]
        }
        guard let packages else { return lines }
        lines += ["", words.pick("Packages that call up a rule", "Pakete, die eine Regel auslösen")]
        lines += calledTable(packages, words).lines()
        if packages.called.contains(where: { $0.isPartial && !$0.allowed.isZero }) {
            lines.append(
                "  *"
                    + words.pick(
                        " at least: issues outside the package may call it up, too",
                        " mindestens: auch Gegenstände außerhalb des Pakets können sie auslösen"))
        }
        lines += openLines(packages, words)
        guard !packages.tied.isEmpty else { return lines }
        lines += [
            "",
            words.pick(
                "Tied hands: what the Nash point becomes if the body says no",
                "Gebundene Hände: was aus dem Nash-Punkt wird, wenn das Gremium nein sagt"),
        ]
        return lines + tiedTable(packages, words).lines()
    }

    func sideTable(_ words: Words) -> TextTable {
        var table = TextTable()
        if packages != nil {
            table.add(
                "", "",
                words.pick("allowed packages it may let pass", "erlaubte Pakete, die sie durchlassen kann"))
        }
        for side in sides {
            table.add(
                words(side.name), side.voters.map { voterName($0, words) }.joined(separator: ", "),
                side.winSet.map { words.packages($0.count) } ?? "", words.name(side.voting))
        }
        return table
    }

    func calledTable(_ packages: PackagesPart, _ words: Words) -> TextTable {
        var table = TextTable()
        table.add("", words.pick("allowed", "erlaubt"), words.pick("acceptable", "annehmbar"))
        table.add(
            words.pick("all", "alle"), words.packages(packages.allowed), words.packages(packages.acceptable))
        for rule in order where rules[rule].applies != nil {
            let called = packages.called[rule]
            let hangsOnOthers = called.isPartial && called.allowed.isZero
            if hangsOnOthers {
                table.add(ruleName(rule, words), words.pick("other issues", "andere Gegenstände"), "")
                continue
            }
            table.add(
                ruleName(rule, words) + (called.isPartial ? " *" : ""), words.packages(called.allowed),
                words.packages(called.acceptable))
        }
        return table
    }

    func openLines(_ packages: PackagesPart, _ words: Words) -> [String] {
        func line(_ found: Found, _ text: String) -> String {
            text + words.packages(found.count)
                + (found.example.map {
                    words.pick("; for example: ", "; zum Beispiel: ") + words.package($0, packages.issues)
                } ?? "")
        }
        return [
            line(
                packages.ratifiable,
                words.pick(
                    "Acceptable, nothing stops them today and they may pass: ",
                    "Annehmbar, heute von nichts aufgehalten und mit Aussicht auf Annahme: ")),
            line(
                packages.sure,
                words.pick("Acceptable and in need of nobody: ", "Annehmbar und auf niemanden angewiesen: ")),
        ]
    }

    func tiedTable(_ packages: PackagesPart, _ words: Words) -> TextTable {
        var table = TextTable()
        for tied in packages.tied {
            table.add(ruleName(tied.rule, words), words.change(tied, packages.parties))
        }
        return table
    }

    /// What becomes of every text, viewpoint by viewpoint; never added up.
    public static func sideBySide(
        _ answers: [(perspective: String, answer: RatifyFinding)], _ words: Words
    ) -> String? {
        var ids: [String] = []
        for one in answers.flatMap(\.answer.drafts)
        where !one.reading.stages.isEmpty && !ids.contains(one.draft.id) { ids.append(one.draft.id) }
        var table = TextTable()
        table.add([""] + ids + [words.pick("ratifiable packages", "ratifizierbare Pakete")])
        for (perspective, answer) in answers {
            let cells = ids.map { id in
                answer.drafts.first { $0.draft.id == id }.map { one in
                    one.reading.outcome == .notAddressed && one.reading.stages.isEmpty
                        ? "·"
                        : words.name(one.reading.outcome) + " (\(words.passing(one.reading.chance)))"
                } ?? "–"
            }
            let open = answer.packages.map { words.packages($0.ratifiable.count) } ?? "–"
            table.add([perspective] + cells + [open])
        }
        return ([words.pick("Side by side", "Nebeneinander")] + table.lines()).joined(separator: "\n") + "\n"
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV([
            "draft", "rule", "verdict", "blockedNow", "chanceLow", "chanceHigh", "deadline", "outcome",
        ])
        for one in drafts {
            for (rule, verdict) in zip(rules, one.reading.verdicts) {
                csv.add(
                    [
                        .text(one.draft.id), .text(rule.id), .text(verdict.word),
                        .text(rule.isBlockedNow ? "yes" : "no"),
                    ] + CSV.range(rule.chance) + [
                        .text(rule.within ?? ""), .text(one.reading.outcome.rawValue),
                    ])
            }
        }
        return csv.text
    }
}

extension LegalBars.Verdict {
    /// The verdict as JSON and tables name it.
    var word: String {
        switch self {
        case .bears: "bears"
        case .bearsNot: "bearsNot"
        case .open: "open"
        case .notAddressed: "notAddressed"
        case .notJudged: "notJudged"
        }
    }
}
