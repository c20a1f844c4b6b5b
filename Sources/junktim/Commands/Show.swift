import ArgumentParser
import CaseFiles
import CaseModel
import Findings

extension Junktim {
    /// The command `junktim show CASE i:troops`, which leads from anything in a case to the passages it rests on.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show where something comes from: its entries, their passages, and what cites a passage.",
            discussion: """
                References: s1#a3 an anchor, s1 a source, a: an actor, i: an issue, p: a draft or p:draft.point, st: a statement, \
                e: an event, l: a linkage, g: a guarantee, c: a claim, s1.p4 a premise, s1.c1 a conclusion.
                """)

        @OptionGroup var input: CaseOptions

        @Argument(help: "What to show, as i:troops or s1#a3.")
        var reference: String

        @OptionGroup var output: OutputOptions

        func run() throws {
            var desk = try CaseDesk(folder: input.folder, sources: input.texts.sources)
            let theCase = desk.verified()
            let texts = desk.hasTexts ? desk.library.passages(of: desk.checks(), in: theCase) : [:]
            let rendering = try input.ask(.show, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try Trace(reference, in: view, texts: texts)
            }
            try output.write(rendering)
        }
    }
}
