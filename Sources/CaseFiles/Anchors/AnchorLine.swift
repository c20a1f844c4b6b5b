import CaseModel

/// The fields of a line, read one after the other; remembers those that are not what they should be.
struct Cells {
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

    static func number(_ text: some StringProtocol, atLeast least: Int = 0) -> Int? {
        guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { $0 >= least ? $0 : nil }
    }

    /// `p7:120-318+p9:0-44`
    static func parts(_ text: String) -> [Anchor.Part]? {
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
    static func hundredths(_ text: String) -> Int? {
        let pieces = text.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count == 2, pieces[1].count == 2, let whole = number(pieces[0]),
            let rest = number(pieces[1]),
            whole * 100 + rest <= 100
        else { return nil }
        return whole * 100 + rest
    }

    /// `neg=1;num=9f3ce012`, with `at=412` where the number of the first word is known.
    static func watch(_ text: String) -> Anchor.Watch? {
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

    static func sketch(_ text: String) -> [UInt32]? {
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
            anchor.id, anchor.source, anchor.revision, anchor.parts.place, String(marks.words),
            marks.textHash,
            marks.wordsHash, marks.before, marks.after, decimal(marks.rival), text(marks.watch),
            marks.sketch.map { hex($0) }.joined(separator: ","), anchor.state.rawValue, anchor.by, anchor.on,
        ]
        return fields.map { $0.isEmpty ? "-" : $0 }.joined(separator: "\t")
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
