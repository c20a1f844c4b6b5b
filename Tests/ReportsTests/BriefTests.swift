import CaseFiles
import CaseModel
import Findings
import Numbers
import Support
import Testing

@testable import Reports

@Suite("One page for the minister")
struct BriefTests {
    @Test(
        "At most 320 words, no decimals, a mark at every line, from every viewpoint and for every side",
        arguments: Language.allCases)
    func page(language: Language) throws {
        let theCase = try readUkraine().case
        let words = Words(language)
        let sides: [String?] = [nil, "us", "ru", "ua", "euc", "nato"]
        for perspective in [nil] + theCase.perspectives.map({ Optional($0.id) }) {
            for side in sides {
                let view = View(theCase, from: Viewpoint(perspective: perspective))
                let sheet = try Brief(of: view, for: side).sheet(words)
                #expect(sheet.wordCount <= BriefSheet.longest, "\(perspective ?? "base") \(side ?? "-")")
                let lines = sheet.sections.flatMap(\.lines)
                #expect(sheet.sections.allSatisfy { !$0.lines.isEmpty }, "\(perspective ?? "base")")
                #expect(!lines.contains { $0.text.contains(/[0-9][.,][0-9]/) })
                for line in lines {
                    #expect(sheet.text.contains("[\(line.number)]\n"))
                    #expect(sheet.text.contains("  [\(line.number)] \(sheet.evidence(of: line))"))
                    #expect(sheet.markdown.contains("[^\(line.number)]: "))
                }
            }
        }
    }

    @Test("What the texts carry, what none carries, and the widest gap")
    func bottomLine() throws {
        let brief = try Brief(of: View(try readUkraine().case, from: .base))
        let lines = brief.sections[0].lines.map(\.content)
        #expect(lines[0] == .settledAlike([], texts: 4))
        #expect(
            lines[1]
                == .contradictory(["order", "troops", "guarantor", "monitoring"]))
        guard case .widestGap(let issue, let one, let said, let other, let replied) = lines[2] else {
            Issue.record("no gap")
            return
        }
        #expect(issue == "order" && one.id == "anchorage-2025-08" && other.id == "paris-2026-01")
        #expect(said == "treaty-first" && replied == "ceasefire-undated")
        #expect(
            !brief.sections[0].lines.dropFirst().contains {
                $0.evidence.citations.isEmpty && $0.evidence.own.isEmpty
            })
    }

    @Test("Common ground by hand: plain, only readable, and none")
    func commonGround() throws {
        let theCase = try CaseText([
            "issues.yaml": """
            issues:
              - {id: a, name: A, alternatives: [x, y, z], basis: own}
              - {id: b, name: B, alternatives: [x, y, z], basis: own}
              - {id: c, name: C, alternatives: [x, y, z], basis: own}
              - {id: d, name: D, alternatives: [x, y, z], basis: own}

            """,
            "proposals/one.yaml":
                "id: one\nname: One\ndate: 2025-01\nbasis: own\npoints: [{id: \"1\", terms: {a: x, b: {ambiguous: [x, y]}, c: x, d: y}}]\n",
            "proposals/two.yaml":
                "id: two\nname: Two\ndate: 2025-02\nbasis: own\npoints: [{id: \"1\", terms: {a: x, b: {not: [x]}, c: {ambiguous: [y, z]}}}]\n",
        ]).read().case
        let lines = try Brief(of: View(theCase, from: .base)).sections[0].lines.map(\.content)
        #expect(lines[0] == .settledAlike([.init(issue: "a", value: .alternative("x"), texts: 2)], texts: 2))
        #expect(lines[1] == .contradictory(["c"]))
        guard case .widestGap(let issue, _, let said, _, let replied) = lines[2] else {
            Issue.record("no gap")
            return
        }
        #expect(issue == "c" && said == "x" && replied == "y")
        #expect(lines[3] == .readableAlike([.init(issue: "b", value: .alternative("y"), texts: 2)]))
    }

    @Test(
        "Numbers agree where they overlap; a dispute is no vagueness; what a draft keeps from its parent is no agreement"
    )
    func edges() throws {
        func lines(_ one: String, _ two: String, _ more: String = "") throws -> [Brief.Content] {
            let theCase = try CaseText([
                "actors.yaml": "- {id: n, name: N, basis: own}\n- {id: s, name: S, basis: own}\n",
                "issues.yaml":
                    "issues:\n  - {id: a, name: A, kind: interval, range: 0..1000, alternatives: [{id: none, value: 0}, {id: mid, value: 500}, {id: all, value: 1000}], basis: own}\n  - {id: b, name: B, alternatives: [x, y], basis: own}\n",
                "proposals/one.yaml":
                    "id: one\nname: One\ndate: 2025-01\nbasis: own\npoints: [{id: \"1\", terms: {\(one)}}]\n",
                "proposals/two.yaml":
                    "id: two\nname: Two\ndate: 2025-02\n\(more)basis: own\npoints: [{id: \"1\", terms: {\(two)}}]\n",
            ]).read().case
            return try Brief(of: View(theCase, from: .base)).sections[0].lines.map(\.content)
        }
        let same = Brief.Content.settledAlike(
            [.init(issue: "a", value: .numbers(Interval(650)), texts: 2)], texts: 2)
        #expect(try lines("a: 650", "a: 650") == [same])
        #expect(
            try lines("a: 400..600", "a: 450..1000").last
                == .readableAlike([.init(issue: "a", value: .numbers(Interval(450, 600)), texts: 2)]))
        #expect(try lines("a: 100", "a: 200").contains(.contradictory(["a"])))
        #expect(try lines("b: x", "b: {contested: {n: x, s: y}}").contains(.contradictory(["b"])))
        #expect(try lines("b: x", "b: x", "from: [one]\n") == [.settledAlike([], texts: 2)])
        #expect(try lines("b: x", "b: {value: x, if: \"a = none\", else: y}").count == 2)
    }

    @Test("A page without drafts says what is missing; an unknown side is refused with the nearest")
    func missing() throws {
        let bare = try CaseText(["actors.yaml": "- {id: north, name: N, basis: own}\n"]).read().case
        let view = View(bare, from: .base)
        let brief = try Brief(of: view, for: "north")
        #expect(
            brief.sections[0].lines.map(\.content) == [
                .missing(NotAnswerable(question: .compare, perspective: nil, missing: [.issues, .drafts]))
            ])
        #expect(brief.sections.first { $0.kind == .options }?.lines.map(\.content) == [.noOptions])
        #expect(
            throws: NotAnswerable(
                question: .brief, perspective: nil, missing: [.reference("a:nort", nearest: "north")])
        ) { try Brief(of: view, for: "nort") }
    }
}
