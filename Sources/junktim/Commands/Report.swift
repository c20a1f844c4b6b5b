import ArgumentParser
import CaseFiles
import CaseModel
import Findings
import Reports

/// The forms that a report can take.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case html, text, json, csv }

extension Junktim {
    /// The command `junktim report CASE`, which writes one page that explains itself.
    struct Report: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write the report: one page with what is on the table, what came when, and what is assumed.")

        @OptionGroup var input: CaseOptions

        @Option(help: "The form of the report: html, text, json or csv.")
        var format: ReportFormat = .html

        @Flag(
            help: ArgumentHelp(
                "Store the passages themselves in the page: of public texts that are at hand, and of each only so many words."
            ))
        var withPassages = false

        @OptionGroup var language: LanguageOptions

        @Option(
            help: ArgumentHelp(
                "The file; '-' is the terminal. By default ID-report-LANG.html in this folder.",
                valueName: "file"))
        var output: String?

        func run() throws {
            var desk = try CaseDesk(folder: input.folder, sources: input.texts.sources)
            let theCase = desk.verified()
            let texts = withPassages ? desk.library.passages(of: desk.checks(), in: theCase) : [:]
            let words = language.words
            let rendering = try input.ask(.report, of: theCase, in: words) {
                view throws(NotAnswerable) in try CaseReport(of: view, texts: texts)
            }
            switch format {
            case .html:
                let path = output ?? "\(theCase.frame.id)-report-\(words.language.rawValue).html"
                try writeText(rendering.page, to: path)
                if path != "-" { try writeText(path + "\n", to: "-") }
            case .text: try writeText(rendering.text, to: output ?? "-")
            case .json: try writeText(rendering.json, to: output ?? "-")
            case .csv: try writeText(rendering.csv, to: output ?? "-")
            }
        }
    }
}
