import Numbers
import Testing

@testable import Engines

@Suite("Power: known bodies")
struct KnownPowerTests {
    @Test(
        "A quota gives the known indices",
        arguments: KnownBodies.all.filter { $0.value.weights != nil }.keys.sorted())
    func quotas(name: String) throws {
        let entry = try #require(KnownBodies.all[name])
        let (weights, quota) = (try #require(entry.weights), try #require(entry.quota))
        let body = try VotingBody(
            members: weights.count,
            rule: .weight(
                Electorate(Array(weights.indices), weights: weights.map { Rational($0) }),
                .atLeast(Rational(quota))))
        let power = try #require(body.power())
        let normalised = try #require(power.banzhafNormalised)
        for (member, weight) in weights.enumerated() {
            let expected = try #require(entry.banzhaf_normalised["\(weight)"])
            #expect(expected.agrees(normalised[member]), "\(name), weight \(weight)")
            let share = try #require(entry.shapley_shubik["\(weight)"])
            #expect(share.agrees(power.shapleyShubik[member]), "\(name), weight \(weight)")
        }
        if let swings = entry.total_swings {
            #expect(power.swings.reduce(Rational.zero, +) == Rational(swings))
        }
    }

    /// 5/21, 1/7 and nothing: printed by S. J. Brams in *The Britannica Guide to Statistics and Probability* (2011), p. 194; that
    /// Luxembourg was a dummy from 1958 to 1972 also in *Games* 9 (2018) 29.
    @Test("Luxembourg had a vote and no power from 1958 to 1972")
    func luxembourg() throws {
        let members = Array(0..<6)
        let council = try VotingBody(
            members: 6,
            rule: .weight(Electorate(members, weights: [4, 4, 4, 2, 2, 1]), .atLeast(12)))
        let power = try #require(council.power())
        let (large, medium) = (Rational(5, over: 21), Rational(1, over: 7))
        #expect(power.banzhafNormalised == [large, large, large, medium, medium, 0])
        #expect(power.dummies == [5])
        let smallest = try #require(council.minimalWinningCoalitions())
        #expect(!smallest.examples.contains { $0.contains(5) })
        #expect(smallest.hollerPackel?[5] == 0 && smallest.deeganPackel?[5] == 0)
    }

    /// 4/2145 for a member without veto is derived at gonitsora.com, *Veto starting to sound really good*; the permanent members
    /// share the rest.
    @Test("The Security Council, written with vetoes, has the known power")
    func securityCouncil() throws {
        let council = try NamedBodies.securityCouncil()
        let power = try #require(council.power())
        #expect(power.shapleyShubik[0] == Rational(421, over: 2145))
        #expect(power.shapleyShubik[14] == Rational(4, over: 2145))
        let entry = try #require(KnownBodies.all["power-unsc"])
        let normalised = try #require(power.banzhafNormalised)
        #expect(normalised[0] == entry.banzhaf_normalised["7"]?.exact)
        #expect(normalised[14] == entry.banzhaf_normalised["1"]?.exact)
        #expect(council.vetoers == [0, 1, 2, 3, 4])
        // Four of ten beside all five.
        #expect(try #require(council.minimalWinningCoalitions(limit: 5)).count == 210)
        // One of five permanent members, or seven of the ten others, who leave fewer than nine.
        let blocking = try #require(council.minimalBlockingCoalitions())
        #expect(blocking.count == 125)
    }

    @Test("Two thirds of the Senate and the president")
    func treaty() throws {
        let entry = try #require(KnownBodies.all["power-us-treaty"])
        let body = try VotingBody(members: 101, rule: .all([.count(67, of: 0..<100), .consent(100)]))
        let power = try #require(body.power())
        let normalised = try #require(power.banzhafNormalised)
        for (name, member) in ["president": 100, "senator": 0] {
            #expect(entry.shapley_shubik[name]?.agrees(power.shapleyShubik[member]) == true)
            #expect(entry.banzhaf_normalised[name]?.agrees(normalised[member]) == true)
            #expect(entry.banzhaf_absolute?[name]?.agrees(power.banzhaf[member]) == true)
        }
    }

    @Test("The Council of Nice with three majorities: halves and diagram agree to the last coalition")
    func nice() throws {
        let council = try NamedBodies.nice()
        var budgets = [Budget(50_000_000), Budget(50_000_000)]
        let game = SimpleGame(council)
        let halves = try #require(game.power(by: .halves, budget: &budgets[0]))
        let diagram = try #require(game.power(by: .diagram, budget: &budgets[1]))
        #expect(halves == diagram)
        // By an enumeration of all 2^27 coalitions in another program.
        #expect(halves.winning == 2_718_751)
        #expect(halves.swings[0] == 2_193_655 && halves.swings[26] == 265_583)
    }

    /// The orders are theorems of V. Powers (2019); the decimals come from sums over pairs of counts in another program.
    @Test("The 537 of the United States")
    func unitedStates() throws {
        let power = try #require(try NamedBodies.unitedStates().power())
        let seats = [0, 435, NamedBodies.vicePresident, NamedBodies.president]
        let (representative, senator) = (power.shapleyShubik[0], power.shapleyShubik[435])
        #expect(power.shapleyShubik[NamedBodies.president] > senator)
        #expect(senator > power.shapleyShubik[NamedBodies.vicePresident])
        #expect(power.shapleyShubik[NamedBodies.vicePresident] > representative)
        #expect(power.shapleyShubik.reduce(Rational.zero, +) == 1)
        let normalised = try #require(power.banzhafNormalised)
        let expected = [
            0.0014900233320514484, 0.0030981496029634605, 0.003098149602963422, 0.03892674065831044,
        ]
        let shapley = [
            0.0009657224486453836, 0.004141395348347114, 0.0026508372401142922, 0.16312036276443242,
        ]
        for (place, seat) in seats.enumerated() {
            #expect((Double(normalised[seat]) / expected[place] - 1).magnitude < 1e-12)
            #expect((Double(power.shapleyShubik[seat]) / shapley[place] - 1).magnitude < 1e-12)
        }
        #expect(normalised[435] > normalised[NamedBodies.vicePresident])
    }
}
