import CaseModel
import Findings
import Numbers

/// What is told only if it was asked for, and what the specialist looks up.
extension StabilityFinding {
    func inverseLines(_ words: Words) -> [String] {
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

    func coalitionLines(_ words: Words) -> [String] {
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

    func goalLines(_ words: Words) -> [String] {
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

    func robustnessLines(_ words: Words) -> [String] {
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

    func foresightLines(_ words: Words) -> [String] {
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

    func dilemmaLines(_ words: Words) -> [String] {
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
}
