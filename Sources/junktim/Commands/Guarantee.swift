import ArgumentParser
import Findings

extension Junktim {
    /// The command `junktim guarantee CASE`, which tells a guarantee from a bluff.
    struct GuaranteeCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "guarantee",
            abstract:
                "Is the guarantee credible or a bluff, on what does that hang, and which clauses would make it so?",
            discussion: """
                Solves the game in which the promise is tested, for every form it may take; draws its numbers from their \
                ranges; names the nearest threshold and the premises without which the verdict would be another. Games of the \
                templates G7 and G9 answer which guarantees an aggressor accepts, and which clauses carry each draft across \
                the line.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(help: ArgumentHelp("The game in which the promise is tested.", valueName: "id"))
        var game: String?

        @Option(help: "How many draws from the ranges of the numbers; 0 for none.")
        var draws = GuaranteeFinding.Choices().draws

        @Option(help: "The seed of the draws.")
        var seed = 1

        func validate() throws {
            if !(0...1_000_000).contains(draws) {
                throw ValidationError("'--draws' is a whole number from 0 to 1000000.")
            }
        }

        func run() throws {
            let (theCase, only) = try input.readCaseOrGame()
            var choices = GuaranteeFinding.Choices()
            (choices.game, choices.draws, choices.seed) = (game ?? only, draws, seed)
            let rendering = try input.ask(.guarantee, of: theCase, in: output.language.words) {
                [choices] view throws(NotAnswerable) in try GuaranteeFinding(of: view, choices)
            }
            try output.write(rendering)
        }
    }
}
