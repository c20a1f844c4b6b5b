import CaseModel
import Numbers

/// Reads the nodes of a game tree.
final class TreeReader {
    private let players: [String]
    private let parameters: [String]
    /// The actions of each set as they were first written, by player and name.
    private var actions: [SetName: [String]] = [:]

    private struct SetName: Hashable {
        let player: String
        let name: String
    }

    init(players: [String], parameters: [String]) { (self.players, self.parameters) = (players, parameters) }

    func node(_ cursor: Cursor) -> GameModel.Node? {
        cursor.record("a node of the game") { record in
            if let payoff = record.value("payoff") { return leaf(payoff, record) }
            if let chance = record.value("chance") {
                let branches =
                    record.required("branches")?.records("branch") { branch($0, isChance: true) } ?? []
                checkSum(branches, record.value("branches") ?? cursor)
                return .chance(label: chance.text(), branches)
            }
            let player = record.required("player").flatMap(self.player)
            let set = record.required("infoset")?.text()
            let actions = record.required("actions")?.records("action") { branch($0, isChance: false) } ?? []
            guard let player, let set else { return nil }
            check(actions.map(\.label), SetName(player: player, name: set), record)
            return .decision(player: player, informationSet: set, actions)
        }
    }

    /// A set has the same actions wherever it stands, and can tell them apart.
    private func check(_ labels: [String], _ set: SetName, _ record: Record) {
        let place = record.value("actions") ?? record.cursor
        if labels.isEmpty { place.fail("'\(set.name)' has no action", hint: "write at least one") }
        if Set(labels).count < labels.count {
            place.fail("'\(set.name)' has an action twice", hint: "give each action a label of its own")
        }
        if let known = actions[set], known != labels {
            place.fail(
                "'\(set.name)' had the actions \(known.joined(separator: ", ")) before",
                hint: "nodes of one information set have the same actions in the same order")
        }
        actions[set] = actions[set] ?? labels
    }

    private func leaf(_ cursor: Cursor, _ record: Record) -> GameModel.Node? {
        let basis = record.basis()
        var payoffs: [String: Arithmetic] = [:]
        if cursor.isList {
            let items = cursor.items()
            guard items.count == players.count else {
                cursor.fail(
                    "\(players.count) payoffs are expected, one per player", hint: "write '{player: payoff}'")
                return nil
            }
            for (player, item) in zip(players, items) {
                payoffs[player] = item.arithmetic(parameters: parameters)
            }
        } else {
            for (name, value) in cursor.entries("payoffs per player") {
                guard let player = player(name) else { continue }
                payoffs[player] = value.arithmetic(parameters: parameters)
            }
            let missing = players.filter { payoffs[$0] == nil }
            if !missing.isEmpty {
                cursor.fail(
                    "the payoff of \(missing.joined(separator: ", ")) is missing",
                    hint: "write 0 if it is nothing")
            }
        }
        return .payoff(payoffs, basis)
    }

    private func player(_ cursor: Cursor) -> String? {
        guard let text = cursor.text("a player") else { return nil }
        if players.contains(text) { return text }
        let near = nearestName(to: text, among: players).map { "did you mean '\($0)'?" }
        cursor.fail(
            "'\(text.prefix(60))' is no player", hint: near ?? "players: \(players.joined(separator: ", "))")
        return nil
    }

    private func branch(_ record: Record, isChance: Bool) -> GameModel.Branch? {
        let label = record.required("label")?.text()
        let probability = isChance ? record.required("prob")?.arithmetic(parameters: parameters) : nil
        let to = record.required("to").flatMap(node)
        guard let label, let to else { return nil }
        return .init(label: label, probability: probability, to: to)
    }

    /// Plain numbers must sum to 1; with parameters the sum is known only when they are.
    private func checkSum(_ branches: [GameModel.Branch], _ cursor: Cursor) {
        let values = branches.map { $0.probability?.value { _ in nil } }
        guard !values.isEmpty, values.allSatisfy({ $0 != nil }) else { return }
        let sum = values.compactMap(\.self).reduce(Rational.zero, +)
        if values.contains(where: { ($0 ?? 0) < 0 }) {
            cursor.fail("a probability is negative", hint: "a probability lies between 0 and 1")
        } else if sum != 1 {
            cursor.fail("the probabilities sum to \(sum), not to 1", hint: "correct them")
        }
    }
}

/// Reads the payoffs of a table: lists in lists, one level per player.
struct TableReader {
    let players: [String]
    let parameters: [String]

    func table(_ strategies: Cursor, _ payoffs: Cursor) -> GameModel.Body? {
        var lists = Array(repeating: [String](), count: players.count)
        for (name, labels) in strategies.entries("the strategies of each player") {
            guard let text = name.text("a player"), let player = players.firstIndex(of: text) else {
                name.fail("this is no player", hint: "players: \(players.joined(separator: ", "))")
                continue
            }
            lists[player] = labels.items().compactMap { $0.text() }
            if Set(lists[player]).count < lists[player].count {
                labels.fail("a strategy stands twice", hint: "give each strategy a label of its own")
            }
        }
        let missing = zip(players, lists).filter { $0.1.isEmpty }.map(\.0)
        guard missing.isEmpty else {
            strategies.fail(
                "\(missing.joined(separator: ", ")) has no strategies",
                hint: "list the strategies of every player")
            return nil
        }
        guard let cells = cells(payoffs, lists[...]) else { return nil }
        return .table(strategies: lists, payoffs: cells)
    }

    private func cells(_ cursor: Cursor, _ rest: ArraySlice<[String]>) -> [[Arithmetic]]? {
        let items = cursor.items()
        guard let first = rest.first else {
            guard items.count == players.count else {
                cursor.fail(
                    "\(players.count) payoffs are expected, one per player", hint: "write '[1, 0]'")
                return nil
            }
            let values = items.compactMap { $0.arithmetic(parameters: parameters) }
            return values.count == items.count ? [values] : nil
        }
        guard items.count == first.count else {
            cursor.fail(
                "\(first.count) entries are expected, one per strategy (\(first.joined(separator: ", ")))",
                hint: "the outer list runs over the first player's strategies")
            return nil
        }
        let inner = items.compactMap { cells($0, rest.dropFirst()) }
        return inner.count == items.count ? inner.flatMap(\.self) : nil
    }
}
