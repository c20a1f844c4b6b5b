import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

/// What a tree file may hold, quirk by quirk.
@Suite struct TreeFileTests {
    /// A sender of two types, two signals, and a receiver who does not see the type.
    static let signal = """
        EFG 2 R "signal" { "Sender" "Receiver" }
        "a comment"

        c "type" 1 "types" { "weak" 1/4 "strong" 0.75 } 0
        p "" 1 1 "weak sender" { "quiet" "loud" } 0
        t "" 1 "rest" { 1, 0 }
        p "" 2 7 "hears" { "yield" "stand" } 0
        t "" 2 "got" { 3, -1 }
        t "" 3 "clash" { -2, 1/2 }
        p "" 1 2 "strong sender" { "quiet" "loud" } 0
        t "" 1 "rest" { 1, 0 }
        p "" 2 7 0
        t "" 2
        t "" 4 "" { .80, -1.5e-1 }

        """

    @Test("Everything that a file says stands in the form")
    func everything() throws {
        let tree = try GameFileSample(Self.signal).tree()
        #expect(tree.title == "signal")
        #expect(tree.comment == "a comment")
        #expect(tree.players == ["Sender", "Receiver"])
        #expect(
            tree.chances == [
                .init(
                    number: 1, name: "types", labels: ["weak", "strong"],
                    probabilities: [Rational(1, over: 4), Rational(3, over: 4)])
            ])
        #expect(tree.sets.map(\.player) == [0, 1, 0])
        #expect(tree.sets.map(\.number) == [1, 7, 2])
        #expect(tree.sets.map(\.name) == ["weak sender", "hears", "strong sender"])
        #expect(tree.sets[1].actions == ["yield", "stand"])
        #expect(tree.outcomes.map(\.number) == [1, 2, 3, 4])
        #expect(tree.outcomes[3].payoffs == [Rational(4, over: 5), Rational(-3, over: 20)])
        #expect(
            tree.nodes.map(\.kind) == [
                .chance(0), .decision(0), .end, .decision(1), .end, .end, .decision(2), .end, .decision(1),
                .end, .end,
            ])
        #expect(tree.nodes.map(\.outcome) == [nil, nil, 0, nil, 1, 2, nil, 0, nil, 1, 3])
    }

    @Test("Line structure means nothing: one line, carriage returns, a byte-order mark, no last line end")
    func lines() throws {
        let tree = try GameFileSample(Self.signal).tree()
        for text in [
            Self.signal.replacing("\n", with: " "), Self.signal.replacing("\n", with: "\r\n"),
            "\u{FEFF}" + Self.signal, String(Self.signal.dropLast()), Self.signal.replacing(" ", with: "\n"),
            Self.signal.replacing(" \"", with: "\"").replacing("\" ", with: "\""),
        ] where !text.contains("a\ncomment") {
            #expect(try GameFileSample(text).tree() == tree)
        }
    }

    @Test("No comment, an empty one, a blank line, the old letter D, no players' moves")
    func header() throws {
        for middle in ["", "\"\"", "\n\n", "\n\"\"\n"] {
            let tree = try GameFileSample("EFG 2 D \"\" { \"A\" \"\" }\(middle) t \"\" 0").tree()
            #expect(tree.comment == nil)
            #expect(tree.players == ["A", ""])
            #expect(tree.nodes == [TreeForm.Node(kind: .end)])
        }
        #expect(try GameFileSample("EFG 2 R \"t\" { } t \"\" 1 \"o\" { }").tree().players == [])
    }

    @Test(
        "Texts: escaped quotes, other backslashes, several lines, other scripts, words that begin like signs")
    func texts() throws {
        let title = #"say \"no\", C:\new\\x"#
        let text = "EFG 2 R \"\(title)\" { \"Київ\" }\r\n\"one\r\ntwo\" t \"{ t }\" 0"
        let tree = try GameFileSample(text).tree()
        #expect(tree.title == #"say "no", C:\new\\x"#)
        #expect(tree.players == ["Київ"])
        #expect(tree.comment == "one\ntwo")
        #expect(tree.nodes[0].name == "{ t }")
    }

    @Test(
        "Numbers are exact fractions",
        arguments: [
            (".80", Rational(4, over: 5)), ("-1/2", Rational(-1, over: 2)), ("+3", 3), ("007", 7), ("-0", 0),
            ("0.1", Rational(1, over: 10)), ("1.", 1), ("-.5", Rational(-1, over: 2)),
            ("2/4", Rational(1, over: 2)),
            ("1.0e-3", Rational(1, over: 1_000)), ("1e5", 100_000), ("25E-1", Rational(5, over: 2)),
            ("1e+2", 100),
            ("0.333333333333333333333", Rational(digits: "333333333333333333333", timesTenTo: -21)),
            ("1/30000000000000000000", Rational(1, over: 3) * Rational(digits: "1", timesTenTo: -19)),
        ])
    func numbers(text: String, value: Rational) throws {
        let tree = try GameFileSample("EFG 2 R \"\" { \"A\" } t \"\" 1 \"\" { \(text) }").tree()
        #expect(tree.outcomes[0].payoffs == [value])
    }

    @Test("Numbers at the limit of 10 000 digits and exponents")
    func longNumbers() throws {
        let digits = String(repeating: "7", count: 10_000)
        for number in [
            digits, "0.\(digits.dropFirst())", "1/\(digits.dropFirst())", "\(digits)e10000", "-1e-10000",
            "0.\(digits.dropFirst(9_000))e-9900", "3\(digits.dropFirst(9_990))000e-10000",
        ] {
            let form = try GameFileSample("EFG 2 R \"\" { \"A\" } t \"\" 1 \"\" { \(number) }").read()
            #expect(try GameFileSample(gameFile(form)).read() == form)
        }
    }

    @Test("Commas between payoffs may stand or be missing, also behind the last one")
    func commas() throws {
        for payoffs in ["{1 -1 0}", "{ 1, -1, 0 }", "{1,-1,0,}", "{ 1 ,-1 0 }"] {
            let tree = try GameFileSample("EFG 2 R \"\" {\"A\" \"B\" \"C\"} t \"\" 9 \"\" \(payoffs)").tree()
            #expect(tree.outcomes == [GameOutcome(number: 9, name: "", payoffs: [1, -1, 0])])
        }
    }

    @Test("Sets are numbered per player, chance sets by themselves; one may be met twice on one way")
    func numbers() throws {
        let tree = try GameFileSample(
            """
            EFG 2 R "" { "A" "B" }
            c "" 1 "" { "x" 1 "y" 0 } 0
            p "" 1 1 "" { "go" "stop" } 0
            p "" 1 1 0 t "" 0 t "" 0
            t "" 0
            p "" 2 1 "" { "" } 0 t "" 0
            """
        ).tree()
        #expect(tree.chances.map(\.probabilities) == [[1, 0]])
        #expect(tree.sets.map(\.player) == [0, 1])
        #expect(tree.sets.map(\.actions) == [["go", "stop"], [""]])
        #expect(tree.nodes.prefix(3).map(\.kind) == [.chance(0), .decision(0), .decision(0)])
    }

    @Test("Bracketed parts left out, repeated, and repeated in another spelling of the same value")
    func repeated() throws {
        let tree = try GameFileSample(
            """
            EFG 2 R "" { "A" }
            c "" 5 "coin" { "h" 1/2 "t" 0.5 } 0
            c "" 5 "coin" { "h" 0.50 "t" 2/4 } 1 "o" { 0.1 }
            t "" 1 "o" { 1/10 }
            t "" 1 "o" {0.1,}
            c "" 5 1
            t "" 1 t "" 1
            """
        ).tree()
        #expect(tree.chances.count == 1)
        #expect(tree.outcomes.count == 1)
        #expect(tree.nodes.map(\.outcome) == [nil, 0, 0, 0, 0, 0, 0])
    }

    @Test("Empty and repeated labels of players, nodes, sets, actions and outcomes are kept")
    func labels() throws {
        let tree = try GameFileSample(
            """
            EFG 2 R "" { "A" "A" }
            p "n" 1 1 "s" { "" "" "x" "x" } 0
            t "n" 1 "o" { 1 1 } t "n" 2 "o" { 2 2 } t "n" 0
            p "n" 1 2 "s" { "x" } 0 t "" 1
            """
        ).tree()
        #expect(tree.players == ["A", "A"])
        #expect(tree.sets.map(\.name) == ["s", "s"])
        #expect(tree.sets[0].actions == ["", "", "x", "x"])
        #expect(tree.outcomes.map(\.name) == ["o", "o"])
    }

    @Test("Payoffs on the way add up at the ends")
    func internalOutcomes() throws {
        let tree = try GameFileSample(Self.onTheWay).tree()
        #expect(tree.endPayoffs == [11, -1, 11, Rational(-1, over: 2), 10, 0, 0, 0])
        let moved = tree.withPayoffsAtEnds()
        #expect(moved.nodes.map(\.outcome) == [nil, nil, 0, 1, 2, nil])
        #expect(moved.outcomes.map(\.name) == ["win", "draw", "fee"])
        #expect(moved.endPayoffs == tree.endPayoffs)
        #expect(moved.isSameGame(as: tree))
        #expect(
            try GameFileSample(Self.signal).tree().withPayoffsAtEnds() == GameFileSample(Self.signal).tree())
    }

    static let onTheWay = """
        EFG 2 R "" { "A" "B" }
        p "" 1 1 "" { "in" "out" } 0
        p "" 2 1 "" { "a" "b" "c" } 1 "fee" { 10, 0 }
        t "" 2 "win" { 1, -1 }
        t "" 3 "draw" { 1 -1/2 }
        t "" 0
        t "" 0
        """

    @Test(
        "What stands behind the tree is not looked at",
        arguments: ["t \"\" 0", "}", "{ 5", " 7.5.2", "c \"x"])
    func trailing(more: String) throws {
        let tree = try GameFileSample("EFG 2 R \"\" { \"A\" } t \"\" 1 \"o\" { 1 } \(more)").tree()
        #expect(tree.nodes.count == 1)
    }

    @Test("A tree of 100 000 moves in a row is read, written, compared and let go")
    func deep() throws {
        var text = "EFG 2 R \"deep\" { \"A\" \"B\" }\n"
        let depth = 100_000
        for level in 0..<depth {
            text +=
                "p \"\" \(level % 2 + 1) \(level + 1) \"\" { \"stop\" \"on\" } 0\nt \"\" 1 \"\" { 1, 2 }\n"
        }
        let form = try GameFileSample(text + "t \"\" 0").read()
        guard case .tree(let tree) = form else { throw GameFileSample.WrongKind() }
        #expect(tree.nodes.count == 2 * depth + 1)
        let again = try GameFileSample(gameFile(form)).read()
        #expect(again == form)
        #expect(again.isSameGame(as: form))
        let problem = try #require(GameFileSample(text).problems.first)
        #expect(problem.message == "the file ends before the tree does")
    }
}
