import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Engines
@testable import Findings

@Suite("Packages")
struct PackagesFindingTests {
    // MARK: Published numbers

    /// Agreements of 8 000 packages and the Nash point that another program found (the case's own oracle).
    struct Oracle: Sendable, CustomTestStringConvertible {
        let perspective: String
        let credibility: Rational
        let acceptable: Rational
        var nash: [Double] = []
        var testDescription: String { "\(perspective) at \(credibility)" }
    }

    static let half = Rational(1, over: 2)
    static let oracle = [
        Oracle(perspective: "s000", credibility: 1, acceptable: 2966, nash: [0.77, 0.6]),
        Oracle(perspective: "s000", credibility: half, acceptable: 2325, nash: [0.72, 0.45]),
        Oracle(perspective: "s000", credibility: 0, acceptable: 700, nash: [0.6, 0.367]),
        Oracle(perspective: "s001", credibility: 1, acceptable: 0),
        Oracle(perspective: "s001", credibility: half, acceptable: 0),
        Oracle(perspective: "s001", credibility: 0, acceptable: 0),
        Oracle(perspective: "s002", credibility: 1, acceptable: 1160, nash: [0.703, 0.55]),
        Oracle(perspective: "s002", credibility: half, acceptable: 351, nash: [0.62, 0.5]),
        Oracle(perspective: "s002", credibility: 0, acceptable: 64, nash: [0.595, 0.425]),
        Oracle(perspective: "s003", credibility: 1, acceptable: 68, nash: [0.6, 0.6]),
        Oracle(perspective: "s003", credibility: half, acceptable: 0),
        Oracle(perspective: "s003", credibility: 0, acceptable: 0),
        Oracle(perspective: "s004", credibility: 1, acceptable: 0),
        Oracle(perspective: "s004", credibility: half, acceptable: 0),
        Oracle(perspective: "s004", credibility: 0, acceptable: 0),
    ]

    @Test(
        "The agreement sets of the five readings, without rules, are those of another program",
        arguments: oracle)
    func agreementSets(expected: Oracle) throws {
        var choices = PackagesFinding.Choices()
        (choices.worlds, choices.leftOut) = (0, Set(PackagesFinding.RuleKind.allCases))
        choices.parameters = ["credibility": Quantity(.constant(expected.credibility))]
        let view = View(try readUkraine().case, from: Viewpoint(perspective: expected.perspective))
        let found = try PackagesFinding(of: view, choices)
        #expect(found.gates.packages == 8_000)
        #expect(found.gates.acceptable == .exact(expected.acceptable))
        let nash = found.solutions?.first { $0.rule == .nash }
        #expect(nash?.ties.count == (expected.nash.isEmpty ? nil : 1))
        for (utility, value) in zip(nash?.ties[0].utilities ?? [], expected.nash) {
            #expect(abs(Double(utility) - value) < 0.000_5)
        }
        #expect((found.concession == nil) == (expected.acceptable > 0))
    }

    @Test("The whole agenda: 30 issues, counted exactly")
    func wholeAgenda() throws {
        var choices = PackagesFinding.Choices()
        (choices.issues, choices.worlds) = (.all, 0)
        let view = View(try readUkraine().case, from: Viewpoint(perspective: "s000"))
        let found = try PackagesFinding(of: view, choices)
        #expect(found.gates.packages == Rational(4_403_012_567_040_000))
        guard case .exact(let acceptable) = found.gates.acceptable,
            case .exact(let feasible) = found.gates.feasible
        else {
            Issue.record("not counted")
            return
        }
        #expect(acceptable > 0 && acceptable < feasible)
    }

    // MARK: Laws over seeds

    @Test("Ranges: certain and conceivable are what every and some corner of the ranges accept")
    func ranges() throws {
        var (sure, open) = (0, 0)
        for seed in 1...60 {
            let made = RandomPackages(seed: UInt64(seed))
            let found = try made.finding()
            let counts = made.corners()
            #expect(found.ranges.certain == .exact(Rational(counts.certain)), "seed \(seed)")
            #expect(found.ranges.conceivable == .exact(Rational(counts.conceivable)), "seed \(seed)")
            if counts.certain > 0 { sure += 1 }
            if counts.conceivable < found.gates.packages.exactInt! { open += 1 }
        }
        #expect(sure > 5 && open > 30, "\(sure) and \(open)")
    }

