public import CaseModel

/// One thing that is wrong with a file, with its place and the next step.
public struct Problem: Hashable, Sendable {
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
        (["\(place): \(severity.rawValue): \(printable(message))"]
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

    /// More than this many are not collected: nobody reads them, and a hostile file could make millions.
    private static let limit = 1_000

    func add(_ problem: Problem) {
        if problems.count < Self.limit { problems.append(problem) }
    }
}
