import CaseModel
public import Findings
import Numbers

extension PackagesFinding {
    /// The sets of several viewpoints in one table; they are never added up.
    public static func sideBySide(
        _ answers: [(perspective: String, answer: PackagesFinding)], _ words: Words
    ) -> String? {
        var table = TextTable()
        table.add(
            "", words.pick("feasible", "machbar"), words.pick("lawful", "zulässig"),
            words.pick("acceptable", "annehmbar"), words.pick("for all numbers", "für alle Zahlen"),
            words.pick("for some", "für manche"), words.pick("worlds open", "Welten offen"),
            words.pick("what would open it", "was sie öffnete"))
        for (perspective, answer) in answers { table.add([perspective] + answer.row(words)) }
        let caveat = words.pick(
            "  What would open a set adds utilities of different parties, which is an assumption.",
            "  Was eine Menge öffnete, addiert Nutzen verschiedener Parteien, was eine Annahme ist.")
        let lines = [words.pick("Side by side", "Nebeneinander")] + table.lines() + [caveat]
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ words: Words) -> [String] {
        let open = worlds.map { $0.drawn == 0 ? "–" : words.percent(Rational($0.open, over: $0.drawn)) }
        return [
            words.packages(gates.feasible), words.packages(gates.lawful), words.packages(gates.acceptable),
            words.packages(ranges.certain), words.packages(ranges.conceivable), open ?? "–", opening(words),
        ]
    }

    /// Who would have to give way, or which rules leave nothing.
    private func opening(_ words: Words) -> String {
        if let contradiction {
            return words.pick("fewer rules: ", "weniger Regeln: ") + contradiction.joined(separator: ", ")
        }
        guard let concession else { return "" }
        let giving = zip(parties, concession.byParty).filter { $0.1 > 0 }.map { words($0.0.name) }
        return words.pick("less asked by ", "weniger Anspruch: ") + words.list(giving)
    }
}
