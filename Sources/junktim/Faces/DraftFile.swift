import Foundation

/// Tells whether a draft is named by its id or by its file.
enum DraftFile {
    /// Ids hold neither slashes nor dots.
    static func isFile(_ name: String) -> Bool { name.contains("/") || name.contains(".") }

    /// The id of a file that belongs to the case anyway.
    static func id(_ path: String, in folder: String) -> String? {
        let file = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
        let home = URL(fileURLWithPath: folder).standardizedFileURL.resolvingSymlinksInPath()
            .appendingPathComponent("proposals")
        return file.deletingLastPathComponent().path == home.path
            ? file.deletingPathExtension().lastPathComponent : nil
    }
}
