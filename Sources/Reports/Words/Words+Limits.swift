import CaseModel
import Findings

/// What bounds an answer, in sentences.
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
