public import ArgumentParser
public import Findings

extension Junktim {
    /// The command `junktim compare CASE`, which lays all drafts side by side, point by point.
    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lay all drafts side by side, point by point, in seven states.")

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(help: "How a conditional term counts: as its value, or as the hull with its fallback.")
        var conditional: Comparison.Conditional = .value

        func run() throws {
            let theCase = try input.read()
            let rendering = try input.ask(.compare, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try Comparison(of: view, conditional: conditional)
            }
            try output.write(rendering)
        }
    }
}

extension Comparison.Conditional: ExpressibleByArgument {}
