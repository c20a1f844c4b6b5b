import CaseModel
import Findings
import Numbers

extension Words {
    func title(_ kind: Brief.Section.Kind, _ brief: Brief) -> String {
        switch kind {
        case .bottomLine: pick("Bottom line", "Das Wichtigste")
        case .drafts: pick("Drafts and where each gets stuck", "Entwürfe und woran jeder hängt")
        case .disagreements:
            pick("Disputed", "Strittig")
        case .guarantees: pick("Guarantees", "Garantien")
        case .options:
            brief.addressee.map {
                pick("What \(self($0.name)) can do", "Möglich für: \(self($0.name))")
            }
                ?? pick("What can be done", "Was getan werden kann")
        case .signs: pick("Dates and signs", "Termine und Zeichen")
        case .people: pick("People", "Menschen")
        case .open: pick("Open and withheld", "Offen und zurückgehalten")
        }
    }

    /// A line of the brief as a sentence.
    func sentence(_ content: Brief.Content, _ brief: Brief, _ names: NameBook) -> String {
        switch content {
        case .settledAlike(_, let texts) where texts < 2:
            return pick(
                "Fewer than two texts are seen from here; there is nothing to compare.",
                "Von hier aus sind weniger als zwei Texte zu sehen; zu vergleichen ist nichts.")
        case .settledAlike(let found, let texts):
            guard !found.isEmpty else {
                return pick(
                    "The \(count(texts)) newest texts settle no issue plainly alike.",
                    "Die \(count(texts)) neuesten Texte regeln keinen Gegenstand eindeutig gleich.")
            }
            return pick(
                "The \(count(texts)) newest texts settle alike: ",
                "Die \(count(texts)) neuesten Texte regeln gleich: ")
                + alike(found, names) + "."
        case .readableAlike(let found):
            return pick("Vague enough to be read alike: ", "Vage genug, um gleich gelesen zu werden: ")
                + alike(found, names) + "."
        case .contradictory(let ids):
            return pick("No reading agrees on: ", "Keine Lesart stimmt überein bei: ")
                + list(ids.map { names.issueName($0, self) }) + "."
        case .statedByNone(let clauses):
            let named = clauses.prefix(3).map { self($0.name) }
            let more =
                clauses.count > 3
                ? pick(" and \(count(clauses.count - 3)) more", " und \(count(clauses.count - 3)) weitere")
                : ""
            return pick("No draft states: ", "Kein Entwurf nennt: ") + named.joined(separator: "; ") + more
                + "."
        case .widestGap(let id, let one, let said, let other, let replied):
            func value(_ alternative: String) -> String {
                names.issue(id).map { self.alternative(alternative, of: $0) } ?? alternative
            }
            return pick("The widest gap: ", "Die weiteste Lücke: ") + names.issueName(id, self)
                + " – \(value(said)) (\(self(one.name))), \(value(replied)) (\(self(other.name)))."
        case .draft(let draft, let addressed, let all, let stuck, let open):
            return "\(self(draft.name)), \(date(draft.date)): "
                + pick(
                    "\(count(addressed)) of \(count(all)) issues",
                    "\(count(addressed)) von \(count(all)) Gegenständen")
                + "; " + self.stuck(stuck, open, names) + "."
        case .disagreement(let claim, let pro, let con):
            return "\(self(claim.text)). " + pick("For: ", "Dafür: ") + list(pro)
                + pick("; against: ", "; dagegen: ")
                + list(con) + "."
                + (claim.decides.map { pick(" Decided by: ", " Entschieden durch: ") + self($0) + "." }
                    ?? "")
        case .promise(let draft, let axes, let lacksGuarantor):
            let states = zip(Guarantee.Axis.allCases, axes).filter { $0.1 != .unreported }.map {
                "\(axis($0)): \(state($1))"
            }
            let told =
                states.isEmpty ? pick("nothing reported", "nichts berichtet") : states.joined(separator: ", ")
            return "\(self(draft.name)) – \(told)"
                + (lacksGuarantor ? pick("; guarantor not named", "; Garant nicht benannt") : "") + "."
        case .option(let option):
            return "\(self(option.name))" + (option.takes.map { " (\($0))" } ?? "") + "."
        case .moreOptions(let number):
            return pick("\(count(number)) more in the case.", "\(count(number)) weitere im Fall.")
        case .nobodyAddressed:
            return pick(
                "Nobody is addressed; name a side to see its options.",
                "Niemand ist angesprochen; eine Seite nennen, um ihre Möglichkeiten zu sehen.")
        case .noOptions:
            return pick(
                "The case records no options of this side.",
                "Der Fall verzeichnet keine Möglichkeiten dieser Seite.")
        case .due(let one): return "\(date(one.due)): \(expectation(one))"
        case .sign(let one): return expectation(one)
        case .people(let one):
            let told = one.told.map { "\(amount($0.value, unit: one.unit)) (\($0.by))" }
            return "\(self(one.name)): \(told.joined(separator: "; "))."
        case .notYetAnswered:
            return pick(
                "No answer yet: lasting outcomes, credible promises, acceptable packages, ratification, order of steps.",
                "Noch ohne Antwort: haltbare Ausgänge, glaubwürdige Zusagen, annehmbare Pakete, Ratifikation, Reihenfolge der Schritte."
            )
        case .withheld(let number):
            return pick(
                "Withheld as internal: \(count(number)).", "Als intern zurückgehalten: \(count(number)).")
        case .nothingSeen:
            return pick(
                "Nothing of the kind is seen from here.", "Von hier aus ist nichts dergleichen zu sehen.")
        case .missing(let refused): return reason(refused)
        }
    }

    /// What somebody expects, and what would show it.
    private func expectation(_ one: Prediction) -> String {
        pick("\(one.by) expects: ", "\(one.by) erwartet: ") + "\(self(one.text)). "
            + pick("Sign: ", "Zeichen: ") + "\(self(one.rule))."
    }

    private func alike(_ found: [Brief.Alike], _ names: NameBook) -> String {
        list(
            found.map { one in
                let value =
                    names.issue(one.issue).map { alternative(one.alternative, of: $0) } ?? one.alternative
                return "\(names.issueName(one.issue, self)) (\(value))"
            })
    }

    /// Where a draft gets stuck, as briefly as it can be said.
    private func stuck(_ flags: [LegalBars.Flag], _ open: Int, _ names: NameBook) -> String {
        let readings = pick(
            "\(count(open, ("bar depends", ""), ("bars depend", ""))) on its reading",
            "\(count(open, ("", "Sperre hängt"), ("", "Sperren hängen"))) an der Lesart")
        guard !flags.isEmpty else {
            return open == 0 ? pick("no bar in the case", "keine Sperre im Fall") : readings
        }
        let parts = flags.map { flag -> String in
            let why =
                switch flag.kind {
                case .impossible: pick("cannot be", "unmöglich")
                case .blockedToday: pick("barred today", "heute gesperrt")
                case .deadline: pick("deadline collides", "Frist kollidiert")
                case .needs: pick("needed", "nötig")
                case .outsiders: pick("binds others", "bindet andere")
                case .excluded(let owners):
                    pick("ruled out by \(list(owners))", "ausgeschlossen von \(list(owners))")
                }
            return "\(names.gate(flag.gate, self)) (\(why))"
        }
        return pick("stuck at: ", "hängt an: ") + list(parts)
    }
}
