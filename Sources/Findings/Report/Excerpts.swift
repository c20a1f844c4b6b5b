import CaseModel

/// Passages that a report may hold in their own words: of public texts only, and of each text only so many words.
public struct Excerpts: Hashable, Sendable {
    /// So many words of one source may stand in a report.
    public static let wordsPerSource = 400

    /// By reference.
    public let texts: [String: String]
    /// How many words of each source are shown.
    public let shown: [String: Int]
    /// How many passages of each source are left out because they would be too many words.
    public let leftOut: [String: Int]

    init(_ texts: [String: String], citedBy support: Support, sources: [Source]) {
        let open = Set(sources.filter { $0.access == .public && !$0.isKeyed }.map(\.id))
        var (kept, shown, leftOut) = ([String: String](), [String: Int](), [String: Int]())
        for case .anchor(let source, let id) in support.citations where open.contains(source) {
            guard let text = texts["\(source)#\(id)"] else { continue }
            let words = text.split(separator: " ").count
            if shown[source, default: 0] + words <= Self.wordsPerSource {
                kept["\(source)#\(id)"] = text
                shown[source, default: 0] += words
            } else {
                leftOut[source, default: 0] += 1
            }
        }
        (self.texts, self.shown, self.leftOut) = (kept, shown, leftOut)
    }
}