    @Test("Orders alone: counted by products as by looking at every package")
    func orders() throws {
        for seed in 1...60 {
            let made = RandomPackages(seed: UInt64(seed))
            let found = try made.finding()
            let sets = try #require(found.ordinal.first?.sets)
            let counts = made.orders()
            #expect(sets.necessary == Rational(counts.necessary), "seed \(seed)")
            #expect(sets.possible == Rational(counts.possible), "seed \(seed)")
            #expect(sets.never == found.gates.packages - sets.possible)
        }
    }

    @Test("The break-even of a parameter is the least value at which some package is acceptable")
    func breakEven() throws {
        var inside = 0
        for seed in 1...80 {
            let made = RandomPackages(seed: UInt64(seed))
            let found = try made.finding()
            let answer = try #require(found.breakEven.first?.answer)
            #expect(answer == made.breakEven(), "seed \(seed)")
            if case .from = answer { inside += 1 }
        }
        #expect(inside > 10, "\(inside)")
    }

    @Test("Leaving an issue out makes nobody happier: the least that he can get does not rise")
    func leavingOut() throws {
        for seed in 1...30 {
            let made = RandomPackages(seed: UInt64(seed))
            var (choices, known) = (PackagesFinding.Choices(), [String: String]())
            choices.worlds = 0
            var last: [Interval]?
            for issue in 0..<3 {
                known["i\(issue)"] = "a0"
                choices.desk = .package(known)
                let now = try #require(try made.finding(choices).desk).reading.utilities
                for (less, more) in zip(last ?? now, now) {
                    #expect(less.low <= more.low && less.high >= more.high, "seed \(seed)")
                }
                last = now
            }
        }
    }

    @Test(
        "Worlds are the same for the same seed, others for another, and a party more leaves the draws of the others alone"
    )
    func worlds() throws {
        let made = RandomPackages(seed: 3)
        var choices = PackagesFinding.Choices()
        choices.worlds = 200
        let (one, two) = (try made.finding(choices).worlds, try made.finding(choices).worlds)
        #expect(one?.open == two?.open && one?.rivals == two?.rivals && one?.drawn == 200)
        let frame = try frame(Self.ranged)
        let (first, again) = (frame.world(5, Philox(seed: 1)), frame.world(5, Philox(seed: 1)))
        #expect(first.parties.map(\.weights) == again.parties.map(\.weights))
        #expect(first.parties.map(\.weights) != frame.world(5, Philox(seed: 2)).parties.map(\.weights))
        #expect(first.parties.map(\.weights) != frame.world(6, Philox(seed: 1)).parties.map(\.weights))
        let third =
            "  - {id: third, weights: {water: 1..4, fish: 2}, values: {water: rising, fish: falling}, reservation: 0..1/2, basis: own}"
        let more = try self.frame(Self.ranged + "\n" + third).world(5, Philox(seed: 1))
        #expect(more.parties.prefix(2).map(\.weights) == first.parties.map(\.weights))
        #expect(more.parties[2].weights[0] != more.parties[0].weights[0])
    }

    private static let ranged = """
        parties:
          - {id: up, weights: {water: 1..5, fish: 1..2}, values: {water: falling, fish: falling}, reservation: 1/4..1/2, basis: own}
          - {id: down, weights: {water: 3, fish: 1..3}, values: {water: rising, fish: rising}, reservation: 1/4, basis: own}
        """

    private func frame(_ packages: String) throws -> PackageFrame {
        let actors = Self.actors + "- {id: third, name: third, kind: state}\n"
        let text = CaseText([
            "actors.yaml": actors, "issues.yaml": Self.issues, "models/packages.yaml": packages + "\n",
        ])
        return try PackageFrame(View(try text.read().case, from: Viewpoint(perspective: nil)), .init())
    }

