import CaseModel
import Findings
import Numbers

extension Words {
    /// What is wrong with a game, and what to do about it.
    func problem(_ problem: GameProblem, _ place: Place) -> String {
        let (what, hint) = texts(problem)
        return "\(place): " + pick("error: ", "Fehler: ") + what + "\n    " + pick("hint: ", "Hinweis: ")
            + hint
    }

    private func texts(_ problem: GameProblem) -> (String, String) {
        switch problem {
        case .unknownGame(let name, let known):
            (
                pick("there is no game '\(name)'", "es gibt kein Spiel „\(name)“"),
                pick("games: \(list(known))", "Spiele: \(list(known))")
            )
        case .noValue(let game):
            (
                pick(
                    "a payoff or probability of '\(game)' divides by zero at these values",
                    "eine Auszahlung oder Wahrscheinlichkeit von „\(game)“ teilt bei diesen Werten durch null"
                ),
                pick("give its parameters other values", "seinen Parametern andere Werte geben")
            )
        case .lottery(let game, let numbers):
            (
                pick(
                    "probabilities of a chance move of '\(game)' are \(numbers.map { "\($0)" }.joined(separator: ", ")) at these values",
                    "Wahrscheinlichkeiten eines Zufallszugs von „\(game)“ sind bei diesen Werten \(numbers.map { "\($0)" }.joined(separator: ", "))"
                ),
                pick(
                    "they must lie between 0 and 1 and sum to 1",
                    "sie müssen zwischen 0 und 1 liegen und zusammen 1 ergeben")
            )
        case .unknownAsk(let text, let sets):
            (
                pick("'\(text)' asks nothing of this game", "„\(text)“ fragt dieses Spiel nichts"),
                pick(
                    "write 'SET.ACTION' (joined by 'and', with 'not' before one), 'taken SET.ACTION', 'reach SET', 'payoff PLAYER', 'payoff PLAYER at SET' or 'belief BRANCH at SET'; sets that one player alone has: \(list(sets))",
                    "'MENGE.HANDLUNG' (verbunden mit 'and', davor auch 'not'), 'taken MENGE.HANDLUNG', 'reach MENGE', 'payoff SPIELER', 'payoff SPIELER at MENGE' oder 'belief ZWEIG at MENGE' schreiben; Mengen nur eines Spielers: \(list(sets))"
                )
            )
        case .noPath(let game):
            (
                pick(
                    "the game '\(game)' does not say by which action its promise is tested",
                    "das Spiel „\(game)“ sagt nicht, durch welche Handlung seine Zusage erprobt wird"),
                pick("write 'ask: {path: SET.ACTION}'", "„ask: {path: MENGE.HANDLUNG}“ schreiben")
            )
        case .noBelief(let parameter, let range):
            (
                pick(
                    "'\(parameter)' is a belief and ranges over \(numbers.text(range))",
                    "„\(parameter)“ ist ein Glaube und reicht über \(numbers.text(range))"),
                pick("a belief lies between 0 and 1", "ein Glaube liegt zwischen 0 und 1")
            )
        case .forgets(let player, let set):
            (
                pick(
                    "at the information set '\(set)' \(player) has forgotten what he did or knew before",
                    "an der Informationsmenge „\(set)“ hat \(player) vergessen, was er vorher tat oder wusste"
                ),
                pick(
                    "the methods offered need perfect recall: split the set, or make the player two",
                    "die Verfahren brauchen vollkommene Erinnerung: die Menge teilen oder aus dem Spieler zwei machen"
                )
            )
        case .notOffered(let concept, .needsTree):
            (
                pick(
                    "a table has no moves, so '\(concept.rawValue)' means nothing here",
                    "eine Tabelle hat keine Züge, „\(concept.rawValue)“ bedeutet hier nichts"),
                pick("ask for nash or perfect", "nash oder perfect verlangen")
            )
        case .notOffered(let concept, .needsTwoPlayers):
            (
                pick(
                    "'\(concept.rawValue)' is only offered for two players",
                    "„\(concept.rawValue)“ gibt es nur für zwei Spieler"),
                pick("ask for nash", "nash verlangen")
            )
        case .notOffered(let concept, .needsOneStage):
            (
                pick(
                    "'\(concept.rawValue)' is only offered for trees in which, after chance, everybody moves once and sees no move of another",
                    "„\(concept.rawValue)“ gibt es nur für Bäume, in denen nach dem Zufall jeder einmal zieht und keinen Zug eines anderen sieht"
                ),
                pick(
                    "ask for correlated: there the mediator asks nothing",
                    "correlated verlangen: dort fragt der Vermittler nichts")
            )
        case .notOffered(let concept, .tooManyPlans):
            (
                pick(
                    "the game has too many plans to list its equilibria under '\(concept.rawValue)'",
                    "das Spiel hat zu viele Pläne, um seine Gleichgewichte unter „\(concept.rawValue)“ aufzuzählen"
                ),
                pick("ask without --concept", "ohne --concept fragen")
            )
        case .pathsNeedTable:
            (
                pick(
                    "paths of Lemke and Howson are only followed in tables of two players",
                    "Pfade von Lemke und Howson gibt es nur in Tabellen von zwei Spielern"),
                pick("ask without --paths", "ohne --paths fragen")
            )
        case .unknownParameter(let name, let known):
            (
                pick("the game has no parameter '\(name)'", "das Spiel hat keinen Parameter „\(name)“"),
                pick("parameters: ", "Parameter: ") + (known.isEmpty ? "–" : list(known))
            )
        case .unknownGiven(let name, let known):
            (
                pick(
                    "nothing given in the game is called '\(name)'",
                    "nichts im Spiel Gegebenes heißt „\(name)“"),
                pick("given: ", "gegeben: ") + (known.isEmpty ? "–" : list(known))
            )
        }
    }
}
