import CaseModel
import Numbers

/// Reads one file of `models/games/`: a tree with named parameters, or a template with its values.
func readGame(_ cursor: Cursor, into target: inout Case) {
    let game: GameModel? = cursor.record("a game") { record in
        let id = record.newID(.game)
        let players = record.value("players")?.items().compactMap { $0.id() } ?? []
        let parameters = record.parameters(id ?? "")
        let names = parameters.map(\.name)
        let (tree, template) = (record.value("tree"), record.text("template"))
        let values = record.value("values").map(readValues) ?? [:]
        var asks: [String: String] = [:]
        for (name, question) in record.value("ask")?.entries() ?? [] {
            guard let name = name.id() else { continue }
            asks[name] = question.text()
        }
        _ = (record.optionalLabel("name"), record.optionalLabel("note"), record.basis())
        let reader = TreeReader(players: players, parameters: names)
        let body: GameModel.Body? =
            switch (tree, template) {
            case (let tree?, nil): reader.node(tree).map { .tree($0) }
            case (nil, let template?): .template(template, values)
            default: nil
            }
        if let id, ["packages", "forecast"].contains(id) {
            record.value("id")?.fail(
                "'\(id)' is the name of another model", hint: "parameters are named after it: choose another")
        }
        if (tree == nil) == (template == nil) {
            cursor.fail("a game has either a tree or a template", hint: "write 'tree: …' or 'template: G7'")
        }
        guard let id, let body else { return nil }
        var game = GameModel(id: id, body: body, place: record.place)
        (game.players, game.parameters, game.asks) = (players, parameters, asks)
        return game
    }
    if let game {
        target.games.append(game)
        checkFileName(cursor, game.id)
    }
}

private func readValues(_ cursor: Cursor) -> [String: Quantity] {
    var values: [String: Quantity] = [:]
    for (name, value) in cursor.entries() {
        guard let name = name.text("the name of a value") else { continue }
        values[name] = value.quantity()
    }
    return values
}

/// Reads the nodes of a game tree.
private struct TreeReader {
    let players: [String]
    let parameters: [String]

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
            return .decision(player: player, informationSet: set, actions)
        }
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

/// Reads `models/forecast.yaml`: position, salience and capability per actor.
func readForecast(_ cursor: Cursor, into target: inout Case) {
    target.forecast = cursor.record("models/forecast.yaml") { record in
        var model = ForecastModel(place: record.place)
        model.parameters = record.parameters("forecast")
        model.axes = (record.value("axis")?.oneOrMore ?? []).compactMap { $0.record("an axis", readAxis) }
        model.actors = record.required("actors")?.records("actor of the forecast", readEntry) ?? []
        return model
    }
}

private func readAxis(_ record: Record) -> ForecastModel.Axis? {
    let id = record.required("id")?.id()
    let (from, to) = (record.value("from")?.number() ?? 0, record.value("to")?.number() ?? 100)
    if from >= to { record.cursor.fail("the axis ends before it begins", hint: "write 'from: 0, to: 100'") }
    return id.map { .init(id: $0, from: from, to: to) }
}

private func readEntry(_ record: Record) -> ForecastModel.Entry? {
    let actor = record.required("actor")?.reference(.actor)
    let (on, basis) = (record.value("on")?.id(), record.basis())
    let position = record.heldQuantity("position", inheriting: basis)
    let salience = record.heldQuantity("salience", inheriting: basis)
    let capability = record.heldQuantity("capability", inheriting: basis)
    if let salience, !Interval.unit.contains(salience.value.range) {
        record.value("salience")?.fail("a salience lies between 0 and 1", hint: "write 0.5")
    }
    if let capability, capability.value.range.low < 0 {
        record.value("capability")?.fail("a capability is not negative", hint: "write 0 or more")
    }
    guard let actor else { return nil }
    var entry = ForecastModel.Entry(actor: actor, on: on, place: record.place)
    (entry.position, entry.salience, entry.capability) = (position, salience, capability)
    return entry
}