    // MARK: Small cases

    private static let issues = """
        issues:
          - {id: water, name: water, kind: ordinal, statusQuo: half, alternatives: [{id: none, name: none}, {id: half, name: half}, {id: all, name: all}], basis: own}
          - {id: fish, name: fish, kind: ordinal, statusQuo: few, alternatives: [{id: few, name: few}, {id: many, name: many}], basis: own}
        """
    private static let actors = "- {id: up, name: up, kind: state}\n- {id: down, name: down, kind: state}\n"

    private func finding(
        _ packages: String, _ more: [String: String] = [:], from perspective: String? = nil,
        _ choices: PackagesFinding.Choices = .init()
    ) throws -> PackagesFinding {
        let text = CaseText([
            "actors.yaml": Self.actors, "issues.yaml": Self.issues,
            "models/packages.yaml": packages + "\n",
        ]).with(more)
        return try PackagesFinding(
            of: View(try text.read().case, from: Viewpoint(perspective: perspective)), choices)
    }

    /// Upstream wants to give no water and little fish, downstream all of both.
    private static func model(_ up: String = "", _ down: String = "", _ rest: String = "") -> String {
        """
        \(rest)
        parties:
          - {id: up, weights: {water: 1, fish: 1}, values: {water: falling, fish: falling}, reservation: 0.25, basis: own\(up)}
          - {id: down, weights: {water: 3, fish: 1}, values: {water: rising, fish: rising}, reservation: 0.25, basis: own\(down)}
        """
    }

    @Test("By hand: six packages, of which two are acceptable to both")
    func byHand() throws {
        // Upstream gets 1, 1/2; 3/4, 1/4; 1/2, 0 and downstream 0, 1/4; 3/8, 5/8; 3/4, 1.
        let found = try finding(Self.model())
        #expect(found.gates.packages == 6 && found.gates.acceptable == .exact(4))
        #expect(found.gates.acceptableTo == [.exact(5), .exact(5)])
        #expect(found.frontier?.points == 4)
        let nash = try #require(found.solutions?.first { $0.rule == .nash })
        // (1/2 - 1/4)(1/4 - 1/4), (3/4 - 1/4)(3/8 - 1/4) = 1/16, 0, (1/2 - 1/4)(3/4 - 1/4) = 1/8.
        #expect(nash.ties.map(\.utilities) == [[Self.half, Rational(3, over: 4)]])
    }

    @Test("Every kind of rule bites: linkage, combination, norm, red line, law before weight, bonus")
    func rules() throws {
        let linkage = [
            "linkages.yaml":
                "- {id: l, name: l, if: water = all, then: fish = few, kind: hard, asserted: [s1], basis: own}\n",
            "sources.yaml": "- {id: s1, title: One, standpoint: one, paragraphs: line}\n",
        ]
        let linked = try finding(Self.model(), linkage)
        #expect(linked.gates.feasible == .exact(5) && linked.rules.map(\.kind) == [.linkage])
        #expect(linked.linkages.first?.removed == .exact(1))
        let red = try finding(Self.model(", red: [water = all]"))
        #expect(red.gates.lawful == .exact(6) && red.gates.allowed == .exact(4))
        let before = try finding(Self.model(", before: [fish = few]"))
        #expect(before.gates.allowed == .exact(3) && before.rules.map(\.kind) == [.before])
        // Without the bonus upstream has 0 there.
        let bonus = try finding(Self.model(", terms: [{when: water = all and fish = many, add: 0.5}]"))
        #expect(bonus.gates.acceptable == .exact(5))
    }

