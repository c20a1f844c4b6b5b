import Engines
import Numbers

extension Benchmarks {
    /// Power, chances and smallest coalitions of bodies of the size that ratifications have.
    static func power() throws {
        let (votes, nice) = (try councilByVotes(), try council())
        row("power in the Council of 27 by votes", target: "under 50 ms", try powers(of: votes))
        row("power in the Council of 27, three majorities", target: "under 50 ms", try powers(of: nice))
        let states = try unitedStates()
        row("power of 537 in the United States", target: "under 5 s", try powers(of: states))
        row(
            "smallest winning coalitions of the Council, three majorities", target: "",
            try times(3) { guard nice.minimalWinningCoalitions() != nil else { throw Failed() } })
        row(
            "smallest winning coalitions of the 537, counted by classes", target: "",
            try times(5) { guard states.minimalWinningCoalitions() != nil else { throw Failed() } })
        let refused = Array(repeating: Ballot.no, count: 27)
        row(
            "fewest flips in the Council, all against", target: "",
            try times(9) { guard try nice.fewestFlips(refused) != nil else { throw Failed() } })
        try chances()
    }

    private static func chances() throws {
        let deputies = try VotingBody(members: 450, rule: .count(226, of: 0..<450))
        let alike = Array(repeating: Rational(51, over: 100), count: 450)
        row(
            "chance of 226 of 450 deputies who are alike", target: "under 0.5 s",
            try times(9) { guard try deputies.passingChance(alike) != nil else { throw Failed() } })
        let different = (0..<450).map { Rational($0 % 90 + 5, over: 100) }
        row(
            "chance of 226 of 450 deputies who all differ", target: "under 0.5 s",
            try times(5) { guard try deputies.passingChance(different) != nil else { throw Failed() } })
        let rule = VotingRule.share(Electorate(0..<100), .atLeast(Rational(2, over: 3)), of: .cast)
        let senate = try VotingBody(members: 100, rule: rule)
        let senators = (0..<100).map {
            BallotChances(yes: Rational($0 % 60 + 30, over: 100), abstain: Rational(1, over: 20))
        }
        row(
            "chance of two thirds of 100 senators present and voting", target: "under 0.5 s",
            try times(9) { guard try senate.passingChance(senators) != nil else { throw Failed() } })
    }

    private static func powers(of body: VotingBody) throws -> [Double] {
        try times(9) { guard body.power() != nil else { throw Failed() } }
    }

    /// The weights of the Treaty of Nice (2001) for 27 members, quota 255.
    private static func votes() -> VotingRule {
        let votes = [
            29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3,
        ]
        return .weight(Electorate(Array(0..<27), weights: votes.map { Rational($0) }), .atLeast(255))
    }

    private static func councilByVotes() throws -> VotingBody { try VotingBody(members: 27, rule: votes()) }

    /// With a majority of members and 62 percent of the people, in thousands of 1999.
    private static func council() throws -> VotingBody {
        let people = [
            82_038, 59_247, 58_966, 57_612, 39_394, 38_667, 22_489, 15_760, 10_533, 10_290, 10_213, 10_092,
            9_980, 8_854, 8_230, 8_082, 5_393, 5_313, 5_160, 3_744, 3_701, 2_439, 1_978, 1_446, 752, 429, 379,
        ]
        let electorate = Electorate(Array(0..<27), weights: people.map { Rational($0) })
        let share = VotingRule.share(electorate, .atLeast(Rational(62, over: 100)), of: .members)
        return try VotingBody(members: 27, rule: .all([votes(), .majority(of: 0..<27), share]))
    }

    /// Both houses and the president, a vice president who breaks ties, or two thirds of both houses.
    private static func unitedStates() throws -> VotingBody {
        let (house, senate) = (Array(0..<435), Array(435..<535))
        return try VotingBody(
            members: 537,
            rule: .any([
                .all([.majority(of: house), .count(51, of: senate + [535]), .consent(536)]),
                .all([.count(290, of: house), .count(67, of: senate)]),
            ]))
    }
}
