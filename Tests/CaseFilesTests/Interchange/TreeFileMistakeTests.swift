import CaseFiles
import CaseModel
import Testing

/// Everything that can be wrong with a tree file, with what the program says.
@Suite struct TreeFileMistakeTests {
    private static let head = "EFG 2 R \"t\" { \"A\" \"B\" }\n"

    @Test("The form of the file", arguments: Self.form)
    func formIsBroken(mistake: GameFileMistake) { mistake.expect() }

    static let form: [GameFileMistake] = [
        .init(
            "1️⃣", "EFG or NFG is expected here, not the end of the file",
            "a tree begins with: EFG 2 R \"title\" { \"player\" }, a table with NFG 1 R"),
        .init(
            "1️⃣efg 2 R", "EFG or NFG is expected here, not 'efg'",
            "a tree begins with: EFG 2 R \"title\" { \"player\" }, a table with NFG 1 R"),
        .init("EFG 1️⃣1 R", "the version '1' of the format is not known", "write 2"),
        .init(
            "EFG 2 1️⃣X", "R or D is expected here, not 'X'", "write R: numbers are read as exact fractions"),
        .init(
            "EFG 2 R 1️⃣{ \"A\" }", "the title of the game is expected here, not '{'",
            "write it in quotes; without a name it is '\"\"'"),
        .init(
            "EFG 2 R \"t\" { \"A\"1️⃣, \"B\" } t \"\" 0", "no comma stands between labels",
            "delete it; only the payoffs of an outcome may have commas"),
        .init(
            "EFG 2 R \"t\" { \"A\" 1️⃣B }", "a label in quotes or '}' is expected here, not 'B'",
            "write { \"left\" \"right\" }"),
        .init(
            head + "c 1️⃣\"chance\n t", "the text that begins here has no end",
            "close it with '\"'; a quote inside a text is written '\\\"'"),
        .init(
            head + "t \"a1️⃣\u{1B}[2J\" 0", "the control character U+001B stands in a text", "delete it"),
        .init(head + "t \"é1️⃣\u{85}\" 0", "the control character U+0085 stands in a text", "delete it"),
        .init(
            head + "1️⃣T \"\" 0", "a node is expected here, not 'T'",
            "a node begins with c (chance), p (a player decides) or t (the end); a set has as many nodes behind it as actions"
        ),
        .init(
            head + "p \"\" 1 1 \"s\" { \"a\" \"b\" } 0\nt \"\" 0\n1️⃣", "the file ends before the tree does",
            "at least 1 node is missing; the last open node, at 2:1, has 1 of its 2"),
        .init(
            head + "p \"\" 1 1 \"s\" { \"a\" \"b\" } 0 c \"\" 1 \"\" { \"x\" 1 \"y\" 0 } 0 t \"\" 01️⃣",
            "the file ends before the tree does",
            "at least 2 nodes are missing; the last open node, at 2:28, has 1 of its 2"),
        .init(
            head + "\"only a comment\"1️⃣", "the file ends before the tree does",
            "write the nodes behind the header; the smallest tree is: t \"\" 0"),
        .init(
            head + "t \"\"1️⃣", "the number of the outcome is expected here, not the end of the file",
            "write 12, -0.5, 3/5 or 1.5e-3"),
    ]

    @Test("Players, sets and outcomes", arguments: Self.references)
    func wrongReference(mistake: GameFileMistake) { mistake.expect() }

