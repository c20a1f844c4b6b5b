import CaseModel
public import Findings
import Numbers

extension NegotiateFinding: Answer {
    public var seed: Int? { choices.seed }

    public func summary(_ words: Words) -> String {
        let steps = hasSteps ? [stepSentences(words)] : []
        return ([talksSentence(words)] + steps + [recordSentence(words)]).joined(separator: " ")
    }

    /// Whether a first step can change anything.
    private var hasSteps: Bool {
        guard case .success(let talks) = talks else { return false }
        return talks.hasAcceptable != false
    }

    /// Against whom a first step pays and against whom it costs, party by party.
    func stepSentences(_ words: Words) -> String {
        guard case .success(let talks) = talks else { return "" }
        return talks.parties.indices.map { sentence($0, talks, words) }.joined(separator: " ")
    }

    func talksSentence(_ words: Words) -> String {
        guard case .success(let talks) = talks else {
            return words.pick(
                "Nothing is known of what packages are worth, so no talks are played.",
                "Was Pakete wert sind, ist nicht bekannt; daher wird kein Gespräch durchgespielt.")
        }
        let all = words.count(talks.matrix.count)
        if talks.hasAcceptable == false {
            return words.pick(
                "Runs of stylised tactics, no forecast: none of \(all) pairings ends in an agreement, since at the points of all numbers no package is acceptable to all; nor does a first step of goodwill change that.",
                "Durchläufe stilisierter Taktiken, keine Vorhersage: keine von \(all) Paarungen endet mit einer Einigung, denn an den Punkten aller Zahlen ist kein Paket für alle annehmbar; auch ein erster Schritt ändert das nicht."
            )
        }
        let agreed = words.count(talks.matrix.count { $0.outcome.agreement != nil })
        return words.pick(
            "Runs of stylised tactics, no forecast: \(agreed) of \(all) pairings end in an agreement.",
            "Durchläufe stilisierter Taktiken, keine Vorhersage: \(agreed) von \(all) Paarungen enden mit einer Einigung."
        )
    }

    /// Against whom a first step pays, and against whom it costs.
    func sentence(_ party: Int, _ talks: Talks, _ words: Words) -> String {
        let prices = talks.goodwill.filter { $0.party == talks.parties[party].id }
        let (name, size) = (words(talks.parties[party].name), words.percent(choices.goodwill))
        let head = words.pick(
            "\(name), a first step of \(size) of its own scale: ",
            "\(name), ein erster Schritt von \(size) der eigenen Skala: ")
        if prices.contains(where: { $0.fate == .tooLarge }) {
            return head
                + words.pick("worth less to it than no agreement.", "weniger wert als keine Einigung.")
        }
        let parts: [(String, (GoodwillPrice) -> Bool)] = [
            (words.pick("pays against", "lohnt sich gegen"), { $0.effects[party] == .more }),
            (words.pick("costs against", "kostet gegen"), { $0.effects[party] == .less }),
            (
                words.pick("changes nothing for the giver against", "ändert für den Geber nichts gegen"),
                { $0.effects[party] == .same && $0.fate != .neither }
            ),
            (
                words.pick(
                    "no agreement with it or without it against", "keine Einigung mit ihm oder ohne ihn gegen"
                ),
                { $0.fate == .neither }
            ),
        ]
        let told = parts.compactMap { verb, holds -> String? in
            let found = prices.filter(holds).map { words.name($0.against) }
            return found.isEmpty ? nil : "\(verb) \(words.list(found))"
        }
        return head + told.joined(separator: "; ") + "."
    }

    func recordSentence(_ words: Words) -> String {
        guard !record.voices.isEmpty else {
            return words.pick(
                "The case holds no dated positions on ordered issues, so the record says nothing.",
                "Der Fall enthält keine datierten Positionen zu geordneten Gegenständen; so sagen die Aussagen nichts."
            )
        }
        let tested = words.count(record.pairs.count { $0.tests != nil })
        let all = words.count(record.pairs.count)
        return words.pick(
            "In the record \(tested) of \(all) pairs of actors have enough dated moves and concessions to be tested.",
            "In den Aussagen haben \(tested) von \(all) Paaren von Akteuren genug datierte Bewegungen und Zugeständnisse für eine Prüfung."
        )
    }

    public func text(_ words: Words) -> String {
        var lines = [summary(words)]
        switch talks {
        case .success(let talks): lines += talksText(talks, words)
        case .failure(let refused): lines += ["", words.reason(refused)]
        }
        lines += recordText(words) + footing(words)
        return lines.joined(separator: "\n") + "\n"
    }

