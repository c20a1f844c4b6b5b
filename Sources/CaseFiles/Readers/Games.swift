import CaseModel
import Numbers

/// Reads one file of `models/games/`: a tree or table with named parameters, or a template with its values.
func readGame(_ cursor: Cursor, into target: inout Case) {
    let game: GameModel? = cursor.record("a game", readGame)
    guard let game else { return }
    target.games.append(game)
    checkFileName(cursor, game.id)
}

private func readGame(_ record: Record) -> GameModel? {
    let id = record.newID(.game)
    if let id, ["packages", "forecast"].contains(id) {
        record.value("id")?.fail(
            "'\(id)' is the name of another model", hint: "parameters are named after it: choose another")
    }
    let players = readPlayers(record)
    let parameters = record.parameters(id ?? "") + record.parameters(id ?? "", key: "values")
    for name in Set(parameters.map(\.name)).sorted() where parameters.count(where: { $0.name == name }) > 1 {
        record.cursor.fail(
            "'\(name)' stands under 'parameters' and under 'values'", hint: "give it one number in one place")
    }
    let givens = record.value("given")?.entries().compactMap { readGiven($0, parameters.map(\.name)) } ?? []
    let names =
        parameters.map(\.name) + givens.flatMap { $0.alternatives.flatMap { $0.values.keys.sorted() } }
    let body = readBody(record, players: players, names: names)
    if case .template(let template) = body { check(parameters, of: template, record) }
    guard let id, let body else { return nil }
    var game = GameModel(id: id, body: body, place: record.place)
    (game.players, game.parameters, game.givens) = (players, parameters, givens)
    (game.name, game.basis) = (record.optionalLabel("name"), record.basis())
    for (name, question) in record.value("ask")?.entries() ?? [] {
        guard let name = name.text("a name") else { continue }
        game.asks[name] = question.text()
    }
    for (word, label) in record.value("names")?.entries() ?? [] {
        guard let word = word.text("a word of the game") else { continue }
        game.names[word] = label.label()
    }
    game.when = record.table("when", .clause) { $0.word(Guarantee.ClauseState.self) }
    game.pulls = record.value("terms")?.items().compactMap { readPull($0, game) } ?? []
    game.signals = record.value("signals").flatMap { readSignals($0, game) }
    _ = record.optionalLabel("note")
    return game
}

/// `{lever: pi, issue: monitoring, at: {none: 0, us-remote: 0.5}, basis: own}`
private func readPull(_ cursor: Cursor, _ game: GameModel) -> GameModel.Pull? {
    cursor.record("a lever and what pulls it") { record in
        let (lever, issue) = (record.required("lever"), record.reference("issue", .issue))
        var at: [String: Rational] = [:]
        for (key, value) in record.required("at")?.entries("alternatives, each with a number from 0 to 1")
            ?? []
        {
            guard let issue, let alternative = key.alternative(of: issue), let share = value.number() else {
                continue
            }
            if share < 0 || share > 1 {
                value.fail("a lever is pulled from 0 to 1", hint: "0 is nothing, 1 all that it allows")
            }
            at[alternative] = share
        }
        let basis = record.basis()
        guard let name = lever?.text(), let issue else { return nil }
        if !game.parameters.contains(where: { $0.name == name }) {
            lever?.fail(
                "'\(name)' is no parameter of this game",
                hint: "parameters: \(game.parameters.map(\.name).joined(separator: ", "))")
        }
        return .init(lever: name, issue: issue, at: at, basis: basis, place: record.place)
    }
}

/// `{parameter: belief-ru, given: {view: private}, turns: yields, events: […]}`
private func readSignals(_ cursor: Cursor, _ game: GameModel) -> GameModel.Signals? {
    cursor.record("signals") { record in
        let (parameter, turns) = (record.required("parameter"), record.required("turns"))
        var given: [String: String] = [:]
        for (key, value) in record.value("given")?.entries() ?? [] {
            guard let name = key.id(), let choice = value.id(allowingReserved: true) else { continue }
            let circumstance = game.givens.first { $0.id == name }
            if circumstance == nil {
                key.fail(
                    "nothing called '\(name)' is given in this game",
                    hint: "given: \(game.givens.map(\.id).joined(separator: ", "))")
            } else if circumstance?.alternatives.contains(where: { $0.id == choice }) != true {
                value.fail(
                    "'\(choice)' is no alternative of '\(name)'",
                    hint: "alternatives: \(circumstance!.alternatives.map(\.id).joined(separator: ", "))")
            }
            given[name] = choice
        }
        let events = record.value("events")?.records("event", readSignal) ?? []
        guard let name = parameter?.text(), let question = turns?.text() else { return nil }
        if !game.parameters.contains(where: { $0.name == name }) {
            parameter?.fail(
                "'\(name)' is no parameter of this game",
                hint: "parameters: \(game.parameters.map(\.name).joined(separator: ", "))")
        }
        if let asked = game.asks[question], ["payoff ", "belief "].contains(where: asked.hasPrefix) {
            turns?.fail(
                "'\(asked)' asks for no action", hint: "name a question such as 'SET.ACTION' or 'reach SET'")
        }
        if game.asks[question] == nil {
            turns?.fail(
                "'\(question)' is not asked of this game",
                hint: "names under 'ask': \(game.asks.keys.sorted().joined(separator: ", "))")
        }
        return .init(parameter: name, given: given, turns: question, events: events)
    }
}

