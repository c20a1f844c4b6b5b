import CaseModel
import Findings
import Numbers

/// Names of things by their ids; an id that nobody knows stays as it is.
struct NameBook: Sendable {
    private let actors: [String: Label]
    private let issues: [String: Agenda.Issue]
    private let bodies: [String: Label]
    private let drafts: [String: Label]
    private let gates: [LegalBars.Gate]
    private let options: [String: Label]

    init(
        actors: [Actor] = [], issues: [Agenda.Issue] = [], bodies: [Ratification.Body] = [],
        drafts: [Proposal] = [], gates: [LegalBars.Gate] = [], options: [StabilityModel.Choice] = []
    ) {
        self.options = Dictionary(options.map { ($0.id, $0.name) }) { first, _ in first }
        self.drafts = Dictionary(drafts.map { ($0.id, $0.name) }) { first, _ in first }
        self.gates = gates
        self.actors = Dictionary(actors.map { ($0.id, $0.name) }) { first, _ in first }
        self.issues = Dictionary(issues.map { ($0.id, $0) }) { first, _ in first }
        self.bodies = Dictionary(bodies.map { ($0.id, $0.name) }) { first, _ in first }
    }

    func actor(_ id: String, _ words: Words) -> String { Self.text(actors[id], id, words) }

    /// An option in quotation marks; an unknown one by its id.
    func option(_ id: String, _ words: Words) -> String {
        options[id].map { words.quoted(Self.text($0, id, words)) } ?? id
    }

    func body(_ id: String, _ words: Words) -> String { Self.text(bodies[id], id, words) }

    func draft(_ id: String, _ words: Words) -> String { Self.text(drafts[id], id, words) }

    func gate(_ index: Int, _ words: Words) -> String { words.gateName(gates[index]) }

    func issue(_ id: String) -> Agenda.Issue? { issues[id] }

    func issueName(_ id: String, _ words: Words) -> String { Self.text(issues[id]?.name, id, words) }

    private static func text(_ label: Label?, _ id: String, _ words: Words) -> String {
        let name = label.map { words($0) } ?? ""
        return name.isEmpty ? id : name
    }
}

extension Words {
    /// A condition in the names of its issues.
    func formula(_ formula: Formula, _ names: NameBook) -> String {
        switch formula {
        case .atom(let atom): return self.atom(atom, names)
        case .not(.atom(let atom)): return "\(self(.not)) \(self.atom(atom, names))"
        case .not(let part): return "\(self(.not)) (\(self.formula(part, names)))"
        case .and(let parts):
            return parts.map { inner($0, names) }.joined(separator: pick(" and ", " und "))
        case .or(let parts): return parts.map { inner($0, names) }.joined(separator: " \(self(.or)) ")
        case .onlyIf(let then, let when):
            return "\(inner(then, names)), \(self(.ifWord)) \(inner(when, names))"
        case .iff(let left, let right):
            return "\(inner(left, names)) " + pick("exactly if", "genau dann, wenn")
                + " \(inner(right, names))"
        }
    }

    private func inner(_ formula: Formula, _ names: NameBook) -> String {
        switch formula {
        case .atom, .not: self.formula(formula, names)
        default: "(\(self.formula(formula, names)))"
        }
    }

    private func atom(_ atom: Formula.Atom, _ names: NameBook) -> String {
        if case .option(let id) = atom { return names.option(id, self) }
        guard let id = atom.issue, let issue = names.issue(id) else { return "\(atom)" }
        func named(_ bound: Formula.Bound) -> String {
            switch bound {
            case .alternative(let id): alternative(id, of: issue)
            case .number(let value): numbers.text(Quantity(.constant(value), unit: issue.unit))
            }
        }
        let name = names.issueName(id, self)
        return switch atom {
        case .settled(_, let among):
            "\(name): \(among.map { alternative($0, of: issue) }.joined(separator: " \(self(.or)) "))"
        case .atLeast(_, let bound):
            "\(name) \(pick("from", "ab")) \(quoted(named(bound))) \(pick("upwards", "aufwärts"))"
        case .atMost(_, let bound): "\(name) \(pick("up to", "bis")) \(quoted(named(bound)))"
        case .option, .optionNumber: "\(atom)"
        }
    }

    /// What has to agree, in words.
    func requirement(_ needs: Ratification.Requirement, _ names: NameBook) -> String {
        func inner(_ parts: [Ratification.Requirement], _ joint: String) -> String {
            parts.map { part in
                switch part {
                case .all, .any: "(\(requirement(part, names)))"
                default: requirement(part, names)
                }
            }.joined(separator: joint)
        }
        switch needs {
        case .all(let parts): return inner(parts, pick(" and ", " und "))
        case .any(let parts): return inner(parts, " \(self(.or)) ")
        case .share(let share, let body, let ofPresent):
            return "\(numbers.text(share, fraction: true)) "
                + (ofPresent
                    ? pick("of those present: ", "der Anwesenden: ")
                    : pick("of the members: ", "der Mitglieder: "))
                + names.body(body, self)
        case .atLeast(let number, let body):
            return pick("at least \(count(number)) of: ", "mindestens \(count(number)) von: ")
                + names.body(body, self)
        case .weight(let weight, let body):
            return pick("a weight of at least ", "ein Gewicht von mindestens ") + numbers.text(weight)
                + pick(" in: ", " in: ") + names.body(body, self)
        case .veto(let actor):
            let name = names.actor(actor, self)
            return pick("consent of ", "Zustimmung von ") + (name == actor ? names.body(actor, self) : name)
        case .referendum(let body, let passes):
            return pick("a referendum: ", "eine Volksabstimmung: ") + names.body(body, self)
                + (passes.map {
                    pick(" (chance of passing ", " (Aussicht auf Annahme ")
                        + numbers.text($0.range, places: 2) + ")"
                } ?? "")
        }
    }

