import CaseModel
import Numbers

/// What nodes share: lotteries, information sets and outcomes. Each is declared where it first stands; later it is
/// named by its number alone, or declared once more and then alike.
extension TreeFileReader {
    /// The place of a node's lottery in the form, and how many branches stand here.
    mutating func readChance() throws(GameFileFault) -> (chance: Int, arity: Int) {
        let start = try scanner.peek()
        let number = try scanner.whole("the number of the chance set", atLeast: 1) ?? placeholder
        let known = declared.chances[number]
        let next = try scanner.peek()
        guard next.kind == .text else {
            if let known { return (known, form.chances[known].labels.count) }
            throw undeclared(
                number > 0 ? "the chance set \(number)" : "a chance set without a sound number", start, next,
                example: "\"\" { \"heads\" 1/2 \"tails\" 1/2 }")
        }
        if let known, try scanner.skip(repeating: declared.chanceRanges[known]) {
            return (known, form.chances[known].labels.count)
        }
        let name = try scanner.text("the name of the chance set")
        let lottery = try scanner.lottery(isNew: known == nil)
        let chance = TreeForm.Chance(
            number: number, name: name, labels: lottery.labels, probabilities: lottery.probabilities)
        if let known {
            complain(
                form.chances[known].difference(from: chance), "the chance set \(number)", next,
                first: declared.chanceRanges[known])
            return (known, chance.labels.count)
        }
        declared.chances[number] = form.chances.count
        declared.chanceRanges.append(next.range.lowerBound..<scanner.position)
        form.chances.append(chance)
        return (form.chances.count - 1, chance.labels.count)
    }

    /// The place of a node's information set in the form, and how many actions stand here.
    mutating func readSet() throws(GameFileFault) -> (set: Int, arity: Int) {
        let player = try readPlayer()
        let start = try scanner.peek()
        let number = try scanner.whole("the number of the information set", atLeast: 1) ?? placeholder
        let key = Declared.SetKey(player: player, number: number)
        let known = declared.sets[key]
        let next = try scanner.peek()
        guard next.kind == .text else {
            if let known { return (known, form.sets[known].actions.count) }
            throw undeclared(
                Self.title(of: key), start, next, example: "\"\" { \"left\" \"right\" }")
        }
        if let known, try scanner.skip(repeating: declared.setRanges[known]) {
            return (known, form.sets[known].actions.count)
        }
        let name = try scanner.text("the name of the information set")
        let actions = try scanner.someLabels("the actions")
        let set = TreeForm.InformationSet(player: player, number: number, name: name, actions: actions)
        if let known {
            complain(
                form.sets[known].difference(from: set), Self.title(of: key), next,
                first: declared.setRanges[known])
            return (known, actions.count)
        }
        declared.sets[key] = form.sets.count
        declared.setRanges.append(next.range.lowerBound..<scanner.position)
        form.sets.append(set)
        return (form.sets.count - 1, actions.count)
    }

    /// A number for a set or an outcome whose own cannot be read, which is reported: no other one has it.
    private var placeholder: Int { -1 - form.nodes.count }

    private static func title(of key: Declared.SetKey) -> String {
        let set =
            key.number > 0 ? "the information set \(key.number)" : "an information set without a sound number"
        return "\(set) of player \(key.player + 1)"
    }

    /// A place in the list of players; a number that names none is reported and passed on.
    private mutating func readPlayer() throws(GameFileFault) -> Int {
        let (value, token) = try scanner.number("the number of the player")
        guard let value else { return -1 }
        let count = form.players.count
        if let number = value.exactInt, number >= 1, number <= count { return number - 1 }
        scanner.log.add(
            token.range.lowerBound, "there is no player \(scanner.shown(token))",
            hint: value.signum == 0
                ? "a chance move begins with c and has no player"
                : "the header names \(count) player\(count == 1 ? "" : "s"), numbered from 1")
        return (value.exactInt ?? 0) &- 1
    }

    /// The place of a node's outcome in the form; `nil` pays nothing.
    mutating func readOutcome() throws(GameFileFault) -> Int? {
        let start = try scanner.peek()
        let number = try scanner.whole("the number of the outcome", atLeast: 0) ?? placeholder
        let known = declared.outcomes[number]
        let next = try scanner.peek()
        guard next.kind == .text else {
            if number <= 0 || known != nil { return known }
            throw undeclared("the outcome \(number)", start, next, example: "\"\" { 1, -1 }")
        }
        if let known, try scanner.skip(repeating: declared.outcomeRanges[known]) { return known }
        let outcome = try scanner.outcome(number: number, players: form.players.count)
        if let known {
            complain(
                form.outcomes[known].difference(from: outcome), "the outcome \(number)", next,
                first: declared.outcomeRanges[known])
            return known
        }
        guard number != 0 else {
            scanner.log.add(
                start.range.lowerBound, "the outcome 0 pays nothing and has neither name nor payoffs",
                hint: "give it a number of its own, from 1 on")
            return nil
        }
        declared.outcomes[number] = form.outcomes.count
        declared.outcomeRanges.append(next.range.lowerBound..<scanner.position)
        form.outcomes.append(outcome)
        return form.outcomes.count - 1
    }

    /// A number that stands alone where nothing has been declared under it, or whose declaration has no name.
    private func undeclared(
        _ what: String, _ start: GameFileToken, _ next: GameFileToken, example: String
    ) -> GameFileFault {
        if next.kind == .open {
            return GameFileFault(
                offset: next.range.lowerBound, message: "the name of \(what) is missing before '{'",
                hint: "write \"\" if it has none")
        }
        return GameFileFault(
            offset: start.range.lowerBound, message: "\(what) is used before it is described",
            hint: "describe it behind its number where it first stands: \(example)")
    }

    private func complain(
        _ difference: String?, _ what: String, _ here: GameFileToken, first: Range<Int>
    ) {
        guard let difference else { return }
        scanner.log.add(
            here.range.lowerBound,
            "\(what) has other \(difference) here than at \(scanner.log.mention(first.lowerBound))",
            hint: "repeat what stands there, leave name and list out, or choose another number")
    }
}

extension TreeForm.Chance {
    /// What a repeated declaration says otherwise.
    fileprivate func difference(from other: TreeForm.Chance) -> String? {
        if labels != other.labels { return "actions" }
        if probabilities != other.probabilities { return "probabilities" }
        return name == other.name ? nil : "words for its name"
    }
}

extension TreeForm.InformationSet {
    /// What a repeated declaration says otherwise.
    fileprivate func difference(from other: TreeForm.InformationSet) -> String? {
        actions != other.actions ? "actions" : name == other.name ? nil : "words for its name"
    }
}

extension GameOutcome {
    /// What a repeated declaration says otherwise.
    fileprivate func difference(from other: GameOutcome) -> String? {
        payoffs != other.payoffs ? "payoffs" : name == other.name ? nil : "words for its name"
    }
}
