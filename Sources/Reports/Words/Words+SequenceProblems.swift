import CaseModel
import Findings
import Numbers

extension Words {
    /// What is wrong with a question about the order of steps, and what to do about it.
    func problem(_ problem: SequenceProblem, _ place: Place?) -> String {
        let (what, hint) = texts(problem)
        return (place.map { "\($0): " } ?? "") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ") + hint
    }

    private func texts(_ problem: SequenceProblem) -> (String, String) {
        switch problem {
        case .unknownStep(let name, let known): unknown("step", "Schritt", name, known)
        case .unknownDraft(let name, let known): unknown("draft", "Entwurf", name, known)
        case .unknownIssue(let name, let known): unknown("issue", "Gegenstand", name, known)
        case .unknownParty(let name, let known): unknown("party", "Partei", name, known)
        case .unknownAlternative(let name, let issue, let known):
            (
                pick("'\(issue)' has no alternative '\(name)'", "„\(issue)“ hat keine Möglichkeit „\(name)“"),
                pick("alternatives: \(list(known))", "Möglichkeiten: \(list(known))")
            )
        case .notTaken(let name, let taken):
            (
                pick(
                    "the step '\(name)' is not among those taken",
                    "der Schritt „\(name)“ ist nicht unter den genommenen"),
                pick("taken: \(list(taken))", "genommen: \(list(taken))")
            )
        case .nothingTaken:
            (
                pick("no step belongs to it", "kein Schritt gehört dazu"),
                pick(
                    "name steps with '--steps', or another draft or package",
                    "mit „--steps“ Schritte nennen oder einen anderen Entwurf oder ein anderes Paket")
            )
        case .noNumbers:
            (
                pick(
                    "nobody gains or loses anything by these steps",
                    "niemand gewinnt oder verliert etwas durch diese Schritte"),
                pick(
                    "write 'gives', 'costs' or 'temptation' with numbers in steps.yaml",
                    "„gives“, „costs“ oder „temptation“ mit Zahlen in steps.yaml schreiben")
            )
        case .notAnOrder(let missing, let repeated):
            (
                [
                    missing.isEmpty
                        ? ""
                        : pick(
                            "the order leaves out \(list(missing))",
                            "die Reihenfolge lässt \(list(missing)) aus"),
                    repeated.isEmpty
                        ? ""
                        : pick(
                            "the order names \(list(repeated)) twice",
                            "die Reihenfolge nennt \(list(repeated)) doppelt"),
                ].filter { !$0.isEmpty }.joined(separator: "; "),
                pick(
                    "name every step that is taken once; '--steps' takes fewer",
                    "jeden genommenen Schritt einmal nennen; „--steps“ nimmt weniger")
            )
        case .breaksPrecedence(let step, let needs):
            (
                pick(
                    "in this order '\(step)' comes before a step that it waits for",
                    "in dieser Reihenfolge kommt „\(step)“ vor einem Schritt, auf den er wartet"),
                pick("it waits for \(list(needs))", "er wartet auf \(list(needs))")
            )
        case .sameStep(let name):
            (
                pick(
                    "'\(name)' cannot be held against itself",
                    "„\(name)“ lässt sich nicht mit sich selbst vergleichen"),
                pick("name two steps", "zwei Schritte nennen")
            )
        case .wrongDiscount(let party):
            (
                pick(
                    "the discount factor of '\(party)' is not from 0 to 1",
                    "der Abzinsungsfaktor von „\(party)“ liegt nicht zwischen 0 und 1"),
                pick("write it as \(party)=0.95", "etwa \(party)=0.95 schreiben")
            )
        case .wrongGuarantee:
            (
                pick("a guarantee cannot be negative", "eine Garantie kann nicht negativ sein"),
                pick("write what cheating costs, as 0.1", "schreiben, was Betrug kostet, etwa 0.1")
            )
        case .tooManySteps(let number):
            (
                pick("\(count(number)) steps are too many", "\(count(number)) Schritte sind zu viele"),
                pick("take at most 64 with '--steps'", "mit „--steps“ höchstens 64 nehmen")
            )
        case .tooManyOrders:
            (
                pick(
                    "there are too many orders to go through", "es sind zu viele Reihenfolgen zum Durchgehen"),
                pick(
                    "take fewer steps with '--steps', or write what waits for what",
                    "mit „--steps“ weniger Schritte nehmen oder schreiben, was worauf wartet")
            )
        case .circle(let steps):
            (
                pick(
                    "steps wait for each other: \(list(steps))", "Schritte warten aufeinander: \(list(steps))"
                ),
                pick("remove one from 'after'", "einen aus „after“ streichen")
            )
        case .tooFine:
            (
                pick(
                    "the numbers are too large or too finely divided for exact sums",
                    "die Zahlen sind für exakte Summen zu groß oder zu fein geteilt"),
                pick("write them with fewer digits", "mit weniger Stellen schreiben")
            )
        case .tooLong:
            (
                pick("a length of time is beyond all measure", "eine Dauer ist über alle Maßen lang"),
                pick("write fewer days, months or years", "weniger Tage, Monate oder Jahre schreiben")
            )
        }
    }
}
