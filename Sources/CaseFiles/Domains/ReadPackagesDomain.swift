import CaseModel
import Foundation

/// A file of a domain, read.
struct DomainFile {
    let name: String
    let bytes: [UInt8]

    /// The name without its ending.
    var stem: String {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 ? parts.dropLast().joined(separator: ".") : name
    }

    var ending: String { name.split(separator: ".").last.map { $0.lowercased() } ?? "" }
    var place: Place { Place(file: name, line: 1, column: 1) }
}

/// Reads a bargaining domain of another program: issues, parties, weights, values and reservations.
///
/// Four forms are known, told apart by the ending and the content of the files:
/// - GENIUS: a folder with a domain (`negotiation_template`) and one profile per party (`utility_space`), in XML;
/// - GeniusWeb: one JSON file per party, each with its domain inside;
/// - negmas: `NAME-domain.yml` or `NAME.yml` and one file per utility function, in YAML or JSON;
/// - a table in CSV: a heading `issue,alternative,PARTY,PARTY,…`, then one row per alternative with what it contributes to
///   each party's sum (weight times value); a row `weight,ISSUE,0.6,0.5` multiplies the rows of its issue, and a row
///   `reservation,,0.4,0.3` tells what the parties have without an agreement.
///
/// Numbers are exact, utilities plain sums. A range of real numbers is read as 11 equal steps.
///
/// - Parameter path: A folder, or one file; a domain file is read with the files beside it.
/// - Returns: A case made in memory, and as warnings what was passed over or guessed.
/// - Throws: ``CaseError`` with every problem at once, in reading order.
public func readPackagesDomain(at path: String) throws(CaseError) -> CaseReading {
    let log = DomainLog(context: ReadingContext())
    let files = DomainFolder(path: path, log: log.all).files()
    let domain = files.isEmpty ? nil : DomainFormats(log: log).domain(files)
    domain?.checkSize(log)
    let problems = log.all.inReadingOrder
    guard let domain, !problems.contains(where: { $0.severity == .error }) else {
        throw CaseError(problems)
    }
    var theCase = domain.asCase()
    theCase.fingerprint = Fingerprint.ofCase(files.map { ($0.name, Fingerprint.sha256($0.bytes)) })
    return CaseReading(case: theCase, warnings: problems)
}

/// Whether a path names a domain of another program and no case: a file, or a folder without `case.yaml` that holds one.
public func isPackagesDomain(at path: String) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard isFolder.boolValue else { return true }
    if FileManager.default.fileExists(atPath: path + "/case.yaml") { return false }
    let log = ProblemLog()
    let files = DomainFolder(path: path, log: log).files()
    return files.contains { file in
        switch file.ending {
        case "xml", "json", "csv": true
        default: DomainFormats.isNegmas(String(decoding: file.bytes, as: UTF8.self))
        }
    }
}
