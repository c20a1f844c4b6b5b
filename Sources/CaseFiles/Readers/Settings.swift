import CaseModel
import Numbers

extension Record {
    /// What a premise or a scenario sets.
    func settings(_ key: String) -> [Setting] {
        value(key)?.items("a list of settings").compactMap { cursor in
            cursor.record("a setting") { $0.setting() }
        } ?? []
    }

    /// One setting; its first word tells the kind.
    private func setting() -> Setting? {
        let kinds = SettingKind.allCases.filter { has($0.rawValue) }
        _ = optionalLabel("note")
        // A step's numbers and an option's direction are read under their first word.
        guard kinds.count == 1, let kind = kinds.first, let head = value(kind.rawValue) else {
            allow(
                "of", "is", "on", "when", "slot", "gives", "costs", "temptation", "direction", "known",
                "strong")
            let list = SettingKind.allCases.map(\.rawValue).joined(separator: ", ")
            cursor.fail(
                "a setting is exactly one of: \(list)",
                hint: "for instance {parameter: guarantee.keep, is: 0..0.15}")
            return nil
        }
        return content(kind, head).map { Setting($0, place: place) }
    }

    private func content(_ kind: SettingKind, _ head: Cursor) -> Setting.Content? {
        switch kind {
        case .prefer: return preferenceSetting(head)
        case .weight: return weight(head)
        case .value: return value(head)
        case .reservation: return reservation(head)
        case .parameter:
            let number = required("is")?.quantity()
            guard let name = head.text("the name of a parameter"), let number else { return nil }
            context.registry.refer([.parameter], name, at: head.place)
            return .parameter(name, number)
        case .position, .salience, .capability: return forecast(kind, head)
        case .forbid:
            let formula = required("when")?.formula(.both)
            guard let id = head.id(), let formula else { return nil }
            return .forbid(id, formula)
        case .allow: return head.reference(.feasibility).map { .allow($0) }
        case .linkage:
            let state = required("is").flatMap(readLinkageState)
            guard let id = head.reference(.linkage), let state else { return nil }
            return .linkage(id, state)
        case .rule:
            let state = required("is").flatMap(readRuleState)
            guard let id = head.reference(.rule), let state else { return nil }
            return .rule(id, state)
        case .step: return step(head)
        case .option:
            let direction = required("direction")?.word(StabilityModel.Direction.self)
            guard let id = head.reference(.option), let direction else { return nil }
            return .direction(id, direction)
        case .statusQuo: return .statusQuo(head.oneOrMore.compactMap { $0.reference(.option) })
        case .circumstance:
            guard let issue = head.reference(.issue), let value = required("is")?.alternative(of: issue)
            else { return nil }
            return .circumstance(issue, value)
        }
    }

    private func preferenceSetting(_ head: Cursor) -> Setting.Content? {
        let (dm, slot) = (required("of")?.reference(.decisionMaker), required("slot")?.integer(1...1_000_000))
        let preference = preference(head)
        guard let preference, let dm, let slot else { return nil }
        return .preference(of: dm, slot: slot, preference)
    }

    private func weight(_ head: Cursor) -> Setting.Content? {
        let (party, number) = (required("of")?.reference(.party), required("is")?.quantity())
        guard let issue = head.reference(.issue), let party, let number else { return nil }
        return .weight(issue: issue, of: party, number)
    }

    private func value(_ head: Cursor) -> Setting.Content? {
        let (party, number) = (required("of")?.reference(.party), required("is")?.quantity())
        guard let formula = head.formula(.issues), let party, let number else { return nil }
        guard case .atom(.settled(let issue, let among)) = formula, among.count == 1 else {
            head.fail("a value belongs to one alternative", hint: "write 'issue = alternative'")
            return nil
        }
        return .value(issue: issue, alternative: among[0], of: party, number)
    }

    private func reservation(_ head: Cursor) -> Setting.Content? {
        let reservation = required("is").flatMap(readReservation)
        guard let party = head.reference(.party), let reservation else { return nil }
        return .reservation(of: party, reservation.value)
    }

    private func forecast(_ kind: SettingKind, _ head: Cursor) -> Setting.Content? {
        let (axis, number) = (value("on")?.id(), required("is")?.quantity())
        guard let actor = head.reference(.actor), let number,
            let field = Setting.Forecast(rawValue: kind.rawValue)
        else { return nil }
        return .forecast(field, of: actor, on: axis, number)
    }

    private func step(_ head: Cursor) -> Setting.Content? {
        let actor = required("of")?.reference(.actor)
        let given = Setting.StepValue.allCases.compactMap { kind in quantity(kind.rawValue).map { (kind, $0) }
        }
        guard let step = head.reference(.step), let actor else { return nil }
        guard given.count == 1, let (kind, number) = given.first else {
            cursor.fail(
                "a step sets exactly one of gives, costs, temptation", hint: "write one setting for each")
            return nil
        }
        return .step(kind, step: step, of: actor, number)
    }
}

/// The first words of settings.
private enum SettingKind: String, CaseIterable {
    case prefer, weight, value, reservation, parameter, position, salience, capability, forbid, allow,
        linkage, rule
    case step, option, statusQuo, circumstance
}

/// `on`, `off`, `hard`, `{bonus: 0.1}` or `{penalty: 0.1}`.
private func readLinkageState(_ cursor: Cursor) -> Linkage.State? {
    switch cursor.scalar {
    case "on": return .on
    case "off": return .off
    case "hard": return .hard
    case nil:
        return cursor.record("the state of a linkage") { record in
            if let bonus = record.quantity("bonus") { return .bonus(bonus) }
            return record.required("penalty")?.quantity().map { .penalty($0) }
        }
    default:
        cursor.fail("a linkage is on, off, hard, {bonus: …} or {penalty: …}", hint: "write one of these")
        return nil
    }
}

/// `off`, or `{passes: 0.2}`.
private func readRuleState(_ cursor: Cursor) -> Ratification.State? {
    if cursor.scalar == "off" { return .off }
    return cursor.record("the state of a rule, 'off' or {passes: …}") { record in
        record.required("passes")?.quantity().map { .passes($0) }
    }
}
