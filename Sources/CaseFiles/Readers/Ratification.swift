import CaseModel
import Numbers

/// Reads `ratification.yaml`: bodies, rules, and the order of the stages.
func readRatification(_ cursor: Cursor, into target: inout Case) {
    let file: Ratification? = cursor.record("ratification.yaml") { record in
        var ratification = Ratification()
        ratification.bodies = record.value("bodies")?.records("body", readBody) ?? []
        ratification.rules = record.value("rules")?.records("rule", readRule) ?? []
        ratification.sequence =
            record.value("sequence")?.items().compactMap { cursor in
                cursor.reference(.rule, .body).map { Held($0, basis: Basis(), place: cursor.place) }
            } ?? []
        return ratification
    }
    target.ratification = file ?? Ratification()
}

private func readBody(_ record: Record) -> Ratification.Body? {
    let id = record.newID(.body)
    var body = Ratification.Body(id: id ?? "", place: record.place)
    body.name = record.requiredLabel("name")
    body.actor = record.reference("actor", .actor)
    if let cursor = record.value("members") {
        if cursor.isList {
            body.members = cursor.items().compactMap(readMember)
        } else {
            body.size = cursor.integer(1...1_000_000)
        }
    }
    body.basis = record.basis()
    body.note = record.optionalLabel("note")
    return id == nil ? nil : body
}

/// An id with weight 1, or `{id: de, weight: 29}`.
private func readMember(_ cursor: Cursor) -> Ratification.Member? {
    if cursor.scalar != nil { return cursor.id().map { Ratification.Member(id: $0, weight: 1) } }
    return cursor.record("a member") { record in
        let (id, weight) = (record.required("id")?.id(), record.required("weight")?.number())
        guard let id, let weight else { return nil }
        return Ratification.Member(id: id, weight: weight)
    }
}

private func readRule(_ record: Record) -> Ratification.Rule? {
    let id = record.newID(.rule)
    var rule = Ratification.Rule(id: id ?? "", place: record.place)
    rule.name = record.label("name")
    rule.applies = record.formula("applies", .issues)
    rule.needs = record.value("needs").flatMap { readRequirement($0) }
    rule.passes = record.heldQuantity("passes")
    rule.blocked = record.formula("blocked", .issues)
    rule.within = record.text("within")
    rule.conflictsWith = record.references("conflictsWith", .rule)
    rule.optOut = record.references("optOut", .actor)
    rule.basis = record.basis()
    rule.note = record.optionalLabel("note")
    if let passes = rule.passes { check(passes.value, record.value("passes") ?? record.cursor) }
    return id == nil ? nil : rule
}

private func check(_ chance: Quantity, _ cursor: Cursor) {
    if !Interval.unit.contains(chance.range) {
        cursor.fail("a chance lies between 0 and 1", hint: "write 0.3 for 30 percent")
    }
}

/// A tree of majorities.
private func readRequirement(_ cursor: Cursor) -> Ratification.Requirement? {
    cursor.record("a majority") { record in
        let kinds = ["all", "any", "share", "atLeast", "weight", "veto", "referendum"]
        let present = kinds.filter { record.has($0) }
        guard present.count == 1, let kind = present.first, let value = record.value(kind) else {
            record.allow("of", "base")
            cursor.fail(
                "a majority is exactly one of \(kinds.joined(separator: ", "))",
                hint: "for instance {share: 2/3, of: senate}")
            return nil
        }
        switch kind {
        case "all": return .all(value.items().compactMap { readRequirement($0) })
        case "any": return .any(value.items().compactMap { readRequirement($0) })
        case "veto": return value.reference(.actor, .body).map { .veto($0) }
        case "referendum": return readReferendum(value)
        default: return record.majority(kind, value)
        }
    }
}

extension Record {
    fileprivate func majority(_ kind: String, _ cursor: Cursor) -> Ratification.Requirement? {
        let body = required("of")?.reference(.body)
        let ofPresent = word("base", MajorityBase.self) == .present
        guard let body, let number = cursor.number() else { return nil }
        switch kind {
        case "share":
            guard Interval.unit.contains(number) else {
                cursor.fail("a share lies between 0 and 1", hint: "write 2/3")
                return nil
            }
            return .share(number, of: body, ofPresent: ofPresent)
        case "atLeast":
            guard let count = number.exactInt, count >= 0 else {
                cursor.fail("'atLeast' counts members", hint: "write a whole number")
                return nil
            }
            return .atLeast(count, of: body)
        default: return .weight(number, of: body)
        }
    }
}

private enum MajorityBase: String, CaseIterable { case present, members }

private func readReferendum(_ cursor: Cursor) -> Ratification.Requirement? {
    cursor.record("a referendum") { record in
        let (body, passes) = (record.required("of")?.reference(.body), record.quantity("passes"))
        if let passes, let place = record.value("passes") { check(passes, place) }
        return body.map { .referendum(of: $0, passes: passes) }
    }
}
