public import CaseModel
import Foundation

/// The texts of a case's sources that are at hand, found where their owner keeps them.
///
/// A text is found by the file's name in `sources.local.yaml`, by its fingerprint, as `SOURCE.txt`, or, if it has
/// changed since, by the passages that are cited from it.
public struct TextLibrary: Sendable {
    public private(set) var texts: [String: SourceText] = [:]
    /// The file from which each text was read.
    public private(set) var files: [String: String] = [:]
    /// Sources whose text is another version than the one that was fingerprinted.
    public private(set) var changed: [String] = []
    /// What stands in the way of the others, and what is worth knowing.
    public private(set) var problems: [Problem] = []

    /// Looks for the texts of a case.
    ///
    /// - Parameters:
    ///   - theCase: The case whose sources are looked for.
    ///   - local: What the case's `sources.local.yaml` says.
    ///   - folder: The folder with the texts; it replaces the one of `sources.local.yaml`.
    public init(of theCase: Case, _ local: LocalSources = LocalSources(), folder: String? = nil) {
        var search = TextSearch(theCase, local, folder: folder ?? local.folder)
        search.run()
        (texts, files, changed) = (search.texts, search.files, search.changed)
        problems = search.problems
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
private struct TextSearch {
    let theCase: Case
    let local: LocalSources
    let folder: String?
    var texts: [String: SourceText] = [:]
    var files: [String: String] = [:]
    var changed: [String] = []
    var problems: [Problem] = []
    private var key: [UInt8]?
    private var candidates: [TextFile] = []
    /// Sources that have a file, readable or not; nothing else is searched for them.
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
        for source in theCase.sources where local.files[source.id] != nil { takeNamed(source) }
        for source in open { takeByFingerprint(source) }
        for source in open {
            if let file = candidates.first(where: { $0.stem == source.id }) { take(file, source) }
        }
        takeByPassages()
    }

    private var open: [Source] { theCase.sources.filter { !settled.contains($0.id) } }

    private mutating func fail(_ file: String, _ message: String, _ hint: String) {
        problems.append(Problem(Place(file: file, line: 1, column: 1), message, hint: hint))
    }

    private mutating func readKey() {
        guard let path = local.key else { return }
        if let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty {
            key = [UInt8](bytes)
        } else {
            fail(path, "the key file cannot be read", "without it the passages of confidential sources are not verifiable here")
        }
    }

    /// The key to hash a source with; a confidential source without one cannot be looked at.
    private func hasKey(_ source: Source) -> Bool { !source.isKeyed || key != nil }

    private mutating func takeNamed(_ source: Source) {
        guard let name = local.files[source.id] else { return }
        settled.insert(source.id)
        guard let file = candidates.first(where: { $0.name == name }) else {
            return fail("sources.local.yaml", "there is no file '\(name)' for '\(source.id)' in the folder of the texts", "correct the name, or leave it out: a text is found by its fingerprint")
        }
        take(file, source)
    }

    private mutating func takeByFingerprint(_ source: Source) {
        guard hasKey(source), let print = source.fingerprint, print.bytes != nil else { return }
        let hasher = PassageHasher(key: source.isKeyed ? key : nil)
        for index in candidates.indices where candidates[index].hash(hasher) == print.bytes {
            return take(candidates[index], source)
        }
    }

    private mutating func take(_ file: TextFile, _ source: Source) {
        settled.insert(source.id)
        guard hasKey(source) else {
            return fail("sources.yaml", "the key of the confidential source '\(source.id)' is not at hand", "name the key file under 'key' in sources.local.yaml")
        }
        switch file.read(as: source, key: source.isKeyed ? key : nil) {
        case .success(let text): keep(text, file, source)
        case .failure(let problem): problems.append(problem)
        }
    }

    private mutating func keep(_ text: SourceText, _ file: TextFile, _ source: Source) {
        (texts[source.id], files[source.id]) = (text, file.name)
        candidates.removeAll { $0.name == file.name }
        guard let known = source.fingerprint?.text, known != text.textHash else { return }
        changed.append(source.id)
        problems.append(
            Problem(
                Place(file: file.name, line: 1, column: 1), "this is another version of '\(source.id)' than the one that was fingerprinted",
                hint: "see what became of its passages: junktim anchors verify", severity: .warning))
    }

    /// A changed text is known by the passages that are cited from it: at least half of them must be there in part.
    private mutating func takeByPassages() {
        for source in open where hasKey(source) {
            let anchors = theCase.anchors.filter { $0.source == source.id }
            guard !anchors.isEmpty else { continue }
            let readable = candidates.compactMap { file -> (TextFile, SourceText, Int)? in
                guard case .success(let text) = file.read(as: source, key: source.isKeyed ? key : nil) else { return nil }
                let index = PassageIndex(text)
                let there = anchors.count { $0.marks.sketch.contains { index.positions[$0] != nil } }
                return (file, text, there)
            }
            if let best = readable.max(by: { $0.2 < $1.2 }), best.2 * 2 > anchors.count {
                settled.insert(source.id)
                keep(best.1, best.0, source)
            }
        }
        for source in open where hasKey(source) {
            problems.append(
                Problem(
                    Place(file: "sources.yaml", line: source.place.line, column: source.place.column),
                    "no file of the folder is the text of '\(source.id)'",
                    hint: "put it there as '\(source.id).txt', or name its file in sources.local.yaml", severity: .warning))
        }
    }
}
