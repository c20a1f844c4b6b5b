/// The words by which a text speaks of an issue, per language: for looking, never for coding.
///
/// A word stands for itself, a star at its end or beginning for anything, several words for a run of them.
public struct IssueWords: Hashable, Sendable {
    public let issue: String
    public var words: [String: [String]]
    public var place: Place

    public init(issue: String, words: [String: [String]], place: Place) {
        (self.issue, self.words, self.place) = (issue, words, place)
    }

    /// The words of all languages.
    public var all: [String] { words.sorted { $0.key < $1.key }.flatMap(\.value) }
}
