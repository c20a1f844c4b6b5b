import CaseModel
public import Findings
import Numbers

extension NegotiateFinding {
    /// What a first step changes for its giver, reading by reading; the readings are never added up.
    public static func sideBySide(
        _ answers: [(perspective: String, answer: NegotiateFinding)], _ words: Words
    ) -> String? {
        var table = TextTable()
        table.add(
            ["", words.pick("who takes the step", "wer den Schritt tut")]
                + TacticName.allCases.map { words.pick("against ", "gegen ") + words.name($0) }
                + [words.pick("agreements", "Einigungen")])
        for (perspective, answer) in answers {
            guard case .success(let talks) = answer.talks else {
                table.add(perspective, words.pick("no talks", "kein Gespräch"))
                continue
            }
            for (place, party) in talks.parties.enumerated() {
                let prices = talks.goodwill.filter { $0.party == party.id }
                let agreed = talks.matrix.count { $0.outcome.agreement != nil }
                table.add(
                    [place == 0 ? perspective : "", words(party.name)]
                        + prices.map { answer.cell($0, of: place, words) }
                        + [place == 0 ? "\(words.count(agreed))/\(words.count(talks.matrix.count))" : ""])
            }
        }
        let title = words.pick(
            "Side by side: what a first step changes for its giver",
            "Nebeneinander: was ein erster Schritt für den Geber ändert")
        return ([title] + table.lines()).joined(separator: "\n") + "\n"
    }

    private func cell(_ price: GoodwillPrice, of party: Int, _ words: Words) -> String {
        switch price.fate {
        case .tooLarge: words.pick("too large", "zu groß")
        case .neither: words.pick("no agreement", "keine Einigung")
        case .lost: words.pick("lost", "verloren")
        case .reached: words.pick("reached", "gewonnen")
        case .agreed: words.change(price, of: party)
        }
    }
}
