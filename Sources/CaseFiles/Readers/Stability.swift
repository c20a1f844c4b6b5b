import CaseModel
import Numbers

/// Reads `models/stability.yaml`: the conflict as options or as a graph.
func readStability(_ cursor: Cursor, into target: inout Case) {
    target.stability = cursor.record("models/stability.yaml") { record in
        var model = StabilityModel(place: record.place)
        for cursor in record.value("states")?.items() ?? [] {
            guard let name = cursor.newStateName(among: model.states) else { continue }
            model.states.append(name)
        }
        model.options = record.value("options")?.items().compactMap { readOption($0, of: nil) } ?? []
        for cursor in record.required("decisionMakers")?.items() ?? [] {
            let maker: (StabilityModel.DecisionMaker, [StabilityModel.Choice])? =
                cursor.record("a decision maker") { readDecisionMaker($0) }
            guard let maker else { continue }
            model.decisionMakers.append(maker.0)
            model.options += maker.1
        }
        model.statusQuoPlace = record.value("statusQuo")?.place
        model.statusQuo =
            record.value("statusQuo")?.oneOrMore.compactMap {
                model.states.isEmpty ? $0.optionOrNone() : $0.state(of: model)
            } ?? []
        model.infeasible = record.value("infeasible")?.records("rule") { readFeasibility($0, .options) } ?? []
        model.preconditions = record.value("preconditions")?.records("precondition", readPrecondition) ?? []
        model.coalesced =
            record.value("coalesce")?.records("class") { $0.required("when")?.formula(.options) } ?? []
        model.misperceived = record.table("misperceived", .decisionMaker) { cursor in
            cursor.oneOrMore.compactMap { $0.formula(.options) }
        }
        model.moves = record.table("moves", .decisionMaker) { cursor in
            cursor.items("pairs of states").compactMap { readMove($0, model) }
        }
        check(model, record)
        return model
    }
    // Numbers of options follow the list, or the order of appearance.
    for (index, option) in (target.stability?.options.filter(\.isModelled) ?? []).enumerated() {
        _ = cursor.context.registry.define(.option, "#\(index + 1)", at: option.place)
    }
}

private func check(_ model: StabilityModel, _ record: Record) {
    if !model.states.isEmpty, !model.options.isEmpty {
        record.cursor.fail(
            "a model has options or states, not both", hint: "use the option form or the graph form")
    }
    if model.options.filter(\.isModelled).count > 60 {
        record.cursor.fail("a model has at most 60 options", hint: "mark the others 'modelled: false'")
    }
}

extension Cursor {
    /// An option, or nothing where `none` says that no option is taken.
    fileprivate func optionOrNone() -> String? { scalar == "none" ? nil : reference(.option) }

    fileprivate func newStateName(among known: [String]) -> String? {
        guard let text = text("the name of a state"), !text.isEmpty else { return nil }
        guard !known.contains(text) else {
            fail("the state '\(text.prefix(60))' stands twice", hint: "give each state a name of its own")
            return nil
        }
        return text
    }

    fileprivate func state(of model: StabilityModel) -> String? {
        guard let text = text("a state") else { return nil }
        if model.states.contains(text) { return text }
        let near = nearestName(to: text, among: model.states).map { "did you mean '\($0)'?" }
        fail(
            "there is no state '\(text.prefix(60))'",
            hint: near ?? "states: \(model.states.joined(separator: ", "))")
        return nil
    }
}

/// A bare id inside a decision maker, or a record.
private func readOption(_ cursor: Cursor, of maker: String?) -> StabilityModel.Choice? {
    if cursor.scalar != nil {
        guard let id = cursor.newID(.option), let maker else {
            if maker == nil { cursor.fail("an option needs 'of'", hint: "write '{id: …, of: …}'") }
            return nil
        }
        return .init(
            id: id, of: maker, name: Label(), direction: .both, isModelled: true, basis: Basis(),
            place: cursor.place)
    }
    return cursor.record("an option") { record in
        let id = record.newID(.option)
        let owner = maker ?? record.required("of")?.reference(.decisionMaker)
        let name = record.label("name")
        let direction = record.word("direction", StabilityModel.Direction.self) ?? .both
        let isModelled = record.flag("modelled") ?? true
        let basis = record.basis()
        _ = record.optionalLabel("note")
        guard let id, let owner else { return nil }
        return .init(
            id: id, of: owner, name: name, direction: direction, isModelled: isModelled, basis: basis,
            place: record.place)
    }
}