    /// A flag on a draft in a sentence; the gate's name stands before it.
    func flag(_ flag: LegalBars.Flag, _ gates: [LegalBars.Gate], _ names: NameBook) -> String {
        let text =
            switch flag.kind {
            case .excluded(let owners):
                owners.isEmpty
                    ? pick("excluded", "ausgeschlossen")
                    : owners.count == 1
                        ? pick("excluded, says ", "ausgeschlossen, sagt ") + names.actor(owners[0], self)
                        : pick("excluded, say ", "ausgeschlossen, sagen ")
                            + list(owners.map { names.actor($0, self) })
            case .needs(let needs): pick("needs ", "braucht ") + requirement(needs, names)
            case .blockedToday(let when):
                pick("barred today: ", "heute gesperrt: ") + formula(when, names)
            case .deadline(let within, let against):
                deadline(
                    within,
                    against.map { id in gates.first { $0.isRule && $0.id == id }.map { gateName($0) } ?? id })
            case .outsiders(let actors):
                pick("binds others who took no part: ", "bindet andere, die nicht beteiligt waren: ")
                    + list(actors.map { names.actor($0, self) })
            case .impossible:
                gates[flag.gate].basis.premise == nil
                    ? pick("cannot be, for anybody", "kann nicht sein, für niemanden")
                    : pick("ruled out by that premise", "von dieser Prämisse ausgeschlossen")
            }
        return flag.isOpen ? pick("in some reading: ", "in einer Lesart: ") + text : text
    }

    private func deadline(_ within: String?, _ against: [String]) -> String {
        let term = within.map { pick("deadline \($0)", "Frist \($0)") } ?? pick("deadline", "Frist")
        guard !against.isEmpty else { return term }
        return term + pick(" runs against: ", " steht gegen: ") + list(against)
    }

    /// The name of a gate; what a premise forbids is called by it.
    func gateName(_ gate: LegalBars.Gate) -> String {
        let name = self(gate.name)
        guard name.isEmpty else { return name }
        return gate.basis.premise.map { pick("a premise (\($0))", "eine Prämisse (\($0))") } ?? gate.id
    }

    /// The mark of a verdict in a table.
    func mark(_ verdict: LegalBars.Verdict) -> String {
        switch verdict {
        case .bears: "●"
        case .open(let ambiguous, _): ambiguous.isEmpty ? "·" : "○"
        case .bearsNot: "–"
        case .notAddressed: "·"
        case .notJudged: "?"
        }
    }

    func axis(_ axis: Guarantee.Axis) -> String {
        switch axis {
        case .binding: pick("binding", "bindend")
        case .automatic: pick("automatic", "automatisch")
        case .forwardDeployed: pick("forward-deployed", "vorn stationiert")
        }
    }

    func state(_ state: GuaranteeReading.AxisState) -> String {
        switch state {
        case .yes: pick("yes", "ja")
        case .no: pick("no", "nein")
        case .open: pick("open", "offen")
        case .silent: self(.silent)
        case .unreported: self(.unreported)
        }
    }

    func slot(_ name: GuaranteeReading.SlotName) -> String {
        switch name {
        case .guarantor: pick("guarantor", "Garant")
        case .beneficiary: pick("beneficiary", "Begünstigter")
        case .trigger: pick("trigger", "Auslöser")
        case .response: pick("response", "Antwort")
        case .legal: pick("legal form", "Rechtsform")
        case .price: pick("price", "Preis")
        case .expiry: pick("expiry", "Ablauf")
        case .exit: pick("exit", "Ausstieg")
        }
    }

    /// What stands in a slot.
    func content(_ slot: Guarantee.Slot, _ names: NameBook) -> String {
        switch slot {
        case .named(let who): list(who.map { form($0) ?? names.actor($0, self) })
        case .unnamed: pick("not named", "nicht benannt")
        case .ambiguous(let readings):
            readings.isEmpty
                ? pick("vague", "unbestimmt")
                : readings.map {
                    $0 == "unnamed" ? pick("not named", "nicht benannt") : form($0) ?? names.actor($0, self)
                }
                .joined(separator: " \(self(.or)) ")
        case .stated: self(.stated)
        case .denied: self(.denied)
        case .conditional: self(.conditional)
        case .silent: self(.silent)
        case .unreported: self(.unreported)
        }
    }

    /// The legal forms that a case folder knows.
    private func form(_ word: String) -> String? {
        switch word {
        case "none": pick("none", "keine")
        case "declaratory": pick("declaration only", "nur erklärt")
        case "announced-binding": pick("announced as binding", "als bindend angekündigt")
        case "ratified-treaty": pick("ratified treaty", "ratifizierter Vertrag")
        default: nil
        }
    }

    /// The mark of a clause in a table.
    func mark(_ state: Guarantee.ClauseState) -> String {
        switch state {
        case .stated: "+"
        case .denied: "−"
        case .ambiguous: "~"
        case .conditional: "⇒"
        case .silent: "·"
        case .unreported: "–"
        }
    }
}

extension NumberFormat {
    /// A share as a fraction where it is a simple one, as `2/3`.
    func text(_ share: Rational, fraction: Bool) -> String {
        guard fraction, let words = share.words, words.denominator <= 12, words.denominator > 1 else {
            return text(share)
        }
        return "\(words.numerator)/\(words.denominator)"
    }
}

extension LegalBars.Gate {
    var isRule: Bool {
        if case .rule = content { true } else { false }
    }
}
