public import CaseModel
import Foundation

/// The texts of a case's sources that are at hand, found where their owner keeps them.
///
/// A text is found by the file's name in `sources.local.yaml`, by its fingerprint, as `SOURCE.txt`, or, if it has
/// changed since, by the passages that are cited from it. Texts are read when they are asked for.
public struct TextLibrary {
    /// The file of each source that was found.
    let files: [String: TextFile]
    private let key: [UInt8]?
    /// The texts that were read, with the hashes of their runs of words.
    private var indexes: [String: PassageIndex] = [:]
    private var unreadable: Set<String> = []
    private let foundByPassages: Set<String>
    /// The paragraphs that repeat others, as they are numbered in the text at hand.
    private var repeats: [String: [Int]] = [:]
    /// What the case cites, source by source.
    private let anchors: [String: [Anchor]]
    /// What stands in the way of the others, and what is worth knowing.
    public internal(set) var problems: [Problem]

    /// Looks for the texts of a case.
    ///
    /// - Parameters:
    ///   - theCase: The case whose sources are looked for.
    ///   - local: What the case's `sources.local.yaml` says.
    ///   - folder: The folder with the texts; it replaces the one of `sources.local.yaml`.
    public init(of theCase: Case, _ local: LocalSources = LocalSources(), folder: String? = nil) {
        var search = SourceFiles(theCase, local, folder: folder ?? local.folder)
        search.run()
        (files, key, problems) = (search.files, search.key, search.problems)
        foundByPassages = search.foundByPassages
        anchors = Dictionary(grouping: theCase.anchors, by: \.source)
    }

    /// The file of a source, as it is called in its folder.
    public func fileName(of source: String) -> String? { files[source]?.name }

    /// The sources whose text was found and could be read so far.
    public internal(set) var read: Set<String> = []

    /// The text of a source, read once; what is wrong with it stands in `problems`.
    mutating func index(of source: Source) -> PassageIndex? {
        if let index = indexes[source.id] { return index }
        guard let file = files[source.id], !unreadable.contains(source.id) else { return nil }
        switch file.read(as: source, key: source.isKeyed ? key : nil).flatMap({
            examine($0, of: source, file)
        }) {
        case .success(let index):
            (indexes[source.id], _) = (index, read.insert(source.id))
            return index
        case .failure(let problem):
            problems.append(problem)
            unreadable.insert(source.id)
            return nil
        }
    }

    // MARK: What a text is

    /// Looks whether a text is the one that is cited, and tells what is worth knowing of it.
    private mutating func examine(_ text: SourceText, of source: Source, _ file: TextFile) -> Result<
        PassageIndex, Problem
    > {
        let place = Place(file: file.name, line: 1, column: 1)
        guard text.wordCount > 0 else {
            return .failure(Problem(place, "the text is empty", hint: "put the text of '\(source.id)' there"))
        }
        var index = PassageIndex(text)
        let mine = anchors[source.id] ?? []
        if source.isKeyed, !mine.isEmpty, !mine.contains(where: index.fitsKey) {
            return .failure(
                Problem(
                    place, "the key does not fit what is cited of '\(source.id)'",
                    hint: "name the key with which its passages were cut"))
        }
        noteMixedScripts(text, source, place)
        if Converter(forFile: file.name) != nil, source.paragraphs == .line {
            warn(
                place, "text from this form has a line break at every line's end",
                "write 'paragraphs: blank' for '\(source.id)' in sources.yaml, or its sentences will be cut")
        }
        switch source.notes(text.textHash) {
        case true?: return .success(index)
        case nil where foundByPassages.contains(source.id):
            warn(
                place, "this is taken for the text of '\(source.id)', because passages of it stand there",
                "name it under 'files' in sources.local.yaml, or give its fingerprint in sources.yaml")
            return .success(index)
        case nil: return .success(index)
        case false?: break
        }
        if !source.repeats.isEmpty { index = withMovedRepeats(index, source, file) }
        warn(
            place, "this is another version of '\(source.id)' than the one that was fingerprinted",
            "see what became of its passages: junktim anchors verify; then note it in sources.yaml: seen: [{rev: \"h:\(text.revision)\"}]"
        )
        return .success(index)
    }

    private mutating func warn(_ place: Place, _ message: String, _ hint: String) {
        problems.append(Problem(place, message, hint: hint, severity: .warning))
    }

    /// In another version the paragraphs that repeat others may have other numbers: the nearest ones are taken of whose
    /// words more than half stand elsewhere, too.
    private mutating func withMovedRepeats(_ index: PassageIndex, _ source: Source, _ file: TextFile)
        -> PassageIndex
    {
        let shifts = [0] + (1...Self.widestShift).flatMap { [$0, -$0] }
        func read(_ repeats: [Int]) -> PassageIndex? {
            var other = source
            other.repeats = repeats
            return (try? file.read(as: other, key: source.isKeyed ? key : nil).get()).map { PassageIndex($0) }
        }
        guard let whole = read([]) else { return index }
        let right = shifts.first { shift in source.repeats.allSatisfy { whole.isRepeat($0 + shift - 1) } }
        guard let right, right != 0 else { return index }
        let moved = source.repeats.map { $0 + right }
        repeats[source.id] = moved
        return read(moved) ?? index
    }

    /// By how many paragraphs repeats are looked for.
    private static let widestShift = 12

    /// Letters that look alike in two scripts are not folded: a word that mixes them will not be found.
    private mutating func noteMixedScripts(_ text: SourceText, _ source: Source, _ place: Place) {
        let mixed = (0..<text.words.count).filter { text.words.mixesScripts($0) }
        guard let first = mixed.first else { return }
        let isOpen = source.access != .closed && !source.isKeyed
        let example =
            ", the first is '\(text.words.word(first))' in paragraph \(text.words.paragraphs[first] + 1)"
        warn(
            place, "words that mix Latin and Cyrillic letters: \(mixed.count)" + (isOpen ? example : ""),
            "they are not found by a search; correct them in the text if they are slips")
    }

    /// What may be looked through: the bytes of a text, and its paragraphs that repeat others.
    mutating func searchable(_ source: Source) -> (bytes: [UInt8], repeats: [Int])? {
        guard let file = files[source.id] else { return nil }
        // Where something must be known of the text first, it is read as for citing.
        if source.isKeyed || !source.repeats.isEmpty, index(of: source) == nil { return nil }
        switch file.plainText(encoding: source.encoding) {
        case .success(let bytes):
            read.insert(source.id)
            return (bytes, repeats[source.id] ?? source.repeats)
        case .failure(let problem):
            problems.append(problem)
            return nil
        }
    }

    /// The lines for `sources.yaml` by which a text is known again.
    func fingerprint(of source: Source, _ text: SourceText) -> Source.Fingerprint {
        let file = files[source.id]
        return Source.Fingerprint(
            bytes: file?.hash(text.hasher), text: text.textHash, words: text.wordCount,
            converter: file.flatMap { Converter(forFile: $0.name) }?.version)
    }
}
