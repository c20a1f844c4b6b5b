import Findings

/// A grid of marks under slanted column heads: who holds what, who is told by whom.
struct GridPicture {
    let name: String
    let rows: [String]
    let columns: [String]
    let view: PictureView
    /// The mark of a cell, drawn around the point that is given.
    let cell: (_ row: Int, _ column: Int, _ x: Double, _ y: Double, Canvas) -> Markup

    private let left = 210.0
    private let top = 126.0
    private let rowHeight = 24.0

    func svg(_ title: String, about: String) -> Markup {
        let canvas = Canvas(
            name: name, view: view, height: top + Double(rows.count) * rowHeight + 10)
        let width = min(90, (1_000 - left - 80) / Double(max(1, columns.count)))
        func x(_ column: Int) -> Double { left + (Double(column) + 0.5) * width }
        func y(_ row: Int) -> Double { top + (Double(row) + 0.5) * rowHeight }
        let heads = columns.enumerated().map { column, name in
            Markup.tag(
                "g",
                [
                    (
                        "transform",
                        "translate(\(Canvas.number(x(column))) \(Canvas.number(top - 6))) rotate(-42)"
                    )
                ],
                [
                    .tag("title", [], name),
                    canvas.text(LetterWidth.shortened(name, to: 145, size: 11), 0, 0, style: "label"),
                ])
        }
        let lines = rows.indices.map { row in
            canvas.line(
                left, y(row) + rowHeight / 2, left + width * Double(columns.count), y(row) + rowHeight / 2,
                "scale")
        }
        let labels = rows.enumerated().map { row, name in
            canvas.fitted(name, left - 10, y(row) + 4, within: left - 18, anchor: "end")
        }
        let marks = rows.indices.flatMap { row in
            columns.indices.map { column in cell(row, column, x(column), y(row), canvas) }
        }
        return canvas.svg(title, about: about, guides: heads + lines + labels, data: marks)
    }
}
