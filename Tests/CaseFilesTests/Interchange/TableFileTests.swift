import CaseFiles
import CaseModel
import Numbers
import Testing

/// What a table file may hold, and what can be wrong with it.
@Suite struct TableFileTests {
    @Test("Counts or labels, payoffs or outcomes, with or without a comment: the first player runs fastest")
    func forms() throws {
        let head = "NFG 1 R \"t\" { \"A\" \"B\" }\n"
        let payoffs = "1 2 3 4 5 6\n7 8 0 0 -1/2 .25"
        let labelled = try GameFileSample(
            head + "{ { \"u\" \"d\" } { \"l\" \"m\" \"r\" } }\n\"note\"\n" + payoffs
        ).table()
        #expect(labelled.strategies == [["u", "d"], ["l", "m", "r"]])
        #expect(labelled.comment == "note")
        #expect(
            labelled.body
                == .payoffs([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, Rational(-1, over: 2), Rational(1, over: 4)]))
        let counted = try GameFileSample(head + "{ 2 3 }" + payoffs).table()
        #expect(counted.strategies == [["1", "2"], ["1", "2", "3"]])
        #expect(counted.comment == nil)
        #expect(counted.body == labelled.body)
        let outcomes =
            "{ { \"a\" 1, 2 } { \"b\" 3 4 } { \"\" 5, 6 } { \"\" 7 8 } { \"e\" -1/2, 1/4 } } 1 2 3 4 0 5"
        for middle in ["{ 2 3 }", "{ 2 3 } \"note\" ", "{ { \"u\" \"d\" } { \"l\" \"m\" \"r\" } } \"\""] {
            let table = try GameFileSample(head + middle + outcomes).table()
            #expect(table.payoffs == labelled.payoffs)
            guard case .outcomes(let list, let cells) = table.body else { throw GameFileSample.WrongKind() }
            #expect(list.map(\.name) == ["a", "b", "", "", "e"])
            #expect(list.map(\.number) == [1, 2, 3, 4, 5])
            #expect(cells == [0, 1, 2, 3, nil, 4])
        }
    }

    @Test("The letter D, repeated labels, strategies in one line each, three players, no outcome at all")
    func quirks() throws {
        let table = try GameFileSample(
            "NFG 1 D \"\" { \"A\" \"A\" } { { \"x\" \"x\" }\r\n{ \"\" } } 1 1 2 2\r\n"
        ).table()
        #expect(table.strategies == [["x", "x"], [""]])
        let three = try GameFileSample("NFG 1 R \"\" { \"\" \"\" \"\" } { 1 2 1 } { } 0 0").table()
        #expect(three.payoffs == [0, 0, 0, 0, 0, 0])
        #expect(try GameFileSample("NFG 1 R \"\" { } { }").table().payoffs == [])
    }

    @Test("Mistakes", arguments: Self.mistakes)
    func wrongTable(mistake: GameFileMistake) { mistake.expect() }

    private static let head = "NFG 1 R \"t\" { \"A\" \"B\" } "
    private static let runs =
        "the first player's strategy runs fastest; 4 combinations for 2 players"

    static let mistakes: [GameFileMistake] = [
        .init("NFG 1️⃣2 R", "the version '2' of the format is not known", "write 1"),
        .init(
            head + "1️⃣2 2", "'{' before the strategies is expected here, not '2'",
            "write { 2 3 }, or { { \"up\" \"down\" } { \"left\" \"right\" } }"),
        .init(
            head + "1️⃣{ 2 } 1 2 3 4", "strategies of 1 player stand here, and the header names 2",
            "write one entry per player, in the order of the header"),
        .init(
            head + "{ 2 1️⃣0 } 1", "a player needs at least one strategy",
            "write a whole number from 1 on, or a list of labels"),
        .init(
            head + "{ 1️⃣{ } { \"a\" } } 1", "a player needs at least one strategy",
            "write a whole number from 1 on, or a list of labels"),
        .init(
            head + "{ { \"a\" } 1️⃣2 } 1", "a list of strategies or '}' is expected here, not '2'",
            "write { 2 3 }, or { { \"up\" \"down\" } { \"left\" \"right\" } }"),
        .init(head + "{ 2 2 } 1 2 3 4 5 6 71️⃣", "8 payoffs are expected, and the file ends after 7", runs),
        .init(
            head + "{ 2 2 } 1 2 3 4 5 6 7 8 1️⃣9 10",
            "8 payoffs are expected, and here stands '9' behind them", runs),
        .init(
            head + "{ 2 2 } 11️⃣, 2 3 4 5 6 7 8", "no comma stands between payoffs",
            "delete it; only the payoffs of an outcome may have commas"),
        .init(
            head + "{ 2 2 } 1 2 1️⃣x", "a payoff is expected here, not 'x'", "write 12, -0.5, 3/5 or 1.5e-3"),
        .init(
            head + "{ 2 2 } { { \"o\" 1, 2 } } 1 1 1️⃣2 0", "there is no outcome 2",
            "the list has the outcomes 1 to 1; 0 pays nothing"),
        .init(
            head + "{ 2 2 } { { \"o\" 1, 2, 1️⃣3 } } 1 1 1 0", "3 payoffs stand here for 2 players",
            "write one payoff per player, in the order of the header, with decimal points"),
        .init(
            head + "{ 2 2 } { { \"o\" 1, 2 } } 1 1 1\n1️⃣",
            "4 numbers of outcomes are expected, and the file ends after 3", runs),
        .init(
            head + "{ 2 2 } { { 1️⃣1, 2 } } 1 1 1", "the name of the outcome is expected here, not '1'",
            "write it in quotes; without a name it is '\"\"'"),
    ]

    @Test(
        "A table that nobody could store is refused before anything is",
        arguments: ["{ 100000 10000 }", "{ 1000000000 1 }", "{ 9223372036854775807 9 }", "{ 1e30 1e30 }"])
    func huge(counts: String) {
        let sample = GameFileSample("NFG 1 R \"t\" { \"A\" \"B\" } 1️⃣\(counts) 1 2")
        #expect(sample.problems.map(\.place) == sample.marks)
        #expect(sample.problems.first?.message.hasSuffix("combinations is too large") == true)
        #expect(
            sample.problems.first?.hint
                == "at most 10000000 payoffs are read; write the game as a tree, or with fewer strategies")
    }

    @Test("So is one of many players with two strategies each")
    func manyPlayers() {
        let players = String(repeating: "\"p\" ", count: 100)
        let counts = String(repeating: "2 ", count: 100)
        let problems = GameFileSample("NFG 1 R \"t\" { \(players)} { \(counts)} 1 2").problems
        #expect(problems.map(\.message).first?.hasPrefix("a table of 2 × 2 × 2") == true)
    }
}