private func readSignal(_ record: Record) -> GameModel.Signal? {
    let (event, ratio) = (record.reference("event", .event), record.required("ratio"))
    let basis = record.basis()
    guard let event, let cursor = ratio, let quantity = cursor.quantity() else { return nil }
    if quantity.range.low <= 0 {
        cursor.fail("a ratio of likelihoods is above 0", hint: "1 tells nothing, 2 makes it twice as likely")
    }
    return .init(event: event, ratio: quantity, basis: basis, place: record.place)
}

private func readPlayers(_ record: Record) -> [String] {
    var players: [String] = []
    for cursor in record.value("players")?.items() ?? [] {
        guard let player = cursor.id() else { continue }
        if players.contains(player) {
            cursor.fail("there are two players '\(player)'", hint: "give each player a name of its own")
        } else {
            players.append(player)
        }
    }
    return players
}

private func readBody(_ record: Record, players: [String], names: [String]) -> GameModel.Body? {
    let (tree, template) = (record.value("tree"), record.value("template"))
    let (strategies, payoffs) = (record.value("strategies"), record.value("payoffs"))
    let forms = [tree, template, strategies].compactMap(\.self)
    guard forms.count == 1 else {
        record.cursor.fail(
            "a game has either a tree, a table or a template",
            hint: "write 'tree: …', 'strategies: …' with 'payoffs: …', or 'template: G7'")
        return nil
    }
    if let template { return template.text("a template").flatMap { readTemplate($0, template) } }
    if players.isEmpty { record.cursor.fail("the game has no players", hint: "write 'players: [a, b]'") }
    if let tree {
        return TreeReader(players: players, parameters: names).node(tree).map { .tree($0) }
    }
    guard let strategies, let payoffs = payoffs ?? record.required("payoffs") else { return nil }
    return TableReader(players: players, parameters: names).table(strategies, payoffs)
}

private func readTemplate(_ text: String, _ cursor: Cursor) -> GameModel.Body? {
    if let template = GuaranteeModel(rawValue: text) { return .template(template) }
    let known = GuaranteeModel.allCases.map(\.rawValue).joined(separator: ", ")
    cursor.fail("there is no template '\(text.prefix(60))'", hint: "templates: \(known)")
    return nil
}

/// A template needs its parameters and knows no others.
private func check(_ parameters: [Parameter], of template: GuaranteeModel, _ record: Record) {
    let names = parameters.map(\.name)
    let missing = template.parameters.filter { !names.contains($0) }
    if !missing.isEmpty {
        record.cursor.fail(
            "template \(template.rawValue) lacks \(missing.joined(separator: ", "))",
            hint: "it needs \(template.parameters.joined(separator: ", "))")
    }
    for parameter in parameters {
        let place = record.value("values") ?? record.value("parameters") ?? record.cursor
        if !template.parameters.contains(parameter.name) {
            place.fail(
                "template \(template.rawValue) has no parameter '\(parameter.name)'",
                hint: "it has \(template.parameters.joined(separator: ", "))")
        } else if let most = template.counts[parameter.name],
            !(1...most).contains(parameter.held.value.point?.exactInt ?? 0)
        {
            place.fail("'\(parameter.name)' counts something", hint: "write a whole number from 1 to \(most)")
        }
    }
}

/// `form: {none: {keep: 0}, vague: {keep: keep-vague}}`
private func readGiven(_ entry: (key: Cursor, value: Cursor), _ parameters: [String]) -> GameModel.Given? {
    guard let id = entry.key.id() else { return nil }
    let alternatives = entry.value.entries("alternatives with the values they give").compactMap {
        name, values -> GameModel.Alternative? in
        guard let name = name.id(allowingReserved: true) else { return nil }
        var alternative = GameModel.Alternative(id: name, values: [:])
        for (key, value) in values.entries("values by name") {
            guard let key = key.id() else { continue }
            alternative.values[key] = value.arithmetic(parameters: parameters)
        }
        return alternative
    }
    let keys = Set(alternatives.map { $0.values.keys.sorted() })
    if keys.count > 1 {
        entry.value.fail(
            "the alternatives of '\(id)' do not give the same names a value",
            hint: "every alternative gives each of them one")
    }
    if alternatives.isEmpty { entry.value.fail("'\(id)' has no alternative", hint: "write two or more") }
    return .init(id: id, alternatives: alternatives)
}
