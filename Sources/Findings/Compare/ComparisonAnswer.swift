import CaseModel
import Engines
import Numbers

/// The comparison in numbers.
struct ComparisonAnswer: Sendable {
    let matrix: MatrixCertificate
    /// Shape: drafts × yardsticks.
    let distances: [[AgendaDistance]]
    let steps: [CodedStep]
    /// Lines of the lineage, each with the path of every issue; shape: lines × issues.
    let lines: [(drafts: [Int], paths: [IssuePath?])]
    /// `similarities[a][b]` for `b < a`.
    let similarities: [[Similarity]]
    /// Over the drafts that somebody put down as a text, by their numbers.
    let appearances: [Appearance]
    let texts: [Int]

    struct CodedStep: Sendable {
        let from: Int
        let to: Int
        let kind: Comparison.Step.Kind
        /// One per yardstick, under the rule for silence that was chosen.
        let movements: [AgendaMovement]
        /// What each rule for silence makes of the step, in the order of the rules.
        let effects: [Effect]
        /// The one that was chosen.
        let chosen: Int

        var change: DraftStep { effects[chosen].change }
    }

    struct Effect: Sendable {
        let change: DraftStep
        /// How many cells of the two drafts the rule fills: those that are silent, and those that nobody reports.
        let silent: Int
        let unreported: Int
    }
}

/// Pure and fast: sweeps and the exchange of premises call this half alone.
func answerComparison(_ inputs: ComparisonInputs) -> ComparisonAnswer {
    let (table, conditional) = (inputs.table, inputs.conditional)
    let matrix = MatrixCertificate(cells: table.matrix(conditional: conditional), conditional: conditional)
    let rows = matrix.cells.map { $0.map(\.term) }
    let yardsticks = inputs.yardsticks.map { $0.coded(in: rows) }
    let texts = inputs.drafts.indices.filter { inputs.drafts[$0].kind.isText }
    return ComparisonAnswer(
        matrix: matrix,
        distances: rows.map { row in
            yardsticks.map {
                DraftTable.distance(of: row, to: $0, on: table.scales, conditional: conditional)
            }
        },
        steps: steps(inputs, rows, yardsticks),
        lines: DraftTable.lines(inputs.parents).map { line in (line, paths(line, rows, inputs)) },
        similarities: DraftTable.similarities(of: rows, on: table.scales, conditional: conditional),
        appearances: DraftTable.appearances(
            in: texts.map { rows[$0] }, on: table.scales, conditional: conditional),
        texts: texts)
}

private func paths(_ line: [Int], _ rows: [[CodedTerm]], _ inputs: ComparisonInputs) -> [IssuePath?] {
    inputs.table.scales.indices.map { issue in
        DraftTable.path(
            of: line.map { rows[$0][issue] }, on: inputs.table.scales[issue], conditional: inputs.conditional)
    }
}

/// Every step of the lineage, those that are only possible, and what was asked for beside them.
private func steps(
    _ inputs: ComparisonInputs, _ rows: [[CodedTerm]], _ yardsticks: [Yardstick]
) -> [ComparisonAnswer.CodedStep] {
    let (table, conditional) = (inputs.table, inputs.conditional)
    let filled = SilenceRule.allCases.map {
        DraftTable.filled(rows, by: $0, statusQuo: inputs.statusQuo, parents: inputs.parents)
    }
    let chosen = SilenceRule.allCases.firstIndex(of: inputs.silence) ?? 0
    return pairs(inputs).map { from, to, kind in
        ComparisonAnswer.CodedStep(
            from: from, to: to, kind: kind,
            movements: yardsticks.map {
                DraftTable.movement(
                    from: filled[chosen][from], to: filled[chosen][to], towards: $0, on: table.scales,
                    conditional: conditional)
            },
            effects: filled.map { rows in
                let gaps = (rows[from] + rows[to]).filter { $0.origin != .draft }.map(\.said)
                return ComparisonAnswer.Effect(
                    change: DraftTable.step(
                        from: rows[from], to: rows[to], on: table.scales, conditional: conditional),
                    silent: gaps.count { $0 == .silent }, unreported: gaps.count { $0 == .unreported })
            },
            chosen: chosen)
    }
}

private func pairs(_ inputs: ComparisonInputs) -> [(Int, Int, Comparison.Step.Kind)] {
    var found: [(Int, Int, Comparison.Step.Kind)] = []
    func add(_ from: Int, _ to: Int, _ kind: Comparison.Step.Kind) {
        if from != to, !found.contains(where: { $0.0 == from && $0.1 == to }) {
            found.append((from, to, kind))
        }
    }
    for pair in inputs.asked {
        let (later, id) = (inputs.drafts[pair.to], inputs.drafts[pair.from].id)
        add(
            pair.from, pair.to,
            later.parents.contains(id) ? .lineage : later.possibleParents.contains(id) ? .possible : .asked)
    }
    for to in inputs.drafts.indices {
        let draft = inputs.drafts[to]
        for parent in draft.parents { inputs.index(of: parent).map { add($0, to, .lineage) } }
        for parent in draft.possibleParents { inputs.index(of: parent).map { add($0, to, .possible) } }
    }
    return found
}
