import CaseModel
import Numbers

/// Reads `case.yaml`: what the case is, from when it looks, and what its level words mean.
func readFrame(_ cursor: Cursor) -> Case.Frame? {
    let context = cursor.context
    return cursor.record("case.yaml") { record in
        context.language = record.word("language", Language.self) ?? .en
        let format = record.required("format")?.number()
        if let format, format != 1 {
            record.value("format")?.fail(
                "format \(format) is not known", hint: "this version reads 'format: 1'")
        }
        let id = record.required("id")?.id()
        let title = record.requiredLabel("title")
        let asOf = record.required("asOf")?.date()
        let horizon = record.date("horizon")
        let perspective = record.value("perspective")?.perspectiveOrBase()
        let levels = record.levels()
        context.levels = levels
        let vocabulary = record.text("vocabulary")
        let note = record.optionalLabel("note")
        guard let id, let asOf else { return nil }
        if asOf.last == nil {
            record.value("asOf")?.fail(
                "'asOf' needs an end", hint: "write the day up to which the case looks")
        }
        var frame = Case.Frame(id: id, title: title, language: context.language, asOf: asOf)
        (frame.horizon, frame.perspective, frame.levels) = (horizon, perspective, levels)
        (frame.vocabulary, frame.note) = (vocabulary, note)
        return frame
    }
}

extension Record {
    fileprivate func levels() -> [Case.Level] {
        (value("levels")?.entries() ?? []).compactMap { name, cursor in
            guard let word = name.id(), let range = cursor.interval() else { return nil }
            return Case.Level(word: word, range: range)
        }
    }
}

extension Cursor {
    /// The id of a perspective; `nil` for the word `base`.
    func perspectiveOrBase() -> String? { scalar == "base" ? nil : reference(.perspective) }
}
