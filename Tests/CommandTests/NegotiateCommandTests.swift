import Foundation
import Support
import Testing

/// What `negotiate` prints, and what it refuses.
@Suite struct NegotiateCommandTests {
    private static let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    @Test("The answers in JSON fit their schema, from every viewpoint and with a run in full")
    func schema() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/negotiate.schema.json")))
        for words in [
            ["--perspective", "base"],
            ["--perspective", "s000", "--internal", "--tactic", "ru=exploiter", "--tactic", "ua=conceder"],
            ["--perspective", "s001", "--from", "us28-2025-11", "--tactic", "ua=micro"],
            ["--perspective", "s002", "--chains", "0", "--goodwill", "0"],
            ["--perspective", "s003", "--baseline", "line-frozen", "--rounds", "10"],
            ["--perspective", "s004", "--parameter", "credibility=1", "--issues", "troops,sanctions"],
        ] {
            let run = try junktim(["negotiate", Self.ukraine, "--format", "json"] + words, in: ".")
            #expect(run.status == 0, "\(words) \(run.errors)")
            let value = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(schema.problems(in: try #require(value["data"])) == [], "\(words)")
        }
    }

    @Test("How far a party would go stays in the house, in every form, unless asked for")
    func withheld() throws {
        let words = ["negotiate", Self.ukraine, "--perspective", "s000", "--tactic", "ru=boulware"]
        // In s000 Russia's reservation is 0.5 and Ukraine's 0.3 (points of their ranges), which no-agreement utilities would tell.
        let json = try junktim(words + ["--format", "json"], in: ".")
        #expect(json.status == 0 && json.output.contains("\"path\": null"))
        #expect(!json.output.contains("\"round\": 1") && json.output.contains("\"withheld\": true"))
        let text = try junktim(words + ["--lang", "en"], in: ".")
        #expect(!text.output.contains("in round") && text.output.contains("is internal"))
        let csv = try junktim(words + ["--format", "csv"], in: ".")
        #expect(csv.output.hasPrefix("ru.tactic,ua.tactic,agreed,round,ru,ua,"))
        let open = try junktim(words + ["--format", "csv", "--internal"], in: ".")
        #expect(open.output.hasPrefix("round,party,act,ru,ua,"))
        #expect(try junktim(words + ["--lang", "en", "--internal"], in: ".").output.contains("in round"))
    }

    @Test("All viewpoints stand side by side before each is told")
    func sideBySide() throws {
        for language in ["en", "de"] {
            let run = try junktim(
                [
                    "negotiate", Self.ukraine, "--perspective", "all", "--chains", "0", "--lang", language,
                    "--issues", "troops,sanctions,alignment", "--rounds", "20",
                ], in: ".")
            #expect(run.status == 0)
            let head = run.output.split(separator: "\n").prefix(16)
            for id in ["base", "s000", "s001", "s002", "s002-b", "s003", "s004"] {
                #expect(head.contains { $0.hasPrefix("  \(id) ") }, "\(id)")
            }
        }
    }

    @Test("The same question has the same answer, to the last byte")
    func repeats() throws {
        let words = ["negotiate", Self.ukraine, "--perspective", "s000", "--format", "json", "--internal"]
        #expect(try junktim(words, in: ".").output == junktim(words, in: ".").output)
    }

    @Test("What is asked wrongly is refused with what is wrong and what would do")
    func refusals() throws {
        for (words, text) in [
            (["--tactic", "xx=linear"], "there is no party 'xx' here"),
            (["--issues", "all"], "packages are more than talks can be played over"),
            (["--issues", "wine"], "there is no issue 'wine' here"),
            (["--baseline", "peace"], "there is no baseline 'peace' here"),
            (["--parameter", "luck=1"], "there is no parameter 'luck' here"),
            (["--from", "nothing"], "there is no draft 'nothing' here"),
        ] {
            let run = try junktim(["negotiate", Self.ukraine, "--lang", "en"] + words, in: ".")
            #expect(
                run.status == 65 && run.errors.contains(text) && run.errors.contains("hint: "),
                "\(words) \(run.errors)")
        }
        for words in [
            ["--tactic", "ru=nice"], ["--tactic", "ru"], ["--tactic", "ru=linear", "--tactic", "ru=micro"],
            ["--rounds", "0"], ["--goodwill", "2"], ["--goodwill", "much"], ["--chains", "-1"],
            ["--parameter", "x"],
        ] {
            let run = try junktim(["negotiate", Self.ukraine] + words, in: ".")
            #expect(run.status == 64, "\(words)")
        }
        let named = try junktim(["negotiate", Self.ukraine, "--tactic", "ru=nice"], in: ".")
        #expect(named.errors.contains("boulware, linear, conceder, tit-for-tat, exploiter, micro"))
        try CaseText(["case.yaml": CaseText.smallestFrame]).inFolder { folder in
            let run = try junktim(["negotiate", folder, "--lang", "en"], in: ".")
            #expect(run.status == 65 && run.errors.contains("dated positions"))
        }
    }
}
