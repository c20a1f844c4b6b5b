import CaseModel
import Numbers

/// Reads `actors.yaml`.
func readActors(_ cursor: Cursor, into target: inout Case) {
    target.actors = cursor.records("actor") { record in
        let id = record.newID(.actor)
        var actor = Actor(id: id ?? "", place: record.place)
        actor.name = record.requiredLabel("name")
        actor.kind = record.word("kind", Actor.Kind.self) ?? .state
        actor.exists = record.date("exists")
        actor.partOf = record.reference("of", .actor)
        actor.members = record.references("members", .actor)
        actor.capability = record.heldQuantity("capability")
        actor.salience = record.salience()
        actor.aims = record.value("aims")?.records("aim") { readAim($0, of: actor.id) } ?? []
        actor.ideal = record.value("ideal").flatMap(readIdeal)
        actor.basis = record.basis()
        actor.note = record.optionalLabel("note")
        return id == nil ? nil : actor
    }
}

extension Record {
    /// Per source, or `all`.
    fileprivate func salience() -> [String: Held<Quantity>] {
        var result: [String: Held<Quantity>] = [:]
        for (name, cursor) in value("salience")?.entries() ?? [] {
            guard let key = name.scalar == "all" ? "all" : name.reference(.source) else { continue }
            result[key] = cursor.heldQuantity()
        }
        return result
    }
}

private func readAim(_ record: Record, of actor: String) -> Actor.Aim? {
    let id = record.newID(.aim, within: actor)
    let text = record.requiredLabel("text")
    let by = record.required("by")?.reference(.source)
    let audience = record.word("audience", Audience.self) ?? .public
    let basis = record.basis()
    guard let id, let by else { return nil }
    return Actor.Aim(id: id, text: text, by: by, audience: audience, basis: basis, place: record.place)
}

/// A proposal, or an alternative per issue.
private func readIdeal(_ cursor: Cursor) -> Actor.Ideal? {
    guard cursor.isMap else { return cursor.prefixed("p", .proposal).map { .proposal($0) } }
    return .settled(readSettled(cursor))
}

/// `{issue: alternative}`.
func readSettled(_ cursor: Cursor) -> [String: String] {
    var settled: [String: String] = [:]
    for (name, value) in cursor.entries() {
        guard let issue = name.reference(.issue) else { continue }
        settled[issue] = value.alternative(of: issue)
    }
    return settled
}
