public import ArgumentParser
public import Findings
import Numbers

/// How single points are picked; every program has its own conventions here, so all can be asked for.
struct ConventionOptions: ParsableArguments {
    @Option(
        name: .customLong("d"),
        help: "What counts as no agreement where points are picked: reservation, minimum or zero.")
    var disagreement = PackagesFinding.Conventions().disagreement

    @Option(
        help: "Against what losses and shares are measured: the best acceptable or the best allowed package.")
    var ideal = PackagesFinding.Conventions().ideal

    @Option(help: "The rule of Kalai and Smorodinsky: maximin or equalRatio.")
    var ks = PackagesFinding.Conventions().ks

    @Option(
        name: .customLong("nash-weight"),
        help: ArgumentHelp(
            "How much a party counts in Nash's product, as ru=2; may be repeated.", valueName: "party=number")
    )
    var nashWeights: [String] = []

    @Option(
        name: .customLong("frontier-over"),
        help: "Which packages the frontier is told over: feasible, allowed or acceptable.")
    var frontierOver = PackagesFinding.Conventions().frontierOver

    func validate() throws {
        if nashWeights.contains(where: { CommandPair(parameter: $0)?.number?.range.isPoint != true }) {
            throw ValidationError("'--nash-weight' names a party and a number, as ru=2.")
        }
    }

    var choice: PackagesFinding.Conventions {
        var choice = PackagesFinding.Conventions()
        (choice.disagreement, choice.ideal) = (disagreement, ideal)
        (choice.ks, choice.frontierOver) = (ks, frontierOver)
        for pair in nashWeights.compactMap(CommandPair.init(parameter:)) {
            choice.nashWeights[pair.name] = pair.number?.range.low
        }
        return choice
    }
}

extension PackagesFinding.Conventions.Disagreement: ExpressibleByArgument {}
extension PackagesFinding.Conventions.Ideal: ExpressibleByArgument {}
extension PackagesFinding.Conventions.Ratio: ExpressibleByArgument {}
extension PackagesFinding.Conventions.Over: ExpressibleByArgument {}
