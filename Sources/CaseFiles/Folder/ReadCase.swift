public import CaseModel
import Foundation

/// A case that could be read, and what is worth knowing although it is no mistake.
public struct CaseReading: Sendable {
    public var `case`: Case
    public var warnings: [Problem]
    /// Where this machine keeps the texts.
    public var local = LocalSources()
    /// A draft that was read beside the case and is no part of it.
    public var draft: Proposal?
}

/// Reads a case folder.
///
/// - Parameters:
///   - folder: The folder that holds `case.yaml`.
///   - draft: A file with one more draft, written like those of `proposals/`; it is read beside the case.
/// - Returns: The case, the draft, and what is worth knowing.
/// - Throws: ``CaseError`` with every problem of every file at once, in reading order.
public func readCase(in folder: String, beside draft: String? = nil) throws(CaseError) -> CaseReading {
    var reader = CaseReader(folder: folder, draftFile: draft)
    let theCase = reader.read()
    let problems = reader.context.log.inReadingOrder
    guard let theCase, !problems.contains(where: { $0.severity == .error }) else { throw CaseError(problems) }
    return CaseReading(case: theCase, warnings: problems, local: reader.local, draft: reader.draft)
}

/// Which reader reads which file; the order is that of reading.
private typealias FileReader = @Sendable (Cursor, inout Case) -> Void

private let readers: [(name: String, read: FileReader)] = [
    ("sources.yaml", readSources), ("actors.yaml", readActors), ("issues.yaml", readIssues),
    ("vocabulary.yaml", readVocabulary),
    ("statements.yaml", readStatements), ("statements/", readStatements), ("proposals/", readProposal),
    ("events.yaml", readEvents), ("linkages.yaml", readLinkages), ("guarantees.yaml", readGuarantees),
    ("ratification.yaml", readRatification), ("steps.yaml", readSteps), ("money.yaml", readMoney),
    ("papers.yaml", readPapers), ("questions.yaml", readQuestions), ("norms.yaml", readNorms),
    ("options.yaml", readOptions), ("indicators.yaml", readIndicators), ("claims.yaml", readClaims),
    ("predictions.yaml", readPredictions), ("models/stability.yaml", readStability),
    ("models/packages.yaml", readPackages), ("models/forecast.yaml", readForecast),
    ("models/games/", readGame),
    ("perspectives/", readPerspective), ("scenarios/", readScenario),
]

private struct CaseReader {
    let folder: CaseFolder
    let context = ReadingContext()
    let draftFile: String?
    var local = LocalSources()
    var draft: Proposal?

    init(folder path: String, draftFile: String?) {
        folder = CaseFolder(root: path, log: context.log)
        self.draftFile = draftFile
    }

