import CaseFiles
import CaseModel
import Engines
import Foundation
import Numbers
import Support
import Testing

@testable import Findings

@Suite("Stability of a case")
struct StabilityFindingTests {
    private typealias Concept = StabilityFinding.Concept

    private func finding(
        _ theCase: Case, _ perspective: String?, struck: Set<String> = [],
        _ change: (inout StabilityFinding.Choices) -> Void = { _ in }
    ) throws -> StabilityFinding {
        var choices = StabilityFinding.Choices()
        change(&choices)
        return try StabilityFinding(
            of: View(theCase, from: Viewpoint(perspective: perspective, struck: struck)), choices)
    }

    private func leaving(_ reading: StabilityFinding.StateReading?, _ found: StabilityFinding) -> [String] {
        (reading?.verdicts ?? []).joined().filter { $0.concept == .nash && $0.isStable == false }
            .map { found.frame.decisionMakers[$0.maker].id }
    }

    private func inputs(_ theCase: Case, _ perspective: String, struck: Set<String> = []) throws
        -> ConflictInputs
    {
        try prepareStability(
            View(theCase, from: Viewpoint(perspective: perspective, struck: struck)), .init())
    }

    /// Who leaves a state, by id (Nash).
    private func leaving(_ state: Int, _ inputs: ConflictInputs) -> String {
        inputs.reading(of: state, [.nash]).verdicts.joined().filter { $0.isStable == false }
            .map { inputs.frame.decisionMakers[$0.maker].id }.joined(separator: " ")
    }

    /// The case with preconditions written as states that cannot be, as the first prototype did.
    private func oldEncoding() throws -> Case {
        var theCase = try readUkraine().case
        let place = Place(file: "models/stability.yaml", line: 1, column: 1)
        func rule(_ id: String, _ when: Formula) -> FeasibilityRule {
            FeasibilityRule(id: id, when: when, because: nil, basis: Basis(isOwn: true), place: place)
        }
        func option(_ id: String) -> Formula { .atom(.option(id)) }
        theCase.stability?.preconditions = []
        theCase.stability?.infeasible += [
            rule(
                "f4",
                .and([
                    option("euc-deploy"), .not(.and([option("ru-ceasefire"), option("ua-ceasefire")])),
                    .not(option("us-cover")),
                ])),
            rule("f7", .and([option("ru-ceasefire"), .not(option("ua-ceasefire"))])),
        ]
        return theCase
    }

    @Test("The old encoding gives the old table: lasting states per author and concept, 2944 feasible states")
    func oldTable() throws {
        let theCase = try oldEncoding()
        // Nash of s000 was confirmed by two programs, the rest by one.
        let expected: [(String, [Int])] = [
            ("s000", [136, 488, 412, 140]), ("s001", [26, 246, 230, 26]), ("s002", [96, 608, 416, 96]),
            ("s002-b", [80, 944, 496, 160]), ("s003", [124, 828, 828, 180]), ("s004", [96, 768, 768, 96]),
        ]
        for (author, numbers) in expected {
            let inputs = try inputs(theCase, author, struck: author == "s004" ? ["s004.consent-rule"] : [])
            #expect(inputs.frame.states == 2944)
            let found = inputs.stableStates([.nash, .gmr, .smr, .seq])
            #expect([.nash, .gmr, .smr, .seq].map { found[$0]!.equilibria.count } == numbers, "\(author)")
        }
    }

    @Test("The old encoding: who would still move in the named states")
    func oldNamedStates() throws {
        let theCase = try oldEncoding()
        let states: [(String, [String])] = [
            (
                "us-press,ru-maximal,ua-ceasefire",
                ["euc", "ru euc", "us ru euc", "us ru euc", "euc", "us euc"]
            ),
            ("us-press,ru-maximal,ua-ceasefire,euc-sanction", ["", "ru", "us ru", "us ru", "", "us"]),
            (
                "us-press,ru-ceasefire,ua-ceasefire,ua-cede,ua-neutral",
                ["ua euc", "ru ua euc", "ru ua euc", "ru ua euc", "euc", "us ua euc"]
            ),
            (
                "ru-ceasefire,ua-ceasefire",
                ["ru euc", "us ru euc", "ru euc", "ru euc", "us ru euc", "us ru euc"]
            ),
            ("ru-ceasefire,ua-ceasefire,euc-deploy", ["euc", "us euc", "euc", "euc", "us euc", "us euc"]),
            (
                "us-guarantee,ru-ceasefire,ua-ceasefire,euc-deploy",
                ["euc", "us euc", "euc", "euc", "us euc", "us euc"]
            ),
            (
                "us-sanction,ru-maximal,ru-advance,ua-ceasefire,euc-sanction",
                ["us", "us", "", "us", "us", ""]
            ),
            (
                "us-cover,us-sanction,ru-maximal,ru-advance,ru-strike,ua-ceasefire,euc-deploy",
                ["us euc", "us euc", "euc", "euc", "us euc", "euc"]
            ),
            (
                "us-press,ru-maximal,ua-ceasefire,ua-cede",
                ["euc", "ru euc", "us ru euc", "us ru euc", "ru euc", "us euc"]
            ),
        ]
        for (place, author) in ["s000", "s001", "s002", "s002-b", "s003", "s004"].enumerated() {
            let struck: Set<String> = author == "s004" ? ["s004.consent-rule"] : []
            let inputs = try inputs(theCase, author, struck: struck)
            for (state, expected) in states {
                #expect(leaving(try inputs.state(state), inputs) == expected[place], "\(author) \(state)")
            }
        }
    }

