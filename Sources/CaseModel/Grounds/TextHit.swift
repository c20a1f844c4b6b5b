/// A sentence in which something was found that was looked for.
public struct TextHit: Hashable, Sendable {
    public let source: String
    public let part: Anchor.Part
    /// The first words, by which `cite` finds it.
    public let begins: String
    /// The sentence at level T.
    public let text: String
    /// The anchors that cite something of it.
    public var anchors: [String]

    public init(source: String, part: Anchor.Part, begins: String, text: String, anchors: [String]) {
        (self.source, self.part, self.begins, self.text, self.anchors) = (source, part, begins, text, anchors)
    }
}
