import CaseModel
import Numbers

/// What several texts have in common on one issue.
///
/// Of texts that go back to one another only the newest that speaks counts: that a draft keeps what the one before it said is no
/// agreement, and that it changes it is no contradiction.
struct CommonGround {
    let issue: String
    /// What every one of them can be read as; `nil` if nothing can.
    let value: Brief.Alike.Value?
    /// Whether every one of them says one thing.
    let isPlain: Bool
    /// How many of the texts speak.
    let speaking: Int
    /// The widest distance between two of them that no reading closes, and the texts at its ends.
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
        let agenda = comparison.issues[row]
        let speaking = texts.filter { comparison.cells[$0][row].state.isAddressed }
        let voices = speaking.filter { text in
            !speaking.contains { comparison.goesBack($0, to: text) }
        }.map { Voice(draft: comparison.drafts[$0].proposal, cell: comparison.cells[$0][row]) }
        guard voices.count > 1 else { return nil }
        (issue, self.speaking) = (agenda.id, voices.count)
        value = Self.common(voices, agenda)
        isPlain = voices.allSatisfy { $0.cell.state == .stated && $0.cell.position?.isPoint ?? true }
        (gap, ends) = Self.widest(voices, agenda)
        grounds = voices.flatMap(\.cell.terms).map { ($0.term.basis, $0.term.place) }
    }

    /// What all can be read as: an alternative, or on an interval issue the numbers that all leave open.
    private static func common(_ voices: [Voice], _ issue: Agenda.Issue) -> Brief.Alike.Value? {
        // Bracketed wording is a dispute, however alike its words are to others.
        guard !voices.contains(where: { $0.cell.state == .contested }) else { return nil }
        guard issue.kind == .interval, let range = issue.range else {
            let readings = voices.map { Set($0.cell.alternatives(of: issue)) }
            let common = readings.dropFirst().reduce(readings[0]) { $0.intersection($1) }
            return issue.alternatives.map(\.id).first(where: common.contains).map { .alternative($0) }
        }
        let places = voices.compactMap(\.cell.position)
        guard let low = places.map(\.low).max(), let high = places.map(\.high).min(), low <= high else {
            return nil
        }
        return .numbers(Interval(range.low) + range.width * Interval(low, high))
    }

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

extension Comparison {
    /// Whether a draft goes back to another one, over any number of drafts between them.
    fileprivate func goesBack(_ draft: Int, to other: Int) -> Bool {
        var open = drafts[draft].proposal.parents
        var seen: Set<String> = []
        while let next = open.popLast() {
            if next == drafts[other].proposal.id { return true }
            if seen.insert(next).inserted {
                open += drafts.first { $0.proposal.id == next }?.proposal.parents ?? []
            }
        }
        return false
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

    /// The alternatives as which the cell can be read; what is conditional counts as its value. Of a number, those inside.
    fileprivate func alternatives(of issue: Agenda.Issue) -> [String] {
        let all = issue.alternatives.map(\.id)
        if issue.kind == .interval {
            return all.filter { id in issue.position(of: id).map { position?.contains($0) ?? false } ?? false
            }
        }
        return terms.flatMap { entry -> [String] in
            switch entry.term.content {
            case .denied(let excluded): all.filter { !excluded.contains($0) }
            case .ambiguous(let readings) where readings.isEmpty: all
            case .conditional(let choice, _, _, _): [choice].compactMap(\.alternative)
            default: entry.term.content.choices.compactMap(\.alternative)
            }
        }
    }
}

extension Term.Choice {
    fileprivate var alternative: String? {
        if case .alternative(let id) = self { id } else { nil }
    }
}
