import ArgumentParser
import CaseFiles
import CaseModel
import Foundation

/// A case with the texts that lie beside it.
struct CaseDesk {
    let folder: String
    let `case`: Case
    var library: TextLibrary
    /// Whether somebody said where the texts are.
    let hasTexts: Bool
    /// A draft that was read beside the case.
    let draft: Proposal?

    /// Reads a case and looks for its texts.
    ///
    /// - Parameters:
    ///   - folder: The case.
    ///   - sources: The folder with the texts, if one was named.
    ///   - draft: A file with one more draft, to be read beside the case.
    ///   - showingWarnings: Whether warnings about the case are printed.
    ///   - isWriting: Whether `anchors.tsv` will be written: nobody else may do so at the same time.
    /// - Throws: Exit status 65 after printing every problem.
    init(
        folder: String, sources: String?, draft: String? = nil, showingWarnings: Bool = false,
        isWriting: Bool = false
    ) throws {
        if isWriting { Self.lock(folder) }
        if let sources, !Self.isFolder(sources) {
            printError(
                "error: there is no folder '\(sources)' with texts\n  hint: name the folder that holds them")
            throw ExitCode(65)
        }
        do throws(CaseError) {
            let reading = try readCase(in: folder, beside: draft)
            if showingWarnings { reading.warnings.forEach { printError("\($0)") } }
            self.folder = folder
            (`case`, self.draft) = (reading.case, reading.draft)
            hasTexts = sources != nil || !reading.local.isEmpty
            library = TextLibrary(of: reading.case, reading.local, folder: sources)
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// Waits until nobody else writes into the case; the system lets go of the lock when the program ends.
    private static func lock(_ folder: String) {
        let handle = Foundation.open(folder, O_RDONLY)
        guard handle >= 0, flock(handle, LOCK_EX | LOCK_NB) != 0 else { return }
        printError("waiting until another program has written into '\(folder)'")
        _ = flock(handle, LOCK_EX)
    }

    private var checked: [AnchorCheck]?

    /// What became of every anchor in the texts; looked up once.
    mutating func checks() -> [AnchorCheck] {
        if let checked { return checked }
        let found = library.verify(`case`)
        checked = found
        return found
    }

    /// The case with what became of its passages.
    mutating func verified() -> Case {
        guard hasTexts else { return `case` }
        var verified = `case`
        verified.passages = PassageBook(
            anchors: verified.anchors, sources: verified.sources, checks: checks())
        printProblems()
        return verified
    }

    /// Writes `anchors.tsv`, or says that it cannot.
    func write(_ anchors: [Anchor]) throws {
        do {
            try writeAnchors(anchors, of: `case`, in: folder)
        } catch {
            printError(
                "anchors.tsv: error: this cannot be written\n  hint: check the folder, the room left and your rights"
            )
            throw ExitCode(65)
        }
    }

    /// Prints what stands in the way of the texts.
    func printProblems() {
        var seen: Set<String> = []
        for problem in library.problems where seen.insert("\(problem)").inserted { printError("\(problem)") }
    }
}
