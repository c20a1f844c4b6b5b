import CaseModel

/// Cuts a text with commas into rows and cells; cells in quotes may hold commas, quotes and line ends.
struct TableRows {
    struct Cell {
        var text: String
        let place: Place
    }

    struct Row {
        var cells: [Cell]
        let place: Place
    }

    private let file: DomainFile
    private let log: DomainLog

    init(_ file: DomainFile, log: DomainLog) { (self.file, self.log) = (file, log) }

    /// The rows that hold something; `nil` after telling the log why there are none.
    func rows() -> [Row]? {
        guard let start = checkDomainText(file.bytes, file: file.name, log: log) else { return nil }
        let scalars = Array(String(decoding: file.bytes[start...], as: UTF8.self).unicodeScalars)
        var (index, line, lineStart) = (0, 1, 0)
        func place(_ at: Int) -> Place { Place(file: file.name, line: line, column: at - lineStart + 1) }
        var rows: [Row] = []
        var row = Row(cells: [], place: place(0))
        while index <= scalars.count {
            let cellPlace = place(index)
            var text = String.UnicodeScalarView()
            if index < scalars.count, scalars[index] == "\"" {
                index += 1
                while index < scalars.count, scalars[index] != "\"" || Self.isDoubled(scalars, index) {
                    text.append(scalars[index])
                    if scalars[index] == "\n" { (line, lineStart) = (line + 1, index + 1) }
                    index += scalars[index] == "\"" ? 2 : 1
                }
                guard index < scalars.count else {
                    log.fail(cellPlace, "the quotes that begin here have no end", "close them with '\"'")
                    return nil
                }
                index += 1
                guard index == scalars.count || ",\r\n".unicodeScalars.contains(scalars[index]) else {
                    log.fail(
                        place(index), "something stands behind the closing quotes",
                        "write a quote inside twice")
                    return nil
                }
            } else {
                while index < scalars.count, !",\r\n".unicodeScalars.contains(scalars[index]) {
                    text.append(scalars[index])
                    index += 1
                }
            }
            let words = String(text).split(whereSeparator: \.isWhitespace)
            row.cells.append(Cell(text: words.joined(separator: " "), place: cellPlace))
            if index < scalars.count, scalars[index] == "," {
                index += 1
                continue
            }
            if row.cells.contains(where: { !$0.text.isEmpty }) { rows.append(row) }
            if index < scalars.count, scalars[index] == "\r" { index += 1 }
            if index < scalars.count, scalars[index] == "\n" { index += 1 }
            if index >= scalars.count { break }
            (line, lineStart) = (line + 1, index)
            row = Row(cells: [], place: place(index))
        }
        return rows
    }

    private static func isDoubled(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        index + 1 < scalars.count && scalars[index + 1] == "\""
    }
}
