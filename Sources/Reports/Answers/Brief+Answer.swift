import CaseModel
public import Findings

extension Brief: Answer {
    public func summary(_ words: Words) -> String {
        let first = sections.first { $0.kind == .bottomLine }?.lines ?? []
        return first.prefix(2).map { words.sentence($0.content, self, names) }.joined(separator: " ")
    }

    /// The page as plain text, and behind it the evidence of every line.
    public func text(_ words: Words) -> String { sheet(words).text }

    /// The same for a program that sets Markdown.
    public func markdown(_ words: Words) -> String { sheet(words).markdown }

    func sheet(_ words: Words) -> BriefSheet { BriefSheet(self, words) }

    var names: NameBook { NameBook(actors: actors, issues: issues, drafts: drafts, gates: gates) }

    public func data() -> JSON {
        let (en, de) = (BriefSheet(self, Words(.en)), BriefSheet(self, Words(.de)))
        return .object([
            .init("for", addressee.map { .string($0.id) } ?? .null),
            .init(
                "words", .object([.init("en", .integer(en.wordCount)), .init("de", .integer(de.wordCount))])),
            .init(
                "sections",
                .array(
                    sections.map { section in
                        .object([
                            .init("section", .string(section.kind.rawValue)),
                            .init("lines", .array(section.lines.map { json($0) })),
                        ])
                    })),
        ])
    }

    private func json(_ line: Line) -> JSON {
        .object([
            .init("en", .string(Words(.en).sentence(line.content, self, names))),
            .init("de", .string(Words(.de).sentence(line.content, self, names))),
            .init("cite", .array(line.evidence.citations.map { $0.json(passages) })),
            .init("own", .strings(line.evidence.own.map { "\($0)" })),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["section", "line", "citations", "own"])
        for section in sections {
            for line in section.lines {
                csv.add([
                    .text(section.kind.rawValue), .text(words.sentence(line.content, self, names)),
                    .text(
                        line.evidence.citations.map { words.citation($0, passages) }.joined(separator: "; ")),
                    .count(line.evidence.own.count),
                ])
            }
        }
        return csv.text
    }
}

/// A brief in one language, cut to the length of a page: lines with numbers that lead to their evidence.
struct BriefSheet {
    /// More words do not fit one page that can be read in five minutes.
    static let longest = 320

    let brief: Brief
    let words: Words
    private(set) var sections: [(title: String, lines: [Line])] = []
    /// How many lines were left out to keep the page short.
    private(set) var leftOut = 0

    struct Line {
        let number: Int
        let text: String
        let evidence: Support
    }

    init(_ brief: Brief, _ words: Words) {
        (self.brief, self.words) = (brief, words)
        let names = brief.names
        var number = 0
        sections = brief.sections.map { section in
            let lines = section.lines.map { line -> Line in
                number += 1
                return Line(
                    number: number, text: words.sentence(line.content, brief, names), evidence: line.evidence)
            }
            return (words.title(section.kind, brief), lines)
        }
        shorten()
    }

    /// In this order lines are dropped, and so many of a section stay as long as others can be dropped instead.
    private static let kept: [(kind: Brief.Section.Kind, lines: Int)] = [
        (.signs, 1), (.people, 1), (.guarantees, 2), (.drafts, 3), (.options, 3), (.open, 1),
        (.disagreements, 3),
        (.bottomLine, 4),
    ]

    /// Drops last lines until the page is short enough: first what is above the number that a section should keep, then below it,
    /// one section after the other in turn; never the last line of a section.
    private mutating func shorten() {
        for isSpare in [true, false] {
            var hasDropped = true
            while hasDropped {
                hasDropped = false
                for (kind, lines) in Self.kept {
                    guard let place = brief.sections.firstIndex(where: { $0.kind == kind }) else { continue }
                    guard wordCount > Self.longest, sections[place].lines.count > (isSpare ? lines : 1) else {
                        continue
                    }
                    sections[place].lines.removeLast()
                    leftOut += 1
                    hasDropped = true
                }
            }
        }
    }

    var title: String { words(brief.title) }

    var stamp: String {
        "\(words(.asOf)) \(words.date(brief.asOf)) · \(words(.perspective)): \(brief.perspective ?? "base")"
    }

