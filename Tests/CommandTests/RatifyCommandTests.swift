import Foundation
import Support
import Testing

/// What `ratify` prints, and what it refuses.
@Suite struct RatifyCommandTests {
    private static let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    @Test("The answers in JSON fit their schema, from every viewpoint and with a desk")
    func schema() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/ratify.schema.json")))
        for words in [
            ["--perspective", "base"], ["--perspective", "s000", "--draft", "us28-2025-11"],
            ["--perspective", "s001", "--package", "assets=returned-ru", "--votes", "eu=no"],
            ["--perspective", "s002"], ["--perspective", "s002-b"], ["--perspective", "s003"],
            ["--perspective", "s004", "--chance", "senate=0.5..0.6"],
        ] {
            let run = try junktim(["ratify", Self.ukraine, "--format", "json"] + words, in: ".")
            #expect(run.status == 0, "\(words)")
            let value = try #require(
                try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            #expect(schema.problems(in: try #require(value["data"])) == [], "\(words)")
        }
    }

    @Test("The power of unnamed members stands once, as that of each")
    func power() throws {
        let run = try junktim(["ratify", Self.ukraine, "--format", "json"], in: ".")
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let data = try #require(value["data"] as? [String: Any])
        let power = try #require(data["power"] as? [String: [String: [String: Any]]])
        #expect(power["senate"]?["each"]?["shapleyShubik"] as? String == "1/100")
        #expect(power["senate"]?["each"]?["members"] as? Int == 100)
        #expect(power["be-government"]?["be-government"]?["banzhaf"] as? String == "1")
        // Two rules ask the Council.
        #expect(power["eu-council/loan-opt-out"] != nil && power["eu-council/enhanced-cooperation"] != nil)
    }

    @Test("With 66 of 100 votes each of the 34 others turns it, in both languages")
    func votes() throws {
        for (language, text) in [("en", "34 of US Senate"), ("de", "34 von US-Senat")] {
            let run = try junktim(
                [
                    "ratify", Self.ukraine, "--package", "guarantee-form=ratified-treaty", "--votes",
                    "senate=66", "--lang", language,
                ], in: ".")
            #expect(run.status == 0 && run.output.contains(text))
        }
    }

    @Test("All viewpoints stand side by side before each is told")
    func sideBySide() throws {
        let run = try junktim(
            ["ratify", Self.ukraine, "--perspective", "all", "--lang", "en"], in: ".")
        #expect(run.status == 0)
        let head = run.output.split(separator: "\n").prefix(9)
        for id in ["base", "s000", "s001", "s002", "s002-b", "s003", "s004"] {
            #expect(head.contains { $0.hasPrefix("  \(id) ") }, "\(id)")
        }
    }

    @Test("The table holds every text against every rule")
    func csv() throws {
        let run = try junktim(["ratify", Self.ukraine, "--format", "csv"], in: ".")
        let lines = run.output.split(separator: "\r\n")
        #expect(lines.count == 1 + 9 * 10)
        #expect(lines.contains { $0.hasPrefix("us28-2025-11,no-amendment,bears,yes,") })
    }

    @Test("What is asked wrongly is refused with what is wrong and what would do")
    func refusals() throws {
        let desk = ["--package", "guarantee-form=ratified-treaty"]
        for (words, text) in [
            (["--package", "wine=red"], "there is no issue 'wine' here"),
            (["--package", "troops=red"], "'troops' has no alternative 'red'"),
            (["--draft", "none"], "there is no draft 'none' here"),
            (desk + ["--votes", "duma=4"], "there is no body 'duma' here"),
            (desk + ["--votes", "senate=101"], "'senate' has 100 votes, not 101"),
            (desk + ["--votes", "senate=a,b"], "the members of 'senate' have no names"),
            (desk + ["--votes", "be=maybe"], "'maybe' is no vote in 'be-government'"),
            (["--chance", "duma=0.4"], "there is no body 'duma' here"),
        ] {
            let run = try junktim(["ratify", Self.ukraine, "--lang", "en"] + words, in: ".")
            #expect(
                run.status == 65 && run.errors.contains(text) && run.errors.contains("hint: "), "\(words)")
        }
        for words in [
            ["--package", "troops"], ["--votes", "senate=4"], ["--chance", "senate=2"],
            ["--chance", "senate=x"],
            ["--draft", "a", "--package", "b=c"], desk + ["--votes", "senate=4", "senate=5"],
        ] {
            let run = try junktim(["ratify", Self.ukraine] + words, in: ".")
            #expect(run.status == 64, "\(words)")
        }
    }

    @Test("A wrong rule is told with its file, line and column")
    func place() throws {
        let text = """
            bodies: [{id: x, name: X, basis: own}]
            rules:
              - {id: q, needs: {share: 2/3, of: x}, basis: own}
            """
        try CaseText(["ratification.yaml": text + "\n"]).inFolder { folder in
            let run = try junktim(["ratify", folder, "--lang", "en"], in: ".")
            #expect(
                run.status == 65 && run.errors.contains("ratification.yaml:3:5: error: "), "\(run.errors)")
        }
    }
}
