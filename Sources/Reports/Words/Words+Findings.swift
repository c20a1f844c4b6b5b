import CaseModel
public import Findings

extension Words {
    /// A limit of an answer as a sentence.
    func sentence(_ limit: Limit) -> String {
        switch limit {
        case .reportedOnly(let drafts, let all):
            pick(
                "\(count(drafts)) of \(count(all)) drafts are known only through others; their terms are what others report, and what the sources taken do not report is marked as unreported, not as silent.",
                "\(count(drafts)) von \(count(all)) Entwürfen sind nur durch andere bekannt; ihre Bestimmungen sind, was andere berichten, und was die aufgenommenen Quellen nicht berichten, gilt als nicht berichtet, nicht als Schweigen."
            )
        case .ownOrder(let issues, let all):
            pick(
                "The order of the alternatives is an assumption of the case on \(count(issues)) of \(count(all)) ordered issues; positions rest on it.",
                "Die Reihenfolge der Alternativen ist bei \(count(issues)) von \(count(all)) geordneten Gegenständen eine Annahme des Falls; die Lagen beruhen darauf."
            )
        case .yardsticks(let owners, let all):
            owners.isEmpty
                ? pick(
                    "No actor has a yardstick ('ideal' in actors.yaml), so there are no distances to actors.",
                    "Kein Akteur hat einen Maßstab („ideal“ in actors.yaml); daher gibt es keine Abstände zu Akteuren."
                )
                : pick(
                    "Distances are measured for \(list(owners)); actors without a yardstick in the case: \(count(all - owners.count)).",
                    "Abstände gibt es für \(list(owners)); Akteure ohne Maßstab im Fall: \(count(all - owners.count))."
                )
        case .yardstickNotSeen(let owners):
            pick(
                "From this viewpoint the yardsticks of \(list(owners)) are not seen.",
                "Von dieser Sichtweise aus sind die Maßstäbe von \(list(owners)) nicht zu sehen.")
        case .axesWithoutClause(let axes):
            pick(
                "No clause of the checklist bears on: \(list(axes.map { axis($0) })).",
                "Keine Klausel der Prüfliste betrifft: \(list(axes.map { axis($0) })).")
        case .unknownSums(let number, let all):
            pick(
                "The amount or the unit of \(count(number)) of \(count(all)) sums is unknown; nothing is filled in and nothing is converted.",
                "Bei \(count(number)) von \(count(all)) Summen ist Höhe oder Einheit unbekannt; nichts wird ergänzt, nichts umgerechnet."
            )
        case .simultaneousNotDecided(let tried):
            pick(
                "Simultaneous stability (SIM) was not decided: more than \(count(tried)) joint choices.",
                "Simultane Stabilität (SIM) blieb unentschieden: mehr als \(count(tried)) gemeinsame Züge.")
        case .simultaneousNotDefined:
            pick(
                "Simultaneous stability (SIM) is not defined for this form of model or this reading.",
                "Simultane Stabilität (SIM) ist für diese Modellform oder Lesart nicht definiert.")
        case .waysLeftOut(let states):
            pick(
                "Ways are left out for \(count(states)) states; '--from' asks for them.",
                "Wege fehlen bei \(count(states)) Zuständen; „--from“ fragt danach.")
        case .leftUnread(let nuances): unread(nuances)
        case .nothingStrong:
            pick(
                "No preference is marked as strong, so nothing deters strongly.",
                "Keine Vorliebe ist als stark gekennzeichnet; daher schreckt nichts stark ab.")
        case .answersWithoutPremises:
            pick(
                "No statement of preference changes any verdict: what is told here does not rest on the preferences.",
                "Kein Wunsch ändert ein Urteil: was hier steht, beruht nicht auf den Vorlieben.")
        case .tablesLeftOut(let states, let limit):
            pick(
                "Joint ways and cycles are left out: tables of \(count(states)) states for every coalition would be too large (at most \(count(limit)) states, fewer with many decision makers or moves).",
                "Gemeinsame Wege und Kreise fehlen: Tafeln von \(count(states)) Zuständen für jede Koalition wären zu groß (höchstens \(count(limit)) Zustände, weniger bei vielen Entscheidungsträgern oder Zügen)."
            )
        case .sweepsCutShort:
            pick(
                "The question is too large to be answered exactly throughout: some numbers are estimated, not counted or left out. Fewer issues or parties help.",
                "Die Frage ist zu groß, um durchweg exakt beantwortet zu werden: manche Zahlen sind geschätzt, nicht gezählt oder fehlen. Weniger Gegenstände oder Parteien helfen."
            )
        case .roundedNumbers(let parties):
            pick(
                "The numbers of \(list(parties)) are too large or too finely divided for exact sums; they were cut to nine places, so packages as close as that to a bar may be judged wrongly.",
                "Die Zahlen von \(list(parties)) sind für exakte Summen zu groß oder zu fein geteilt; sie wurden auf neun Stellen gekürzt, so nahe an einer Schwelle können Pakete falsch beurteilt sein."
            )
        case .stylisedTactics:
            pick(
                "Talks are runs of stylised tactics, no forecast: nobody in the case is said to negotiate so, and every number stands at its point.",
                "Gespräche sind Durchläufe stilisierter Taktiken, keine Vorhersage: von niemandem im Fall heißt es, er verhandle so, und jede Zahl steht an ihrem Punkt."
            )
        case .internalRuns:
            pick(
                "How far some party would go is internal: rounds, offers on the way and what no agreement is worth are withheld, since it would follow from them; '--internal' shows them.",
                "Wie weit eine Partei ginge, ist intern: Runden, Gebote auf dem Weg und der Wert der Nichteinigung fehlen, weil es daraus folgte; „--internal“ zeigt sie."
            )
        case .slowDescent(let packages, let rounds):
            pick(
                "MiCRO names at most one more package a round: in \(count(rounds)) rounds it does not get through \(count(packages)) packages, so that talks with it may fail for want of time ('--rounds').",
                "MiCRO nennt je Runde höchstens ein weiteres Paket: in \(count(rounds)) Runden kommt es nicht durch \(count(packages)) Pakete, so dass Gespräche mit ihm an der Zeit scheitern können („--rounds“)."
            )
        case .movesTakenAsIndependent:
            pick(
                "The test takes dates as given and moves as independent, though several may come from one paper; a small share is a hint, not a cause, and the smallest of several windows is smaller by chance.",
                "Die Prüfung nimmt Daten als gegeben und Bewegungen als unabhängig, obwohl mehrere aus einem Papier stammen können; ein kleiner Anteil ist ein Hinweis, keine Ursache, und der kleinste mehrerer Zeiträume ist durch Zufall kleiner."
            )
        case .polesBySide(let moves):
            pick(
                "\(count(moves, ("move is", ""), ("moves are", ""))) judged by the side that the actor's ideal takes on other issues, because it says nothing of theirs.",
                "\(count(moves, ("", "Bewegung ist"), ("", "Bewegungen sind"))) nach der Seite beurteilt, auf der das Ideal des Akteurs bei anderen Gegenständen steht, weil es zu diesen nichts sagt."
            )
        case .midpoints(let number, let all):
            pick(
                "\(count(number)) of \(count(all)) numbers of the steps are ranges without a point; the middle of the range stands for them wherever points are spoken of.",
                "\(count(number)) von \(count(all)) Zahlen der Schritte sind Spannen ohne Punkt; wo von Punkten die Rede ist, steht die Mitte der Spanne."
            )
        case .withoutNumbers(let parties):
            pick(
                "No number says what \(list(parties)) gain or lose by these steps; they act in them and count as indifferent.",
                "Keine Zahl sagt, was \(list(parties)) durch diese Schritte gewinnen oder verlieren; sie handeln darin und gelten als gleichgültig."
            )
        case .gameTemptations(let games):
            pick(
                "Temptations that a game would have to give are not counted: \(list(games)).",
                "Versuchungen, die ein Spiel angeben müsste, sind nicht gezählt: \(list(games)).")
        case .equalWeights:
            pick(
                "Changes of position count each ordered issue alike, and so do yardsticks for which nobody gives weights; the shares of all weightings say how much depends on that.",
                "Änderungen der Lage zählen jeden geordneten Gegenstand gleich, ebenso Maßstäbe, zu denen niemand Gewichte angibt; die Anteile aller Gewichtungen sagen, wie viel daran hängt."
            )
        case .uncutPassages(let number):
            pick(
                "Passages that are only named by paragraph and first words, and not cut as anchors: \(count(number)).",
                "Nur durch Absatz und erste Wörter benannte, nicht als Anker geschnittene Stellen: \(count(number))."
            )
        case .unconfirmedPassages(let references):
            pick(
                "This answer rests on passages that are lost or wait for a person: \(list(references)).",
                "Diese Antwort beruht auf Stellen, die verloren sind oder auf einen Menschen warten: \(list(references))."
            )
        case .unconfirmedClosed(let number):
            pick(
                "Passages of closed sources that are lost or wait for a person, and on which this answer rests: \(count(number)).",
                "Stellen geschlossener Quellen, die verloren sind oder auf einen Menschen warten und auf denen diese Antwort beruht: \(count(number))."
            )
        case .notVerifiedHere(let number):
            pick(
                "Not verifiable here, because the texts are not at hand: \(count(number, ("passage", ""), ("passages", ""))).",
                "Hier nicht nachprüfbar, weil die Texte nicht vorliegen: \(count(number, ("", "Stelle"), ("", "Stellen")))."
            )
        case .textsNotHere(let sources):
            pick(
                "Texts that are not at hand: \(list(sources)).",
                "Texte, die nicht vorliegen: \(list(sources)).")
        case .internalLeftOut(let number):
            pick(
                "\(count(number)) internal \(number == 1 ? "entry is" : "entries are") left out; '--internal' shows them.",
                "\(count(number)) interne \(number == 1 ? "Angabe ist" : "Angaben sind") weggelassen; „--internal“ zeigt sie."
            )
        case .earlierDate(let asOf):
            pick(
                "The perspective looks from \(date(asOf)); what begins later is hidden.",
                "Die Sichtweise blickt vom \(date(asOf)) aus; was später beginnt, ist verborgen.")
        case .takesOnly(let sources):
            pick(
                "The perspective takes only what is told by \(list(sources)).",
                "Die Sichtweise nimmt nur auf, was berichtet wird von \(list(sources)).")
        case .takesVoices(let voices):
            pick(
                "Of statements the perspective takes only \(list(voices.map { $0 == .own ? "the authors' own" : "quoted ones" })).",
                "Von Aussagen nimmt die Sichtweise nur \(list(voices.map { $0 == .own ? "eigene der Verfasser" : "zitierte" }))."
            )
        case .statementsDropped(let number):
            pick(
                "The perspective leaves out \(count(number, ("statement", ""), ("statements", ""))).",
                "Die Sichtweise lässt \(count(number, ("", "Aussage"), ("", "Aussagen"))) weg.")
        case .scenario(let id):
            pick("The scenario '\(id)' is laid over the case.", "Das Szenario „\(id)“ liegt über dem Fall.")
        case .struck(let premises): pick("Struck: \(list(premises)).", "Gestrichen: \(list(premises)).")
        case .added(let premises): pick("Put in: \(list(premises)).", "Hinzugenommen: \(list(premises)).")
        case .overridden(let what, let first, let second):
            pick(
                "A later setting replaces an earlier one: \(target(what)) (\(first) by \(second)).",
                "Eine spätere Festlegung ersetzt eine frühere: \(target(what)) (\(first) durch \(second)).")
        }
    }

