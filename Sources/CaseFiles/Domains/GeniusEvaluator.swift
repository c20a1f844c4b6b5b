import CaseModel
import Numbers

/// What the numbers of an integer or real issue of a GENIUS profile are worth: linear, constant or triangular.
///
/// With `slope` and `offset` a linear value counts from the lower bound, `slope·(x − low) + offset`; with `parameter1` and
/// `parameter0` from zero, `parameter1·x + parameter0`. A triangle rises from `parameter0` to its top at `parameter2` and
/// falls to `parameter1`. What leaves the range from 0 to 1 is cut to it; nothing is divided by the largest value.
struct GeniusEvaluator {
    let issue: GeniusIssue
    /// The issue as the domain tells it.
    let template: GeniusIssue
    let log: DomainLog

    func values(of target: BargainingDomain.Issue) -> [Rational] {
        let numbers = target.values.map { $0.number ?? 0 }
        guard let element = issue.evaluator else {
            log.fail(issue.place, "'\(issue.name)' has no evaluator", "add <evaluator ftype=\"linear\" …/>")
            return numbers
        }
        let kind = element.text("ftype")?.lowercased() ?? element.text("type")?.lowercased() ?? "linear"
        guard let function = function(kind, element) else { return numbers }
        let raw = numbers.map(function)
        if raw.contains(where: { $0 < 0 || $0 > 1 }) {
            log.warn(
                element.place, "values of '\(issue.name)' lie outside 0 to 1", "they are cut to 0 or 1")
        }
        return raw.map { min(1, max(0, $0)) }
    }

    private func function(_ kind: String, _ element: XMLElement) -> ((Rational) -> Rational)? {
        func number(_ attribute: String) -> Rational? {
            element.domainNumber(attribute, "the \(attribute) of '\(issue.name)'", log)
        }
        let isNamed = element.text("offset") != nil || element.text("slope") != nil
        switch kind {
        case "linear":
            let slope = number(isNamed ? "slope" : "parameter1")
            let offset = number(isNamed ? "offset" : "parameter0")
            guard let slope, let offset else { return nil }
            let start = isNamed ? template.bounds?.low ?? 0 : 0
            return { slope * ($0 - start) + offset }
        case "constant":
            return number(isNamed ? "offset" : "parameter0").map { constant in { _ in constant } }
        case "triangular", "triangle":
            let (low, high, top) = (number("parameter0"), number("parameter1"), number("parameter2"))
            guard let low, let high, let top else { return nil }
            guard low <= top, top <= high, low < high else {
                log.fail(
                    element.place, "the triangle of '\(issue.name)' has its top outside",
                    "parameter0 is its left end, parameter1 its right end, parameter2 its top")
                return nil
            }
            return { Self.triangle($0, low, high, top) }
        default:
            log.fail(
                element.place, "the evaluator '\(kind)' is not known", "write linear, constant or triangular")
            return nil
        }
    }

    private static func triangle(
        _ x: Rational, _ low: Rational, _ high: Rational, _ top: Rational
    ) -> Rational {
        if x == top { return 1 }
        if x <= low || x >= high { return 0 }
        return x < top ? (x - low) / (top - low) : (high - x) / (high - top)
    }
}
