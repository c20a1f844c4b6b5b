import CaseModel
import Findings
import Numbers

/// How many packages are left behind each gate: one bar per gate, on a scale of magnitudes.
struct FunnelPicture {
    let found: FunnelFinding
    let view: PictureView
    private var words: Words { view.words }

    private let left = 190.0
    private let span = 460.0
    private let rowHeight = 46.0
    private let top = 46.0

    private struct Row {
        let name: String
        let points: PackagesFinding.Count
        let some: PackagesFinding.Count
        let gate: FunnelFinding.Gate?
    }

    private var rows: [Row] {
        [
            Row(
                name: words.pick("all packages", "alle Pakete"), points: .exact(found.packages),
                some: .exact(found.packages), gate: nil)
        ]
            + found.gates.map {
                Row(name: words.name($0.kind), points: $0.atPoints, some: $0.forSome, gate: $0)
            }
    }

    var figure: Figure {
        let canvas = Canvas(name: "funnel", view: view, height: top + Double(rows.count) * rowHeight + 8)
        let title = words.pick("What is left behind each gate", "Was hinter jedem Gatter übrig bleibt")
        let about = words.pick(
            "One bar per gate; its width is the magnitude of the number of packages. Pale: for some numbers in the ranges; filled: at the points; outlined: the gate rests on assumptions alone.",
            "Ein Balken je Gatter; seine Breite ist die Größenordnung der Zahl der Pakete. Blass: für manche Zahlen in den Spannen; gefüllt: an den Punkten; nur umrandet: das Gatter beruht allein auf Annahmen."
        )
        return Figure(
            title: title, finding: found.summary(words),
            picture: canvas.svg(
                title, about: about,
                data: rows.enumerated().map { row($1, top + Double($0) * rowHeight, canvas) }),
            method: words.pick(
                "Widths follow the logarithm of the number plus one, so that thousands and single packages can be seen side by side; the numbers stand beside the bars.",
                "Die Breiten folgen dem Logarithmus der Zahl plus eins, damit Tausende und einzelne Pakete nebeneinander zu sehen sind; die Zahlen stehen neben den Balken."
            ),
            header: found.gateTable(words).cells.first ?? [],
            rows: found.gateTable(words).cells.dropFirst().map { $0.map(Markup.text) })
    }

    private func row(_ row: Row, _ y: Double, _ canvas: Canvas) -> Markup {
        let (middle, centre) = (y + rowHeight / 2, left + span / 2)
        func bar(_ count: PackagesFinding.Count, _ height: Double, _ style: String) -> Markup {
            let width = width(count)
            return width > 0
                ? canvas.rect(centre - width / 2, middle - height / 2, width, height, style) : .nothing
        }
        let isAsked = row.gate?.isAsked ?? true
        let isHollow = row.gate?.isHollow ?? false
        let numbers = words.packages(row.points) + " / " + words.packages(row.some)
        let note =
            isAsked
            ? (isHollow ? words.pick(" · hollow", " · hohl") : "")
            : words.pick(" · not asked", " · nicht gefragt")
        return canvas.mark(
            "\(row.name): \(numbers)\(note)",
            [
                canvas.fitted(
                    row.name, left - 16, middle + 4, within: left - 24, anchor: "end", style: "head"),
                bar(row.some, 26, isAsked ? "span pale" : "open"),
                bar(row.points, 14, isHollow || !isAsked ? "unseen" : "span"),
                canvas.text(numbers + note, left + span + 16, middle + 4, style: "tick"),
            ])
    }

    /// The logarithm of the number, as a part of that of all packages; nothing for no package.
    private func width(_ count: PackagesFinding.Count) -> Double {
        let number: Rational =
            switch count {
            case .exact(let number), .estimate(let number, _): number
            case .unknown: 0
            }
        guard number > 0 else { return 0 }
        return max(3, span * magnitude(number) / max(1e-9, magnitude(found.packages)))
    }

    /// The number of binary digits, with a fraction; enough for a width on paper.
    private func magnitude(_ number: Rational) -> Double {
        var (rest, digits) = (number + 1, 0.0)
        while rest > 1_000_000 {
            rest = rest / 1024
            digits += 10
        }
        let value = Double(rest)
        let whole = Double(value.exponent)
        // Between powers of two a straight line.
        return digits + whole + (value.significand - 1)
    }
}
