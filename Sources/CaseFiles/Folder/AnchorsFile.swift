import CaseModel

/// Reads `anchors.tsv`, the file that the machine owns: a first line with the format, then one line per anchor.
struct AnchorsFile {
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
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == Self.header else {
            fail(
                1, 1, "the first line is not '\(Self.header)'",
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
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            $0 == "-" ? "" : String($0)
        }
        guard cells.count == Self.fields.count else {
            fail(
                number, 1, "\(Self.fields.count) fields are expected, not \(cells.count)",
                "fields: \(Self.fields.joined(separator: ", "))")
            return nil
        }
        var sound = true
        func require(_ index: Int, _ condition: Bool, _ form: String) {
            guard !condition else { return }
            let column = cells.prefix(index).reduce(1) { $0 + max(1, $1.unicodeScalars.count) + 1 }
            fail(number, column, "the field '\(Self.fields[index])' is not \(form)", "restore the line")
            sound = false
        }
        let parts = cells[3].split(separator: "+").compactMap(Self.part)
        require(0, isAnchorID(cells[0]), "'a' and a number")
        require(1, Names.isForm(cells[1]), "a source")
        require(2, isHex(cells[2], 12), "12 digits 0-9 a-f")
        require(
            3, !parts.isEmpty && parts.count == cells[3].split(separator: "+").count,
            "of the form 'p7:120-318'")
        require(4, Int(cells[4]).map { $0 > 0 } ?? false, "a count of words")
        require(5, isHex(cells[5], 16), "16 digits 0-9 a-f")
        require(6, isHex(cells[6], 12), "12 digits 0-9 a-f")
        require(7, cells[7].isEmpty || isHex(cells[7], 8), "8 digits 0-9 a-f")
        require(8, cells[8].isEmpty || isHex(cells[8], 8), "8 digits 0-9 a-f")
        let sketch = cells[11].split(separator: ",").map(String.init)
        require(
            11, sketch.allSatisfy { isHex($0, 8) } && sketch.count <= 16, "up to 16 times 8 digits 0-9 a-f")
        require(12, Anchor.State(rawValue: cells[12]) != nil, "ok, review or lost")
        let place = Place(file: file, line: number, column: 1)
        guard sound, let state = Anchor.State(rawValue: cells[12]), let words = Int(cells[4]) else {
            return nil
        }
        context.registry.refer([.source], cells[1], at: place)
        if let earlier = context.registry.define(.anchor, "\(cells[1])#\(cells[0])", at: place) {
            fail(
                number, 1, "the anchor '\(cells[1])#\(cells[0])' stands here already: \(earlier)",
                "delete one of the two")
        }
        return Anchor(
            id: cells[0], source: cells[1], place: place, revision: cells[2], parts: parts, words: words,
            textHash: cells[5], wordsHash: cells[6], before: cells[7], after: cells[8], rival: cells[9],
            guardMark: cells[10], sketch: sketch, state: state, by: cells[13], on: cells[14])
    }

    private func isHex(_ text: String, _ length: Int) -> Bool {
        text.utf8.count == length && text.allSatisfy { "0123456789abcdef".contains($0) }
    }

    /// `p7:120-318`
    private static func part(_ text: Substring) -> Anchor.Part? {
        let pieces = text.dropFirst().split(separator: ":")
        guard text.hasPrefix("p"), pieces.count == 2, let paragraph = Int(pieces[0]), paragraph > 0 else {
            return nil
        }
        let ends = pieces[1].split(separator: "-").compactMap { Int($0) }
        guard ends.count == 2, ends[0] >= 0, ends[0] < ends[1] else { return nil }
        return Anchor.Part(paragraph: paragraph, range: ends[0]..<ends[1])
    }
}