    @Test("With preconditions a secured cease-fire can be broken: Russia leaves it under every author (Nash)")
    func repairedEncoding() throws {
        let theCase = try readUkraine().case
        let nash = ["s000": 192, "s001": 24, "s002": 64, "s002-b": 32, "s003": 192, "s004": 128]
        for (author, number) in nash {
            let inputs = try inputs(theCase, author)
            #expect(inputs.frame.states == (author == "s004" ? 4224 : 5376))
            #expect(inputs.stableStates([.nash])[.nash]?.equilibria.count == number)
            for state in [
                "ru-ceasefire,ua-ceasefire,euc-deploy", "us-guarantee,ru-ceasefire,ua-ceasefire,euc-deploy",
            ] {
                #expect(leaving(try inputs.state(state), inputs).contains("ru"), "\(author)")
            }
        }
    }

    @Test("Essay 002's branches differ in one statement, and in the state that it speaks of")
    func branches() throws {
        let found = try finding(try readUkraine().case, "s002-b")
        let branching = try #require(found.branching)
        #expect(branching.parent == "s002")
        #expect(branching.statements.map { found.frame.decisionMakers[$0.maker].id } == ["us"])
        #expect(branching.statements.map { $0.now.map { "\($0)" } } == ["us-cover iff ru-advance"])
        #expect(branching.changedVerdicts.dropFirst().allSatisfy { $0 == 0 })
        let refusal = ["euc-sanction", "ru-advance", "ru-maximal", "ua-ceasefire", "us-sanction"]
        #expect(
            branching.changedStates.map { found.frame.taken($0.state).map(\.id).sorted() } == [refusal])
        #expect(branching.changedStates.allSatisfy { !$0.staysNow })
        let before = try finding(try readUkraine().case, "s002")
        let outlook = before.named.first { $0.options == refusal }?.outlook
        #expect(outlook?.reading.isEquilibrium(.nash) == true)
    }

    @Test(
        "Essay 000's settlement: better for three, reached only jointly, undone by Ukraine unless neutrality cannot be taken back"
    )
    func settlement() throws {
        let found = try finding(try readUkraine().case, "s000")
        let named = try #require(found.named.first { $0.conclusions == ["s000.c7"] })
        let outlook = try #require(named.outlook)
        #expect(outlook.gains == [.better, .better, .better, .worse])
        #expect(outlook.byImprovements == nil)
        #expect(outlook.jointly?.map(\.movers) == [[1, 2]])
        #expect(leaving(outlook.reading, found) == ["ua", "euc"])
        #expect(outlook.hinges.filter(\.wouldStay).map(\.option) == ["ua-neutral"])
        let bound = try StabilityFinding(
            of: View(
                try readUkraine().case, from: Viewpoint(perspective: "s000", scenario: "neutrality-bound")))
        let kept = try #require(bound.named.first { $0.conclusions == ["s000.c7"] }?.outlook)
        #expect(kept.reading.verdicts.joined().filter { $0.isStable == false }.map(\.maker) == [3])
        let together = try finding(try readUkraine().case, "s000") { $0.withCoalitions = true }
        let three = try #require(together.coalitions?.first { $0.members == [0, 1, 2] })
        #expect(three.vulnerable.count == 144)
    }

    @Test("Authors are mixed side by side: the number of mixes is the product of those under whom each stays")
    func authors() throws {
        let found = try finding(try readUkraine().case, "s000") {
            $0.state = "us-sanction,ru-maximal,ru-advance,ua-ceasefire,euc-sanction"
        }
        let theCase = try readUkraine().case
        let table = try #require(found.authors)
        #expect(table.authors.map(\.id) == ["s000", "s001", "s002", "s002-b", "s003", "s004"])
        #expect(table.mixes == 1296)
        let stays = table.cells.map { $0.count { $0 == .stays } }
        #expect(table.lastingMixes == Rational(stays.reduce(1, *)) && table.lastingMixes.signum > 0)
        for (place, author) in table.authors.enumerated() {
            let inputs = try inputs(theCase, author.id)
            let verdicts = inputs.reading(of: table.state, [.nash]).verdicts
            for (i, cells) in table.cells.enumerated() {
                #expect(verdicts[i][0].isStable == (cells[place] == .stays), "\(author.id) \(i)")
            }
        }
    }

    @Test("Without preferences the question is refused, with the names of those who lack them")
    func refusal() throws {
        #expect {
            _ = try finding(try readUkraine().case, nil)
        } throws: { error in
            guard let refused = error as? NotAnswerable,
                case .model(.noPreferences(let makers), _)? = refused.missing.first
            else { return false }
            return makers == ["us", "ru", "ua", "euc"]
        }
    }

    @Test("The inverse question agrees with the forward engine, and changed statements do what they promise")
    func inverse() throws {
        let inputs = try inputs(try readUkraine().case, "s000")
        let state = try inputs.state("us-press,ru-ceasefire,ua-ceasefire,ua-cede,ua-neutral")
        for concept in [Concept.nash, .gmr, .smr, .seq, .sseq] {
            let verdicts = inputs.reading(of: state, [concept]).verdicts
            let inverse = inputs.inverse(state, concept)
            for (i, place) in inverse.places.enumerated() {
                #expect(place.isStable == verdicts[i][0].isStable, "\(concept)")
                #expect(place.overtaken > 0 || place.isStable)
            }
            #expect(inverse.isConfirmed, "\(concept)")
        }
    }

    @Test(
        "What matters: statements without effect, options that nobody ranks, decision makers that never react"
    )
    func contents() throws {
        let found = try model(
            """
            decisionMakers:
              - {id: a, options: [x, w], preferences: [x or not x, y, x, y, not x]}
              - {id: b, options: [y], preferences: indifferent}

            """)
        let reasons = found.content.idle.map { "\($0.slot) \($0.reason)" }
        #expect(reasons == ["10 always(true)", "40 repeats(slot: 20)", "50 changesNothing"])
        #expect(found.content.neverReacting == [1])
        #expect(found.content.orders == 200)
    }

    @Test("A model whose answers do not depend on its premises says so")
    func premiseFree() throws {
        let found = try model(
            """
            decisionMakers:
              - {id: a, options: [x], preferences: [y]}
              - {id: b, options: [y], preferences: indifferent}

            """)
        #expect(found.content.isPremiseFree)
        #expect(found.limits.contains(.answersWithoutPremises))
        #expect(found.content.unranked.isEmpty)
    }

    private func model(_ text: String, _ change: (inout StabilityFinding.Choices) -> Void = { _ in }) throws
        -> StabilityFinding
    {
        try CaseText(["m.yaml": text]).inFolder { folder in
            try finding(try readStabilityModel(file: "\(folder)/m.yaml").case, nil, change)
        }
    }

    @Test("Published conflicts as model files: stable states, equilibria and coalitions")
    func modelFiles() throws {
        let file = projectFolder.appendingPathComponent("Tests/EnginesTests/KnownAnswers/stability.json")
        let known = try JSONDecoder().decode(Known.self, from: Data(contentsOf: file))
        for entry in known.cases where entry.expected != nil {
            let found = try model(entry.text)
            let decimals = entry.feasibleDecimals ?? Array(0..<found.frame.states)
            for answer in found.answers {
                let name = answer.concept.rawValue
                #expect(
                    answer.equilibria.decimals
                        == entry.expected!.paper.equilibria[name]?.map { decimals[$0 - 1] },
                    "\(entry.id) \(name)")
                for (maker, list) in zip(entry.decisionMakers!, answer.stable) {
                    let expected = entry.expected!.paper.stableStates[maker]?[name]
                    #expect(
                        list.decimals == expected?.map { decimals[$0 - 1] }, "\(entry.id) \(name) \(maker)")
                }
            }
        }
    }

    @Test("Mixed concepts: everybody by SEQ or SIM, as the tableaux of the known answers count")
    func mixedConcepts() throws {
        let file = projectFolder.appendingPathComponent("Tests/EnginesTests/KnownAnswers/stability.json")
        let known = try JSONDecoder().decode(Known.self, from: Data(contentsOf: file))
        for entry in known.cases {
            guard let expected = entry.expected?.paper.equilibria["seq_or_sim"] else { continue }
            let makers = entry.decisionMakers!.indices.map { "d\($0)" }
            let found = try model(entry.text) {
                $0.mixed = makers.map { .init(maker: $0, concepts: [.seq, .sim]) }
            }
            #expect(
                found.mixed?.equilibria.decimals == expected.map { entry.feasibleDecimals![$0 - 1] },
                "\(entry.id)")
        }
        // Whoever is not named stays by Nash.
        let row = try model(try #require(known.cases.first { $0.id == "chicken" }).text) {
            $0.mixed = [.init(maker: "d0", concepts: [.gmr])]
        }
        #expect(row.mixed?.equilibria.decimals == [1, 2] && row.mixed?.concepts == [[.gmr], [.nash]])
    }

    /// As much of the known answers as a model file needs.
    fileprivate struct Known: Decodable {
        let cases: [Entry]

        struct Entry: Decodable {
            let id: String
            let decisionMakers: [String]?
            let options: [Choice]?
            let infeasible: [String]?
            let feasibleDecimals: [Int]?
            let arcs: [String: [[Int]]]?
            let preferences: [Order]?
            let expected: Expected?
        }

        struct Choice: Decodable {
            let owner: String
            let direction: String
        }

        struct Order: Decodable {
            let dm: String
            let rankingBestFirst: [Int]
        }

        struct Expected: Decodable {
            let paper: Paper
        }

        struct Paper: Decodable {
            let stableStates: [String: [String: [Int]]]
            let equilibria: [String: [Int]]
        }
    }

    @Test("Strength, ignorance and attitudes are read from the file")
    func readings() throws {
        let text = """
            decisionMakers:
              - id: a
                options: [x]
                preferences: [{prefer: y, strong: true}, {prefer: x, known: false}]
                attitudes: {b: negative}
              - id: b
                options: [y]
                preferences: [x]

            """
        // Nobody knows whether a prefers x: with variant a that tempts, with variant d it does not.
        func nash(_ reading: StabilityFinding.Reading) throws -> [Int] {
            try model(text) { $0.reading = reading }.answers.first { $0.concept == .nash }!.stable[0].decimals
        }
        #expect(try nash(.unknownA) == [])
        #expect(try nash(.unknownD) == [0, 1, 2, 3])
        // Read as known, a wants x; strength and attitudes do not ask about ignorance.
        #expect(try nash(.strong) == [1, 3])
        // b likes x; whoever wishes b ill is not tempted by it, and drops x only if that is better for itself.
        #expect(try nash(.attitudes) == [0, 1, 2, 3])
    }

    @Test(
        "What is marked as unknown is read as known unless somebody asks, with options and with the graph alike"
    )
    func unknownReadAsKnown() throws {
        let maker = "  - {id: a, options: [x, z], preferences: [{prefer: x, known: false}]}"
        let others = "decisionMakers:\n\(maker)\n  - {id: b, options: [y], preferences: [y]}\n"
        let vacuous = "preconditions: [{take: x, when: z or not z}]\n"
        let (fast, slow) = (try model(others), try model(others + vacuous))
        #expect(fast.answers[0] == slow.answers[0])
        let together = try model(others) { $0.withCoalitions = true }
        #expect(together.coalitions?.first?.cnash.decimals.contains(0) == false)
        #expect(fast.limits.contains(.leftUnread([.ignorance])))
    }

    @Test("Dilemmas in chicken: each would rather yield than go on, and could live with what the other wants")
    func dilemmas() throws {
        let found = try model(
            """
            statusQuo: none
            decisionMakers:
              - {id: row, options: [yield-row], ranking: [3, 4, 2, 1]}
              - {id: column, options: [yield-column], ranking: [2, 4, 3, 1]}

            """)
        let confrontation = try #require(found.confrontation)
        #expect(confrontation.positions == [2, 1] && confrontation.fallback == 0)
        let row = confrontation.dilemmas.filter { $0.maker == 0 }
        #expect(row.map(\.kind) == [.threat, .inducement])
        #expect(row.map(\.state) == [1, 1] && row.map(\.other) == [nil, 1])
        // With everybody at the worst today, each is deterred; once the other yields, nobody breaks that.
        #expect(confrontation.dilemmas.count == 4)
    }

    @Test("Changed wishes do what they promise: struck premises keep those who left")
    func changedWishes() throws {
        let theCase = try readUkraine().case
        let state = "us-press,ru-ceasefire,ua-ceasefire,ua-cede,ua-neutral"
        let inputs = try inputs(theCase, "s000")
        let inverse = inputs.inverse(try inputs.state(state), .nash)
        var struck: Set<String> = []
        for (i, edits) in inverse.edits.enumerated() {
            guard case .found(let list) = edits else { return #expect(Bool(false), "\(edits)") }
            for edit in list {
                #expect(edit.kind == .dropped)
                let premise = inputs.origins[i].statements.first { $0.slot == edit.slot }?.held.basis.premise
                struck.insert(try #require(premise))
            }
        }
        let changed = try self.inputs(theCase, "s000", struck: struck)
        #expect(leaving(try changed.state(state), changed).isEmpty)
    }

    @Test("Merging and splitting keep what they should; a faction wishes what its decision maker wishes")
    func factions() throws {
        let text = """
            decisionMakers:
              - {id: a, options: [x], preferences: [x and y, not x]}
              - {id: b, options: [y], preferences: [x and y, not x]}

            """
        let apart = try model(text)
        let joint = try model(text) { $0.merged = [.init(members: ["a", "b"], preferences: "a")] }
        #expect(joint.frame.decisionMakers.map(\.id) == ["a+b"])
        #expect(joint.answers[0].equilibria.decimals == [3])
        #expect(apart.answers[0].equilibria.decimals == [0, 3])
        let split = try model(
            """
            decisionMakers:
              - {id: a, options: [x, y], preferences: [x and y, not x]}

            """
        ) { $0.split = [.init(decisionMaker: "a", options: ["y"])] }
        #expect(split.frame.decisionMakers.map(\.id) == ["a", "a-2"])
        #expect(split.answers[0].equilibria == apart.answers[0].equilibria)
    }

    @Test("A goal that cannot be is named as the smallest contradiction")
    func goals() throws {
        let text = """
            decisionMakers:
              - {id: a, options: [x], preferences: indifferent}

            """
        func goals(_ lasting: [String], _ fleeting: [String]) throws -> StabilityFinding.GoalAnswer? {
            try model(text) { choices in
                choices.goals =
                    lasting.map { .init(state: $0, isStable: true) }
                    + fleeting.map { .init(state: $0, isStable: false) }
            }.goals
        }
        guard case .wishes(let wishes) = try goals(["0"], ["1"]) else { return #expect(Bool(false)) }
        #expect(
            wishes.map { [$0.better, $0.worse] } == [[0, 1], [0, 1]]
                && wishes.map(\.isStrict) == [false, true])
        #expect(try goals([], ["0", "1"]) == .contradiction([(0, false), (1, false)]))
    }
}

extension StabilityFindingTests.Known.Entry {
    /// The conflict as a model file.
    fileprivate var text: String {
        var text = ""
        let ids = decisionMakers!.indices.map { "d\($0)" }
        if let arcs {
            let count = Set(arcs.values.joined().joined()).count
            text +=
                "states: [\((1...count).map { "s\($0)" }.joined(separator: ", "))]\nstatusQuo: s1\nmoves:\n"
            for (id, maker) in zip(ids, decisionMakers!) {
                let pairs = arcs[maker]!.map { "[s\($0[0]), s\($0[1])]" }.joined(separator: ", ")
                text += "  \(id): [\(pairs)]\n"
            }
        } else {
            text += "options:\n"
            for (index, option) in options!.enumerated() {
                let direction = ["both": "both", "fwd": "forward", "back": "backward"][option.direction]!
                let owner = ids[decisionMakers!.firstIndex(of: option.owner)!]
                text += "  - {id: o\(index), of: \(owner), direction: \(direction)}\n"
            }
            if !infeasible!.isEmpty { text += "infeasible:\n" }
            for (index, pattern) in infeasible!.enumerated() {
                let parts = pattern.enumerated().compactMap { place, letter in
                    letter == "Y" ? "o\(place)" : letter == "N" ? "not o\(place)" : nil
                }
                text += "  - {id: f\(index), when: \(parts.joined(separator: " and "))}\n"
            }
        }
        text += "decisionMakers:\n"
        for (id, maker) in zip(ids, decisionMakers!) {
            let order = preferences!.first { $0.dm == maker }!.rankingBestFirst
            let names = order.map { arcs == nil ? "\($0)" : "s\($0)" }.joined(separator: ", ")
            text += "  - {id: \(id), ranking: [\(names)]}\n"
        }
        return text
    }
}
