import CaseModel
import Foundation

/// Reads a model of stability that stands alone, as YAML or JSON: a case with nothing but this model.
///
/// - Throws: ``CaseError`` with every problem at once, in reading order.
public func readStabilityModel(file path: String) throws(CaseError) -> CaseReading {
    let context = ReadingContext()
    let name = URL(fileURLWithPath: path).lastPathComponent
    let place = Place(file: name, line: 1, column: 1)
    // A model of its own has no today; nothing in it is dated either.
    var theCase = Case(frame: Case.Frame(id: "", title: Label(), asOf: DateSpan(reading: "9999")!))
    let folder = CaseFolder(
        root: URL(fileURLWithPath: path).deletingLastPathComponent().path, log: context.log)
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    if type != .typeRegular, type != .typeSymbolicLink {
        context.log.add(Problem(place, "this is no plain file", hint: "name a model file or a case folder"))
    } else if let bytes = folder.bytes(of: name),
        let tree = YAMLText(file: name, log: context.log).tree(of: bytes)
    {
        readStability(Cursor(tree: tree, file: name, context: context), into: &theCase)
        theCase.fingerprint = Fingerprint.sha256(bytes)
        checkReferences(context, unread: [])
        CaseChecks(theCase: theCase, context: context).checkModelled()
    }
    if theCase.stability == nil, context.log.problems.isEmpty {
        context.log.add(
            Problem(place, "the file is empty", hint: "it needs decisionMakers with options and preferences"))
    }
    let problems = context.log.inReadingOrder
    guard !problems.contains(where: { $0.severity == .error }) else { throw CaseError(problems) }
    return CaseReading(case: theCase, warnings: problems)
}
