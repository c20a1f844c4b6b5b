import CaseModel
import Numbers

extension BargainingDomain {
    /// The packages of a case as a sum over issues.
    ///
    /// - Parameters:
    ///   - theCase: The case, as a viewpoint sees it.
    ///   - showingInternal: Whether reservations that stay in the house may be told.
    ///   - log: Told what a sum of numbers cannot express; the domain is whole only if nothing was.
    init?(_ theCase: Case, showingInternal: Bool, log: DomainLog) {
        guard let model = theCase.packages else {
            log.fail(
                Place(file: "models/packages.yaml", line: 1, column: 1), "the case has no packages",
                "add models/packages.yaml")
            return nil
        }
        name = theCase.frame.title.text(in: .en)
        let open = theCase.issues.filter { $0.isNegotiable && !$0.alternatives.isEmpty }
        let agenda =
            model.issues.isEmpty ? open : model.issues.compactMap { id in open.first { $0.id == id } }
        Self.refuseRules(theCase, log)
        var names = FreshNames()
        issues = agenda.map { issue in
            var inner = FreshNames()
            return Issue(
                name: names.name(issue.name, issue.id), place: issue.place,
                values: issue.alternatives.map { .init(name: inner.name($0.name, $0.id), number: $0.value) })
        }
        var taken = FreshNames()
        for party in model.parties {
            if party.audience != .public, !showingInternal {
                log.fail(
                    party.place, "the reservation of '\(party.id)' stays in the house",
                    "ask for internal things, too, to write it")
            }
            let name = taken.name(theCase.actor(party.id)?.name ?? Label(), party.id)
            parties.append(PartyTable(party, model, agenda, log: log).party(named: name))
        }
        if agenda.isEmpty || parties.isEmpty {
            log.fail(model.place, "there is nothing to write: no issue or no party", "add issues and parties")
        }
    }

    /// What rules packages out has no place in a sum.
    private static func refuseRules(_ theCase: Case, _ log: DomainLog) {
        for rule in theCase.infeasible where rule.isActive {
            log.fail(
                rule.place, "the combination '\(rule.id)' cannot be written",
                "other programs count every package")
        }
        for linkage in theCase.linkages where linkage.condition != nil && linkage.consequence != nil {
            if linkage.state == .off || linkage.state == .on && linkage.kind == .recorded { continue }
            log.fail(
                linkage.place, "the linkage '\(linkage.id)' cannot be written",
                "utilities are sums over issues")
        }
        for norm in theCase.norms where norm.excludes != nil {
            log.warn(norm.place, "the norm '\(norm.id)' is not written", "other programs count every package")
        }
    }
}

/// Reads one party of a model as numbers.
private struct PartyTable {
    let party: PackagesModel.Party
    let model: PackagesModel
    let agenda: [Agenda.Issue]
    let log: DomainLog

    init(_ party: PackagesModel.Party, _ model: PackagesModel, _ agenda: [Agenda.Issue], log: DomainLog) {
        (self.party, self.model, self.agenda, self.log) = (party, model, agenda, log)
    }

    func party(named name: String) -> BargainingDomain.Party {
        refuseTerms()
        var result = BargainingDomain.Party(name: name, place: party.place)
        var weights = agenda.map { issue -> Rational in
            guard let held = party.weights[issue.id] else {
                log.fail(party.place, "'\(party.id)' has no weight for '\(issue.id)'", "add it")
                return 1
            }
            return number(held.value, held.place, "the weight of '\(issue.id)'")
        }
        let total = model.scale == .raw ? 1 : weights.reduce(.zero, +)
        if total > 0 { weights = weights.map { $0 / total } }
        result.weights = weights
        result.values = agenda.map(values)
        result.discount = model.discount[party.id]?.value.point
        switch party.reservation?.value {
        case nil: log.fail(party.place, "'\(party.id)' has no reservation", "add one")
        case .utility(let quantity):
            result.reservation = .utility(number(quantity, party.place, "the reservation of '\(party.id)'"))
        case .package(let package):
            let chosen = agenda.compactMap { issue in
                (package[issue.id] ?? issue.statusQuo).flatMap { issue.index(of: $0) }
            }
            if chosen.count < agenda.count {
                log.fail(party.place, "the reservation of '\(party.id)' leaves issues open", "complete it")
            } else {
                // A package is told as what it is worth: not every format has both.
                result.reservation = .utility(result.utility(of: chosen))
            }
        }
        return result
    }

    private func refuseTerms() {
        for bonus in party.terms {
            log.fail(
                bonus.place, "the bonus for '\(bonus.when)' cannot be written",
                "utilities are sums over issues")
        }
        for line in party.red + party.before {
            log.fail(
                line.place, "the condition '\(line.value)' cannot be written",
                "other programs count every package")
        }
        for (_, held) in party.reference.sorted(by: { $0.key < $1.key }) {
            log.fail(held.place, "a reference point cannot be written", "write the values as a table")
        }
    }

    private func values(_ issue: Agenda.Issue) -> [Rational] {
        var factor: Rational = 1
        if let name = party.multiply[issue.id],
            let parameter = model.parameters.first(where: { $0.name == name })
        {
            factor = number(parameter.held.value, parameter.held.place, "the parameter '\(name)'")
        }
        return issue.alternatives.map { alternative in
            if let set = party.points[.init(issue: issue.id, alternative: alternative.id)] {
                return factor * number(set.value, set.place, "a value of '\(issue.id)'")
            }
            guard let curve = party.curves[issue.id], let value = value(alternative, issue, curve) else {
                log.fail(
                    party.place, "'\(alternative.id)' of '\(issue.id)' has no value for '\(party.id)'",
                    "add it")
                return 0
            }
            return factor * value
        }
    }

    private func value(
        _ alternative: Agenda.Alternative, _ issue: Agenda.Issue, _ curve: Held<PackagesModel.Curve>
    ) -> Rational? {
        switch curve.value {
        case .step(let chosen): alternative.id == chosen ? 1 : 0
        case .table(let table):
            table[alternative.id].map { number($0, curve.place, "a value of '\(issue.id)'") }
        case .rising: issue.position(of: alternative.id)
        case .falling: issue.position(of: alternative.id).map { 1 - $0 }
        }
    }

    /// The point of a number; a range without one cannot be written.
    private func number(_ quantity: Quantity, _ place: Place, _ what: String) -> Rational {
        if let point = quantity.point {
            if !quantity.range.isPoint {
                log.warn(place, "the range of \(what) is not written", "its point is")
            }
            return point
        }
        log.fail(
            place, "\(what) is a range without a point",
            "other programs know points: write {point: …, range: …}")
        return quantity.range.low
    }
}

/// Names from labels, each once.
private struct FreshNames {
    private var taken: Set<String> = []

    mutating func name(_ label: Label, _ id: String) -> String {
        let words = label.text(in: .en).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var name = words.isEmpty ? id : words
        while !taken.insert(name).inserted { name += " (\(id))" }
        return name
    }
}
