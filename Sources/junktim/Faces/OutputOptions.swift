public import ArgumentParser
public import CaseModel
import Foundation
import Reports

/// In which language an answer is written, and where it goes.
struct LanguageOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "The language of the answer: en or de.")
    var language: Language?

    /// The chosen language, or that of the environment: German if it begins with `de`, else English.
    var words: Words { Words(language ?? Self.language(of: ProcessInfo.processInfo.environment)) }

    static func language(of environment: [String: String]) -> Language {
        let first = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return first?.hasPrefix("de") ?? false ? .de : .en
    }
}

extension Language: ExpressibleByArgument {}

/// The forms that an answer can take.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv }

/// The options of a question that answers with text.
struct OutputOptions: ParsableArguments {
    @Option(help: "The form of the answer: text, json or csv.")
    var format: AnswerFormat = .text

    @OptionGroup var language: LanguageOptions

    @Option(
        help: ArgumentHelp("Write to a file instead of the terminal; '-' is the terminal.", valueName: "file")
    )
    var output: String = "-"

    func write(_ rendering: Rendering) throws {
        let text =
            switch format {
            case .text: rendering.text
            case .json: rendering.json
            case .csv: rendering.csv
            }
        try writeText(text, to: output)
    }
}

/// Writes a whole text, to the terminal for `-`; a file is replaced only when everything is there.
///
/// A link is followed, and what is no plain file (a pipe, a device) is written to as it is.
func writeText(_ text: String, to path: String) throws {
    let data = Data(text.utf8)
    do {
        guard path != "-" else { return try FileHandle.standardOutput.write(contentsOf: data) }
        let target = URL(fileURLWithPath: path).resolvingSymlinksInPath()
        let type = try? FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType
        if let type, type != .typeRegular, type != .typeDirectory {
            try FileHandle(forWritingTo: target).write(contentsOf: data)
        } else {
            try data.write(to: target, options: .atomic)
        }
    } catch {
        let name = path == "-" ? "standard output" : path
        printError(
            "\(name): error: this cannot be written\n  hint: check the folder, the room left and your rights")
        throw ExitCode(path == "-" ? 70 : 65)
    }
}
