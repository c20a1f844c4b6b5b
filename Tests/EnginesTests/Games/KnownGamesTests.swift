import Numbers
import Testing

@testable import Engines

@Suite("Games from the literature")
struct KnownGamesTests {
    private static func text(_ payoffs: [Rational]) -> String {
        payoffs.map { "\($0)" }.joined(separator: " ")
    }

    /// The payoffs of every sequential outcome, by hand from the closed forms and the literature.
    static let sequential: [(String, [String])] = [
        ("entry", ["1 1"]), ("beerquiche", ["29/10 9/10", "21/10 9/10"]),
        ("onecard", ["1/3 -1/3"]), ("spence", ["7/6 0", "1 -1/3"]), ("trust", ["0 0"]),
        ("centipede", ["4 1"]), ("horse", ["1 1 1"]), ("extdet_below", ["1 -5/2"]), ("extdet_above", ["0 0"]),
        ("audience_bluff", ["1/20 3/5", "1/10 3/5"]), ("audience_lock", ["1 0"]),
        ("sunk_sep", ["4/25 4/5", "1/10 3/5"]), ("sunk_bluff", ["3/20 3/5", "1/10 3/5"]),
        ("ratify_h1_4", ["3/5 3/80"]), ("ratify_h1_2", ["1/2 1/5"]), ("commit_shift", ["3/2 3/10"]),
        ("commit_guaranteed", ["39/25 11/25"]), ("crisis_t1_4", ["7/10 21/80"]),
        ("crisis_t9_10", ["1/2 1/2"]), ("screening", ["-7/3200 3/2"]),
        ("screening_costly_war", ["159/160 1"]),
        ("salami_3_3_2", ["1 -1"]), ("salami_7_5_2", ["1 -1"]), ("salami_8_5_2", ["2 -2"]),
        ("clause_consent80", ["0 0"]), ("clause_consent70", ["11/100 -411/200"]), ("kuhn", ["-1/18 1/18"]),
    ]

    @Test("All sequential outcomes have the known payoffs", arguments: sequential)
    func sequentialOutcomes(id: String, payoffs: [String]) throws {
        let tree = NamedTree(ClassicGames.named(id)).tree
        let sequences = try tree.sequences()
        let search = tree.sequentialEquilibria(sequences, budget: Budget(100_000))
        #expect(search.isComplete)
        #expect(Set(search.equilibria.map { Self.text($0.payoffs) }) == Set(payoffs))
        for one in search.equilibria {
            #expect(tree.isSequential(one.assessment.trembles))
            #expect(tree.regrets(of: one.assessment.behaviour, sequences).allSatisfy { $0 == 0 })
        }
    }

    @Test("One quasi-perfect equilibrium of each two-player game is proven so and has known payoffs")
    func quasiPerfect() throws {
        for (id, payoffs) in Self.sequential + [("dresher42", ["-3/11 3/11"])] where id != "horse" {
            let tree = NamedTree(ClassicGames.named(id)).tree
            let sequences = try tree.sequences()
            var budget = Budget(10_000_000)
            let found = try #require(tree.quasiPerfectEquilibrium(sequences, budget: &budget), "\(id)")
            #expect(tree.isQuasiPerfect(found, sequences), "\(id)")
            #expect(tree.isSequential(found.trembles), "\(id)")
            #expect(payoffs.contains(Self.text(tree.payoffs(under: found.trembles.behaviour))), "\(id)")
        }
    }

    @Test("Backward induction gives the known payoffs and number of ties")
    func backwardInduction() {
        for entry in ClassicGames.all.games {
            guard let expected = entry.results.backward_induction else { continue }
            let tree = NamedTree(entry).tree
            guard let found = tree.backwardInduction() else { continue }
            #expect(found.payoffs.map { "\($0)" } == expected.payoffs, "\(entry.id)")
            #expect(found.ties.count == expected.ties, "\(entry.id)")
        }
    }

    @Test("All extreme equilibria of the tables are those of another program")
    func tables() {
        for entry in ClassicGames.all.games where entry.form == "strategic" && entry.players.count == 2 {
            let table = GameTable(entry)
            let found = table.extremeEquilibria(budget: Budget(10_000))
            #expect(found.isComplete)
            let mixed = found.pairs.map { pair in
                zip(pair.profile, entry.strategies!).map { shares, names in
                    Dictionary(uniqueKeysWithValues: zip(names, shares.map { "\($0)" }))
                }
            }
            let expected = entry.results.pygambit_16_7_0["enummixed"]!.equilibria.map { one in
                entry.players.map { one.mixed![$0]! }
            }
            #expect(Set(mixed) == Set(expected), "\(entry.id)")
            #expect(mixed.count == expected.count, "\(entry.id)")
        }
    }

    @Test(
        "The reduced form has the known number of extreme equilibria",
        arguments: [
            ("extdet_below", 7), ("extdet_above", 6), ("audience_bluff", 148), ("audience_lock", 147),
            ("entry", 3), ("beerquiche", 4), ("onecard", 1), ("spence", 3), ("trust", 2), ("centipede", 4),
        ])
    func reducedForm(id: String, count: Int) throws {
        let tree = NamedTree(ClassicGames.named(id)).tree
        let form = try #require(tree.reducedForm(try tree.sequences(), limit: 100_000))
        let found = form.table.extremeEquilibria(budget: Budget(100_000))
        #expect(found.isComplete)
        #expect(found.pairs.count == count)
        #expect(found.pairs.allSatisfy { form.table.worth(of: $0.profile).regrets.allSatisfy { $0 == 0 } })
    }

