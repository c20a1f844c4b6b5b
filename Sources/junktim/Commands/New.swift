import ArgumentParser
import CaseFiles
import Foundation
import Reports

extension Junktim {
    /// The command `junktim new FOLDER`, which writes the smallest case that answers something.
    struct New: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the smallest case that answers something, with comments that teach the format.")

        @Argument(help: "The folder to make; it must not exist, or be empty.", completion: .directory)
        var folder: String

        @OptionGroup var language: LanguageOptions

        func run() throws {
            let files = FileManager.default
            let present = try? files.contentsOfDirectory(atPath: folder)
            guard present?.isEmpty ?? !files.fileExists(atPath: folder) else {
                printError(
                    "\(folder): error: the folder is not empty\n  hint: name a folder that does not exist yet"
                )
                throw ExitCode(65)
            }
            for (path, text) in caseTemplate {
                let full = URL(fileURLWithPath: folder).appendingPathComponent(path)
                do {
                    try files.createDirectory(
                        at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
                } catch {
                    printError(
                        "\(folder): error: the folder cannot be made\n  hint: check the path and your rights")
                    throw ExitCode(65)
                }
                try writeText(text, to: full.path)
            }
            try writeText(
                language.words.newCase(folder: folder, files: caseTemplate.map(\.path)) + "\n", to: "-")
        }
    }
}
