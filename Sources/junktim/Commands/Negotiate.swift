import ArgumentParser
import CaseModel
import Findings
import Numbers

extension Junktim {
    /// The command `junktim negotiate CASE`, which plays talks with set tactics and looks for moves in the record.
    struct Negotiate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "How would talks run with such tactics, what does a first step cost, and did demands harden?",
            discussion: """
                Plays every tactic of the first party against every tactic of the second, tells what a first step of goodwill \
                changes against each, what a mediator makes of one text, and whether dated statements show demands that harden \
                after concessions. Tactics: boulware, linear, conceder, tit-for-tat, exploiter, micro. Runs of stylised tactics, \
                no forecast.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions
        @OptionGroup var packages: PackageOptions

        @Option(
            name: .customLong("tactic"),
            help: ArgumentHelp(
                "The tactic of a party, as ru=exploiter; may be repeated. Others give way evenly.",
                valueName: "party=tactic"))
        var tactics: [String] = []

        @Option(help: "How many rounds there are at most.")
        var rounds = NegotiateFinding.Choices().rounds

        @Option(
            help: ArgumentHelp(
                "What a first step gives up, as a share of its giver's own scale.", valueName: "share"))
        var goodwill = "0.1"

        @Option(
            name: .customLong("from"),
            help: ArgumentHelp(
                "The text that a mediator begins with: a draft, a baseline, or 'baseline'.", valueName: "id"))
        var start: String?

        @Option(help: "How many chains of random changes a mediator tries; 0 for none.")
        var chains = NegotiateFinding.Choices().chains

        func validate() throws {
            let names = NegotiateFinding.TacticName.allCases.map(\.rawValue)
            for text in tactics {
                guard let pair = CommandPair(text), NegotiateFinding.TacticName(rawValue: pair.text) != nil
                else {
                    throw ValidationError(
                        "'--tactic \(text)' names a party and one of: \(names.joined(separator: ", ")); write it as ru=exploiter."
                    )
                }
            }
            let parties = tactics.compactMap { CommandPair($0)?.name }
            if Set(parties).count < parties.count {
                throw ValidationError("'--tactic' names each party once.")
            }
            if !(1...10_000).contains(rounds) {
                throw ValidationError("'--rounds' is a whole number from 1 to 10000.")
            }
            if !(0...1_000).contains(chains) {
                throw ValidationError("'--chains' is a whole number from 0 to 1000.")
            }
            guard let share, share >= 0, share <= 1 else {
                throw ValidationError("'--goodwill' is a number from 0 to 1, as 0.1.")
            }
        }

        private var share: Rational? { try? Rational(reading: goodwill) }

        func run() throws {
            let theCase = try input.readCaseOrDomain()
            let rendering = try input.ask(.negotiate, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try NegotiateFinding(of: view, choices)
            }
            try output.write(rendering)
        }

        private var choices: NegotiateFinding.Choices {
            var choices = NegotiateFinding.Choices()
            (choices.packages, choices.rounds, choices.start) = (packages.choices, rounds, start)
            (choices.chains, choices.goodwill) = (chains, share ?? choices.goodwill)
            for pair in tactics.compactMap(CommandPair.init(_:)) {
                choices.tactics[pair.name] = NegotiateFinding.TacticName(rawValue: pair.text)
            }
            return choices
        }
    }
}
