import Numbers

/// A table as comma-separated values (RFC 4180).
struct CSV {
    private(set) var text = ""

    init(_ header: [String]) { add(header.map { .text($0) }) }

    enum CSVCell {
        /// Anything that came from people; guarded against being taken for a formula.
        case text(String)
        /// A number of ours, as it is.
        case number(String)

        static func count(_ number: Int) -> CSVCell { .number("\(number)") }
        static func exact(_ value: Rational) -> CSVCell { .number(NumberFormat.plain.text(value, places: 6)) }
    }

    /// The two ends of a range, or two empty cells.
    static func range(_ interval: Interval?) -> [CSVCell] {
        interval.map { [.exact($0.low), .exact($0.high)] } ?? [.text(""), .text("")]
    }

    mutating func add(_ cells: [CSVCell]) {
        text += cells.map(Self.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ cell: CSVCell) -> String {
        switch cell {
        case .number(let digits): digits
        case .text(let raw): quoted(guarded(raw))
        }
    }

    /// A spreadsheet would run a cell that begins like a formula.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
            return text
        }
        return "'" + text
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
            return text
        }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }
}
