import CaseModel

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

/// The fields of a line, read one after the other; remembers those that are not what they should be.
private struct Cells {
    let texts: [String]
    private var next = 0
    var wrong: [(field: Int, column: Int, form: String)] = []

    init(_ line: String) {
        texts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }

    mutating func value<Value>(_ form: String, _ read: (String) -> Value?) -> Value? {
        let text = texts[next]
        defer { next += 1 }
        if let value = read(text == "-" ? "" : text) { return value }
        let column = texts.prefix(next).reduce(1) { $0 + $1.unicodeScalars.count + 1 }
        wrong.append((next, column, form))
        return nil
    }

    mutating func text(_ form: String, where isRight: (String) -> Bool) -> String {
        value(form) { isRight($0) ? $0 : nil } ?? ""
    }

    /// The hash of the surroundings; empty where nothing surrounds the passage.
    mutating func context() -> String { text("8 digits 0-9 a-f") { $0.isEmpty || AnchorsFile.isHex($0, 8) } }

    mutating func hash(_ digits: Int) -> String {
        text("\(digits) digits 0-9 a-f") { AnchorsFile.isHex($0, digits) }
    }
}

// MARK: Fields and their text

extension AnchorsFile {
    static func isHex(_ text: String, _ digits: Int) -> Bool {
        text.utf8.count == digits
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    fileprivate static func number(_ text: some StringProtocol, atLeast least: Int = 0) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { $0 >= least ? $0 : nil }
    }

    /// `p7:120-318+p9:0-44`
    fileprivate static func parts(_ text: String) -> [Anchor.Part]? {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { text -> Anchor.Part? in
            let pieces = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
            guard text.hasPrefix("p"), pieces.count == 2, let paragraph = number(pieces[0], atLeast: 1) else {
                return nil
            }
            let ends = pieces[1].split(separator: "-", omittingEmptySubsequences: false).map { number($0) }
            guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
            return Anchor.Part(paragraph: paragraph, range: start..<end)
        }
        return parts.contains(nil) ? nil : parts.compactMap { $0 }
    }

    /// `0.25`, two decimals, at most 1.
    fileprivate static func hundredths(_ text: String) -> Int? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[1].count == 2, let whole = number(pieces[0]),
            let rest = number(pieces[1]),
            whole * 100 + rest <= 100
        else { return nil }
        return whole * 100 + rest
    }

    /// `neg=1;num=9f3ce012`, with `at=412` where the number of the first word is known.
    fileprivate static func watch(_ text: String) -> Anchor.Watch? {
        let entries = text.split(separator: ";", omittingEmptySubsequences: false).map {
            $0.split(separator: "=")
        }
        guard (2...3).contains(entries.count), entries.allSatisfy({ $0.count == 2 }), entries[0][0] == "neg",
            entries[1][0] == "num", let negations = number(entries[0][1]), isHex(String(entries[1][1]), 8)
        else { return nil }
        let first = entries.count == 3 && entries[2][0] == "at" ? number(entries[2][1]) : nil
        guard entries.count == 2 || first != nil else { return nil }
        return Anchor.Watch(negations: negations, numbersHash: String(entries[1][1]), firstWord: first)
    }

    fileprivate static func sketch(_ text: String) -> [UInt32]? {
        let texts = text.split(separator: ",", omittingEmptySubsequences: true).map(String.init)
        guard texts.count <= PassageIndex.sketchSize, texts.allSatisfy({ isHex($0, 8) }) else { return nil }
        let hashes = texts.compactMap { UInt32($0, radix: 16) }
        return zip(hashes, hashes.dropFirst()).allSatisfy { $0 < $1 } ? hashes : nil
    }

    /// The whole file.
    static func text(of anchors: [Anchor], sources: [String]) -> String {
        let order = Dictionary(
            sources.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
        let sorted = anchors.sorted {
            (order[$0.source] ?? .max, $0.source, $0.number) < (
                order[$1.source] ?? .max, $1.source, $1.number
            )
        }
        return ([header] + sorted.map(line)).joined(separator: "\n") + "\n"
    }

    static func line(_ anchor: Anchor) -> String {
        let marks = anchor.marks
        let fields = [
            anchor.id, anchor.source, anchor.revision, place(anchor.parts), String(marks.words),
            marks.textHash,
            marks.wordsHash, marks.before, marks.after, decimal(marks.rival), text(marks.watch),
            marks.sketch.map { hex($0) }.joined(separator: ","), anchor.state.rawValue, anchor.by, anchor.on,
        ]
        return fields.map { $0.isEmpty ? "-" : $0 }.joined(separator: "\t")
    }

    static func place(_ parts: [Anchor.Part]) -> String {
        parts.map { "p\($0.paragraph):\($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: "+")
    }

    private static func decimal(_ hundredths: Int) -> String {
        let digits = String(hundredths + 1_000).dropFirst()
        return "\(hundredths / 100).\(digits.suffix(2))"
    }

    private static func hex(_ hash: UInt32) -> String {
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }

    private static func text(_ watch: Anchor.Watch) -> String {
        "neg=\(watch.negations);num=\(watch.numbersHash)" + (watch.firstWord.map { ";at=\($0)" } ?? "")
    }
}
