public import ArgumentParser
import CaseModel
public import Findings

extension Junktim {
    /// The command `junktim stability CASE`, which tells which outcomes last.
    struct Stability: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tell which outcomes last, who would leave them and why, and how one gets there.",
            discussion: """
                A state is written as the options taken in it, separated by commas ('us-press,ru-maximal'), as 'none', as its \
                number, or by its name. The case may be a folder or a single model file.
                """)

        @OptionGroup var input: CaseOptions
        @OptionGroup var output: OutputOptions

        @Option(
            name: .customLong("concept"),
            help: ArgumentHelp(
                "nash, gmr, smr, seq, sseq or sim; may be repeated. All by default.", valueName: "concept"))
        var concepts: [StabilityFinding.Concept] = []

        @Option(
            name: .customLong("mixed"),
            help: ArgumentHelp(
                "Let a decision maker stay by concepts of its own, as us:seq+sim; may be repeated, the others stay by Nash.",
                valueName: "maker"))
        var mixed: [String] = []

        @Option(help: ArgumentHelp("A state to look at: who stays, who leaves, and why.", valueName: "state"))
        var state: String?

        @Option(
            help: ArgumentHelp("Where ways to lasting outcomes begin; today by default.", valueName: "state"))
        var from: String?

        @Option(help: ArgumentHelp("Ask under which preferences this state would last.", valueName: "state"))
        var inverse: String?

        @Flag(help: "Tell every better move with its answer.")
        var why = false

        @Flag(help: "Tell what coalitions would do together.")
        var coalitions = false

        @Flag(help: "Count in how many variants of the model each state lasts.")
        var robustness = false

        @Option(help: ArgumentHelp("How unknown preferences are read: a, b, c or d.", valueName: "variant"))
        var unknown: Unknown?

        @Flag(help: "Let only strongly worse ends deter.")
        var strength = false

        @Flag(help: "Let everybody heed its attitudes to the others.")
        var attitudes = false

        @Option(
            name: .customLong("merge"),
            help: ArgumentHelp(
                "Take decision makers as one with the preferences of one, as us,euc:us; may be repeated.",
                valueName: "makers"))
        var merged: [String] = []

        @Option(
            name: .customLong("split"),
            help: ArgumentHelp(
                "Give options to a faction of its own, as us:us-press,us-cover; may be repeated.",
                valueName: "maker"))
        var split: [String] = []

        @Option(
            name: .customLong("lasting"),
            help: ArgumentHelp(
                "Look for preferences under which this state lasts; may be repeated.", valueName: "state"))
        var lasting: [String] = []

        @Option(
            name: .customLong("fleeting"),
            help: ArgumentHelp("… under which this state does not last; may be repeated.", valueName: "state")
        )
        var fleeting: [String] = []

        @Option(help: "The seed of the random orders of statements.")
        var seed = 1

        @Flag(help: "List every state; lists end at 10000 otherwise.")
        var all = false

        enum Unknown: String, ExpressibleByArgument, CaseIterable { case a, b, c, d }

        func validate() throws {
            if [unknown != nil, strength, attitudes].count(where: { $0 }) > 1 {
                throw ValidationError(
                    "'--unknown', '--strength' and '--attitudes' are three readings; choose one.")
            }
            if mixed.contains(where: { mix($0) == nil }) {
                throw ValidationError(
                    "'--mixed' names a decision maker and concepts, as us:seq+sim; concepts are nash, gmr, smr, seq, sseq, sim."
                )
            }
            if merged.contains(where: { merger($0) == nil }) {
                throw ValidationError(
                    "'--merge' names two or more decision makers and one of them, as us,euc:us.")
            }
            if split.contains(where: { faction($0) == nil }) {
                throw ValidationError(
                    "'--split' names a decision maker and some of its options, as us:us-press,us-cover.")
            }
        }

        func run() throws {
            let theCase = try input.readCaseOrModel()
            let choices = choices
            let rendering = try input.ask(.stability, of: theCase, in: output.language.words) {
                view throws(NotAnswerable) in try StabilityFinding(of: view, choices)
            }
            try output.write(rendering)
        }

        private var choices: StabilityFinding.Choices {
            var choices = StabilityFinding.Choices()
            if !concepts.isEmpty {
                choices.concepts = StabilityFinding.Concept.allCases.filter(concepts.contains)
            }
            choices.mixed = mixed.compactMap(mix)
            (choices.state, choices.from, choices.inverse) = (state, from, inverse)
            choices.isInFull = why
            (choices.withCoalitions, choices.withRobustness) = (coalitions, robustness)
            (choices.merged, choices.split) = (merged.compactMap(merger), split.compactMap(faction))
            choices.goals =
                lasting.map { .init(state: $0, isStable: true) }
                + fleeting.map { .init(state: $0, isStable: false) }
            choices.reading = reading
            choices.seed = seed
            if all { choices.listLimit = .max }
            return choices
        }

        private var reading: StabilityFinding.Reading {
            if strength { return .strong }
            if attitudes { return .attitudes }
            return unknown.flatMap { StabilityFinding.Reading(rawValue: $0.rawValue) } ?? .plain
        }

        private func mix(_ text: String) -> StabilityFinding.Mix? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty else { return nil }
            let names = parts[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
            let concepts = names.compactMap { StabilityFinding.Concept(rawValue: $0) }
            return concepts.count == names.count ? .init(maker: parts[0], concepts: concepts) : nil
        }

        private func merger(_ text: String) -> StabilityFinding.Merger? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            let members = parts[0].split(separator: ",").map(String.init)
            guard parts.count == 2, Set(members).count > 1, members.contains(parts[1]) else { return nil }
            return .init(members: members, preferences: parts[1])
        }

        private func faction(_ text: String) -> StabilityFinding.Split? {
            let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
            return .init(decisionMaker: parts[0], options: parts[1].split(separator: ",").map(String.init))
        }
    }
}

extension StabilityFinding.Concept: ExpressibleByArgument {}
