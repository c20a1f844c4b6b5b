import Foundation
import Support
import Testing

/// What `funnel` prints, and what it refuses.
@Suite struct FunnelCommandTests {
    private static let ukraine = projectFolder.appendingPathComponent("Cases/ukraine").path

    @Test("The answers in JSON fit their schema, from every viewpoint")
    func schema() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/funnel.schema.json")))
        let run = try junktim(
            ["funnel", Self.ukraine, "--perspective", "all", "--format", "json"], in: ".")
        #expect(run.status == 0)
        let value = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let data = try #require(value["data"] as? [String: Any])
        let answers = try #require(data["perspectives"] as? [[String: Any]])
        #expect(answers.count == 7)
        for answer in answers { #expect(schema.problems(in: try #require(answer["data"])) == []) }
    }

    @Test("All viewpoints stand side by side, and every draft stops somewhere at the points")
    func sideBySide() throws {
        for language in ["en", "de"] {
            let run = try junktim(
                ["funnel", Self.ukraine, "--perspective", "all", "--lang", language], in: ".")
            #expect(run.status == 0)
            for id in ["base", "s000", "s001", "s002", "s002-b", "s003", "s004"] {
                #expect(run.output.split(separator: "\n").prefix(20).count { $0.hasPrefix("  \(id) ") } == 2)
            }
        }
        let csv = try junktim(["funnel", Self.ukraine, "--format", "csv"], in: ".")
        #expect(csv.status == 0 && csv.output.split(separator: "\r\n").count == 7)
    }

    @Test("What is asked wrongly is refused")
    func refusals() throws {
        let wrong = try junktim(["funnel", Self.ukraine, "--issues", "wine", "--lang", "en"], in: ".")
        #expect(wrong.status == 65 && wrong.errors.contains("there is no issue 'wine' here"))
        try CaseText([:]).inFolder { folder in
            let run = try junktim(["funnel", folder, "--lang", "en"], in: ".")
            #expect(run.status == 65 && run.errors.contains("models/packages.yaml"))
        }
    }
}
