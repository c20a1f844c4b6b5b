import CaseModel
import Numbers

/// What packages are worth to one party, every number a range with a point in it.
struct PartyFrame: Sendable {
    let id: String
    let name: Label
    let audience: Audience
    /// One per issue.
    var weights: [Quantity]
    /// For each issue and alternative the value before parameters.
    var values: [[Quantity]]
    /// For each issue the parameter that its values are multiplied by.
    var multipliers: [Quantity?]
    let multiplierNames: [String?]
    var reservation: Reservation
    let scale: PackagesModel.Scale
    /// What the numbers rest on.
    let bases: [(basis: Basis, place: Place)]

    enum Reservation: Sendable {
        case utility(Quantity, basis: Basis)
        case package([Int], basis: Basis)
    }

    init(
        _ party: PackagesModel.Party, _ issues: [Agenda.Issue],
        _ parameters: [PackagesFinding.ParameterValue], _ scale: PackagesModel.Scale, name: Label?,
        reservation: Reservation
    ) throws(PackagesProblem) {
        let bare = issues.filter { party.weights[$0.id] == nil }.map(\.id)
        guard bare.isEmpty else { throw .noWeight(party: party.id, issues: bare) }
        var values: [[Quantity]] = []
        for issue in issues { values.append(try Self.values(party, issue)) }
        if case .utility(let number, _) = reservation, scale == .unit, !Interval.unit.contains(number.range) {
            throw .reservationOutside(party: party.id)
        }
        (id, audience, self.scale, self.values) = (party.id, party.audience, scale, values)
        self.name = name ?? Label(en: party.id, de: party.id)
        weights = issues.map { party.weights[$0.id]!.value }
        multiplierNames = issues.map { party.multiply[$0.id] }
        multipliers = multiplierNames.map { name in
            name.flatMap { name in parameters.first { $0.name == name }?.quantity }
        }
        self.reservation = reservation
        var bases = issues.map { (party.weights[$0.id]!.basis, party.weights[$0.id]!.place) }
        bases += issues.compactMap { party.curves[$0.id].map { ($0.basis, $0.place) } }
        if let held = party.reservation { bases.append((held.basis, held.place)) }
        self.bases = bases
    }

    /// What the alternatives of an issue are worth, by the curve and by what was set for single ones.
    private static func values(
        _ party: PackagesModel.Party, _ issue: Agenda.Issue
    ) throws(PackagesProblem) -> [Quantity] {
        var values: [Quantity] = []
        for alternative in issue.alternatives {
            let point = PackagesModel.Point(issue: issue.id, alternative: alternative.id)
            if let set = party.points[point] {
                values.append(set.value)
                continue
            }
            guard let curve = party.curves[issue.id]?.value else {
                throw .noValues(party: party.id, issues: [issue.id])
            }
            values.append(try value(of: alternative.id, curve, issue, party.id))
        }
        guard let reference = party.reference[issue.id]?.value, let place = issue.index(of: reference.at)
        else {
            return values
        }
        return values.enumerated().map { choice, value in
            choice == place ? value : value.weighingLosses(below: values[place], by: reference.factor)
        }
    }

    private static func value(
        of alternative: String, _ curve: PackagesModel.Curve, _ issue: Agenda.Issue, _ party: String
    ) throws(PackagesProblem) -> Quantity {
        switch curve {
        case .step(let chosen): return Quantity(.constant(alternative == chosen ? 1 : 0))
        case .table(let table):
            guard let value = table[alternative] else { throw .noValues(party: party, issues: [issue.id]) }
            return value
        case .falling, .rising:
            guard let position = issue.position(of: alternative) else {
                throw .noOrder(party: party, issue: issue.id)
            }
            return Quantity(.constant(curve == .rising ? position : 1 - position))
        }
    }
}

extension Quantity {
    /// A value below a reference, its distance from there multiplied.
    fileprivate func weighingLosses(below reference: Quantity, by factor: Quantity) -> Quantity {
        func weighed(_ value: Rational, _ least: Rational, _ by: Rational) -> Rational {
            value < least ? least - by * (least - value) : value
        }
        let point = weighed(
            pointOrMidpoint.value, reference.pointOrMidpoint.value, factor.pointOrMidpoint.value)
        let corners = [range.low, range.high].flatMap { value in
            [reference.range.low, reference.range.high].flatMap { least in
                [factor.range.low, factor.range.high].map { weighed(value, least, $0) }
            }
        }
        let hull = Interval.hull(of: corners + [point])!
        return Quantity(hull.isPoint ? .constant(point) : .pointInRange(point, hull))
    }
}