    /// The name of a method.
    func name(_ method: Method) -> String {
        switch method {
        case .pointByPoint(let conditional):
            pick(
                "point-by-point comparison (conditional terms count as their \(conditional))",
                "Vergleich Punkt für Punkt (Bedingtes zählt als \(conditional == "hull" ? "Spanne bis zum Ersatzwert" : "sein Wert"))"
            )
        case .checklist:
            pick(
                "promises read clause by clause; three axes between soft and hard",
                "Zusagen Klausel für Klausel gelesen; drei Achsen zwischen weich und hart")
        case .everyReading:
            pick(
                "conditions judged under every reading of a draft",
                "Bedingungen unter jeder Lesart eines Entwurfs geprüft")
        case .stocksAndClaims:
            pick("stocks and claims, nothing converted", "Bestände und Ansprüche, nichts umgerechnet")
        case .brief:
            pick(
                "a choice from the answers of the other questions",
                "eine Auswahl aus den Antworten der übrigen Fragen")
        case .inventory: pick("inventory of the case", "Bestandsaufnahme des Falls")
        case .refinding:
            pick(
                "passages found again by hashes of their words",
                "Wiederfinden von Stellen an Streuwerten ihrer Wörter")
        case .gameSolving:
            pick(
                "sequential equilibria by supports, beliefs and exact linear programs; extreme Nash equilibria by vertices",
                "sequentielle Gleichgewichte über Träger, Überzeugungen und exakte lineare Programme; extreme Nash-Gleichgewichte über Ecken"
            )
        case .correlatedEquilibria:
            pick(
                "correlated equilibria by exact linear programs",
                "korrelierte Gleichgewichte durch exakte lineare Programme")
        case .subgameSolving:
            pick(
                "subgame by subgame from the last to the first, Nash equilibria of each",
                "Teilspiel für Teilspiel vom letzten zum ersten, Nash-Gleichgewichte eines jeden")
        case .regretMatching:
            pick(
                "predictive regret matching in floating point; bounds proven by best replies",
                "vorausschauendes Regret-Matching in Gleitkommazahlen; Schranken durch beste Antworten bewiesen"
            )
        case .logitBranch:
            pick(
                "principal branch of agent logit equilibria by arclength, in floating point",
                "Hauptast der Agenten-Logit-Gleichgewichte nach Bogenlänge, in Gleitkommazahlen")
        case .packages:
            pick(
                "packages counted issue by issue, rules by elimination; ranges taken at both ends",
                "Pakete, Gegenstand für Gegenstand gezählt, Regeln durch Elimination; Spannen an beiden Enden genommen"
            )
        case .alternatingOffers:
            pick(
                "stacked alternating offers with set tactics; single text changed where nobody loses; moves in the record by an exact test",
                "abwechselnde Gebote mit festen Taktiken; ein Text, geändert, wo niemand verliert; Bewegungen in den Aussagen mit einem exakten Test"
            )
        case .stepOrders:
            pick(
                "all orders of steps at once, by dynamic programming over the sets of steps done; ranges taken at both ends",
                "alle Reihenfolgen der Schritte zugleich, durch dynamische Programmierung über die Mengen erledigter Schritte; Spannen an beiden Enden genommen"
            )
        case .funnel:
            pick(
                "packages counted gate by gate, only what is certain stops; orders of steps by search over all of them",
                "Pakete Gatter für Gatter gezählt, nur Sicheres hält auf; Reihenfolgen der Schritte durch Suche über alle"
            )
        case .ratification:
            pick(
                "rules as voting bodies, coalitions counted exactly; chances as ranges",
                "Regeln als abstimmende Gremien, Koalitionen exakt gezählt; Aussichten als Spannen")
        case .guaranteeGames:
            pick(
                "games in which the promise is tested (what nobody should do is struck out, else every sequential outcome); design by clause",
                "Spiele, in denen die Zusage erprobt wird (was niemand tun sollte, wird gestrichen, sonst jeder sequentielle Ausgang); Entwurf nach Klauseln"
            )
        case .graphModel:
            pick("graph model for conflict resolution", "Graphenmodell der Konfliktlösung (GMCR)")
        case .wordSearch: pick("search for folded words", "Suche nach gefalteten Wörtern")
        }
    }

