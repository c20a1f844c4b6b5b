import CaseModel
import Findings
import Numbers

/// Phrases of answers about games.
enum GamePhrase {
    case gameParameters, middleOfRange, gameValue, oneOfMany, components, emptyThreats, threatsNotSearched
    case struckOut, behindZeroChance, payoffs, regret, believes, thresholds, closedForms
    case paths, floatingPaths, noMediator, regretAtMost, logitPassage, logitCaution

    var texts: (en: String, de: String) {
        switch self {
        case .gameParameters: ("Solved at", "Gelöst bei")
        case .middleOfRange: ("middle of its range", "Mitte der Spanne")
        case .gameValue: ("Value of the game to the first player", "Wert des Spiels für den ersten Spieler")
        case .oneOfMany:
            (
                "one of many: the same actions with other probabilities give further outcomes",
                "eines von vielen: dieselben Handlungen mit anderen Wahrscheinlichkeiten ergeben weitere Ausgänge"
            )
        case .components: ("Connected components", "Zusammenhängende Teile")
        case .emptyThreats:
            (
                "Empty threats (Nash equilibria that rest on an action its author would not take)",
                "Leere Drohungen (Nash-Gleichgewichte, die auf einer Handlung beruhen, die ihr Urheber nicht wählen würde)"
            )
        case .threatsNotSearched:
            (
                "Empty threats were not searched: there are too many plans.",
                "Leere Drohungen wurden nicht gesucht: es gibt zu viele Pläne."
            )
        case .thresholds:
            (
                "Where the outcome changes, the other values staying as they are",
                "Wo sich der Ausgang ändert, wenn die anderen Werte bleiben"
            )
        case .closedForms: ("Known by hand of this model", "Von Hand über dieses Modell bekannt")
        case .struckOut: ("Struck out", "Gestrichen")
        case .behindZeroChance:
            ("Behind chance moves of probability zero", "Hinter Zufallszügen der Wahrscheinlichkeit null")
        case .paths:
            (
                "From which dropped strategies Lemke–Howson paths lead to which equilibrium",
                "Von welchen weggelassenen Strategien Lemke-Howson-Pfade zu welchem Gleichgewicht führen"
            )
        case .floatingPaths:
            (
                "the paths were followed in floating point; their ends are proven exactly",
                "die Pfade wurden in Gleitkommazahlen verfolgt; ihre Enden sind exakt bewiesen"
            )
        case .noMediator:
            (
                "the parts are drawn independently: nobody needs a mediator",
                "die Teile werden unabhängig gezogen: niemand braucht einen Vermittler"
            )
        case .regretAtMost: ("regret at most", "Bedauern höchstens")
        case .logitPassage: ("What the branch passes", "Woran der Ast vorbeiführt")
        case .logitCaution:
            (
                "Computed in floating point: an approximation, no proven equilibrium. The regret holds for these probabilities to nine places.",
                "In Gleitkommazahlen gerechnet: eine Näherung, kein bewiesenes Gleichgewicht. Das Bedauern gilt für diese Wahrscheinlichkeiten auf neun Stellen."
            )
        case .payoffs: ("payoffs", "Auszahlungen")
        case .regret: ("regret", "Bedauern")
        case .believes: ("believes", "glaubt")
        }
    }
}

extension Words {
    func callAsFunction(_ phrase: GamePhrase) -> String { pick(phrase.texts.en, phrase.texts.de) }
}

extension Words {
    /// "u = g / (g + c) / pi = 20/27: the outcome changes there".
    func sentence(_ form: SolveFinding.ClosedForm) -> String {
        "\(form.parameter) = \(form.formula) = \(fraction(form.at)): "
            + bites(form)
    }

    private func bites(_ form: SolveFinding.ClosedForm) -> String {
        switch form.bites {
        case true?:
            pick(
                "the outcome changes there (solved 1/1000 below and above)",
                "dort ändert sich der Ausgang (gelöst je 1/1000 darunter und darüber)")
        case false?:
            pick(
                "nothing changes there at these values of the others",
                "dort ändert sich bei diesen Werten der anderen nichts")
        case nil:
            pick(
                "not checked, because the search did not come to an end",
                "nicht geprüft, weil die Suche nicht zu Ende kam")
        }
    }

