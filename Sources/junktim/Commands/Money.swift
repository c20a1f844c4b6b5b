import ArgumentParser
import Findings

extension Junktim {
    /// The command `junktim money CASE`, which lists stocks of money and the claims on them.
    struct Money: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List stocks of money, the claims on them, and what is unknown.")

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        func run() throws {
            let theCase = try input.read()
            let rendering = try input.ask(.money, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try MoneyTable(of: view)
            }
            try output.write(rendering)
        }
    }
}
