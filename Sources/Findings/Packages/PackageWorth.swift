import CaseModel
import Engines
import Numbers

extension PartyFrame {
    /// What one alternative is worth at the points of all numbers.
    func value(_ issue: Int, _ alternative: Int) -> Rational {
        values[issue][alternative].pointOrMidpoint.value * (multipliers[issue]?.pointOrMidpoint.value ?? 1)
    }

    /// The sum by which weights are divided: 1 where plain sums are meant.
    var totalWeight: Rational {
        scale == .raw ? 1 : weights.reduce(.zero) { $0 + $1.pointOrMidpoint.value }
    }

    /// What each alternative of each issue contributes at the points of all numbers.
    var contributions: [[Rational]] {
        let total = totalWeight
        return values.indices.map { issue in
            let weight = weights[issue].pointOrMidpoint.value / total
            return values[issue].indices.map { weight * value(issue, $0) }
        }
    }

    /// What a party has without an agreement, at the points.
    var reservationValue: Rational {
        switch reservation {
        case .utility(let number, _): number.pointOrMidpoint.value
        case .package(let package, _):
            zip(contributions, package).reduce(.zero) { $0 + $1.0[$1.1] }
        }
    }

    /// The package that the party has without an agreement; `nil` where only a number is known.
    var reference: [Int]? {
        if case .package(let package, _) = reservation { package } else { nil }
    }

    /// By how much an alternative exceeds what the party has without an agreement, before weights, over all values in the
    /// ranges. A parameter moves value and reservation together, so both its ends are looked at.
    func advantage(_ issue: Int, _ alternative: Int) -> Interval {
        let factors: [Rational] = multipliers[issue].map { [$0.range.low, $0.range.high] } ?? [1]
        let ranges = factors.map { factor -> Interval in
            let value = factor * values[issue][alternative].range
            switch reservation {
            case .utility(let number, _): return scale == .unit ? value - number.range : value
            case .package(let package, _):
                return package[issue] == alternative
                    ? Interval(0) : value - factor * values[issue][package[issue]].range
            }
        }
        return ranges.dropFirst().reduce(ranges[0]) { $0.hull($1) }
    }

    /// The least or the most by which each alternative brings the party above its reservation, over all numbers in their
    /// ranges. Weights that sum to one and plain ones alike: `Σ w·v / Σ w ≥ r` says that `Σ w·(v − r) ≥ 0`, so each issue
    /// can be taken at its own worst or best end.
    func margins(isLeast: Bool) -> (contributions: [[Rational]], reservation: Rational) {
        let table = values.indices.map { issue in
            values[issue].indices.map { alternative -> Rational in
                let product = weights[issue].range * advantage(issue, alternative)
                return isLeast ? product.low : product.high
            }
        }
        guard scale == .raw, case .utility(let number, _) = reservation else { return (table, 0) }
        return (table, isLeast ? number.range.high : number.range.low)
    }

    /// More than all issues and bonuses together can make a difference, for all numbers in their ranges.
    func moreThanAll(_ rules: [PackageRule]) -> PackageRule.Weight {
        var (utility, margin) = (Rational.one, Rational.one)
        for issue in values.indices {
            let factor = multipliers[issue]?.range.hull(Interval(0)) ?? Interval(0, 1)
            let ends = values[issue].map { $0.range * factor } + values[issue].map(\.range)
            guard let hull = Interval.hull(of: ends.flatMap { [$0.low, $0.high] }) else { continue }
            utility += hull.width * (scale == .raw ? weights[issue].range.high : 1)
            margin += 2 * (hull.width + max(hull.high, -hull.low)) * weights[issue].range.high
        }
        for rule in rules {
            guard case .adds(let amounts) = rule.kind, let range = amounts[id]?.range else { continue }
            utility += max(range.high, -range.low)
            margin += max(range.high, -range.low) * weightRange.high
        }
        return .init(utility: utility, margin: margin + 2 * weightRange.high)
    }

    /// The range of the sum by which weights are divided.
    var weightRange: Interval {
        scale == .raw ? Interval(1) : weights.map(\.range).reduce(Interval(0), +)
    }
}

/// Numbers of a party cut to nine places of its largest, where exact sums would not fit the machine's words.
struct PackageRounding {
    private let unit: Rational

    init(_ table: [[Rational]]) {
        let most = table.joined().reduce(Rational.zero) { max($0, max($1, -$1)) }
        var unit = Rational(1, over: 1_000_000_000)
        while unit * 1_000_000_000 < most { unit *= 10 }
        self.unit = unit
    }

    func round(_ value: Rational) -> Rational { (value / unit + Rational(1, over: 2)).floor * unit }

