import CaseModel
import Numbers

extension BargainingDomain {
    /// The domain as a case with nothing but issues, actors and the packages model, on the scale of plain sums.
    ///
    /// Names become ids; the names themselves stay as labels. A constant goes into the first issue. An issue without
    /// weight gets the weight 1 and the values 0, because a weight of the model is above zero.
    func asCase() -> Case {
        // A domain has no today; nothing in it is dated either.
        var result = Case(
            frame: Case.Frame(id: "", title: Label(en: name, de: name), asOf: DateSpan(reading: "9999")!))
        var ids = FreshIDs()
        result.issues = issues.map { issue($0, id: ids.id(for: $0.name, fallback: "issue")) }
        var model = PackagesModel(place: parties.first?.place ?? Place(file: ".", line: 1, column: 1))
        model.scale = .raw
        model.issues = result.issues.map(\.id)
        var names = FreshIDs()
        for party in parties {
            let id = names.id(for: party.name, fallback: "party")
            var actor = Actor(id: id, place: party.place)
            actor.name = Label(en: party.name, de: party.name)
            actor.kind = .group
            result.actors.append(actor)
            model.parties.append(self.party(party, id: id, result.issues))
            model.discount[id] = party.discount.map {
                Held(Quantity(.constant($0)), basis: Basis(), place: party.place)
            }
        }
        result.packages = model
        return result
    }

    private func issue(_ issue: Issue, id: String) -> Agenda.Issue {
        var result = Agenda.Issue(id: id, place: issue.place)
        result.name = Label(en: issue.name, de: issue.name)
        let numbers = issue.values.compactMap(\.number)
        let isScale = issue.isNumeric && numbers.count == issue.values.count && Set(numbers).count > 1
        result.kind = isScale ? .interval : .nominal
        if isScale { result.range = Interval.hull(of: numbers) }
        var ids = FreshIDs(isAlternative: true)
        result.alternatives = issue.values.map { value in
            Agenda.Alternative(
                id: ids.id(for: value.name, fallback: "v"), name: Label(en: value.name, de: value.name),
                at: nil, value: isScale ? value.number : nil, basis: Basis(), place: issue.place)
        }
        return result
    }

    private func party(_ party: Party, id: String, _ agenda: [Agenda.Issue]) -> PackagesModel.Party {
        var result = PackagesModel.Party(id: id, place: party.place)
        func held<Value>(_ value: Value) -> Held<Value> { Held(value, basis: Basis(), place: party.place) }
        for (index, issue) in agenda.enumerated() {
            let (weight, values) = party.row(index)
            result.weights[issue.id] = held(Quantity(.constant(weight)))
            let table = zip(issue.alternatives, values).map { ($0.id, Quantity(.constant($1))) }
            result.curves[issue.id] = held(.table(Dictionary(uniqueKeysWithValues: table)))
        }
        result.terms = terms(party, agenda)
        switch party.reservation {
        case .utility(let number): result.reservation = held(.utility(Quantity(.constant(number))))
        case .unknown: result.reservation = held(.utility(Quantity(.constant(party.least))))
        case .package(let package):
            let settled = zip(agenda, package).map { ($0.id, $0.alternatives[$1].id) }
            result.reservation = held(.package(Dictionary(uniqueKeysWithValues: settled)))
        }
        return result
    }

    /// The boxes as formulas; several with the same one are added up.
    private func terms(_ party: Party, _ agenda: [Agenda.Issue]) -> [PackagesModel.Bonus] {
        var order: [Formula] = []
        var sums: [Formula: Rational] = [:]
        for box in party.boxes where !box.allowed.values.contains(where: \.isEmpty) {
            var parts = box.allowed.sorted { $0.key < $1.key }.filter {
                $0.value.count < issues[$0.key].values.count
            }
            // A box that holds everything still needs an issue to speak of.
            if parts.isEmpty { parts = [(0, Set(issues[0].values.indices))] }
            let atoms = parts.map { issue, values in
                Formula.atom(
                    .settled(
                        issue: agenda[issue].id,
                        among: values.sorted().map { agenda[issue].alternatives[$0].id }))
            }
            let formula = atoms.count == 1 ? atoms[0] : .and(atoms)
            if sums[formula] == nil { order.append(formula) }
            sums[formula, default: 0] += box.adds
        }
        return order.map { .init(when: $0, add: Quantity(.constant(sums[$0] ?? 0)), place: party.place) }
    }
}

extension BargainingDomain.Party {
    /// Weight and values of an issue as a model holds them.
    fileprivate func row(_ issue: Int) -> (weight: Rational, values: [Rational]) {
        let (weight, row) = (weights[issue], values[issue])
        let extra = issue == 0 ? constant : 0
        guard weight > 0 else { return (1, row.map { weight * $0 + extra }) }
        return (weight, extra == 0 ? row : row.map { $0 + extra / weight })
    }
}

/// Makes ids from names, each once.
struct FreshIDs {
    private var taken: Set<String> = []
    /// For each stem the next number that may be free.
    private var next: [String: Int] = [:]
    private let isAlternative: Bool

    init(isAlternative: Bool = false) { self.isAlternative = isAlternative }

    /// The name in lower-case letters, digits and hyphens, if need be with a word before it and a number behind it.
    mutating func id(for name: String, fallback: String) -> String {
        let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        var stem = words.joined(separator: "-")
        if stem.first.map({ !("a"..."z").contains($0) }) ?? true {
            stem = stem.isEmpty ? fallback : "\(fallback)-\(stem)"
        }
        // Room for a number behind it.
        stem = String(stem.prefix(Names.lengthLimit - 6))
        while stem.hasSuffix("-") { stem.removeLast() }
        var id = stem
        var number = next[stem] ?? 2
        while taken.contains(id) || isReserved(id) {
            id = "\(stem)-\(number)"
            number += 1
        }
        next[stem] = number
        taken.insert(id)
        return id
    }

    private func isReserved(_ id: String) -> Bool {
        isAlternative ? id == "silent" || id == "unreported" : Names.reserved.contains(id)
    }
}
