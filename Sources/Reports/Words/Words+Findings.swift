import CaseModel
public import Findings

extension Words {
    /// Why a question has no answer, one line for each thing that is missing, with the next step.
    public func refusal(_ refused: NotAnswerable) -> String {
        let who = refused.perspective ?? "base"
        let head = pick(
            "error: '\(refused.question.rawValue)' cannot be answered from '\(who)'",
            "Fehler: „\(refused.question.rawValue)“ lässt sich von „\(who)“ aus nicht beantworten")
        return ([head] + refused.missing.map { "  \(missing($0))" }).joined(separator: "\n")
    }

    /// The same in one sentence, for a place inside an answer.
    func reason(_ refused: NotAnswerable) -> String {
        pick("Not answerable: ", "Nicht zu beantworten: ")
            + refused.missing.map { one in
                if case .model(let problem, _) = one { self.problem(problem) } else { missing(one) }
            }.joined(separator: "; ") + "."
    }

    private func missing(_ missing: NotAnswerable.Missing) -> String {
        switch missing {
        case .issues:
            pick(
                "missing: issues to compare (issues.yaml)", "fehlt: Gegenstände zum Vergleichen (issues.yaml)"
            )
        case .drafts:
            pick(
                "missing: drafts that the viewpoint can see (proposals/, its date and the sources it takes)",
                "fehlt: Entwürfe, die von hier aus sichtbar sind (proposals/, ihr Datum und die aufgenommenen Quellen)"
            )
        case .guarantees:
            pick("missing: promises to read (guarantees.yaml)", "fehlt: Zusagen (guarantees.yaml)")
        case .gates:
            pick(
                "missing: norms, rules of ratification or combinations that cannot be (norms.yaml, ratification.yaml, issues.yaml)",
                "fehlt: Normen, Regeln der Ratifikation oder unmögliche Verbindungen (norms.yaml, ratification.yaml, issues.yaml)"
            )
        case .money: pick("missing: sums (money.yaml)", "fehlt: Summen (money.yaml)")
        case .stabilityModel:
            pick(
                "missing: a model of options and wishes (models/stability.yaml)",
                "fehlt: ein Modell aus Optionen und Vorlieben (models/stability.yaml)")
        case .model(let problem, let place): self.problem(problem, place)
        case .games:
            pick("missing: a game (models/games/)", "fehlt: ein Spiel (models/games/)")
        case .promiseGame:
            pick(
                "missing: a game in which a promise is tested ('ask: {path: SET.ACTION}'), or one of the templates G1, G7, G9",
                "fehlt: ein Spiel, in dem eine Zusage erprobt wird („ask: {path: MENGE.HANDLUNG}“), oder eine der Vorlagen G1, G7, G9"
            )
        case .packages:
            pick(
                "missing: what packages are worth to whom (models/packages.yaml)",
                "fehlt: was Pakete wem wert sind (models/packages.yaml)")
        case .package(let problem, let place): self.problem(problem, place)
        case .ratificationRules:
            pick(
                "missing: rules of ratification in force (ratification.yaml)",
                "fehlt: geltende Regeln der Ratifikation (ratification.yaml)")
        case .ratification(let problem, let place): self.problem(problem, place)
        case .negotiate(let problem, let place): self.problem(problem, place)
        case .datedStatements:
            pick(
                "missing: dated positions of actors on ordered issues (statements/)",
                "fehlt: datierte Positionen von Akteuren zu geordneten Gegenständen (statements/)")
        case .steps:
            pick(
                "missing: what has to be done after signature (steps.yaml)",
                "fehlt: was nach der Unterzeichnung zu tun ist (steps.yaml)")
        case .sequence(let problem, let place): self.problem(problem, place)
        case .game(let problem, let place): self.problem(problem, place)
        case .overlay(let problem): overlay(problem)
        case .laterThanView(let reference, let asOf):
            pick(
                "'\(reference)' is not seen from here: it begins after \(date(asOf))",
                "„\(reference)“ ist von hier aus nicht zu sehen: es beginnt nach \(date(asOf))")
        case .reference(let reference, let nearest):
            pick("nothing of the case is called '\(reference)'", "nichts im Fall heißt „\(reference)“")
                + (nearest.map { pick(" – did you mean '\($0)'?", " – gemeint „\($0)“?") }
                    ?? kinds(of: reference))
        }
    }

    /// What can be written where nothing near was found.
    private func kinds(of reference: String) -> String {
        if reference.hasPrefix("p:") {
            return pick(
                " (the ids of drafts are the names of the files in proposals/)",
                " (die Kennungen der Entwürfe sind die Dateinamen in proposals/)")
        }
        if reference.hasPrefix("a:") {
            return pick(
                " (the ids of actors stand in actors.yaml)",
                " (die Kennungen der Akteure stehen in actors.yaml)")
        }
        return pick(
            " (write an anchor 's1#a3', a source, or a:actor, i:issue, p:draft, st:statement, e:event, c:claim, s1.p4)",
            " (ein Anker „s1#a3“, eine Quelle oder a:Akteur, i:Gegenstand, p:Entwurf, st:Aussage, e:Ereignis, c:Behauptung, s1.p4)"
        )
    }

