public import CaseModel

extension TextLibrary {
    /// Looks up every anchor of a case in the texts at hand.
    ///
    /// - Returns: One check per anchor, in the order of the case; without its text an anchor is `unverifiable`.
    /// - Complexity: Linear in the texts, and for each anchor in the places where runs of its words stand.
    public mutating func verify(_ theCase: Case) -> [AnchorCheck] {
        theCase.anchors.map { anchor in
            guard let source = theCase.source(anchor.source), let index = index(of: source) else {
                return AnchorCheck(anchor, .unverifiable)
            }
            let found = index.find(anchor)
            return AnchorCheck(
                anchor, found.verdict, places: found.candidates.map { index.parts(of: $0) },
                changesMeaning: found.changesMeaning, copies: found.copies)
        }
    }

    /// The words of passages, at level T, for those whose text is at hand and where each stands now.
    public mutating func passages(of checks: [AnchorCheck], in theCase: Case) -> [String: String] {
        var found: [String: String] = [:]
        for source in theCase.sources {
            let mine = checks.filter { $0.anchor.source == source.id && $0.places.count == 1 }
            guard !mine.isEmpty, let index = index(of: source) else { continue }
            for check in mine { found[check.anchor.reference] = index.text.passage(check.places[0]) }
        }
        return found
    }
}
