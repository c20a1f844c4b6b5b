import CaseModel
import Findings
import Numbers

extension Words {
    /// The phrase of a state, which the room of the engines names in its own way.
    func state(_ state: String) -> String { Self.states[state].map { self($0) } ?? state }

    private static let states: [String: Phrase] = [
        "stated": .stated, "denied": .denied, "ambiguous": .ambiguous, "conditional": .conditional,
        "contested": .contested, "silent": .silent, "unreported": .unreported,
    ]

    /// What a term says, in the names of its issue.
    func term(_ content: Term.Content, on issue: Agenda.Issue, names: (String) -> String = { $0 }) -> String {
        func say(_ choice: Term.Choice) -> String {
            switch choice {
            case .alternative(let id): alternative(id, of: issue)
            case .number(let number):
                numbers.text(Quantity(number.form, unit: issue.unit, isAbout: number.isAbout))
            }
        }
        let or = " \(self(.or)) "
        switch content {
        case .stated(let choice): return say(choice)
        case .denied(let excluded):
            return "\(self(.not)) \(excluded.map { alternative($0, of: issue) }.joined(separator: or))"
        case .ambiguous(let readings):
            return readings.isEmpty ? self(.everyWay) : readings.map(say).joined(separator: or)
        case .conditional(let choice, let when, let until, let otherwise):
            var text = say(choice)
            if let when { text += ", \(self(.ifWord)) \(when)" }
            if let until { text += ", \(self(.untilWord)) \(date(until))" }
            if let otherwise { text += ", \(self(.elseWord)) \(say(otherwise))" }
            return text
        case .contested(let bids):
            return bids.map { "\(names($0.actor)) \(self(.wants)) \(say($0.choice))" }.joined(separator: "; ")
        case .silent: return self(.silent)
        case .unreported: return self(.unreported)
        }
    }

    /// The name of an alternative, or its id where it has none.
    func alternative(_ id: String, of issue: Agenda.Issue) -> String {
        guard let found = issue.alternatives.first(where: { $0.id == id }) else { return id }
        let name = self(found.name)
        return name.isEmpty ? id : name
    }

    /// A passage as a reader finds it: `s001 ¶ 55 “Dafür stellen sie”`.
    func citation(_ citation: Citation, _ passages: PassageBook) -> String {
        switch passages.shown(citation) {
        case .anchor(let source, let id):
            "\(source)#\(id)"
                + (passages.entry(of: citation).map { " ¶\u{202f}\($0.paragraph)" + mark($0) } ?? "")
        case .withheld(let source): "\(source) (\(pick("closed source", "geschlossene Quelle")))"
        case .passage(let source, let paragraph, let begins):
            "\(source) ¶\u{202f}\(paragraph) " + pick("“\(begins) …”", "„\(begins) …“")
        }
    }

    /// What a reader must know of a passage that does not count as cited.
    private func mark(_ entry: PassageBook.Entry) -> String {
        entry.isUnconfirmed ? " (\(standing(of: entry)))" : ""
    }

    /// What became of a passage, in a word or two.
    func standing(of entry: PassageBook.Entry) -> String {
        if let verdict = entry.check?.verdict, verdict != .unverifiable { return self.verdict(verdict) }
        return switch entry.anchor.state {
        case .ok: verdict(.unverifiable)
        case .review: pick("waits for a person", "wartet auf einen Menschen")
        case .lost: verdict(.lost)
        }
    }

    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .exact: pick("exact", "unverändert")
        case .moved: pick("moved", "verschoben")
        case .retyped: pick("retyped", "anders gesetzt")
        case .edited: pick("edited", "bearbeitet")
        case .weak: pick("weak", "unsicher")
        case .ambiguous: pick("ambiguous", "nicht eindeutig")
        case .lost: pick("lost", "nicht gefunden")
        case .unverifiable: pick("not verifiable here", "hier nicht nachprüfbar")
        }
    }

    /// What something rests on, in words.
    func basis(_ basis: Basis, _ passages: PassageBook) -> String {
        var parts = basis.citations.map { citation($0, passages) }
        if basis.isOwn { parts.append(self(.own)) }
        if parts.isEmpty { parts.append(self(.uncited)) }
        return parts.joined(separator: "; ")
    }

    /// A chain of reporting: who says it, through whom.
    func chain(_ chain: [String], names: (String) -> String = { $0 }) -> String {
        chain.map(names).joined(separator: " → ")
    }

    func kind(_ kind: Proposal.Kind) -> String {
        switch kind {
        case .draft: pick("draft", "Entwurf")
        case .list: pick("list", "Liste")
        case .declaration: pick("declaration", "Erklärung")
        case .understanding: pick("understanding", "Verständigung")
        case .conjecture: pick("conjecture", "Vermutung")
        case .forecast: pick("forecast", "Erwartung")
        case .yardstick: pick("yardstick", "Maßstab")
        }
    }

    func kind(_ kind: Source.Kind) -> String {
        switch kind {
        case .article: pick("article", "Artikel")
        case .speech: pick("speech", "Rede")
        case .transcript: pick("transcript", "Mitschrift")
        case .draft: pick("draft", "Entwurf")
        case .interview: pick("interview", "Gespräch")
        case .dataset: pick("dataset", "Datensatz")
        case .book: pick("book", "Buch")
        case .treatyText: pick("treaty text", "Vertragstext")
        case .socialPost: pick("social post", "Netzbeitrag")
        }
    }
}
