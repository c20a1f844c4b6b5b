import CaseModel
import Findings

extension StabilityFinding {
    /// The states that conclusions of the authors speak of.
    func namedLines(_ words: Words) -> [String] {
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
}
