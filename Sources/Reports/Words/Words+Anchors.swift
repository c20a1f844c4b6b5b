public import CaseModel

extension Words {
    /// What `anchors confirm` says when a person has accepted a place.
    public func confirmed(_ anchor: String, _ text: String) -> String {
        pick("\(anchor) is confirmed:", "\(anchor) ist bestätigt:") + "\n  \(quoted(text))\n"
    }

    /// What `anchors lost` says.
    public func marked(_ anchor: String) -> String {
        pick(
            "\(anchor) is marked as lost and no longer counts as cited.",
            "\(anchor) gilt als verloren und nicht mehr als belegt.") + "\n"
    }

    /// Several places could be the passage, and a person must choose.
    public func severalPlaces(_ anchor: String, _ places: [String]) -> String {
        pick(
            "error: \(anchor) may be in \(places.count == 1 ? "one place" : "several places") (\(places.joined(separator: "; ")))\n  hint: choose one: --choice 1",
            "Fehler: \(anchor) kann an \(places.count == 1 ? "einer Stelle" : "mehreren Stellen") stehen (\(places.joined(separator: "; ")))\n  Hinweis: eine wählen: --choice 1"
        )
    }

    /// There is nothing to confirm.
    public func noPlace(_ anchor: String, _ verdict: Verdict) -> String {
        verdict == .unverifiable
            ? pick(
                "error: the text of \(anchor) is not at hand\n  hint: name its folder: --sources FOLDER",
                "Fehler: der Text von \(anchor) liegt nicht vor\n  Hinweis: seinen Ordner nennen: --sources ORDNER"
            )
            : pick(
                "error: \(anchor) was not found in its text\n  hint: cite the passage anew, or mark it: junktim anchors lost",
                "Fehler: \(anchor) wurde in seinem Text nicht gefunden\n  Hinweis: die Stelle neu zitieren oder kennzeichnen: junktim anchors lost"
            )
    }

    /// A passage was confirmed whose negations or numbers are not those that were cited.
    public func otherMeaning(_ anchor: String) -> String {
        pick(
            "warning: the negations or numbers of \(anchor) are not those that were cited\n  hint: look at what rests on it: junktim show CASE \(anchor)",
            "Warnung: die Verneinungen oder Zahlen von \(anchor) sind nicht die, die zitiert wurden\n  Hinweis: ansehen, was darauf beruht: junktim show CASE \(anchor)"
        )
    }

    /// Nobody said where the texts are, or none could be read.
    public var noTexts: String {
        pick(
            "error: the texts are not at hand\n  hint: name their folder: --sources FOLDER, or 'folder:' in sources.local.yaml",
            "Fehler: die Texte liegen nicht vor\n  Hinweis: ihren Ordner nennen: --sources ORDNER oder „folder:“ in sources.local.yaml"
        )
    }

    public var noWords: String {
        pick(
            "error: there are no words to look for\n  hint: write words, with a star for anything at their end or beginning",
            "Fehler: es gibt keine Wörter, nach denen zu suchen wäre\n  Hinweis: Wörter schreiben, mit einem Stern für Beliebiges am Ende oder Anfang"
        )
    }

    public func starInside(_ word: String) -> String {
        pick(
            "error: a star stands inside '\(word)'\n  hint: it stands for anything at the end or the beginning of a word",
            "Fehler: in „\(word)“ steht ein Stern mitten im Wort\n  Hinweis: er steht für Beliebiges am Ende oder Anfang eines Wortes"
        )
    }

    public func noVocabulary(_ issue: String) -> String {
        pick(
            "error: vocabulary.yaml has no words for the issue '\(issue)'\n  hint: add '- {issue: \(issue), words: {en: [word*]}}'",
            "Fehler: vocabulary.yaml hat keine Wörter für den Gegenstand „\(issue)“\n  Hinweis: „- {issue: \(issue), words: {de: [Wort*]}}“ ergänzen"
        )
    }

    public func noIssue(_ issue: String, _ nearest: String?) -> String {
        pick(
            "error: there is no issue '\(issue)'\n  hint: "
                + (nearest.map { "did you mean '\($0)'?" } ?? "issues stand in issues.yaml"),
            "Fehler: es gibt keinen Gegenstand „\(issue)“\n  Hinweis: "
                + (nearest.map { "gemeint „\($0)“?" } ?? "Gegenstände stehen in issues.yaml"))
    }
}
