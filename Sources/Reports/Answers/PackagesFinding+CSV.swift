import CaseModel
public import Findings
import Numbers

extension PackagesFinding {
    /// The points of the frontier with the first package of each.
    public func csv(_ words: Words) -> String {
        var table = CSV(["point"] + parties.map(\.id) + issues.map(\.id))
        for (place, utilities) in (frontier?.utilities ?? []).enumerated() {
            let package = frontier?.examples[place].choices ?? []
            table.add(
                [.count(place + 1)] + utilities.map { .text("\($0)") } + package.map { .text($0.alternative) }
            )
        }
        return table.text
    }
}
