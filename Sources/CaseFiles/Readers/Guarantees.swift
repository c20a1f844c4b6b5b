import CaseModel

/// Reads `guarantees.yaml`: the checklist of clauses, and the promises read against it.
func readGuarantees(_ cursor: Cursor, into target: inout Case) {
    let file: ([Guarantee.Clause], [Guarantee])? = cursor.record("guarantees.yaml") { record in
        (
            record.value("clauses")?.records("clause", readClause) ?? [],
            record.value("guarantees")?.records("guarantee", readGuarantee) ?? []
        )
    }
    (target.clauses, target.guarantees) = file ?? ([], [])
}

private func readClause(_ record: Record) -> Guarantee.Clause? {
    let id = record.newID(.clause)
    let (name, lever, basis) = (record.requiredLabel("name"), record.text("lever"), record.basis())
    let axis = record.word("axis", Guarantee.Axis.self)
    // What the challenger gains is none: a clause that raised it would make the promise weaker.
    let levers = GuaranteeModel.clauses.parameters.filter { $0 != "g" }
    if let lever, !levers.contains(lever) {
        record.value("lever")?.fail(
            "'\(lever)' is no lever of the design by clause",
            hint: "levers: \(levers.joined(separator: ", "))")
    }
    _ = record.optionalLabel("note")
    return id.map {
        Guarantee.Clause(id: $0, name: name, lever: lever, axis: axis, basis: basis, place: record.place)
    }
}

private func readGuarantee(_ record: Record) -> Guarantee? {
    let id = record.newID(.guarantee)
    var guarantee = Guarantee(id: id ?? "", place: record.place)
    guarantee.name = record.label("name")
    guarantee.proposal = record.prefixed("in", "p", .proposal)
    guarantee.guarantor = record.slot("guarantor", naming: .actor)
    guarantee.beneficiary = record.references("beneficiary", .actor)
    guarantee.trigger = record.slot("trigger")
    guarantee.response = record.slot("response")
    guarantee.legal = record.slot("legal")
    guarantee.price = record.slot("price")
    guarantee.expiry = record.slot("expiry")
    guarantee.exit = record.slot("exit")
    guarantee.clauses = record.table("clauses", .clause) { $0.clauseState() }
    guarantee.basis = record.basis()
    guarantee.tested = record.value("tested").flatMap(readTest)
    guarantee.note = record.optionalLabel("note")
    return id == nil ? nil : guarantee
}

extension Record {
    /// A slot of a promise: names, a word of the text, or one of the states.
    fileprivate func slot(_ key: String, naming kind: Kind? = nil) -> Guarantee.Slot {
        guard let cursor = value(key) else { return .unreported }
        func name(_ cursor: Cursor) -> String? {
            kind.map { cursor.reference($0) } ?? cursor.id(allowingReserved: true)
        }
        if cursor.isMap {
            return cursor.record("a slot") { record in
                guard let readings = record.required("ambiguous") else { return nil }
                if readings.scalar == "any" { return .ambiguous([]) }
                return .ambiguous(
                    readings.items().compactMap { $0.scalar == "unnamed" ? "unnamed" : name($0) })
            } ?? .unreported
        }
        switch cursor.scalar {
        case "unnamed": return .unnamed
        case "silent": return .silent
        case "unreported": return .unreported
        case "stated": return .stated
        case "denied": return .denied
        case "conditional": return .conditional
        default: return .named(cursor.oneOrMore.compactMap(name))
        }
    }
}

extension Cursor {
    fileprivate func clauseState() -> Guarantee.ClauseState? {
        guard isMap else { return word(Guarantee.ClauseState.self) }
        return record("the state of a clause") { record in
            record.required("ambiguous")?.text() == nil ? nil : .ambiguous
        }
    }
}

private func readTest(_ cursor: Cursor) -> Guarantee.Test? {
    cursor.record("a test of a promise") { record in
        let (on, kept) = (record.required("on")?.date(), record.required("kept")?.flag())
        let (by, basis) = (record.reference("by", .source), record.basis())
        guard let on, let kept else { return nil }
        return Guarantee.Test(on: on, wasKept: kept, by: by, basis: basis)
    }
}
