import CaseModel
import Findings
import Numbers

/// Phrases of answers about guarantees.
enum GuaranteePhrase {
    case tried, test, ofDraws, nearest, hingesOn, atPoints, overDraws, deters, doesNotDeter, isOpen
    case acceptance, design, needed, smallest, strength, bar, missing, sufficesAlone, shortestWay, conclusions
    case grounding, beliefPath, prior, credibility, promise

    var texts: (en: String, de: String) {
        switch self {
        case .tried: ("The promise put to the test", "Die Zusage in der Probe")
        case .test: ("tested", "erprobt")
        case .ofDraws: ("share of draws", "Anteil der Ziehungen")
        case .nearest: ("nearest threshold", "nächste Schwelle")
        case .hingesOn: ("hinges on", "hängt an")
        case .atPoints: ("at the points", "bei den Punktwerten")
        case .overDraws: ("over the draws", "über die Ziehungen")
        case .deters: ("deters", "schreckt ab")
        case .doesNotDeter: ("does not deter", "schreckt nicht ab")
        case .isOpen: ("open", "offen")
        case .acceptance: ("Which guarantees an aggressor accepts", "Welche Garantien ein Angreifer annimmt")
        case .design: ("From clauses to strength", "Von den Klauseln zur Stärke")
        case .needed: ("Not to be done without", "Unentbehrlich")
        case .smallest: ("Fewest clauses that deter", "Wenigste Klauseln, die abschrecken")
        case .strength: ("strength", "Stärke")
        case .bar: ("needed", "nötig")
        case .missing: ("with the fewest further clauses", "mit den wenigsten weiteren Klauseln")
        case .sufficesAlone: ("one clause more would do", "eine Klausel mehr genügte")
        case .shortestWay: ("shortest way of one lever", "kürzester Weg eines Hebels")
        case .conclusions: ("Conclusions held against the game", "Schlüsse am Spiel geprüft")
        case .beliefPath: ("A belief from event to event", "Ein Glaube von Ereignis zu Ereignis")
        case .prior: ("before", "davor")
        case .credibility: ("Credible, or a bluff", "Glaubwürdig oder ein Bluff")
        case .promise: ("promise", "Zusage")
        case .grounding: ("Numbers that enter", "Eingehende Zahlen")
        }
    }
}

extension Words {
    func callAsFunction(_ phrase: GuaranteePhrase) -> String { pick(phrase.texts.en, phrase.texts.de) }

    /// Whether something deters, where that may be open.
    func deters(_ answer: Bool?) -> String {
        answer.map { self($0 ? .deters : .doesNotDeter) } ?? self(.isOpen)
    }

    /// A probability that may be a range or unknown.
    func chance(_ value: Interval?) -> String {
        guard let value else { return "–" }
        return value.isPoint ? fraction(value.low) : numbers.text(value, places: 3)
    }

    /// A share of draws, as percents.
    func share(_ value: Interval?) -> String {
        guard let value else { return "–" }
        return value.isPoint
            ? percent(value.low)
            : numbers.text(Interval(value.low * 100, value.high * 100), places: 0) + "\u{a0}%"
    }

    func sentence(_ grounding: GuaranteeFinding.Grounding) -> String {
        pick(
            "\(count(grounding.quoted)) quoted, \(count(grounding.orderRead)) read from a passage that gives no number, \(count(grounding.own)) assumed",
            "\(count(grounding.quoted)) zitiert, \(count(grounding.orderRead)) aus einer Stelle ohne Zahl gelesen, \(count(grounding.own)) angenommen"
        )
            + (grounding.uncited == 0
                ? ""
                : pick(", \(count(grounding.uncited)) uncited", ", \(count(grounding.uncited)) unbelegt"))
    }

    /// "vague promise: would be tested"
    func verdict(_ verdict: GuaranteeFinding.Verdict, _ names: GameNames) -> String {
        let alternative = alternative(verdict.given, names)
        return (alternative.isEmpty ? "" : alternative + ": ") + self.verdict(verdict)
    }

    /// What one alternative comes to.
    func verdict(_ verdict: GuaranteeFinding.Verdict) -> String {
        self.verdict(isCredible: verdict.isCredible)
    }

    func verdict(isCredible: Bool?) -> String {
        switch isCredible {
        case true?: pick("deters", "schreckt ab")
        case false?: pick("would be tested", "würde erprobt")
        case nil: pick("open", "offen")
        }
    }

