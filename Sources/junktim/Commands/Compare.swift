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

        @Option(
            help:
                "What a draft's silence counts as between drafts: skip (nothing), status-quo, or inherited from the draft before."
        )
        var silence: Comparison.Silence = .skip

        @Option(help: ArgumentHelp("Compare this draft with the one named by '--to'.", valueName: "draft"))
        var from: String?

        @Option(help: ArgumentHelp("The later one of two drafts to compare.", valueName: "draft"))
        var to: String?

        @Option(
            name: .customLong("yardstick"),
            help: ArgumentHelp(
                "Measure distances from this draft, too; may be repeated.", valueName: "draft"))
        var yardsticks: [String] = []

        @Option(help: "Which table '--format csv' writes.")
        var table: Comparison.Table?

        func validate() throws {
            if (from == nil) != (to == nil) {
                throw ValidationError("'--from' and '--to' name two drafts to compare; give both.")
            }
            if let from, from == to {
                throw ValidationError("'--from' and '--to' name the same draft.")
            }
            if table != nil, output.format != .csv {
                throw ValidationError("'--table' chooses what '--format csv' writes; add it.")
            }
        }

        func run() throws {
            let theCase = try input.read()
            let choices = choices
            let rendering = try input.ask(.compare, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in
                try Comparison(of: view, choices)
            }
            try output.write(rendering)
        }

        private var choices: Comparison.Choices {
            func draft(_ reference: String) -> String {
                reference.hasPrefix("p:") ? String(reference.dropFirst(2)) : reference
            }
            let pair = from.flatMap { from in
                to.map { Comparison.Pair(from: draft(from), to: draft($0)) }
            }
            return Comparison.Choices(
                conditional: conditional, silence: silence, pair: pair, yardsticks: yardsticks.map(draft),
                table: table ?? .matrix)
        }
    }
}

extension Comparison.Conditional: ExpressibleByArgument {}
extension Comparison.Silence: ExpressibleByArgument {}
extension Comparison.Table: ExpressibleByArgument {}
