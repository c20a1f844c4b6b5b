import CaseModel
import Foundation

/// The files of a domain on disk: those of a folder that have a known ending, or a single one.
struct DomainFolder {
    static let endings: Set<String> = ["xml", "json", "yml", "yaml", "csv"]

    let path: String
    let log: ProblemLog

    /// The files, sorted by name; empty after telling the log why.
    func files() -> [DomainFile] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            fail(".", "there is no '\(path)'", "name a folder with a domain, or one of its files")
            return []
        }
        if isFolder.boolValue {
            let found = read(CaseFolder(root: path, log: log), nil)
            if found.isEmpty, log.problems.isEmpty {
                fail(
                    ".", "the folder holds no domain", "a domain is in files .xml, .json, .yml, .yaml or .csv"
                )
            }
            return found
        }
        let url = URL(fileURLWithPath: path).standardizedFileURL
        let folder = CaseFolder(root: url.deletingLastPathComponent().path, log: log)
        let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
        guard type == .typeRegular || type == .typeSymbolicLink else {
            fail(
                url.lastPathComponent, "this is no plain file",
                "name a folder with a domain, or one of its files")
            return []
        }
        guard let bytes = folder.bytes(of: url.lastPathComponent) else { return [] }
        let file = DomainFile(name: url.lastPathComponent, bytes: bytes)
        guard Self.endings.contains(file.ending) else {
            fail(
                file.name, "the ending of the file says no format",
                "a domain is in files .xml, .json, .yml, .yaml or .csv")
            return []
        }
        guard DomainFormats.isDomainAlone(file) else { return [file] }
        return [file] + read(folder, file).filter { $0.name != file.name && !DomainFormats.isDomainAlone($0) }
    }

    /// The files of a folder itself, not of those inside it; beside a file those with the same ending.
    private func read(_ folder: CaseFolder, _ beside: DomainFile?) -> [DomainFile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.root)) ?? []
        guard names.count <= domainIssueLimit else {
            fail(
                ".", "the folder holds more than \(domainIssueLimit) files", "a domain is a folder of its own"
            )
            return []
        }
        return names.filter { !$0.hasPrefix(".") }.sorted().compactMap { name in
            let file = DomainFile(name: name, bytes: [])
            guard Self.endings.contains(file.ending), beside == nil || file.ending == beside?.ending else {
                return nil
            }
            let type =
                try? FileManager.default.attributesOfItem(atPath: "\(folder.root)/\(name)")[.type]
                as? FileAttributeType
            guard type == .typeRegular else { return nil }
            return folder.bytes(of: name).map { DomainFile(name: name, bytes: $0) }
        }
    }

    private func fail(_ file: String, _ message: String, _ hint: String) {
        log.add(Problem(Place(file: file, line: 1, column: 1), message, hint: hint))
    }
}
