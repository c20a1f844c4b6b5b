/// What is known of each cited passage without its text: where it stands, how long it is, whether it still holds.
///
/// It is made once when a case is read, and shared by all views of it.
public struct PassageBook: Hashable, Sendable {
    /// Anchors by source and id.
    private var entries: [String: [String: Entry]] = [:]
    /// The first of the sources that report one another: they are one voice.
    private var voices: [String: String] = [:]
    /// Closed sources, whose passages keep their place to themselves.
    private var withheld: Set<String> = []

    public struct Entry: Hashable, Sendable {
        public let anchor: Anchor
        /// What became of it in the texts at hand; `nil` if nobody looked.
        public var check: AnchorCheck?

        public init(anchor: Anchor, check: AnchorCheck? = nil) { (self.anchor, self.check) = (anchor, check) }

        /// The paragraph in which the passage begins.
        public var paragraph: Int { anchor.parts.first?.paragraph ?? 0 }

        /// Whether the passage waits for a person: by what was found in the text, or, without it, by its state.
        public var isUnconfirmed: Bool {
            if let verdict = check?.verdict, verdict != .unverifiable { return !verdict.counts }
            return anchor.state != .ok
        }
    }

    /// How a citation holds what is cited.
    public enum Standing: Hashable, Sendable, CaseIterable {
        /// A passage.
        case passage
        /// A stretch so long that it only names a paragraph.
        case paragraph
        /// A passage that changed or could not be found again, and waits for a person.
        case unconfirmed
    }

    public init() {}

    public init(anchors: [Anchor], sources: [Source], checks: [AnchorCheck]? = nil) {
        for anchor in anchors { entries[anchor.source, default: [:]][anchor.id] = Entry(anchor: anchor) }
        for check in checks ?? [] { entries[check.anchor.source]?[check.anchor.id]?.check = check }
        voices = Self.voices(of: sources)
    }

    /// Joins sources along `reports`.
    private static func voices(of sources: [Source]) -> [String: String] {
        var roots: [String: String] = [:]
        func root(_ id: String) -> String {
            var id = id
            while let next = roots[id], next != id { id = next }
            return id
        }
        for source in sources {
            guard let other = source.reports else { continue }
            let (first, second) = (root(other), root(source.id))
            if first != second { roots[second] = first }
        }
        return Dictionary(sources.map { ($0.id, root($0.id)) }, uniquingKeysWith: { first, _ in first })
    }

    /// The same, with the places of some sources kept in the house.
    public func withholding(_ sources: [String]) -> PassageBook {
        guard !sources.isEmpty else { return self }
        var book = self
        book.withheld.formUnion(sources)
        return book
    }

    /// A citation as a reader may see it.
    public func shown(_ citation: Citation) -> Citation {
        withheld.contains(citation.source) ? .withheld(source: citation.source) : citation
    }

    /// What is known of a passage; `nil` for one that is not cut or not to be seen.
    public func entry(of citation: Citation) -> Entry? {
        guard case .anchor(let source, let id) = citation, !withheld.contains(source) else { return nil }
        return entries[source]?[id]
    }

    /// A passage that is only named, or is withheld, stands as it was coded.
    public func standing(of citation: Citation) -> Standing {
        guard case .anchor(let source, let id) = citation, let entry = entries[source]?[id] else {
            return .passage
        }
        return entry.isUnconfirmed ? .unconfirmed : entry.anchor.isParagraphOnly ? .paragraph : .passage
    }

    /// How many independent voices the counting citations have: sources that report one another are one.
    public func voices(in citations: [Citation]) -> Int {
        let counting = citations.filter { standing(of: $0) != .unconfirmed }
        return Set(counting.map { voices[$0.source] ?? $0.source }).count
    }

    /// How something is held by what it rests on.
    public func holding(of basis: Basis) -> Holding {
        switch basis.kind {
        case .own: return .own
        case .uncited: return .uncited
        case .cited:
            let standings = Set(basis.citations.map { standing(of: $0) })
            return standings.contains(.passage)
                ? .cited : standings.contains(.paragraph) ? .paragraph : .unconfirmed
        }
    }

    /// How an entry counts in the coverage.
    public enum Holding: String, Hashable, Sendable, CaseIterable {
        case cited, paragraph, unconfirmed, own, uncited
    }
}
