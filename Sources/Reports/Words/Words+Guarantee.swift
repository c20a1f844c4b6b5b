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
        case .ofDraws: ("of draws", "der Ziehungen")
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
    }

    /// What one alternative comes to.
    func verdict(_ verdict: GuaranteeFinding.Verdict) -> String {
        self.verdict(isCredible: verdict.isCredible)
    }

    func verdict(isCredible: Bool?) -> String {
        switch isCredible {
        case true?: pick("deters", "schreckt ab")
        case false?: pick("would be put to the test", "würde erprobt")
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
        let here =
            screening.holds
            ? pick(
                "Here w = \(war) is more than s = \(settlement), so it holds: a guarantee deters from strength \(bar) on, the opportunist accepts up to \(screening.acceptable.map(fraction) ?? "–").",
                "Hier ist w = \(war) mehr als s = \(settlement), also gilt es: eine Garantie schreckt ab Stärke \(bar) ab, der Opportunist nimmt bis \(screening.acceptable.map(fraction) ?? "–") an."
            )
            : pick(
                "Here w = \(war) is not more than s = \(settlement), so it does not hold: a guarantee of strength \(bar) or more is accepted by all and kept, and consent is no bad sign.",
                "Hier ist w = \(war) nicht mehr als s = \(settlement), also gilt es nicht: eine Garantie der Stärke \(bar) oder mehr wird von allen angenommen und gehalten, und Zustimmung ist kein schlechtes Zeichen."
            )
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
        return [theorem, here] + [share, check].compactMap(\.self)
    }

    /// Whether a conclusion follows from the perspective's own numbers.
    func verdict(_ conclusion: GuaranteeFinding.TestedConclusion) -> String {
        if conclusion.trials.isEmpty {
            return pick("cannot be asked of this game", "lässt sich dieses Spiel nicht fragen")
        }
        return switch conclusion.isBorneOut {
        case true?: pick("borne out", "bestätigt")
        case false?: pick("not borne out", "nicht bestätigt")
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
            return " (" + pick("met in ", "erfüllt in ") + share(trial.share) + " " + self(.ofDraws) + part
                + ")"
        }
        return given + chance(trial.value) + (shares ?? "")
    }
}
