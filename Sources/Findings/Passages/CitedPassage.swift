public import CaseModel

/// A passage that was cut, with the reference to paste.
public struct CitedPassage: Finding {
    public let question = Question.cite
    public let anchor: Anchor
    /// Its line in `anchors.tsv`, and its place as written there.
    public let line: String
    public let place: String
    /// Whether the case had it already.
    public let isKnown: Bool
    public let text: String
    /// What `sources.yaml` should say of the text, if it says nothing yet.
    public let fingerprint: Source.Fingerprint?
    public let restsOn: Support
    public let method = Method.refinding
    public let limits: [Limit] = []
    public let passages: PassageBook

    public init(
        _ anchor: Anchor, line: String, place: String, isKnown: Bool, text: String,
        fingerprint: Source.Fingerprint?, in theCase: Case
    ) {
        (self.anchor, self.line, self.place, self.isKnown) = (anchor, line, place, isKnown)
        (self.text, self.fingerprint) = (text, fingerprint)
        var support = Support()
        support.citations = [.anchor(source: anchor.source, id: anchor.id)]
        restsOn = support
        let anchors = isKnown ? theCase.anchors : theCase.anchors + [anchor]
        passages = PassageBook(
            anchors: anchors, sources: theCase.sources,
            checks: [AnchorCheck(anchor, .exact, places: [anchor.parts])])
    }
}
