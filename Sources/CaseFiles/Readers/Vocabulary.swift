import CaseModel

/// Reads `vocabulary.yaml`: the words by which texts speak of the issues.
func readVocabulary(_ cursor: Cursor, into target: inout Case) {
    target.vocabulary = cursor.records("entry of the vocabulary") { record in
        let issue = record.required("issue")?.reference(.issue)
        let words = record.required("words").map(readWords) ?? [:]
        return issue.map { IssueWords(issue: $0, words: words, place: record.place) }
    }
    var places: [String: Place] = [:]
    for entry in target.vocabulary {
        if let earlier = places[entry.issue] {
            cursor.context.log.add(
                Problem(
                    entry.place, "the words of '\(entry.issue)' stand here already: \(earlier)",
                    hint: "join the two entries"))
        }
        places[entry.issue] = entry.place
    }
}

/// Lists of words by language: `{de: [Truppe*], en: [troop*]}`.
private func readWords(_ cursor: Cursor) -> [String: [String]] {
    var words: [String: [String]] = [:]
    for (name, list) in cursor.entries("words by language") {
        guard let language = name.text("a language") else { continue }
        words[language] = list.items("a list of words").compactMap { cursor in
            guard let text = cursor.text("a word") else { return nil }
            if WordPattern(text) != nil, !WordPattern.hasStarInside(text) { return text }
            cursor.fail(
                "'\(text.prefix(60))' holds no word",
                hint: "write a word, a word with a star at its end or beginning, or several words")
            return nil
        }
    }
    return words
}
