import CaseModel
public import Findings
import Numbers

extension FunnelFinding: Answer {
    public func summary(_ words: Words) -> String {
        let (all, number) = (
            words.size(packages),
            words.count(issues.count, ("issue", "Gegenstand"), ("issues", "Gegenstände"))
        )
        let last = gates.last { $0.isAsked }
        let (points, some) = (
            last.map { words.packages($0.atPoints) } ?? "–", last.map { words.packages($0.forSome) } ?? "–"
        )
        return words.pick(
            "Of \(all) packages on \(number) \(points) pass every gate at the points of all numbers, \(some) for some numbers.",
            "Von \(all) Paketen über \(number) bestehen \(points) alle Gatter an den Punkten aller Zahlen, \(some) für manche Zahlen."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words), "", words.pick("The gates", "Die Gatter")]
        lines += gateTable(words).lines()
        lines += remarks(words).map { "  " + $0 }
        if !drafts.isEmpty {
            lines += ["", words.pick("The drafts", "Die Entwürfe")] + draftTable(words).lines()
        }
        return (lines + footing(words)).joined(separator: "\n") + "\n"
    }

    func gateTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("at the points", "an den Punkten"),
            words.pick("for some numbers", "für manche Zahlen"),
            words.pick("rests on", "beruht auf"))
        table.add(words.pick("packages", "Pakete"), words.size(packages), words.size(packages), "")
        for gate in gates {
            table.add(
                words.name(gate.kind), words.packages(gate.atPoints), words.packages(gate.forSome),
                ground(gate, words))
        }
        return table
    }

    private func ground(_ gate: Gate, _ words: Words) -> String {
        guard gate.isAsked else {
            return words.pick("not asked: nobody says anything", "nicht gefragt: niemand sagt etwas")
        }
        return words.sentence(gate.grounding)
            + (gate.isHollow ? words.pick(" – hollow", " – hohl") : "")
    }

    /// What comes nearest, what goes furthest, and what could not be asked.
    func remarks(_ words: Words) -> [String] {
        gates.flatMap { remarks($0, words) }
            + (stepsOutside.isEmpty
                ? []
                : [
                    words.pick(
                        "Steps left out, since their issues are not in the package: ",
                        "Schritte, die fehlen, weil ihre Gegenstände nicht im Paket sind: ")
                        + stepsOutside.joined(separator: ", ")
                ])
    }

    /// An example, and what came nearest where nothing passes.
    private func remarks(_ gate: Gate, _ words: Words) -> [String] {
        guard gate.isAsked else { return [] }
        var lines: [String] = []
        if let miss = gate.nearestMiss, isFirstEmpty(gate) {
            let what =
                gate.kind == .acceptable
                ? words.pick(
                    "stops at “acceptable”, needs the least given way: ",
                    "endet an „annehmbar“, braucht das geringste Nachgeben: ")
                : words.pick(
                    "comes as far as “\(words.name(gate.kind))” and no further: ",
                    "kommt bis „\(words.name(gate.kind))“ und nicht weiter: ")
            lines.append(what + words.package(miss, issues))
        }
        if gate.kind == gates.last(where: { $0.isAsked && $0.example != nil })?.kind,
            let example = gate.example
        {
            lines.append(
                words.pick(
                    "furthest: passes “\(words.name(gate.kind))”",
                    "am weitesten: besteht „\(words.name(gate.kind))“")
                    + (gate.atPoints.isZero
                        ? words.pick(" for some numbers: ", " für manche Zahlen: ") : ": ")
                    + words.package(example, issues))
        }
        return lines
    }

    /// Whether this is the gate at which all that is left stops.
    private func isFirstEmpty(_ gate: Gate) -> Bool {
        gates.first { $0.atPoints.isZero }?.kind == gate.kind
    }

    func draftTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("issues", "Gegenst."), words.pick("stops at the points", "endet an den Punkten"),
            words.pick("because", "weil"),
            words.pick("with the best numbers", "mit den besten Zahlen"), words.pick("because", "weil"))
        for one in drafts {
            table.add(
                one.draft.id, "\(one.settled)/\(issues.count)", words.stop(one.stopsAt),
                one.reason.map { words.sentence($0) } ?? "", words.stop(one.stopsForAny),
                one.reasonForAny.map { words.sentence($0) } ?? "")
        }
        return table
    }
}

extension FunnelFinding {
    /// The funnels of several viewpoints in one table; they are never added up.
    public static func sideBySide(
        _ answers: [(perspective: String, answer: FunnelFinding)], _ words: Words
    ) -> String? {
        let tables = [true, false].map { isPoint -> String in
            var table = TextTable()
            for row in rows(answers, isPoint: isPoint, words) { table.add(row) }
            return ([title(isPoint: isPoint, words)] + table.lines()).joined(separator: "\n")
        }
        return tables.joined(separator: "\n\n") + "\n  " + legend(words) + "\n"
    }

    static func title(isPoint: Bool, _ words: Words) -> String {
        isPoint
            ? words.pick("Side by side: at the points", "Nebeneinander: an den Punkten")
            : words.pick("Side by side: for some numbers", "Nebeneinander: für manche Zahlen")
    }

    static func legend(_ words: Words) -> String {
        words.pick(
            "° hollow: rests on assumptions alone; – not asked.",
            "° hohl: beruht allein auf Annahmen; – nicht gefragt.")
    }

    /// A header, and one row per viewpoint.
    static func rows(
        _ answers: [(perspective: String, answer: FunnelFinding)], isPoint: Bool, _ words: Words
    ) -> [[String]] {
        [[""] + Kind.allCases.map { words.name($0) }]
            + answers.map { perspective, answer in
                [perspective]
                    + answer.gates.map { gate in
                        guard gate.isAsked else { return "–" }
                        return words.packages(isPoint ? gate.atPoints : gate.forSome)
                            + (gate.isHollow ? "°" : "")
                    }
            }
    }
}
