public import CaseModel
import Foundation

/// Reads and writes `anchors.tsv`, the file that the machine owns: a first line with the format, then one line per
/// anchor, sorted by source and number.
struct AnchorsFile {
    static let name = "anchors.tsv"
    static let header = "#junktim-anchors 1"
    private static let fields = [
        "id", "source", "rev", "where", "n", "text", "words", "pre", "post", "rival", "guard", "sketch",
        "state", "by",
        "on",
    ]

    let file: String
    let context: ReadingContext

    func read(_ bytes: [UInt8]) -> [Anchor] {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            fail(1, 1, "the text is not valid UTF-8", "restore the file; the machine writes it, not a person")
            return []
        }
        // By bytes: a carriage return and a line feed together would be one character.
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        guard lines.first == Self.header else {
            fail(
                1, 1, Self.complaint(about: lines.first ?? ""),
                "restore the file; the machine writes it, not a person")
            return []
        }
        return lines.enumerated().dropFirst().compactMap { index, line in
            line.isEmpty && index == lines.count - 1 ? nil : anchor(line, index + 1)
        }
    }

    private func fail(_ line: Int, _ column: Int, _ message: String, _ hint: String) {
        context.log.add(Problem(Place(file: file, line: line, column: column), message, hint: hint))
    }

    private func anchor(_ line: String, _ number: Int) -> Anchor? {
        var cells = Cells(line)
        guard cells.texts.count == Self.fields.count else {
            fail(
                number, 1, "\(Self.fields.count) fields are expected, not \(cells.texts.count)",
                "fields: \(Self.fields.joined(separator: ", "))")
            return nil
        }
        let id = cells.text("'a' and a number", where: isAnchorID)
        let source = cells.text("a source", where: Names.isForm)
        let revision = cells.hash(12)
        let parts = cells.value("of the form 'p7:120-318'", Self.parts)
        let words = cells.value("a count of words") { Self.number($0, atLeast: 1) }
        let (textHash, wordsHash, before, after) = (
            cells.hash(16), cells.hash(12), cells.context(), cells.context()
        )
        let rival = cells.value("of the form '0.25'", Self.hundredths)
        let watch = cells.value("of the form 'neg=1;num=9f3ce012'", Self.watch)
        let sketch = cells.value("up to 16 times 8 digits 0-9 a-f, ascending", Self.sketch)
        let state = cells.value("ok, review or lost") { Anchor.State(rawValue: $0) }
        let by = cells.text("a name") { _ in true }
        let on = cells.text("a date") { $0.isEmpty || DateSpan(reading: $0) != nil }
        for wrong in cells.wrong {
            fail(
                number, wrong.column, "the field '\(Self.fields[wrong.field])' is not \(wrong.form)",
                "restore the line; 'junktim cite' writes it anew")
        }
        guard let parts, let words, let rival, let watch, let sketch, let state, cells.wrong.isEmpty else {
            // The line is damaged, but its anchor is not missing.
            _ = context.registry.define(
                .anchor, "\(source)#\(id)", at: Place(file: file, line: number, column: 1))
            return nil
        }
        let marks = Anchor.Marks(
            words: words, textHash: textHash, wordsHash: wordsHash, before: before, after: after,
            rival: rival,
            watch: watch, sketch: sketch)
        return define(
            Anchor(
                id: id, source: source, place: Place(file: file, line: number, column: 1), revision: revision,
                parts: parts, marks: marks, state: state, by: by, on: on))
    }

    /// What is wrong with a first line that is not the right one.
    private static func complaint(about line: String) -> String {
        if line == header + "\r" { return "the lines end as on another system (with carriage returns)" }
        if line == "\u{FEFF}" + header { return "the file begins with a byte-order mark" }
        return "the first line is not '\(header)'"
    }

    private func define(_ anchor: Anchor) -> Anchor {
        context.registry.refer([.source], anchor.source, at: anchor.place)
        if let earlier = context.registry.define(.anchor, anchor.reference, at: anchor.place) {
            fail(
                anchor.place.line, 1, "the anchor '\(anchor.reference)' stands here already: \(earlier)",
                "delete one of the two")
        }
        return anchor
    }
}

/// Writes the anchors of a case; a link is followed, and the rights of the file stay.
///
/// - Throws: Whatever the file system refuses.
public func writeAnchors(_ anchors: [Anchor], of theCase: Case, in folder: String) throws {
    let text = AnchorsFile.text(of: anchors, sources: theCase.sources.map(\.id))
    let file = URL(fileURLWithPath: "\(folder)/\(AnchorsFile.name)").resolvingSymlinksInPath()
    let rights = try? FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    try Data(text.utf8).write(to: file, options: .atomic)
    if let rights {
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: file.path)
    }
}
