import CaseModel
import Findings
import Numbers

extension Words {
    func name(_ tactic: NegotiateFinding.TacticName) -> String {
        switch tactic {
        case .boulware: pick("boulware", "Boulware")
        case .linear: pick("linear", "linear")
        case .conceder: pick("conceder", "nachgiebig")
        case .titForTat: pick("tit-for-tat", "wie du mir")
        case .exploiter: pick("exploiter", "ausnutzend")
        case .micro: "MiCRO"
        }
    }

    func fate(_ fate: NegotiateFinding.Fate) -> String {
        switch fate {
        case .agreed: pick("with and without it", "mit ihm und ohne ihn")
        case .neither: pick("neither way", "weder so noch so")
        case .reached: pick("reached by it", "durch ihn erreicht")
        case .lost: pick("lost by it", "durch ihn verloren")
        case .tooLarge: pick("step too large", "Schritt zu groß")
        }
    }

    func effect(_ effect: NegotiateFinding.Effect) -> String {
        switch effect {
        case .more: pick("more", "mehr")
        case .less: pick("less", "weniger")
        case .same: pick("as much", "gleich viel")
        }
    }

    func kind(_ kind: NegotiateFinding.Move.Kind) -> String {
        switch kind {
        case .harder: pick("harder", "härter")
        case .softer: pick("softer", "weicher")
        case .same: pick("same", "gleich")
        case .unmeasured: pick("not measured", "nicht gemessen")
        }
    }

    /// What one party has more or less by a step, in words where the number stays in the house.
    func change(_ price: NegotiateFinding.GoodwillPrice, of party: Int) -> String {
        guard price.fate != .tooLarge else { return "–" }
        guard let changes = price.changes else { return effect(price.effects[party]) }
        return changes[party] == 0 ? "0" : signed(Interval(changes[party]), places: 3)
    }

    /// Days between two dates that need not be exact.
    func days(_ days: ClosedRange<Int>) -> String {
        let (low, high) = (count(days.lowerBound), count(days.upperBound))
        return days.count == 1
            ? pick("\(low) days", "\(low) Tage") : pick("\(low) to \(high) days", "\(low) bis \(high) Tage")
    }

    /// A chance with two digits that count.
    func chance(_ share: Rational) -> String {
        let isSmall = share > 0 && share < Rational(1, over: 1_000)
        return isSmall
            ? "<\u{202f}" + numbers.text(Rational(1, over: 1_000), places: 3) : numbers.text(share, places: 3)
    }

    /// What is wrong with a question about talks, and what to do about it.
    func problem(_ problem: NegotiateProblem, _ place: Place?) -> String {
        if case .packages(let inner) = problem { return self.problem(inner, place) }
        let (what, hint) = texts(problem)
        return (place.map { "\($0): " } ?? "") + pick("error: ", "Fehler: ") + what + "\n    "
            + pick("hint: ", "Hinweis: ") + hint
    }

    private func texts(_ problem: NegotiateProblem) -> (String, String) {
        switch problem {
        case .packages: ("", "")
        case .tooFewParties:
            (
                pick("there is nobody to talk to", "es gibt niemanden zum Reden"),
                pick("name at least two parties", "mindestens zwei Parteien nennen")
            )
        case .unknownParty(let name, let known):
            (
                pick("there is no party '\(name)' here", "Partei „\(name)“ gibt es hier nicht"),
                pick("known: \(list(known))", "bekannt: \(list(known))")
            )
        case .nothingAllowed:
            (
                pick(
                    "no package is lawful and crosses no red line, so nobody can offer anything",
                    "kein Paket ist zulässig und überschreitet keine rote Linie, also kann niemand etwas bieten"
                ),
                pick(
                    "ask 'packages' which rules leave nothing, or leave kinds of rules out with '--leave-out'",
                    "„packages“ fragen, welche Regeln nichts übrig lassen, oder mit „--leave-out“ Arten von Regeln weglassen"
                )
            )
        case .tooManyPackages(let number, let limit):
            (
                pick(
                    "\(size(number)) packages are more than talks can be played over (at most \(count(limit)))",
                    "\(size(number)) Pakete sind mehr, als sich durchspielen lassen (höchstens \(count(limit)))"
                ),
                pick("name fewer issues with '--issues'", "mit „--issues“ weniger Gegenstände nennen")
            )
        case .tooFine(let party):
            (
                pick(
                    "the numbers of '\(party)' are too large or too finely divided for a table of all packages",
                    "die Zahlen von „\(party)“ sind für eine Tabelle aller Pakete zu groß oder zu fein geteilt"
                ),
                pick("write them with fewer digits", "mit weniger Stellen schreiben")
            )
        }
    }
}
