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
            + table.lines()
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

    /// The states that conclusions of the authors speak of.
    private func namedLines(_ words: Words) -> [String] {
        guard !named.isEmpty else { return [] }
        var lines = [
            "",
            words.pick(
                "States that the authors' conclusions speak of (Nash)",
                "Zustände, von denen Schlüsse der Verfasser sprechen (Nash)"),
        ]
        for entry in named {
            let origin = entry.conclusions.joined(separator: ", ")
            guard let outlook = entry.outlook else {
                let names = entry.options.map { words.quoted(words.option($0, frame)) }
                lines.append(
                    "  \(words.list(names)) [\(origin)]: "
                        + words.pick("excluded from here", "von hier aus ausgeschlossen"))
                continue
            }
            lines.append("  \(words.state(outlook.reading.state, frame)) [\(origin)]")
            lines += entry.claims.map { "      " + words.sentence($0) }
            lines += (isOwn(entry) ? self.lines(outlook, words) : [words.who(outlook, frame)]).map {
                "      " + $0
            }
        }
        return lines
    }

    /// Whether the author who is asked, or one whom it extends, drew the conclusion.
    func isOwn(_ entry: NamedState) -> Bool {
        let owners = [perspective, branching?.parent].compactMap { $0 }
        return entry.conclusions.contains { conclusion in owners.contains { conclusion.hasPrefix($0 + ".") } }
    }

    func lines(_ outlook: Outlook, _ words: Words) -> [String] {
        let leaving = outlook.reading.verdicts.flatMap { $0 }.filter { $0.isStable == false }
        var lines =
            leaving.isEmpty
            ? [words.pick("Lasts: nobody has a better move.", "Hat Bestand: niemand hat einen besseren Zug.")]
            : [words.pick("Does not last.", "Hat keinen Bestand.")]
        lines += leaving.map { words.sentence($0, in: outlook.reading.state, frame) }
        lines += outlook.hinges.filter(\.wouldStay).map { hinge in
            let others = leaving.filter { $0.maker != hinge.maker }
            return words.sentence(hinge, frame)
                + (others.isEmpty
                    ? words.pick(" Then the state would last.", " Dann hätte der Zustand Bestand.")
                    : words.pick(
                        " The state would still not last.", " Bestand hätte der Zustand dann noch nicht."))
        }
        func names(_ gain: Gain) -> String? {
            let own = outlook.gains.indices.filter { outlook.gains[$0] == gain }.map {
                words.maker($0, frame)
            }
            return own.isEmpty ? nil : words.list(own)
        }
        let gains = [
            names(.better).map { words.pick("better for \($0)", "besser für \($0)") },
            names(.worse).map { words.pick("worse for \($0)", "schlechter für \($0)") },
            names(.alike).map { words.pick("alike for \($0)", "gleich für \($0)") },
        ].compactMap { $0 }
        if let today, today.state != outlook.reading.state {
            lines.append(
                words.pick("Compared with today: ", "Verglichen mit heute: ") + gains.joined(separator: "; ")
                    + ".")
            if let steps = outlook.byImprovements {
                lines.append(
                    words.pick("From today by improvements: ", "Von heute durch Verbesserungen: ")
                        + words.way(steps, from: today.state, frame) + ".")
            } else if let steps = outlook.jointly, steps.count > 3 {
                lines.append(
                    words.pick(
                        "From today only jointly, by a detour of \(words.count(steps.count)) steps.",
                        "Von heute nur gemeinsam, auf einem Umweg von \(words.count(steps.count)) Schritten.")
                )
            } else if let steps = outlook.jointly {
                lines.append(
                    words.pick("From today only jointly: ", "Von heute nur gemeinsam: ")
                        + words.way(steps, from: today.state, frame) + ".")
            } else {
                lines.append(
                    words.pick(
                        "From today no way leads there by which all movers gain.",
                        "Von heute führt kein Weg dorthin, auf dem alle Ziehenden gewinnen."))
            }
        }
        return lines
    }

    /// How a branch differs from its parent.
    func branchLines(_ words: Words) -> [String] {
        guard let branching else { return [] }
        var lines = [
            "", words.pick("Differs from \(branching.parent)", "Unterschied zu \(branching.parent)"),
        ]
        lines += branching.statements.map { change in
            "  \(words.maker(change.maker, frame)), \(change.slot): \(words.wish(change.before, frame)) → \(words.wish(change.now, frame))"
        }
        let counts = branching.changedVerdicts.enumerated().filter { $1 > 0 }
        lines.append(
            "  "
                + (counts.isEmpty
                    ? words.pick("No verdict differs (Nash).", "Kein Urteil ist anders (Nash).")
                    : words.pick(
                        "Verdicts that differ (Nash), of \(words.count(branching.comparable)) states: ",
                        "Andere Urteile (Nash), von \(words.count(branching.comparable)) Zuständen: ")
                        + counts.map { "\(words.maker($0.offset, frame)) \(words.count($0.element))" }.joined(
                            separator: ", ") + "."))
        lines.append(
            "  "
                + words.pick("Lasting states before and now: ", "Zustände von Bestand vorher und jetzt: ")
                + branching.lasting.map {
                    "\(words.name($0.concept)) \(words.count($0.before)) → \(words.count($0.now))"
                }.joined(separator: ", ") + ".")
        lines += branching.changedToday.map { change in
            let who = words.maker(change.maker, frame)
            return "  - "
                + (change.staysNow
                    ? words.pick(
                        "Today (\(words.name(change.concept))): \(who) would now stay.",
                        "Heute (\(words.name(change.concept))), jetzt Verbleib: \(who).")
                    : words.pick(
                        "Today (\(words.name(change.concept))): \(who) would now leave.",
                        "Heute (\(words.name(change.concept))), jetzt Weggang: \(who)."))
        }
        lines += branching.changedStates.map { change in
            let who = words.maker(change.maker, frame)
            return "  - "
                + (change.staysNow
                    ? words.pick("\(who) would now stay in: ", "Jetzt Verbleib (\(who)): ")
                    : words.pick("\(who) would now leave: ", "Jetzt Weggang (\(who)): "))
                + words.state(change.state, frame)
        }
        return lines
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

    private func inverseLines(_ words: Words) -> [String] {
        guard let inverse else { return [] }
        var lines = [
            "",
            words.pick(
                "When would this last (\(words.name(inverse.concept)))? ",
                "Wann hätte dies Bestand (\(words.name(inverse.concept)))? ")
                + words.state(inverse.state, frame),
        ]
        for (place, edits) in zip(inverse.places, inverse.edits) {
            let who = words.maker(place.maker, frame)
            let share = words.pick(
                "stays in \(words.count(place.stablePlaces)) of \(words.count(place.groups + 1)) places that it could give the state",
                "bleibt auf \(words.count(place.stablePlaces)) von \(words.count(place.groups + 1)) Plätzen, die es dem Zustand geben könnte"
            )
            if place.isStable {
                lines.append("  \(who): " + words.pick("stays as it is; ", "bleibt schon jetzt; ") + share)
                continue
            }
            lines.append(
                "  \(who): "
                    + words.pick(
                        "the state would have to overtake \(words.count(place.overtaken, ("other", ""), ("others", ""))); ",
                        "der Zustand müsste \(words.count(place.overtaken, ("", "anderen"), ("", "andere"))) überholen; "
                    )
                    + share)
            lines += words.sentence(edits, frame).map { ["    " + $0] } ?? []
        }
        lines.append(
            "  "
                + (inverse.isConfirmed
                    ? words.pick(
                        "With all of these places together the state lasts (computed forwards).",
                        "Mit all diesen Plätzen zusammen hat der Zustand Bestand (vorwärts gerechnet).")
                    : words.pick(
                        "All of these places together are not enough: they change what others can answer.",
                        "All diese Plätze zusammen genügen nicht: sie ändern, was andere antworten können.")))
        return lines
    }

    private func coalitionLines(_ words: Words) -> [String] {
        guard let coalitions else { return [] }
        var table = TextTable()
        table.add([
            "", "CNash", "CGMR", "CSMR", "CSEQ",
            words.pick("leaves what nobody leaves alone", "verlässt, was niemand allein verlässt"),
            words.pick("from today", "von heute aus"),
        ])
        for own in coalitions {
            table.add([
                own.members.map { words.maker($0, frame) }.joined(separator: " + "),
                words.count(own.cnash.count),
                words.count(own.cgmr.count), words.count(own.csmr.count), words.count(own.cseq.count),
                words.count(own.vulnerable.count),
                departure(own, words),
            ])
        }
        return [
            "",
            words.pick(
                "Coalitions: states that they would not leave together",
                "Koalitionen: Zustände, die sie gemeinsam nicht verließen"),
        ] + table.lines()
    }

    private func departure(_ own: Coalition, _ words: Words) -> String {
        guard let target = own.leavesToday, let today else { return words.pick("stays", "bleibt") }
        return words.change(from: today.state, to: target, frame)
    }

    private func goalLines(_ words: Words) -> [String] {
        guard let goals else { return [] }
        var lines = ["", words.pick("Preferences for the goals (Nash)", "Vorlieben zu den Zielen (Nash)")]
        switch goals {
        case .undecided:
            lines.append(
                "  " + words.pick("not found within the budget", "im Rahmen des Budgets nicht gefunden"))
        case .contradiction(let core):
            lines.append(
                "  " + words.pick("These goals contradict each other:", "Diese Ziele widersprechen einander:")
            )
            lines += core.map {
                "  - \(words.state($0.state, frame)): "
                    + ($0.isStable
                        ? words.pick("lasts", "hat Bestand")
                        : words.pick("does not last", "hat keinen Bestand"))
            }
        case .wishes(let wishes):
            let groups = wishes.reduce(into: [[Wish]]()) { groups, wish in
                let same = groups.firstIndex {
                    $0[0].maker == wish.maker && $0[0].better == wish.better
                        && $0[0].isStrict == wish.isStrict
                }
                if let same { groups[same].append(wish) } else { groups.append([wish]) }
            }
            lines += groups.map { "  - " + words.sentence($0, frame) }
        }
        return lines
    }

    private func robustnessLines(_ words: Words) -> [String] {
        guard let robustness else { return [] }
        func line(_ own: Survivor) -> String {
            "  \(words.count(own.variants)) (\(words.numbers.text(Rational(100 * own.variants, over: max(robustness.variants, 1)), places: 1)) %): \(words.state(own.state, frame))"
        }
        let head = words.pick(
            "In how many of \(words.count(robustness.variants)) variants a state lasts (\(words.count(max(robustness.authors.count, 1), ("set", ""), ("sets", ""))) of preferences × \(words.count(robustness.concepts.count)) concepts × up to \(words.count(robustness.reversibilities)) ways of taking back)",
            "In wie vielen von \(words.count(robustness.variants)) Varianten ein Zustand Bestand hat (\(words.count(max(robustness.authors.count, 1), ("", "Satz"), ("", "Sätze"))) von Vorlieben × \(words.count(robustness.concepts.count)) Begriffe × bis zu \(words.count(robustness.reversibilities)) Arten des Zurücknehmens)"
        )
        return ["", head] + (robustness.asked.map { [line($0)] } ?? []) + [
            words.pick("  the most robust:", "  die beständigsten:")
        ]
            + robustness.leading.map(line)
    }

    private func foresightLines(_ words: Words) -> [String] {
        guard let foresight else { return [] }
        var table = TextTable()
        table.add(["", "L1", "L2", "L3", "L4", "NM", words.pick("leads", "führt")])
        for i in frame.decisionMakers.indices {
            table.add(
                [words.maker(i, frame)] + foresight.limited[i].map { words.count($0.count) }
                    + [
                        words.count(foresight.nonMyopic[i].count),
                        words.count(foresight.stackelberg[i].count),
                    ])
        }
        return [
            "",
            words.pick(
                "With foresight of one to four moves, without end (NM), and leading the other",
                "Mit Voraussicht von einem bis vier Zügen, ohne Ende (NM) und als Führender"),
        ]
            + table.lines()
            + (foresight.hasTies
                ? [
                    "  "
                        + words.pick(
                            "Ties: who is indifferent stays; of equal moves the lowest state is taken.",
                            "Gleichstand: wer gleichgültig ist, bleibt; von gleichen Zügen der niedrigste Zustand."
                        )
                ] : [])
    }

    private func dilemmaLines(_ words: Words) -> [String] {
        guard let confrontation, !confrontation.dilemmas.isEmpty else { return [] }
        var lines = [
            "",
            words.pick(
                "What each side's wishes come to at best, and what makes it hard",
                "Worauf die Wünsche jeder Seite bestenfalls hinauslaufen, und was es schwer macht"),
        ]
        for i in frame.decisionMakers.indices {
            lines.append("  \(words.maker(i, frame)): \(words.favourite(of: i, confrontation, frame))")
            lines += words.dilemmas(of: i, confrontation, frame).map { "    - " + $0 }
        }
        return lines
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

extension Words {
    /// What one decision maker has to like no less, or more, than some other states.
    func sentence(_ wishes: [StabilityFinding.Wish], _ frame: ConflictFrame) -> String {
        let wish = wishes[0]
        let others =
            wishes.count > 3
            ? pick(
                "any of \(count(wishes.count)) states to which it can move",
                "jeden von \(count(wishes.count)) Zuständen, zu denen es ziehen kann")
            : wishes.map { "[\(state($0.worse, frame))]" }.joined(separator: ", ")
        return maker(wish.maker, frame)
            + (wish.isStrict
                ? pick(" prefers ", " zieht vor: ") : pick(" likes no less ", " schätzt nicht weniger: "))
            + "[\(state(wish.better, frame))]"
            + (wish.isStrict ? pick(" to ", " vor ") : pick(" than ", " als ")) + others
    }

    /// What a conclusion says, and what it expects of the state that it names.
    func sentence(_ claim: StabilityFinding.Claim) -> String {
        let who = claim.makers.isEmpty ? "" : " (\(claim.makers.joined(separator: ", ")))"
        let expects =
            claim.expectsStaying
            ? pick("expected to last", "erwartet: Bestand")
            : pick("expected not to last", "erwartet: kein Bestand")
        return "\(claim.conclusion): \(self(claim.text)) – \(expects)\(who)"
    }

    func mixes(_ table: StabilityFinding.AuthorTable) -> String {
        pick(
            "Everybody stays in \(numbers.text(table.lastingMixes)) of \(numbers.text(table.mixes)) mixes of authors.",
            "Alle bleiben in \(numbers.text(table.lastingMixes)) von \(numbers.text(table.mixes)) Mischungen der Verfasser."
        )
    }

    func wish(_ preference: StabilityModel.Preference?, _ frame: ConflictFrame) -> String {
        preference.map { self.preference($0, frame) } ?? "–"
    }

    /// Who stays and who leaves, in one line.
    func who(_ outlook: StabilityFinding.Outlook, _ frame: ConflictFrame) -> String {
        let leaving = outlook.reading.verdicts.flatMap { $0 }.filter { $0.isStable == false }
        if leaving.isEmpty { return pick("lasts", "hat Bestand") }
        return pick("would be left by: ", "nicht bleiben: ") + list(leaving.map { maker($0.maker, frame) })
    }

    func cell(_ cell: StabilityFinding.Cell) -> String {
        switch cell {
        case .stays: pick("stays", "bleibt")
        case .leaves: pick("leaves", "geht")
        case .excluded: pick("excluded", "ausgeschlossen")
        case .notAnswerable: "–"
        }
    }

    /// The fewest changed wishes; `nil` where there are none to change.
    func sentence(_ edits: StabilityFinding.Edits, _ frame: ConflictFrame) -> String? {
        switch edits {
        case .found(let list):
            pick("fewest changed wishes: ", "am wenigsten geänderte Wünsche: ")
                + list.map { edit($0, frame) }.joined(separator: "; ")
        case .notEnough: pick("two changed wishes are not enough", "zwei geänderte Wünsche genügen nicht")
        case .undecided:
            pick(
                "whether two changed wishes would do was not decided",
                "ob zwei geänderte Wünsche genügten, blieb unentschieden")
        case .noStatements: nil
        }
    }

    func edit(_ edit: StabilityFinding.Edit, _ frame: ConflictFrame) -> String {
        let what = "\(edit.slot) (\(preference(edit.preference, frame)))"
        switch edit.kind {
        case .dropped: return pick("leave out \(what)", "\(what) weglassen")
        case .negated: return pick("turn \(what) into its opposite", "\(what) ins Gegenteil verkehren")
        case .first: return pick("put \(what) first", "\(what) an die erste Stelle")
        case .last: return pick("put \(what) last", "\(what) an die letzte Stelle")
        }
    }
}
