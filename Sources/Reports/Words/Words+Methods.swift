import Findings

/// Methods and how far they were checked, in words.
extension Words {
    /// The name of a method.
    func name(_ method: Method) -> String {
        switch method {
        case .pointByPoint(let conditional):
            pick(
                "point-by-point comparison (conditional terms count as their \(conditional))",
                "Vergleich Punkt für Punkt (Bedingtes zählt als \(conditional == "hull" ? "Spanne bis zum Ersatzwert" : "sein Wert"))"
            )
        case .checklist:
            pick(
                "promises read clause by clause; three axes between soft and hard",
                "Zusagen Klausel für Klausel gelesen; drei Achsen zwischen weich und hart")
        case .everyReading:
            pick(
                "conditions judged under every reading of a draft",
                "Bedingungen unter jeder Lesart eines Entwurfs geprüft")
        case .stocksAndClaims:
            pick("stocks and claims, nothing converted", "Bestände und Ansprüche, nichts umgerechnet")
        case .brief:
            pick(
                "a choice from the answers of the other questions",
                "eine Auswahl aus den Antworten der übrigen Fragen")
        case .inventory: pick("inventory of the case", "Bestandsaufnahme des Falls")
        case .refinding:
            pick(
                "passages found again by hashes of their words",
                "Wiederfinden von Stellen an Streuwerten ihrer Wörter")
        case .gameSolving:
            pick(
                "sequential equilibria by supports, beliefs and exact linear programs; extreme Nash equilibria by vertices",
                "sequentielle Gleichgewichte über Träger, Überzeugungen und exakte lineare Programme; extreme Nash-Gleichgewichte über Ecken"
            )
        case .correlatedEquilibria:
            pick(
                "correlated equilibria by exact linear programs",
                "korrelierte Gleichgewichte durch exakte lineare Programme")
        case .subgameSolving:
            pick(
                "subgame by subgame from the last to the first, Nash equilibria of each",
                "Teilspiel für Teilspiel vom letzten zum ersten, Nash-Gleichgewichte eines jeden")
        case .regretMatching:
            pick(
                "predictive regret matching in floating point; bounds proven by best replies",
                "vorausschauendes Regret-Matching in Gleitkommazahlen; Schranken durch beste Antworten bewiesen"
            )
        case .logitBranch:
            pick(
                "principal branch of agent logit equilibria by arclength, in floating point",
                "Hauptast der Agenten-Logit-Gleichgewichte nach Bogenlänge, in Gleitkommazahlen")
        case .packages:
            pick(
                "packages counted issue by issue, rules by elimination; ranges taken at both ends",
                "Pakete, Gegenstand für Gegenstand gezählt, Regeln durch Elimination; Spannen an beiden Enden genommen"
            )
        case .alternatingOffers:
            pick(
                "stacked alternating offers with set tactics; single text changed where nobody loses; moves in the record by an exact test",
                "abwechselnde Gebote mit festen Taktiken; ein Text, geändert, wo niemand verliert; Bewegungen in den Aussagen mit einem exakten Test"
            )
        case .stepOrders:
            pick(
                "all orders of steps at once, by dynamic programming over the sets of steps done; ranges taken at both ends",
                "alle Reihenfolgen der Schritte zugleich, durch dynamische Programmierung über die Mengen erledigter Schritte; Spannen an beiden Enden genommen"
            )
        case .funnel:
            pick(
                "packages counted gate by gate, only what is certain stops; orders of steps by search over all of them",
                "Pakete Gatter für Gatter gezählt, nur Sicheres hält auf; Reihenfolgen der Schritte durch Suche über alle"
            )
        case .ratification:
            pick(
                "rules as voting bodies, coalitions counted exactly; chances as ranges",
                "Regeln als abstimmende Gremien, Koalitionen exakt gezählt; Aussichten als Spannen")
        case .guaranteeGames:
            pick(
                "games in which the promise is tested (what nobody should do is struck out, else every sequential outcome); design by clause",
                "Spiele, in denen die Zusage erprobt wird (was niemand tun sollte, wird gestrichen, sonst jeder sequentielle Ausgang); Entwurf nach Klauseln"
            )
        case .graphModel:
            pick("graph model for conflict resolution", "Graphenmodell der Konfliktlösung (GMCR)")
        case .wordSearch: pick("search for folded words", "Suche nach gefalteten Wörtern")
        }
    }

    /// How far a method has been checked.
    func status(_ status: Method.Status) -> String {
        switch status {
        case .published: pick("reproduces a published result", "gibt ein veröffentlichtes Ergebnis wieder")
        case .otherProgram: pick("agrees with another program", "stimmt mit einem anderen Programm überein")
        case .ownTests: pick("only own tests", "nur eigene Prüfungen")
        }
    }
}
