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
                All words must stand in one paragraph. A star stands for anything at the end or the beginning of a word; \
                words in quotation marks stand one after the other.
                """)

        @OptionGroup var input: TextOptions

        @Argument(help: "The words to look for.")
        var words: String?

        @Option(
            help: ArgumentHelp(
                "Instead: sentences that speak of an issue, by vocabulary.yaml, and that no statement cites.", valueName: "issue"))
        var uncoded: String?

        @OptionGroup var output: OutputOptions

        func validate() throws {
            if (words == nil) == (uncoded == nil) { throw ValidationError("Give either words or '--uncoded'.") }
        }

        func run() throws {
            var desk = try input.open()
            let language = output.language.words
            if let uncoded, desk.case.issue(uncoded) == nil { throw refused(.reference("i:\(uncoded)", nearest: near(uncoded, desk)), language) }
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
                case .noWords: throw refused(.words, language)
                case .noVocabulary(let issue): throw refused(.vocabulary(issue: issue), language)
                }
            }
            desk.printProblems()
            let searched = desk.case.sources.map(\.id).filter { desk.library.fileName(of: $0) != nil }
            let wanted = uncoded.map { PassageSearch.Wanted.uncoded(issue: $0) } ?? .words(words ?? "")
            let answer = PassageSearch(wanted, hits, in: desk.case, searched: searched)
            try output.write(input.rendering(answer, of: desk.case, in: language))
        }

        private func near(_ issue: String, _ desk: CaseDesk) -> String? {
            nearestName(to: issue, among: desk.case.issues.map(\.id)).map { "i:\($0)" }
        }

        private func refused(_ missing: NotAnswerable.Missing, _ words: Words) -> ExitCode {
            printError(words.refusal(NotAnswerable(question: .find, perspective: nil, missing: [missing])))
            return ExitCode(65)
        }
    }
}