    func round(
        _ side: Int, _ tables: inout [[[Rational]]], _ reservations: inout [Rational?],
        _ terms: inout [PackageTerm]
    ) {
        tables[side] = tables[side].map { $0.map(round) }
        reservations[side] = reservations[side].map(round)
        terms = terms.map { term in
            guard case .adds(var amounts) = term.effect else { return term }
            amounts[side] = round(amounts[side])
            return PackageTerm(scope: term.scope, holds: term.holds, effect: .adds(amounts))
        }
    }
}

extension PackageFrame {
    /// The same with the numbers of those parties rounded whose exact sums do not fit.
    func fitted() throws(PackagesProblem) -> PackageFrame {
        var frame = self
        while true {
            do throws(PackagesProblem) {
                _ = try frame.bargain(.points)
                _ = try frame.bargain(.certain)
                _ = try frame.bargain(.conceivable)
                return frame
            } catch {
                guard case .tooFine(let party) = error, !frame.rounded.contains(party) else { throw error }
                frame.rounded.append(party)
            }
        }
    }

    /// Which numbers are taken for a party's worth.
    enum Reading: Sendable {
        /// The points, where none is named the middle of the range.
        case points
        /// The worst for agreement: what is acceptable here is acceptable for all numbers in the ranges.
        case certain
        /// The best for agreement: what is not acceptable here is so for no numbers in the ranges.
        case conceivable
    }

    /// The packages with these numbers, for the engine; only rules of some kinds exclude.
    func bargain(
        _ reading: Reading = .points,
        excluding kinds: Set<PackagesFinding.RuleKind> = Set(PackagesFinding.RuleKind.allCases)
    ) throws(PackagesProblem) -> Bargain {
        var (tables, reservations): ([[[Rational]]], [Rational?]) = ([], [])
        for party in parties {
            switch reading {
            case .points:
                tables.append(party.contributions)
                reservations.append(reservation(of: party))
            case .certain, .conceivable:
                let margins = party.margins(isLeast: reading == .certain)
                tables.append(margins.contributions)
                let added = bonuses(of: party).map { party.weightRange * $0.range }.reduce(Interval(0), +)
                reservations.append(margins.reservation + (reading == .certain ? added.high : added.low))
            }
        }
        return try bargain(tables, reservations, reading, kinds)
    }

    /// What a party has without an agreement, at the points; a package of reference counts its bonuses, too.
    func reservation(of party: PartyFrame) -> Rational {
        party.reservationValue
            + bonuses(of: party).reduce(.zero) { $0 + $1.pointOrMidpoint.value }
    }

    /// What bonuses and penalties add to the package that a party is measured by.
    private func bonuses(of party: PartyFrame) -> [Quantity] {
        guard case .package(let package, _) = party.reservation else { return [] }
        return rules.compactMap { $0.amount(for: party.id, package, space) }
    }

    func bargain(
        _ tables: [[[Rational]]], _ reservations: [Rational?], _ reading: Reading,
        _ kinds: Set<PackagesFinding.RuleKind> = Set(PackagesFinding.RuleKind.allCases)
    ) throws(PackagesProblem) -> Bargain {
        let terms = rules.flatMap { rule -> [PackageTerm] in
            effect(rule, reading, kinds).map { effect in
                rule.terms.map { PackageTerm(scope: $0.scope, holds: $0.bites, effect: effect) }
            } ?? []
        }
        let sides = rounded.compactMap { id in parties.firstIndex { $0.id == id } }
        var (rough, bars, effects) = (tables, reservations, terms)
        for side in sides { PackageRounding(tables[side]).round(side, &rough, &bars, &effects) }
        do throws(BargainProblem) {
            return try Bargain(space: space, contributions: rough, terms: effects, reservations: bars)
        } catch {
            guard case .tooLarge(let party) = error else { preconditionFailure("tables fit the packages") }
            throw .tooFine(party: parties[party].id)
        }
    }

    private func effect(
        _ rule: PackageRule, _ reading: Reading, _ kinds: Set<PackagesFinding.RuleKind>
    ) -> PackageTerm.Effect? {
        switch rule.kind {
        case .excludes(let kind, let party):
            guard kinds.contains(kind) else { return nil }
            return party.flatMap { id in parties.firstIndex { $0.id == id } }.map { .refused(by: $0) }
                ?? .forbids
        case .precedes(let id, let weight):
            let amount = reading == .points ? weight.utility : weight.margin
            return .adds(parties.map { $0.id == id ? amount : 0 })
        case .adds(let amounts):
            return .adds(
                parties.map { party in
                    guard let amount = amounts[party.id] else { return 0 }
                    switch reading {
                    case .points: return amount.pointOrMidpoint.value
                    case .certain: return (party.weightRange * amount.range).low
                    case .conceivable: return (party.weightRange * amount.range).high
                    }
                })
        }
    }
}
