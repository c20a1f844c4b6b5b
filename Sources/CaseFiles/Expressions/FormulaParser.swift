import CaseModel
import Numbers

/// Which atoms may stand in an expression.
enum FormulaAtoms {
    /// Options of the stability model.
    case options
    /// Issues and circumstances.
    case issues
    case both
}

/// Why an expression cannot be read, and where in it (scalars from 0).
struct FormulaProblem: Error, Equatable {
    let offset: Int
    let message: String
    let hint: String
}

/// Reads the grammar of expressions:
///
///     expression  := disjunction [ ("if" | "iff") disjunction ]
///     disjunction := conjunction { ("or" | "|") conjunction }
///     conjunction := negation { ("and" | "&" | ",") negation }
///     negation    := "not" negation | "-" optionNumber | "(" expression ")" | atom
///     atom        := option | optionNumber | issue "=" alternative | issue "in {" alternative, … "}"
///                  | issue (">=" | "<=") alternativeOrNumber
struct FormulaParser {
    private let tokens: [FormulaToken]
    private var index = 0
    private var depth = 0

    /// Deeper expressions are refused; nobody can read them, and the parser calls itself.
    private static let depthLimit = 60

    /// Reads a whole expression.
    static func parse(_ text: String) throws(FormulaProblem) -> Formula {
        var parser = FormulaParser(tokens: try FormulaToken.all(in: text))
        let formula = try parser.expression()
        guard case .end = parser.next.kind else {
            let isSecond = parser.next.isWord("if") || parser.next.isWord("iff")
            throw FormulaProblem(
                offset: parser.next.offset,
                message: "\(parser.next) cannot stand here",
                hint: isSecond
                    ? "a second 'if' or 'iff' needs parentheses"
                    : "join conditions with 'and', 'or', 'if' or 'iff'")
        }
        return formula
    }

    private init(tokens: [FormulaToken]) { self.tokens = tokens }

    private var next: FormulaToken { tokens[index] }

    private mutating func take(_ words: String...) -> Bool {
        guard words.contains(where: next.isWord) else { return false }
        index += 1
        return true
    }

    private func wanted(_ what: String, _ hint: String) -> FormulaProblem {
        FormulaProblem(offset: next.offset, message: "\(what) is expected, not \(next)", hint: hint)
    }

    private mutating func expression() throws(FormulaProblem) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthLimit else {
            throw FormulaProblem(
                offset: next.offset, message: "the expression is nested deeper than \(Self.depthLimit)",
                hint: "write it in several rules")
        }
        let left = try disjunction()
        if take("iff") { return .iff(left, try disjunction()) }
        if take("if") { return .onlyIf(left, try disjunction()) }
        return left
    }

    private mutating func disjunction() throws(FormulaProblem) -> Formula {
        var parts = [try conjunction()]
        while take("or", "|") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .or(parts)
    }

    private mutating func conjunction() throws(FormulaProblem) -> Formula {
        var parts = [try negation()]
        while take("and", "&", ",") { parts.append(try negation()) }
        return parts.count == 1 ? parts[0] : .and(parts)
    }

    private mutating func negation() throws(FormulaProblem) -> Formula {
        var negations = 0
        while take("not") { negations += 1 }
        if take("-") {
            guard case .number(let value, _) = next.kind, let number = value.exactInt, number > 0
            else {
                throw wanted("an option number", "'-' negates an option number; before a word write 'not'")
            }
            index += 1
            return negated(.not(.atom(.optionNumber(number))), negations)
        }
        if take("(") {
            let inner = try expression()
            guard take(")") else { throw wanted("')'", "close the parenthesis") }
            return negated(inner, negations)
        }
        return negated(.atom(try atom()), negations)
    }

    private func negated(_ formula: Formula, _ times: Int) -> Formula {
        (0..<times).reduce(formula) { inner, _ in .not(inner) }
    }

    private mutating func atom() throws(FormulaProblem) -> Formula.Atom {
        if case .number(let value, _) = next.kind {
            guard let number = value.exactInt, number > 0 else {
                throw wanted("an option number", "options are numbered from 1")
            }
            index += 1
            return .optionNumber(number)
        }
        let name = try identifier("an option or an issue")
        if take("=") {
            return .settled(issue: name, among: [try identifier("an alternative", anyWord: true)])
        }
        if take("in") { return .settled(issue: name, among: try alternatives()) }
        if take(">=") { return .atLeast(issue: name, try bound()) }
        if take("<=") { return .atMost(issue: name, try bound()) }
        return .option(name)
    }

    private mutating func alternatives() throws(FormulaProblem) -> [String] {
        guard take("{") else { throw wanted("'{'", "write 'issue in {first, second}'") }
        var result = [try identifier("an alternative", anyWord: true)]
        while take(",") { result.append(try identifier("an alternative", anyWord: true)) }
        guard take("}") else { throw wanted("'}'", "close the brace") }
        return result
    }

    private mutating func bound() throws(FormulaProblem) -> Formula.Bound {
        let isNegative = take("-")
        if case .number(let value, _) = next.kind {
            index += 1
            return .number(isNegative ? -value : value)
        }
        guard !isNegative else { throw wanted("a number", "'-' stands before a number") }
        return .alternative(try identifier("an alternative or a number", anyWord: true))
    }

    private mutating func identifier(_ what: String, anyWord: Bool = false) throws(FormulaProblem) -> String {
        guard case .word(let word) = next.kind else { throw wanted(what, "write its id") }
        if !anyWord, Names.reserved.contains(word) {
            throw wanted(what, "'\(word)' has a meaning of its own")
        }
        guard Names.isForm(word) else {
            throw FormulaProblem(
                offset: next.offset, message: "'\(word)' is no id",
                hint: Names.repaired(word).map { "write '\($0)'" }
                    ?? "write the id in lower case with hyphens")
        }
        index += 1
        return word
    }
}

