public import CaseModel

extension Words {
    /// What `anchors confirm` says when a person has accepted a place.
    public func confirmed(_ anchor: String, _ text: String) -> String {
        pick("\(anchor) is confirmed:", "\(anchor) ist bestätigt:") + "\n  \(quoted(text))\n"
    }

    /// What `anchors lost` says.
    public func marked(_ anchor: String) -> String {
        pick("\(anchor) is marked as lost and no longer counts as cited.", "\(anchor) gilt als verloren und nicht mehr als belegt.") + "\n"
    }

    /// Several places could be the passage, and a person must choose.
    public func severalPlaces(_ anchor: String, _ places: [String]) -> String {
        pick(
            "error: \(anchor) may be in several places (\(places.joined(separator: "; ")))\n  hint: choose one: --choice 1",
            "Fehler: \(anchor) kann an mehreren Stellen stehen (\(places.joined(separator: "; ")))\n  Hinweis: eine wählen: --choice 1")
    }

    /// There is nothing to confirm.
    public func noPlace(_ anchor: String, _ verdict: Verdict) -> String {
        verdict == .unverifiable
            ? pick(
                "error: the text of \(anchor) is not at hand\n  hint: name its folder: --sources FOLDER",
                "Fehler: der Text von \(anchor) liegt nicht vor\n  Hinweis: seinen Ordner nennen: --sources ORDNER")
            : pick(
                "error: \(anchor) was not found in its text\n  hint: cite the passage anew, or mark it: junktim anchors lost",
                "Fehler: \(anchor) wurde in seinem Text nicht gefunden\n  Hinweis: die Stelle neu zitieren oder kennzeichnen: junktim anchors lost")
    }
}
