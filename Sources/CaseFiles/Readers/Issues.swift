import CaseModel
import Numbers

/// Reads `issues.yaml`: what is negotiated, and what cannot be.
func readIssues(_ cursor: Cursor, into target: inout Case) {
    let file: (issues: [Agenda.Issue], rules: [FeasibilityRule])? = cursor.record("issues.yaml") { record in
        (
            record.value("issues")?.records("issue", readIssue) ?? [],
            record.value("infeasible")?.records("rule") { readFeasibility($0, .issues) } ?? []
        )
    }
    target.issues = file?.issues ?? []
    target.infeasible = file?.rules ?? []
}

private func readIssue(_ record: Record) -> Agenda.Issue? {
    let id = record.newID(.issue)
    var issue = Agenda.Issue(id: id ?? "", place: record.place)
    issue.name = record.requiredLabel("name", fallback: id)
    issue.kind = record.word("kind", Agenda.Kind.self) ?? .ordinal
    issue.unit = record.text("unit")
    issue.range = record.value("range")?.interval()
    issue.isNegotiable = record.flag("negotiable") ?? true
    issue.isShared = record.flag("shared") ?? false
    issue.basis = record.basis()
    issue.note = record.optionalLabel("note")
    issue.alternatives =
        record.required("alternatives")?.items().compactMap { readAlternative($0, of: issue) } ?? []
    issue.statusQuo = record.value("statusQuo")?.alternative(of: issue.id)
    issue.now = record.value("now").flatMap { cursor in
        cursor.alternative(of: issue.id).map { Held($0, basis: issue.basis, place: cursor.place) }
    }
    check(issue, record)
    return id == nil ? nil : issue
}

extension Record {
    /// The label, or the id where a circumstance needs no better name.
    fileprivate func requiredLabel(_ key: String, fallback id: String?) -> Label {
        value(key)?.label() ?? Label(en: id?.split(separator: "-").joined(separator: " "))
    }
}

private func readAlternative(_ cursor: Cursor, of issue: Agenda.Issue) -> Agenda.Alternative? {
    if cursor.scalar != nil {
        guard let id = cursor.newID(.alternative, within: issue.id) else { return nil }
        return Agenda.Alternative(
            id: id, name: Label(), at: nil, value: nil, basis: issue.basis, place: cursor.place)
    }
    return cursor.record("an alternative") { record in
        let id = record.newID(.alternative, within: issue.id)
        let name = record.label("name")
        let (at, value) = (record.value("at")?.number(), record.value("value")?.number())
        let basis = record.basis(inheriting: issue.basis)
        _ = record.optionalLabel("note")
        return id.map {
            Agenda.Alternative(id: $0, name: name, at: at, value: value, basis: basis, place: record.place)
        }
    }
}

/// What the kind of an issue demands of its alternatives.
private func check(_ issue: Agenda.Issue, _ record: Record) {
    if issue.alternatives.isEmpty, let cursor = record.value("alternatives"), cursor.isList {
        cursor.fail(
            "an issue needs at least one alternative", hint: "name the ways in which it can be settled")
    }
    let positions = issue.alternatives.compactMap(\.at)
    if !positions.isEmpty, positions.count != issue.alternatives.count {
        record.cursor.fail(
            "some alternatives have 'at' and some have not", hint: "give all of them a place, or none")
    }
    if positions.contains(where: { !Interval.unit.contains($0) }) || positions != positions.sorted() {
        record.cursor.fail("'at' must rise from 0 to 1", hint: "correct the places of the alternatives")
    }
    guard issue.kind == .interval else {
        if issue.alternatives.contains(where: { $0.value != nil }) {
            record.cursor.fail(
                "only an interval issue has values", hint: "write 'kind: interval' and a range")
        }
        return
    }
    guard let range = issue.range, range.width > 0 else {
        record.cursor.fail(
            "an interval issue needs a range", hint: "write 'range: 0..1000000'; a distance is a share of it")
        return
    }
    if issue.alternatives.contains(where: { $0.at != nil }) {
        record.cursor.fail("an interval issue has values, not 'at'", hint: "write '{id: …, value: …}'")
    }
    let values = issue.alternatives.compactMap(\.value)
    if values != values.sorted() {
        record.cursor.fail(
            "the values of an interval issue must rise", hint: "list the alternatives from low to high")
    }
    for alternative in issue.alternatives {
        guard let value = alternative.value else {
            record.cursor.fail(
                "the alternative '\(alternative.id)' needs a value", hint: "write '{id: …, value: …}'")
            continue
        }
        if !range.contains(value) {
            record.cursor.fail(
                "the value of '\(alternative.id)' lies outside the range",
                hint: "widen the range or correct the value")
        }
    }
}

/// A rule of what cannot be, over issues or over options.
func readFeasibility(_ record: Record, _ atoms: FormulaAtoms) -> FeasibilityRule? {
    let id = record.newID(.feasibility)
    let when = record.required("when")?.formula(atoms)
    let because = record.optionalLabel("because")
    let basis = record.basis()
    _ = record.optionalLabel("note")
    guard let id, let when else { return nil }
    return FeasibilityRule(id: id, when: when, because: because, basis: basis, place: record.place)
}
