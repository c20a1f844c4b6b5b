import CaseModel
import Numbers

/// What several texts have in common on one issue.
struct CommonGround {
    let issue: String
    /// The alternatives that every text that speaks can be read as.
    let alternatives: [String]
    /// Whether every one of them says one thing.
    let isPlain: Bool
    /// The widest distance that no reading closes, and the texts at its ends.
    let gap: Rational
    let ends: (End, End)?
    let grounds: [(basis: Basis, place: Place)]

    struct Voice {
        let draft: Proposal
        let cell: Comparison.Cell
    }

    /// A text at one end of the gap, with its reading that is nearest to the other end.
    struct End {
        let draft: Proposal
        let alternative: String
    }

    /// - Returns: `nil` if fewer than two of the texts speak.
    init?(_ row: Int, _ texts: [Int], _ comparison: Comparison) {
        let speaking = texts.filter { comparison.cells[$0][row].state.isAddressed }
        guard speaking.count > 1 else { return nil }
        let cells = speaking.map { comparison.cells[$0][row] }
        let agenda = comparison.issues[row]
        issue = agenda.id
        let readings = cells.map { Set($0.alternatives(of: agenda)) }
        let common = readings.dropFirst().reduce(readings[0]) { $0.intersection($1) }
        alternatives = agenda.alternatives.map(\.id).filter(common.contains)
        isPlain = cells.allSatisfy { $0.state == .stated }
        let voices = zip(speaking, cells).map { Voice(draft: comparison.drafts[$0].proposal, cell: $1) }
        (gap, ends) = Self.widest(voices, agenda)
        grounds = cells.flatMap(\.terms).map { ($0.term.basis, $0.term.place) }
    }
}

extension CommonGround {
    /// The widest distance between two texts that no reading closes.
    private static func widest(_ voices: [Voice], _ issue: Agenda.Issue) -> (Rational, (End, End)?) {
        var widest: (Rational, (End, End)?) = (0, nil)
        for (place, one) in voices.enumerated() {
            for other in voices.dropFirst(place + 1) {
                guard let a = one.cell.position, let b = other.cell.position,
                    a.distance(to: b).low > widest.0,
                    let low = one.cell.nearest(to: b, on: issue),
                    let high = other.cell.nearest(to: a, on: issue)
                else { continue }
                widest = (
                    a.distance(to: b).low,
                    (End(draft: one.draft, alternative: low), End(draft: other.draft, alternative: high))
                )
            }
        }
        return widest
    }
}

extension Comparison.Cell {
    /// The reading that lies nearest to a stretch of the scale.
    fileprivate func nearest(to stretch: Interval, on issue: Agenda.Issue) -> String? {
        func distance(_ id: String) -> Rational {
            issue.position(of: id).map { Interval($0).distance(to: stretch).low } ?? 2
        }
        return alternatives(of: issue).min { distance($0) < distance($1) }
    }

    /// The alternatives as which the cell can be read; on an interval issue those that lie inside its position.
    fileprivate func alternatives(of issue: Agenda.Issue) -> [String] {
        let all = issue.alternatives.map(\.id)
        if issue.kind == .interval {
            return all.filter { id in issue.position(of: id).map { position?.contains($0) ?? false } ?? false
            }
        }
        return terms.flatMap { entry -> [String] in
            switch entry.term.content {
            case .denied(let excluded): all.filter { !excluded.contains($0) }
            case .ambiguous(let choices) where choices.isEmpty: all
            default:
                entry.term.content.choices.compactMap {
                    if case .alternative(let id) = $0 { id } else { nil }
                }
            }
        }
    }
}
