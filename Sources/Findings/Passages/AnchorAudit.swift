public import CaseModel

/// What became of the cited passages of a case, and what rests on each.
public struct AnchorAudit: Finding {
    public let question = Question.anchors
    /// Passages that wait for a person first, then the others, each in the order of the case.
    public let rows: [Row]
    public let counts: [Verdict: Int]
    /// Passages that are only named, and not cut yet.
    public let uncut: [Uncut]
    public let restsOn: Support
    public let method = Method.refinding
    public let limits: [Limit]
    public let passages: PassageBook

    public struct Row: Hashable, Sendable {
        public let check: AnchorCheck
        /// Entries of the case that cite the passage.
        public let uses: [Item]
        /// The passage itself, where its text is at hand and may be shown.
        public let text: String?
        /// Whether the place of the passage stays in the house.
        public let isWithheld: Bool

        /// Whether the passage waits for a person.
        public var isWaiting: Bool {
            check.verdict == .unverifiable ? check.anchor.state != .ok : !check.verdict.counts
        }
    }

    public struct Uncut: Hashable, Sendable {
        public let citation: Citation
        public let uses: [Item]
        /// Whether the text is at hand and the words do not stand where they are said to.
        public let isMisplaced: Bool
    }

    /// Collects what the check of the texts found.
    ///
    /// - Parameters:
    ///   - checks: One per anchor of the case.
    ///   - theCase: The case.
    ///   - texts: The passages by reference, where they may be shown.
    ///   - misplaced: Passages that are only named, and do not stand where they are said to.
    ///   - showingInternal: Whether the places of closed sources are shown.
    public init(
        _ checks: [AnchorCheck], of theCase: Case, texts: [String: String] = [:],
        misplaced: Set<Citation> = [],
        showingInternal: Bool = false
    ) {
        let uses = theCase.itemsByCitation
        let closed = theCase.closedSources(showingInternal: showingInternal)
        let all = checks.map { check in
            let citation = Citation.anchor(source: check.anchor.source, id: check.anchor.id)
            let isClosed = closed.contains(check.anchor.source)
            return Row(
                check: check, uses: uses[citation] ?? [],
                text: isClosed ? nil : texts[check.anchor.reference],
                isWithheld: isClosed)
        }
        rows = all.filter(\.isWaiting) + all.filter { !$0.isWaiting }
        counts = Dictionary(grouping: checks, by: \.verdict).mapValues(\.count)
        uncut = uses.keys.sorted().compactMap { citation in
            guard case .passage(let source, _, _) = citation, !closed.contains(source) else { return nil }
            return Uncut(
                citation: citation, uses: uses[citation] ?? [], isMisplaced: misplaced.contains(citation))
        }
        passages = PassageBook(anchors: theCase.anchors, sources: theCase.sources, checks: checks)
            .withholding(closed)
        var support = Support()
        support.citations = checks.map { .anchor(source: $0.anchor.source, id: $0.anchor.id) }
        restsOn = support
        limits = uncut.isEmpty ? [] : [.uncutPassages(uncut.count)]
    }
}
