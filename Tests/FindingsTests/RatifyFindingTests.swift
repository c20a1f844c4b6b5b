import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Engines
@testable import Findings

@Suite("Ratification of a case")
struct RatifyFindingTests {
    private static let actors = """
        - {id: r, name: Red, kind: state, basis: own}
        - {id: b, name: Blue, kind: state, basis: own}
        - {id: r-house, name: House, kind: body, of: r, basis: own}
        - {id: ally, name: Ally, kind: state, basis: own}

        """
    private static let issues = """
        issues:
          - {id: land, name: land, alternatives: [mine, half, yours], statusQuo: mine, basis: own}
          - {id: oath, name: oath, alternatives: [none, word, treaty], statusQuo: none, basis: own}
          - {id: siege, name: siege, kind: nominal, negotiable: false, alternatives: [lifted, holds], now: holds, basis: own}

        """

    private func text(_ ratification: String, _ more: [String: String] = [:]) -> CaseText {
        CaseText([
            "actors.yaml": Self.actors, "issues.yaml": Self.issues, "ratification.yaml": ratification,
        ]).with(more)
    }

    private func ask(
        _ ratification: String, _ more: [String: String] = [:],
        _ change: (inout RatifyFinding.Choices) -> Void = { _ in }
    ) throws -> RatifyFinding {
        var choices = RatifyFinding.Choices()
        change(&choices)
        let theCase = try text(ratification, more).read().case
        return try RatifyFinding(of: View(theCase, from: Viewpoint()), choices)
    }

    private func number(_ groups: [RatifyFinding.SeatGroup]?) -> Int? {
        groups.map { $0.reduce(0) { $0 + $1.count } }
    }

    // MARK: Published numbers

