public import Numbers

/// What cannot be made a bargain.
public enum BargainProblem: Error, Hashable, Sendable {
    /// There is no party.
    case noParty
    /// A party's table has another shape than the issues.
    case wrongTable(party: Int)
    /// There are not as many reservations as parties.
    case wrongReservations
    /// A term speaks of an issue that is not there or twice of one, or its truth values or amounts are too few or too many.
    case wrongTerm(Int)
    /// A party's numbers are too large or too finely divided for exact sums in machine words.
    case tooLarge(party: Int)
}

/// Several parties, a package of several issues, and what each package is worth to each.
///
/// Utility is a sum of one contribution for each issue (weight times value, already multiplied) and of what the terms add.
/// Inside, every party's numbers are whole multiples of one fraction, small enough that no sum can overflow.
///
/// - Source: Raiffa, *The Art and Science of Negotiation* (1982), for packages, reservations and the zone of agreement.
public struct Bargain: Sendable {
    public let space: PackageSpace
    /// For each party, issue and alternative what it contributes.
    public let contributions: [[[Rational]]]
    public let terms: [PackageTerm]
    /// What each party has without an agreement, if it is known.
    public let reservations: [Rational?]
    let units: BargainUnits

    public var parties: Int { contributions.count }

    /// - Throws: What is wrong with the tables, the first thing found.
    public init(
        space: PackageSpace, contributions: [[[Rational]]], terms: [PackageTerm] = [],
        reservations: [Rational?]? = nil
    ) throws(BargainProblem) {
        guard !contributions.isEmpty else { throw .noParty }
        for (party, table) in contributions.enumerated()
        where table.map(\.count) != space.alternatives {
            throw .wrongTable(party: party)
        }
        let reservations = reservations ?? contributions.map { _ in nil }
        guard reservations.count == contributions.count else { throw .wrongReservations }
        for (number, term) in terms.enumerated()
        where !Bargain.fits(term, space, parties: contributions.count) {
            throw .wrongTerm(number)
        }
        (self.space, self.contributions) = (space, contributions)
        (self.terms, self.reservations) = (terms, reservations)
        units = try BargainUnits(space, contributions, terms, reservations)
    }

    private static func fits(_ term: PackageTerm, _ space: PackageSpace, parties: Int) -> Bool {
        guard Set(term.scope).count == term.scope.count,
            term.scope.allSatisfy({ space.alternatives.indices.contains($0) }),
            Rational(term.holds.count)
                == term.scope.reduce(Rational.one, { $0 * Rational(space.alternatives[$1]) })
        else { return false }
        return switch term.effect {
        case .forbids: true
        case .refused(let party): party >= 0 && party < parties
        case .adds(let amounts): amounts.count == parties
        }
    }

    /// What each party gets from a package: the definition that everything else is held against.
    ///
    /// - Precondition: The package is one of this space.
    public func utilities(of package: [Int]) -> [Rational] {
        precondition(space.contains(package), "a package of this space")
        var sums = contributions.map { table in
            zip(table, package).reduce(Rational.zero) { $0 + $1.0[$1.1] }
        }
        for term in terms where holds(term, in: package) {
            guard case .adds(let amounts) = term.effect else { continue }
            for party in sums.indices { sums[party] += amounts[party] }
        }
        return sums
    }

    /// Whether a term holds in a package.
    public func holds(_ term: PackageTerm, in package: [Int]) -> Bool {
        term.holds[term.scope.reduce(0) { $0 * space.alternatives[$1] + package[$1] }]
    }

    /// Whether a package is impossible.
    public func isForbidden(_ package: [Int]) -> Bool {
        terms.contains { $0.effect == .forbids && holds($0, in: package) }
    }

    /// The parties whose red lines a package crosses, ascending.
    public func refusals(of package: [Int]) -> [Int] {
        Set(
            terms.compactMap { term in
                guard case .refused(let party) = term.effect, holds(term, in: package) else { return nil }
                return party
            }
        ).sorted()
    }

    /// Whether a package belongs to a set.
    public func contains(_ package: [Int], in set: PackageSet) -> Bool {
        if isForbidden(package) { return false }
        if set == .feasible { return true }
        guard refusals(of: package).isEmpty else { return false }
        if set == .allowed { return true }
        return zip(utilities(of: package), reservations).allSatisfy { utility, reservation in
            reservation.map { utility >= $0 } ?? true
        }
    }
}

/// Which packages a question is about.
public enum PackageSet: Hashable, Sendable, CaseIterable {
    /// Everything that is not forbidden.
    case feasible
    /// Feasible, and no red line is crossed.
    case allowed
    /// Allowed, and no party falls below its reservation.
    case acceptable
}
