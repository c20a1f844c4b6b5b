import CaseModel
import Findings

extension Words {
    /// What is wrong with a model, and what to do about it.
    func problem(_ problem: ModelProblem, _ place: Place) -> String {
        let (what, hint) = texts(problem)
        return (problem.isAsked ? "" : "\(place): ") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ")
            + hint
    }

    /// The same in a clause, for a place inside an answer.
    func problem(_ problem: ModelProblem) -> String { texts(problem).0 }

    private func texts(_ problem: ModelProblem) -> (String, String) {
        switch problem {
        case .noDecisionMakers:
            return (
                pick("the model has no decision makers", "das Modell hat keine Entscheidungsträger"),
                pick(
                    "write at least one under 'decisionMakers'",
                    "unter „decisionMakers“ mindestens einen nennen")
            )
        case .nothingFeasible:
            return (
                pick(
                    "the rules under 'infeasible' leave no state",
                    "die Regeln unter „infeasible“ lassen keinen Zustand übrig"),
                pick("take out or narrow a rule", "eine Regel streichen oder enger fassen")
            )
        case .statusQuoInfeasible(let options):
            return (
                pick("the status quo cannot be: ", "der Status quo kann nicht sein: ") + named(options),
                pick(
                    "change 'statusQuo' or the rule that forbids it",
                    "„statusQuo“ ändern oder die Regel, die ihn verbietet")
            )
        case .noPreferences(let makers):
            return (
                pick(
                    "no preferences are known of: \(list(makers))",
                    "keine Vorlieben bekannt von: \(list(makers))"),
                pick(
                    "ask from a perspective that gives them ('--perspective all' asks every one), or write 'preferences: indifferent'",
                    "aus einer Sichtweise fragen, die sie angibt („--perspective all“ fragt alle), oder „preferences: indifferent“ schreiben"
                )
            )
        case .rankingNamesUnknown(let maker, let name):
            return (
                pick(
                    "the ranking of '\(maker)' names '\(name)', which is no state",
                    "die Rangfolge von „\(maker)“ nennt „\(name)“, das ist kein Zustand"),
                pick(
                    "ordinals number the feasible states from 1; in graph form states are named",
                    "Ordnungszahlen zählen die möglichen Zustände ab 1; in Graphform stehen Namen")
            )
        case .rankingRepeats(let maker, let name):
            return (
                pick(
                    "the ranking of '\(maker)' names '\(name)' twice",
                    "die Rangfolge von „\(maker)“ nennt „\(name)“ zweimal"),
                pick("every state stands in one place", "jeder Zustand steht an einer Stelle")
            )
        case .rankingMisses(let maker, let names, let number):
            return (
                pick(
                    "the ranking of '\(maker)' misses \(count(number)) of the states: \(list(names))",
                    "in der Rangfolge von „\(maker)“ fehlen \(count(number)) Zustände: \(list(names))"),
                pick(
                    "give them a place; tied states stand in one inner list",
                    "ihnen einen Platz geben; gleichrangige stehen in einer inneren Liste")
            )
        case .classNotConstant(let maker, let first, let second):
            return (
                pick(
                    "'\(maker)' does not rank alike two patterns that count as one state: \(named(first)) and \(named(second))",
                    "„\(maker)“ reiht zwei Muster verschieden, die als ein Zustand gelten: \(named(first)) und \(named(second))"
                ),
                pick(
                    "narrow the class or change the preferences",
                    "die Klasse enger fassen oder die Vorlieben ändern")
            )
        case .weightNotExact(let maker, let option):
            return (
                pick(
                    "the weight of '\(option)' for '\(maker)' is a range",
                    "das Gewicht von „\(option)“ für „\(maker)“ ist eine Spanne"),
                pick(
                    "sums can only be ordered if weights are exact numbers",
                    "Summen lassen sich nur ordnen, wenn Gewichte genaue Zahlen sind")
            )
        case .strongBelowMild(let maker, let slot):
            return (
                pick(
                    "statement \(slot) of '\(maker)' is strong and stands below a mild one",
                    "Satz \(slot) von „\(maker)“ ist stark und steht unter einem milden"),
                pick("strong statements come first", "starke Sätze stehen zuerst")
            )
        case .tooLarge(let options, let bytes, let limit):
            return (
                pick(
                    "\(count(options)) options are too many: the answer would need \(count(bytes)) bytes, the limit is \(count(limit))",
                    "\(count(options)) Optionen sind zu viele: die Antwort brauchte \(count(bytes)) Byte, die Grenze ist \(count(limit))"
                ),
                pick(
                    "mark some options 'modelled: false'",
                    "einige Optionen mit „modelled: false“ kennzeichnen")
            )
        case .tooLargeForTables(let states, let limit):
            return (
                pick(
                    "\(count(states)) states are too many for this question: it keeps tables of states per state (at most \(count(limit)) states, fewer with many decision makers or moves)",
                    "\(count(states)) Zustände sind zu viele für diese Frage: sie hält je Zustand Tafeln von Zuständen (höchstens \(count(limit)) Zustände, weniger bei vielen Entscheidungsträgern oder Zügen)"
                ),
                pick(
                    "ask without it, or take options out of the model",
                    "ohne sie fragen oder Optionen aus dem Modell nehmen")
            )
        case .stateInfeasible(let options, let rules):
            return (
                pick("the state cannot be: ", "der Zustand kann nicht sein: ") + named(options)
                    + (rules.isEmpty
                        ? ""
                        : pick(" (excluded by \(list(rules)))", " (ausgeschlossen durch \(list(rules)))")),
                pick("name another state", "einen anderen Zustand nennen")
            )
        case .unknownState(let name, let nearest):
            return (
                pick("nothing of the model is called '\(name)'", "nichts im Modell heißt „\(name)“"),
                nearest.map { pick("did you mean '\($0)'?", "gemeint „\($0)“?") }
                    ?? pick(
                        "write the ids of the options taken, separated by commas, or 'none'; or the decimal of the state",
                        "die Kennungen der gewählten Optionen, durch Komma getrennt, oder „none“; oder die Zahl des Zustands"
                    )
            )
        case .unknownDecisionMaker(let name, let nearest):
            return (
                pick("there is no decision maker '\(name)'", "es gibt keinen Entscheidungsträger „\(name)“"),
                nearest.map { pick("did you mean '\($0)'?", "gemeint „\($0)“?") }
                    ?? pick("see 'decisionMakers'", "siehe „decisionMakers“")
            )
        case .needsOptions:
            return (
                pick(
                    "simultaneous stability is not defined for named states, classes and other readings",
                    "simultane Stabilität ist für benannte Zustände, Klassen und andere Lesarten nicht erklärt"
                ),
                pick("ask for another concept", "nach einem anderen Begriff fragen")
            )
        case .needsPlainReading:
            return (
                pick(
                    "coalitions and preferences that would do are looked for among plain orders only",
                    "Koalitionen und Vorlieben, die genügten, werden nur unter einfachen Rangordnungen gesucht"
                ),
                pick(
                    "leave out '--unknown', '--strength' and '--attitudes'",
                    "„--unknown“, „--strength“ und „--attitudes“ weglassen")
            )
        case .needsSequences:
            return (
                pick(
                    "'--inverse' is not answered for simultaneous stability",
                    "„--inverse“ wird für simultane Stabilität nicht beantwortet"),
                pick("name another concept with '--concept'", "mit „--concept“ einen anderen Begriff nennen")
            )
        case .reshapedTwice(let maker):
            return (
                pick(
                    "'\(maker)' is merged or split twice",
                    "„\(maker)“ wird zweimal zusammengelegt oder geteilt"),
                pick("name each decision maker once", "jeden Entscheidungsträger einmal nennen")
            )
        case .notItsOption(let option, let maker, let own):
            return (
                pick("'\(option)' is no option of '\(maker)'", "„\(option)“ ist keine Option von „\(maker)“"),
                pick("its options: ", "seine Optionen: ") + list(own)
            )
        }
    }

    private func named(_ options: [String]) -> String {
        quoted(options.isEmpty ? "none" : options.joined(separator: ","))
    }
}

extension ModelProblem {
    /// Whether it is about what was asked, not about the model.
    fileprivate var isAsked: Bool {
        switch self {
        case .unknownState, .unknownDecisionMaker, .stateInfeasible, .needsOptions, .needsPlainReading,
            .notItsOption, .needsSequences, .reshapedTwice:
            true
        default: false
        }
    }
}
