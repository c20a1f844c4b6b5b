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
                pick("Options recorded: \(self($0.name))", "Verzeichnete Möglichkeiten: \(self($0.name))")
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
                    "The \(count(texts)) newest texts settle nothing plainly alike.",
                    "Die \(count(texts)) neuesten Texte regeln nichts eindeutig gleich.")
            }
            return pick(
                "Settled alike by those of the \(count(texts)) newest texts that speak of it: ",
                "Gleich geregelt von denen der \(count(texts)) neuesten Texte, die davon sprechen: ")
                + found.map { alike($0, names) }.joined(separator: "; ") + "."
        case .readableAlike(let found):
            return pick("Can be read alike: ", "Gleich zu lesen sind: ")
                + found.map { names.issueName($0.issue, self) }.joined(separator: "; ") + "."
        case .contradictory(let ids):
            return pick("No one reading fits all: ", "Keine Lesart passt für alle: ")
                + ids.map { names.issueName($0, self) }.joined(separator: "; ") + "."
        case .statedByNone(let clauses, let owners):
            let named = clauses.prefix(2).map { self($0.name) }
            let more =
                clauses.count > 2
                ? pick("; \(count(clauses.count - 2)) more", "; \(count(clauses.count - 2)) weitere") : ""
            let whose =
                owners.isEmpty
                ? "" : pick(" (checklist after \(list(owners)))", " (Prüfliste nach \(list(owners)))")
            return pick("Told of no draft: ", "Von keinem Entwurf berichtet: ")
                + named.joined(separator: "; ") + more + whose + "."
        case .widestGap(let id, let one, let said, let other, let replied):
            func value(_ alternative: String) -> String {
                names.issue(id).map { self.alternative(alternative, of: $0) } ?? alternative
            }
            return pick("The widest gap: ", "Die weiteste Lücke: ") + names.issueName(id, self)
                + " – \(value(said)) (\(self(one.name))), \(value(replied)) (\(self(other.name)))."
        case .agreement(let all, let acceptable, let certain, let conceivable, let asksLess):
            let numbers = pick(
                "Of \(size(all)) packages acceptable to all: \(packages(acceptable)) at the points of all numbers, \(packages(certain)) whatever the numbers in their ranges, \(packages(conceivable)) for some numbers",
                "Von \(size(all)) Paketen für alle annehmbar: \(packages(acceptable)) an den Punkten aller Zahlen, \(packages(certain)) gleich welche Zahlen in ihren Spannen, \(packages(conceivable)) für manche Zahlen"
            )
            return numbers
                + (asksLess.isEmpty
                    ? "."
                    : pick("; less would have to be asked by ", "; weniger verlangen müsste ")
                        + list(asksLess.map { self($0) }) + ".")
        case .draft(let draft, let addressed, let all, let stuck, let open):
            return "\(self(draft.name)), \(date(draft.date)): "
                + pick(
                    "\(count(addressed))/\(count(all)) issues",
                    "\(count(addressed))/\(count(all)) Gegenstände")
                + "; " + self.stuck(stuck, open, names) + "."
        case .stops(let stops):
            let told = stops.map { one -> String in
                let even =
                    one.even.map {
                        pick(
                            ", with the best numbers at “\(name($0))”",
                            ", mit den besten Zahlen an „\(name($0))“")
                    } ?? ""
                return "\(self(one.draft.name)) "
                    + (one.gate.map { pick("at “\(name($0))”", "an „\(name($0))“") }
                        ?? pick("nowhere", "nirgends")) + even
            }
            return pick(
                "Gates at which they stop: ",
                "Gatter, an denen sie enden: ") + told.joined(separator: "; ") + "."
        case .disagreement(let claim, let pro, let con):
            return "\(self(claim.text)) ("
                + pick(
                    "for \(pro.joined(separator: ", ")); against \(con.joined(separator: ", "))",
                    "dafür \(pro.joined(separator: ", ")); dagegen \(con.joined(separator: ", "))")
                + ")."
                + (claim.decides.map {
                    pick(" Test: ", " Prüfstein: ") + self($0) + "."
                } ?? "")
        case .promise(let draft, let axes, let lacksGuarantor):
            let states = zip(Guarantee.Axis.allCases, axes).filter { $0.1 != .unreported }.map {
                "\(axis($0)): \(state($1))"
            }
            let told =
                states.isEmpty ? pick("nothing reported", "nichts berichtet") : states.joined(separator: ", ")
            return "\(self(draft.name)) – \(told)"
                + (lacksGuarantor ? pick("; guarantor not named", "; Garant nicht benannt") : "") + "."
        case .tested(let title, let names, let tested):
            let verdicts = tested.map { one in
                let verdict = verdict(isCredible: one.isCredible)
                return one.given.isEmpty ? verdict : "\(alternative(one.given, names)) – \(verdict)"
            }
            return pick("In the game “\(self(title))”: ", "Im Spiel „\(self(title))“: ")
                + verdicts.joined(separator: "; ") + "."
        case .option(let option):
            let sources = option.basis.citations.map(\.source).reduce(into: [String]()) {
                if !$0.contains($1) { $0.append($1) }
            }
            let who = sources.isEmpty ? self(.own) : list(sources)
            return "\(self(option.name)) (\(who)\(option.takes.map { "; \($0)" } ?? ""))."
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
            let silent =
                one.silent.isEmpty
                ? ""
                : pick(
                    "; \(count(one.silent.count)) searched, silent",
                    "; \(count(one.silent.count)) durchgesehen, schweigen")
            return "\(self(one.name)): \(told.joined(separator: "; "))\(silent)."
        case .throughOthers(let number, let all):
            return pick(
                "Known only through others: \(count(number)) of \(count(all)) drafts.",
                "Nur durch andere bekannt: \(count(number)) von \(count(all)) Entwürfen.")
        case .notYetAnswered:
            return pick(
                "No answer yet: how talks would run.",
                "Noch ohne Antwort: wie Gespräche verliefen."
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

    private func alike(_ one: Brief.Alike, _ names: NameBook) -> String {
        let issue = names.issue(one.issue)
        let value =
            switch one.value {
            case .alternative(let id): issue.map { alternative(id, of: $0) } ?? id
            case .numbers(let range):
                numbers.text(
                    Quantity(range.isPoint ? .constant(range.low) : .uniform(range), unit: issue?.unit))
            }
        return
            "\(names.issueName(one.issue, self)) (\(value), \(count(one.texts, ("text", "Text"), ("texts", "Texte"))))"
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
                    pick(
                        "ruled out by \(list(owners.map { names.actor($0, self) }))",
                        "ausgeschlossen von \(list(owners.map { names.actor($0, self) }))")
                }
            return "\(names.gate(flag.gate, self)) (\(why))"
        }
        return pick("stuck at: ", "hängt an: ") + parts.joined(separator: "; ")
    }
}
