public import CaseFiles
public import CaseModel
public import Foundation

/// A case written into a test, file by file; marks such as 1️⃣ stand where a problem is expected.
public struct CaseText: Sendable {
    public var files: [String: String]

    /// The files of a case; `case.yaml` is the smallest one unless it is given.
    public init(_ files: [String: String]) {
        self.files = files
        if files["case.yaml"] == nil { self.files["case.yaml"] = Self.smallestFrame }
    }

    public static let smallestFrame = """
        format: 1
        id: test
        title: {en: Test, de: Prüfung}
        asOf: 2026-01-31

        """

    /// Files added or replaced.
    public func with(_ more: [String: String]) -> CaseText { CaseText(files.merging(more) { $1 }) }

    /// Writes the files into a fresh folder, runs the body with its path, and removes it.
    public func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "junktim-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let full = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(Self.unmarked(text).utf8).write(to: full)
        }
        return try body(folder.path)
    }

    /// The case, with its warnings.
    public func read() throws -> CaseReading { try inFolder { try readCase(in: $0) } }

    /// Everything that is wrong with it, warnings too.
    public func problems() throws -> [Problem] {
        try inFolder { folder in
            do throws(CaseError) {
                return try readCase(in: folder).warnings
            } catch {
                return error.problems
            }
        }
    }

    /// Where the marks stand, in the order of their numbers.
    public var marks: [Place] {
        Self.signs.compactMap { sign in
            for (path, text) in files.sorted(by: { $0.key < $1.key }) {
                if let place = Self.place(of: sign, in: text, file: path) { return place }
            }
            return nil
        }
    }

    private static let signs = ["1️⃣", "2️⃣", "3️⃣"]

    private static func unmarked(_ text: String) -> String {
        signs.reduce(text) { $0.replacingOccurrences(of: $1, with: "") }
    }

    private static func place(of sign: String, in text: String, file: String) -> Place? {
        guard let found = text.range(of: sign) else { return nil }
        let before = unmarked(String(text[..<found.lowerBound]))
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        return Place(file: file, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }
}

/// The folder of the project, found from this file.
public let projectFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The shipped case `ukraine`, read once.
public func readUkraine() throws -> CaseReading {
    try readCase(in: projectFolder.appendingPathComponent("Cases/ukraine").path)
}

/// The folder with the essays that the case `ukraine` cites, where it lies beside the project.
public let essayFolder: String? = {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    let folder = project.deletingLastPathComponent().appendingPathComponent("shared/sources").path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()
