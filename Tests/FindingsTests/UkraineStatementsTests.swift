import CaseFiles
import CaseModel
import Findings
import Support
import Testing

/// What the shipped case must hold, against the counts of the material that it was coded from.
@Suite("The case 'ukraine', its statements")
struct UkraineStatementsTests {
    private let essays = ["s000", "s001", "s002", "s003", "s004"]

    /// How an essay stands to a proposition.
    private enum Cell { case asserts(plain: Bool), denies(plain: Bool), silent }

    private func cell(_ theCase: Case, _ essay: String, _ claim: String) throws -> Cell {
        let coded = theCase.statements.filter { $0.holder == essay && $0.about == .claim(claim) }
        #expect(coded.count == 1 && coded.first?.via == [essay], "\(essay) \(claim)")
        let one = try #require(coded.first)
        switch one.content {
        case .stance(.for): return .asserts(plain: !one.isReserved)
        case .stance(.against): return .denies(plain: !one.isReserved)
        default: return .silent
        }
    }

    @Test(
        "Every proposition is coded once for every essay, and the pairs of essays differ as the material counts them",
        arguments: [
            ("s000", "s001", [7, 10], [4, 5, 9, 11, 13, 16, 20, 25, 27], [1, 3, 8, 14, 18, 19, 23], 11),
            ("s000", "s002", [], [14, 18, 23, 27], [2, 5, 6, 10, 13, 19, 20, 22], 17),
            ("s000", "s003", [7, 9, 10], [4, 5, 8, 11, 16, 25, 27], [1, 13, 14, 18, 19, 23], 13),
            ("s000", "s004", [], [5, 18, 27], [1, 2, 4, 14, 19, 20, 22], 19),
            ("s001", "s002", [], [5, 10, 13, 14, 18, 20, 23, 24, 26], [12, 17, 19, 27], 16),
            (
                "s001", "s003", [], [8, 13], [1, 4, 5, 7, 9, 10, 11, 12, 14, 16, 18, 19, 21, 23, 25, 27, 29],
                10
            ),
            ("s001", "s004", [], [4, 18, 20, 29], [1, 5, 14, 19, 26, 27], 19),
            ("s002", "s003", [], [5, 10, 14, 18, 23], [12, 13, 19, 27], 20),
            ("s002", "s004", [], [5, 14, 26], [2, 18, 19, 20, 22, 27], 20),
            ("s003", "s004", [], [4, 18, 29], [1, 5, 14, 19, 27], 21),
        ])
    func pairs(first: String, second: String, plain: [Int], reserved: [Int], agree: [Int], silent: Int) throws
    {
        let theCase = try readUkraine().case
        var found = (plain: [Int](), reserved: [Int](), agree: [Int](), silent: 0)
        for number in 1...29 {
            switch (try cell(theCase, first, "x\(number)"), try cell(theCase, second, "x\(number)")) {
            case (.silent, _), (_, .silent): found.silent += 1
            case (.asserts, .asserts), (.denies, .denies): found.agree.append(number)
            case (.asserts(let one), .denies(let other)), (.denies(let one), .asserts(let other)):
                if one && other { found.plain.append(number) } else { found.reserved.append(number) }
            }
        }
        #expect(found.plain == plain && found.reserved == reserved, "\(found)")
        #expect(found.agree == agree && found.silent == silent, "\(found)")
    }

    @Test("Nothing is uncited, everything cited is cut, and every part of the material is there")
    func complete() throws {
        let theCase = try readUkraine().case
        let audit = AnchorAudit(theCase.anchors.map { AnchorCheck($0, .unverifiable) }, of: theCase)
        #expect(audit.uncut == [] && audit.rows.filter { $0.uses.isEmpty } == [])
        #expect(theCase.anchors.count >= 225 && theCase.anchors.count { $0.isParagraphOnly } <= 1)
        #expect(theCase.items.filter { $0.basis.kind == .uncited } == [])
        #expect(
            theCase.claims.count == 29 && theCase.predictions.count == 10 && theCase.perspectives.count == 6)
        #expect(theCase.vocabulary.count == theCase.issues.count)
        #expect(Set(theCase.statements.map(\.coder)) == ["case"])
        for essay in essays {
            #expect(
                theCase.statements.contains { $0.source == essay && $0.holder != essay },
                "\(essay) reports nobody")
        }
        for perspective in theCase.perspectives where perspective.parent == nil {
            #expect(!perspective.premises.isEmpty && !perspective.inferences.isEmpty, "\(perspective.id)")
            #expect(perspective.conclusions.contains { $0.test != nil }, "\(perspective.id)")
        }
    }
}
