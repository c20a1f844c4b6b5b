import ArgumentParser
import CaseFiles
import CaseModel

/// A case with the texts that lie beside it.
struct CaseDesk {
    let folder: String
    let `case`: Case
    var library: TextLibrary
    /// Whether somebody said where the texts are.
    let hasTexts: Bool

    /// Reads a case and looks for its texts.
    ///
    /// - Throws: Exit status 65 after printing every problem.
    init(folder: String, sources: String?, showingWarnings: Bool = false) throws {
        do throws(CaseError) {
            let reading = try readCase(in: folder)
            if showingWarnings { reading.warnings.forEach { printError("\($0)") } }
            self.folder = folder
            `case` = reading.case
            hasTexts = sources != nil || !reading.local.isEmpty
            library = TextLibrary(of: reading.case, reading.local, folder: sources)
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }

    /// What became of every anchor in the texts.
    mutating func checks() -> [AnchorCheck] { library.verify(`case`) }

    /// The case with what became of its passages.
    mutating func verified() -> Case {
        guard hasTexts else { return `case` }
        var verified = `case`
        verified.passages = PassageBook(anchors: verified.anchors, sources: verified.sources, checks: checks())
        printProblems()
        return verified
    }

    /// Prints what stands in the way of the texts.
    func printProblems() {
        var seen: Set<String> = []
        for problem in library.problems where seen.insert("\(problem)").inserted { printError("\(problem)") }
    }
}
