import CaseFiles
import CaseModel
import Findings
import Numbers
import Support
import Testing

@Suite("Games of a case")
struct SolveFindingTests {
    /// A template at its published example, with one number given as a range, and where the closed form has its threshold.
    struct Example: Sendable, CustomTestStringConvertible {
        let template: String
        let values: String
        let parameter: String
        let threshold: Rational
        var testDescription: String { "\(template) \(parameter)" }
    }

    static let examples = [
        Example(
            template: "G1", values: "p: 0..1, g: 2, c: 2, l: 3, k-r: 1, k-i: 5", parameter: "p",
            threshold: Rational(1, over: 2)),
        Example(
            template: "G4", values: "h: 0..1, r-h: 9/20, r-l: 3/20, grid: 10", parameter: "h",
            threshold: Rational(3, over: 8)),
        Example(
            template: "G5", values: "p-1: 4/5, p-2: 0.2..0.7, c-d: 1/10, delta: 1", parameter: "p-2",
            threshold: Rational(59, over: 100)),
        Example(
            template: "G7", values: "theta: 0..1, q: 1/2, gain: 4, cost: 4, s: 1, w: 2", parameter: "theta",
            threshold: Rational(3, over: 8)),
        Example(
            template: "G9", values: "pi: 9/10, u: 0..1, p: 3/4, a: 0, r: 0, w-i: -1, g: 2, c: 2",
            parameter: "u", threshold: Rational(20, over: 27)),
        Example(
            template: "G10", values: "t: 0..1, p-b: 1/2, c-l: 1/20, c-h: 7/20, c-a: 1/10, grid: 10",
            parameter: "t", threshold: Rational(3, over: 4)),
    ]

    private func solved(_ text: String, _ choices: SolveFinding.Choices = .init()) throws -> SolveFinding {
        let theCase = try CaseText(["models/games/game.yaml": "id: game\n" + text]).read().case
        return try SolveFinding("game", of: View(theCase, from: Viewpoint()), choices)
    }

    @Test("The threshold of a template is that of its closed form, exactly", arguments: examples)
    func thresholds(example: Example) throws {
        let finding = try solved("template: \(example.template)\nvalues: {\(example.values)}\n")
        let thresholds = try #require(finding.solutions[0].thresholds)
        #expect(thresholds.map(\.parameter) == [example.parameter])
        #expect(thresholds.map(\.at) == [Interval(example.threshold)])
    }

    @Test("A thousandth below and above the threshold the outcome is another, and at it both stand")
    func sides() throws {
        func outcomes(_ p: Rational) throws -> (Set<Rational>, Bool) {
            let values = "p: \(p), g: 2, c: 2, l: 3, k-r: 1, k-i: 5"
            let found = try solved("template: G1\nvalues: {\(values)}\n").solutions[0].equilibria
            let set = try #require(found.first?.strategies.firstIndex { $0?.count == 2 })
            return (
                Set(found.compactMap { $0.strategies[set]?[0].low }), found.contains { $0.isIndifferent }
            )
        }
        let (half, thousandth) = (Rational(1, over: 2), Rational(1, over: 1_000))
        let (below, at, above) = (
            try outcomes(half - thousandth), try outcomes(half), try outcomes(half + thousandth)
        )
        #expect(below.0 == [1] && !below.1)
        #expect(above.0 == [0] && !above.1)
        #expect(at.0.isSuperset(of: [0, 1]) && at.1)
    }

    @Test("A player alone with two equal actions: every mixture is worth the same, and sums to 1")
    func alone() throws {
        let finding = try solved(
            "players: [a]\ntree: {player: a, infoset: s, actions: [{label: x, to: {payoff: {a: 3}}}, {label: y, to: {payoff: {a: 3}}}]}\n"
        )
        for one in finding.solutions[0].equilibria {
            #expect(one.payoffs == [Interval(3)] && one.regret == 0)
            #expect(one.strategies[0]?.map(\.low).reduce(.zero, +) == 1)
        }
    }

    @Test("A circumstance makes one game of each alternative, and can be chosen")
    func given() throws {
        let text = """
            players: [a]
            parameters: {x: 0.4}
            given: {form: {none: {keep: 0}, some: {keep: x}}}
            tree: {player: a, infoset: s, actions: [{label: l, to: {payoff: {a: keep}}}, {label: r, to: {payoff: {a: 0.1}}}]}

            """
        let all = try solved(text)
        #expect(all.solutions.map(\.given) == [["form": "none"], ["form": "some"]])
        #expect(
            all.solutions.map { $0.equilibria[0].payoffs[0].low } == [
                Rational(1, over: 10), Rational(2, over: 5),
            ])
        var choices = SolveFinding.Choices()
        choices.given = ["form": "some"]
        #expect(try solved(text, choices).solutions.count == 1)
        choices.given = ["form": "other"]
        #expect(throws: NotAnswerable.self) { try solved(text, choices) }
    }

    @Test("Every game of the shipped case is solved from every perspective")
    func ukraine() throws {
        let theCase = try readUkraine().case
        #expect(theCase.games.count == 13)
        for perspective in [nil] + theCase.perspectives.map({ Optional($0.id) }) {
            let view = View(theCase, from: Viewpoint(perspective: perspective))
            for game in theCase.games {
                let finding = try SolveFinding(game.id, of: view)
                for solution in finding.solutions {
                    #expect(!solution.equilibria.isEmpty, "\(game.id) \(perspective ?? "base")")
                    #expect(solution.equilibria.allSatisfy { $0.regret == 0 })
                }
            }
        }
    }
}
