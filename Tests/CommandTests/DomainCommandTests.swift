import Foundation
import Support
import Testing

/// `packages` asked of domains of other programs, and written for them.
@Suite struct DomainCommandTests {
    private static let table = """
        issue,alternative,North,South
        Border,open,0.6,0.1
        Border,closed,0,0.5
        Fee,none,0.4,0
        Fee,half,0.3,0.3
        Fee,full,0,0.5
        reservation,,0.3,0.3

        """

    private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "junktim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.table.utf8).write(to: folder.appendingPathComponent("talks.csv"))
        return try body(folder.path)
    }

    @Test("A table, and the same domain written for GENIUS and negmas, get the same answer")
    func sameAnswer() throws {
        try inFolder { folder in
            let first = try junktim(["packages", "talks.csv", "--format", "csv"], in: folder)
            #expect(first.status == 0 && first.errors == "")
            for format in ["genius", "negmas", "csv"] {
                let made = try junktim(
                    ["packages", "talks.csv", "--export", format, "--to", format], in: folder)
                #expect(made.status == 0 && made.output.hasPrefix("Wrote \(format)/"))
                let again = try junktim(["packages", format, "--format", "csv"], in: folder)
                #expect(again.status == 0 && again.errors == "")
                #expect(again.output == first.output && again.output.contains("north"))
            }
        }
    }

    @Test("Files are not overwritten, and what is wrong is told")
    func refusals() throws {
        try inFolder { folder in
            let words = ["packages", "talks.csv", "--export", "csv", "--to", "out"]
            #expect(try junktim(words, in: folder).status == 0)
            let second = try junktim(words, in: folder)
            #expect(second.status == 65)
            #expect(second.errors.contains("out/packages.csv: error: the file is there already"))
            #expect(try junktim(["packages", "talks.csv", "--export", "csv"], in: folder).status == 64)
            try Data("<a".utf8).write(to: URL(fileURLWithPath: folder + "/bad.xml"))
            let bad = try junktim(["packages", "bad.xml"], in: folder)
            #expect(bad.status == 65)
            #expect(
                bad.errors.hasPrefix("bad.xml:1:3: error: a blank, '>' or '/>' is expected here\n  hint: "))
        }
    }
}
