import CaseModel
import Foundation

/// Reads a game that stands alone, as YAML, `.efg` or `.nfg`: a case with nothing but this game.
///
/// - Throws: ``CaseError`` with every problem at once, in reading order.
public func readGameAlone(file path: String) throws(CaseError) -> CaseReading {
    let name = URL(fileURLWithPath: path).lastPathComponent
    // A game of its own has no today; nothing in it is dated either.
    var theCase = Case(frame: Case.Frame(id: "", title: Label(), asOf: DateSpan(reading: "9999")!))
    if name.hasSuffix(".efg") || name.hasSuffix(".nfg") {
        let form = try readGameFile(at: path)
        let id = String(name.dropLast(4))
        theCase.games = [
            GameModel(id: id, body: .file(form), place: Place(file: name, line: 1, column: 1))
        ]
        theCase.fingerprint = Fingerprint.sha256(
            FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [])
        return CaseReading(case: theCase, warnings: [])
    }
    let context = ReadingContext()
    let folder = CaseFolder(
        root: URL(fileURLWithPath: path).deletingLastPathComponent().path, log: context.log)
    if let bytes = folder.bytes(of: name), let tree = YAMLText(file: name, log: context.log).tree(of: bytes) {
        readGame(Cursor(tree: tree, file: name, context: context), into: &theCase)
        theCase.fingerprint = Fingerprint.sha256(bytes)
        checkReferences(context, unread: [])
    }
    if theCase.games.isEmpty, context.log.problems.isEmpty {
        context.log.add(
            Problem(
                Place(file: name, line: 1, column: 1), "the file is empty",
                hint: "it needs id, players and a tree, a table or a template"))
    }
    let problems = context.log.inReadingOrder
    guard !problems.contains(where: { $0.severity == .error }) else { throw CaseError(problems) }
    return CaseReading(case: theCase, warnings: problems)
}
