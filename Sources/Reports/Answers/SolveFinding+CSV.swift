import CaseModel
public import Findings
import Numbers

extension SolveFinding {
    public func csv(_ words: Words) -> String {
        var table = CSV(["given", "equilibrium", "concept", "player", "at", "action", "probability"])
        for solution in solutions {
            let given = solution.given.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: " ")
            for (place, one) in solution.equilibria.enumerated() {
                for (row, mixture) in one.strategies.enumerated() {
                    let isTable = names.sets.isEmpty
                    let player = isTable ? row : names.sets[row].player
                    let labels = isTable ? names.strategies[row] : names.sets[row].actions
                    for (label, share) in zip(labels, mixture ?? []) {
                        table.add([
                            .text(given), .count(place + 1), .text(one.concept.rawValue),
                            .text(names.players[player]), .text(isTable ? "" : names.sets[row].name),
                            .text(label), .text("\(share)"),
                        ])
                    }
                }
            }
            for (row, shares) in (solution.logit?.strategies ?? []).enumerated() {
                let isTable = names.sets.isEmpty
                let player = isTable ? row : names.sets[row].player
                let labels = isTable ? names.strategies[row] : names.sets[row].actions
                for (label, share) in zip(labels, shares) {
                    table.add([
                        .text(given), .count(1), .text(Concept.logit.rawValue), .text(names.players[player]),
                        .text(isTable ? "" : names.sets[row].name), .text(label), .text("\(share)"),
                    ])
                }
            }
            for (place, device) in (solution.devices ?? []).enumerated() {
                for (number, draw) in device.draws.enumerated() {
                    for (player, at, action) in told(draw.advice) {
                        table.add([
                            .text(given), .count(place + 1), .text((choices.concept ?? .correlated).rawValue),
                            .text(player), .text(at.isEmpty ? "\(number + 1)" : "\(number + 1) \(at)"),
                            .text(action), .text("\(draw.probability)"),
                        ])
                    }
                }
            }
        }
        return table.text
    }

    /// Who is told to do what, and in trees where.
    private func told(_ advice: Advice) -> [(player: String, at: String, action: String)] {
        switch advice {
        case .strategies(let strategies):
            strategies.enumerated().map { (names.players[$0], "", names.strategies[$0][$1]) }
        case .plans(let plans):
            plans.enumerated().compactMap { set, action in
                action.map {
                    (names.players[names.sets[set].player], names.sets[set].name, names.sets[set].actions[$0])
                }
            }
        }
    }
}
