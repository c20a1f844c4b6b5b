import CaseFiles
import Foundation
import Support
import Testing

/// Everything that README and Guides show as typed or written is run here, and must come out as shown.
@Suite struct GuideTests {
    static let pages: [String] = {
        let guides =
            (try? FileManager.default.contentsOfDirectory(
                atPath: projectFolder.appendingPathComponent("Guides").path)) ?? []
        return ["README.md"] + guides.filter { $0.hasSuffix(".md") }.sorted().map { "Guides/\($0)" }
    }()

    /// The fenced blocks of a page in one language.
    static func blocks(_ language: String, of page: String) throws -> [[String]] {
        let text = try String(contentsOf: projectFolder.appendingPathComponent(page), encoding: .utf8)
        var blocks: [[String]] = []
        var open: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line == "```\(language)" {
                open = []
            } else if line == "```", let block = open {
                blocks.append(block)
                open = nil
            } else {
                open?.append(line)
            }
        }
        return blocks
    }

    /// The files that the YAML blocks of a page make up; each block begins with the path of its file.
    static func files(of page: String) throws -> [String: String] {
        var files: [String: String] = [:]
        for block in try blocks("yaml", of: page) {
            let path = try #require(
                block.first.flatMap { $0.hasPrefix("# ") ? String($0.dropFirst(2)) : nil }, "\(page)")
            files[path, default: ""] += block.joined(separator: "\n") + "\n"
        }
        return files
    }

    @Test("The YAML of a page is a case without a fault", arguments: pages)
    func yaml(page: String) throws {
        let files = try Self.files(of: page)
        guard !files.isEmpty else { return }
        #expect(try CaseText(files).problems().map(\.description) == [])
    }

    @Test("The commands of a page print what the page shows", arguments: pages)
    func commands(page: String) throws {
        let files = try Self.files(of: page)
        try CaseText(
            ["mine/case.yaml": CaseText.smallestFrame].merging(files.map { ("mine/" + $0.key, $0.value) }) {
                $1
            }
        ).inFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/Cases",
                withDestinationPath: projectFolder.appendingPathComponent("Cases").path)
            try Self.writeTexts(of: page, in: folder)
            if files.isEmpty { try FileManager.default.removeItem(atPath: folder + "/mine") }
            for block in try Self.blocks("console", of: page) { try check(block, in: folder, page) }
        }
    }

    /// The words of a command line; quotation marks hold words together.
    private static func words(of line: Substring) -> [String] {
        let pieces = line.split(omittingEmptySubsequences: false) { $0 == "\"" }
        return pieces.enumerated().flatMap { index, piece -> [String] in
            index % 2 == 1 ? [String(piece)] : piece.split { $0 == " " }.map { String($0) }
        }
    }

    /// The texts of a page, to be cited in its example; each block begins with the path of its file.
    private static func writeTexts(of page: String, in folder: String) throws {
        for block in try blocks("text", of: page) {
            guard let first = block.first, first.hasPrefix("# texts/") else { continue }
            let file = URL(fileURLWithPath: folder).appendingPathComponent(String(first.dropFirst(2)))
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((block.dropFirst().joined(separator: "\n") + "\n").utf8).write(to: file)
        }
    }

    /// `$ junktim …` is run; the lines below it are what it prints, up to the next command or to `…`.
    private func check(_ block: [String], in folder: String, _ page: String) throws {
        for (index, line) in block.enumerated() where line.hasPrefix("$ ") {
            let words = Self.words(of: line.dropFirst(2))
            try #require(words.first == "junktim", "\(page): \(line)")
            let run = try junktim(Array(words.dropFirst()), in: folder)
            let shown = block[(index + 1)...].prefix { !$0.hasPrefix("$ ") }
            let printed = (run.status == 0 || !run.output.isEmpty ? run.output : run.errors).split(
                separator: "\n", omittingEmptySubsequences: false
            ).map(String.init)
            let isCut = shown.last == "…"
            let expected = Array(isCut ? shown.dropLast() : shown)
            let found =
                isCut
                ? Array(printed.prefix(expected.count)) : printed.last == "" ? printed.dropLast() : printed
            #expect(found == expected, "\(page): \(line)")
        }
    }

    @Test("Every method that a face offers stands in the table of methods")
    func methods() throws {
        let text = try String(
            contentsOf: projectFolder.appendingPathComponent("Guides/Methods.md"), encoding: .utf8)
        for name in ["Point-by-point comparison", "Inventory", "Passages found again", "Word search"] {
            #expect(text.contains("| \(name) |"))
        }
    }

    @Test("The template of 'new' is a case without a fault")
    func template() throws {
        #expect(
            try CaseText(Dictionary(uniqueKeysWithValues: caseTemplate.map { ($0.path, $0.text) })).problems()
                == [])
    }
}