/// A word, a number or a sign of an expression.
struct FormulaToken: CustomStringConvertible {
    enum Kind {
        case word(String)
        case number(Rational, String)
        case sign(String)
        case end
    }

    let kind: Kind
    let offset: Int

    func isWord(_ text: String) -> Bool {
        switch kind {
        case .word(let word): word == text
        case .sign(let sign): sign == text
        case .number, .end: false
        }
    }

    var description: String {
        switch kind {
        case .word(let word): "'\(word)'"
        case .number(_, let text): "'\(text)'"
        case .sign(let sign): "'\(sign)'"
        case .end: "the end"
        }
    }

    private static let limit = 4_000

    static func all(in text: String) throws(FormulaProblem) -> [FormulaToken] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [FormulaToken] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            if scalar == " " || scalar == "\n" || scalar == "\t" {
                index += 1
                continue
            }
            guard tokens.count < limit else {
                throw FormulaProblem(
                    offset: index, message: "the expression is too long", hint: "write it in several rules")
            }
            let start = index
            tokens.append(FormulaToken(kind: try kind(scalars, &index), offset: start))
        }
        return tokens + [FormulaToken(kind: .end, offset: scalars.count)]
    }

    private static func kind(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(FormulaProblem) -> Kind {
        let (start, first) = (index, scalars[index])
        func slice(_ end: Int) -> String { String(String.UnicodeScalarView(scalars[start..<end])) }
        if isDigit(first) {
            while index < scalars.count,
                isDigit(scalars[index]) || scalars[index] == "." || scalars[index] == "/"
            {
                index += 1
            }
            let text = slice(index)
            guard let value = try? Rational(reading: text) else {
                throw FormulaProblem(
                    offset: start, message: "'\(text)' is no number", hint: "write 12, 0.5 or 3/5")
            }
            return .number(value, text)
        }
        if first.properties.isAlphabetic || first == "_" {
            while index < scalars.count, isWordPart(scalars, index) { index += 1 }
            return .word(slice(index))
        }
        for sign in [">=", "<=", "==", "!=", "&&", "||"] where slice(min(start + 2, scalars.count)) == sign {
            guard sign == ">=" || sign == "<=" else {
                throw FormulaProblem(
                    offset: start, message: "'\(sign)' is not part of the grammar", hint: advice(sign))
            }
            index += 2
            return .sign(sign)
        }
        guard "=(){},&|-".unicodeScalars.contains(first) else {
            throw FormulaProblem(
                offset: start, message: "'\(first)' is not part of the grammar", hint: advice(String(first)))
        }
        index += 1
        return .sign(String(first))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

    private static func isWordPart(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = scalars[index]
        if scalar == "-" {
            return index + 1 < scalars.count
                && (scalars[index + 1].properties.isAlphabetic || isDigit(scalars[index + 1]))
        }
        return scalar.properties.isAlphabetic || isDigit(scalar) || scalar == "_"
    }

    private static func advice(_ sign: String) -> String {
        switch sign {
        case "==": "write 'iff' between options, '=' between an issue and its alternative"
        case "!=", "!": "write 'not'"
        case "&&": "write 'and'"
        case "||": "write 'or'"
        case ">", "<": "write '>=' or '<='"
        default:
            "an expression is made of ids, numbers, not, and, or, if, iff, =, in {}, >=, <= and parentheses"
        }
    }
}