    @Test(
        "The Council of 1958: five twenty-firsts for the large, nothing for Luxembourg (Felsenthal & Machover 1998)"
    )
    func council1958() throws {
        let found = try ask(
            """
            bodies:
              - {id: council, name: Council, members: [{id: de, weight: 4}, {id: fr, weight: 4}, {id: it, weight: 4}, {id: nl, weight: 2}, {id: be, weight: 2}, {id: lu, weight: 1}], basis: own}
            rules:
              - {id: qmv, needs: {weight: 12, of: council}, basis: own}
            """)
        let power = try #require(found.rules[0].vote?.power)
        #expect(power.entries.map(\.member) == ["de", "fr", "it", "nl", "be", "lu"])
        let large = Rational(5, over: 21)
        let middle = Rational(3, over: 21)
        #expect(power.entries.map(\.banzhafNormalised) == [large, large, large, middle, middle, 0])
        #expect(
            power.entries.map(\.shapleyShubik.description) == ["7/30", "7/30", "7/30", "3/20", "3/20", "0"])
    }

    @Test("The Security Council: who has a veto is asked once, though two bodies name it (848 ways to win)")
    func securityCouncil() throws {
        let five = ["cn", "fr", "gb", "ru", "us"]
        let ten = (0..<10).map { "e\($0)" }
        let found = try ask(
            """
            bodies:
              - {id: council, name: Council, members: [\((five + ten).joined(separator: ", "))], basis: own}
              - {id: permanent, name: Permanent, members: [\(five.joined(separator: ", "))], basis: own}
            rules:
              - {id: resolution, needs: {all: [{atLeast: 9, of: council}, {share: 1, of: permanent}]}, basis: own}
            """)
        let vote = try #require(found.rules[0].vote)
        #expect(vote.members == 15 && number(vote.fewestYes) == 9 && number(vote.fewestNo) == 1)
        #expect(vote.coalitions == 210)
        #expect(vote.vetoers.flatMap(\.members) == five)
        let power = try #require(vote.power)
        #expect(power.collective == Rational(848, over: 32_768))
        #expect(power.entries.first { $0.member == "us" }?.shapleyShubik == Rational(421, over: 2_145))
        #expect(power.entries.first { $0.member == "e1" }?.shapleyShubik == Rational(4, over: 2_145))
    }

    // MARK: The shipped case

    @Test(
        "The 28 points: an amendment under martial law against a vote within 100 days; 34 senators; Belgium alone"
    )
    func ukraine() throws {
        let found = try RatifyFinding(of: View(try readUkraine().case, from: Viewpoint()))
        let plan = try #require(found.drafts.first { $0.draft.id == "us28-2025-11" })
        #expect(plan.reading.outcome == .contradictsItself)
        #expect(plan.reading.stuckAt.map { found.rules[$0].id } == "no-amendment")
        let collision = try #require(plan.reading.collisions.first)
        #expect(found.rules[collision.deadline].id == "election-deadline" && collision.isCertain)
        let names = plan.reading.stages.filter(\.isCertain).map { found.rules[$0.rule].id }
        #expect(Set(names).isSuperset(of: ["rada-amendment", "territory-referendum", "allies-statutes"]))
        func vote(_ rule: String) throws -> RatifyFinding.Vote {
            try #require(found.rules.first { $0.id == rule }?.vote)
        }
        let (treaty, rada) = (try vote("us-treaty"), try vote("rada-amendment"))
        #expect(number(treaty.fewestYes) == 67 && number(treaty.fewestNo) == 34)
        #expect(number(rada.fewestYes) == 300)
        #expect(try vote("belgian-assets").vetoers.map(\.voter) == ["be-government"])
        #expect(try vote("enhanced-cooperation").coalitions == 4_686_825)
        #expect(found.packages?.allowed == .exact(8_000) && found.sides.map(\.id).first == "ua")
    }

    @Test("A perspective sets the chance of the referendum: where it is 0, a cession cannot pass")
    func perspective() throws {
        let theCase = try readUkraine().case
        func finding(_ id: String) throws -> RatifyFinding {
            try RatifyFinding(of: View(theCase, from: Viewpoint(perspective: id)))
        }
        for (id, low, high) in [
            ("s000", Rational(2, over: 5), Rational(4, over: 5)),
            ("s001", Rational(1, over: 20), Rational(3, over: 10)), ("s003", 0, 0),
        ] {
            let rule = try #require(try finding(id).rules.first { $0.id == "territory-referendum" })
            #expect(rule.chance == Interval(low, high), "\(id)")
        }
        let last = try finding("s003").drafts.first { $0.draft.id == "anchorage-2025-08" }
        #expect(last?.reading.outcome == .cannotPass)
    }

    // MARK: What becomes of a text

    private static let rules = """
        bodies:
          - {id: house, name: House, actor: r-house, members: 9, basis: own}
        rules:
          - {id: treaty, applies: oath = treaty, needs: {share: 2/3, of: house}, passes: {is: 0.2..0.5, basis: own}, basis: own}
          - {id: cession, applies: land = yours, needs: {referendum: {of: house, passes: 0.4}}, basis: own}
          - {id: siege-bar, applies: land = yours, blocked: siege = holds, basis: own}
          - {id: soon, applies: oath = word, within: 10 days, conflictsWith: [siege-bar], basis: own}
        """

    private func outcome(_ terms: [String: String]) throws -> RatifyFinding.Reading {
        let found = try ask(Self.rules) { $0.desk = .package(terms) }
        return try #require(found.desk?.reading)
    }

    @Test(
        "Every outcome: nobody asked, a vote, a bar that holds today, a deadline that runs against it, no chance"
    )
    func outcomes() throws {
        #expect(try outcome(["land": "half", "oath": "none"]).outcome == .needsNobody)
        let vote = try outcome(["oath": "treaty"])
        #expect(
            vote.outcome == .canPass && vote.chance == Interval(Rational(1, over: 5), Rational(1, over: 2)))
        #expect(try outcome(["land": "yours"]).outcome == .blockedNow)
        #expect(try outcome(["land": "yours", "oath": "word"]).outcome == .contradictsItself)
        let both = try outcome(["land": "yours", "oath": "treaty"])
        #expect(both.chance == Interval(Rational(2, over: 25), Rational(1, over: 5)))
        #expect(both.bounds == Interval(0, Rational(2, over: 5)))
        #expect(try outcome([:]).outcome == .notAddressed)
    }

    @Test("A vague term: what it needs in some reading lowers the chance, and only the lower end")
    func readings() throws {
        let draft = """
            id: d
            name: draft
            date: 2026-01
            points: [{id: "1", terms: {oath: {ambiguous: [word, treaty]}, land: half}, basis: own}]
            """
        let found = try ask(Self.rules, ["proposals/d.yaml": draft])
        let reading = try #require(found.drafts.first?.reading)
        #expect(reading.outcome == .needsNobody && reading.worst == .canPass)
        #expect(reading.chance == Interval(Rational(1, over: 5), 1))
    }

    // MARK: Votes on the desk

    @Test("Votes: with one vote missing each who says no is pivotal, with one to spare nobody is")
    func votes() throws {
        for (yes, passes, pivotal, flips) in [
            (5, false, 4, 1), (6, true, 6, 1), (7, true, 0, 2), (3, false, 0, 3),
        ] {
            let found = try ask(Self.rules) {
                $0.desk = .package(["oath": "treaty"])
                $0.votes = ["house": .number(yes)]
            }
            let desk = try #require(found.desk)
            #expect(desk.passes == passes && desk.votes.count == 1, "\(yes)")
            #expect(
                number(desk.votes[0].pivotal) == pivotal && number(desk.votes[0].flips) == flips, "\(yes)")
        }
    }

    @Test("A chance for each member: the chance of the body is the binomial sum")
    func chances() throws {
        let found = try ask(Self.rules) { $0.chances = ["r-house": Interval(Rational(1, over: 2))] }
        // Six, seven, eight or nine of nine: 84 + 36 + 9 + 1 of 512.
        #expect(found.rules[0].chance == Interval(Rational(130, over: 512)))
        #expect(found.rules[0].chanceBasis == .computed)
    }

    // MARK: Bad rules

    @Test("A rule that cannot be counted is told with its place")
    func problems() throws {
        for (body, rule, problem) in [
            (
                "{id: x, name: X, basis: own}", "{share: 2/3, of: x}",
                RatifyProblem.unknownSize(body: "x", rule: "q")
            ),
            ("{id: x, name: X, members: 3, basis: own}", "{all: []}", .emptyPart(rule: "q")),
            ("{id: x, name: X, members: 3, basis: own}", "{share: 0, of: x}", .wrongShare(rule: "q")),
            ("{id: x, name: X, members: 20000, basis: own}", "{atLeast: 5, of: x}", .tooLarge(rule: "q")),
            (
                "{id: x, name: X, members: [a, a], basis: own}", "{atLeast: 1, of: x}",
                .memberTwice("a", body: "x")
            ),
            (
                "{id: x, name: X, members: [{id: a, weight: -1}], basis: own}", "{atLeast: 1, of: x}",
                .negativeWeight(member: "a", body: "x")
            ),
            (
                "{id: x, name: X, members: [x, a], basis: own}", "{atLeast: 1, of: x}",
                .ratifiesItself(["x", "x"])
            ),
            (
                "{id: x, name: X, actor: r, members: [r, a], basis: own}", "{atLeast: 1, of: x}",
                .ratifiesItself(["x", "x"])
            ),
        ] {
            let theCase = try text(
                "bodies:\n  - \(body)\nrules:\n  - {id: q, applies: oath = treaty, needs: \(rule), basis: own}\n"
            ).read().case
            do throws(NotAnswerable) {
                _ = try RatifyFinding(of: View(theCase, from: Viewpoint()))
                Issue.record("answered: \(problem)")
            } catch {
                guard case .ratification(let found, let place) = error.missing.first else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(found == problem && place?.file == "ratification.yaml", "\(problem)")
            }
        }
    }

    @Test("A quota that nobody can reach is said, and is no error")
    func unreachable() throws {
        let found = try ask(
            """
            bodies: [{id: x, name: X, members: 3, basis: own}]
            rules: [{id: q, applies: oath = treaty, needs: {atLeast: 4, of: x}, basis: own}]
            """
        ) { $0.desk = .package(["oath": "treaty"]) }
        #expect(found.rules[0].chanceBasis == .unreachable && found.rules[0].vote?.fewestYes == nil)
        #expect(found.desk?.reading.outcome == .cannotPass && found.desk?.passes == false)
    }

    // MARK: Packages

    private static let packages = """
        parties:
          - {id: r, weights: {land: 2, oath: 1}, values: {land: falling, oath: rising}, reservation: 0.6, basis: own}
          - {id: b, weights: {land: 1, oath: 2}, values: {land: rising, oath: rising}, reservation: 0.55, basis: own}
          - {id: ally, weights: {land: 1, oath: 1}, values: {land: rising, oath: falling}, reservation: 0.6, basis: own}
        """

    @Test("Bodies of parties vote by utility: the win-set is what trying every package finds")
    func utilityVotes() throws {
        for (needs, other) in [
            ("{atLeast: 2, of: union}", "{atLeast: 1, of: union}"),
            ("{share: 1, of: union}", "{atLeast: 2, of: union}"),
            ("{weight: 3, of: union}", "{weight: 1, of: union}"),
        ] {
            let found = try ask(
                """
                bodies: [{id: union, name: Union, members: [r, {id: b, weight: 2}, ally], basis: own}]
                rules:
                  - {id: one, applies: oath >= word, needs: \(needs), basis: own}
                  - {id: two, applies: land <= half, needs: \(other), basis: own}
                """, ["models/packages.yaml": Self.packages])
            let theCase = try text("rules: []", ["models/packages.yaml": Self.packages]).read().case
            let frame = try PackageFrame(View(theCase, from: Viewpoint()), .init())
            let bargain = try frame.bargain()
            func passes(_ needs: String, _ friends: Set<Int>) -> Bool {
                let weights = [1, 2, 1]
                let sum = friends.reduce(0) { $0 + weights[$1] }
                switch needs {
                case "{atLeast: 1, of: union}": return !friends.isEmpty
                case "{atLeast: 2, of: union}": return friends.count >= 2
                case "{share: 1, of: union}": return sum == 4
                case "{weight: 3, of: union}": return sum >= 3
                default: return sum >= 1
                }
            }
            var (all, open) = (0, 0)
            for rank in 0..<9 {
                let package = frame.space.package(at: Rational(rank))
                let utilities = bargain.utilities(of: package)
                let friends = Set((0..<3).filter { utilities[$0] >= bargain.reservations[$0]! })
                let isOne = package[1] >= 1 ? passes(needs, friends) : true
                let isTwo = package[0] <= 1 ? passes(other, friends) : true
                all += 1
                if isOne && isTwo { open += 1 }
            }
            let side = try #require(found.sides.first)
            #expect(side.voting == .counted && side.winSet?.count == .exact(Rational(open)), "\(needs)")
            #expect(open > 0 && open < all, "\(needs): \(open)")
        }
    }

    @Test("Packages: those that call up a rule, those that nothing stops, and what a no would change")
    func called() throws {
        let found = try ask(Self.rules, ["models/packages.yaml": Self.packages])
        let part = try #require(found.packages)
        #expect(part.allowed == .exact(9))
        #expect(part.called.map(\.allowed) == [.exact(3), .exact(3), .exact(3), .exact(3)])
        // The bar belongs to no side; a referendum that cannot pass stops a third.
        let side = try #require(found.sides.first)
        #expect(side.id == "r" && side.winSet?.count == .exact(9))
        let never = try ask(
            Self.rules.replacing("passes: 0.4", with: "passes: 0"), ["models/packages.yaml": Self.packages])
        #expect(never.sides.first?.winSet?.count == .exact(6))
        #expect(part.tied.allSatisfy { $0.with?.count == 3 })
    }
}