    private func overlay(_ problem: OverlayProblem) -> String {
        func near(_ name: String?) -> String {
            name.map { pick(" – did you mean '\($0)'?", " – gemeint „\($0)“?") } ?? ""
        }
        return switch problem {
        case .collision(let target, let first, let second):
            pick(
                "two settings collide (\(self.target(target))): \(first) and \(second); strike one of them",
                "zwei Festlegungen stoßen zusammen (\(self.target(target))): \(first) und \(second); eine davon streichen"
            )
        case .unknownTarget(let target, let place):
            pick(
                "\(place): the case has nothing to set here: \(self.target(target))",
                "\(place): der Fall hat hier nichts festzulegen: \(self.target(target))")
        case .unknownPerspective(let id, let nearest):
            pick("there is no perspective '\(id)'", "es gibt keine Sichtweise „\(id)“") + near(nearest)
        case .unknownScenario(let id, let nearest):
            pick("there is no scenario '\(id)'", "es gibt kein Szenario „\(id)“") + near(nearest)
        case .unknownPremise(let id, let nearest):
            pick("there is no premise '\(id)' here", "es gibt hier keine Prämisse „\(id)“")
                + (nearest == nil
                    ? pick(
                        " (premises are those of the perspective that '--perspective' names)",
                        " (Prämissen sind die der Sichtweise, die „--perspective“ nennt)") : near(nearest))
        case .circularParents(let id):
            pick(
                "the perspective '\(id)' goes back to itself",
                "die Sichtweise „\(id)“ geht auf sich selbst zurück")
        }
    }

    /// What an answer rests on, in one sentence.
    func sentence(_ support: Support) -> String {
        let passages = count(support.citations.count, ("passage", "Stelle"), ("passages", "Stellen"))
        let own = count(
            support.own.count, ("own assumption", "eigene Annahme"), ("own assumptions", "eigene Annahmen"))
        let bare = count(
            support.uncited.count, ("uncited entry", "unbelegte Angabe"),
            ("uncited entries", "unbelegte Angaben"))
        let premises =
            support.premises.isEmpty
            ? "" : pick("; premises: ", "; Prämissen: ") + support.premises.joined(separator: ", ")
        return "\(passages), \(own), \(bare)\(premises)"
    }

    func kind(_ kind: Inventory.Kind) -> String {
        switch kind {
        case .sources: pick("sources", "Quellen")
        case .anchors: pick("anchors", "Anker")
        case .actors: pick("actors", "Akteure")
        case .issues: pick("issues", "Gegenstände")
        case .circumstances: pick("circumstances", "Umstände")
        case .statements: pick("statements", "Aussagen")
        case .drafts: pick("drafts", "Entwürfe")
        case .points: pick("points of drafts", "Punkte von Entwürfen")
        case .terms: pick("terms", "Bestimmungen")
        case .events: pick("events", "Ereignisse")
        case .tellings: pick("tellings of events", "Darstellungen von Ereignissen")
        case .linkages: pick("linkages", "Junktims")
        case .guarantees: pick("guarantees", "Garantien")
        case .clauses: pick("clauses of the checklist", "Klauseln der Prüfliste")
        case .bodies: pick("bodies of ratification", "Organe der Ratifikation")
        case .rules: pick("rules of ratification", "Regeln der Ratifikation")
        case .steps: pick("steps of implementation", "Schritte der Umsetzung")
        case .money: pick("sums of money", "Geldbeträge")
        case .papers: pick("strategy papers", "Strategiepapiere")
        case .themes: pick("themes", "Themen")
        case .stances: pick("stances of papers", "Haltungen der Papiere")
        case .questions: pick("open questions", "offene Fragen")
        case .norms: pick("norms", "Normen")
        case .options: pick("options", "Optionen")
        case .indicators: pick("indicators", "Kennzahlen")
        case .claims: pick("claims", "Behauptungen")
        case .predictions: pick("predictions", "Vorhersagen")
        case .perspectives: pick("perspectives", "Sichtweisen")
        case .premises: pick("premises", "Prämissen")
        case .scenarios: pick("scenarios", "Szenarien")
        case .models: pick("models", "Modelle")
        }
    }
}

extension Words {
    /// How an entry is held by what it rests on.
    func holding(_ holding: PassageBook.Holding) -> String {
        switch holding {
        case .cited: self(.cited)
        case .paragraph: pick("paragraph only", "nur Absatz")
        case .unconfirmed: pick("unconfirmed", "unbestätigt")
        case .own: self(.own)
        case .uncited: self(.uncited)
        }
    }
}
