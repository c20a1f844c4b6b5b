import CaseModel
import Foundation

/// The files of a case, read from disk and nowhere else.
///
/// Nothing outside the folder is opened: links that lead out are refused, and so is everything that is no plain file.
struct CaseFolder {
    /// The most files that a case may have.
    private static let fileLimit = 10_000

    let root: String
    let log: ProblemLog

    /// The relative paths of all plain files, sorted; dot files are left out.
    func files() -> [String] {
        var found: [String] = []
        var pending = [""]
        while let folder = pending.popLast() {
            guard let names = names(in: folder) else { continue }
            for name in names.sorted() where !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                switch kind(of: path) {
                case .file: found.append(path)
                case .folder: pending.append(path)
                case .refused: break
                }
            }
            guard found.count + pending.count <= Self.fileLimit else {
                fail(
                    ".", "the folder holds more than \(Self.fileLimit) files", "a case is a folder of its own"
                )
                return []
            }
        }
        return found.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
    }

    private enum FileKind { case file, folder, refused }

    private func fail(_ path: String, _ message: String, _ hint: String) {
        log.add(Problem(Place(file: path, line: 1, column: 1), message, hint: hint))
    }

    private func full(_ path: String) -> String { path.isEmpty ? root : "\(root)/\(path)" }

    private func names(in folder: String) -> [String]? {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: full(folder)) else {
            fail(
                folder.isEmpty ? "." : folder, "the folder cannot be read",
                "check that it is there and that you may read it")
            return nil
        }
        return names
    }

    private func kind(of path: String) -> FileKind {
        let attributes = try? FileManager.default.attributesOfItem(atPath: full(path))
        switch attributes?[.type] as? FileAttributeType {
        case .typeRegular: return .file
        case .typeDirectory: return .folder
        case .typeSymbolicLink: return kindOfLink(path)
        default:
            fail(path, "this is neither a file nor a folder", "a case holds plain files only")
            return .refused
        }
    }

    /// A link may stand for a plain file of the same case, nothing else.
    private func kindOfLink(_ path: String) -> FileKind {
        let target = URL(fileURLWithPath: full(path)).resolvingSymlinksInPath().path
        let home = URL(fileURLWithPath: root).resolvingSymlinksInPath().path + "/"
        let type = try? FileManager.default.attributesOfItem(atPath: target)[.type] as? FileAttributeType
        guard target.hasPrefix(home), type != nil else {
            fail(path, "the symbolic link leads out of the case", "put the file itself into the folder")
            return .refused
        }
        guard type == .typeRegular else {
            fail(
                path, "the symbolic link does not lead to a file", "put the files themselves into the folder")
            return .refused
        }
        return .file
    }

    /// The bytes of a file; `nil` if it is too large or cannot be read, which is then reported.
    func bytes(of path: String) -> [UInt8]? {
        guard let handle = FileHandle(forReadingAtPath: full(path)) else {
            fail(path, "the file cannot be read", "check that you may read it")
            return nil
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: YAMLText.sizeLimit + 1) else { return [] }
        guard data.count <= YAMLText.sizeLimit else {
            fail(path, "the file is larger than 16 MB", "a case cites its sources, it does not hold them")
            return nil
        }
        return [UInt8](data)
    }
}
