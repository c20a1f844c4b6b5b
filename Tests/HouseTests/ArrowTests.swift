import Foundation
import Testing

/// The arrows between the rooms, read from every import line: the compiler flag lets through what another room
/// leads to, this does not.
@Suite struct ArrowTests {
    /// What each room may import; `Guides/Choices.md` says why.
    static let allowed: [String: Set<String>] = [
        "Numbers": ["BigInt"],
        "CaseModel": ["Numbers"],
        "CaseFiles": ["Numbers", "CaseModel", "Yams", "Crypto"],
        "Engines": ["Numbers", "Dispatch"],
        "Findings": ["Numbers", "CaseModel", "Engines"],
        "Reports": ["Numbers", "CaseModel", "Findings"],
        "junktim": ["Numbers", "CaseModel", "CaseFiles", "Findings", "Reports", "ArgumentParser"],
    ]
    /// Part of the toolchain; every room may use them.
    static let toolchain: Set<String> = ["Swift", "Foundation", "Synchronization"]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The modules that a file imports.
    static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let at = words.firstIndex(of: "import"), at <= 2, at + 1 < words.count,
                words[..<at].allSatisfy({
                    ["public", "internal", "private", "fileprivate", "package", "@testable"].contains($0)
                })
            else { return nil }
            let kinds = ["struct", "class", "enum", "func", "protocol", "typealias", "var", "let"]
            let name = kinds.contains(words[at + 1]) && at + 2 < words.count ? words[at + 2] : words[at + 1]
            return name.split(separator: ".").first.map(String.init)
        }
    }

    private func files(of room: String) throws -> [URL] {
        let folder = Self.root.appendingPathComponent("Sources/\(room)")
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try #require(found).compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }
    }

    @Test("Every import line keeps to the table", arguments: allowed.keys.sorted())
    func arrows(room: String) throws {
        let may = try #require(Self.allowed[room]).union(Self.toolchain)
        let files = try files(of: room)
        #expect(!files.isEmpty)
        for file in files {
            for module in Self.imports(in: try String(contentsOf: file, encoding: .utf8)) {
                #expect(may.contains(module), "\(room)/\(file.lastPathComponent) imports \(module)")
            }
        }
    }

    @Test("There are these rooms and no others")
    func rooms() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: Self.root.appendingPathComponent("Sources").path)
        #expect(Set(names.filter { !$0.hasPrefix(".") }) == Set(Self.allowed.keys))
    }

    @Test("The manifest declares no arrow that the table does not have")
    func manifest() throws {
        let text = try String(contentsOf: Self.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        let products = [
            "bigInt": "BigInt", "yams": "Yams", "crypto": "Crypto", "arguments": "ArgumentParser",
        ]
        for (room, may) in Self.allowed {
            let marker =
                room == "junktim" ? "name: \"junktim\",\n            dependencies: [" : "room(\"\(room)\", ["
            let start = try #require(text.range(of: marker), "\(room)")
            let list = text[start.upperBound...].prefix { $0 != "]" }
            let names = list.split(whereSeparator: { ", \n".contains($0) }).map { word in
                let name = word.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
                return products[name] ?? name
            }
            #expect(Set(names).isSubset(of: may), "\(room): \(names)")
        }
    }

    @Test("The reader of import lines sees what it must see")
    func reader() {
        let text =
            "public import Engines\nimport struct Yams.Node\n@testable import Reports\n// import nothing\n"
        #expect(Self.imports(in: text) == ["Engines", "Yams", "Reports"])
    }
}

/// What never stands in the five libraries: clocks, networks, the system's randomness, and errors swept away.
@Suite struct HabitTests {
    @Test("No clock, no network, no system randomness, no crash on data")
    func habits() throws {
        let forbidden = [
            "Date()", "Date.now", "ContinuousClock", "SystemRandomNumberGenerator", "URLSession",
            ".random(in:",
            ".shuffled()", "try!", "fatalError(", "DispatchTime.now",
        ]
        let sources = ArrowTests.root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for word in forbidden {
                let isThere = text.contains(word)
                #expect(!isThere, "\(file.lastPathComponent) holds '\(word)'")
            }
        }
    }
}
