import CaseModel
import Findings
import Numbers

extension NegotiateFinding {
    func actorName(_ id: String, _ words: Words) -> String {
        actors.first { $0.id == id }.map { words($0.name) } ?? id
    }

    /// Whose moves after whose concessions, as `Russia after United States (s001)`.
    func name(_ pair: Pair, _ words: Words) -> String {
        let (mover, giver) = (actorName(pair.mover, words), actorName(pair.giver, words))
        return words.pick("\(mover) after \(giver)", "\(mover) nach \(giver)") + " (\(pair.source))"
    }

    func recordText(_ words: Words) -> [String] {
        guard !record.voices.isEmpty else { return [] }
        var lines = ["", words.pick("The record: who moved when", "Die Aussagen: wer sich wann bewegte")]
        lines += voiceTable(words).lines()
        let tested = record.pairs.filter { $0.tests != nil }
        if !tested.isEmpty {
            lines += [
                "",
                words.pick(
                    "Did demands harden after concessions? Harder and other moves that came within so many days after one",
                    "Wurden Forderungen nach Zugeständnissen härter? Härtere und andere Bewegungen binnen so vieler Tage nach einem"
                ),
            ]
            lines += testTable(tested, words).lines()
            for pair in tested { lines += order(pair, words) }
        }
        let untested = record.pairs.filter { $0.tests == nil }
        let few = untested.filter { !$0.concessions.isEmpty }
        let none = untested.filter { $0.concessions.isEmpty }
        if !untested.isEmpty {
            lines += [
                "",
                words.pick(
                    "Too few to test (at least \(words.count(Self.fewestMoves)) measured moves and one concession)",
                    "Zu wenig für eine Prüfung (mindestens \(words.count(Self.fewestMoves)) gemessene Bewegungen und ein Zugeständnis)"
                ),
            ]
            lines += fewTable(few, words).lines()
            if !none.isEmpty {
                lines.append(
                    "  " + words.pick("Without a concession: ", "Ohne Zugeständnis: ") + without(none, words))
            }
        }
        return lines
    }

    func voiceTable(_ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("told by", "laut"), words.pick("pulls to", "zieht"),
            words.pick("positions", "Positionen"), words.kind(.harder), words.kind(.softer),
            words.kind(.same),
            words.kind(.unmeasured), words.pick("of these first on their issue", "davon erste im Gegenstand"))
        for voice in record.voices {
            func number(_ kind: Move.Kind) -> String { words.count(voice.moves.count { $0.kind == kind }) }
            table.add(
                actorName(voice.actor, words), voice.source,
                voice.side.map { words.pole($0) } ?? words.pick("unknown", "unbekannt"),
                words.count(voice.statements), number(.harder), number(.softer), number(.same),
                number(.unmeasured), words.count(voice.moves.count(where: \.enters)))
        }
        return table
    }

    func testTable(_ pairs: [Pair], _ words: Words) -> TextTable {
        var table = TextTable()
        table.add(
            "", words.pick("concessions", "Zugeständnisse"), words.pick("days", "Tage"),
            words.pick("harder: after / else", "härter: danach / sonst"),
            words.pick("others: after / else", "andere: danach / sonst"),
            words.pick("at least so many by chance", "mindestens so viele durch Zufall"),
            words.pick("harder: possibly after", "härter: womöglich danach"))
        for pair in pairs {
            for (place, test) in (pair.tests ?? []).enumerated() {
                table.add(
                    place == 0 ? name(pair, words) : "",
                    place == 0 ? words.count(pair.concessions.count) : "",
                    words.count(test.days),
                    "\(words.count(test.harderAfter)) / \(words.count(test.harderOtherwise))",
                    "\(words.count(test.othersAfter)) / \(words.count(test.othersOtherwise))",
                    words.chance(test.chance), words.count(test.possiblyAfter))
            }
        }
        return table
    }

    /// How many harder moves came in time after a concession, and how often chance would have it so.
    func testSentence(_ pair: Pair, _ words: Words) -> String {
        let harder = pair.moves.filter { $0.kind == .harder }
        let first = words.count(harder.count(where: \.enters))
        let after = (pair.tests ?? []).map { test in
            words.pick(
                "within \(words.count(test.days)) days \(words.count(test.harderAfter)) (by chance at least as many: \(words.chance(test.chance)))",
                "binnen \(words.count(test.days)) Tagen \(words.count(test.harderAfter)) (durch Zufall mindestens so viele: \(words.chance(test.chance)))"
            )
        }
        return words.pick(
            "\(name(pair, words)): of \(words.count(harder.count)) harder moves, \(first) of them first positions measured from the status quo, there came certainly after a concession \(words.list(after)).",
            "\(name(pair, words)): von \(words.count(harder.count)) härteren Bewegungen, davon \(first) erste Positionen, gemessen am Status quo, kamen sicher nach einem Zugeständnis \(words.list(after))."
        )
    }

    /// Which hardening came after which concession, and which concession after which hardening.
    private func order(_ pair: Pair, _ words: Words) -> [String] {
        var table = TextTable()
        for one in pair.hardened { table.add(row(pair, one, isHardening: true, words)) }
        for one in pair.gave { table.add(row(pair, one, isHardening: false, words)) }
        let lines = table.lines()
        return ["  " + testSentence(pair, words)] + lines.map { "  " + $0 }
    }

    private func row(_ pair: Pair, _ one: Following, isHardening: Bool, _ words: Words) -> [String] {
        let (move, given) = (pair.moves[one.move], pair.concessions[one.concession])
        let first = words.pick(" (first on it)", " (erste dazu)")
        let hard =
            words.pick("harder", "härter") + ": " + words.issue(move.issue, agenda)
            + (move.enters ? first : "")
        let gave =
            words.pick("gave", "gab nach") + ": " + words.issue(given.issue, agenda)
            + (given.enters ? first : "")
        return isHardening
            ? [
                words.date(move.date), hard, words.pick("after", "nach"), words.date(given.date), gave,
                words.days(one.days),
            ]
            : [
                words.date(given.date), gave, words.pick("after", "nach"), words.date(move.date), hard,
                words.days(one.days),
            ]
    }

    /// Those to whom nobody gave way, giver by giver and source by source.
    private func without(_ pairs: [Pair], _ words: Words) -> String {
        var movers: [String] = []
        for pair in pairs {
            let text = "\(pair.mover) (\(pair.source), \(words.count(pair.moves.count)))"
            if !movers.contains(text) { movers.append(text) }
        }
        return movers.map { mover in
            let givers = pairs.filter {
                "\($0.mover) (\($0.source), \(words.count($0.moves.count)))" == mover
            }
            return mover + words.pick(" after ", " nach ") + givers.map(\.giver).joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private func fewTable(_ pairs: [Pair], _ words: Words) -> TextTable {
        var table = TextTable()
        for pair in pairs {
            table.add(
                name(pair, words),
                words.count(
                    pair.moves.count, ("measured move", "gemessene Bewegung"),
                    ("measured moves", "gemessene Bewegungen")),
                words.count(
                    pair.concessions.count, ("concession", "Zugeständnis"), ("concessions", "Zugeständnisse"))
            )
        }
        return table
    }
}

extension Words {
    func pole(_ pole: NegotiateFinding.Pole) -> String {
        switch pole {
        case .first: pick("first alternatives", "zu den ersten Möglichkeiten")
        case .last: pick("last alternatives", "zu den letzten Möglichkeiten")
        }
    }
}
