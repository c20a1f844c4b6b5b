import CaseModel
import Numbers

extension Cursor {
    /// A text in the case's language, or in both as `{en: …, de: …}`.
    func label() -> Label {
        if scalar != nil {
            let text = oneLine()
            return context.language == .en ? Label(en: text) : Label(de: text)
        }
        return record("a text in two languages") { record in
            Label(en: record.sentence("en"), de: record.sentence("de"))
        } ?? Label()
    }

    /// The text with single blanks instead of line breaks; complains if nothing is left, or if letters deceive.
    fileprivate func oneLine() -> String? {
        guard let text = text() else { return nil }
        checkScripts()
        let words = text.split(whereSeparator: \.isWhitespace)
        if words.isEmpty { fail("the text is empty", hint: "write a text, or leave the key out") }
        return words.joined(separator: " ")
    }

    /// Refuses a word that mixes scripts: nearly always a letter that only looks right.
    fileprivate func checkScripts() {
        guard let scalar else { return }
        for word in scalar.unicodeScalars.split(whereSeparator: { !$0.properties.isAlphabetic }) {
            let scripts = Set(word.compactMap(Script.init))
            if scripts.count > 1 {
                fail(
                    "the word '\(String(String.UnicodeScalarView(word)))' mixes letters of different scripts",
                    hint: "type the word again in one script")
                return
            }
        }
    }

    /// A date in one of the five forms.
    func date() -> DateSpan? {
        guard let text = text("a date") else { return nil }
        if let date = DateSpan(reading: text) { return date }
        fail(
            "'\(text.prefix(60))' is no date",
            hint: "write 2026, 2026-01 or 2026-01-15, with '~' for about, or a span 2026-01-21/2026-01-31")
        return nil
    }

    /// One of a few words.
    func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = text("a word") else { return nil }
        if let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue)
        let near = nearestName(to: text, among: words).map { "did you mean '\($0)'? " } ?? ""
        fail(
            "'\(text.prefix(60))' cannot stand here",
            hint: near + "possible: \(words.joined(separator: ", "))")
        return nil
    }

    func flag() -> Bool? {
        guard let text = text("true or false") else { return nil }
        if text == "true" || text == "false" { return text == "true" }
        fail("'\(text.prefix(60))' is neither 'true' nor 'false'", hint: "write 'true' or 'false'")
        return nil
    }

    /// A whole number in a range.
    func integer(_ range: ClosedRange<Int>) -> Int? {
        guard let number = number() else { return nil }
        if let value = number.exactInt, range.contains(value) { return value }
        fail(
            "a whole number from \(range.lowerBound) to \(range.upperBound) is expected here",
            hint: "correct the number")
        return nil
    }

    /// A hash with its prefix `h:`.
    func hash() -> String? {
        guard let text = text("a hash") else { return nil }
        let body = text.dropFirst(2)
        if text.hasPrefix("h:"), (12...64).contains(body.count),
            body.allSatisfy({ "0123456789abcdef".contains($0) })
        {
            return String(body)
        }
        fail("'\(text.prefix(80))' is no hash", hint: "write 'h:' and 12 to 64 digits 0-9 a-f")
        return nil
    }
}

/// The scripts that are told apart in a word.
private enum Script: Hashable {
    case latin, cyrillic, greek

    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x400...0x52F: self = .cyrillic
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        default: return nil
        }
    }
}

extension Record {
    func label(_ key: String) -> Label { value(key)?.label() ?? Label() }
    func optionalLabel(_ key: String) -> Label? { value(key)?.label() }

    /// A label that must be there.
    func requiredLabel(_ key: String) -> Label { required(key)?.label() ?? Label() }

    func date(_ key: String) -> DateSpan? { value(key)?.date() }
    func flag(_ key: String) -> Bool? { value(key)?.flag() }
    func integer(_ key: String, _ range: ClosedRange<Int>) -> Int? { value(key)?.integer(range) }

    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String { value(key)?.word(type) }

    /// A text as written.
    func text(_ key: String) -> String? { value(key)?.text() }

    /// A length of time, kept as written; complains if it is none.
    func duration(_ key: String) -> String? {
        guard let cursor = value(key), let text = cursor.text() else { return nil }
        if TimeSpan(reading: text) == nil {
            cursor.fail(
                "'\(text)' is no length of time", hint: "write '100 days', '2 weeks', '6 months' or '1 year'")
        }
        return text
    }

    fileprivate func sentence(_ key: String) -> String? {
        value(key)?.oneLine()
    }

    /// Texts as one or a list of them.
    func texts(_ key: String) -> [String] { value(key)?.oneOrMore.compactMap { $0.text() } ?? [] }

    func labels(_ key: String) -> [Label] { value(key)?.oneOrMore.map { $0.label() } ?? [] }
}
