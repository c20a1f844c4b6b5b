import CaseModel
import Findings

extension Words {
    /// What is wrong with a body, a rule or a question about them, and what to do about it.
    func problem(_ problem: RatifyProblem, _ place: Place?) -> String {
        let (what, hint) = texts(problem)
        return (place.map { "\($0): " } ?? "") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ") + hint
    }

    private func texts(_ problem: RatifyProblem) -> (String, String) {
        switch problem {
        case .emptyPart(let rule):
            (
                pick(
                    "a part of the rule '\(rule)' names nobody",
                    "ein Teil der Regel „\(rule)“ nennt niemanden"),
                pick(
                    "write at least one requirement under 'all' or 'any'",
                    "unter „all“ oder „any“ mindestens eine Bedingung schreiben")
            )
        case .unknownSize(let body, let rule):
            (
                pick(
                    "the rule '\(rule)' counts the members of '\(body)', and nobody says how many it has",
                    "die Regel „\(rule)“ zählt die Mitglieder von „\(body)“, und niemand sagt, wie viele es sind"
                ),
                pick(
                    "give the body 'members', a number or a list; or write 'veto' if it speaks as one",
                    "dem Gremium „members“ geben, eine Zahl oder eine Liste; oder „veto“, wenn es als eines spricht"
                )
            )
        case .nobodyLeft(let body, let rule):
            (
                pick(
                    "all members of '\(body)' stay outside the rule '\(rule)'",
                    "alle Mitglieder von „\(body)“ bleiben der Regel „\(rule)“ fern"),
                pick("shorten 'optOut'", "„optOut“ kürzen")
            )
        case .ratifiesItself(let way):
            (
                pick(
                    "a body ratifies itself: \(way.joined(separator: " → "))",
                    "ein Gremium ratifiziert sich selbst: \(way.joined(separator: " → "))"),
                pick(
                    "name as members those who vote, not the body they make up",
                    "als Mitglieder die Abstimmenden nennen, nicht das Gremium, das sie bilden")
            )
        case .memberTwice(let member, let body):
            (
                pick(
                    "'\(member)' is a member of '\(body)' twice",
                    "„\(member)“ ist zweimal Mitglied von „\(body)“"),
                pick("name each member once, with a weight", "jedes Mitglied einmal nennen, mit Gewicht")
            )
        case .negativeWeight(let member, let body):
            (
                pick(
                    "the weight of '\(member)' in '\(body)' is below zero",
                    "das Gewicht von „\(member)“ in „\(body)“ liegt unter null"),
                pick("write a weight of 0 or more", "ein Gewicht von 0 oder mehr schreiben")
            )
        case .wrongShare(let rule):
            (
                pick(
                    "the share in the rule '\(rule)' is not above 0 and at most 1",
                    "der Anteil in der Regel „\(rule)“ liegt nicht über 0 und höchstens bei 1"),
                pick("write 2/3", "2/3 schreiben")
            )
        case .tooLarge(let rule):
            (
                pick(
                    "the rule '\(rule)' has too many members or too fine weights to be counted exactly",
                    "die Regel „\(rule)“ hat für exaktes Zählen zu viele Mitglieder oder zu feine Gewichte"),
                pick(
                    "write 'referendum' for voters; at most 10000 members are counted one by one",
                    "für Wahlberechtigte „referendum“ schreiben; einzeln gezählt werden höchstens 10000 Mitglieder"
                )
            )
        case .unknownBody(let name, let known): unknown("body", "Gremium", name, known)
        case .notAMember(let name, let body, let known):
            (
                pick("'\(name)' is no vote in '\(body)'", "„\(name)“ ist keine Stimme in „\(body)“"),
                pick("known: \(list(known))", "bekannt: \(list(known))")
            )
        case .tooManyVotes(let number, let body, let members):
            (
                pick(
                    "'\(body)' has \(count(members, ("vote", ""), ("votes", ""))), not \(count(number))",
                    "„\(body)“ hat \(count(members, ("", "Stimme"), ("", "Stimmen"))), nicht \(count(number))"
                ),
                pick(
                    "write a number from 0 to \(count(members))",
                    "eine Zahl von 0 bis \(count(members)) schreiben")
            )
        case .namesNeeded(let body, let members):
            (
                pick(
                    "the members of '\(body)' have names, so a number does not say who votes yes",
                    "die Mitglieder von „\(body)“ haben Namen; eine Zahl sagt nicht, wer zustimmt"),
                pick(
                    "name those who vote yes, as \(body)=\(members.prefix(2).joined(separator: ","))",
                    "die Zustimmenden nennen, etwa \(body)=\(members.prefix(2).joined(separator: ","))")
            )
        case .numberNeeded(let body):
            (
                pick(
                    "the members of '\(body)' have no names", "die Mitglieder von „\(body)“ haben keine Namen"
                ),
                pick(
                    "write how many say yes, as \(body)=40", "schreiben, wie viele zustimmen, etwa \(body)=40"
                )
            )
        case .unknownIssue(let name, let known): unknown("issue", "Gegenstand", name, known)
        case .unknownAlternative(let name, let issue, let known):
            (
                pick("'\(issue)' has no alternative '\(name)'", "„\(issue)“ hat keine Möglichkeit „\(name)“"),
                pick("alternatives: \(list(known))", "Möglichkeiten: \(list(known))")
            )
        case .unknownDraft(let name, let known): unknown("draft", "Entwurf", name, known)
        }
    }
}
