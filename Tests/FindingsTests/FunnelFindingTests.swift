import CaseFiles
import CaseModel
import Numbers
import Support
import Testing

@testable import Findings

@Suite("From all packages to those that could last")
struct FunnelFindingTests {
    private static let files: [String: String] = [
        "actors.yaml": "- {id: up, name: up, kind: state}\n- {id: down, name: down, kind: state}\n",
        "issues.yaml": """
        issues:
          - {id: water, name: water, kind: ordinal, statusQuo: none, alternatives: [{id: none, name: none}, {id: half, name: half}, {id: all, name: all}], basis: own}
          - {id: fish, name: fish, kind: ordinal, statusQuo: few, alternatives: [{id: few, name: few}, {id: many, name: many}], basis: own}
        """,
        "models/packages.yaml": """
        parties:
          - {id: up, weights: {water: 1, fish: 1}, values: {water: falling, fish: falling}, reservation: {range: 0..1, point: 0.25}, basis: own}
          - {id: down, weights: {water: 3, fish: 1}, values: {water: rising, fish: rising}, reservation: 0.25, basis: own}
        """,
    ]

    private func finding(_ more: [String: String] = [:]) throws -> FunnelFinding {
        let theCase = try CaseText(Self.files).with(more).read().case
        return try FunnelFinding(of: View(theCase, from: Viewpoint(perspective: nil)))
    }

    private func counts(_ found: FunnelFinding) -> [PackagesFinding.Count] { found.gates.map(\.atPoints) }

    @Test("By hand: four packages are acceptable; nothing else is asked")
    func plain() throws {
        let found = try finding()
        #expect(found.packages == 6)
        #expect(counts(found) == [.exact(6), .exact(6), .exact(4), .exact(4), .exact(4), .exact(4)])
        #expect(found.gates.map(\.isAsked) == [false, false, true, false, false, false])
        #expect(found.gates[2].isHollow && !found.gates[0].isHollow)
        #expect(found.gates[2].example != nil && found.gates[2].nearestMiss == nil)
    }

    @Test(
        "A rule that is blocked today stops what it applies to; so does one without a chance, and not one with a small one"
    )
    func ratification() throws {
        let law =
            Self.files["issues.yaml"]! + """

                  - {id: law, name: law, negotiable: false, kind: nominal, now: in-force, alternatives: [{id: in-force, name: in force}, {id: lifted, name: lifted}], basis: own}
                """
        func rules(_ text: String) -> [String: String] {
            ["issues.yaml": law, "ratification.yaml": "rules:\n  - \(text)\n"]
        }
        // Half the water with few or many fish is acceptable.
        let blocked = try finding(
            rules("{id: r, applies: water = half, blocked: law = in-force, basis: own}"))
        #expect(counts(blocked)[3] == .exact(2))
        let lifted = try finding(rules("{id: r, applies: water = half, blocked: law = lifted, basis: own}"))
        #expect(counts(lifted)[3] == .exact(4))
        #expect(lifted.gates[3].isAsked && lifted.gates[3].isHollow)
        let hopeless = try finding(rules("{id: r, applies: water = half, passes: 0, basis: own}"))
        #expect(counts(hopeless)[3] == .exact(2))
        let slim = try finding(rules("{id: r, applies: water = half, passes: 0..0.01, basis: own}"))
        #expect(counts(slim)[3] == .exact(4))
    }

