import ArgumentParser
import Findings

extension Junktim {
    /// The command `junktim bars CASE`, which holds every draft against law and votes.
    struct Bars: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold every draft against norms, votes, bars and deadlines.")

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let theCase = try input.read()
            let rendering = try input.ask(.bars, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try LegalBars(of: view)
            }
            try output.write(rendering)
        }
    }
}
