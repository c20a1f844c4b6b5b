import CaseModel
public import Findings
import Numbers

extension SequenceFinding {
    /// What several viewpoints say of the same pair of steps, in one table; they are never added up.
    public static func sideBySide(
        _ answers: [(perspective: String, answer: SequenceFinding)], _ words: Words
    ) -> String? {
        var table = TextTable()
        let compared = answers.map(\.answer).first { $0.comparison != nil }
        let sides: [String] = (compared?.comparison?.sides ?? []).map { side in
            let name = words.quoted(compared.map { SequenceNames($0, words) }?.step(side.first) ?? side.first)
            return words.pick("once begun, \(name) first", "einmal begonnen, \(name) zuerst")
        }
        table.add(
            [
                "", words.pick("orders", "Reihenfolgen"), words.pick("self-enforcing", "selbstdurchsetzend"),
                words.pick("once begun", "einmal begonnen"),
            ] + sides
                + [
                    words.pick("less exposed", "weniger gefährdet"),
                    words.pick("turned by", "umgekehrt durch"),
                    words.pick("would not begin", "begönne nicht"),
                ])
        for (perspective, answer) in answers {
            table.add([perspective] + answer.row(words, columns: sides.count))
        }
        return ([words.pick("Side by side", "Nebeneinander")] + table.lines()).joined(separator: "\n") + "\n"
    }

    private func row(_ words: Words, columns: Int) -> [String] {
        let names = SequenceNames(self, words)
        let out = parties.filter { $0.total < 0 }.map { party in
            words(party.name)
                + (party.begins == .never ? words.pick(" (for any numbers)", " (für alle Zahlen)") : "")
        }
        let values = comparison?.sides.map { words.exposure($0.onceBegun) } ?? []
        let less =
            comparison.map { comparison in
                comparison.lessExposed.map { words.quoted(names.step(comparison.sides[$0].first)) }
                    ?? words.pick("neither", "keine")
            } ?? "–"
        let turns =
            comparison?.turns.map { turns in
                turns.isEmpty
                    ? words.pick("no single number", "keine einzelne Zahl")
                    : words.number(turns[0].number, names)
                        + (turns[0].at ?? Interval(turns[0].end)).described(words)
                        + (turns.count > 1 ? words.pick(" and others", " und andere") : "")
            } ?? "–"
        return [
            words.size(orders.feasible), words.size(orders.selfEnforcing),
            words.size(orders.selfEnforcingOnceBegun),
        ] + (values + Array(repeating: "–", count: max(0, columns - values.count)))
            + [less, turns, out.isEmpty ? "–" : words.list(out)]
    }
}

extension Interval {
    fileprivate func described(_ words: Words) -> String {
        words.pick(" at \(words.utility(self))", " bei \(words.utility(self))")
    }
}
