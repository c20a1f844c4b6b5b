import ArgumentParser
import CaseModel
import Findings
import Numbers

extension Junktim {
    /// The command `junktim sequence CASE`, which looks for orders of steps that nobody gains by leaving.
    struct SequenceCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sequence",
            abstract:
                "In which order can a settlement be carried out so that nobody gains by stopping or cheating?",
            discussion: """
                Goes through all orders of the steps in steps.yaml: which are self-enforcing, which is the least exposed, who \
                would stop or cheat before which step, how large a guarantee would have to be. Holds two orders against each \
                other on one scale, tells which numbers turn the comparison, and which deadlines cannot be met.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(help: ArgumentHelp("Take the steps that a draft of the case needs.", valueName: "id"))
        var draft: String?

        @Option(
            name: .customLong("package"), parsing: .upToNextOption,
            help: ArgumentHelp(
                "Take the steps that a package of your own needs.", valueName: "issue=alternative"))
        var package: [String] = []

        @Option(
            help: ArgumentHelp(
                "Take these steps and those that they wait for, separated by commas.", valueName: "ids"))
        var steps: String?

        @Option(
            help: ArgumentHelp(
                "Two steps whose orders are held against each other, as ceasefire,treaty.", valueName: "id,id"
            ))
        var compare: String?

        @Option(help: ArgumentHelp("Judge this order before each of its steps.", valueName: "ids"))
        var order: String?

        @Flag(help: "Ask only those who act at the next step, not everybody who could break off.")
        var onlyActors = false

        @Option(
            name: .customLong("discount"),
            help: ArgumentHelp(
                "A party's discount factor for each step that is left, as ua=0.95; may be repeated.",
                valueName: "party=number"))
        var discounts: [String] = []

        @Option(
            help: ArgumentHelp("What stopping and cheating cost everybody in addition.", valueName: "number"))
        var guarantee: String?

        func validate() throws {
            if [draft != nil, !package.isEmpty, steps != nil].count(where: { $0 }) > 1 {
                throw ValidationError("Only one of '--draft', '--package' and '--steps' chooses the steps.")
            }
            if package.contains(where: { CommandPair($0) == nil }) {
                throw ValidationError(
                    "'--package' names an issue and an alternative, as troops=none-foreign.")
            }
            let names = package.compactMap { CommandPair($0)?.name }
            if Set(names).count < names.count {
                throw ValidationError("'--package' settles each issue once.")
            }
            if let compare, Self.names(compare).count != 2 {
                throw ValidationError("'--compare' names two steps, as ceasefire,treaty.")
            }
            for text in [steps, order].compactMap({ $0 }) where Self.names(text).isEmpty {
                throw ValidationError("'--steps' and '--order' name steps, as ceasefire,treaty.")
            }
            if discounts.contains(where: { CommandPair(parameter: $0)?.number?.range.isPoint != true }) {
                throw ValidationError("'--discount' names a party and a number, as ua=0.95.")
            }
            if let guarantee, (try? Rational(reading: guarantee)) == nil {
                throw ValidationError("'--guarantee' is a number, as 0.1.")
            }
        }

        func run() throws {
            let theCase = try input.read()
            let rendering = try input.ask(.sequence, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try SequenceFinding(of: view, choices)
            }
            try output.write(rendering)
        }

        private static func names(_ text: String) -> [String] {
            text.split { $0 == "," || $0 == " " }.map(String.init)
        }

        private var choices: SequenceFinding.Choices {
            var choices = SequenceFinding.Choices()
            let pairs = package.compactMap(CommandPair.init(_:))
            if let draft { choices.steps = .draft(draft) }
            if let steps { choices.steps = .named(Self.names(steps)) }
            if !pairs.isEmpty {
                choices.steps = .package(Dictionary(pairs.map { ($0.name, $0.text) }) { $1 })
            }
            (choices.compare, choices.order) = (compare.map(Self.names), order.map(Self.names))
            choices.onlyActors = onlyActors
            for pair in discounts.compactMap(CommandPair.init(parameter:)) {
                choices.discounts[pair.name] = pair.number?.range.low
            }
            if let guarantee, let cost = try? Rational(reading: guarantee) { choices.guarantee = cost }
            return choices
        }
    }
}
