public import CaseModel

/// What somebody wants to cite.
public struct PassageRequest: Sendable {
    public var source: String
    /// The words of the passage, or its first words.
    public var words: String
    /// Whether only the first words are given: the passage then runs to the end of their sentence.
    public var isBeginning = false
    /// The paragraph in which the passage begins, from 1.
    public var paragraph: Int?
    /// Which of several in the paragraph is meant, from 1.
    public var occurrence: Int?
    /// The last words, where the passage should end with them instead of its sentence.
    public var ends: String?
    /// The paragraph in which the sentence goes on, where something stands between and the program does not see it.
    public var continues: Int?
    /// Whether exactly the given words are meant, not their whole sentences.
    public var isVerbatim = false
    /// Who cuts the passage, and when.
    public var by = ""
    public var on = ""

    public init(source: String, words: String) { (self.source, self.words) = (source, words) }
}

/// A passage that was cut, or one that had been cut before.
public struct CutPassage: Sendable {
    public let anchor: Anchor
    /// Whether the case has it already.
    public let isKnown: Bool
    /// The passage at level T, to be seen by whoever cut it.
    public let text: String
    /// The line for `sources.yaml` where the source has no fingerprint of its text yet.
    public let fingerprint: Source.Fingerprint?

    /// The anchor as a line of `anchors.tsv`.
    public var line: String { AnchorsFile.line(anchor) }
    /// Where it stands, as `p7:120-318`.
    public var place: String { anchor.parts.place }
}

extension TextLibrary {
    /// Finds a passage and cuts it as an anchor.
    ///
    /// - Throws: ``Problem`` with what to do when it is not there, or there more than once.
    public mutating func cite(_ request: PassageRequest, in theCase: Case) throws(Problem) -> CutPassage {
        guard let source = theCase.source(request.source) else {
            let near = nearestName(to: request.source, among: theCase.sources.map(\.id))
            throw refused(
                "there is no source '\(request.source)'",
                near.map { "did you mean '\($0)'?" } ?? "sources stand in sources.yaml")
        }
        guard let index = index(of: source) else {
            if files[source.id] != nil {
                throw refused("nothing can be cited from '\(source.id)'", "mend what stands above")
            }
            throw refused(
                "the text of '\(source.id)' is not at hand",
                "name its folder: --sources FOLDER; there it is found by its fingerprint, or as '\(source.id).txt'"
            )
        }
        let (cutter, text) = (PassageCutter(index: index), index.text)
        let stretches: [Range<Int>]
        switch cutter.stretches(of: request) {
        case .success(let found): stretches = found
        case .failure(let failure): throw refused(failure, request)
        }
        let mine = theCase.anchors.filter { $0.source == source.id }
        let id = "a\((mine.map(\.number).max() ?? 0) + 1)"
        let anchor = cutter.cut(stretches, request, of: source, id: id)
        let known = mine.first { $0.revision == anchor.revision && $0.parts == anchor.parts }
        let print = source.fingerprint?.text == nil ? fingerprint(of: source, text) : nil
        return CutPassage(
            anchor: known ?? anchor, isKnown: known != nil, text: text.passage(anchor.parts) ?? "",
            fingerprint: print)
    }

    /// Cuts the passage of an anchor anew where it stands now; the anchor keeps its name.
    ///
    /// - Parameters:
    ///   - check: The anchor with where it may be.
    ///   - choice: Which of several candidates is meant, from 0.
    ///   - theCase: The case.
    ///   - by: Who confirms it.
    ///   - on: When.
    /// - Returns: The anchor; `nil` if there is no such place.
    public mutating func recut(
        _ check: AnchorCheck, choice: Int = 0, in theCase: Case, by: String, on: String
    ) -> Anchor? {
        guard check.places.indices.contains(choice), !check.places[choice].isEmpty,
            let source = theCase.source(check.anchor.source),
            let index = index(of: source)
        else { return nil }
        let parts = check.places[choice]
        var anchor = check.anchor
        (anchor.revision, anchor.parts, anchor.state, anchor.by, anchor.on) = (
            index.text.revision, parts, .ok, by, on
        )
        anchor.marks = index.marks(of: index.stretches(of: parts), parts: parts)
        return anchor
    }

    func refused(_ message: String, _ hint: String) -> Problem {
        Problem(Place(file: "cite", line: 1, column: 1), message, hint: hint)
    }
}
