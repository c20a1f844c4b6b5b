import Foundation
import Support
import Testing

/// What `packages` prints, and what it refuses.
@Suite struct PackagesCommandTests {
    private static let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    @Test("The answers in JSON fit their schema, from every viewpoint and with a desk")
    func schema() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/packages.schema.json")))
        for words in [
            ["--perspective", "base", "--worlds", "20"],
            ["--perspective", "s000", "--worlds", "20", "--internal"],
            ["--perspective", "s001", "--worlds", "0", "--draft", "us28-2025-11"],
            ["--perspective", "s003", "--worlds", "0", "--set", "troops=none-foreign", "sanctions=kept"],
            [
                "--perspective", "s004", "--worlds", "0", "--baseline", "line-frozen", "--exchange",
                "sanctions,troops",
            ],
            ["--perspective", "s000", "--worlds", "0", "--issues", "all"],
        ] {
            let run = try junktim(["packages", Self.ukraine, "--format", "json"] + words, in: ".")
            #expect(run.status == 0, "\(words)")
            let value = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(schema.problems(in: try #require(value["data"])) == [], "\(words)")
        }
    }

    @Test("How far a party would go stays in the house, in every form, unless asked for")
    func withheld() throws {
        for form in [["--format", "json"], ["--lang", "en"], ["--format", "csv"]] {
            let words = ["packages", Self.ukraine, "--perspective", "s001", "--worlds", "0"] + form
            let run = try junktim(words, in: ".")
            #expect(run.status == 0)
            // The reservations of s001 are 0.65 and 0.5, the least concession 1/15 and more.
            #expect(!run.output.contains("\"13/20\"") && !run.output.contains("0.65"), "\(form)")
        }
        let open = try junktim(
            [
                "packages", Self.ukraine, "--perspective", "s001", "--worlds", "0", "--format", "json",
                "--internal",
            ],
            in: ".")
        #expect(open.output.contains("\"low\": \"11/20\""))
    }

    @Test("All viewpoints stand side by side before each is told, and none is added to another")
    func sideBySide() throws {
        for language in ["en", "de"] {
            let run = try junktim(
                ["packages", Self.ukraine, "--perspective", "all", "--worlds", "0", "--lang", language],
                in: ".")
            #expect(run.status == 0)
            let head = run.output.split(separator: "\n").prefix(9)
            for id in ["base", "s000", "s001", "s002", "s002-b", "s003", "s004"] {
                #expect(head.contains { $0.hasPrefix("  \(id) ") }, "\(id)")
            }
        }
    }

    @Test("What is asked wrongly is refused with what is wrong and what would do")
    func refusals() throws {
        for (words, text) in [
            (["--set", "wine=red"], "there is no issue 'wine' here"),
            (["--set", "troops=red"], "'troops' has no alternative 'red'"),
            (["--issues", "troops,wine"], "there is no issue 'wine' here"),
            (["--baseline", "peace"], "there is no baseline 'peace' here"),
            (["--draft", "none"], "there is no draft 'none' here"),
            (["--parameter", "luck=1"], "there is no parameter 'luck' here"),
            (["--exchange", "troops,troops"], "'troops' cannot be traded against itself"),
        ] {
            let run = try junktim(["packages", Self.ukraine, "--lang", "en"] + words, in: ".")
            #expect(
                run.status == 65 && run.errors.contains(text) && run.errors.contains("hint: "), "\(words)")
        }
        for words in [
            ["--set", "troops"], ["--exchange", "troops"], ["--worlds", "200000"], ["--parameter", "x"],
            ["--leave-out", "luck"], ["--draft", "a", "--set", "b=c"],
        ] {
            let run = try junktim(["packages", Self.ukraine] + words, in: ".")
            #expect(run.status == 64, "\(words)")
        }
    }

    @Test("A case that says nothing of packages says what is missing")
    func missing() throws {
        try CaseText([:]).inFolder { folder in
            let run = try junktim(["packages", folder, "--lang", "en"], in: folder)
            #expect(run.status == 65 && run.errors.contains("models/packages.yaml"))
        }
    }
}
