import CaseModel
public import Findings
import Numbers

extension StabilityFinding: Answer {
    public var seed: Int? { content.orders > 0 ? choices.seed : nil }

    public func summary(_ words: Words) -> String {
        let states = words.count(frame.states, ("state", "Zustand"), ("states", "Zustände"))
        let counts = answers.filter { choices.concepts.contains($0.concept) }.map {
            "\(words.name($0.concept)) \(words.count($0.equilibria.count))"
        }
        var text = words.pick(
            "Lasting among \(states): \(counts.joined(separator: ", ")).",
            "Von Bestand unter \(words.count(frame.states, ("", "Zustand"), ("", "Zuständen"))): \(counts.joined(separator: ", "))."
        )
        if let today { text += " " + sentence(today, words) }
        // What the author concludes comes first.
        let concluded = named.filter(isOwn).compactMap { verdict(on: $0, words) }
        return (concluded + [text]).joined(separator: " ")
    }

    /// Whether a state that a conclusion names lasts.
    private func verdict(on entry: NamedState, _ words: Words) -> String? {
        guard let outlook = entry.outlook else { return nil }
        let origin = entry.conclusions.joined(separator: ", ")
        let leaving = outlook.reading.verdicts.flatMap { $0 }.filter { $0.isStable == false }
        if leaving.isEmpty {
            return words.pick(
                "The state of \(origin) lasts (Nash).", "Der Zustand von \(origin) hat Bestand (Nash).")
        }
        let who = words.list(leaving.map { words.maker($0.maker, frame) })
        return words.pick(
            "The state of \(origin) does not last (Nash): \(who) would leave.",
            "Der Zustand von \(origin) hat keinen Bestand (Nash), nicht bleiben: \(who).")
    }

