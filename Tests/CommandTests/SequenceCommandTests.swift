import Foundation
import Support
import Testing

/// What `sequence` prints, and what it refuses.
@Suite struct SequenceCommandTests {
    private static let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    @Test("The answers in JSON fit their schema, from every viewpoint and with every choice")
    func schema() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/sequence.schema.json")))
        for words in [
            ["--perspective", "base", "--only-actors"], ["--perspective", "s000", "--draft", "us28-2025-11"],
            ["--perspective", "s001", "--guarantee", "0.5", "--compare", "elections,amendment"],
            ["--perspective", "s002", "--discount", "ua=0.95", "--discount", "ru=9/10"],
            ["--perspective", "s002-b", "--package", "troops=force-without-us", "sanctions=kept"],
            [
                "--perspective", "s003", "--steps", "ceasefire,treaty,withdrawal", "--order",
                "ceasefire,treaty,withdrawal",
            ], ["--perspective", "s004"],
            // The pair is decided by what waits for what.
            ["--perspective", "base", "--compare", "elections,ceasefire"],
        ] {
            let run = try junktim(["sequence", Self.ukraine, "--format", "json"] + words, in: ".")
            #expect(run.status == 0, "\(words)")
            let value = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(schema.problems(in: try #require(value["data"])) == [], "\(words)")
        }
    }

    @Test("All viewpoints stand side by side before each is told")
    func sideBySide() throws {
        for (language, heading) in [("en", "less exposed"), ("de", "weniger gefährdet")] {
            let run = try junktim(
                [
                    "sequence", Self.ukraine, "--perspective", "all", "--lang", language, "--steps",
                    "ceasefire,treaty,withdrawal,force",
                ], in: ".")
            #expect(run.status == 0)
            let head = run.output.split(separator: "\n").prefix(9)
            #expect(head.contains { $0.contains(heading) })
            for id in ["base", "s000", "s001", "s002", "s002-b", "s003", "s004"] {
                #expect(head.contains { $0.hasPrefix("  \(id) ") }, "\(id)")
            }
        }
    }

    @Test("What is asked wrongly is refused with what is wrong and what would do")
    func refusals() throws {
        for (words, text) in [
            (["--steps", "wine"], "there is no step 'wine' here"),
            (["--draft", "none"], "there is no draft 'none' here"),
            (["--package", "wine=red"], "there is no issue 'wine' here"),
            (["--package", "troops=red"], "'troops' has no alternative 'red'"),
            (["--compare", "treaty,treaty"], "'treaty' cannot be held against itself"),
            (
                ["--steps", "treaty", "--compare", "treaty,force"],
                "the step 'force' is not among those taken"
            ),
            (["--order", "treaty"], "the order leaves out"),
            (
                ["--steps", "force,treaty", "--order", "force,ceasefire,treaty"],
                "'force' comes before a step that it waits for"
            ),
            (["--steps", "treaty", "--order", "treaty,treaty"], "the order names treaty twice"),
            (["--discount", "mars=0.5"], "there is no party 'mars' here"),
            (["--discount", "ru=2"], "the discount factor of 'ru' is not from 0 to 1"),
            (["--guarantee=-1"], "a guarantee cannot be negative"),
            (
                ["--steps", "martial-law-end,ceasefire", "--compare", "wine,ceasefire"],
                "there is no step 'wine'"
            ),
        ] {
            let run = try junktim(["sequence", Self.ukraine, "--lang", "en"] + words, in: ".")
            #expect(
                run.status == 65 && run.errors.contains(text) && run.errors.contains("hint: "),
                "\(words): \(run.errors)")
        }
        for words in [
            ["--compare", "treaty"], ["--draft", "a", "--steps", "b"], ["--discount", "ru"],
            ["--discount", "ru=0..1"], ["--guarantee", "much"], ["--package", "troops"],
            ["--package", "troops=a", "troops=b"], ["--steps", ","],
        ] {
            let run = try junktim(["sequence", Self.ukraine] + words, in: ".")
            #expect(run.status == 64, "\(words)")
        }
    }

    @Test("A case without steps, or with steps that nobody gains or loses by, says what is missing")
    func missing() throws {
        try CaseText([:]).inFolder { folder in
            let run = try junktim(["sequence", folder, "--lang", "en"], in: folder)
            #expect(run.status == 65 && run.errors.contains("steps.yaml"))
        }
        try CaseText([
            "actors.yaml": "- {id: a, name: A, kind: state, basis: own}\n",
            "steps.yaml": "- {id: one, name: one, by: [a], basis: own}\n",
        ]).inFolder { folder in
            let run = try junktim(["sequence", folder, "--lang", "en"], in: folder)
            #expect(run.status == 65 && run.errors.contains("steps.yaml:1:"))
            #expect(run.errors.contains("nobody gains or loses anything by these steps"))
        }
    }

    @Test("The table of values has a line for each party and way before each step")
    func csv() throws {
        let run = try junktim(
            ["sequence", Self.ukraine, "--steps", "ceasefire,treaty", "--format", "csv"], in: ".")
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.first == "order,place,step,party,way,gain,low,high")
        #expect(lines.contains { $0.hasPrefix("treaty<ceasefire,1,treaty,") })
    }
}
