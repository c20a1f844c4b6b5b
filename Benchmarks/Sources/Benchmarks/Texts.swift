import CaseFiles
import CaseModel
import Foundation

/// A case in a folder of its own, with invented texts beside it.
struct TextDesk {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "junktim-benchmarks-\(getpid())")
    private var state: UInt64 = 1

    init(sources: Int) throws {
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("case"), withIntermediateDirectories: true)
        try write("format: 1\nid: texts\ntitle: {en: T, de: T}\nasOf: 2026\n", to: "case/case.yaml")
        let entries = (1...sources).map { "- {id: s\($0), title: {en: T, de: T}, paragraphs: line}\n" }
        try write(entries.joined(), to: "case/sources.yaml")
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func read() throws -> Case { try readCase(in: folder.appendingPathComponent("case").path).case }

    func library(of theCase: Case) -> TextLibrary { TextLibrary(of: theCase, folder: folder.path) }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// A number that looks random, below a limit.
    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    /// Words as uneven as those of real texts, with letters that take two bytes, in sentences and paragraphs.
    mutating func words(_ count: Int) -> [String] {
        (0..<count).map { index in
            let rank = 1 << next(12)
            let word = ["wort", "länder", "straße", "слово", "рік"][next(5)] + String(rank + next(rank))
            return index % 16 == 15 ? word + "." : word
        }
    }

    static func text(_ words: [String]) -> String {
        stride(from: 0, to: words.count, by: 80).map {
            words[$0..<min($0 + 80, words.count)].joined(separator: " ")
        }
        .joined(separator: "\n") + "\n"
    }
}

extension Benchmarks {
    /// Five texts of 3 000 words with eighty passages each, and every fortieth word changed.
    static func refinding() throws {
        var desk = try TextDesk(sources: 5)
        defer { desk.remove() }
        var texts: [[String]] = []
        for source in 1...5 {
            texts.append(desk.words(3_000))
            try desk.write(TextDesk.text(texts[source - 1]), to: "s\(source).txt")
        }
        var theCase = try desk.read()
        var library = desk.library(of: theCase)
        for source in 1...5 {
            for passage in 0..<80 {
                let start = passage * 36 + desk.next(6)
                var request = PassageRequest(
                    source: "s\(source)",
                    words: texts[source - 1][start..<start + 12 + desk.next(18)].joined(separator: " "))
                request.isVerbatim = true
                theCase.anchors.append(try library.cite(request, in: theCase).anchor)
            }
        }
        for source in 1...5 {
            for index in stride(from: 7, to: 3_000, by: 40) { texts[source - 1][index] = "geändert\(index)" }
            try desk.write(TextDesk.text(texts[source - 1]), to: "s\(source).txt")
        }
        var verdicts: [Verdict: Int] = [:]
        let runs = times(9) {
            var library = desk.library(of: theCase)
            verdicts = Dictionary(grouping: library.verify(theCase), by: \.verdict).mapValues(\.count)
        }
        row("re-find \(theCase.anchors.count) anchors in five changed texts", target: "under 2 s", runs)
        print(
            "  "
                + verdicts.sorted { $0.key.rawValue < $1.key.rawValue }.map {
                    "\($0.key.rawValue) \($0.value)"
                }.joined(separator: ", "))
    }

    /// A hundred megabytes in one file.
    static func searching() throws {
        var desk = try TextDesk(sources: 1)
        defer { desk.remove() }
        let block = TextDesk.text(desk.words(400_000))
        let count = 100_000_000 / block.utf8.count
        try desk.write(
            String(repeating: block, count: count) + "Gesucht wird die seltene Stelle.\n", to: "s1.txt")
        let theCase = try desk.read()
        var hits = 0
        let runs = try times(7) {
            var library = desk.library(of: theCase)
            hits = try library.find("selten* Stelle", in: theCase, checks: []).count
        }
        row("search \(block.utf8.count * count / 1_000_000) MB of text", target: "under 1 s", runs)
        guard hits == 1 else { throw Failed() }
    }
}
