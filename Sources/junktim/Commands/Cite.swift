import ArgumentParser
import CaseFiles
import CaseModel
import Findings

extension Junktim {
    /// The command `junktim cite CASE SOURCE "words"`, which cuts a passage and prints the reference to paste.
    struct Cite: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Cut a passage of a source as an anchor, and print the reference to paste.",
            discussion: """
                The passage is widened to the borders of its sentences; a footnote that cuts a sentence is left out. \
                The text itself does not enter the case.
                """)

        @OptionGroup var input: TextOptions

        @Argument(help: "The source, by its id.")
        var source: String

        @Argument(help: "Words of the passage, as they stand in the text.")
        var words: String?

        @Option(
            help: ArgumentHelp(
                "The first words; the passage runs to the end of their sentence.", valueName: "words"))
        var begins: String?

        @Option(help: ArgumentHelp("Which of several in the paragraph, from 1.", valueName: "number"))
        var occurrence: Int?

        @Option(
            help: ArgumentHelp(
                "The last words, where the passage should not end with its sentence.", valueName: "words"))
        var ends: String?

        @Option(help: ArgumentHelp("The paragraph in which the passage begins.", valueName: "number"))
        var paragraph: Int?

        @Option(
            help: ArgumentHelp(
                "The paragraph in which the sentence goes on, where a footnote stands between that the program does not see.",
                valueName: "number"))
        var continues: Int?

        @Flag(help: "Cite exactly the words given, not their whole sentences.")
        var verbatim = false

        @OptionGroup var signature: SignatureOptions
        @OptionGroup var output: OutputOptions

        func validate() throws {
            if (words == nil) == (begins == nil) {
                throw ValidationError("Give either the words of the passage or '--begins'.")
            }
            if [ends != nil, continues != nil, verbatim].count(where: { $0 }) > 1 {
                throw ValidationError(
                    "'--ends', '--continues' and '--verbatim' each say where the passage ends; give one of them."
                )
            }
            for (name, number) in [
                ("--paragraph", paragraph), ("--occurrence", occurrence), ("--continues", continues),
            ] {
                if let number, !(1...1_000_000).contains(number) {
                    throw ValidationError("'\(name)' counts from 1.")
                }
            }
            if occurrence != nil, paragraph == nil {
                throw ValidationError("'--occurrence' counts inside a paragraph; name it: '--paragraph'.")
            }
        }

        func run() throws {
            var desk = try input.open(toWrite: true)
            var request = PassageRequest(source: source, words: words ?? begins ?? "")
            (request.isBeginning, request.ends, request.isVerbatim) = (begins != nil, ends, verbatim)
            (request.continues, request.occurrence) = (continues, occurrence)
            (request.paragraph, request.by, request.on) = (
                paragraph, signature.by, signature.date(in: desk.case)
            )
            let passage: CutPassage
            do throws(Problem) {
                passage = try desk.library.cite(request, in: desk.case)
            } catch {
                desk.printProblems()
                printError("error: \(error.message)" + (error.hint.map { "\n  hint: \($0)" } ?? ""))
                throw ExitCode(65)
            }
            desk.printProblems()
            if !passage.isKnown { try desk.write(desk.case.anchors + [passage.anchor]) }
            let answer = CitedPassage(
                passage.anchor, line: passage.line, place: passage.place, isKnown: passage.isKnown,
                text: passage.text,
                fingerprint: passage.fingerprint, in: desk.case)
            try output.write(input.rendering(answer, of: desk.case, in: output.language.words))
        }
    }
}
