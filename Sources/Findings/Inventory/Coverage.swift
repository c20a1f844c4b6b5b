public import CaseModel

/// How well a case is cited: its entries by what they rest on.
public struct Coverage: Hashable, Sendable {
    /// One row per kind of entry that occurs, in the order of a case folder.
    public let rows: [Row]
    public let total: Row

    /// The entries of one kind, or of all.
    public struct Row: Hashable, Sendable {
        /// `nil` for all kinds together.
        public let kind: Item.Kind?
        public var held: [PassageBook.Holding: Int] = [:]
        /// Entries with passages of more than one voice; sources that report one another are one voice.
        public var severalVoices = 0

        public var entries: Int { held.values.reduce(0, +) }

        public subscript(holding: PassageBook.Holding) -> Int { held[holding] ?? 0 }
    }

    init(of items: [Item], _ passages: PassageBook) {
        var found: [Item.Kind: Row] = [:]
        var total = Row(kind: nil)
        for item in items {
            let holding = passages.holding(of: item.basis)
            let isMany = holding != .own && passages.voices(in: item.basis.citations) > 1
            func count(_ row: inout Row) {
                row.held[holding, default: 0] += 1
                if isMany { row.severalVoices += 1 }
            }
            count(&found[item.kind, default: Row(kind: item.kind)])
            count(&total)
        }
        rows = Item.Kind.allCases.compactMap { found[$0] }
        self.total = total
    }
}
