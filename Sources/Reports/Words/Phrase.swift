/// The fixed texts of answers, one key each; the compiler sees to it that no key lacks a language.
enum Phrase: CaseIterable, Sendable {
    // States of a term
    case stated, denied, ambiguous, conditional, contested, silent, unreported
    // What things rest on
    case cited, own, uncited
    // Headings and columns
    case drafts, issues, issue, draft, matrix, terms, point, state, position, reportedBy, restsOn, limits,
        legend
    case coverage, addressed, date, name, source, sources, standpoint, kind, missingVoices, note, basis
    case events, event, timeline, table, told, by, identifier, language, published, before, place
    case assumedList, ambiguousList, silentList, unreportedList, indicators, value, unknown, assumed,
        untranslated
    case everyWay, or, ifWord, untilWord, elseWord, not, wants, base, perspective, settings, holds
    case lineage, texts, outcomes, asOf, number, what, sourcesSilent, colophon
    case stateOwned, inferredDate, possibleLineage, wordingUnseen, method, pulled, linkedSilence
    case uncitedList, silentCount, noPoint
    // What changed
    case points, pointOrigins, voices, howFar, howFarLegend, whatChanged, scope, variation, net, reversals,
        alongTheLine,
        whoMoved,
        nobodyMoved,
        toldByTwo
    case cameAndWent, firstSeen, lastSeen, gaps, gone, alike
    // Promises, bars, money
    case checklist, checklistLegend, clauseList, precedent, sourcesDiffer, tested, plainness, nobodySays
    case lasting
    case gates, gateTable, gateLegend, when, invokedBy, establishedBy, needs, chance, barredWhile, deadline
    case outsideDrafts, otherSums, heldBy
    // Pictures
    case assumedFigures, change, yardsticks, newlyAddressed, noLongerAddressed, away, towards, after,
        firstPole,
        lastPole, scopePanel, stock, claim, share, documents
    // The brief
    case brief, evidence, noEvidence, filter
    // Sections of a report
    case twoFigures, silenceMethod, howFarFrom, envelope, benefits, money, actorPages, ownWords, ascribed,
        redLines,
        members, factions, whoRatifies, capability, salience, aims
    // Passages
    case waiting, coverageTitle, entries, severalVoices, all, passages, passage, paragraph, statementList,
        holder, words
    case citedBy, notCited, cutOnly, misplaced, list, verdict, copies, excerptsLeftOut, way, meaningChanged