    @Test("The price of a linkage by hand: packages, the best of each, the volume and the points that move")
    func linkagePrice() throws {
        let files = [
            "linkages.yaml": "- {id: l, name: l, if: water = all, then: fish = few, kind: hard, basis: own}\n"
        ]
        let found = try finding(Self.model(), files)
        let price = try #require(found.linkages.first)
        let with = try finding(Self.model(), files)
        var choices = PackagesFinding.Choices()
        choices.leftOut = [.linkage]
        let without = try finding(Self.model(), files, from: nil, choices)
        #expect(price.acceptableWith == with.gates.acceptable)
        #expect(price.acceptableWithout == without.gates.acceptable)
        #expect(price.nash.with == with.solutions?.first { $0.rule == .nash }?.ties.first?.utilities)
        #expect(price.nash.without == without.solutions?.first { $0.rule == .nash }?.ties.first?.utilities)
        // Above (1/4, 1/4) stand (1/2, 3/4) and (3/4, 3/8): 1/4 · 1/2 + 1/4 · 1/8; packages with all water and many fish give
        // upstream nothing, so the linkage takes no acceptable one.
        #expect(price.volume.without == Rational(5, over: 32) && price.volume.with == price.volume.without)
        #expect(price.moved.isEmpty && price.best[0].without == Rational(3, over: 4))
        // The turned linkage takes the better point of the two.
        let turned = try finding(
            Self.model(),
            [
                "linkages.yaml":
                    "- {id: l, name: l, if: water = all, then: fish = many, kind: hard, basis: own}\n"
            ])
        let dear = try #require(turned.linkages.first)
        #expect(dear.volume.with == Rational(1, over: 2) * Rational(1, over: 8))
        #expect(dear.moved.map(\.rule).contains(.nash))
    }

    @Test("The exchange between two issues by hand")
    func exchange() throws {
        var choices = PackagesFinding.Choices()
        choices.exchange = ["water", "fish"]
        let found = try finding(Self.model(), [:], from: nil, choices)
        // Downstream: half the water is 3/8, all fish 1/4, so nothing makes up; the other way round 1/4 is two thirds of 3/8.
        let down = found.exchange.filter { $0.party == "down" }
        #expect(down.map(\.given) == ["water", "fish"])
        #expect(down[0].steps.map(\.loss) == [Rational(3, over: 8), Rational(3, over: 8)])
        #expect(down[0].steps.map(\.share) == Array(repeating: Interval(Rational(3, over: 2)), count: 2))
        #expect(down[0].steps.map(\.makesUp) == [nil, nil])
        #expect(down[1].steps.map(\.share) == [Interval(Rational(1, over: 3))])
        #expect(down[1].steps.map(\.makesUp) == ["half"])
    }

    @Test(
        "Law before weight: where no agreement breaks the law, too, keeping it is worth more than everything")
    func lawFirst() throws {
        // Downstream has all of the water and no law now; upstream's condition is few fish.
        let model = Self.model(
            ", before: [fish = few]", "",
            "baselines: [{id: many, name: many, package: {water: half, fish: many}, basis: own}]")
        var choices = PackagesFinding.Choices()
        choices.baseline = "many"
        let found = try finding(model, [:], from: nil, choices)
        #expect(found.rules.map(\.isPreference) == [true])
        // Every package with few fish, and of those with many the ones that give up no more water.
        #expect(found.gates.acceptableTo[0] == .exact(3 + 2))
        // No agreement keeps it: then it is a line.
        choices.baseline = nil
        #expect(try finding(model, [:], from: nil, choices).gates.acceptableTo[0] == .exact(3))
    }

