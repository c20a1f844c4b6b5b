import CaseModel
import Findings
import Numbers

extension Words {
    /// "Russia, cost of “cease-fire”"
    func number(_ name: SequenceFinding.NumberName, _ names: SequenceNames) -> String {
        let party = names.actor(name.party)
        let step = name.step.map { quoted(names.step($0)) } ?? ""
        return switch name.kind {
        case .gives: pick("\(party), gain from \(step)", "\(party), Gewinn aus \(step)")
        case .costs: pick("\(party), cost of \(step)", "\(party), Kosten von \(step)")
        case .temptation: pick("\(party), temptation at \(step)", "\(party), Versuchung bei \(step)")
        case .discount: pick("\(party), discount factor", "\(party), Abzinsungsfaktor")
        }
    }

    /// "Russia (stopping +0.2)"
    func gain(_ gain: SequenceFinding.Gain, _ names: SequenceNames) -> String {
        let what =
            switch (gain.way, gain.isSpoiler) {
            case (.stop, _): pick("stopping", "Abbruch")
            case (.cheat, false): pick("cheating", "Betrug")
            case (.cheat, true): pick("spoiling", "Störung von außen")
            }
        return "\(names.actor(gain.party)) (\(what) \(signed(Interval(gain.gain), places: 3)))"
    }

    /// A length of time as a case writes it, with its unit in the language.
    func duration(_ text: String) -> String {
        let parts = text.split { $0 == " " }.map(String.init)
        let units = [
            "day": "Tag", "days": "Tage", "week": "Woche", "weeks": "Wochen", "month": "Monat",
            "months": "Monate", "year": "Jahr", "years": "Jahre",
        ]
        guard language == .de, parts.count == 2, let unit = units[parts[1]] else { return text }
        return "\(parts[0]) \(unit)"
    }

    func exposure(_ value: Rational?) -> String {
        value.map { signed(Interval($0), places: 3) } ?? "–"
    }

    /// Whether an order holds, as an adverbial: for all numbers, for some, for none.
    func certainty(_ certainty: SequenceFinding.Certainty, _ names: SequenceNames) -> String {
        switch certainty {
        case .always: pick("for all numbers in the ranges", "für alle Zahlen in den Spannen")
        case .never: pick("for no numbers in the ranges", "für keine Zahlen in den Spannen")
        case .sometimes(let example) where example.isEmpty:
            pick("at the points, but not for all numbers", "an den Punkten, aber nicht für alle Zahlen")
        case .sometimes(let example):
            pick(
                "not at the points, but for some numbers: ", "nicht an den Punkten, aber für manche Zahlen: ")
                + example.sorted { number($0.key, names) < number($1.key, names) }.map {
                    "\(number($0.key, names)) \(utility($0.value))"
                }.joined(separator: "; ")
        }
    }

    func begins(_ party: SequenceFinding.Party) -> String {
        if party.isWithoutNumbers {
            return pick("nothing is known of it", "nichts ist darüber bekannt")
        }
        return switch party.begins {
        case .always: pick("begins, for all numbers", "beginnt, für alle Zahlen")
        case .never: pick("would not begin, for any numbers", "begönne nicht, gleich mit welchen Zahlen")
        case .sometimes where party.total >= 0:
            pick("begins, but not for all numbers", "beginnt, aber nicht für alle Zahlen")
        case .sometimes:
            pick(
                "would not begin, but for some numbers it would", "begönne nicht, für manche Zahlen aber doch"
            )
        }
    }

    /// "Russia, cost of “cease-fire”: 0.2 → 0.05"
    func flip(_ flip: SequenceFinding.Flip, _ names: SequenceNames) -> String {
        let bound = flip.isReached ? "" : flip.rises ? pick("above ", "über ") : pick("below ", "unter ")
        return "\(number(flip.number, names)): \(utility(flip.from)) → \(bound)\(utility(flip.to))"
            + (flip.isInRange ? "" : pick(" (outside its range)", " (außerhalb der Spanne)"))
    }

