import CaseModel
import Findings
import Numbers

extension SolveFinding.ParameterValue {
    /// A number with its range.
    var json: JSON {
        .object([
            .init("name", .string(name)), .init("value", .exact(value)),
            .init("range", .range(quantity.range)),
            .init("isMidpoint", .bool(isMidpoint)),
        ])
    }
}

extension SolveFinding.Threshold {
    /// Where the outcome changes, and what it is on both sides.
    func json(_ names: GameNames) -> JSON {
        .object([
            .init("parameter", .string(parameter)), .init("at", isExact ? .exact(at.low) : .range(at)),
            .init("exact", .bool(isExact)), .init("below", .array(below.map { $0.json(names) })),
            .init("above", .array(above.map { $0.json(names) })), .init("slack", .exact(slack)),
            .init("share", share.map { .exact($0) } ?? .null),
        ])
    }
}

extension SolveFinding.Path {
    /// By player and information set the actions that are taken.
    fileprivate func json(_ names: GameNames) -> JSON {
        .object(
            names.players.enumerated().map { player, name in
                let mine = actions.keys.sorted().filter { names.sets[$0].player == player }
                return .init(
                    name,
                    .object(
                        mine.map { set in
                            .init(
                                names.sets[set].name,
                                .strings(actions[set]!.map { names.sets[set].actions[$0] }))
                        }))
            })
    }
}
