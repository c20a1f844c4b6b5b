import CaseModel
import Findings
import Numbers

extension SequenceFinding {
    /// An order with what it hangs on, step by step.
    func judgedLines(_ one: JudgedOrder, _ words: Words, _ names: SequenceNames) -> [String] {
        var lines = ["  " + one.order.joined(separator: ", ")] + prefixTable(one, words, names).lines()
        lines += verdictLines(one, words, names).map { "  " + $0 }
        return lines
    }

    /// Before each step, who would rather not go on.
    func prefixTable(_ one: JudgedOrder, _ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("before", "vor"), words.pick("largest gain", "größter Gewinn"),
            words.pick("who would not go on", "wer nicht weiterginge"),
            words.pick("who could spoil it", "wer es stören könnte"))
        for prefix in one.prefixes {
            table.add(
                words.count(prefix.done + 1), names.step(prefix.next),
                words.exposure(prefix.gains.map(\.gain).max()),
                prefix.violations.isEmpty
                    ? "–" : prefix.violations.map { words.gain($0, names) }.joined(separator: ", "),
                prefix.spoilers.map { "\(names.actor($0.actor)): \(words($0.can))" }.joined(separator: "; "))
        }
        return table
    }

    func verdictLines(_ one: JudgedOrder, _ words: Words, _ names: SequenceNames) -> [String] {
        var lines = [
            words.pick("holds: ", "hält: ") + words.certainty(one.certainty, names),
            words.pick("holds once begun: ", "hält, einmal begonnen: ")
                + words.certainty(one.certaintyOnceBegun, names),
            guarantee(one, words, names),
            words.flips(one.flips, holds: one.holds, names),
        ]
        if one.flips != one.flipsOnceBegun {
            lines.append(
                words.pick("once begun, ", "einmal begonnen: ")
                    + words.flips(one.flipsOnceBegun, holds: one.holdsOnceBegun, names))
        }
        return lines
    }

    private func guarantee(_ one: JudgedOrder, _ words: Words, _ names: SequenceNames) -> String {
        guard let size = one.guarantee else {
            let begun = one.onceBegun.map { max(0, $0 + choices.guarantee) } ?? 0
            return words.pick(
                "no guarantee makes it hold, for it punishes nobody before the first step; once begun \(words.utility(begun)) would do",
                "keine Garantie lässt sie halten, denn vor dem ersten Schritt bestraft sie niemand; einmal begonnen genügte \(words.utility(begun))"
            )
        }
        if size.uniform == 0 {
            return words.pick("it needs no guarantee", "sie braucht keine Garantie")
        }
        let each = size.byParty.filter { $0.value > 0 }.sorted { $0.key < $1.key }
        return words.pick("smallest guarantee: ", "kleinste Garantie: ") + words.utility(size.uniform)
            + " (" + each.map { "\(names.actor($0.key)) \(words.utility($0.value))" }.joined(separator: ", ")
            + ")"
    }

    /// One pair of steps in both orders, on one scale.
    func comparisonLines(_ words: Words, _ names: SequenceNames) -> [String] {
        guard let comparison else { return [] }
        let first = comparison.sides[0]
        var lines = [
            "",
            words.pick(
                "\(words.quoted(names.step(first.first))) and \(words.quoted(names.step(first.second))): which first?",
                "\(words.quoted(names.step(first.first))) und \(words.quoted(names.step(first.second))): was zuerst?"
            ),
        ]
        lines += sideTable(comparison, words, names).lines()
        lines.append("  " + sentence(comparison, words))
        lines += turnLines(comparison, words, names).map { "  " + $0 }
        for side in comparison.sides {
            guard let order = side.order else { continue }
            let first = words.quoted(names.step(side.first))
            lines.append(
                "  "
                    + words.pick(
                        "least exposed with \(first) first: ", "am wenigsten gefährdet mit \(first) zuerst: ")
                    + order.order.joined(separator: ", "))
            lines.append(
                "    " + words.pick("who binds, once begun: ", "wer bindet, einmal begonnen: ")
                    + binding(order, words, names))
            lines += verdictLines(order, words, names).map { "    " + $0 }
        }
        return lines
    }

    func sideTable(_ comparison: Comparison, _ words: Words, _ names: SequenceNames) -> TextTable {
        var table = TextTable()
        table.add(
            [""]
                + comparison.sides.map {
                    words.pick(
                        "\(words.quoted(names.step($0.first))) first",
                        "\(words.quoted(names.step($0.first))) zuerst")
                })
        func row(_ name: String, _ cell: (Side) -> String) { table.add([name] + comparison.sides.map(cell)) }
        row(words.pick("orders that can be", "mögliche Reihenfolgen")) { words.size($0.feasible) }
        row(words.pick("self-enforcing", "selbstdurchsetzend")) { words.size($0.selfEnforcing) }
        row(words.pick("self-enforcing once begun", "selbstdurchsetzend, einmal begonnen")) {
            words.size($0.selfEnforcingOnceBegun)
        }
        row(words.pick("least exposure", "geringste Gefährdung")) { words.exposure($0.exposure) }
        row(words.pick("least exposure once begun", "geringste Gefährdung, einmal begonnen")) {
            words.exposure($0.onceBegun)
        }
        row(words.pick("smallest guarantee", "kleinste Garantie")) {
            $0.guarantee.map { words.utility($0) } ?? words.pick("none helps", "keine hilft")
        }
        return table
    }

    /// Who has the largest gain once begun, and before which step.
    func binding(_ order: JudgedOrder, _ words: Words, _ names: SequenceNames) -> String {
        let later = order.prefixes.dropFirst()
        guard let most = later.flatMap({ $0.gains.map(\.gain) }).max() else { return "–" }
        let found = later.flatMap { prefix in
            prefix.gains.filter { $0.gain == most }.map { ($0.party, prefix.next) }
        }
        var seen: [String] = []
        for (party, next) in found {
            let text = words.pick(
                "\(names.actor(party)) before \(words.quoted(names.step(next)))",
                "\(names.actor(party)) vor \(words.quoted(names.step(next)))")
            if !seen.contains(text) { seen.append(text) }
        }
        return seen.prefix(2).joined(separator: ", ") + (seen.count > 2 ? ", …" : "")
    }

    /// Which of the two is less exposed.
    func sentence(_ comparison: Comparison, _ words: Words) -> String {
        let names = SequenceNames(self, words)
        let firsts = comparison.sides.map { words.quoted(names.step($0.first)) }
        if let impossible = comparison.sides.firstIndex(where: { $0.order == nil }) {
            return words.pick(
                "\(firsts[1 - impossible]) has to come first anyway.",
                "\(firsts[1 - impossible]) muss ohnehin zuerst kommen.")
        }
        guard let less = comparison.lessExposed else {
            return words.pick(
                "Once begun, \(firsts[0]) first and \(firsts[1]) first are equally exposed.",
                "Einmal begonnen sind \(firsts[0]) zuerst und \(firsts[1]) zuerst gleich gefährdet.")
        }
        let values = comparison.sides.map { words.exposure($0.onceBegun) }
        return words.pick(
            "Once begun, \(firsts[less]) first is less exposed: \(values[less]) against \(values[1 - less]) with \(firsts[1 - less]) first.",
            "Einmal begonnen ist \(firsts[less]) zuerst weniger gefährdet: \(values[less]) gegen \(values[1 - less]) mit \(firsts[1 - less]) zuerst."
        )
    }

    /// Which single numbers turn the comparison.
    func turnLines(_ comparison: Comparison, _ words: Words, _ names: SequenceNames) -> [String] {
        guard comparison.sides.allSatisfy({ $0.order != nil }) else { return [] }
        guard let turns = comparison.turns else {
            return [
                words.pick(
                    "Which number turns this was not searched: there are too many orders.",
                    "Welche Zahl das umkehrt, wurde nicht gesucht: es gibt zu viele Reihenfolgen.")
            ]
        }
        if turns.isEmpty {
            return [
                words.pick(
                    "No single number turns this inside its range.",
                    "Keine einzelne Zahl kehrt das innerhalb ihrer Spanne um.")
            ]
        }
        return [
            comparison.lessExposed == nil
                ? words.pick(
                    "Single numbers that would decide this inside their ranges:",
                    "Einzelne Zahlen, die das innerhalb ihrer Spannen entschieden:")
                : words.pick(
                    "Single numbers that turn this inside their ranges:",
                    "Einzelne Zahlen, die das innerhalb ihrer Spannen umkehren:")
        ] + turns.prefix(5).map { "- " + words.turn($0, comparison.sides, names) }
            + (turns.count > 5 ? ["- …"] : [])
    }
}
