import CaseModel
import Foundation

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

/// Reads `sources.local.yaml`: where this machine keeps the texts, relative to the case.
func readLocalSources(_ cursor: Cursor, caseFolder: String) -> LocalSources {
    let read: LocalSources? = cursor.record("sources.local.yaml") { record in
        var local = LocalSources()
        local.folder = record.text("folder").map { full($0, in: caseFolder) }
        for (source, file) in record.table("files", .source, { $0.fileName() }) { local.files[source] = file }
        if let key = record.value("key") { local.key = key.keyFile(outside: caseFolder) }
        return local
    }
    return read ?? LocalSources()
}

private func full(_ path: String, in folder: String) -> String {
    URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
        .standardizedFileURL.path
}

extension Cursor {
    /// The name of a file inside the folder of the texts.
    fileprivate func fileName() -> String? {
        guard let name = text("a file") else { return nil }
        if !name.contains("/"), name != "..", name != "." { return name }
        fail(
            "'\(name.prefix(60))' leaves the folder of the texts",
            hint: "name a file inside the folder, without '/'")
        return nil
    }

    /// The key of confidential sources; inside the case it would be published with it.
    fileprivate func keyFile(outside caseFolder: String) -> String? {
        guard let name = text("a file") else { return nil }
        let path = full(name, in: caseFolder)
        if !path.hasPrefix(full(".", in: caseFolder) + "/") { return path }
        fail(
            "the key lies inside the case",
            hint: "keep it outside: whoever has the case must not have the key")
        return nil
    }
}
