import ArgumentParser
import Findings

extension Junktim {
    /// The command `junktim clauses CASE`, which holds every promise against the checklist.
    struct Clauses: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Hold every promise against the checklist: clauses, empty slots, vague terms, how hard it is."
        )

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let theCase = try input.read()
            let rendering = try input.ask(.clauses, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try GuaranteeReading(of: view)
            }
            try output.write(rendering)
        }
    }
}
