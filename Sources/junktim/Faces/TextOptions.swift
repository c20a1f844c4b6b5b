import ArgumentParser
import CaseModel
import Findings
import Reports

/// Where the texts lie.
struct TextFolderOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The folder with the texts of the sources; by default the one that sources.local.yaml names.",
            valueName: "folder"))
    var sources: String?
}

/// The options of a question about the texts behind a case.
struct TextOptions: ParsableArguments {
    @Argument(help: "The case folder.", completion: .directory)
    var folder: String

    @OptionGroup var texts: TextFolderOption

    func open(toWrite isWriting: Bool = false) throws -> CaseDesk {
        try CaseDesk(folder: folder, sources: texts.sources, isWriting: isWriting)
    }

    /// An answer that does not depend on a viewpoint.
    func rendering(_ answer: any Answer, of theCase: Case, in words: Words) -> Rendering {
        Rendering(
            question: answer.question, caseID: theCase.frame.id, fingerprint: theCase.fingerprint,
            words: words, isAll: false,
            responses: [Response(perspective: "base", result: .success(answer))])
    }
}

/// Who changes the machine's file, and when.
struct SignatureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who does it; kept in the line of the anchor.", valueName: "name"))
    var by: String = ""

    @Option(help: ArgumentHelp("When, as 2026-02-03; by default the date of the case.", valueName: "date"))
    var on: String?

    func validate() throws {
        if by.contains(where: { $0.isNewline || $0 == "\t" }) {
            throw ValidationError("A name holds no tabs and no line breaks.")
        }
        if let on, DateSpan(reading: on) == nil {
            throw ValidationError("'\(on)' is no date; write 2026-02-03.")
        }
    }

    func date(in theCase: Case) -> String { on ?? theCase.frame.asOf.text }
}
