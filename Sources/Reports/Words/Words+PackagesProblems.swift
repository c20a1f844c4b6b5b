import CaseModel
import Findings
import Numbers

extension Words {
    /// What is wrong with a question about packages, and what to do about it.
    func problem(_ problem: PackagesProblem, _ place: Place?) -> String {
        let (what, hint) = texts(problem)
        return (place.map { "\($0): " } ?? "") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ")
            + hint
    }

    private func texts(_ problem: PackagesProblem) -> (String, String) {
        switch problem {
        case .noIssues:
            (
                pick("there is no issue to settle", "es gibt keinen Gegenstand zu regeln"),
                pick(
                    "name at least one issue that is negotiated",
                    "mindestens einen verhandelten Gegenstand nennen")
            )
        case .noParties:
            (
                pick("there is no party", "es gibt keine Partei"),
                pick("write at least one under 'parties'", "mindestens eine unter „parties“ schreiben")
            )
        case .unknownIssue(let name, let known): unknown("issue", "Gegenstand", name, known)
        case .sameIssue(let name):
            (
                pick(
                    "'\(name)' cannot be traded against itself",
                    "„\(name)“ lässt sich nicht gegen sich selbst tauschen"),
                pick("name two issues", "zwei Gegenstände nennen")
            )
        case .unknownAlternative(let name, let issue, let known):
            (
                pick("'\(issue)' has no alternative '\(name)'", "„\(issue)“ hat keine Möglichkeit „\(name)“"),
                pick("alternatives: \(list(known))", "Möglichkeiten: \(list(known))")
            )
        case .unknownBaseline(let name, let known): unknown("baseline", "Ausgangslage", name, known)
        case .unknownParameter(let name, let known): unknown("parameter", "Parameter", name, known)
        case .unknownParty(let name, let known): unknown("party", "Partei", name, known)
        case .wrongWeights:
            (
                pick(
                    "weights of Nash's product are not negative, and not too finely divided",
                    "Gewichte im Produkt von Nash sind nicht negativ und nicht zu fein geteilt"),
                pick(
                    "write small numbers, as ru=2 or ua=1/2", "kleine Zahlen schreiben, etwa ru=2 oder ua=1/2"
                )
            )
        case .unknownDraft(let name, let known): unknown("draft", "Entwurf", name, known)
        case .noWeight(let party, let issues):
            (
                pick(
                    "nobody says how much \(list(issues)) weigh with '\(party)'",
                    "niemand sagt, wie viel \(list(issues)) für „\(party)“ wiegen"),
                pick(
                    "give each a weight in models/packages.yaml, or leave the issue out",
                    "jedem in models/packages.yaml ein Gewicht geben oder den Gegenstand weglassen")
            )
        case .noValues(let party, let issues):
            (
                pick(
                    "nobody says what the alternatives of \(list(issues)) are worth to '\(party)'",
                    "niemand sagt, was die Möglichkeiten von \(list(issues)) für „\(party)“ wert sind"),
                pick(
                    "write falling, rising, {step: …} or a table with every alternative under 'values'",
                    "falling, rising, {step: …} oder eine Tabelle mit allen Möglichkeiten unter „values“ schreiben"
                )
            )
        case .noOrder(let party, let issue):
            (
                pick(
                    "'\(issue)' has no order, so its values cannot rise or fall for '\(party)'",
                    "„\(issue)“ hat keine Ordnung, seine Werte können für „\(party)“ nicht steigen oder fallen"
                ),
                pick("write a table of alternatives", "eine Tabelle der Möglichkeiten schreiben")
            )
        case .noReservation(let party):
            (
                pick(
                    "nobody says what '\(party)' has without an agreement",
                    "niemand sagt, was „\(party)“ ohne Vereinbarung hat"),
                pick(
                    "write 'reservation: 0.4', or ask against a named package with '--baseline'",
                    "„reservation: 0.4“ schreiben oder mit „--baseline“ gegen ein benanntes Paket fragen")
            )
        case .reservationOutside(let party):
            (
                pick(
                    "the reservation of '\(party)' lies outside the scale from 0 to 1",
                    "der Nichteinigungswert von „\(party)“ liegt außerhalb der Skala von 0 bis 1"
                ),
                pick(
                    "give it on the scale on which the worst package is 0 and the best 1, or write 'scale: raw'",
                    "auf der Skala angeben, auf der das schlechteste Paket 0 und das beste 1 ist, oder „scale: raw“ schreiben"
                )
            )
        case .openIssues(let name, let issues):
            (
                pick("'\(name)' leaves open: \(list(issues))", "„\(name)“ lässt offen: \(list(issues))"),
                pick(
                    "name an alternative for each, or give the issue a status quo",
                    "für jeden eine Möglichkeit nennen oder dem Gegenstand einen Status quo geben")
            )
        case .tooFine(let party):
            (
                pick(
                    "the numbers of '\(party)' are too large or too finely divided for exact sums",
                    "die Zahlen von „\(party)“ sind für exakte Summen zu groß oder zu fein geteilt"),
                pick("write them with fewer digits", "mit weniger Stellen schreiben")
            )
        case .ruleTooWide(let rule):
            (
                pick(
                    "'\(rule)' hangs on too many issues at once",
                    "„\(rule)“ hängt an zu vielen Gegenständen zugleich"),
                pick("split it into several rules", "in mehrere Regeln teilen")
            )
        }
    }

    func unknown(_ en: String, _ de: String, _ name: String, _ known: [String]) -> (String, String) {
        (
            pick("there is no \(en) '\(name)' here", "\(de) „\(name)“ gibt es hier nicht"),
            known.isEmpty
                ? pick("the case defines none", "der Fall kennt keine")
                : pick("known: \(list(known))", "bekannt: \(list(known))")
        )
    }
}
