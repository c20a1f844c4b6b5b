import CaseModel
import Findings
import Numbers

extension NegotiateFinding {
    /// Each tactic of the first party against each of the second.
    func matrixTable(_ talks: Talks, _ words: Words) -> TextTable {
        var table = TextTable()
        let all = TacticName.allCases
        table.add([""] + all.map { words.name($0) })
        for (row, tactic) in all.enumerated() {
            let runs = talks.matrix[row * all.count..<(row + 1) * all.count]
            table.add([words.name(tactic)] + runs.map { cell($0.outcome, words) })
        }
        return table
    }

    private func cell(_ outcome: Outcome, _ words: Words) -> String {
        guard outcome.agreement != nil, let utilities = outcome.utilities else { return "–" }
        let round = outcome.round.map { " " + words.count($0) } ?? ""
        return utilities.map { words.utility($0) }.joined(separator: "; ") + round
    }

    func goodwillTable(_ talks: Talks, _ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            [words.pick("who takes it", "wer ihn tut"), words.pick("against", "gegen")]
                + talks.parties.map { words($0.name) } + [words.pick("the agreement", "die Einigung")])
        for price in talks.goodwill {
            let isFirst = price.against == TacticName.allCases.first
            table.add(
                [isFirst ? name(price.party, talks, words) : "", words.name(price.against)]
                    + talks.parties.indices.map { words.change(price, of: $0) } + [words.fate(price.fate)])
        }
        return table
    }

    // MARK: The mediated text

    func mediationText(_ talks: Talks, _ words: Words) -> [String] {
        guard let mediation = talks.mediation else { return [] }
        let start = mediation.start
        let name = start.name.map { words($0) } ?? start.id ?? words.pick("the status quo", "der Status quo")
        var lines = [
            "",
            words.pick(
                "A mediator changes one text, from “\(name)”, where nobody loses",
                "Ein Vermittler ändert einen Text, von „\(name)“ aus, wo niemand verliert"),
        ]
        lines.append("  " + standing(start.utilities, start.toFrontier, words))
        if !start.isAllowed {
            lines.append(
                "  "
                    + words.pick(
                        "The start itself breaks a rule or crosses a red line; changes must not.",
                        "Der Anfang selbst bricht eine Regel oder überschreitet eine rote Linie; Änderungen dürfen das nicht."
                    ))
        }
        lines += [
            words.pick("  One issue at a time", "  Ein Gegenstand nach dem anderen")
        ]
        lines += answer(mediation.single, talks, words)
        lines += [words.pick("  Any two issues together, too", "  Auch zwei Gegenstände zugleich")]
        lines += answer(mediation.pairs, talks, words)
        return lines + annealedText(mediation.annealed, talks, words)
    }

    private func standing(_ utilities: [Rational], _ far: Rational?, _ words: Words) -> String {
        words.vector(utilities)
            + (far.map { words.pick(", to the frontier ", ", bis zur Grenze ") + words.root($0) } ?? "")
    }

    private func answer(_ text: TextAnswer, _ talks: Talks, _ words: Words) -> [String] {
        var lines = text.changes.map { change -> String in
            let what = change.changes.map {
                words.issue($0.issue, talks.issues) + " → "
                    + words.alternative($0.issue, $0.alternative, talks.issues)
            }
            let gains = zip(talks.parties, change.gains).filter { $0.1 > 0 }.map {
                "\(words($0.name)) +\(words.utility($1))"
            }
            return "    \(what.joined(separator: "; ")) (\(gains.joined(separator: ", ")))"
        }
        let fell = zip(talks.parties, zip(text.blocked, text.blockedAlone)).map {
            "\(words($0.name)) \(words.count($1.0)) (\(words.count($1.1)))"
        }
        let proposals = words.count(text.proposals, ("proposal", "Vorschlag"), ("proposals", "Vorschläge"))
        if lines.isEmpty {
            lines.append(
                words.pick(
                    "    no change that nobody is against", "    keine Änderung, gegen die niemand ist"))
        }
        lines.append(
            words.pick(
                "    \(proposals); fell with the vote of (with that alone): \(fell.joined(separator: ", "))",
                "    \(proposals); gefallen mit der Stimme von (mit ihr allein): \(fell.joined(separator: ", "))"
            ))
        if !text.changes.isEmpty {
            lines.append(
                "    " + words.pick("ends at: ", "endet bei: ") + words.package(text.end, talks.issues) + " "
                    + standing(text.utilities, text.toFrontier, words))
        }
        return lines
    }

    private func annealedText(_ found: Annealed, _ talks: Talks, _ words: Words) -> [String] {
        guard found.chains > 0 else { return [] }
        let means = zip(talks.parties, zip(found.means, found.utilities)).map {
            "\(words($0.name)) \(words.utility($1.0)) (\(words.utility($1.1)))"
        }
        let on = found.onFrontier.map {
            words.pick(
                "; on the frontier: \(words.count($0))", "; auf der Grenze: \(words.count($0))")
        }
        return [
            words.pick(
                "  Random changes, some against votes: \(words.count(found.chains)) chains of \(words.count(found.proposals)) proposals, \(words.count(found.overrides)) taken against votes",
                "  Zufällige Änderungen, manche gegen Stimmen: \(words.count(found.chains)) Ketten von \(words.count(found.proposals)) Vorschlägen, \(words.count(found.overrides)) gegen Stimmen genommen"
            ),
            "    " + words.pick("mean (least to most): ", "Mittel (kleinstes bis größtes): ")
                + means.joined(separator: ", "),
            "    "
                + words.pick(
                    "better for somebody and for nobody worse than the start: \(words.count(found.improved))",
                    "für jemanden besser und für niemanden schlechter als der Anfang: \(words.count(found.improved))"
                )
                + (on ?? ""),
        ]
    }
}