    @Test("Random tables of a published generator have as many equilibria as another program found")
    func randomTables() {
        #expect(GameTable.random(2).payoffs.map { $0.exactInt! } == [110, 226, 649, 219, 951, 236, 862, 755])
        for (n, count) in [(5, 1), (8, 3), (10, 11)] {
            let table = GameTable.random(n)
            let found = table.extremeEquilibria(budget: Budget(100_000))
            #expect(found.pairs.count == count)
            #expect(found.pairs.allSatisfy { table.worth(of: $0.profile).regrets.allSatisfy { $0 == 0 } })
        }
    }

    @Test(
        "Zero-sum trees of a published generator have the known values",
        arguments: [
            (2, 2, 2, 1, -16.840708), (2, 2, 3, 1, 20.747837), (2, 2, 3, 2, 43.5), (2, 2, 4, 1, -0.313830),
            (2, 2, 4, 2, -9), (3, 2, 4, 1, -6.242694),
        ])
    func randomTrees(cards: Int, actions: Int, rounds: Int, seed: Int, value: Double) throws {
        let tree = GameTree.random(
            cards: cards, actions: actions, rounds: rounds, seed: UInt64(seed), zeroSum: true)
        var budget = Budget(10_000_000)
        let trembles = try #require(
            tree.quasiPerfectEquilibrium(try tree.sequences(), budget: &budget)
        ).trembles
        #expect(tree.isSequential(trembles))
        #expect(abs(Double(tree.payoffs(under: trembles.behaviour)[0]) - value) < 1e-6)
    }

    @Test("Two sequential outcomes of the bluff: the closed form and nobody commits")
    func bluff() throws {
        let named = NamedTree(ClassicGames.named("audience_bluff"))
        let search = named.tree.sequentialEquilibria(try named.tree.sequences(), budget: Budget(1_000))
        let mixing = try #require(
            search.equilibria.first {
                named.probability($0.assessment.behaviour, "Guarantor", "resolute", "Commit") == 1
            })
        let behaviour = mixing.assessment.behaviour
        #expect(named.probability(behaviour, "Guarantor", "irresolute", "Commit") == Rational(1, over: 4))
        #expect(named.probability(behaviour, "Challenger", "after commit", "Attack") == Rational(2, over: 3))
        #expect(named.probability(behaviour, "Challenger", "after silence", "Attack") == 1)
        let set = named.sets.firstIndex { $0.name == "after commit" }!
        #expect(mixing.assessment.beliefs[set] == [Rational(1, over: 2), Rational(1, over: 2)])
    }

    @Test("The entry game has one empty threat: to fight")
    func emptyThreat() throws {
        let named = NamedTree(ClassicGames.named("entry"))
        let form = try #require(named.tree.reducedForm(try named.tree.sequences(), limit: 100))
        let threats = named.tree.emptyThreats(form)
        #expect(threats.count == 1)
        #expect(named.sets[threats[0].set].name == "I")
        #expect(named.sets[threats[0].set].actions[threats[0].threat] == "Fight")
        #expect(threats[0].gain == 2)
    }

    @Test(
        "Which outcomes of signalling pass which test of beliefs",
        arguments: [
            ("beerquiche", "29/10 9/10", true, true), ("beerquiche", "21/10 9/10", false, false),
            ("sunk_sep", "4/25 4/5", true, true), ("sunk_sep", "1/10 3/5", false, false),
            ("sunk_bluff", "3/20 3/5", true, true), ("sunk_bluff", "1/10 3/5", true, false),
            ("spence", "7/6 0", true, true), ("spence", "1 -1/3", false, false),
        ])
    func criteria(id: String, payoffs: String, intuitive: Bool, d1: Bool) throws {
        let tree = NamedTree(ClassicGames.named(id)).tree
        let signalling = try #require(tree.signalling)
        let search = tree.sequentialEquilibria(try tree.sequences(), budget: Budget(1_000))
        let one = try #require(search.equilibria.first { Self.text($0.payoffs) == payoffs })
        let survival = signalling.survival(of: one.assessment.behaviour)
        #expect(survival.intuitive == intuitive)
        #expect(survival.d1 == d1)
    }

    @Test("Three guarantors, two needed: nine equilibria, two of them with roots that are no fractions")
    func threeGuarantors() {
        let table = GameTable(ClassicGames.named("dove3"))
        let found = table.equilibriaBySupport(budget: Budget(100_000))
        #expect(found.isComplete)
        #expect(found.profiles.count == 9)
        let exact = found.profiles.compactMap(\.exact)
        #expect(exact.count == 7)
        #expect(exact.allSatisfy { table.worth(of: $0).regrets.allSatisfy { $0 == 0 } })
        #expect(exact.filter { $0.joined().allSatisfy { $0 == 0 || $0 == 1 } }.count == 4)
        let roots = found.profiles.filter { $0.exact == nil }.map(\.ranges)
        for (root, sign) in zip(roots.sorted { $0[0][0].low < $1[0][0].low }, [-1.0, 1.0]) {
            let expected = (1 + sign * (1.0 / 3).squareRoot()) / 2
            for player in root {
                #expect(abs(Double(player[0].midpoint) - expected) < 1e-12)
                #expect(player[0].width < Rational(1, over: 1_000_000_000))
            }
        }
    }

    @Test("Two-player games by supports: the same as by vertices, where no payoffs tie")
    func supportsAndVertices() {
        for n in [2, 3, 4] {
            let table = GameTable.random(n)
            let vertices = table.extremeEquilibria(budget: Budget(10_000)).pairs.map(\.profile)
            let supports = table.equilibriaBySupport(budget: Budget(100_000))
            #expect(supports.isComplete)
            #expect(Set(supports.profiles.compactMap(\.exact)) == Set(vertices))
        }
    }
}