    @Test("Packages whose steps have no order that holds stop there; conditions choose the steps")
    func order() throws {
        func steps(_ text: String) -> [String: String] { ["steps.yaml": text] }
        // Downstream loses by closing the fishery, which belongs to few fish only.
        let closing =
            "- {id: open, by: [up], gives: {down: 0.2, up: 0.1}, basis: own}\n- {id: close, by: [down], when: fish = few, costs: {down: 0.3}, basis: own}\n"
        let found = try finding(steps(closing))
        // Acceptable: none and many, half and few, half and many, all and few.
        #expect(counts(found)[4] == .exact(2))
        #expect(found.steps == ["open", "close"] && found.stepsOutside.isEmpty)
        // With a range that reaches up to the gain it holds for some numbers.
        let wide = try finding(
            steps(closing.replacing("costs: {down: 0.3}", with: "costs: {down: 0.1..0.5}")))
        #expect(wide.gates[4].atPoints == .exact(2) && wide.gates[4].forSome == wide.gates[3].forSome)
        // Who receives first and pays last would stop; the other way round the order holds.
        let swap =
            "- {id: pay, by: [up], gives: {down: 0.3}, costs: {up: 0.1}, basis: own}\n- {id: deliver, by: [down], gives: {up: 0.3}, costs: {down: 0.1}, basis: own}\n"
        #expect(counts(try finding(steps(swap)))[4] == .exact(0))
        let bound =
            swap + "- {id: bonus, by: [up], after: [pay, deliver], gives: {down: 0.1, up: 0.1}, basis: own}\n"
        #expect(counts(try finding(steps(bound)))[4] == .exact(4))
        // Temptation turns it.
        let tempting = bound.replacing(
            "basis: own}\n- {id: bonus", with: "temptation: {up: 0.5}, basis: own}\n- {id: bonus")
        #expect(counts(try finding(steps(tempting)))[4] == .exact(0))
    }

    @Test("A draft stops at the first gate that no completion passes, with the reason")
    func drafts() throws {
        func draft(_ id: String, _ terms: String) -> [String: String] {
            [
                "proposals/\(id).yaml":
                    "id: \(id)\nname: \(id)\ndate: 2025-05\nbasis: own\npoints:\n  - {id: \"1\", terms: {\(terms)}}\n"
            ]
        }
        let steps =
            "- {id: open, by: [up], gives: {down: 0.2}, basis: own}\n- {id: close, by: [down], when: fish = few, costs: {down: 0.3}, basis: own}\n"
        var files = draft("dry", "water: none, fish: few")
        files.merge(draft("closed", "fish: few")) { $1 }
        files.merge(draft("mild", "water: half, fish: many")) { $1 }
        files["steps.yaml"] = steps
        let found = try finding(files)
        let paths = Dictionary(uniqueKeysWithValues: found.drafts.map { ($0.draft.id, $0) })
        #expect(paths["dry"]?.stopsAt == .acceptable)
        guard case .parties(let unsatisfied)? = paths["dry"]?.reason else {
            Issue.record("no reason")
            return
        }
        #expect(unsatisfied.map(\.id) == ["down"])
        #expect(paths["closed"]?.stopsAt == .ordered)
        guard case .steps(let blockers)? = paths["closed"]?.reason else {
            Issue.record("no reason")
            return
        }
        #expect(blockers.map(\.actor) == ["down"])
        #expect(paths["mild"]?.stopsAt == nil && paths["mild"]?.reason == nil)
    }

    @Test("Every gate leaves no more than the one before, and counts agree with looking at every package")
    func laws() throws {
        for perspective in [nil, "s000", "s001", "s002", "s003", "s004"] {
            let view = View(try readUkraine().case, from: Viewpoint(perspective: perspective))
            let found = try FunnelFinding(of: view)
            for (one, next) in zip(found.gates, found.gates.dropFirst()) {
                for (before, after) in [(one.atPoints, next.atPoints), (one.forSome, next.forSome)] {
                    guard case .exact(let left) = before, case .exact(let right) = after else {
                        Issue.record("not counted")
                        continue
                    }
                    #expect(left >= right, "\(next.kind) from \(perspective ?? "base")")
                }
            }
            // The same numbers as the question about packages.
            var choices = PackagesFinding.Choices()
            choices.worlds = 0
            let packages = try PackagesFinding(of: view, choices)
            #expect(found.gates[0].atPoints == packages.gates.feasible)
            #expect(found.gates[1].atPoints == packages.gates.lawful)
            #expect(found.gates[2].atPoints == packages.gates.acceptable)
            #expect(found.gates[2].forSome == packages.ranges.conceivable)
        }
    }
}