    private func talksText(_ talks: Talks, _ words: Words) -> [String] {
        guard talks.hasAcceptable != false else {
            return askedText(talks, words) + mediationText(talks, words)
        }
        let names = talks.parties.prefix(2).map { words($0.name) }
        var lines = [
            "",
            words.pick(
                "Tactics of \(names[0]) (rows) against those of \(names[1]), at most \(words.count(choices.rounds)) rounds, \(words.count(talks.packages)) packages",
                "Taktiken von \(names[0]) (Zeilen) gegen die von \(names[1]), höchstens \(words.count(choices.rounds)) Runden, \(words.count(talks.packages)) Pakete"
            ),
        ]
        lines += matrixTable(talks, words).lines()
        lines.append("  " + cellNote(talks, words))
        lines.append("  " + frontierNote(talks, words))
        lines += askedText(talks, words)
        lines += ["", goodwillTitle(words)] + goodwillTable(talks, words).lines()
        return lines + mediationText(talks, words)
    }

    func goodwillTitle(_ words: Words) -> String {
        words.pick(
            "What a first step of \(words.percent(choices.goodwill)) of its giver's scale changes",
            "Was ein erster Schritt von \(words.percent(choices.goodwill)) der Skala des Gebers ändert")
    }

    private func cellNote(_ talks: Talks, _ words: Words) -> String {
        let shown = talks.parties.map { words($0.name) }.joined(separator: "; ")
        let round =
            withholds
            ? "" : words.pick(", then the round of the last word", ", dahinter die Runde des letzten Worts")
        return words.pick(
            "In each cell what the agreement brings \(shown)\(round); – is no agreement.",
            "In jedem Feld, was die Einigung bringt: \(shown)\(round); – heißt keine Einigung.")
    }

    private func frontierNote(_ talks: Talks, _ words: Words) -> String {
        let far = talks.matrix.compactMap(\.outcome.toFrontier)
        let agreed = talks.matrix.count { $0.outcome.agreement != nil }
        guard far.count == agreed else {
            return words.pick(
                "The frontier is too large to measure from.", "Die Grenze ist zu groß, um von ihr zu messen.")
        }
        let off = far.filter { $0 > 0 }
        let most = off.max().map { words.root($0) } ?? "0"
        return words.pick(
            "Agreements off the Pareto frontier: \(words.count(off.count)) of \(words.count(agreed)), at most \(most) away (each party's worst as 0, its best as 1).",
            "Einigungen abseits der Paretogrenze: \(words.count(off.count)) von \(words.count(agreed)), höchstens \(most) entfernt (das Schlechteste jeder Partei als 0, ihr Bestes als 1)."
        )
    }

    // MARK: One run in full

    /// So many moves are told in a text; JSON and CSV hold all.
    private static let told = 24

    private func askedText(_ talks: Talks, _ words: Words) -> [String] {
        guard let asked = talks.asked else { return [] }
        let who = zip(talks.parties, asked.run.tactics).map { "\(words($0.name)) \(words.name($1))" }
        var lines = ["", words.pick("The talks asked for: ", "Das verlangte Gespräch: ") + words.list(who)]
        lines.append("  " + ending(asked.run.outcome, talks, words))
        guard let path = asked.path else { return lines }
        let turns = Self.turns(path)
        var table = TextTable()
        table.add(
            [words.pick("round", "Runde"), words.pick("who", "wer"), ""]
                + talks.parties.map { words($0.name) }
                + [words.pick("package", "Paket")])
        for offer in turns.prefix(Self.told) {
            table.add(
                [words.count(offer.round), name(offer.party, talks, words), words.act(offer.act)]
                    + (offer.utilities?.map { words.utility($0) } ?? talks.parties.map { _ in "–" })
                    + [offer.package.map { words.package($0, talks.issues) } ?? ""])
        }
        lines += table.lines()
        if turns.count > Self.told {
            let more = words.count(turns.count - Self.told)
            lines.append(
                "  "
                    + words.pick(
                        "… and \(more) more ('--format csv')", "… und \(more) weitere („--format csv“)"))
        }
        return lines
    }

    /// The moves without those that repeat what the party said before.
    private static func turns(_ path: [Offer]) -> [Offer] {
        var last: [String: Offer] = [:]
        return path.filter { offer in
            defer { last[offer.party] = offer }
            return offer.act != .offer || last[offer.party]?.package != offer.package
        }
    }

    func ending(_ outcome: Outcome, _ talks: Talks, _ words: Words) -> String {
        let round =
            outcome.round.map { words.pick(" in round \(words.count($0))", " in Runde \(words.count($0))") }
            ?? ""
        guard let package = outcome.agreement, let utilities = outcome.utilities else {
            return words.pick("no agreement\(round)", "keine Einigung\(round)")
        }
        let far = outcome.toFrontier.map {
            words.pick(", to the frontier \(words.root($0))", ", bis zur Grenze \(words.root($0))")
        }
        return words.pick("agreement\(round): ", "Einigung\(round): ") + words.package(package, talks.issues)
            + " "
            + words.vector(utilities) + (far ?? "")
    }

    func name(_ party: String, _ talks: Talks, _ words: Words) -> String {
        talks.parties.first { $0.id == party }.map { words($0.name) } ?? party
    }
}

extension Words {
    func act(_ act: NegotiateFinding.Offer.Act) -> String {
        switch act {
        case .offer: pick("offers", "bietet")
        case .accept: pick("accepts", "nimmt an")
        case .leave: pick("leaves", "geht")
        }
    }
}
