extension Case {
    /// Leaves out what the perspective does not take, and what begins after its date or the case's own.
    ///
    /// Filtered are statements, tellings of events, and terms of drafts that are known only through others: of a
    /// draft coded from the text itself the text is the source, whoever reports it besides.
    mutating func keep(_ line: [Perspective]) {
        let filters = line.map(\.take)
        let sources = filters.map(\.sources).last { !$0.isEmpty }
        let voices = filters.map(\.voices).last { !$0.isEmpty }
        let dropped = Set(filters.flatMap(\.dropped))
        statements.removeAll { statement in
            dropped.contains(statement.id)
                || (sources.map { !$0.contains(statement.via.last ?? statement.holder) } ?? false)
                || (voices.map { !$0.contains(statement.voice) } ?? false)
        }
        if let sources { keepOnly(Set(sources)) }
        frame.asOf = line.compactMap(\.asOf).last ?? frame.asOf
        hideLater(than: frame.asOf)
    }

    private mutating func keepOnly(_ sources: Set<String>) {
        for index in events.indices { events[index].told.removeAll { !sources.contains($0.by) } }
        events.removeAll { $0.told.isEmpty }
        for index in indicators.indices { indicators[index].told.removeAll { !sources.contains($0.by) } }
        for index in proposals.indices where proposals[index].extent == .reported {
            for point in proposals[index].points.indices {
                let grounds = proposals[index].points[point].basis
                proposals[index].points[point].terms.removeAll { term in
                    let citations = term.basis.citations.isEmpty ? grounds.citations : term.basis.citations
                    return !citations.isEmpty && !citations.contains { sources.contains($0.source) }
                }
            }
            proposals[index].points.removeAll { $0.terms.isEmpty && $0.linkages.isEmpty }
        }
    }

    private mutating func hideLater(than moment: DateSpan) {
        func isLater(_ date: DateSpan?) -> Bool { date?.beginsAfter(moment) ?? false }
        let hidden = Set(proposals.filter { isLater($0.date) }.map(\.id))
        statements.removeAll { isLater($0.valid) || isLater($0.said) }
        proposals.removeAll { hidden.contains($0.id) }
        events.removeAll { isLater($0.on) }
        guarantees.removeAll { $0.proposal.map(hidden.contains) ?? false }
        money.removeAll { isLater($0.date) || ($0.proposal.map(hidden.contains) ?? false) }
        predictions.removeAll { isLater($0.made) }
        let gone = Set(papers.papers.filter { isLater($0.date) }.map(\.id))
        papers.papers.removeAll { gone.contains($0.id) }
        papers.stances.removeAll { gone.contains($0.paper) }
    }
}
