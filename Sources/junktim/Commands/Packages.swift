import ArgumentParser
import CaseModel
import Findings
import Numbers

extension Junktim {
    /// The command `junktim packages CASE`, which looks for packages that everybody could accept.
    struct Packages: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Which packages could everybody accept, what stands in the way, and what would open it?",
            discussion: """
                Counts the packages that pass each gate (feasible, lawful, no red line, acceptable to all), first for every \
                number in its range and then at the points. Tells what each linkage costs, what one issue is worth in another, \
                and where each draft stops. With --draft or --set a draft lies on the desk.

                CASE may also be a domain of GENIUS (XML), GeniusWeb (JSON), negmas (YAML or JSON) or a table (CSV): a folder \
                or one of its files. With --export the packages are written for another program instead.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @OptionGroup var packages: PackageOptions

        @Option(
            help: ArgumentHelp(
                "Put a draft of the case on the desk, or one from a file written like those of proposals/.",
                valueName: "id|file"))
        var draft: String?

        @Option(
            name: .customLong("set"), parsing: .upToNextOption,
            help: ArgumentHelp("Put a package of your own on the desk.", valueName: "issue=alternative"))
        var settled: [String] = []

        @Option(
            help: ArgumentHelp("Two issues to trade against one another.", valueName: "id,id"))
        var exchange: String?

        @Option(help: "How many worlds are drawn from the ranges; 0 for none.")
        var worlds = PackagesFinding.Choices().worlds

        @OptionGroup var conventions: ConventionOptions

        @Flag(help: "Let two parties divide the issues by points (adjusted winner).")
        var divide = false

        @OptionGroup var export: DomainExportOptions

        func validate() throws {
            if settled.contains(where: { CommandPair($0) == nil }) {
                throw ValidationError("'--set' names an issue and an alternative, as troops=none-foreign.")
            }
            let names = settled.compactMap { CommandPair($0)?.name }
            if Set(names).count < names.count {
                throw ValidationError("'--set' settles each issue once.")
            }
            if draft != nil, !settled.isEmpty {
                throw ValidationError("Only one thing can lie on the desk: '--draft' or '--set'.")
            }
            if let exchange, exchange.split(separator: ",").count != 2 {
                throw ValidationError("'--exchange' names two issues, as sanctions,troops.")
            }
            if !(0...100_000).contains(worlds) {
                throw ValidationError("'--worlds' is a whole number from 0 to 100000.")
            }
        }

        func run() throws {
            let (theCase, choices) = try read()
            if let format = export.format {
                // One viewpoint has one set of numbers.
                guard let viewpoint = input.viewpoints(of: theCase).first, !input.isAll else {
                    throw ValidationError("'--export' writes what one perspective says; name it.")
                }
                let view = View(theCase, from: viewpoint, showingInternal: input.showsInternal)
                return try export.write(
                    view.case, format, showingInternal: input.showsInternal, output.language.words)
            }
            let rendering = try input.ask(.packages, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try PackagesFinding(of: view, choices)
            }
            try output.write(rendering)
        }

        /// The case, and the question with what lies on the desk.
        private func read() throws -> (Case, PackagesFinding.Choices) {
            var choices = choices
            guard let draft else { return (try input.readCaseOrDomain(), choices) }
            guard DraftFile.isFile(draft) else {
                choices.desk = .draft(draft)
                return (try input.readCaseOrDomain(), choices)
            }
            if let id = DraftFile.id(draft, in: input.folder) {
                choices.desk = .draft(id)
                return (try input.read(), choices)
            }
            let (theCase, text) = try input.read(beside: draft)
            choices.desk = text.map { .text($0) }
            return (theCase, choices)
        }

        private var choices: PackagesFinding.Choices {
            var choices = packages.choices
            choices.worlds = worlds
            (choices.conventions, choices.divides) = (conventions.choice, divide)
            choices.exchange = exchange.map(PackageOptions.names)
            let pairs = settled.compactMap(CommandPair.init(_:))
            if !pairs.isEmpty {
                choices.desk = .package(Dictionary(pairs.map { ($0.name, $0.text) }) { $1 })
            }
            return choices
        }
    }
}
