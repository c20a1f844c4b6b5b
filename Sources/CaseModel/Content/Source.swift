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

        public init(bytes: String?, text: String?, words: Int?) {
            self.bytes = bytes
            self.text = text
            self.words = words
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

/// One line of `anchors.tsv`: where a cited passage stands and by what it is found again.
public struct Anchor: Hashable, Sendable {
    public let id: String
    public let source: String
    public let place: Place
    public var revision: String
    /// The parts of the passage; several where a footnote cuts a sentence.
    public var parts: [Part]
    public var words: Int
    public var textHash: String
    public var wordsHash: String
    public var before: String
    public var after: String
    public var rival: String
    public var guardMark: String
    public var sketch: [String]
    public var state: State
    public var by: String
    public var on: String

    public init(
        id: String, source: String, place: Place, revision: String, parts: [Part], words: Int,
        textHash: String,
        wordsHash: String, before: String, after: String, rival: String, guardMark: String, sketch: [String],
        state: State, by: String, on: String
    ) {
        (self.id, self.source, self.place, self.revision, self.parts) = (id, source, place, revision, parts)
        (self.words, self.textHash, self.wordsHash) = (words, textHash, wordsHash)
        (self.before, self.after, self.rival, self.guardMark) = (before, after, rival, guardMark)
        (self.sketch, self.state, self.by, self.on) = (sketch, state, by, on)
    }

    /// A stretch of one paragraph: paragraph from 1, scalars half-open.
    public struct Part: Hashable, Sendable {
        public let paragraph: Int
        public let range: Range<Int>

        public init(paragraph: Int, range: Range<Int>) {
            self.paragraph = paragraph
            self.range = range
        }
    }

    public enum State: String, Hashable, Sendable, CaseIterable { case ok, review, lost }
}
