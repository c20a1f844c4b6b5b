import ArgumentParser
import CaseFiles
import CaseModel
import Foundation
import Reports

/// In which form packages are written for another program, and where.
struct DomainExportOptions: ParsableArguments {
    /// The forms that other programs read.
    enum Format: String, ExpressibleByArgument, CaseIterable { case genius, negmas, csv }

    @Option(
        name: .customLong("export"),
        help: ArgumentHelp(
            "Write the packages for another program: genius, negmas or csv.", valueName: "format"))
    var format: Format?

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The folder for --export; files in it are not overwritten.", valueName: "folder"))
    var folder: String?

    func validate() throws {
        if (format == nil) != (folder == nil) {
            throw ValidationError("'--export' and '--to' go together, as --export genius --to FOLDER.")
        }
    }

    /// Writes all files or none.
    func write(_ theCase: Case, _ format: Format, showingInternal: Bool, _ words: Words) throws {
        guard let folder else { return }
        let domain = try domain(theCase, format, showingInternal)
        let manager = FileManager.default
        let paths = domain.files.map { URL(fileURLWithPath: folder).appendingPathComponent($0.name).path }
        for (path, file) in zip(paths, domain.files) where manager.fileExists(atPath: path) {
            printError(
                "\(folder)/\(file.name): error: the file is there already\n  hint: name another folder")
            throw ExitCode(65)
        }
        do {
            try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            printError("\(folder): error: the folder cannot be made\n  hint: check the path and your rights")
            throw ExitCode(65)
        }
        for (path, file) in zip(paths, domain.files) { try writeText(file.text, to: path) }
        try writeText(words.wrote(domain.files.map { "\(folder)/\($0.name)" }) + "\n", to: "-")
    }

    private func domain(_ theCase: Case, _ format: Format, _ showsInternal: Bool) throws -> DomainExport {
        do throws(CaseError) {
            let export =
                switch format {
                case .genius: try geniusFiles(of: theCase, showingInternal: showsInternal)
                case .negmas: try negmasFiles(of: theCase, showingInternal: showsInternal)
                case .csv: try packagesCSV(of: theCase, showingInternal: showsInternal)
                }
            export.warnings.forEach { printError("\($0)") }
            return export
        } catch {
            printError("\(error)")
            throw ExitCode(65)
        }
    }
}
