import CaseModel
import Numbers

/// Reads a game in strategic form.
struct TableFileReader {
    /// The most payoffs that a table may hold.
    static let payoffLimit = 10_000_000

    private var scanner: GameFileScanner
    private let players: Int
    private let combinations: Int

    /// Reads what stands behind `NFG`.
    ///
    /// - Throws: The place where the form of the file breaks down; other mistakes are in the log.
    static func read(_ scanner: GameFileScanner) throws(GameFileFault) -> TableForm {
        var scanner = scanner
        let header = try scanner.header(version: 1)
        let brace = try scanner.peek()
        let strategies = try scanner.strategies(players: header.players.count)
        // Before anything of the size of the table is stored: a short file can promise any number of combinations.
        let combinations = try Self.combinations(of: strategies, brace)
        let comment = try scanner.comment()
        var reader = TableFileReader(
            scanner: scanner, players: header.players.count, combinations: combinations)
        let body = try reader.readBody()
        return TableForm(
            title: header.title, comment: comment, players: header.players,
            strategies: strategies.map(\.labels), body: body)
    }

    private static func combinations(
        of strategies: [TableStrategies], _ brace: GameFileToken
    ) throws(GameFileFault) -> Int {
        var (combinations, isTooLarge) = (1, false)
        for list in strategies {
            let (product, overflow) = combinations.multipliedReportingOverflow(by: list.count)
            (combinations, isTooLarge) = (product, isTooLarge || overflow)
        }
        let (payoffs, overflow) = combinations.multipliedReportingOverflow(by: max(1, strategies.count))
        guard !isTooLarge, !overflow, payoffs <= payoffLimit else {
            let size = strategies.map { "\($0.count)" }.prefix(12).joined(separator: " × ")
            throw GameFileFault(
                offset: brace.range.lowerBound,
                message: "a table of \(size)\(strategies.count > 12 ? " × …" : "") combinations is too large",
                hint:
                    "at most \(payoffLimit) payoffs are read; write the game as a tree, or with fewer strategies"
            )
        }
        return combinations
    }

    private mutating func readBody() throws(GameFileFault) -> TableForm.Body {
        let token = try scanner.peek()
        if token.kind == .open { return try readOutcomes() }
        return .payoffs(try readPayoffs())
    }

    private mutating func readPayoffs() throws(GameFileFault) -> [Rational] {
        let expected = combinations * players
        var payoffs: [Rational] = []
        payoffs.reserveCapacity(min(expected, scanner.bytes.count / 2))
        try readCells(expected, "payoffs") { scanner throws(GameFileFault) in
            payoffs.append(try scanner.number("a payoff").value ?? .zero)
        }
        return payoffs
    }

    private mutating func readOutcomes() throws(GameFileFault) -> TableForm.Body {
        let hint = "write { \"peace\" 1, -1 } for each outcome"
        try scanner.bracket(.open, "'{' before the outcomes", hint: hint)
        var outcomes: [GameOutcome] = []
        while try scanner.peek().kind != .close {
            let token = try scanner.take()
            if token.kind == .comma {
                scanner.reportComma(token, "outcomes")
                continue
            }
            guard token.kind == .open else {
                throw scanner.unexpected(token, "an outcome or '}'", hint: hint)
            }
            let name = try scanner.text("the name of the outcome")
            let payoffs = try scanner.payoffs(players: players)
            outcomes.append(GameOutcome(number: outcomes.count + 1, name: name, payoffs: payoffs))
        }
        _ = try scanner.take()
        var cells: [Int?] = []
        cells.reserveCapacity(min(combinations, scanner.bytes.count / 2))
        try readCells(combinations, "numbers of outcomes") { scanner throws(GameFileFault) in
            cells.append(try Self.place(&scanner, outcomes.count))
        }
        return .outcomes(outcomes, cells)
    }

    /// The place of the outcome that the next number names; 0 names none.
    private static func place(_ scanner: inout GameFileScanner, _ count: Int) throws(GameFileFault) -> Int? {
        let token = try scanner.peek()
        guard let number = try scanner.whole("the number of the outcome", atLeast: 0), number > 0 else {
            return nil
        }
        if number > count {
            scanner.log.add(
                token.range.lowerBound, "there is no outcome \(number)",
                hint: count == 0
                    ? "the list of outcomes is empty"
                    : "the list has the outcomes 1 to \(count); 0 pays nothing")
        }
        return number - 1
    }

    /// Reads exactly as many entries as the table has, up to the end of the file.
    private mutating func readCells(
        _ expected: Int, _ what: String, _ read: (inout GameFileScanner) throws(GameFileFault) -> Void
    ) throws(GameFileFault) {
        let hint =
            "the first player's strategy runs fastest; \(combinations) combinations for \(players) player\(players == 1 ? "" : "s")"
        var count = 0
        while true {
            let token = try scanner.peek()
            switch token.kind {
            case .end:
                if count < expected {
                    scanner.log.add(
                        token.range.lowerBound,
                        "\(expected) \(what) are expected, and the file ends after \(count)",
                        hint: hint)
                }
                return
            case .comma:
                scanner.reportComma(try scanner.take(), what)
            default:
                guard count < expected else {
                    throw GameFileFault(
                        offset: token.range.lowerBound,
                        message:
                            "\(expected) \(what) are expected, and here stands \(scanner.shown(token)) behind them",
                        hint: hint)
                }
                try read(&scanner)
                count += 1
            }
        }
    }
}