    /// How far a method has been checked.
    func status(_ status: Method.Status) -> String {
        switch status {
        case .published: pick("reproduces a published result", "gibt ein veröffentlichtes Ergebnis wieder")
        case .otherProgram: pick("agrees with another program", "stimmt mit einem anderen Programm überein")
        case .ownTests: pick("only own tests", "nur eigene Prüfungen")
        }
    }

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

extension Words {
    /// What a file says of preferences and a reading passes over, with the option that takes it in.
    private func unread(_ nuances: [StabilityFinding.Nuance]) -> String {
        nuances.map { nuance in
            switch nuance {
            case .ignorance:
                pick(
                    "Some preferences are marked as unknown; here they are read as known ('--unknown a|b|c|d' reads them as unknown).",
                    "Einige Vorlieben sind als unbekannt gekennzeichnet; hier gelten sie als bekannt („--unknown a|b|c|d“ liest sie als unbekannt)."
                )
            case .strength:
                pick(
                    "Degrees of strength are passed over ('--strength' reads them).",
                    "Grade der Stärke bleiben unbeachtet („--strength“ liest sie).")
            case .attitudes:
                pick(
                    "Attitudes to others are passed over ('--attitudes' reads them).",
                    "Haltungen zu anderen bleiben unbeachtet („--attitudes“ liest sie).")
            }
        }.joined(separator: " ")
    }
}
