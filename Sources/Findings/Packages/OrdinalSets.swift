import CaseModel
import Engines
public import Numbers

extension PackagesFinding {
    /// What can be said from orders alone, for every value function that respects them and all weights above zero.
    public struct OrdinalSets: Hashable, Sendable {
        /// Better for every party than the baseline, or as good, on every single issue.
        public let necessary: Rational
        /// Better on some issue for every party, or on all as good: some weights make it acceptable to all.
        public let possible: Rational
        /// Worse for some party and on no issue better: no weights make it acceptable to that party.
        public let never: Rational
        /// The same for each party alone.
        public let parties: [PartySets]
    }

    public struct PartySets: Hashable, Sendable {
        public let party: String
        public let necessary: Rational
        public let possible: Rational
    }
}

extension PackageFrame {
    /// How many packages every value function that keeps the orders makes acceptable, and some do, compared with a package.
    ///
    /// Rules are not looked at. Values that overlap as ranges have no order; they count as possibly better and possibly worse.
    ///
    /// - Complexity: Issues times alternatives times two to the power of the parties.
    func ordinalSets(against package: [Int]) -> PackagesFinding.OrdinalSets {
        let single = parties.indices.map { party in
            let counts = sets([party], package)
            return PackagesFinding.PartySets(
                party: parties[party].id, necessary: counts.necessary, possible: space.size - counts.never)
        }
        let all = sets(Array(parties.indices), package)
        return .init(
            necessary: all.necessary, possible: space.size - all.never, never: all.never, parties: single)
    }

    /// Packages that are acceptable to all of some parties for certain, and those that are to one of them for certain not.
    private func sets(_ group: [Int], _ package: [Int]) -> (necessary: Rational, never: Rational) {
        let orders = group.map { party in
            space.alternatives.indices.map { issue in
                (0..<space.alternatives[issue]).map { parties[party].compare(issue, $0, package[issue]) }
            }
        }
        func product(_ counts: (Int) -> Int) -> Rational {
            space.alternatives.indices.reduce(.one) { $0 * Rational(counts($1)) }
        }
        func count(_ issue: Int, _ members: [Int], _ allowed: Set<PartyFrame.Order>) -> Int {
            (0..<space.alternatives[issue]).count { choice in
                members.allSatisfy { allowed.contains(orders[$0][issue][choice]) }
            }
        }
        let everybody = Array(group.indices)
        let necessary = product { count($0, everybody, [.better, .equal]) }
        // Never for one of them: on no issue better or of unknown order, and not equal throughout; by inclusion and exclusion
        // over the parties.
        var never = Rational.zero
        for mask in 1..<(1 << group.count) {
            let members = everybody.filter { mask >> $0 & 1 == 1 }
            let sign: Rational = members.count.isMultiple(of: 2) ? -1 : 1
            never += sign * neverForAll(members, orders, count)
        }
        return (necessary, never)
    }

    /// Packages that are worse and nowhere better for each of these parties.
    private func neverForAll(
        _ members: [Int], _ orders: [[[PartyFrame.Order]]],
        _ count: (Int, [Int], Set<PartyFrame.Order>) -> Int
    ) -> Rational {
        // Nowhere better for all, less those that are equal throughout for some of them, again by inclusion and exclusion.
        var total = Rational.zero
        for mask in 0..<(1 << members.count) {
            let equal = members.indices.filter { mask >> $0 & 1 == 1 }.map { members[$0] }
            let sign: Rational = equal.count.isMultiple(of: 2) ? 1 : -1
            total +=
                sign
                * space.alternatives.indices.reduce(.one) { product, issue in
                    let choices = (0..<space.alternatives[issue]).count { choice in
                        members.allSatisfy { member in
                            let order = orders[member][issue][choice]
                            return equal.contains(member)
                                ? order == .equal : order == .equal || order == .worse
                        }
                    }
                    return product * Rational(choices)
                }
        }
        return total
    }
}

extension PartyFrame {
    enum Order: Hashable, Sendable { case better, equal, worse, unknown }

    /// How an alternative compares with another for the party, as far as the stated values tell.
    func compare(_ issue: Int, _ alternative: Int, _ other: Int) -> Order {
        guard alternative != other else { return .equal }
        let (one, two) = (values[issue][alternative].range, values[issue][other].range)
        if one.isPoint, one == two { return .equal }
        if one.low > two.high { return .better }
        if one.high < two.low { return .worse }
        return .unknown
    }
}