    func title(of finding: SolveFinding) -> String {
        let title = finding.names.title
        return title.isEmpty ? pick("The game", "Das Spiel") : title
    }

    /// An exact number, as a fraction where it is none of the whole ones.
    func fraction(_ value: Rational) -> String { "\(value)" }

    /// An exact number, or one that is no fraction, cut short.
    func number(_ value: Interval) -> String {
        value.isPoint ? fraction(value.low) : "≈ " + numbers.text(value.midpoint, places: 6)
    }

    /// A probability; one with more digits than anybody reads, cut short.
    func probability(_ value: Interval) -> String {
        number(value).count > 24 ? "≈ " + numbers.text(value.midpoint, places: 6) : number(value)
    }

    /// The proven ends of a short range.
    func bounds(_ value: Interval) -> String {
        pick("between ", "zwischen ") + numbers.text(value.low, places: 12) + pick(" and ", " und ")
            + numbers.text(value.high, places: 12)
    }

    func given(_ given: [String: String], _ names: GameNames) -> String {
        given.sorted { $0.key < $1.key }.map {
            "\(names.text($0.key, in: language)) = \(names.text($0.value, in: language))"
        }.joined(separator: ", ")
    }

    func equilibria(_ number: Int, _ scope: SolveFinding.Scope) -> String {
        switch scope {
        case .extremeEquilibria:
            count(
                number, ("extreme Nash equilibrium", "extremes Nash-Gleichgewicht"),
                ("extreme Nash equilibria", "extreme Nash-Gleichgewichte"))
        case .regularEquilibria:
            count(
                number, ("Nash equilibrium", "Nash-Gleichgewicht"),
                ("Nash equilibria", "Nash-Gleichgewichte"))
        case .sequentialOutcomes:
            count(
                number, ("sequential outcome", "sequentieller Ausgang"),
                ("sequential outcomes", "sequentielle Ausgänge"))
        case .sequentialEquilibria:
            count(
                number, ("sequential equilibrium", "sequentielles Gleichgewicht"),
                ("sequential equilibria", "sequentielle Gleichgewichte"))
        case .logitBranch:
            count(
                number, ("agent logit equilibrium, approximate", "Agenten-Logit-Gleichgewicht, genähert"),
                ("agent logit equilibria, approximate", "Agenten-Logit-Gleichgewichte, genähert"))
        case .correlatedGoals:
            count(
                number, ("correlated equilibrium", "korreliertes Gleichgewicht"),
                ("correlated equilibria", "korrelierte Gleichgewichte"))
        case .communicationGoals:
            count(
                number, ("communication equilibrium", "Kommunikationsgleichgewicht"),
                ("communication equilibria", "Kommunikationsgleichgewichte"))
        case .subgamePerfectEquilibria:
            count(
                number, ("subgame-perfect equilibrium", "teilspielperfektes Gleichgewicht"),
                ("subgame-perfect equilibria", "teilspielperfekte Gleichgewichte"))
        case .approximation:
            count(
                number, ("approximate equilibrium", "genähertes Gleichgewicht"),
                ("approximate equilibria", "genäherte Gleichgewichte"))
        case .oneEquilibrium:
            count(
                number, ("equilibrium proven", "bewiesenes Gleichgewicht"),
                ("equilibria proven", "bewiesene Gleichgewichte"))
        }
    }

    func sentence(_ survival: SolveFinding.Survival) -> String {
        switch (survival.intuitive, survival.d1) {
        case (true, true):
            pick("passes the intuitive criterion and D1", "besteht das intuitive Kriterium und D1")
        case (true, false):
            pick("passes the intuitive criterion, not D1", "besteht das intuitive Kriterium, nicht D1")
        case (false, true):
            pick("passes D1, not the intuitive criterion", "besteht D1, nicht das intuitive Kriterium")
        case (false, false):
            pick(
                "fails the intuitive criterion and D1", "scheitert am intuitiven Kriterium und an D1")
        }
    }

