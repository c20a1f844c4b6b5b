import Numbers

/// The strategies of one player of a table: how many, or their labels.
enum TableStrategies {
    case count(Int)
    case list([String])

    var count: Int {
        switch self {
        case .count(let count): count
        case .list(let labels): labels.count
        }
    }

    /// Without labels the strategies are called by their numbers.
    var labels: [String] {
        switch self {
        case .count(let count): (0..<count).map { "\($0 + 1)" }
        case .list(let labels): labels
        }
    }
}

extension GameFileScanner {
    /// The strategies of every player: all as numbers or all as lists of labels.
    ///
    /// - Throws: Also where there is not one entry per player, or none of its strategies: the size of the table is then
    ///   unknown.
    mutating func strategies(players: Int) throws(GameFileFault) -> [TableStrategies] {
        let hint = "write { 2 3 }, or { { \"up\" \"down\" } { \"left\" \"right\" } }"
        let brace = try bracket(.open, "'{' before the strategies", hint: hint)
        let isList = try peek().kind == .open
        var strategies: [TableStrategies] = []
        while true {
            let token = try peek()
            switch token.kind {
            case .open where isList: strategies.append(.list(try labels("the strategies")))
            case .number where !isList: strategies.append(.count(try count()))
            case .comma: reportComma(try take(), "strategies")
            case .close:
                _ = try take()
                try check(strategies, players: players, at: brace)
                return strategies
            default:
                throw unexpected(
                    token, isList ? "a list of strategies or '}'" : "a number of strategies or '}'",
                    hint: hint)
            }
            if let last = strategies.last, last.count == 0 { throw noStrategies(token) }
        }
    }

    /// How many strategies a player has.
    private mutating func count() throws(GameFileFault) -> Int {
        let (value, token) = try number("a number of strategies")
        guard let value, value >= 0, value.isInteger else { throw noStrategies(token) }
        // What does not fit is too large in any case, and the table is refused for that.
        return value.exactInt ?? .max
    }

    private func noStrategies(_ token: GameFileToken) -> GameFileFault {
        GameFileFault(
            offset: token.range.lowerBound, message: "a player needs at least one strategy",
            hint: "write a whole number from 1 on, or a list of labels")
    }

    private func check(
        _ strategies: [TableStrategies], players: Int, at brace: GameFileToken
    ) throws(GameFileFault) {
        guard strategies.count != players else { return }
        throw GameFileFault(
            offset: brace.range.lowerBound,
            message:
                "strategies of \(strategies.count) player\(strategies.count == 1 ? "" : "s") stand here, and the header names \(players)",
            hint: "write one entry per player, in the order of the header")
    }
}
