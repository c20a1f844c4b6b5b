import CaseModel
import Numbers

/// The parts that both formats share: header, comment, outcomes, and a tree's lists of actions.
extension GameFileScanner {
    /// The version, the type letter, the title and the players, behind the word that names the format.
    mutating func header(
        version: Int
    ) throws(GameFileFault) -> (title: String, players: [String]) {
        let (value, token) = try number("the version of the format")
        guard value?.exactInt == version else {
            throw GameFileFault(
                offset: token.range.lowerBound,
                message: "the version \(shown(token)) of the format is not known",
                hint: "write \(version)")
        }
        let letter = try take()
        guard letter.kind == .word, ["R", "D"].contains(String(decoding: bytes[letter.range], as: UTF8.self))
        else { throw unexpected(letter, "R or D", hint: "write R: numbers are read as exact fractions") }
        let title = try text("the title of the game")
        return (title, try labels("the players"))
    }

    /// The comment behind the header, if there is one that says something.
    mutating func comment() throws(GameFileFault) -> String? {
        guard try peek().kind == .text else { return nil }
        let comment = content(of: try take())
        return comment.isEmpty ? nil : comment
    }

    /// At least one label in braces; none is reported.
    mutating func someLabels(_ what: String) throws(GameFileFault) -> [String] {
        let brace = try peek()
        let labels = try labels(what)
        reportIfEmpty(labels, brace)
        return labels
    }

    private func reportIfEmpty(_ labels: [String], _ brace: GameFileToken) {
        guard labels.isEmpty else { return }
        log.add(
            brace.range.lowerBound, "a set without actions leads nowhere",
            hint: "name at least one action, or write the node as an end: t \"\" 0")
    }

    /// The actions of a lottery with their probabilities; those of a new one must sum to 1.
    mutating func lottery(isNew: Bool) throws(GameFileFault) -> Lottery {
        let hint = "write { \"heads\" 1/2 \"tails\" 1/2 }"
        let brace = try bracket(.open, "'{' before the actions", hint: hint)
        var lottery = Lottery()
        while true {
            let token = try take()
            switch token.kind {
            case .text:
                let (value, number) = try number("the probability of \(shown(token))")
                lottery.append(content(of: token), value, number.range)
            case .comma: reportComma(token, "actions")
            case .close:
                reportIfEmpty(lottery.labels, brace)
                if isNew { try check(lottery, at: brace) }
                return lottery
            default: throw unexpected(token, "an action in quotes or '}'", hint: hint)
            }
        }
    }

    /// Name and payoffs of an outcome: `"peace" { 1, -1 }`; commas between payoffs may stand or be missing.
    mutating func outcome(number: Int, players: Int) throws(GameFileFault) -> GameOutcome {
        let name = try text("the name of the outcome")
        try bracket(.open, "'{' before the payoffs", hint: "write { 1, -1 }, one payoff per player")
        return GameOutcome(number: number, name: name, payoffs: try payoffs(players: players))
    }

    /// Payoffs up to the closing brace, one per player; another number of them is reported.
    mutating func payoffs(players: Int) throws(GameFileFault) -> [Rational] {
        var payoffs: [Rational] = []
        payoffs.reserveCapacity(min(players, 64))
        var mayBeComma = false
        var extra: GameFileToken?
        while true {
            let token = try peek()
            switch token.kind {
            case .close:
                _ = try take()
                if let place = payoffs.count == players ? nil : extra ?? token {
                    reportCount(payoffs.count, players: players, place)
                }
                return payoffs
            case .comma:
                _ = try take()
                if !mayBeComma {
                    log.add(
                        token.range.lowerBound, "a payoff is missing before the comma",
                        hint: "write 0 for nothing")
                }
                mayBeComma = false
            default:
                payoffs.append(try self.number("a payoff or '}'").value ?? .zero)
                if payoffs.count == players + 1 { extra = token }
                mayBeComma = true
            }
        }
    }

    private func reportCount(_ count: Int, players: Int, _ token: GameFileToken) {
        let stand = count == 1 ? "1 payoff stands" : "\(count) payoffs stand"
        log.add(
            token.range.lowerBound,
            "\(stand) here for \(players) player\(players == 1 ? "" : "s")",
            hint: "write one payoff per player, in the order of the header, with decimal points")
    }
}
