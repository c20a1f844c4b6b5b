import CaseModel
import Numbers

/// Reads what a draft says about one issue, in any of the seven states.
func readTerm(_ cursor: Cursor, on issue: String, inheriting basis: Basis) -> Term? {
    if cursor.scalar != nil {
        return readSimple(cursor, on: issue).map {
            Term(issue: issue, content: $0, basis: basis, place: cursor.place)
        }
    }
    return cursor.record("a term") { record in
        let via = record.chain()
        let own = record.basis(inheriting: basis)
        let note = record.optionalLabel("note")
        return record.termContent(on: issue).map {
            Term(issue: issue, content: $0, via: via, basis: own, place: cursor.place, note: note)
        }
    }
}

/// The content of a term alone, as a statement's value has it.
func readTermContent(_ cursor: Cursor, on issue: String) -> Term.Content? {
    if cursor.scalar != nil { return readSimple(cursor, on: issue) }
    return cursor.record("a term") { $0.termContent(on: issue) }
}

private func readSimple(_ cursor: Cursor, on issue: String) -> Term.Content? {
    switch cursor.scalar {
    case "silent": .silent
    case "unreported": .unreported
    default: readChoice(cursor, on: issue).map { .stated($0) }
    }
}

/// An alternative, or a number on the scale of an interval issue.
private func readChoice(_ cursor: Cursor, on issue: String) -> Term.Choice? {
    let looksLikeNumber =
        cursor.isMap
        || (cursor.scalar?.unicodeScalars.first.map { "-0123456789".unicodeScalars.contains($0) } ?? false)
    if looksLikeNumber { return cursor.quantity().map { .number($0) } }
    return cursor.alternative(of: issue).map { .alternative($0) }
}

extension Record {
    /// Who says so; the last is the source. Voices that the case does not know are only warned of.
    func chain() -> [String] {
        let links = value("via")?.oneOrMore ?? []
        return links.enumerated().compactMap { index, cursor in
            guard let id = cursor.id() else { return nil }
            let isLast = index == links.count - 1
            context.registry.refer(
                isLast ? [.source] : [.actor, .source], id, at: cursor.place, isLoose: !isLast)
            return id
        }
    }

    fileprivate func termContent(on issue: String) -> Term.Content? {
        let forms = [
            ("value", value("value")), ("not", value("not")), ("ambiguous", value("ambiguous")),
            ("contested", value("contested")),
        ]
        let present = forms.compactMap { name, cursor in cursor.map { (name, $0) } }
        guard present.count == 1, let (form, cursor) = present.first else {
            cursor.fail(
                "a term is exactly one of value, not, ambiguous, contested",
                hint: "write an alternative, 'silent', or for instance {ambiguous: [first, second]}")
            return nil
        }
        switch form {
        case "not":
            if cursor.isList, cursor.items().isEmpty {
                cursor.fail("nothing is excluded", hint: "name the alternatives that are")
            }
            return .denied(cursor.oneOrMore.compactMap { $0.alternative(of: issue) })
        case "ambiguous":
            if cursor.scalar == "any" { return .ambiguous([]) }
            if cursor.isList, cursor.items().count < 2 {
                cursor.fail("an ambiguous term has two readings at least", hint: "name them, or write 'any'")
            }
            return .ambiguous(
                cursor.items("'any' or a list of readings").compactMap { readChoice($0, on: issue) })
        case "contested":
            if cursor.isMap, cursor.entries().count < 2 {
                cursor.fail(
                    "a contested term has two wordings at least", hint: "write '{actor: alternative, …}'")
            }
            return .contested(readBids(cursor, on: issue))
        default: return conditional(cursor, on: issue)
        }
    }

    private func conditional(_ cursor: Cursor, on issue: String) -> Term.Content? {
        let when = formula("if", .issues)
        let until = date("until")
        let otherwise = value("else").flatMap { readChoice($0, on: issue) }
        if let when, when.issues.contains(issue) {
            value("if")?.fail(
                "the term depends on its own issue '\(issue)'", hint: "a condition speaks of other issues")
        }
        guard let choice = readChoice(cursor, on: issue) else { return nil }
        guard when != nil || until != nil || otherwise != nil || has("if") else { return .stated(choice) }
        return .conditional(choice, when: when, until: until, otherwise: otherwise)
    }
}

private func readBids(_ cursor: Cursor, on issue: String) -> [Term.Bid] {
    cursor.entries("who wants which").compactMap { name, value in
        guard let actor = name.reference(.actor), let choice = readChoice(value, on: issue) else {
            return nil
        }
        return Term.Bid(actor: actor, choice: choice)
    }
}
