import CaseModel
import Numbers

/// Reads `models/packages.yaml`: what every party would give for every issue.
func readPackages(_ cursor: Cursor, into target: inout Case) {
    target.packages = cursor.record("models/packages.yaml") { record in
        var model = PackagesModel(place: record.place)
        model.issues = record.references("issues", .issue)
        model.scale = record.word("scale", PackagesModel.Scale.self) ?? .unit
        model.parameters = record.parameters("packages")
        let names = model.parameters.map(\.name)
        model.parties =
            record.required("parties")?.records("party") { readParty($0, parameters: names) } ?? []
        model.discount = record.quantities("discount", .party)
        model.baselines = record.value("baselines")?.records("baseline", readBaseline) ?? []
        return model
    }
}

extension Record {
    /// Named numbers of a model; their full name is `model.name`.
    func parameters(_ model: String, key: String = "parameters") -> [Parameter] {
        (value(key)?.entries("parameters with their numbers") ?? []).compactMap { name, cursor in
            guard let id = name.id() else { return nil }
            _ = context.registry.define(.parameter, "\(model).\(id)", at: name.place)
            guard cursor.isMap else { return cursor.heldQuantity().map { Parameter(name: id, held: $0) } }
            return cursor.record("a parameter") { record in
                let (label, from) = (record.optionalLabel("name"), record.reference("from", .guarantee))
                return record.heldQuantity(inheriting: Basis()).map {
                    var parameter = Parameter(name: id, held: $0, from: from)
                    parameter.label = label
                    return parameter
                }
            }
        }
    }
}

private func readParty(_ record: Record, parameters: [String]) -> PackagesModel.Party? {
    let id = record.newID(.party)
    var party = PackagesModel.Party(id: id ?? "", place: record.place)
    party.basis = record.basis()
    party.weights = record.quantities("weights", .issue, inheriting: party.basis)
    for (issue, weight) in party.weights where weight.value.range.low <= 0 {
        record.value("weights")?.fail(
            "the weight of '\(issue)' is not above zero", hint: "leave the issue out instead")
    }
    for (name, cursor) in record.value("values")?.entries() ?? [] {
        guard let issue = name.reference(.issue), let curve = readCurve(cursor, of: issue) else { continue }
        party.curves[issue] = Held(curve, basis: party.basis, place: cursor.place)
    }
    party.reservation = record.value("reservation").flatMap(readReservation).map {
        Held($0.value, basis: $0.basis.kind == .uncited ? party.basis : $0.basis, place: $0.place)
    }
    party.multiply = record.table("multiply", .issue) { cursor in
        guard let name = cursor.id() else { return nil }
        if !parameters.contains(name) {
            cursor.fail("'\(name)' is no parameter of this model", hint: "define it under 'parameters'")
        }
        return name
    }
    party.red = record.formulas("red", party.basis)
    party.before = record.formulas("before", party.basis)
    party.terms = record.value("terms")?.records("bonus", readBonus) ?? []
    party.reference = record.references(of: party)
    party.audience = record.word("audience", Audience.self) ?? .public
    _ = record.optionalLabel("note")
    return id == nil ? nil : party
}

extension Record {
    fileprivate func formulas(_ key: String, _ basis: Basis) -> [Held<Formula>] {
        value(key)?.oneOrMore.compactMap { cursor in
            cursor.formula(.issues).map { Held($0, basis: basis, place: cursor.place) }
        } ?? []
    }

    /// `{issue: {at: alternative, factor: 2}}`: losses below the reference weigh more.
    fileprivate func references(of party: PackagesModel.Party) -> [String: Held<PackagesModel.Reference>] {
        var result: [String: Held<PackagesModel.Reference>] = [:]
        for (name, cursor) in value("reference")?.entries() ?? [] {
            guard let issue = name.reference(.issue) else { continue }
            result[issue] = cursor.record("a reference") { record in
                let (at, factor) = (
                    record.required("at")?.alternative(of: issue), record.required("factor")?.quantity()
                )
                guard let at, let factor else { return nil }
                return Held(
                    .init(at: at, factor: factor), basis: record.basis(inheriting: party.basis),
                    place: record.place)
            }
        }
        return result
    }
}

/// `falling`, `rising`, `{step: alternative}`, or a table.
private func readCurve(_ cursor: Cursor, of issue: String) -> PackagesModel.Curve? {
    switch cursor.scalar {
    case "falling": return .falling
    case "rising": return .rising
    case .some(let word):
        cursor.fail(
            "'\(word)' is no value curve", hint: "write falling, rising, {step: …} or a table of alternatives"
        )
        return nil
    case nil: break
    }
    let entries = cursor.entries("values of alternatives")
    if entries.count == 1, entries[0].key.scalar == "step" {
        return entries[0].value.alternative(of: issue).map { .step($0) }
    }
    var table: [String: Quantity] = [:]
    for (name, value) in entries {
        guard let alternative = name.alternative(of: issue) else { continue }
        table[alternative] = value.quantity()
    }
    return .table(table)
}

/// A utility, or `{package: {issue: alternative, …}}`.
func readReservation(_ cursor: Cursor) -> Held<PackagesModel.Reservation>? {
    let isPackage = cursor.isMap && cursor.entries().contains { $0.key.scalar == "package" }
    guard isPackage else {
        return cursor.heldQuantity().map { Held(.utility($0.value), basis: $0.basis, place: $0.place) }
    }
    return cursor.record("a reservation") { record in
        let basis = record.basis()
        return record.required("package").map {
            Held(.package(readSettled($0)), basis: basis, place: record.place)
        }
    }
}

/// `{id: line-frozen, name: …, package: {issue: alternative}}`, or `own: true` for each party's own reservation.
private func readBaseline(_ record: Record) -> PackagesModel.Baseline? {
    let id = record.newID(.baseline)
    var baseline = PackagesModel.Baseline(id: id ?? "", place: record.place)
    baseline.name = record.label("name")
    let isOwn = record.flag("own") ?? false
    baseline.package = record.value("package").map(readSettled)
    if isOwn == (baseline.package != nil) {
        record.cursor.fail(
            "a baseline is either a package or each party's own",
            hint: "write 'package: {issue: alternative, …}' or 'own: true'")
    }
    baseline.basis = record.basis()
    baseline.note = record.optionalLabel("note")
    return id == nil ? nil : baseline
}

private func readBonus(_ record: Record) -> PackagesModel.Bonus? {
    let (when, add) = (record.required("when")?.formula(.issues), record.required("add")?.quantity())
    guard let when, let add else { return nil }
    return .init(when: when, add: add, place: record.place)
}
