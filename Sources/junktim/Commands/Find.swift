import ArgumentParser
import CaseFiles
import CaseModel
import Findings
import Reports

extension Junktim {
    /// The command `junktim find CASE "words"`, which looks through the texts at hand.
    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look through the texts of the sources, and see what is cited and what is not.",
            discussion: """
                All words must stand in one sentence. A star stands for anything at the end or the beginning of a word; \
                words in quotation marks stand one after the other.
                """)

        @OptionGroup var input: TextOptions

        @Argument(help: "The words to look for.")
        var words: String?

        @Option(
            help: ArgumentHelp(
                "Instead: sentences that speak of an issue, by vocabulary.yaml, and that no statement cites.",
                valueName: "issue"))
        var uncoded: String?

        @Flag(name: .customLong("internal"), help: "Show what stands in closed sources, too.")
        var showsInternal = false

        @OptionGroup var output: OutputOptions

        func validate() throws {
            if (words == nil) == (uncoded == nil) {
                throw ValidationError("Give either words or '--uncoded'.")
            }
        }

        func run() throws {
            var desk = try input.open()
            let language = output.language.words
            if let uncoded, desk.case.issue(uncoded) == nil {
                throw refused(language.noIssue(uncoded, near(uncoded, desk)))
            }
            let checks = desk.checks()
            let hits: [TextHit]
            do throws(SearchProblem) {
                hits =
                    if let uncoded {
                        try desk.library.find(issue: uncoded, in: desk.case, checks: checks)
                    } else {
                        try desk.library.find(words ?? "", in: desk.case, checks: checks)
                    }
            } catch {
                switch error {
                case .noWords: throw refused(language.noWords)
                case .starInside(let word): throw refused(language.starInside(word))
                case .noVocabulary(let issue): throw refused(language.noVocabulary(issue))
                }
            }
            desk.printProblems()
            let searched = desk.library.read
            if searched.isEmpty { throw refused(language.noTexts) }
            let wanted = uncoded.map { PassageSearch.Wanted.uncoded(issue: $0) } ?? .words(words ?? "")
            let answer = PassageSearch(
                wanted, hits, in: desk.case, searched: searched, showingInternal: showsInternal)
            try output.write(input.rendering(answer, of: desk.case, in: language))
        }

        private func near(_ issue: String, _ desk: CaseDesk) -> String? {
            nearestName(to: issue, among: desk.case.issues.map(\.id))
        }

        private func refused(_ text: String) -> ExitCode {
            printError(text)
            return ExitCode(65)
        }
    }
}
