import CaseModel
import Numbers
import Support
import Testing

@testable import CaseFiles

@Suite struct FormulaParserTests {
    private func parse(_ text: String) throws(FormulaProblem) -> Formula { try FormulaParser.parse(text) }

    @Test("Precedence: not before and, and before or, or before if")
    func precedence() throws {
        let (a, b, c, d) = (
            Formula.atom(.option("a")), Formula.atom(.option("b")), Formula.atom(.option("c")),
            Formula.atom(.option("d"))
        )
        #expect(try parse("not a and b or c if d") == .onlyIf(.or([.and([.not(a), b]), c]), d))
        #expect(try parse("a | b & c, d") == .or([a, .and([b, c, d])]))
        #expect(try parse("not not a") == .not(.not(a)))
        #expect(try parse("a iff (b if c)") == .iff(a, .onlyIf(b, c)))
    }

    @Test("Atoms: options, numbers, alternatives, bounds; hyphens belong to ids")
    func atoms() throws {
        #expect(
            try parse("us-press and -3") == .and([.atom(.option("us-press")), .not(.atom(.optionNumber(3)))]))
        #expect(try parse("troops = none") == .atom(.settled(issue: "troops", among: ["none"])))
        #expect(
            try parse("troops in {none, us-7}") == .atom(.settled(issue: "troops", among: ["none", "us-7"])))
        #expect(try parse("forces >= 600000") == .atom(.atLeast(issue: "forces", .number(600_000))))
        #expect(
            try parse("donetsk-held <= ua-keeps")
                == .atom(.atMost(issue: "donetsk-held", .alternative("ua-keeps"))))
    }

    @Test("A printed formula reads back the same in 500 random cases")
    func roundTrip() throws {
        for seed in 0..<500 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let formula = randomFormula(&random, depth: 4)
            #expect(try parse("\(formula)") == formula, "seed \(seed): \(formula)")
        }
    }

    @Test("Reading a formula and evaluating it agrees with evaluating it by truth tables of its parts")
    func truth() throws {
        for seed in 0..<200 as Range<UInt64> {
            var random = SplitMix64(seed: seed)
            let formula = randomFormula(&random, depth: 3)
            let read = try parse("not (\(formula))")
            for world in 0..<16 {
                func isTrue(_ atom: Formula.Atom) -> Bool {
                    abs("\(atom)".utf8.reduce(world) { $0 &* 31 &+ Int($1) }) % 2 == 0
                }
                #expect(read.holds(isTrue) == !formula.holds(isTrue), "seed \(seed)")
            }
        }
    }

    private func randomFormula(_ random: inout SplitMix64, depth: Int) -> Formula {
        guard depth > 0 else { return .atom(randomAtom(&random)) }
        func some(_ count: Int) -> [Formula] {
            (0..<count).map { _ in randomFormula(&random, depth: depth - 1) }
        }
        switch random.next(in: 0...6) {
        case 0, 1: return .atom(randomAtom(&random))
        case 2: return .not(some(1)[0])
        case 3: return .and(flat(some(2)) { if case .and(let parts) = $0 { parts } else { nil } })
        case 4: return .or(flat(some(3)) { if case .or(let parts) = $0 { parts } else { nil } })
        case 5:
            let pair = some(2)
            return .onlyIf(pair[0], pair[1])
        default:
            let pair = some(2)
            return .iff(pair[0], pair[1])
        }
    }

    /// `a and (b and c)` keeps its parentheses and so its shape; a flat list needs none.
    private func flat(_ parts: [Formula], _ inner: (Formula) -> [Formula]?) -> [Formula] {
        parts.flatMap { inner($0) ?? [$0] }
    }

    private func randomAtom(_ random: inout SplitMix64) -> Formula.Atom {
        let names = ["a", "b-2", "us-press", "order"]
        return switch random.next(in: 0...4) {
        case 0: .option(random.pick(names))
        case 1: .optionNumber(random.next(in: 1...20))
        case 2:
            .settled(issue: random.pick(names), among: random.next(in: 0...1) == 0 ? ["none"] : ["x", "y-1"])
        case 3: .atLeast(issue: random.pick(names), .number(Rational(random.next(in: -9...9), over: 4)))
        default: .atMost(issue: random.pick(names), .alternative("any"))
        }
    }

    @Test(
        "What is no expression, where, and what to do",
        arguments: [
            ("a andd b", 2, "'andd' cannot stand here", "join conditions with 'and', 'or', 'if' or 'iff'"),
            ("a if b if c", 7, "'if' cannot stand here", "a second 'if' or 'iff' needs parentheses"),
            ("(a or b", 7, "')' is expected, not the end", "close the parenthesis"),
            (
                "a == b", 2, "'==' is not part of the grammar",
                "write 'iff' between options, '=' between an issue and its alternative"
            ),
            ("troops =", 8, "an alternative is expected, not the end", "write its id"),
            (
                "-a", 1, "an option number is expected, not 'a'",
                "'-' negates an option number; before a word write 'not'"
            ),
            ("", 0, "an option or an issue is expected, not the end", "write its id"),
            ("a and US", 6, "'US' is no id", "write 'us'"),
            ("x in {a", 7, "'}' is expected, not the end", "close the brace"),
            (
                "a ∧ b", 2, "'∧' is not part of the grammar",
                "an expression is made of ids, numbers, not, and, or, if, iff, =, in {}, >=, <= and parentheses"
            ),
        ])
    func refused(text: String, offset: Int, message: String, hint: String) {
        #expect(throws: FormulaProblem(offset: offset, message: message, hint: hint)) { try parse(text) }
    }

    @Test("Deep nesting and endless lists are refused, not followed")
    func limits() {
        #expect(throws: FormulaProblem.self) { try parse(String(repeating: "(", count: 100_000) + "a") }
        #expect(throws: FormulaProblem.self) { try parse(String(repeating: "a or ", count: 100_000) + "a") }
        #expect(throws: Never.self) { try parse(String(repeating: "not ", count: 3_000) + "a") }
    }

    @Test("Arithmetic over parameters, exact")
    func arithmetic() throws {
        let value = try ArithmeticParser.parse("1 - keep * (2/3 + -x-1) / 4")
        let result = value.value { $0 == "keep" ? Rational(1, over: 2) : $0 == "x-1" ? 1 : nil }
        #expect(result == nil)  // 'x-1' is x minus one only with blanks; as written '-1' ends the name
        let plain = try ArithmeticParser.parse("1 - keep * (2/3 + x) / 4")
        #expect(plain.value { ["keep": Rational(1, over: 2), "x": 1][$0] } == Rational(19, over: 24))
        #expect(try ArithmeticParser.parse("1 / (p - p)").value { _ in 1 } == nil)
        #expect(throws: FormulaProblem.self) { try ArithmeticParser.parse("1 +") }
        #expect(throws: FormulaProblem.self) { try ArithmeticParser.parse("2 * not") }
    }
}