    func name(_ concept: SolveFinding.Concept) -> String {
        switch concept {
        case .logit: pick("agent logit", "Agenten-Logit")
        case .correlated: pick("correlated", "korreliert")
        case .nash: pick("Nash", "Nash")
        case .communication: pick("communication", "Kommunikation")
        case .subgamePerfect: pick("subgame-perfect", "teilspielperfekt")
        case .sequential: pick("sequential", "sequentiell")
        case .quasiPerfect: pick("quasi-perfect", "quasi-perfekt")
        case .perfect: pick("perfect", "perfekt")
        }
    }

    /// A precision to six significant digits.
    func lambda(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        let digits = Int(value.exponent) * 3 / 10
        return numbers.text(Rational(exactly: value), places: max(0, 5 - digits))
    }

    func name(_ kind: SolveFinding.Logit.Kind) -> String {
        switch kind {
        case .turn:
            pick("it turns, lambda falls or rises again", "er kehrt um, lambda fällt oder steigt wieder")
        case .bifurcation:
            pick("another branch crosses (bifurcation)", "ein anderer Ast kreuzt (Verzweigung)")
        }
    }

    func ending(_ ending: SolveFinding.Logit.Ending) -> String {
        switch ending {
        case .settled:
            pick(
                "it ends here, where no single action would bring more than a 100 000th of the range of payoffs",
                "er endet hier, wo keine einzelne Handlung mehr als ein 100 000stel der Spanne der Auszahlungen brächte"
            )
        case .reached: pick("the value asked for", "der verlangte Wert")
        case .budget: pick("the steps ended", "die Schritte waren verbraucht")
        case .lost: pick("here the branch was lost", "hier ging der Ast verloren")
        }
    }

    /// What a mediator does.
    func mediator(isTree: Bool, asks: Bool) -> String {
        asks
            ? pick(
                "A mediator first asks everybody in private what he knows, then draws a line by the chances that stand under the answers and tells each only his own part. To answer truly and to follow is best for everybody.",
                "Ein Vermittler fragt zuerst jeden unter vier Augen, was er weiß, zieht dann nach den Wahrscheinlichkeiten unter den Antworten eine Zeile und sagt jedem nur seinen eigenen Teil. Wahr zu antworten und zu folgen ist für alle das Beste."
            )
            : isTree
                ? pick(
                    "Before the game begins a mediator draws a line by these chances and tells each player only his own plan. To follow it is best for everybody (correlated equilibria of the strategic form).",
                    "Vor dem Spiel zieht ein Vermittler nach diesen Wahrscheinlichkeiten eine Zeile und sagt jedem nur seinen eigenen Plan. Ihm zu folgen ist für alle das Beste (korrelierte Gleichgewichte der strategischen Form)."
                )
                : pick(
                    "A mediator draws a line by these chances and tells each player only his own part. To follow it is best for everybody.",
                    "Ein Vermittler zieht nach diesen Wahrscheinlichkeiten eine Zeile und sagt jedem nur seinen eigenen Teil. Ihm zu folgen ist für alle das Beste."
                )
    }

    func incomplete(_ solution: SolveFinding.Solution) -> String {
        if solution.undecided > 0 {
            let number = count(
                solution.undecided, ("combination", "Verbindung"), ("combinations", "Verbindungen"))
            return pick(
                "The search is incomplete: \(number) of actions could not be decided; there may be more.",
                "Die Suche ist unvollständig: \(number) von Handlungen blieben offen; es kann mehr geben.")
        }
        return steps(solution)
    }

    private func steps(_ solution: SolveFinding.Solution) -> String {
        pick(
            "The search is incomplete: \(count(solution.budget.used)) of \(count(solution.budget.limit)) steps were taken; there may be more.",
            "Die Suche ist unvollständig: \(count(solution.budget.used)) von \(count(solution.budget.limit)) Schritten getan; es kann mehr geben."
        )
    }
}