    static let references: [GameFileMistake] = [
        .init(
            head + "p \"\" 1️⃣3 1 \"s\" { \"a\" } 0 t \"\" 0", "there is no player '3'",
            "the header names 2 players, numbered from 1"),
        .init(
            head + "p \"\" 1️⃣0 1 \"s\" { \"a\" } 0 t \"\" 0", "there is no player '0'",
            "a chance move begins with c and has no player"),
        .init(
            head + "p \"\" 1 1️⃣0 \"s\" { \"a\" } 0 t \"\" 0",
            "the number of the information set is no whole number from 1 on: '0'", "write 1, 2 and so on"),
        .init(
            head + "p \"\" 1 1️⃣4 0 t \"\" 0",
            "the information set 4 of player 1 is used before it is described",
            "describe it behind its number where it first stands: \"\" { \"left\" \"right\" }"),
        .init(
            head + "c \"\" 1️⃣4 0 t \"\" 0", "the chance set 4 is used before it is described",
            "describe it behind its number where it first stands: \"\" { \"heads\" 1/2 \"tails\" 1/2 }"),
        .init(
            head + "p \"\" 1 4 1️⃣{ \"a\" } 0 t \"\" 0",
            "the name of the information set 4 of player 1 is missing before '{'",
            "write \"\" if it has none"),
        .init(
            head + "p \"\" 1 4 \"s\" 1️⃣0 t \"\" 0", "'{' before the actions is expected here, not '0'",
            "write { \"left\" \"right\" }"),
        .init(
            head + "p \"\" 1 4 \"s\" 1️⃣{ } 0", "a set without actions leads nowhere",
            "name at least one action, or write the node as an end: t \"\" 0"),
        .init(
            head
                + "p \"\" 1 4 \"s\" { \"a\" \"b\" } 0 p \"\" 1 4 1️⃣\"s\" { \"a\" \"c\" } 0 t \"\" 0 t \"\" 0 t \"\" 0",
            "the information set 4 of player 1 has other actions here than at 2:10",
            "repeat what stands there, leave name and list out, or choose another number"),
        .init(
            head + "p \"\" 1 4 \"s\" { \"a\" } 0 p \"\" 1 4 1️⃣\"r\" { \"a\" } 0 t \"\" 0",
            "the information set 4 of player 1 has other words for its name here than at 2:10",
            "repeat what stands there, leave name and list out, or choose another number"),
        .init(
            head + "c \"\" 4 \"s\" { \"a\" 1 } 0 c \"\" 4 1️⃣\"s\" { \"a\" 1/2 } 0 t \"\" 0",
            "the chance set 4 has other probabilities here than at 2:8",
            "repeat what stands there, leave name and list out, or choose another number"),
        .init(
            head + "t \"\" 1️⃣3", "the outcome 3 is used before it is described",
            "describe it behind its number where it first stands: \"\" { 1, -1 }"),
        .init(
            head + "t \"\" 3 1️⃣{ 1, 2 }", "the name of the outcome 3 is missing before '{'",
            "write \"\" if it has none"),
        .init(
            head + "t \"\" 1️⃣0 \"o\" { 1, 2 }", "the outcome 0 pays nothing and has neither name nor payoffs",
            "give it a number of its own, from 1 on"),
        .init(
            head + "t \"\" 1️⃣-1 \"o\" { 1, 2 }",
            "the number of the outcome is no whole number from 0 on: '-1'", "write 0, 1 and so on"),
        .init(
            head + "p \"\" 1 1 \"\" { \"a\" } 3 \"o\" { 1, 2 } t \"\" 3 1️⃣\"o\" { 1, 2.5 }",
            "the outcome 3 has other payoffs here than at 2:23",
            "repeat what stands there, leave name and list out, or choose another number"),
    ]

    @Test("Payoffs and other numbers", arguments: Self.numbers)
    func wrongNumber(mistake: GameFileMistake) { mistake.expect() }

    static let numbers: [GameFileMistake] = [
        .init(
            head + "t \"\" 1 \"o\" { 1 2 1️⃣3 4 }", "4 payoffs stand here for 2 players",
            "write one payoff per player, in the order of the header, with decimal points"),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣}", "1 payoff stands here for 2 players",
            "write one payoff per player, in the order of the header, with decimal points"),
        .init(
            head + "t \"\" 1 \"o\" { 1, 1️⃣, 2 }", "a payoff is missing before the comma", "write 0 for nothing"
        ),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣x }", "a payoff or '}' is expected here, not 'x'",
            "write 12, -0.5, 3/5 or 1.5e-3"),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣.5e3 }", "'.5e3' is no number",
            "write a digit before the point if there is an exponent, as in 0.5e3"),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣1/-2 }", "'1/-2' is no number",
            "write the sign before the fraction, as in -1/2"),
        .init(head + "t \"\" 1 \"o\" { 1 1️⃣1/0 }", "'1/0' divides by zero", "write another denominator"),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣1e10001 }", "the exponent of '1e10001' is beyond 10000",
            "round it, or choose another unit for all payoffs"),
        .init(
            head + "t \"\" 1 \"o\" { 1 1️⃣1\(String(repeating: "0", count: 10_000)) }",
            "'1\(String(repeating: "0", count: 39))…' has more than 10000 digits",
            "round it, or choose another unit for all payoffs"),
    ]

    @Test(
        "Spellings that are no numbers",
        arguments: [
            "1.5/2", "1/2.5", "1e5/2", "1/2e3", "1/2/3", "1.5.5", "0x10", "1_0", "--1", "+-1", "1e", "1/",
            "-", ".", "50%",
        ])
    func spellings(text: String) {
        let sample = GameFileSample(Self.head + "t \"\" 1 \"o\" { 1 1️⃣\(text) }")
        #expect(sample.problems.map(\.message) == ["'\(text)' is no number"])
        #expect(sample.problems.map(\.place) == sample.marks)
    }

    @Test("All mistakes that can be told apart are reported at once, in reading order")
    func together() {
        let sample = GameFileSample(
            Self.head + """
                c "" 1 "" 1️⃣{ "a" 0.5 "b" 0.4 } 0
                t "" 1 "é" { 1 2️⃣}
                p "" 3️⃣7 1 "" { "x" } 0
                t "" 0
                """)
        #expect(sample.problems.map(\.place) == sample.marks)
        #expect(
            sample.problems.first?.description == """
                g.efg:2:11: error: the probabilities sum to 9/10, not to 1
                  hint: 1/10 is missing; write 5/9, 4/9
                """)
    }

    @Test("Bytes that are no UTF-8 are found at their place")
    func encoding() throws {
        let bytes = Array("EFG 2 R \"t\"\n{ \"é".utf8) + [0xFF] + Array("\" }".utf8)
        do throws(CaseError) {
            _ = try readGameFile(bytes, named: "g.efg")
            Issue.record("the bytes were read")
        } catch {
            #expect(
                error.description
                    == "g.efg:2:5: error: the text is not valid UTF-8\n  hint: save the file as UTF-8")
        }
    }
}
