import CaseModel
import Numbers

/// Reads payoffs and probabilities: `+ - * /`, parentheses, numbers and parameter names.
///
/// Names contain hyphens, so a minus between two names has blanks on both sides.
struct ArithmeticParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    static func parse(_ text: String) throws(FormulaProblem) -> Arithmetic {
        var parser = ArithmeticParser(scalars: Array(text.unicodeScalars))
        let value = try parser.sum()
        guard parser.index == parser.scalars.count else {
            throw parser.problem("this cannot stand here", "join numbers with + - * / and parentheses")
        }
        return value
    }

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private func problem(_ message: String, _ hint: String) -> FormulaProblem {
        FormulaProblem(offset: index, message: message, hint: hint)
    }

    private mutating func take(_ sign: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard index < scalars.count, scalars[index] == sign else { return false }
        index += 1
        skipBlanks()
        return true
    }

    private mutating func skipBlanks() {
        while index < scalars.count, scalars[index] == " " { index += 1 }
    }

    private mutating func sum() throws(FormulaProblem) -> Arithmetic {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 60 else {
            throw problem("the expression is nested too deeply", "name a part as a parameter")
        }
        var value = try product()
        while true {
            if take("+") {
                value = .sum(value, try product())
            } else if take("-") {
                value = .difference(value, try product())
            } else {
                return value
            }
        }
    }

    private mutating func product() throws(FormulaProblem) -> Arithmetic {
        var value = try factor()
        while true {
            if take("*") {
                value = .product(value, try factor())
            } else if take("/") {
                value = .quotient(value, try factor())
            } else {
                return value
            }
        }
    }

    private mutating func factor() throws(FormulaProblem) -> Arithmetic {
        if take("-") { return .negative(try primary()) }
        return try primary()
    }

    private mutating func primary() throws(FormulaProblem) -> Arithmetic {
        skipBlanks()
        if take("(") {
            let inner = try sum()
            guard take(")") else { throw problem("')' is missing", "close the parenthesis") }
            return inner
        }
        let start = index
        func isPart(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
            if scalar == "-" { return next.map { $0.properties.isAlphabetic } ?? false }
            return scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) || scalar == "."
        }
        while index < scalars.count,
            isPart(scalars[index], index + 1 < scalars.count ? scalars[index + 1] : nil)
        { index += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<index]))
        if let value = try? Rational(reading: text) { return .number(value) }
        guard Names.isForm(text), !Names.reserved.contains(text) else {
            index = start
            throw problem(
                text.isEmpty
                    ? "a number or a parameter is expected" : "'\(text)' is neither a number nor a parameter",
                "write 0.5 or the name of a parameter")
        }
        return .parameter(text)
    }
}

extension Cursor {
    /// An arithmetic expression over parameters of a model.
    func arithmetic(parameters: [String]) -> Arithmetic? {
        guard let text = text("a number or an expression") else { return nil }
        do throws(FormulaProblem) {
            let value = try ArithmeticParser.parse(text)
            for name in value.parameters where !parameters.contains(name) {
                let near = nearestName(to: name, among: parameters).map { "did you mean '\($0)'?" }
                fail(
                    "'\(name)' is no parameter of this model",
                    hint: near
                        ?? "parameters: \(parameters.isEmpty ? "none" : parameters.joined(separator: ", "))")
            }
            return value
        } catch {
            let caret = String(repeating: " ", count: error.offset) + "^"
            fail(error.message, hint: error.hint, detail: [text, caret])
            return nil
        }
    }
}
