import CaseModel
import Numbers

/// Reads `steps.yaml`: what has to be done after signature, and what it gives and costs.
func readSteps(_ cursor: Cursor, into target: inout Case) {
    target.steps = cursor.records("step") { record in
        let id = record.newID(.step)
        var step = Step(id: id ?? "", place: record.place)
        step.name = record.label("name")
        step.by = record.references("by", .actor)
        step.after = record.references("after", .step)
        step.basis = record.basis()
        step.gives = record.quantities("gives", .actor, inheriting: step.basis)
        step.costs = record.quantities("costs", .actor, inheriting: step.basis)
        step.temptation = record.table("temptation", .actor) { readTemptation($0, step.basis) }
        step.spoilers = record.value("spoilers")?.records("spoiler", readSpoiler) ?? []
        step.when = record.value("when")?.formula(.issues)
        step.takes = record.duration("takes")
        step.within = record.duration("within")
        step.expires = record.date("expires")
        step.note = record.optionalLabel("note")
        return id == nil ? nil : step
    }
}

/// A number, or `{game: guarantee.testing}`.
private func readTemptation(_ cursor: Cursor, _ basis: Basis) -> Held<Step.Temptation>? {
    let isGame = cursor.isMap && cursor.entries().contains { $0.key.scalar == "game" }
    guard isGame else {
        return cursor.heldQuantity(inheriting: basis).map {
            Held(.quantity($0.value), basis: $0.basis, place: $0.place)
        }
    }
    return cursor.record("a temptation") { record in
        let basis = record.basis(inheriting: basis)
        return record.required("game")?.text().map { Held(.game($0), basis: basis, place: record.place) }
    }
}

private func readSpoiler(_ record: Record) -> Step.Spoiler? {
    let (actor, at) = (record.required("actor")?.reference(.actor), record.text("at"))
    let can = record.requiredLabel("can")
    return actor.map { Step.Spoiler(actor: $0, at: at, can: can) }
}

/// Reads `options.yaml`: what a side can do, beyond the bits of a model.
func readOptions(_ cursor: Cursor, into target: inout Case) {
    target.options = cursor.records("option") { record in
        let id = record.newID(.policy)
        var option = PolicyOption(id: id ?? "", place: record.place)
        option.of = record.required("of")?.reference(.actor) ?? ""
        option.name = record.requiredLabel("name")
        option.decides = record.reference("decides", .body, .rule, .actor)
        option.needs = record.references("needs", .policy, .step, .rule, .body)
        option.takes = record.text("takes")
        option.isReversible = record.flag("reversible")
        option.model = record.reference("model", .option)
        option.expires = record.date("expires")
        option.audience = record.word("audience", Audience.self) ?? .public
        option.basis = record.basis()
        option.note = record.optionalLabel("note")
        return id == nil ? nil : option
    }
}
