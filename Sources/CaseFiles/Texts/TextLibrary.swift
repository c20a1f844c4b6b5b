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
    /// What stands in the way of the others, and what is worth knowing.
    public internal(set) var problems: [Problem]

    /// Looks for the texts of a case.
    ///
    /// - Parameters:
    ///   - theCase: The case whose sources are looked for.
    ///   - local: What the case's `sources.local.yaml` says.
    ///   - folder: The folder with the texts; it replaces the one of `sources.local.yaml`.
    public init(of theCase: Case, _ local: LocalSources = LocalSources(), folder: String? = nil) {
        var search = TextFinder(theCase, local, folder: folder ?? local.folder)
        search.run()
        (files, key, problems) = (search.files, search.key, search.problems)
    }

    /// The file of a source, as it is called in its folder.
    public func fileName(of source: String) -> String? { files[source]?.name }

    /// The text of a source, read once; what is wrong with it stands in `problems`.
    mutating func index(of source: Source) -> PassageIndex? {
        if let index = indexes[source.id] { return index }
        guard let file = files[source.id] else { return nil }
        switch file.read(as: source, key: source.isKeyed ? key : nil) {
        case .success(let text):
            note(source, text, file)
            let index = PassageIndex(text)
            indexes[source.id] = index
            return index
        case .failure(let problem):
            problems.append(problem)
            return nil
        }
    }

    private mutating func note(_ source: Source, _ text: SourceText, _ file: TextFile) {
        noteMixedScripts(text, file)
        guard let known = source.fingerprint?.text, known != text.textHash else { return }
        problems.append(
            Problem(
                Place(file: file.name, line: 1, column: 1),
                "this is another version of '\(source.id)' than the one that was fingerprinted",
                hint: "see what became of its passages: junktim anchors verify", severity: .warning))
    }

    /// Letters that look alike in two scripts are not folded: a word that mixes them will not be found.
    private mutating func noteMixedScripts(_ text: SourceText, _ file: TextFile) {
        let mixed = (0..<text.words.count).filter { text.words.mixesScripts($0) }
        guard let first = mixed.first else { return }
        problems.append(
            Problem(
                Place(file: file.name, line: 1, column: 1),
                "\(mixed.count) words mix Latin and Cyrillic letters, the first is '\(text.words.word(first))' in paragraph \(text.words.paragraphs[first] + 1)",
                hint: "they are not found by a search; correct them in the text if they are slips", severity: .warning))
    }

    /// The lines for `sources.yaml` by which a text is known again.
    func fingerprint(of source: Source, _ text: SourceText) -> Source.Fingerprint {
        let file = files[source.id]
        return Source.Fingerprint(
            bytes: file?.hash(text.hasher), text: text.textHash, words: text.wordCount,
            converter: file.flatMap { Converter(forFile: $0.name) }?.version)
    }
}

/// What `sources.local.yaml` says: where this machine keeps the texts and the keys of confidential ones.
public struct LocalSources: Sendable {
    public var folder: String?
    /// The file of a source, inside the folder.
    public var files: [String: String] = [:]
    /// The file with the key of confidential sources.
    public var key: String?

    public init() {}

    public var isEmpty: Bool { folder == nil && files.isEmpty && key == nil }
}

/// One search through a folder.
private struct TextFinder {
    let theCase: Case
    let local: LocalSources
    let folder: String?
    var files: [String: TextFile] = [:]
    var problems: [Problem] = []
    var key: [UInt8]?
    private var candidates: [TextFile] = []
    /// Sources for which nothing is searched any more.
    private var settled: Set<String> = []

    init(_ theCase: Case, _ local: LocalSources, folder: String?) {
        (self.theCase, self.local, self.folder) = (theCase, local, folder)
    }

    mutating func run() {
        readKey()
        guard let folder else { return }
        guard let names = TextFile.names(in: folder) else {
            return fail(folder, "the folder of the texts cannot be read", "name the folder that holds them")
        }
        candidates = names.map { TextFile(folder: folder, name: $0) }
        theCase.sources.filter { $0.isKeyed && key == nil }.forEach { refuse($0) }
        open.forEach { takeNamed($0) }
        takeByFingerprint()
        for source in open {
            if let file = candidates.first(where: { $0.stem == source.id }) { take(file, source) }
        }
        open.forEach { takeByPassages($0) }
        open.forEach { miss($0) }
    }

    private var open: [Source] { theCase.sources.filter { !settled.contains($0.id) } }

    private mutating func fail(_ file: String, _ message: String, _ hint: String) {
        problems.append(Problem(Place(file: file, line: 1, column: 1), message, hint: hint))
    }

    private mutating func take(_ file: TextFile, _ source: Source) {
        settled.insert(source.id)
        files[source.id] = file
        candidates.removeAll { $0.name == file.name }
    }

    private mutating func readKey() {
        guard let path = local.key else { return }
        if let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty {
            key = [UInt8](bytes)
        } else {
            fail(path, "the key file cannot be read", "without it the passages of confidential sources are not verifiable here")
        }
    }

    /// A confidential source without its key cannot be looked at.
    private mutating func refuse(_ source: Source) {
        settled.insert(source.id)
        fail(
            "sources.yaml", "the key of the confidential source '\(source.id)' is not at hand",
            "name the key file under 'key' in sources.local.yaml")
    }

    private mutating func takeNamed(_ source: Source) {
        guard let name = local.files[source.id] else { return }
        if let file = candidates.first(where: { $0.name == name }) { return take(file, source) }
        settled.insert(source.id)
        fail(
            "sources.local.yaml", "there is no file '\(name)' for '\(source.id)' in the folder of the texts",
            "correct the name, or leave it out: a text is found by its fingerprint")
    }

    private mutating func takeByFingerprint() {
        for isKeyed in [false, true] {
            let wanted = open.filter { $0.isKeyed == isKeyed && $0.fingerprint?.bytes != nil }
            guard !wanted.isEmpty else { continue }
            let hasher = PassageHasher(key: isKeyed ? key : nil)
            for file in candidates {
                let hash = file.hash(hasher)
                if let source = wanted.first(where: { $0.fingerprint?.bytes == hash }) { take(file, source) }
            }
        }
    }

    /// A changed text is known by the passages that are cited from it: more than half of them must be there in part.
    private mutating func takeByPassages(_ source: Source) {
        let anchors = theCase.anchors.filter { $0.source == source.id }
        guard !anchors.isEmpty else { return }
        let scores = candidates.map { file -> Int in
            guard case .success(let text) = file.read(as: source, key: source.isKeyed ? key : nil) else { return 0 }
            let index = PassageIndex(text)
            return anchors.count { $0.marks.sketch.contains { index.positions[$0] != nil } }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] * 2 > anchors.count else { return }
        take(candidates[best], source)
    }

    private mutating func miss(_ source: Source) {
        problems.append(
            Problem(
                source.place, "no file of the folder is the text of '\(source.id)'",
                hint: "put it there as '\(source.id).txt', or name its file in sources.local.yaml", severity: .warning))
    }
}
