public import CaseModel

/// Looks up every anchor of a case in the texts at hand.
///
/// - Returns: One check per anchor, in the order of the case; without its text an anchor is `unverifiable`.
/// - Complexity: Linear in the texts, and for each anchor in the places where runs of its words stand.
public func verifyAnchors(of theCase: Case, in library: TextLibrary) -> [AnchorCheck] {
    var indexes: [String: PassageIndex] = [:]
    for anchor in theCase.anchors where indexes[anchor.source] == nil {
        indexes[anchor.source] = library.texts[anchor.source].map { PassageIndex($0) }
    }
    return theCase.anchors.map { anchor in
        guard let index = indexes[anchor.source] else { return AnchorCheck(anchor, .unverifiable) }
        let found = index.find(anchor)
        return AnchorCheck(
            anchor, found.verdict, places: found.candidates.map { index.parts(of: $0) },
            changesMeaning: found.changesMeaning, copies: found.copies)
    }
}