    /// The text in English and in German.
    var texts: (en: String, de: String) {
        switch self {
        case .stated: ("stated", "genannt")
        case .denied: ("excluded", "ausgeschlossen")
        case .ambiguous: ("ambiguous", "mehrdeutig")
        case .conditional: ("conditional", "bedingt")
        case .contested: ("contested", "strittig")
        case .silent: ("silent", "schweigt")
        case .unreported: ("unreported", "nicht berichtet")
        case .cited: ("cited", "belegt")
        case .own: ("own assumption", "eigene Annahme")
        case .uncited: ("uncited", "unbelegt")
        case .drafts: ("Drafts", "Entwürfe")
        case .issues: ("Issues", "Gegenstände")
        case .issue: ("Issue", "Gegenstand")
        case .draft: ("Draft", "Entwurf")
        case .matrix: ("What is on the table", "Was auf dem Tisch liegt")
        case .terms: ("Terms", "Bestimmungen")
        case .point: ("Point", "Punkt")
        case .state: ("State", "Stand")
        case .position: ("Position", "Lage")
        case .reportedBy: ("reported by", "berichtet von")
        case .restsOn: ("Rests on", "Beruht auf")
        case .limits: ("Limits", "Grenzen")
        case .legend: ("Legend", "Legende")
        case .coverage: ("Coverage", "Abdeckung")
        case .addressed: ("addressed", "behandelt")
        case .date: ("Date", "Datum")
        case .assumedFigures: ("assumed figures", "angenommene Angaben")
        case .change: ("Change", "Änderung")
        case .yardsticks: ("Yardsticks", "Maßstäbe")
        case .newlyAddressed: ("later only", "nur später")
        case .noLongerAddressed: ("earlier only", "nur früher")
        case .away: ("← away", "← weg")
        case .towards: ("towards →", "hin →")
        case .after: ("After", "Nachher")
        case .firstPole: ("first pole (0)", "erster Pol (0)")
        case .lastPole: ("last pole (1)", "letzter Pol (1)")
        case .scopePanel: ("Issues addressed", "Behandelte Gegenstände")
        case .stock: ("Stock", "Bestand")
        case .claim: ("Claim", "Anspruch")
        case .share: ("Share", "Anteil")
        case .documents: ("Documents discussed", "Besprochene Dokumente")
        case .twoFigures:
            (
                "Position and scope are two figures: how far the texts moved where both speak, and what they took up or let go.",
                "Lage und Umfang sind zwei Zahlen: wie weit sich die Texte bewegten, wo beide sprechen, und was sie aufnahmen oder fallen ließen."
            )
        case .silenceMethod:
            (
                "The mean change of position on ordered issues, each counting alike, from −1 to +1 (towards the last alternatives), under three rules for what a draft leaves open. None of the rules is right; where they differ, the silence decides.",
                "Die mittlere Änderung der Lage auf geordneten Gegenständen, jeder gleich gezählt, von −1 bis +1 (zu den letzten Alternativen), unter drei Regeln für das, was ein Entwurf offen lässt. Keine der Regeln ist die richtige; wo sie sich unterscheiden, entscheidet das Schweigen."
            )
        case .howFarFrom: ("from", "von")
        case .envelope: ("With all open", "Mit allem Offenen")
        case .benefits: ("Gives something to", "Gibt etwas an")
        case .money: ("Money", "Geld")
        case .actorPages: ("Actor by actor", "Akteur für Akteur")
        case .ownWords: ("reported as said by it", "als eigene Worte berichtet")
        case .ascribed: ("ascribed by others", "von anderen zugeschrieben")
        case .redLines:
            (
                "Red lines: excluded or demanded as a must",
                "Rote Linien: ausgeschlossen oder als Muss verlangt"
            )
        case .members: ("Members", "Mitglieder")
        case .factions: ("Factions", "Fraktionen")
        case .whoRatifies: ("Who ratifies", "Wer ratifiziert")
        case .capability: ("Capability", "Fähigkeit")
        case .salience:
            ("How much it matters, as each source reads it", "Wie viel daran liegt, nach jeder Quelle")
        case .aims: ("Aims, as somebody reads them", "Ziele, wie sie jemand liest")
        case .brief: ("In brief", "In Kürze")
        case .filter: ("filter …", "filtern …")
        case .evidence: ("What each line rests on", "Worauf jede Zeile beruht")
        case .noEvidence:
            ("no passage: a word about the page itself", "keine Stelle: ein Wort über die Seite selbst")
        case .checklist: ("Promises and clauses", "Zusagen und Klauseln")
        case .checklistLegend:
            (
                "+ stated, − excluded, ~ vague, ⇒ conditional, · looked for and silent, – not reported",
                "+ genannt, − ausgeschlossen, ~ unbestimmt, ⇒ bedingt, · gesucht und nicht vorhanden, – nicht berichtet"
            )
        case .clauseList: ("The clauses", "Die Klauseln")
        case .precedent: ("precedent", "Präzedenzfall")
        case .sourcesDiffer: ("sources differ", "Quellen weichen ab")
        case .tested: ("tested", "erprobt")
        case .plainness:
            (
                "How plainly a text speaks, by whom its points give something (plain terms / all)",
                "Wie eindeutig ein Text ist, nach denen, die etwas erhalten (eindeutige Bestimmungen / alle)"
            )
        case .nobodySays: ("not coded", "nicht erfasst")
        case .lasting: ("Which outcomes last", "Welche Ausgänge Bestand haben")
        case .gates: ("Norms, votes, bars", "Normen, Abstimmungen, Sperren")
        case .gateTable: ("What bears on which draft", "Was welchen Entwurf betrifft")
        case .gateLegend:
            (
                "● bears on it, ○ in some reading, – does not, · not known to be addressed, ? cannot be judged from a draft",
                "● betrifft ihn, ○ in einer Lesart, – betrifft ihn nicht, · dazu ist nichts bekannt, ? aus einem Entwurf nicht zu beurteilen"
            )
        case .when: ("bears on", "betrifft")
        case .invokedBy: ("invoked by", "geltend gemacht von")
        case .establishedBy: ("established by", "festgestellt von")
        case .needs: ("needs", "braucht")
        case .chance: ("chance of passing", "Aussicht auf Annahme")
        case .barredWhile: ("barred while", "gesperrt, solange")
        case .deadline: ("deadline", "Frist")
        case .outsideDrafts: ("Outside all drafts", "Außerhalb aller Entwürfe")
        case .otherSums: ("Other sums", "Weitere Summen")
        case .heldBy: ("held by", "gehalten von")
        case .points: ("Points", "Punkte")
        case .pointOrigins: ("Where the points come from", "Woher die Punkte kommen")
        case .voices: ("Who wants what, and who says so", "Wer was will, und wer es sagt")
        case .howFar:
            (
                "How far from whom (points of 100, 0 at the yardstick)",
                "Wie weit von wem (Punkte von 100, 0 am Maßstab)"
            )
        case .howFarLegend:
            (
                "[ ] with everything possible where the draft says nothing; coverage: how much of the yardstick's weight the draft addresses",
                "[ ] wenn alles möglich ist, wo der Entwurf nichts sagt; Abdeckung: wie viel vom Gewicht des Maßstabs der Entwurf behandelt"
            )
        case .whatChanged: ("What changed from draft to draft", "Was sich von Entwurf zu Entwurf änderte")
        case .scope: ("Scope", "Umfang")
        case .variation: ("Sum of steps", "Summe der Schritte")
        case .net: ("First to last", "Erster bis letzter")
        case .reversals: ("Turns", "Kehren")
        case .alongTheLine: ("Along the lineage", "Entlang der Abstammung")
        case .whoMoved:
            ("Who moved: statements that changed", "Wer sich bewegte: Aussagen, die sich änderten")
        case .nobodyMoved:
            (
                "no dated statement of an actor contradicts an earlier one",
                "keine datierte Aussage eines Akteurs widerspricht einer früheren"
            )
        case .toldByTwo:
            (
                "two sources: they may differ where nobody moved",
                "zwei Quellen: sie können sich unterscheiden, ohne dass sich jemand bewegte"
            )
        case .cameAndWent:
            (
                "Terms that came and went, by the texts on the table",
                "Bestimmungen, die kamen und gingen, nach den Texten auf dem Tisch"
            )
        case .firstSeen: ("First in", "Zuerst in")
        case .lastSeen: ("Last in", "Zuletzt in")
        case .gaps: ("Not in", "Nicht in")
        case .gone: ("gone", "weg")
        case .alike:
            (
                "How alike (percent) / on how many issues that both address",
                "Wie ähnlich (Prozent) / auf wie vielen in beiden behandelten Gegenständen"
            )
        case .waiting:
            (
                "Passages that are lost or wait for a person",
                "Stellen, die verloren sind oder auf einen Menschen warten"
            )
        case .coverageTitle: ("What the entries rest on", "Worauf die Angaben beruhen")
        case .entries: ("entries", "Angaben")
        case .severalVoices: ("several voices", "mehrere Stimmen")
        case .all: ("all", "alle")
        case .passages: ("Passages", "Stellen")
        case .passage: ("Passage", "Stelle")
        case .paragraph: ("Paragraph", "Absatz")
        case .statementList: ("Who holds what", "Wer was vertritt")
        case .holder: ("Holder", "Wer")
        case .words: ("Words", "Wörter")
        case .citedBy: ("Cited by", "Zitiert von")
        case .notCited: ("not cited", "nicht zitiert")
        case .cutOnly: ("cut, and cited by nothing", "geschnitten, von nichts zitiert")
        case .list: ("The list", "Die Liste")
        case .misplaced: ("these words do not stand there", "diese Wörter stehen dort nicht")
        case .verdict: ("Found again", "Wiedergefunden")
        case .copies: ("copies", "Abschriften")
        case .excerptsLeftOut: ("Passages left out of this report", "In diesem Bericht weggelassene Stellen")
        case .way: ("Through", "Über")
        case .meaningChanged: ("negations or numbers differ", "Verneinungen oder Zahlen weichen ab")
        case .name: ("Name", "Bezeichnung")
        case .source: ("Source", "Quelle")
        case .sources: ("Sources", "Quellen")
        case .standpoint: ("Standpoint", "Standpunkt")
        case .kind: ("Kind", "Art")
        case .missingVoices: ("Voices that are missing", "Stimmen, die fehlen")
        case .note: ("Note", "Anmerkung")
        case .basis: ("Basis", "Grundlage")
        case .events: ("Events", "Ereignisse")
        case .event: ("Event", "Ereignis")
        case .timeline: ("What came when", "Was wann kam")
        case .table: ("The same as a table", "Dasselbe als Tabelle")
        case .told: ("As told", "Darstellung")
        case .by: ("By", "Von")
        case .identifier: ("Id", "Kennung")
        case .language: ("Language", "Sprache")
        case .published: ("Published", "Erschienen")
        case .before: ("Before", "Vorher")
        case .place: ("Place", "Fundort")
        case .assumedList: ("Assumed by the analyst", "Vom Bearbeiter angenommen")
        case .ambiguousList: ("Can be read in several ways", "Mehrdeutig")
        case .silentList: ("Looked for and not there", "Gesucht und nicht vorhanden")
        case .unreportedList:
            ("Not reported by the sources that are taken", "Von den aufgenommenen Quellen nicht berichtet")
        case .indicators:
            ("People and things that every outcome touches", "Menschen und Dinge, die jeder Ausgang berührt")
        case .value: ("Value", "Wert")
        case .unknown: ("unknown", "unbekannt")
        case .assumed: ("Own assumptions", "Eigene Annahmen")
        case .untranslated: ("Missing in a language", "Fehlt in einer Sprache")
        case .everyWay: ("in any way", "auf jede Weise")
        case .or: ("or", "oder")
        case .ifWord: ("if", "falls")
        case .untilWord: ("until", "bis")
        case .elseWord: ("else", "sonst")
        case .not: ("not", "nicht")
        case .wants: ("wants", "will")
        case .base: ("base: what nobody disputes", "Grundfall: was niemand bestreitet")
        case .perspective: ("Perspective", "Sichtweise")
        case .settings: ("What the perspective sets", "Was die Sichtweise festlegt")
        case .holds: ("What the case holds", "Was der Fall enthält")
        case .lineage: ("goes back to", "geht zurück auf")
        case .texts: ("Drafts, lists, declarations", "Entwürfe, Listen, Erklärungen")
        case .outcomes:
            (
                "Outcomes that somebody expects, demands or ascribes",
                "Ausgänge, die jemand erwartet, fordert oder zuschreibt"
            )
        case .asOf: ("As of", "Stand")
        case .number: ("Number", "Anzahl")
        case .what: ("What", "Was")
        case .sourcesSilent: ("searched and silent", "durchgesehen, schweigt")
        case .colophon: ("How this page was made", "Wie diese Seite entstand")
        case .stateOwned: ("state-owned", "staatlich")
        case .inferredDate: ("date inferred", "Datum erschlossen")
        case .possibleLineage: ("possibly", "möglicherweise")
        case .wordingUnseen: ("wording not seen", "Wortlaut nicht eingesehen")
        case .method: ("Method", "Verfahren")
        case .pulled: ("points pull apart", "Punkte gehen auseinander")
        case .linkedSilence:
            ("depends on something on which the draft is silent", "hängt an etwas, wozu der Entwurf schweigt")
        case .noPoint: ("no point names it", "kein Punkt nennt es")
        case .uncitedList: ("Uncited", "Unbelegt")
        case .silentCount: ("silent", "schweigend")
        }
    }
}