    mutating func read() -> Case? {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: folder.root, isDirectory: &isFolder)
        guard exists, isFolder.boolValue else {
            let what =
                exists
                ? "'\(folder.root)' is a file, not a case folder" : "there is no folder '\(folder.root)'"
            fail(".", what, "name the folder that holds case.yaml")
            return nil
        }
        let files = folder.files()
        guard files.contains("case.yaml") else { return failWithoutCase() }
        var contents: [String: [UInt8]] = [:]
        for path in files where isRead(path) { contents[path] = folder.bytes(of: path) }
        files.forEach(checkName)
        guard let frame = readFrame(contents) else { return nil }
        var theCase = Case(frame: frame)
        for (name, read) in readers {
            let mine = files.filter { $0.hasSuffix(".yaml") && ($0 == name || isIn(name, $0)) }
            // By id, so that a branch comes behind its parent: 's002-b.yaml' sorts before 's002.yaml'.
            for path in mine.sorted(by: { $0.dropLast(5) < $1.dropLast(5) }) {
                cursor(path, contents).map { read($0, &theCase) }
            }
        }
        let drafts = theCase.proposals.count
        draftFile.map { readDraft($0, into: &theCase) }
        readOthers(contents, into: &theCase)
        theCase.groupStatements()
        theCase.passages = PassageBook(anchors: theCase.anchors, sources: theCase.sources)
        checkReferences(context, unread: unread)
        CaseChecks(theCase: theCase, context: context).run()
        // Checked with the case, and then put beside it.
        if theCase.proposals.count > drafts { draft = theCase.proposals.removeLast() }
        theCase.fingerprint = Fingerprint.ofCase(
            files.compactMap { path in contents[path].map { (path, Fingerprint.sha256($0)) } })
        return theCase
    }

    private func readDraft(_ path: String, into theCase: inout Case) {
        let url = URL(fileURLWithPath: path)
        let home = CaseFolder(root: url.deletingLastPathComponent().path, log: context.log)
        // A link is followed; what is no plain file is not opened, since it might never end.
        let target = url.resolvingSymlinksInPath().path
        let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
        guard type == .typeRegular else {
            return fail(
                path, type == nil ? "there is no such file" : "this is no plain file",
                "name a file written like those of 'proposals/'")
        }
        guard let bytes = home.bytes(of: url.lastPathComponent) else { return }
        let isReadable = context.log.problems.isEmpty
        guard let tree = YAMLText(file: path, log: context.log).tree(of: bytes) else {
            if isReadable, context.log.problems.isEmpty {
                fail(path, "the file is empty", "it needs id, name, date and points")
            }
            return
        }
        readProposal(Cursor(tree: tree, file: path, context: context)).map { theCase.proposals.append($0) }
    }

    /// Only what is read is opened, and only it counts in the fingerprint: a report that lies in the folder, or a
    /// note of the analyst, does not make another case.
    private func isRead(_ path: String) -> Bool {
        path == AnchorsFile.name || path.hasSuffix(".yaml")
            || isIn("models/games/", path) && (path.hasSuffix(".efg") || path.hasSuffix(".nfg"))
    }

    /// In a folder that is no case, other complaints would only distract.
    private func failWithoutCase() -> Case? {
        if !context.log.problems.contains(where: { $0.place.file == "." || $0.place.file == "case.yaml" }) {
            context.log.clear()
            fail(
                "case.yaml", "the folder has no case.yaml",
                "'junktim new FOLDER' writes a small case to begin with")
        }
        return nil
    }

    private func fail(_ path: String, _ message: String, _ hint: String) {
        context.log.add(Problem(Place(file: path, line: 1, column: 1), message, hint: hint))
    }

    /// Files with a mistake that define nothing: what they were to define is not missing, it could not be read.
    private var unread: [String] {
        let failed = Set(context.log.problems.filter { $0.severity == .error }.map(\.place.file))
        return failed.subtracting(context.registry.definingFiles).sorted()
    }

    private func isIn(_ folder: String, _ path: String) -> Bool {
        // The statements of one coder may fill a folder.
        let depth = folder == "statements/" ? 1 : 0
        return folder.hasSuffix("/") && path.hasPrefix(folder)
            && path.dropFirst(folder.count).count { $0 == "/" } <= depth
    }

    /// A misspelt file would be silently left out; so every YAML file must be one that is read.
    private func checkName(_ path: String) {
        let known = readers.map(\.name) + ["case.yaml", "sources.local.yaml"]
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml"), !known.contains(path),
            !known.contains(where: { isIn($0, path) && path.hasSuffix(".yaml") })
        else { return }
        let near = nearestName(to: path, among: known.filter { !$0.hasSuffix("/") })
        fail(
            path, "no file of a case is called so",
            near.map { "did you mean '\($0)'?" } ?? "files: \(known.joined(separator: ", "))")
    }

    private func readFrame(_ contents: [String: [UInt8]]) -> Case.Frame? {
        guard contents["case.yaml"] != nil else {
            fail(
                "case.yaml", "the folder has no case.yaml",
                "'junktim new FOLDER' writes a small case to begin with")
            return nil
        }
        guard let cursor = cursor("case.yaml", contents) else {
            if context.log.problems.isEmpty {
                fail("case.yaml", "the file is empty", "it needs format, id, title and asOf")
            }
            return nil
        }
        return CaseFiles.readFrame(cursor)
    }

    private func cursor(_ path: String, _ contents: [String: [UInt8]]) -> Cursor? {
        guard let bytes = contents[path], let tree = YAMLText(file: path, log: context.log).tree(of: bytes)
        else { return nil }
        return Cursor(tree: tree, file: path, context: context)
    }

    /// What is not YAML, or not part of the case itself.
    private mutating func readOthers(_ contents: [String: [UInt8]], into theCase: inout Case) {
        if let bytes = contents[AnchorsFile.name] {
            theCase.anchors = AnchorsFile(file: AnchorsFile.name, context: context).read(bytes)
        }
        local =
            cursor("sources.local.yaml", contents).map { readLocalSources($0, caseFolder: folder.root) }
            ?? local
        for path in contents.keys.sorted() where isIn("models/games/", path) {
            guard path.hasSuffix(".efg") || path.hasSuffix(".nfg") else { continue }
            let id = String(path.dropFirst("models/games/".count).dropLast(4))
            let place = Place(file: path, line: 1, column: 1)
            guard Names.isForm(id), context.registry.define(.game, id, at: place) == nil else {
                fail(path, "'\(id)' is no free id for a game", "name the file in lower case with hyphens")
                continue
            }
            do throws(CaseError) {
                let form = try readGameFile(contents[path] ?? [], named: path)
                theCase.games.append(GameModel(id: id, body: .file(form), place: place))
            } catch {
                error.problems.forEach(context.log.add)
            }
        }
    }

}
