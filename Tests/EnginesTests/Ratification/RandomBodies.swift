import Numbers
import Support

@testable import Engines

extension VotingBody {
    /// A small body whose members stand in several leaves of every kind.
    static func small(seed: Int, members: Int? = nil) -> VotingBody {
        var random = SplitMix64(seed: UInt64(seed) &* 6271 &+ 3)
        let members = members ?? random.next(in: 1...8)
        do {
            return try VotingBody(
                members: members, rule: .random(&random, members, depth: random.next(in: 0...3)))
        } catch { fatalError("\(error)") }
    }

    /// A body of one or two quotas with large weights beside a head count.
    static func heavy(seed: Int) -> VotingBody {
        var random = SplitMix64(seed: UInt64(seed) &* 811 &+ 7)
        let members = random.next(in: 2...10)
        let all = Array(0..<members)
        let leaves = (0..<random.next(in: 1...2)).map { _ -> VotingRule in
            let weights = all.map { _ in Rational(random.next(in: 0...random.pick([3, 1000]))) }
            let share = Rational(random.next(in: 1...99), over: 100)
            return .share(Electorate(all, weights: weights), .atLeast(share), of: .members)
        }
        let parts = leaves + [.count(random.next(in: 1...members), of: all)] + leaves.prefix(1)
        do {
            return try VotingBody(
                members: members, rule: .atLeast(random.next(in: 1...parts.count), of: parts))
        } catch { fatalError("\(error)") }
    }

    /// How many coalitions of each size so many members have.
    static func binomials(_ members: Int) -> [Rational] {
        (0..<members).reduce([1]) { row, _ in zip([0] + row, row + [0]).map { $0 + $1 } }
    }

    /// One of the things each member can do.
    func ballots(_ random: inout SplitMix64) -> [Ballot] {
        (0..<members).map { _ in random.pick(Ballot.allCases) }
    }
}

extension VotingRule {
    static func random(_ random: inout SplitMix64, _ members: Int, depth: Int) -> VotingRule {
        if depth == 0 || random.next(in: 0...5) == 0 { return leaf(&random, members) }
        let parts = (0..<random.next(in: 1...4)).map { _ in self.random(&random, members, depth: depth - 1) }
        switch random.next(in: 0...2) {
        case 0: return .all(parts)
        case 1: return .any(parts)
        default: return .atLeast(random.next(in: 1...parts.count), of: parts)
        }
    }

    private static func leaf(_ random: inout SplitMix64, _ members: Int) -> VotingRule {
        let some = (0..<members).filter { _ in random.next(in: 0...2) > 0 }
        let chosen = some.isEmpty ? [random.next(in: 0...(members - 1))] : some
        let reach = random.pick([1, 3, 9])
        let below = random.pick([1, 1, 2])
        let electorate = Electorate(
            chosen, weights: chosen.map { _ in Rational(random.next(in: 0...reach), over: below) })
        switch random.next(in: 0...5) {
        case 0: return .consent(chosen[0])
        case 1: return .noObjection(chosen[0])
        case 2, 3:
            let amount = Rational(
                random.next(in: -1...reach * chosen.count + 1), over: random.pick([1, 2, 3]))
            return .weight(electorate, random.next(in: 0...1) == 0 ? .atLeast(amount) : .above(amount))
        default:
            let share = Rational(random.next(in: 1...6), over: 6)
            return .share(
                electorate, random.next(in: 0...1) == 0 ? .atLeast(share) : .above(share),
                of: random.pick(ShareBase.allCases))
        }
    }
}
