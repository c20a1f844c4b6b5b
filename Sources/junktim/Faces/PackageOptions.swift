public import ArgumentParser
public import Findings
import Numbers

/// What makes a package, and what it is measured by.
struct PackageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The issues of a package, separated by commas, or all; without it those that the model names.",
            valueName: "ids"))
    var issues: String?

    @Option(
        help: ArgumentHelp(
            "Measure everybody by this state of affairs without an agreement.", valueName: "id"))
    var baseline: String?

    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp(
            "A value or a range for a parameter, as credibility=0.5 or credibility=0..1; may be repeated.",
            valueName: "name=value"))
    var parameters: [String] = []

    @Option(
        name: .customLong("leave-out"),
        help: "Leave rules out: combination, linkage, norm, redLine or before; may be repeated.")
    var leftOut: [PackagesFinding.RuleKind] = []

    @Option(parsing: .unconditional, help: "The seed of the draws.")
    var seed = 1

    func validate() throws {
        if parameters.contains(where: { CommandPair(parameter: $0) == nil }) {
            throw ValidationError(
                "'--parameter' names a parameter and a number or range, as credibility=0..1.")
        }
        let names = parameters.compactMap { CommandPair(parameter: $0)?.name }
        if Set(names).count < names.count {
            throw ValidationError("'--parameter' sets each parameter once.")
        }
    }

    var choices: PackagesFinding.Choices {
        var choices = PackagesFinding.Choices()
        (choices.baseline, choices.seed, choices.leftOut) = (baseline, seed, Set(leftOut))
        if let issues { choices.issues = issues == "all" ? .all : .named(Self.names(issues)) }
        for pair in parameters.compactMap(CommandPair.init(parameter:)) {
            choices.parameters[pair.name] = pair.number
        }
        return choices
    }

    /// Names separated by commas.
    static func names(_ text: String) -> [String] {
        text.split(separator: ",").map {
            String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }
}

extension PackagesFinding.RuleKind: ExpressibleByArgument {}