private func readDecisionMaker(_ record: Record) -> (StabilityModel.DecisionMaker, [StabilityModel.Choice])? {
    let id = record.newID(.decisionMaker)
    var maker = StabilityModel.DecisionMaker(id: id ?? "", place: record.place)
    maker.name = record.label("name")
    let options = record.value("options")?.items().compactMap { readOption($0, of: maker.id) } ?? []
    let basis = record.basis()
    if let cursor = record.value("preferences") {
        if cursor.scalar == "indifferent" {
            maker.isIndifferent = true
        } else {
            readPreferences(cursor, basis, &maker)
        }
    }
    maker.ranking = record.value("ranking").map(readRanking)
    maker.unknown =
        record.value("unknown")?.items("groups of states").map { $0.oneOrMore.compactMap { $0.text() } } ?? []
    maker.attitudes = record.table("attitudes", .decisionMaker) { $0.word(StabilityModel.Attitude.self) }
    maker.weights = record.table("weights", .option) { $0.heldQuantity(inheriting: basis) }
    _ = record.optionalLabel("note")
    return id == nil ? nil : (maker, options)
}

/// Plain statements take the slots 10, 20, 30 …; a record names its own.
private func readPreferences(_ cursor: Cursor, _ basis: Basis, _ maker: inout StabilityModel.DecisionMaker) {
    for (index, item) in cursor.items("a list of preferences").enumerated() {
        var slot = (index + 1) * 10
        var own = basis
        var preference: StabilityModel.Preference?
        if item.isMap {
            let _: Bool? = item.record("a preference") { record in
                slot = record.integer("slot", 1...1_000_000) ?? slot
                own = record.basis(inheriting: basis)
                preference = record.required("prefer").flatMap { record.preference($0) }
                _ = record.optionalLabel("note")
                return true
            }
        } else {
            preference = item.formula(.options).map { .init($0) }
        }
        guard let preference else { continue }
        if maker.preferences[slot] != nil {
            item.fail(
                "slot \(slot) is taken", hint: "give each preference of a decision maker a slot of its own")
        }
        maker.preferences[slot] = Held(preference, basis: own, place: item.place)
    }
}

extension Record {
    /// A statement with what is known of it, for a decision maker and for a setting alike.
    func preference(_ head: Cursor) -> StabilityModel.Preference? {
        let (isKnown, isStrong) = (flag("known") ?? true, flag("strong") ?? false)
        return head.formula(.options).map { .init($0, isKnown: isKnown, isStrong: isStrong) }
    }
}

/// States or groups of states; `>>` stands where strongly preferred ones end.
private func readRanking(_ cursor: Cursor) -> StabilityModel.Ranking {
    var ranking = StabilityModel.Ranking(groups: [], place: cursor.place)
    for item in cursor.items("states, the best first") {
        if item.scalar == ">>" {
            ranking.strongBreaks.append(ranking.groups.count)
        } else {
            ranking.groups.append(item.oneOrMore.compactMap { $0.text() })
        }
    }
    return ranking
}

private func readPrecondition(_ record: Record) -> StabilityModel.Precondition? {
    let (take, drop) = (record.value("take"), record.value("drop"))
    let when = record.required("when")?.formula(.options)
    let (because, basis) = (record.optionalLabel("because"), record.basis())
    guard (take == nil) != (drop == nil), let option = (take ?? drop)?.reference(.option), let when else {
        if (take == nil) == (drop == nil) {
            record.cursor.fail(
                "a precondition is of taking or of dropping an option", hint: "write 'take: …' or 'drop: …'")
        }
        return nil
    }
    return .init(
        option: option, taking: take != nil, when: when, because: because, basis: basis, place: record.place)
}

private func readMove(_ cursor: Cursor, _ model: StabilityModel) -> StabilityModel.Move? {
    let ends = cursor.items("a pair of states").compactMap { $0.state(of: model) }
    guard ends.count == 2 else {
        cursor.fail("a move is a pair of states", hint: "write '[from, to]'")
        return nil
    }
    return .init(from: ends[0], to: ends[1])
}
