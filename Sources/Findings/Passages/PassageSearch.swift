public import CaseModel

/// Sentences in which something was found that was looked for, and what cites them.
public struct PassageSearch: Finding {
    public let question = Question.find
    public let wanted: Wanted
    public let rows: [Row]
    /// How many sentences were found before those that are coded were left out.
    public let found: Int
    public let restsOn = Support()
    public let method = Method.wordSearch
    public let limits: [Limit]
    public let passages: PassageBook

    public enum Wanted: Hashable, Sendable {
        case words(String)
        /// Sentences that speak of an issue and that no statement cites.
        case uncoded(issue: String)
    }

    public struct Row: Hashable, Sendable {
        public let hit: TextHit
        /// Entries that cite something of the sentence.
        public let uses: [Item]
    }

    /// Puts together what was found and what cites it.
    ///
    /// - Parameters:
    ///   - wanted: What was looked for.
    ///   - hits: The sentences; those of closed sources are left out.
    ///   - theCase: The case that cites them or not.
    ///   - searched: The sources whose text was looked through.
    ///   - showingInternal: Whether closed sources are shown, too.
    public init(
        _ wanted: Wanted, _ hits: [TextHit], in theCase: Case, searched: Set<String>,
        showingInternal: Bool = false
    ) {
        let uses = theCase.itemsByCitation
        let closed = theCase.closedSources(showingInternal: showingInternal)
        let all = hits.filter { !closed.contains($0.source) }.map { hit in
            Row(hit: hit, uses: hit.citations.flatMap { uses[$0] ?? [] })
        }
        self.wanted = wanted
        found = all.count
        rows =
            switch wanted {
            case .words: all
            case .uncoded: all.filter { row in !row.uses.contains { $0.kind == .statement } }
            }
        let missing = theCase.sources.map(\.id).filter { !searched.contains($0) }
        let hidden = hits.count - all.count
        limits =
            (missing.isEmpty ? [] : [.textsNotHere(missing)]) + (hidden > 0 ? [.internalLeftOut(hidden)] : [])
        passages = theCase.passages
    }
}
