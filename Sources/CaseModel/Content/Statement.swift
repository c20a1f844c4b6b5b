public import Numbers

/// Somebody holds something, and somebody says so.
public struct Statement: Hashable, Sendable {
    public let id: String
    public let place: Place
    /// Who coded it: the name of the file.
    public let coder: String
    public var holder: String
    /// The chain of reporting; the last is the source, and one link alone is the author's own view.
    public var via: [String] = []
    public var about: About
    public var content: Content
    public var isReserved = false
    public var force: Force?
    public var audience: Audience = .public
    public var given: Formula?
    public var valid: DateSpan?
    public var said: DateSpan?
    /// The coder's own certainty.
    public var sure: Quantity?
    public var basis = Basis()
    public var quote: String?
    public var note: Label?

    public init(id: String, coder: String, holder: String, about: About, content: Content, place: Place) {
        (self.id, self.coder, self.holder) = (id, coder, holder)
        (self.about, self.content, self.place) = (about, content, place)
    }

    /// Who tells it in the end.
    public var source: String { via.last ?? holder }

    public enum About: Hashable, Sendable {
        case issue(String)
        case claim(String)
    }

    public enum Content: Hashable, Sendable {
        case term(Term.Content)
        case stance(Stance)
    }

    /// A position on a claim.
    public enum Stance: String, Hashable, Sendable, CaseIterable { case `for`, against, open, silent }

    /// How strongly something is demanded.
    public enum Force: String, Hashable, Sendable, CaseIterable { case must, should, may, might }

    /// Whose voice it is: the author's own, or one that the author quotes.
    public enum Voice: String, Hashable, Sendable, CaseIterable { case own, quoted }

    public var voice: Voice { via.count <= 1 ? .own : .quoted }
}