    @Test("Rules that exclude nothing and bonuses in force are told")
    func silentRules() throws {
        let found = try finding(
            Self.model(
                #", red: ["water = all and water = none"], terms: [{when: "fish = few", add: 1/8}]"#))
        #expect(found.rules.map(\.bitesNowhere) == [true])
        #expect(found.bonuses.map { $0.amounts["up"]?.point } == [Rational(1, over: 8)])
    }

    @Test("Conventions: zero, the worst package and weights move the points, and are named")
    func conventions() throws {
        // Upstream's gains are measured from nothing.
        func nash(_ change: (inout PackagesFinding.Conventions) -> Void) throws -> [Rational]? {
            var choices = PackagesFinding.Choices()
            change(&choices.conventions)
            let found = try finding(Self.model(), [:], from: nil, choices)
            return found.solutions?.first { $0.rule == .nash }?.ties.first?.utilities
        }
        let (half, most) = (Rational(1, over: 2), Rational(3, over: 4))
        #expect(try nash { _ in } == [half, most])
        #expect(try nash { $0.disagreement = .zero } == [half, most])
        // (1/2)^4 · 1/8 = 1/128 against (1/4)^4 · 1/2 = 1/512.
        #expect(try nash { $0.nashWeights = ["up": 4] } == [most, Rational(3, over: 8)])
        var choices = PackagesFinding.Choices()
        choices.conventions.nashWeights = ["nobody": 1]
        #expect(throws: NotAnswerable.self) { try finding(Self.model(), [:], from: nil, choices) }
        choices.conventions.nashWeights = ["up": -1]
        #expect(throws: NotAnswerable.self) { try finding(Self.model(), [:], from: nil, choices) }
        choices.conventions = .init()
        choices.conventions.frontierOver = .acceptable
        #expect(try finding(Self.model(), [:], from: nil, choices).frontier?.points == 2)
    }

    @Test("Numbers too finely divided are cut to nine places, and the answer says so")
    func fineNumbers() throws {
        let fine = Self.model().replacing(
            "water: 3, fish: 1", with: "water: 3.00000000000001, fish: 1.00000000000003"
        )
        .replacing("water: rising", with: "water: {none: 0.00000000000007, half: 0.49999999999999, all: 1}")
        let found = try finding(fine)
        // No water and many fish are a hair more than 1/4 for downstream, rounded just 1/4: both suffice.
        #expect(found.limits.contains(.roundedNumbers(of: ["down"])))
        #expect(found.gates.acceptable == .exact(4))
        #expect(!(try finding(Self.model())).limits.contains(.roundedNumbers(of: ["down"])))
    }

    @Test("Two parties divide the issues by points: each more than half, and lying may pay")
    func division() throws {
        var choices = PackagesFinding.Choices()
        choices.divides = true
        let found = try finding(Self.model(), [:], from: nil, choices)
        let division = try #require(found.division)
        // 50 : 50 against 75 : 25. Downstream takes the water, hands (75 - 50) / (75 + 50) of it back.
        #expect(division.items.map(\.points) == [[50, 75], [50, 25]])
        #expect(division.items.map(\.share) == [Rational(1, over: 5), 1])
        #expect(division.totals == [60, 60])
        #expect(division.misreports.compactMap(\.self).allSatisfy { $0.worth > $0.honest })
        #expect(division.misreports[0] != nil)
        #expect(try finding(Self.model()).division == nil)
    }

    @Test("Norms bite only from a viewpoint whose source invokes them")
    func norms() throws {
        let files = [
            "sources.yaml":
                "- {id: s1, title: One, standpoint: one, paragraphs: line}\n- {id: s2, title: Two, standpoint: two, paragraphs: line}\n",
            "norms.yaml": "- {id: n, name: n, excludes: water = none, invoked: [s1], basis: own}\n",
            "perspectives/s1.yaml": "id: s1\nname: one\ntake: {sources: [s1]}\n",
            "perspectives/s2.yaml": "id: s2\nname: two\ntake: {sources: [s2]}\n",
        ]
        #expect(try finding(Self.model(), files).gates.lawful == .exact(6))
        #expect(try finding(Self.model(), files, from: "s1").gates.lawful == .exact(4))
        #expect(try finding(Self.model(), files, from: "s2").gates.lawful == .exact(6))
    }

    @Test("Rules that contradict each other are named, and none too many")
    func contradiction() throws {
        let files = [
            "linkages.yaml": """
            - {id: a, name: a, if: fish = few, then: water = all, kind: hard, basis: own}
            - {id: b, name: b, if: fish = many, then: water = all, kind: hard, basis: own}
            - {id: c, name: c, if: water = all, then: fish = few, kind: hard, basis: own}
            - {id: d, name: d, if: fish = few, then: fish = many, kind: hard, basis: own}
            """
        ]
        let found = try finding(Self.model(), files)
        #expect(found.gates.feasible == .exact(0))
        #expect(found.contradiction == ["b", "c", "d"])
        #expect(found.solutions == nil && found.concession == nil)
    }

    @Test("A baseline measures everybody; what it leaves open stays as it is")
    func baseline() throws {
        let model = Self.model(
            "", "",
            "baselines: [{id: dry, name: dry, package: {water: none}, basis: own}, {id: as-is, name: as is, package: {}, basis: own}]"
        )
        var choices = PackagesFinding.Choices()
        choices.baseline = "dry"
        // Upstream has 1 in the dry state, which nothing else brings.
        let dry = try finding(model, [:], from: nil, choices)
        #expect(dry.gates.acceptable == .exact(1))
        #expect(
            dry.gains.first.map { $0.signs } == [.gains, .loses]
                || dry.gains.first.map { $0.signs } == [.loses, .gains])
        choices.baseline = "nowhere"
        #expect(throws: NotAnswerable.self) { try finding(model, [:], from: nil, choices) }
    }

    @Test(
        "A package of reference counts its bonus: at the points, in the ranges, on the desk, at the break-even"
    )
    func bonusOfReference() throws {
        // Downstream has half the water and few fish, 3/8, and a bonus of 1/2 there: 7/8, which only all of both exceeds.
        let model = """
            parties:
              - {id: up, weights: {water: 1, fish: 1}, values: {water: falling, fish: falling}, reservation: 0, basis: own}
              - {id: down, weights: {water: 3, fish: 1}, values: {water: rising, fish: rising}, reservation: {package: {water: half, fish: few}}, terms: [{when: "water = half", add: 0.5}], basis: own}
            """
        var choices = PackagesFinding.Choices()
        choices.desk = .package(["water": "all"])
        let found = try finding(model, [:], from: nil, choices)
        // Half and few, half and many, all and many.
        #expect(found.gates.acceptableTo[1] == .exact(3))
        #expect(found.ranges.parties[1].certain == .exact(3))
        #expect(found.desk?.reading.acceptable == .exact(1))
        #expect(found.desk?.reading.example?.choices.last?.alternative == "many")
    }

    @Test("What lies between two baselines counts bonuses, too, and says on what they differ")
    func gains() throws {
        let model = Self.model(
            ", terms: [{when: water = all, add: 2}]", "",
            "baselines: [{id: wet, name: wet, package: {water: all, fish: few}, basis: own}, {id: dry, name: dry, package: {water: none, fish: few}, basis: own}]"
        )
        let gain = try #require(try finding(model).gains.first)
        // Upstream falls from 1/2 + 2 to 1 or rises, downstream moves by 3/4.
        let (up, down) = (Rational(3, over: 2), Rational(3, over: 4))
        #expect(gain.gains == (gain.from == "wet" ? [-up, -down] : [up, down]))
        #expect(gain.differing == ["water"] && gain.outside.isEmpty)
    }

    @Test("Circumstances decide rules on their own, and conclusions")
    func circumstances() throws {
        let issues =
            Self.issues + """

                  - {id: law, name: law, negotiable: false, kind: nominal, now: in-force, alternatives: [{id: in-force, name: in force}, {id: lifted, name: lifted}], basis: own}
                """
        let red = Self.model(#", red: ["law = in-force or water = all"]"#)
        #expect(try finding(red, ["issues.yaml": issues]).gates.allowed == .exact(0))
        let other = Self.model(#", red: ["law = lifted or water = all"]"#)
        #expect(try finding(other, ["issues.yaml": issues]).gates.allowed == .exact(4))
    }

    @Test(
        "An efficient draft is bettered by nothing; rules whose parts cover everything are broken for certain"
    )
    func desk() throws {
        var choices = PackagesFinding.Choices()
        choices.desk = .package(["water": "half", "fish": "few"])
        let efficient = try finding(Self.model(), [:], from: nil, choices)
        #expect(efficient.desk?.reading.improvement?.packages == .exact(0))
        choices.desk = .package(["fish": "few"])
        let model = Self.model(#", red: ["water = none or water = half or water = all"]"#)
        #expect(try finding(model, [:], from: nil, choices).desk?.reading.rules.map(\.isCertain) == [true])
    }

    @Test("What cannot be asked is refused with what is wrong")
    func refusals() throws {
        func problem(_ model: String, _ choices: PackagesFinding.Choices = .init()) -> PackagesProblem? {
            do {
                _ = try finding(model, [:], from: nil, choices)
                return nil
            } catch let refused as NotAnswerable {
                if case .package(let problem, _) = refused.missing.first { return problem }
                return nil
            } catch {
                return nil
            }
        }
        var choices = PackagesFinding.Choices()
        choices.issues = .named(["water", "wine"])
        #expect(problem(Self.model(), choices) == .unknownIssue("wine", known: ["water", "fish"]))
        let bare =
            "parties: [{id: up, weights: {water: 1}, values: {water: falling}, reservation: 0, basis: own}]"
        #expect(problem(bare) == .noWeight(party: "up", issues: ["fish"]))
        choices.issues = .named(["water"])
        #expect(problem(bare, choices) == nil)
        let open = "parties: [{id: up, weights: {water: 1, fish: 1}, values: {water: falling}, basis: own}]"
        #expect(problem(open) == .noReservation(party: "up"))
        let high =
            "parties: [{id: up, weights: {water: 1, fish: 1}, values: {water: falling, fish: falling}, reservation: 1.5, basis: own}]"
        #expect(problem(high) == .reservationOutside(party: "up"))
        #expect(problem("parties: []") == .noParties)
        choices.issues = .named([])
        #expect(problem(Self.model(), choices) == .noIssues)
        choices = .init()
        choices.desk = .package(["water": "wine"])
        #expect(
            problem(Self.model(), choices)
                == .unknownAlternative("wine", issue: "water", known: ["none", "half", "all"]))
    }
}

/// A small random case with every number a range, and its answers by looking at everything.
private struct RandomPackages {
    private let weights: [[(Int, Int)]]
    private let reservations: [(Int, Int)]
    private let isRising: [[Bool]]
    private let baseline: [Int]
    private static let sizes = [2, 3, 3]

    init(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        func pair(_ low: Int, _ high: Int, _ generator: inout SplitMix64) -> (Int, Int) {
            let (a, b) = (generator.next(in: low...high), generator.next(in: low...high))
            return (min(a, b), max(a, b))
        }
        weights = (0..<2).map { _ in (0..<3).map { _ in pair(1, 9, &generator) } }
        reservations = (0..<2).map { _ in pair(1, 7, &generator) }
        isRising = (0..<2).map { party in
            (0..<3).map { _ in generator.next(in: 0...3) == 0 ? party == 0 : party == 1 }
        }
        baseline = Self.sizes.map { generator.next(in: 0...$0 - 1) }
    }

    func finding(_ choices: PackagesFinding.Choices? = nil) throws -> PackagesFinding {
        var plain = PackagesFinding.Choices()
        plain.worlds = 0
        let issues = Self.sizes.enumerated().map { place, size in
            let alternatives = (0..<size).map { "{id: a\($0), name: a\($0)}" }.joined(separator: ", ")
            return "  - {id: i\(place), name: i, kind: ordinal, alternatives: [\(alternatives)], basis: own}"
        }.joined(separator: "\n")
        let parties = (0..<2).map { party in
            let weights = weights[party].enumerated().map { "i\($0): \($1.0)..\($1.1)" }.joined(
                separator: ", ")
            let values = isRising[party].enumerated().map { "i\($0): \($1 ? "rising" : "falling")" }.joined(
                separator: ", ")
            let multiply = party == 1 ? ", multiply: {i2: c}" : ""
            return
                "  - {id: p\(party), weights: {\(weights)}, values: {\(values)}, reservation: \(reservations[party].0)/10..\(reservations[party].1)/10, basis: own\(multiply)}"
        }.joined(separator: "\n")
        let package = baseline.enumerated().map { "i\($0): a\($1)" }.joined(separator: ", ")
        let text = CaseText([
            "issues.yaml": "issues:\n\(issues)\n",
            "models/packages.yaml":
                "parameters: {c: 0..1}\nbaselines: [{id: b, name: b, package: {\(package)}, basis: own}]\nparties:\n\(parties)\n",
        ])
        return try PackagesFinding(
            of: View(try text.read().case, from: Viewpoint(perspective: nil)), choices ?? plain)
    }

    private var packages: [[Int]] {
        (0..<2).flatMap { a in (0..<3).flatMap { b in (0..<3).map { c in [a, b, c] } } }
    }

    private func value(_ party: Int, _ issue: Int, _ choice: Int) -> Rational {
        let position = Rational(choice, over: Self.sizes[issue] - 1)
        return isRising[party][issue] ? position : 1 - position
    }

    /// Whether a party accepts with weights at these ends, a reservation and a parameter.
    private func accepts(
        _ party: Int, _ package: [Int], _ weights: [Int], _ reservation: Rational, _ factor: Rational
    ) -> Bool {
        var sum = Rational.zero
        for issue in 0..<3 {
            let multiplier = party == 1 && issue == 2 ? factor : 1
            sum += Rational(weights[issue]) * multiplier * value(party, issue, package[issue])
        }
        return sum >= reservation * Rational(weights.reduce(0, +))
    }

    private func verdicts(_ party: Int, _ package: [Int]) -> [Bool] {
        (0..<8).flatMap { mask in
            let ends = (0..<3).map { mask >> $0 & 1 == 0 ? weights[party][$0].0 : weights[party][$0].1 }
            return [reservations[party].0, reservations[party].1].flatMap { reservation in
                [0, 1].map { factor in
                    accepts(party, package, ends, Rational(reservation, over: 10), Rational(factor))
                }
            }
        }
    }

    func corners() -> (certain: Int, conceivable: Int) {
        (
            packages.count { package in (0..<2).allSatisfy { verdicts($0, package).allSatisfy { $0 } } },
            packages.count { package in (0..<2).allSatisfy { verdicts($0, package).contains(true) } }
        )
    }

    func orders() -> (necessary: Int, possible: Int) {
        func better(_ party: Int, _ package: [Int]) -> [Int] {
            (0..<3).map { issue in
                let (now, before) = (
                    value(party, issue, package[issue]), value(party, issue, baseline[issue])
                )
                return now > before ? 1 : now < before ? -1 : 0
            }
        }
        return (
            packages.count { package in (0..<2).allSatisfy { better($0, package).allSatisfy { $0 >= 0 } } },
            packages.count { package in
                (0..<2).allSatisfy { party in
                    let signs = better(party, package)
                    return signs.contains(1) || signs == [0, 0, 0]
                }
            }
        )
    }

    /// At the points: middles of all ranges but the parameter's.
    func breakEven() -> PackagesFinding.BreakEven.Answer {
        func middle(_ pair: (Int, Int)) -> Rational { Rational(pair.0 + pair.1, over: 2) }
        var least: Rational?
        for package in packages {
            var sums = [Rational.zero, .zero]
            var slope = Rational.zero
            for party in 0..<2 {
                let total = weights[party].map(middle).reduce(.zero, +)
                for issue in 0..<3 {
                    let part = middle(weights[party][issue]) / total * value(party, issue, package[issue])
                    if party == 1, issue == 2 { slope = part } else { sums[party] += part }
                }
                sums[party] -= middle(reservations[party]) / 10
            }
            guard sums[0] >= 0 else { continue }
            let needed: Rational? =
                sums[1] >= 0 ? 0 : slope > 0 && sums[1] + slope >= 0 ? -sums[1] / slope : nil
            if let needed { least = min(least ?? needed, needed) }
        }
        guard let least else { return .never }
        return least == 0 ? .always : .from(least)
    }
}
