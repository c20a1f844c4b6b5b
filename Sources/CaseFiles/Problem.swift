public import CaseModel

/// One thing that is wrong with a file, with its place and the next step.
public struct Problem: Error, Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable { case error, warning }

    public var place: Place
    public var severity: Severity
    /// One clause, lower case, no full stop; the offending word in quotes.
    public var message: String
    /// The next step, as concrete as possible.
    public var hint: String?
    /// Lines printed between message and hint, such as an expression with its caret.
    public var detail: [String]

    public init(
        _ place: Place, _ message: String, hint: String? = nil, severity: Severity = .error,
        detail: [String] = []
    ) {
        (self.place, self.message, self.hint) = (place, message, hint)
        (self.severity, self.detail) = (severity, detail)
    }
}

extension Problem: CustomStringConvertible {
    /// `actors.yaml:3:3: error: …`, then the detail and the hint, each on a line of its own.
    public var description: String {
        (["\(printable("\(place)")): \(severity.rawValue): \(printable(message))"]
            + detail.map { "  | \(printable($0))" } + (hint.map { ["  hint: \(printable($0))"] } ?? []))
            .joined(separator: "\n")
    }
}

/// Text from a file as it may go to a terminal: control characters are shown, not obeyed.
private func printable(_ text: String) -> String {
    var shown = ""
    for scalar in text.unicodeScalars {
        let isControl =
            scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
        shown += isControl ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return shown
}

/// All that is wrong with a case, in reading order; never empty.
public struct CaseError: Error, Sendable {
    public let problems: [Problem]

    init(_ problems: [Problem]) { self.problems = problems }
}

extension CaseError: CustomStringConvertible {
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects problems while files are read.
final class ProblemLog {
    private(set) var problems: [Problem] = []
    private var counts: [Problem.Severity: Int] = [:]

    /// More than this many of one severity are not collected: nobody reads them, and a hostile file could make
    /// millions. Warnings never push out errors.
    private static let limit = 1_000

    func clear() { (problems, counts) = ([], [:]) }

    func add(_ problem: Problem) {
        counts[problem.severity, default: 0] += 1
        if counts[problem.severity, default: 0] <= Self.limit { problems.append(problem) }
    }

    /// The problems in reading order, with a last word about those that are not shown.
    var inReadingOrder: [Problem] {
        var sorted = problems.sorted { ($0.place, $0.message) < ($1.place, $1.message) }
        for severity in [Problem.Severity.error, .warning] {
            let hidden = counts[severity, default: 0] - Self.limit
            guard hidden > 0, let last = sorted.last?.place else { continue }
            sorted.append(
                Problem(
                    last, "\(hidden) more \(severity.rawValue)s are not shown",
                    hint: "correct the others first",
                    severity: severity))
        }
        return sorted
    }
}
