import Foundation
import Support
import Testing

/// `junktim stability` as typed: what a model file answers, and what is said of bad ones.
@Suite struct StabilityCommandTests {
    private func run(_ text: String, _ arguments: [String] = []) throws -> Run {
        try CaseText(["m.yaml": text]).inFolder { folder in
            try junktim(["stability", "m.yaml", "--lang", "en"] + arguments, in: folder)
        }
    }

    /// What is printed where errors go, and exit status 65.
    private func errors(_ text: String, _ arguments: [String] = []) throws -> String {
        let run = try run(text, arguments)
        #expect(run.status == 65 && run.output.isEmpty, "\(run.output)")
        return run.errors
    }

    private let chicken = """
        decisionMakers:
          - {id: row, name: Row, options: [yield-row], ranking: [3, 4, 2, 1]}
          - {id: column, name: Column, options: [yield-column], ranking: [2, 4, 3, 1]}

        """

    @Test("Chicken: the whole answer")
    func chickenAnswer() throws {
        let run = try run(chicken, ["--state", "none", "--why"])
        #expect(run.status == 0 && run.errors == "")
        #expect(
            run.output == """
                Lasting among 4 states: Nash 2, GMR 3, SMR 3, SEQ 2, SSEQ 2, SIM 3.

                States in which everybody stays, and in which each does
                        lasting  Row  Column
                  Nash  2        2    2       nobody has a better move
                  GMR   3        3    3       every better move can be answered
                  SMR   3        3    3       … and there is no escape from the answer
                  SEQ   2        2    2       … by moves in the interest of those who answer
                  SSEQ  2        2    2       … and there is no escape
                  SIM   3        3    3       simultaneous moves may spoil it

                The state asked for: nothing taken (0)
                  Row would leave: taking up “yield-row”. [Nash]
                  Row would leave: taking up “yield-row”; the worst answer does not deter: Column taking up “yield-column”. [GMR]
                  Row would leave: taking up “yield-row”; the worst answer does not deter: Column taking up “yield-column” (best then: dropping “yield-row”). [SMR]
                  Row would leave: taking up “yield-row”; no answer is in anybody's interest. [SEQ, SSEQ]
                  Row would leave: taking up “yield-row”; nothing done at the same time spoils it. [SIM]
                  Column would leave: taking up “yield-column”. [Nash]
                  Column would leave: taking up “yield-column”; the worst answer does not deter: Row taking up “yield-row”. [GMR]
                  Column would leave: taking up “yield-column”; the worst answer does not deter: Row taking up “yield-row” (best then: dropping “yield-column”). [SMR]
                  Column would leave: taking up “yield-column”; no answer is in anybody's interest. [SEQ, SSEQ]
                  Column would leave: taking up “yield-column”; nothing done at the same time spoils it. [SIM]

                Lasting outcomes (Nash) in 2 patterns, the largest first
                  1 state: taken: “yield-row”; not taken: “yield-column”
                  1 state: taken: “yield-column”; not taken: “yield-row”

                With foresight of one to four moves, without end (NM), and leading the other
                          L1  L2  L3  L4  NM  leads
                  Row     2   1   2   2   2   1
                  Column  2   1   2   2   2   1

                Rests on: 0 passages, 0 own assumptions, 2 uncited entries
                Method: graph model for conflict resolution (reproduces a published result)

                """)
    }

    @Test("Both kinds of model file: JSON is read as well")
    func jsonFile() throws {
        let text = #"{"decisionMakers": [{"id": "a", "options": ["x"], "preferences": ["not x"]}]}"#
        try CaseText(["m.json": text]).inFolder { folder in
            let run = try junktim(["stability", "m.json", "--format", "json", "--lang", "en"], in: folder)
            #expect(run.status == 0 && run.output.contains("\"case\": null"))
        }
    }

    @Test(
        "Options owned twice or by nobody, unknown names and broken expressions: all at once, each with its place"
    )
    func reading() throws {
        #expect(
            try errors(
                """
                options:
                  - {id: x, of: a}
                  - {id: x, of: b}
                  - {id: y}
                decisionMakers:
                  - {id: a, preferences: [x]}
                  - {id: b, preferences: [x and]}
                  - {id: c, preferences: [(x or yy) and not z]}

                """)
                    == """
                    m.yaml:3:10: error: the id 'x' is taken: m.yaml:2:10
                      hint: give each option of the stability model an id of its own
                    m.yaml:4:5: error: an option needs 'of'
                      hint: add 'of: …'
                    m.yaml:7:27: error: an option or an issue is expected, not the end
                      | x and
                      |      ^
                      hint: write its id
                    m.yaml:8:27: error: there is no option of the stability model 'yy'
                      hint: did you mean 'y'?
                    m.yaml:8:27: error: there is no option of the stability model 'z'
                      hint: did you mean 'x'?

                    """)
    }

    @Test("Rankings that name, repeat or miss states")
    func rankings() throws {
        #expect(
            try errors(
                """
                decisionMakers:
                  - {id: a, options: [x], ranking: [1, [2, 2], 9]}
                  - {id: b, options: [y], ranking: [1, 2]}

                """)
                    == """
                    error: 'stability' cannot be answered from 'base'
                      m.yaml:2:36: error: the ranking of 'a' names '2' twice
                        hint: every state stands in one place
                      m.yaml:2:36: error: the ranking of 'a' names '9', which is no state
                        hint: ordinals number the feasible states from 1; in graph form states are named
                      m.yaml:3:36: error: the ranking of 'b' misses 2 of the states: 3 and 4
                        hint: give them a place; tied states stand in one inner list

                    """)
    }

    @Test("Rules that leave nothing, a status quo that cannot be, nobody to decide, too many options")
    func models() throws {
        func first(_ text: String) throws -> String {
            try errors(text).split(separator: "\n").first { $0.contains("m.yaml") }.map(String.init) ?? ""
        }
        let one = "decisionMakers:\n  - {id: a, options: [x], preferences: [x]}\n"
        #expect(
            try first(one + "infeasible:\n  - {id: f, when: x or not x}\n")
                == "  m.yaml:4:5: error: the rules under 'infeasible' leave no state")
        #expect(
            try first("statusQuo: [x]\n" + one + "infeasible:\n  - {id: f, when: x}\n")
                == "  m.yaml:1:12: error: the status quo cannot be: “x”")
        #expect(try first("decisionMakers: []\n") == "  m.yaml:1:1: error: the model has no decision makers")
        func options(_ count: Int) -> String {
            "decisionMakers:\n  - {id: a, preferences: [o0], options: [\((0..<count).map { "o\($0)" }.joined(separator: ", "))]}\n"
        }
        #expect(
            try first(options(31)).contains("31 options are too many: the answer would need"))
        #expect(try first(options(64)) == "m.yaml:1:1: error: a model has at most 60 options")
        #expect(
            try first("states: [s, t, s]\ndecisionMakers:\n  - {id: a, ranking: [s, t]}\n")
                == "m.yaml:1:16: error: the state 's' stands twice")
        #expect(try run("decisionMakers:\n  - {id: a, preferences: indifferent}\n").status == 0)
    }

    @Test("States that are asked for: unknown, impossible, and the reading that does not fit")
    func asked() throws {
        let model =
            chicken
            + "infeasible:\n  - {id: both, when: yield-row and yield-column}\n"
            .replacingOccurrences(of: "both", with: "f")
        let ranked = model.replacingOccurrences(of: "3, 4, 2, 1", with: "3, 2, 1")
            .replacingOccurrences(of: "2, 4, 3, 1", with: "2, 3, 1")
        #expect(try errors(ranked, ["--state", "yield-rov"]).contains("hint: did you mean 'yield-row'?"))
        #expect(
            try errors(ranked, ["--state", "yield-row,yield-column"]).contains(
                "the state cannot be: “yield-row,yield-column” (excluded by f)"))
        #expect(try errors(ranked, ["--inverse", "none", "--strength"]).contains("among plain orders only"))
        #expect(try run(ranked, ["--strength", "--attitudes"]).status == 64)
        #expect(try run(ranked, ["--merge", "row"]).status == 64)
        #expect(try errors(ranked, ["--merge", "row,colum:row"]).contains("did you mean 'column'?"))
    }
}