    /// What would turn a verdict, the smallest changes first.
    func flips(_ flips: [SequenceFinding.Flip], holds: Bool, _ names: SequenceNames) -> String {
        let head =
            holds
            ? pick("a single number breaks it: ", "eine einzelne Zahl kippt es: ")
            : pick("a single number makes it hold: ", "eine einzelne Zahl lässt es halten: ")
        if flips.isEmpty {
            return holds
                ? pick("no single number breaks it", "keine einzelne Zahl kippt es")
                : pick("no single number makes it hold", "keine einzelne Zahl lässt es halten")
        }
        return head + flips.prefix(3).map { flip($0, names) }.joined(separator: "; ")
            + (flips.count > 3 ? "; …" : "")
    }

    func turn(_ turn: SequenceFinding.Turn, _ sides: [SequenceFinding.Side], _ names: SequenceNames) -> String
    {
        let first = quoted(names.step(sides[turn.favours].first))
        let way =
            turn.at.map {
                turn.end > turn.from
                    ? pick("above \(utility($0))", "über \(utility($0))")
                    : pick("below \(utility($0))", "unter \(utility($0))")
            }
            ?? pick("at \(utility(turn.end))", "bei \(utility(turn.end))")
        return pick(
            "\(number(turn.number, names)) (now \(utility(turn.from))): \(way) \(first) first is less exposed",
            "\(number(turn.number, names)) (jetzt \(utility(turn.from))): \(way) ist \(first) zuerst weniger gefährdet"
        )
    }

    func reason(_ reason: SequenceFinding.Reason, _ names: SequenceNames) -> String {
        switch reason {
        case .all, .named: ""
        case .always: pick("belongs to every settlement", "gehört zu jeder Einigung")
        case .holds: pick("belongs to it", "gehört dazu")
        case .neededBy(let ids):
            pick("because of: ", "wegen: ") + list(ids.map { names.step($0) })
        }
    }

    func reason(_ reason: SequenceFinding.LeftOutReason, _ issues: [Agenda.Issue]) -> String {
        switch reason {
        case .notNamed: pick("not named", "nicht genannt")
        case .otherwise: pick("settled otherwise", "anders geregelt")
        case .open(let open):
            pick("open: ", "offen: ") + list(open.map { issue($0, issues) })
        }
    }

    func verdict(_ one: SequenceFinding.ConclusionAnswer) -> String {
        switch (one.holds, one.reason) {
        case (_, .byPrecedence):
            pick("decided by what waits for what", "entschieden durch das, was worauf wartet")
        case (_, .notJudged): pick("not judged", "nicht beurteilt")
        case (true?, _): pick("borne out", "gestützt")
        case (false?, _): pick("not borne out", "nicht gestützt")
        case (nil, _): pick("not decided: equally exposed", "offen: gleich gefährdet")
        }
    }

    func rule(_ rule: SequenceFinding.Rule, _ names: SequenceNames) -> String {
        switch rule {
        case .precedence(let before, let after), .sequence(let before, let after):
            pick(
                "\(quoted(names.step(after))) after \(quoted(names.step(before)))",
                "\(quoted(names.step(after))) nach \(quoted(names.step(before)))")
        case .deadline(let step):
            pick("the deadline of \(quoted(names.step(step)))", "die Frist von \(quoted(names.step(step)))")
        case .expiry(let of, let need):
            pick(
                "\(quoted(names.step(need))) while \(quoted(names.step(of))) is in force",
                "\(quoted(names.step(need))), solange \(quoted(names.step(of))) gilt")
        }
    }

    func days(_ low: Int, _ high: Int) -> String {
        low == high ? count(low) : "\(count(low))–\(count(high))"
    }
}

/// What steps and parties are called.
struct SequenceNames {
    private let steps: [String: String]
    private let actors: [String: String]

    init(_ found: SequenceFinding, _ words: Words) {
        let all = found.steps.map(\.step) + found.leftOut.map(\.step)
        steps = Dictionary(all.map { ($0.id, words($0.name)) }) { first, _ in first }
        actors = Dictionary(found.actors.map { ($0.id, words($0.name)) }) { first, _ in first }
    }

    func step(_ id: String) -> String {
        let name = steps[id] ?? ""
        return name.isEmpty ? id : name
    }

    func actor(_ id: String) -> String {
        let name = actors[id] ?? ""
        return name.isEmpty ? id : name
    }
}
