/// What became of one anchor in the texts at hand.
public struct AnchorCheck: Hashable, Sendable {
    public let anchor: Anchor
    public var verdict: Verdict
    /// Where the passage is now, or where it may be: several candidates if that is ambiguous.
    public var places: [[Anchor.Part]]
    /// Whether the passage found has other negations or numbers than the one that was cited.
    public var changesMeaning: Bool
    /// How often the very words stand in the text.
    public var copies: Int

    public init(
        _ anchor: Anchor, _ verdict: Verdict, places: [[Anchor.Part]] = [], changesMeaning: Bool = false,
        copies: Int = 0
    ) {
        (self.anchor, self.verdict, self.places) = (anchor, verdict, places)
        (self.changesMeaning, self.copies) = (changesMeaning, copies)
    }
}
