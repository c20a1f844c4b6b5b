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

    @Test("A draft from a file lies on the desk, from every viewpoint and beside the case")
    func draftFile() throws {
        let draft = """
            id: mine
            name: my draft
            date: 2026-02
            points:
              - {id: "1", terms: {troops: none-foreign, sanctions: kept}}
            """
        try CaseText([:]).inFolder { folder in
            let file = folder + "/any-name.yaml"
            try Data((draft + "\n").utf8).write(to: URL(fileURLWithPath: file))
            let run = try junktim(
                [
                    "packages", Self.ukraine, "--draft", file, "--worlds", "0", "--lang", "en",
                    "--perspective", "s004",
                ],
                in: ".")
            #expect(run.status == 0 && run.output.contains("On the desk: my draft"))
            // It is no draft of the case.
            let table = run.output.split(separator: "\n").first { $0.hasPrefix("  mine ") }
            #expect(table == nil || table!.contains("–"))
            for (text, problem) in [
                (draft.replacing("none-foreign", with: "nobody"), "any-name.yaml:5:"),
                (draft.replacing("id: mine", with: "id: us28-2025-11"), "us28-2025-11"),
                ("[]", "any-name.yaml:1:1: error"), ("", "any-name.yaml"),
            ] {
                try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: file))
                let refused = try junktim(
                    ["packages", Self.ukraine, "--draft", file, "--worlds", "0"], in: ".")
                #expect(refused.status == 65 && refused.errors.contains(problem), "\(text)")
            }
            let gone = try junktim(
                ["packages", Self.ukraine, "--draft", folder + "/gone.yaml"], in: ".")
            #expect(gone.status == 65 && gone.errors.contains("there is no such file"))
        }
        let known = try junktim(
            [
                "packages", Self.ukraine, "--draft", Self.ukraine + "/proposals/us28-2025-11.yaml",
                "--worlds", "0",
                "--lang", "en",
            ], in: ".")
        #expect(known.status == 0 && known.output.contains("On the desk: "))
    }

    @Test("Points hang on conventions, and the answer names those that are not the usual ones")
    func conventions() throws {
        let words = ["packages", Self.ukraine, "--perspective", "s000", "--worlds", "0", "--lang", "en"]
        #expect(!(try junktim(words, in: ".")).output.contains("conventions: "))
        let run = try junktim(
            words + [
                "--d", "zero", "--ks", "equalRatio", "--nash-weight", "ru=2", "--ideal", "allowed",
                "--divide",
            ],
            in: ".")
        #expect(run.status == 0)
        #expect(
            run.output.contains(
                "conventions: no agreement is zero; ideal: best allowed package; Kalai–Smorodinsky: equalRatio; weights in Nash's product: ru=2"
            ))
        #expect(run.output.contains("adjusted winner"))
        for words in [
            ["--d", "war"], ["--nash-weight", "ru"], ["--nash-weight", "ru=1..2"], ["--ks", "x"],
        ] {
            #expect(try junktim(["packages", Self.ukraine] + words, in: ".").status == 64, "\(words)")
        }
        let unknown = try junktim(
            ["packages", Self.ukraine, "--nash-weight", "mars=1", "--lang", "en"], in: ".")
        #expect(unknown.status == 65 && unknown.errors.contains("\n  error: there is no party 'mars' here"))
    }

    @Test("A case that says nothing of packages says what is missing")
    func missing() throws {
        try CaseText([:]).inFolder { folder in
            let run = try junktim(["packages", folder, "--lang", "en"], in: folder)
            #expect(run.status == 65 && run.errors.contains("models/packages.yaml"))
        }
    }
}