    /// The sentence of the aggressor's consent, with the condition on which it is a theorem.
    func sentences(_ screening: GuaranteeFinding.Screening) -> [String] {
        let (war, settlement) = (fraction(screening.war), fraction(screening.settlement))
        let bar = fraction(screening.deterrent)
        let theorem = pick(
            "An aggressor accepts only a guarantee that does not work: this holds exactly when going on with the war is worth more to him than the settlement (w > s).",
            "Ein Angreifer nimmt nur eine Garantie an, die nicht wirkt: das gilt genau dann, wenn ihm der weitere Krieg mehr wert ist als die Einigung (w > s)."
        )
        let most =
            screening.acceptable.map { $0 < 0 } ?? true
            ? pick("none at all", "gar keine")
            : pick("up to ", "bis zu ") + fraction(screening.acceptable ?? 0)
        let here =
            screening.holds
            ? pick(
                "Here w = \(war) is more than s = \(settlement), so it holds: a guarantee deters from strength \(bar) on, and the opportunist accepts \(most).",
                "Hier ist w = \(war) mehr als s = \(settlement), also gilt es: eine Garantie schreckt von Stärke \(bar) an ab, und der Opportunist nimmt \(most) an."
            )
            : pick(
                "Here w = \(war) is not more than s = \(settlement), so it does not hold: a guarantee of strength \(bar) or more is accepted by all and kept, and consent is no bad sign.",
                "Hier ist w = \(war) nicht mehr als s = \(settlement), also gilt es nicht: eine Garantie der Stärke \(bar) oder mehr wird von allen angenommen und gehalten, und Zustimmung ist kein schlechtes Zeichen."
            )
        let tie =
            screening.war == screening.settlement
            ? pick(
                "As both are equal he may as well refuse; the slightest change decides.",
                "Da beide gleich sind, kann er ebenso gut ablehnen; die kleinste Änderung entscheidet.") : nil
        let share = screening.share.map { share in
            pick(
                "Over the ranges w > s in \(percent(share)) of the draws.",
                "Über die Spannen ist w > s in \(percent(share)) der Ziehungen.")
        }
        let check =
            screening.isChecked
            ? pick(
                "Solved as a game at 1/1000 below and above each of these strengths, the outcome changes as said.",
                "Als Spiel gelöst, je 1/1000 unter und über diesen Stärken, schlägt der Ausgang um wie gesagt."
            )
            : pick(
                "Solved as a game the outcome differs from this formula: do not rely on it.",
                "Als Spiel gelöst weicht der Ausgang von dieser Formel ab: nicht darauf bauen.")
        return [theorem, here] + [tie, share, check].compactMap(\.self)
    }

    /// Whether a conclusion follows from the perspective's own numbers.
    func verdict(_ conclusion: GuaranteeFinding.TestedConclusion) -> String {
        if conclusion.trials.isEmpty {
            return pick("cannot be asked of this game", "lässt sich an diesem Spiel nicht prüfen")
        }
        return switch conclusion.isBorneOut {
        case true?: pick("borne out", "bestätigt")
        case false?: pick("not borne out", "nicht bestätigt")
        case nil where conclusion.trials.allSatisfy({ $0.value == nil }):
            pick("speaks of nothing that happens", "spricht von nichts, was geschieht")
        case nil: pick("depends on what is given", "hängt davon ab, was gegeben ist")
        }
    }

    /// How a conclusion fares in one alternative: "vague promise 4/5 (68 % of draws)".
    func trial(_ trial: GuaranteeFinding.ConclusionTrial, _ names: GameNames?) -> String {
        let given = trial.given.isEmpty ? "" : alternative(trial.given, names) + " "
        let shares = trial.presupposed.map { presupposed -> String in
            if presupposed == 0 {
                return pick(" (what it presupposes never happens)", " (was er voraussetzt, geschieht nie)")
            }
            let part =
                presupposed == 1
                ? ""
                : pick(
                    "; presupposed in \(percent(presupposed))", "; vorausgesetzt in \(percent(presupposed))")
            return " ("
                + pick(
                    "met in \(share(trial.share)) of draws", "erfüllt in \(share(trial.share)) der Ziehungen")
                + part + ")"
        }
        return given + chance(trial.value) + (shares ?? "")
    }

    /// How far a draft's terms pull each lever: "pi 0–1, a 0.25".
    func pulls(_ draft: GuaranteeFinding.DraftedStrength) -> String {
        draft.pulls.map { "\($0.lever) \(numbers.text($0.pull))" }.joined(separator: ", ")
    }

    /// Why no threshold is told.
    func noThreshold(_ verdict: GuaranteeFinding.Verdict) -> String {
        verdict.thresholds == nil
            ? pick(
                "Thresholds were not found: the search did not come to an end",
                "Schwellen wurden nicht gefunden: die Suche kam nicht zu Ende")
            : pick(
                "No number alone changes this within its range",
                "Keine Zahl allein ändert das in ihrer Spanne")
    }

    /// An event by its name, or by its id.
    func name(_ event: Event) -> String {
        let name = self(event.name)
        return name.isEmpty ? event.id : name
    }

    /// Where a belief ends, and whether that is on the other side of where somebody acts otherwise.
    func sentence(_ path: GuaranteeFinding.BeliefPath) -> String {
        guard let last = path.steps.last else { return "" }
        let (before, after) = (numbers.text(path.parameter.value), numbers.text(last.belief))
        let way = pick("From \(before) to \(after).", "Von \(before) auf \(after).")
        guard let turn = path.thresholds.first?.at.midpoint else { return way }
        let at = numbers.text(turn)
        let (isBelow, wasBelow) = (last.belief < turn, path.parameter.value < turn)
        if isBelow != wasBelow {
            return way + " "
                + pick(
                    "That crosses the turning point \(at).", "Damit ist der Wendepunkt \(at) überschritten.")
        }
        return way + " "
            + (last.range.contains(turn)
                ? pick(
                    "The ranges reach across the turning point \(at).",
                    "Die Spannen reichen über den Wendepunkt \(at).")
                : pick(
                    "The turning point \(at) is out of reach.", "Der Wendepunkt \(at) liegt außer Reichweite."
                ))
    }

    /// How far a share of draws may be off: twice the largest standard error.
    func precision(_ draws: Int) -> String {
        let error = Rational(exactly: (10_000 / Double(max(1, draws))).squareRoot())
        return pick(
            "\(count(draws)) draws; a share may be off by \(numbers.text(error, places: 1)) points",
            "\(count(draws)) Ziehungen; ein Anteil kann um \(numbers.text(error, places: 1)) Punkte danebenliegen"
        )
    }
}
