import Foundation
import Support
import Testing

/// What `solve` says of paths, mediators and players who err.
@Suite struct SolverCommandTests {
    private static let files = [
        "narrows.nfg": """
        NFG 1 R "narrows" { "east" "west" } { { "hold" "yield" } { "hold" "yield" } }
        0 0 2 7 7 2 6 6
        """,
        "three.nfg": """
        NFG 1 R "three" { "a" "b" "c" } { 2 2 2 }
        9 8 12 0 0 0 0 0 0 9 8 2 0 0 0 3 4 6 3 4 6 0 0 0
        """,
        "bridge.efg": """
        EFG 2 R "bridge" { "East" "West" }
        p "" 1 1 "offer" { "half" "nothing" } 0
        p "" 2 1 "after half" { "accept" "refuse" } 0
        t "" 1 "built" { 3, 3 }
        t "" 2 "not built" { 0, 0 }
        p "" 2 2 "after nothing" { "accept" "refuse" } 0
        t "" 3 "cheap" { 5, 1 }
        t "" 2
        """,
    ]

    private func solve(_ words: [String], in folder: String) throws -> Run {
        try junktim(["solve"] + words, in: folder)
    }

    @Test("The answers in JSON fit their schema, and CSV and text have them in both languages")
    func forms() throws {
        let schema = try SchemaValidator(
            Data(contentsOf: projectFolder.appendingPathComponent("Guides/Schemas/solve.schema.json")))
        try CaseText(Self.files).inFolder { folder in
            for words in [
                ["narrows.nfg", "--paths"], ["narrows.nfg", "--concept", "correlated"],
                ["narrows.nfg", "--concept", "logit"], ["three.nfg", "--concept", "correlated"],
                ["three.nfg", "--concept", "logit", "--lambda", "1/2"],
                ["bridge.efg", "--concept", "correlated"], ["bridge.efg", "--concept", "logit"],
            ] {
                let run = try solve(words + ["--format", "json"], in: folder)
                #expect(run.status == 0, "\(words)")
                let value = try #require(
                    try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
                #expect(schema.problems(in: try #require(value["data"])) == [], "\(words)")
                #expect(
                    try solve(words + ["--format", "csv"], in: folder).output.split(
                        whereSeparator: \.isNewline
                    ).count > 2
                )
                let german = try solve(words + ["--lang", "de"], in: folder)
                #expect(german.status == 0 && !german.output.contains("equilibri"), "\(words)")
            }
        }
    }

    @Test("A mediator of a tree tells whole plans")
    func tree() throws {
        try CaseText(Self.files).inFolder { folder in
            let run = try solve(["bridge.efg", "--concept", "correlated", "--lang", "en"], in: folder)
            #expect(run.output.contains("of the strategic form"))
            #expect(run.output.contains("East: offer nothing  West: after half accept, after nothing accept"))
        }
    }

    @Test("A logit equilibrium is never told as exact, its regret always")
    func caution() throws {
        try CaseText(Self.files).inFolder { folder in
            let run = try solve(["three.nfg", "--concept", "logit", "--lang", "en"], in: folder)
            #expect(run.output.contains("another branch crosses"))
            #expect(
                run.output.contains("no proven equilibrium") && run.output.contains("regret at most 0.0000"))
            let early = try solve(
                ["three.nfg", "--concept", "logit", "--lambda", "0.5", "--lang", "en"], in: folder)
            #expect(early.output.contains("lambda ≈ 0.5;") && early.output.contains("the value asked for"))
        }
    }

    @Test("What does not go together is refused with a reason")
    func refusals() throws {
        try CaseText(Self.files).inFolder { folder in
            for words in [
                ["bridge.efg", "--paths"], ["three.nfg", "--paths"],
                ["narrows.nfg", "--paths", "--concept", "logit"],
            ] {
                let run = try solve(words + ["--lang", "en"], in: folder)
                #expect(run.status == 65 && run.errors.contains("tables of two players"), "\(words)")
            }
            #expect(try solve(["narrows.nfg", "--lambda", "2"], in: folder).status == 64)
            #expect(
                try solve(["narrows.nfg", "--concept", "logit", "--lambda", "-1"], in: folder).status == 64)
        }
    }
}
