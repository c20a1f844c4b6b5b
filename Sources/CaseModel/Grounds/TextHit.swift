/// A sentence in which something was found that was looked for.
public struct TextHit: Hashable, Sendable {
    public let source: String
    public let part: Anchor.Part
    /// The first words, by which `cite` finds it.
    public let begins: String
    /// The sentence at level T.
    public let text: String
    /// The citations that hold something of it.
    public var citations: [Citation]

    public init(source: String, part: Anchor.Part, begins: String, text: String, citations: [Citation]) {
        (self.source, self.part, self.begins, self.text, self.citations) = (
            source, part, begins, text, citations
        )
    }
}
