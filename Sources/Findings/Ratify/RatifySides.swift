import CaseModel
import Engines
import Numbers

extension RatifyRules {
    /// The bodies side by side, with the packages that each side may let pass.
    func sides(
        _ bench: RatifyBench, _ packages: RatifyPackages?, showsInternal: Bool
    ) throws(PackagesProblem) -> [RatifyFinding.Side] {
        var names: [String] = []
        for side in order.flatMap({ rules[$0].sides }) where !names.contains(side) { names.append(side) }
        var sides: [RatifyFinding.Side] = []
        for name in names {
            // A bar asks nobody and belongs to no side.
            let mine = order.filter { rules[$0].sides.contains(name) }
            var voters: [String] = []
            for voter in mine.flatMap({ seats[$0]?.voters ?? [] })
            where bench.side(of: voter) == name && !voters.contains(voter.id) { voters.append(voter.id) }
            let (winSet, voting) = try packages?.winSet(mine, showsInternal: showsInternal) ?? (nil, .none)
            sides.append(
                .init(
                    id: name,
                    name: bench.theCase.actor(name)?.name
                        ?? bench.theCase.ratification.bodies.first { $0.id == name }?.name
                        ?? Label(en: name, de: name), voters: voters, rules: mine, winSet: winSet,
                    voting: voting))
        }
        return sides
    }
}

extension RatifyPackages {
    /// The allowed packages that none of these rules stops for certain, those that vote by utility counted exactly.
    fileprivate func winSet(
        _ mine: [Int], showsInternal: Bool
    ) throws(PackagesProblem) -> (RatifyFinding.Found?, RatifyFinding.Voting) {
        let stopping = mine.filter { rules.rules[$0].stopsForCertain }
        let plain = try found(without: stopping, .allowed)
        let voting = mine.compactMap { rule -> UtilityVote? in
            guard !stopping.contains(rule), exclusions[rule] != nil, let seats = rules.seats[rule] else {
                return nil
            }
            return UtilityVote(rule: rule, seats: seats, parties: frame.parties.map(\.id))
        }
        guard !voting.isEmpty else { return (plain, .none) }
        let members = Set(voting.flatMap(\.parties))
        if !showsInternal, members.contains(where: { frame.parties[$0].audience != .public }) {
            return (plain, .withheld)
        }
        guard let count = try counted(voting, members.sorted(), stopping) else { return (plain, .tooMany) }
        // The first package of the rest may be one that loses a vote.
        let example = plain.count == .exact(count) ? plain.example : nil
        return (.init(count: .exact(count), example: example), .counted)
    }

    /// The packages whose friends win every vote that they call up, by inclusion and exclusion over sets of parties.
    ///
    /// With `v(S)` whether the parties of `S` win, the packages that win number `Σ_T μ(T) N(T)`: `N(T)` those that all of
    /// `T` accept, `μ(T) = Σ_{S ⊆ T} (−1)^(|T|−|S|) v(S)`.
    private func counted(
        _ voting: [UtilityVote], _ members: [Int], _ stopping: [Int]
    ) throws(PackagesProblem) -> Rational? {
        guard members.count <= 12, voting.count <= 4 else { return nil }
        var total = Rational.zero
        for calls in 0..<1 << voting.count {
            let called = voting.indices.filter { calls >> $0 & 1 == 1 }.map { voting[$0] }
            let silent = voting.indices.filter { calls >> $0 & 1 == 0 }.map { voting[$0].rule }
            var weights = (0..<1 << members.count).map { coalition -> Int in
                let friends = Set(members.indices.filter { coalition >> $0 & 1 == 1 }.map { members[$0] })
                return called.allSatisfy { $0.passes(friends) } ? 1 : 0
            }
            for bit in members.indices {
                for coalition in weights.indices where coalition >> bit & 1 == 1 {
                    weights[coalition] -= weights[coalition ^ 1 << bit]
                }
            }
            for (coalition, weight) in weights.enumerated() where weight != 0 {
                let all = members.indices.filter { coalition >> $0 & 1 == 1 }.map { members[$0] }
                let number = try exactly(called.map(\.rule), stopping + silent, accepted: Set(all))
                guard let number else { return nil }
                total += Rational(weight) * number
            }
        }
        return total
    }

    /// How many allowed packages call up these rules and not those, and are accepted by all of these parties.
    private func exactly(
        _ called: [Int], _ excluded: [Int], accepted: Set<Int>
    ) throws(PackagesProblem) -> Rational? {
        var total = Rational.zero
        for part in 0..<1 << called.count {
            let more = called.indices.filter { part >> $0 & 1 == 1 }.map { called[$0] }
            let rest = frame(without: excluded + more)
            let bargain = try rest.bargain(
                rest.parties.map(\.contributions),
                rest.parties.enumerated().map { accepted.contains($0) ? rest.reservation(of: $1) : nil },
                .points)
            guard case .exact(let number) = rest.counted(bargain, .acceptable, 1) else { return nil }
            total += more.count % 2 == 0 ? number : -number
        }
        return total
    }
}

/// A rule all of whose members are parties that know what a package is worth to them.
private struct UtilityVote {
    let rule: Int
    let seats: RuleSeats
    /// For each seat the party.
    let parties: [Int]

    init?(rule: Int, seats: RuleSeats, parties: [String]) {
        var places = Array(repeating: 0, count: seats.body.members)
        for (voter, own) in zip(seats.voters, seats.seats) {
            guard case .named(let members) = voter.kind else { return nil }
            for (member, seat) in zip(members, own) {
                guard let place = parties.firstIndex(of: member.id) else { return nil }
                places[seat] = place
            }
        }
        (self.rule, self.seats, self.parties) = (rule, seats, places)
    }

    func passes(_ friends: Set<Int>) -> Bool {
        seats.body.passes(consenting: Set(parties.indices.filter { friends.contains(parties[$0]) }))
    }
}
