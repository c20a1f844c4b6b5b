import ArgumentParser
import Findings

extension Junktim {
    /// The command `junktim check CASE`, which tells what a case holds and what it rests on.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell what the case holds, and what is uncited, assumed or missing in a language.")

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let theCase = try input.read(showingWarnings: true)
            let rendering = try input.ask(.check, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try Inventory(of: view)
            }
            try output.write(rendering)
        }
    }
}