    /// What was left out for the sake of the page.
    var shortened: String? {
        leftOut == 0
            ? nil
            : words.pick(
                "Left out to keep \(words.count(Self.longest)) words: \(words.count(leftOut, ("line", ""), ("lines", ""))).",
                "Weggelassen, um bei \(words.count(Self.longest)) Wörtern zu bleiben: \(words.count(leftOut, ("", "Zeile"), ("", "Zeilen")))."
            )
    }

    /// Who stands behind the short names of sources that the page uses.
    var key: String? {
        let used = brief.mentioned
        let named = brief.sources.filter { used.contains($0.id) && !words($0.standpoint).isEmpty }
        return named.isEmpty
            ? nil
            : words(.sources) + ": "
                + named.map { "\($0.id) \(words($0.standpoint))" }.joined(separator: "; ") + "."
    }

    /// The words on the page, marks and evidence apart.
    var wordCount: Int {
        let all =
            [title, stamp, key ?? "", shortened ?? ""]
            + sections.flatMap { [$0.title] + $0.lines.map(\.text) }
        return all.map { $0.split(whereSeparator: \.isWhitespace).count }.reduce(0, +)
    }

    /// What a line rests on, in words.
    func evidence(of line: Line) -> String {
        var parts: [String] = []
        var seen: Set<String> = []
        for citation in line.evidence.citations.map({ words.citation($0, brief.passages) })
        where seen.insert(citation).inserted { parts.append(citation) }
        if !line.evidence.own.isEmpty {
            let places = line.evidence.own.prefix(4).map { "\($0)" }.joined(separator: ", ")
            let more = line.evidence.own.count > 4 ? ", …" : ""
            parts.append("\(words.count(line.evidence.own.count)) × \(words(.own)) (\(places)\(more))")
        }
        if !line.evidence.uncited.isEmpty {
            parts.append("\(words.count(line.evidence.uncited.count)) × \(words(.uncited))")
        }
        return parts.isEmpty ? words(.noEvidence) : parts.joined(separator: "; ")
    }

    var text: String {
        var out = [title, stamp, ""]
        for section in sections where !section.lines.isEmpty {
            out.append(section.title.uppercased())
            out += section.lines.map { "  \($0.text) [\($0.number)]" } + [""]
        }
        if let key { out += [key, ""] }
        if let shortened { out += [shortened, ""] }
        out.append(words(.evidence).uppercased())
        out += sections.flatMap(\.lines).map { "  [\($0.number)] \(evidence(of: $0))" }
        return out.joined(separator: "\n") + "\n"
    }

    var markdown: String {
        func plain(_ text: String) -> String {
            text.reduce(into: "") { out, character in
                if "\\`*_{}[]<>#|".contains(character) { out.append("\\") }
                out.append(character)
            }
        }
        var out = ["# \(plain(title))", "", plain(stamp), ""]
        for section in sections where !section.lines.isEmpty {
            out += ["## \(plain(section.title))", ""]
            out += section.lines.map { "- \(plain($0.text)) [^\($0.number)]" } + [""]
        }
        if let key { out += [plain(key), ""] }
        if let shortened { out += [plain(shortened), ""] }
        out += sections.flatMap(\.lines).map { "[^\($0.number)]: \(plain(evidence(of: $0)))" }
        return out.joined(separator: "\n") + "\n"
    }
}

extension Brief {
    /// The sources that lines name by their short names.
    fileprivate var mentioned: Set<String> {
        var found: Set<String> = []
        for content in sections.flatMap(\.lines).map(\.content) {
            switch content {
            case .disagreement(_, let pro, let con): found.formUnion(pro + con)
            case .statedByNone(_, let owners): found.formUnion(owners)
            case .option(let option): found.formUnion(option.basis.citations.map(\.source))
            case .due(let one), .sign(let one): found.insert(one.by)
            case .people(let one): found.formUnion(one.told.map(\.by))
            case .draft(_, _, _, let stuck, _):
                for flag in stuck { if case .excluded(let owners) = flag.kind { found.formUnion(owners) } }
            default: break
            }
        }
        return found
    }
}
