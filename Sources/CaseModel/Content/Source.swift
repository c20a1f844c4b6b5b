/// A text that the case is read from: who, what, when, never the text itself.
public struct Source: Hashable, Sendable {
    public let id: String
    public let place: Place
    public var kind: Kind = .article
    public var title = Label()
    public var authors: [String] = []
    public var published: DateSpan?
    /// Whether the date stands in the text or is concluded from it.
    public var dateIsInferred = false
    public var languages: [String] = []
    public var standpoint = Label()
    public var access: Access = .public
    public var isKeyed = false
    public var paragraphs: ParagraphMode?
    /// The encoding of the file where it is not UTF-8.
    public var encoding: String?
    /// Paragraphs that repeat others; they are neither counted nor cited.
    public var repeats: [Int] = []
    public var fingerprint: Fingerprint?
    public var seen: [Revision] = []
    /// The source that this one derives from or reprints.
    public var reports: String?
    public var translationOf: String?
    public var isStateOwned: Bool?
    public var reliability: Label?
    /// Whose voice does not occur in the text.
    public var missingVoices: [Label] = []
    /// Documents that the text itself discusses or cites.
    public var documents: [Label] = []
    public var note: Label?

    public init(id: String, place: Place) {
        self.id = id
        self.place = place
    }

    /// Whether a text with this hash is one that somebody noted; `nil` where nobody noted any.
    public func notes(_ hash: String) -> Bool? {
        let noted = seen.map(\.hash) + (fingerprint?.text.map { [$0] } ?? [])
        return noted.isEmpty ? nil : noted.contains { hash.hasPrefix($0) || $0.hasPrefix(hash) }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case article, speech, transcript, draft, interview, dataset, book
        case treatyText = "treaty-text"
        case socialPost = "social-post"
    }

    public enum Access: String, Hashable, Sendable, CaseIterable {
        case `public`, subscription, closed
    }

    /// How the text falls into paragraphs.
    public enum ParagraphMode: String, Hashable, Sendable, CaseIterable {
        /// Every non-empty line.
        case line
        /// Blocks between empty lines.
        case blank
    }

    /// Hashes by which a local copy is found; hexadecimal, without the prefix `h:`.
    public struct Fingerprint: Hashable, Sendable {
        public var bytes: String?
        public var text: String?
        public var words: Int?
        /// The program that made text of another form, with its version.
        public var converter: String?

        public init(bytes: String?, text: String?, words: Int?, converter: String? = nil) {
            (self.bytes, self.text, self.words, self.converter) = (bytes, text, words, converter)
        }
    }

    /// A version of the text that somebody had before them.
    public struct Revision: Hashable, Sendable {
        public var hash: String
        public var on: DateSpan?
        public var note: Label?

        public init(hash: String, on: DateSpan?, note: Label?) {
            self.hash = hash
            self.on = on
            self.note = note
        }
    }
}
