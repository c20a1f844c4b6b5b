/// A table for the terminal: columns as wide as their content, separated by two blanks.
struct TextTable {
    private var rows: [[String]] = []

    mutating func add(_ cells: String...) { rows.append(cells) }
    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, each indented, without blanks at the end; a column that is empty in every row is left out.
    func lines(indent: Int = 2) -> [String] {
        let rows = withoutEmptyColumns
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? Self.width($0[column]) : 0 }.max() ?? 0
        }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            for (column, cell) in row.enumerated() {
                line += cell
                if column < row.count - 1 {
                    line += String(repeating: " ", count: widths[column] - Self.width(cell) + 2)
                }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            return line
        }
    }

    /// The cells, columns that are empty in every row left out.
    var cells: [[String]] { withoutEmptyColumns }

    private var withoutEmptyColumns: [[String]] {
        let columns = rows.map(\.count).max() ?? 0
        let used = (0..<columns).filter { column in rows.contains { column < $0.count && !$0[column].isEmpty }
        }
        return rows.map { row in used.filter { $0 < row.count }.map { row[$0] } }
    }

    /// Letters, not scalars: an accent takes no room of its own.
    static func width(_ text: String) -> Int { text.count }
}
