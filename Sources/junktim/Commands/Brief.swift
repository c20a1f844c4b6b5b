import ArgumentParser
import CaseModel
import Findings
import Reports

extension Junktim {
    /// The command `junktim brief CASE`, which writes one page for somebody who has five minutes.
    struct Brief: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Write one page: what the texts carry, where each gets stuck, what is disputed, what can be done."
        )

        @OptionGroup var input: CaseOptions

        @Option(
            name: .customLong("for"),
            help: ArgumentHelp(
                "Whom the page addresses; it then says what that side can do.", valueName: "actor"))
        var addressee: String?

        @Option(help: "The form of the page: html, text, markdown, json or csv.")
        var format: BriefFormat = .html

        @OptionGroup var language: LanguageOptions

        @Option(
            help: ArgumentHelp(
                "The file; '-' is the terminal. By default ID-brief-LANG.html in this folder, with the perspective and the side where they are named.",
                valueName: "file"))
        var output: String?

        func run() throws {
            let theCase = try input.read()
            let words = language.words
            let actor = addressee.map { $0.hasPrefix("a:") ? String($0.dropFirst(2)) : $0 }
            let rendering = try input.ask(.brief, of: theCase, in: words) {
                view throws(NotAnswerable) in try Findings.Brief(of: view, for: actor)
            }
            switch format {
            case .html:
                // Pages for several sides and from several viewpoints can lie beside each other.
                let view = [input.perspective, actor.map { "for-\($0)" }].compactMap { $0 }.map { "-\($0)" }
                    .joined()
                let path = output ?? "\(theCase.frame.id)-brief\(view)-\(words.language.rawValue).html"
                try writeText(rendering.briefPage, to: path)
                if path != "-" { try writeText(path + "\n", to: "-") }
            case .text: try writeText(rendering.text, to: output ?? "-")
            case .markdown: try writeText(rendering.briefMarkdown, to: output ?? "-")
            case .json: try writeText(rendering.json, to: output ?? "-")
            case .csv: try writeText(rendering.csv, to: output ?? "-")
            }
        }
    }
}

/// The forms that a brief can take.
enum BriefFormat: String, ExpressibleByArgument, CaseIterable { case html, text, markdown, json, csv }
