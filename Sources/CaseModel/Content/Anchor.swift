/// One line of `anchors.tsv`: where a cited passage stands and by what it is found again.
public struct Anchor: Hashable, Sendable {
    /// `a` and a number, unique within the source.
    public let id: String
    public let source: String
    public let place: Place
    /// The first twelve digits of the text's hash when the passage was cut.
    public var revision: String
    /// The parts of the passage; several where a footnote cuts a sentence.
    public var parts: [Part]
    public var marks: Marks
    public var state: State
    public var by: String
    public var on: String

    public init(
        id: String, source: String, place: Place, revision: String, parts: [Part], marks: Marks, state: State,
        by: String, on: String
    ) {
        (self.id, self.source, self.place, self.revision, self.parts) = (id, source, place, revision, parts)
        (self.marks, self.state, self.by, self.on) = (marks, state, by, on)
    }

    /// As a citation names it: `s1#a3`.
    public var reference: String { "\(source)#\(id)" }
    public var number: Int { Int(id.dropFirst()) ?? 0 }

    /// A passage of more words than this is a paragraph rather than a passage.
    public static let longestPassage = 60
    public var isParagraphOnly: Bool { marks.words > Self.longestPassage }

    /// A stretch of one paragraph: paragraph from 1, scalars half-open.
    public struct Part: Hashable, Sendable {
        public let paragraph: Int
        public let range: Range<Int>

        public init(paragraph: Int, range: Range<Int>) {
            self.paragraph = paragraph
            self.range = range
        }
    }

    /// By what a passage is known without its text; hashes are hexadecimal.
    public struct Marks: Hashable, Sendable {
        /// The number of words.
        public var words: Int
        public var textHash: String
        public var wordsHash: String
        /// The hashes of the six words before and after.
        public var before: String
        public var after: String
        /// The best sketch score of any other place in the same text, in hundredths.
        public var rival: Int
        public var watch: Watch
        /// The smallest hashes of its runs of three words.
        public var sketch: [UInt32]

        public init(
            words: Int, textHash: String, wordsHash: String, before: String, after: String, rival: Int,
            watch: Watch, sketch: [UInt32]
        ) {
            (self.words, self.textHash, self.wordsHash) = (words, textHash, wordsHash)
            (self.before, self.after, self.rival, self.watch) = (before, after, rival, watch)
            self.sketch = sketch
        }
    }

    /// What must not change unseen: negations and numbers; the field `guard` of the file.
    public struct Watch: Hashable, Sendable {
        public var negations: Int
        public var numbersHash: String
        /// The number of the passage's first word in its text, counted from 0.
        public var firstWord: Int?

        public init(negations: Int, numbersHash: String, firstWord: Int? = nil) {
            (self.negations, self.numbersHash, self.firstWord) = (negations, numbersHash, firstWord)
        }
    }

    public enum State: String, Hashable, Sendable, CaseIterable { case ok, review, lost }
}

extension [Anchor.Part] {
    /// As an anchor writes it: `p7:120-318+p9:0-44`.
    public var place: String {
        map { "p\($0.paragraph):\($0.range.lowerBound)-\($0.range.upperBound)" }.joined(separator: "+")
    }
}

/// What became of a passage in the text at hand.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The same words at the same place.
    case exact
    /// The same text elsewhere.
    case moved
    /// The same words, differently set.
    case retyped
    /// Most of it is there, held by its surroundings.
    case edited
    case weak
    /// Several places could be it.
    case ambiguous
    case lost
    /// The text, or the key of a confidential one, is not at hand.
    case unverifiable

    /// Whether the passage still counts as cited; all else waits for a person.
    public var counts: Bool { self == .exact || self == .moved || self == .retyped }
}
