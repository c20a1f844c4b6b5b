import Numbers

/// Says why a matrix is right, so that it can be checked without trusting the code that made it.
public struct MatrixCertificate: Hashable, Sendable {
    public let cells: [[DraftTable.Cell]]
    public let conditional: ConditionalReading

    public init(cells: [[DraftTable.Cell]], conditional: ConditionalReading) {
        (self.cells, self.conditional) = (cells, conditional)
    }

    /// Whether each cell follows from the terms of its draft.
    ///
    /// Checked per cell: it says something exactly when a point does; a single wording is taken over unchanged; every
    /// reading of every point lies inside the position; both ends of the position are reached by a reading, or the
    /// term can be read in any way; and linked silence names just those conditions on which the draft is
    /// silent; and a term that was united from several holds just the readings of all of them.
    public func holds(in table: DraftTable) -> Bool {
        guard cells.count == table.terms.count else { return false }
        return cells.indices.allSatisfy { draft in
            cells[draft].count == table.scales.count
                && cells[draft].indices.allSatisfy { issue in
                    let silent = table.conditions[draft][issue].filter {
                        cells[draft][$0].term == .silent
                    }
                    return cells[draft][issue].linkedSilence == silent
                        && holds(cells[draft][issue], table, draft, issue)
                }
        }
    }

    private func holds(_ cell: DraftTable.Cell, _ table: DraftTable, _ draft: Int, _ issue: Int) -> Bool {
        let scale = table.scales[issue]
        let reported = table.terms[draft][issue].filter { $0 != .unreported }
        let terms = reported.filter { $0 != .silent }
        guard let first = terms.first else {
            let unnamed = table.terms[draft][issue].isEmpty ? table.unnamed[draft] : .unreported
            return cell.term == (reported.first ?? unnamed) && cell.position == nil && !cell.pullsApart
        }
        let isOne = terms.allSatisfy { $0.says(theSameAs: first) }
        guard cell.pullsApart == !isOne, isOne ? cell.term == first : isUnion(cell.term, terms, scale)
        else { return false }
        guard scale.positions != nil, cell.term.state.isAddressed else { return cell.position == nil }
        let readings = terms.map { $0.readings(on: scale, conditional: isOne ? conditional : .hull) }
        guard let position = cell.position else { return readings.allSatisfy { $0?.isEmpty ?? false } }
        guard !readings.contains(where: { $0 == nil }) else { return position == .unit }
        let places = readings.flatMap { $0 ?? [] }.compactMap { scale.position(of: $0) }
        return places.allSatisfy(position.contains) && places.contains { $0.low == position.low }
            && places.contains { $0.high == position.high }
    }

    /// Whether a term holds the readings of all terms and no others; "in any way" if one of them says so.
    private func isUnion(_ term: CodedTerm, _ terms: [CodedTerm], _ scale: IssueScale) -> Bool {
        guard case .ambiguous(let readings) = term else { return false }
        let parts = terms.map { $0.readings(on: scale, conditional: .hull) }
        if parts.contains(where: { $0 == nil }) { return readings.isEmpty }
        return Set(readings) == Set(parts.flatMap { $0 ?? [] })
    }
}
