public import ArgumentParser
import CaseModel
public import Findings
import Numbers

extension Junktim {
    /// The command `junktim solve GAME`, which solves a game.
    struct Solve: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Solve a game: who does what, who believes what, and which threats are empty.",
            discussion: """
                The game is a file (.efg, .nfg or YAML), or a game of a case: 'junktim solve CASE --game guarantee'. Without \
                --concept a tree is answered with every outcome in which all promises and threats would be carried out, a \
                table with its extreme Nash equilibria.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(help: ArgumentHelp("Which game of the case; the first by default.", valueName: "id"))
        var game: String?

        @Option(
            help:
                "logit, correlated, communication, nash, subgamePerfect, sequential, quasiPerfect or perfect."
        )
        var concept: SolveFinding.Concept?

        @Flag(help: "List every equilibrium that is found, not one for each outcome.")
        var all = false

        @Flag(
            help:
                "Of a table of two players: to which equilibrium the Lemke–Howson path from each strategy leads."
        )
        var paths = false

        @Option(
            help: ArgumentHelp(
                "Of logit equilibria: the precision of the players to stop at, in units of one over a payoff.",
                valueName: "number"))
        var lambda: String?

        @Option(
            name: .customLong("parameter"),
            help: ArgumentHelp(
                "A value or a range for a parameter, as keep=0.5 or keep=0..1; may be repeated.",
                valueName: "name=value"))
        var parameters: [String] = []

        @Option(
            name: .customLong("given"),
            help: ArgumentHelp(
                "An alternative of what is given, as form=vague; may be repeated.", valueName: "name=choice"))
        var given: [String] = []

        @Option(help: "How many steps the search may take.")
        var budget = SolveFinding.defaultBudget

        func validate() throws {
            if parameters.contains(where: { CommandPair(parameter: $0) == nil }) {
                throw ValidationError("'--parameter' names a parameter and a number or range, as keep=0..1.")
            }
            if given.contains(where: { CommandPair($0) == nil }) {
                throw ValidationError("'--given' names a circumstance and an alternative, as form=vague.")
            }
            if let lambda, concept != .logit || (try? Rational(reading: lambda)).map({ $0 > 0 }) != true {
                throw ValidationError("'--lambda' is a positive number and needs '--concept logit'.")
            }
            if budget < 1 { throw ValidationError("'--budget' is a whole number of at least 1.") }
        }

        func run() throws {
            let (theCase, only) = try input.readCaseOrGame()
            let (choices, name) = (choices, game ?? only)
            let rendering = try input.ask(.solve, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try SolveFinding(name, of: view, choices)
            }
            try output.write(rendering)
        }

        private var choices: SolveFinding.Choices {
            var choices = SolveFinding.Choices()
            (choices.concept, choices.all, choices.paths, choices.budget) = (concept, all, paths, budget)
            choices.lambda = lambda.flatMap { try? Rational(reading: $0) }
            for pair in parameters.compactMap(CommandPair.init(parameter:)) {
                choices.parameters[pair.name] = pair.number
            }
            for pair in given.compactMap(CommandPair.init(_:)) { choices.given[pair.name] = pair.text }
            return choices
        }
    }
}

extension SolveFinding.Concept: ExpressibleByArgument {}
