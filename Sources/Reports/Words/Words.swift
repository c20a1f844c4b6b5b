public import CaseModel
import Findings
public import Numbers

/// Words and numbers of one language.
public struct Words: Sendable {
    public let language: Language

    public init(_ language: Language) { self.language = language }

    /// How numbers are printed in text.
    public var numbers: NumberFormat { language == .de ? .german : .english }

    func callAsFunction(_ phrase: Phrase) -> String { pick(phrase.texts.en, phrase.texts.de) }

    func callAsFunction(_ label: Label) -> String { label.text(in: language) }

    /// The text for this language.
    func pick(_ en: @autoclosure () -> String, _ de: @autoclosure () -> String) -> String {
        language == .de ? de() : en()
    }

    /// A whole number in the language's form.
    func count(_ number: Int) -> String { numbers.text(number) }

    /// A whole number with its noun.
    func count(_ number: Int, _ one: (en: String, de: String), _ many: (en: String, de: String)) -> String {
        let noun = number == 1 ? one : many
        return "\(count(number)) \(pick(noun.en, noun.de))"
    }

    /// Items as `a, b and c`.
    func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + pick(" and ", " und ") + last
    }

    /// A date in the notation of the sources, its imprecision spelt out.
    func date(_ span: DateSpan?) -> String {
        guard let span else { return "–" }
        let ends = span.text.split(separator: "/").map(String.init)
        func spell(_ end: String) -> String {
            if end == ".." { return pick("open", "offen") }
            return end.hasSuffix("~") ? pick("about ", "etwa ") + end.dropLast() : end
        }
        return ends.map(spell).joined(separator: pick(" to ", " bis "))
    }
}

extension Words {
    /// Which files were written.
    public func wrote(_ files: [String]) -> String {
        pick("Wrote \(list(files)).", "Geschrieben: \(list(files)).")
    }

    /// What `new` says when it is done, with the next step.
    public func newCase(folder: String, files: [String]) -> String {
        pick(
            "Wrote \(list(files.map { "\(folder)/\($0)" })).\nNext: junktim compare \(folder)",
            "Geschrieben: \(list(files.map { "\(folder)/\($0)" })).\nWeiter mit: junktim compare \(folder)")
    }
}