    /// Whether today's state lasts, and who would leave.
    private func sentence(_ today: StateReading, _ words: Words) -> String {
        let first =
            choices.concepts.first { concept in today.verdicts[0].contains { $0.concept == concept } }
            ?? .nash
        let leaving = today.verdicts.flatMap { $0 }.filter { $0.concept == first && $0.isStable == false }
        let name = words.name(first)
        if leaving.isEmpty {
            return words.pick("Today's state lasts (\(name)).", "Der heutige Zustand hat Bestand (\(name)).")
        }
        let who = words.list(leaving.map { words.maker($0.maker, frame) })
        return words.pick(
            "Today's state does not last (\(name)): \(who) would leave.",
            "Der heutige Zustand hat keinen Bestand (\(name)), nicht bleiben: \(who).")
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        if let reading = words.reading(choices.reading) {
            lines.append(words.pick("Read with: ", "Lesart: ") + reading + ".")
        }
        lines += contentLines(words) + tableLines(words)
        if let asked {
            lines += readingLines(asked, words.pick("The state asked for", "Der gefragte Zustand"), words)
        }
        if let today, today != asked { lines += readingLines(today, words.pick("Today", "Heute"), words) }
        lines +=
            hingeLines(words) + namedLines(words) + branchLines(words) + patternLines(words) + wayLines(words)
        lines += authorLines(words)
        lines += inverseLines(words) + coalitionLines(words) + goalLines(words) + robustnessLines(words)
        lines += foresightLines(words) + dilemmaLines(words) + footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    /// What of the model bears the answers; it stands above them.
    private func contentLines(_ words: Words) -> [String] {
        let sentences = contentSentences(words)
        return sentences.isEmpty
            ? []
            : ["", words.pick("What the answers hang on", "Woran die Antworten hängen")]
                + sentences.map { "  - \($0)" }
    }

    func contentSentences(_ words: Words) -> [String] {
        var sentences: [String] = []
        if !content.unchangedByOrder.isEmpty {
            let shares = words.list(
                content.unchangedByOrder.map {
                    "\(words.numbers.text($0.share * 100, places: 1)) % (\(words.name($0.concept)))"
                })
            sentences.append(
                words.pick(
                    "In \(words.count(content.orders)) random orders of everybody's wishes these shares of the verdicts stay the same: \(shares).",
                    "In \(words.count(content.orders)) zufälligen Reihenfolgen der Wünsche aller bleiben diese Anteile der Urteile gleich: \(shares)."
                ))
        }
        let others = warnings.filter { if case .deadStatement = $0 { false } else { true } }
        return sentences + content.idle.map { words.sentence($0, frame) }
            + others.map { words.sentence($0, frame) }
    }

    private func tableLines(_ words: Words) -> [String] {
        var table = TextTable()
        table.add(
            ["", words.pick("lasting", "von Bestand")]
                + frame.decisionMakers.indices.map { words.maker($0, frame) } + [""])
        for answer in answers where choices.concepts.contains(answer.concept) {
            table.add(
                [words.name(answer.concept), words.count(answer.equilibria.count)]
                    + answer.stable.map { words.count($0.count) } + [words.meaning(answer.concept)])
        }
        return [
            "",
            words.pick(
                "States in which everybody stays, and in which each does",
                "Zustände, in denen alle bleiben, und in denen jeder bleibt"),
        ]
            + table.lines() + mixedLines(words)
    }

    /// Everybody by concepts of its own.
    private func mixedLines(_ words: Words) -> [String] {
        guard let mixed else { return [] }
        let who = mixed.concepts.enumerated().map { index, concepts in
            "\(words.maker(index, frame)) \(concepts.map { words.name($0) }.joined(separator: " \(words(.or)) "))"
        }
        return [
            "  "
                + words.pick("Each by its own concept (", "Jeder nach eigenem Konzept (")
                + who.joined(separator: ", ") + "): \(words.count(mixed.equilibria.count))"
        ]
    }

    private func readingLines(_ reading: StateReading, _ title: String, _ words: Words) -> [String] {
        var lines = [
            "",
            "\(title): \(words.state(reading.state, frame))" + (frame.isGraph ? "" : " (\(reading.state))"),
        ]
        for verdicts in reading.verdicts {
            // One sentence stands for all concepts that give the same reason.
            var told: [(concepts: [String], text: String)] = []
            for verdict in verdicts where isTold(verdict, verdicts.count) {
                let text = words.sentence(verdict, in: reading.state, frame, inFull: choices.isInFull)
                let name = words.name(verdict.concept)
                if let same = told.firstIndex(where: { $0.text == text }) {
                    told[same].concepts.append(name)
                } else {
                    told.append(([name], text))
                }
            }
            lines += told.map { entry in
                told.count == 1
                    ? "  \(entry.text)" : "  \(entry.text) [\(entry.concepts.joined(separator: ", "))]"
            }
        }
        return lines
    }

    /// Of all concepts two are told unless more is asked for: no answer feared, and answers in the answerers' interest.
    private func isTold(_ verdict: Verdict, _ concepts: Int) -> Bool {
        choices.isInFull || concepts <= 2 || verdict.concept == .nash || verdict.concept == .seq
    }

    private func hingeLines(_ words: Words) -> [String] {
        guard !hinges.isEmpty else { return [] }
        return [
            "",
            words.pick(
                "What could be taken back decides (Nash)", "Was sich zurücknehmen lässt, entscheidet (Nash)"),
        ]
            + hinges.map { "  - " + words.sentence($0, frame) }
    }

    private func patternLines(_ words: Words) -> [String] {
        guard let patterns else { return [] }
        let name = words.name(patterns.concept)
        return [
            "",
            words.pick(
                "Lasting outcomes (\(name)) in \(patterns.isComplete ? "" : "more than ")\(words.count(patterns.count, ("pattern", ""), ("patterns, the largest first", "")))",
                "Ausgänge von Bestand (\(name)) in \(patterns.isComplete ? "" : "mehr als ")\(words.count(patterns.count, ("", "Muster"), ("", "Mustern, die größten zuerst")))"
            ),
        ]
            + patterns.leading.map {
                "  \(words.count($0.covers, ("state", "Zustand"), ("states", "Zustände"))): \(words.pattern($0, frame))"
            }
    }

    private func wayLines(_ words: Words) -> [String] {
        guard let ways else { return [] }
        var lines = ["", words.pick("Ways from: ", "Wege ab: ") + words.state(ways.start, frame)]
        if ways.destinations.isEmpty {
            lines.append("  " + words.pick("no other state lasts", "kein anderer Zustand hat Bestand"))
        }
        for destination in ways.destinations {
            lines.append(
                "  → \(words.state(destination.state, frame))"
                    + (frame.isGraph ? "" : " (\(destination.state))"))
            lines.append("      " + way(destination, from: ways.start, words))
        }
        for cycle in (ways.cycles ?? []).prefix(3) {
            lines.append(
                "  "
                    + words.pick(
                        "Improvements can circle among \(words.count(cycle.states)) states; \(cycle.hasExit ? "there is a way out" : "there is no way out, the conflict cannot settle there").",
                        "Verbesserungen können unter \(words.count(cycle.states)) Zuständen kreisen; \(cycle.hasExit ? "es gibt einen Ausweg" : "es gibt keinen Ausweg, der Konflikt kommt dort nicht zur Ruhe")."
                    ))
        }
        return lines
    }

    private func way(_ destination: Destination, from start: Int, _ words: Words) -> String {
        if let steps = destination.byImprovements {
            return words.pick("by improvements: ", "durch Verbesserungen: ")
                + words.way(steps, from: start, frame)
        }
        if let steps = destination.jointly {
            return words.pick("only jointly: ", "nur gemeinsam: ") + words.way(steps, from: start, frame)
        }
        guard let steps = destination.byMoves else {
            return words.pick("no way leads there", "kein Weg führt dorthin")
        }
        return words.pick("only against somebody's interest: ", "nur gegen jemandes Interesse: ")
            + words.way(steps, from: start, frame)
    }

    private func authorLines(_ words: Words) -> [String] {
        guard let authors else { return [] }
        var table = TextTable()
        table.add([""] + authors.authors.map(\.id))
        for (index, cells) in authors.cells.enumerated() {
            table.add([words.maker(index, frame)] + cells.map { words.cell($0) })
        }
        return [
            "",
            words.pick(
                "Each side as each author draws it (Nash): ",
                "Jede Seite, wie jeder Verfasser sie zeichnet (Nash): ")
                + words.state(authors.state, frame),
        ] + table.lines() + [
            "  "
                + words.mixes(authors)
        ]
    }

    public func csv(_ words: Words) -> String {
        let concepts = answers.filter { choices.concepts.contains($0.concept) }
        var csv = CSV(["state", "taken"] + concepts.map(\.concept.rawValue))
        let lasting = concepts.map { Set($0.equilibria.decimals) }
        let states = lasting.reduce(into: Set<Int>()) { $0.formUnion($1) }
        for state in states.sorted() {
            let name =
                frame.isGraph ? frame.stateNames[state] : frame.taken(state).map(\.id).joined(separator: " ")
            csv.add([.count(state), .text(name)] + lasting.map { .count($0.contains(state) ? 1 : 0) })
        }
        return csv.text
    }
}
