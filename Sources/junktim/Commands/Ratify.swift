import ArgumentParser
import CaseModel
import Findings
import Numbers

extension Junktim {
    /// The command `junktim ratify CASE`, which looks for those who must agree at home.
    struct Ratify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Who must agree at home, by which rule, what stops it, and who turns it?",
            discussion: """
                Tells for each rule of ratification how many votes it takes and how many stop it, for each text which rules \
                bear on it and with which chance it passes, and how many packages call up which rule. With --draft or \
                --package one lies on the desk, and --votes says how bodies vote on it.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(
            help: ArgumentHelp(
                "Put a draft of the case on the desk, or one from a file written like those of proposals/.",
                valueName: "id|file"))
        var draft: String?

        @Option(
            name: .customLong("package"), parsing: .upToNextOption,
            help: ArgumentHelp("Put a package of your own on the desk.", valueName: "issue=alternative"))
        var settled: [String] = []

        @Option(
            name: .customLong("votes"), parsing: .upToNextOption,
            help: ArgumentHelp(
                "How a body votes on the desk: a number of members who say yes, their names, or yes and no.",
                valueName: "body=votes"))
        var votes: [String] = []

        @Option(
            name: .customLong("chance"), parsing: .upToNextOption,
            help: ArgumentHelp(
                "The chance with which each member of a body says yes, independently of the others.",
                valueName: "body=number"))
        var chances: [String] = []

        @Flag(help: "Tell how much each vote weighs.")
        var power = false

        func validate() throws {
            if settled.contains(where: { CommandPair($0) == nil }) {
                throw ValidationError(
                    "'--package' names an issue and an alternative, as troops=none-foreign.")
            }
            if draft != nil, !settled.isEmpty {
                throw ValidationError("Only one thing can lie on the desk: '--draft' or '--package'.")
            }
            if votes.contains(where: { CommandPair($0) == nil }) {
                throw ValidationError("'--votes' names a body and its votes, as senate=66 or council=a,b.")
            }
            if !votes.isEmpty, draft == nil, settled.isEmpty {
                throw ValidationError("'--votes' needs something to vote on: '--draft' or '--package'.")
            }
            if chances.contains(where: { pair in
                CommandPair(parameter: pair)?.number.map { !Interval.unit.contains($0.range) } ?? true
            }) {
                throw ValidationError("'--chance' names a body and a number from 0 to 1, as senate=0.55.")
            }
            for (option, pairs) in [("--package", settled), ("--votes", votes), ("--chance", chances)] {
                let names = pairs.compactMap { CommandPair($0)?.name }
                if Set(names).count < names.count {
                    throw ValidationError("'\(option)' names everything once.")
                }
            }
        }

        func run() throws {
            let (theCase, choices) = try read()
            let rendering = try input.ask(.ratify, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try RatifyFinding(of: view, choices)
            }
            try output.write(rendering)
        }

        /// The case, and the question with what lies on the desk.
        private func read() throws -> (Case, RatifyFinding.Choices) {
            var choices = choices
            guard let draft else { return (try input.read(), choices) }
            if let id = DraftFile.isFile(draft) ? DraftFile.id(draft, in: input.folder) : draft {
                choices.desk = .draft(id)
                return (try input.read(), choices)
            }
            let (theCase, text) = try input.read(beside: draft)
            choices.desk = text.map { .text($0) }
            return (theCase, choices)
        }

        private var choices: RatifyFinding.Choices {
            var choices = RatifyFinding.Choices()
            choices.tellsPower = power
            for pair in votes.compactMap(CommandPair.init(_:)) {
                choices.votes[pair.name] =
                    Int(pair.text).map { .number($0) }
                    ?? .names(pair.text.split(separator: ",").map(String.init))
            }
            for pair in chances.compactMap(CommandPair.init(parameter:)) {
                choices.chances[pair.name] = pair.number?.range
            }
            let pairs = settled.compactMap(CommandPair.init(_:))
            if !pairs.isEmpty {
                choices.desk = .package(Dictionary(pairs.map { ($0.name, $0.text) }) { $1 })
            }
            return choices
        }
    }
}
