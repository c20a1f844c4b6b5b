import CaseModel
import Foundation

/// Which file of a folder is the text of which source.
struct SourceFiles {
    let theCase: Case
    let local: LocalSources
    let folder: String?
    var files: [String: TextFile] = [:]
    var problems: [Problem] = []
    var key: [UInt8]?
    /// Sources whose file was not found by name or fingerprint, but by what is cited from it.
    private(set) var foundByPassages: Set<String> = []
    private var all: [TextFile] = []
    private var candidates: [TextFile] = []
    /// What was read of files that nobody has claimed yet, each once.
    private var plain: [String: Result<[UInt8], Problem>] = [:]
    /// A shorter key can be tried out.
    private static let shortestKey = 16
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
        all = names.map { TextFile(folder: folder, name: $0) }
        candidates = all
        theCase.sources.filter { $0.isKeyed && key == nil }.forEach { refuse($0) }
        open.forEach { takeNamed($0) }
        takeByFingerprint()
        for source in open {
            let named = candidates.filter { $0.stem == source.id }
            if let file = named.first(where: { Converter(forFile: $0.name) == nil }) ?? named.first {
                take(file, source)
            }
        }
        open.forEach { takeByPassages($0) }
        if !open.isEmpty { tellUnreadable() }
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
        guard let bytes = FileManager.default.contents(atPath: path), !bytes.isEmpty else {
            return fail(
                path, "the key file cannot be read",
                "without it the passages of confidential sources are not verifiable here")
        }
        guard bytes.count >= Self.shortestKey else {
            return fail(
                path, "the key is shorter than \(Self.shortestKey) bytes",
                "a short key can be guessed; take 32 random bytes: head -c 32 /dev/urandom")
        }
        key = [UInt8](bytes)
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
        // Two sources may stand in one file, as a reprint does.
        if let file = all.first(where: { $0.name == name }) { return take(file, source) }
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
                let source = wanted.first { source in
                    !settled.contains(source.id)
                        && source.fingerprint?.bytes.map { hash?.hasPrefix($0) ?? false } ?? false
                }
                if let source { take(file, source) }
            }
        }
    }

    /// A changed text is known by the passages that are cited from it: of more than half of them a good part must stand
    /// in one place.
    private mutating func takeByPassages(_ source: Source) {
        let anchors = theCase.anchors.filter { $0.source == source.id }
        guard !anchors.isEmpty else { return }
        let scores = candidates.map { file -> Int in
            guard case .success(let bytes) = plainText(of: file) else { return 0 }
            let text = SourceText(
                bytes, mode: source.paragraphs, repeats: source.repeats, key: source.isKeyed ? key : nil)
            let index = PassageIndex(text)
            return anchors.count { index.holdsMuch(of: $0) }
        }
        guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] * 2 > anchors.count
        else { return }
        foundByPassages.insert(source.id)
        take(candidates[best], source)
    }

    /// The text of a file that nobody has claimed; archives are not searched.
    private mutating func plainText(of file: TextFile) -> Result<[UInt8], Problem> {
        if let known = plain[file.name] { return known }
        let read = file.size <= Self.largestStray ? file.plainText(encoding: nil) : .success([])
        plain[file.name] = read
        return read
    }

    /// Unclaimed files above this size are not looked into.
    private static let largestStray = 16 << 20

    private mutating func miss(_ source: Source) {
        problems.append(
            Problem(
                source.place, "no file of the folder is the text of '\(source.id)'",
                hint: "put it there as '\(source.id).txt', or name its file in sources.local.yaml",
                severity: .warning))
    }

    /// Files that nobody could read may be what is missing.
    private mutating func tellUnreadable() {
        for file in candidates {
            guard case .failure(var problem) = plainText(of: file) else { continue }
            problem.severity = .warning
            problems.append(problem)
        }
    }
}
