import CaseModel
public import Findings
import Numbers

extension SolveFinding {
    public func data() -> JSON {
        var members: [JSON.Member] = [
            .init("game", .string(game)), .init("title", .string(names.title)),
            .init("form", .string(names.sets.isEmpty && !names.strategies.isEmpty ? "table" : "tree")),
            .init("players", .strings(names.players)),
            .init("concept", choices.concept.map { .string($0.rawValue) } ?? .null),
            .init("parameters", .array(parameters.map(\.json))),
        ]
        let single = solutions.count == 1 ? solutions.first : nil
        members.append(.init("given", single.map(given) ?? .null))
        members += single.map(json) ?? Self.keys.map { .init($0, .null) }
        let several = solutions.count > 1 ? solutions : []
        members.append(
            .init(
                "alternatives",
                .array(several.map { .object([.init("given", given($0))] + json($0)) })))
        members.append(
            .init(
                "closedForms",
                .array(
                    closedForms.map {
                        .object([
                            .init("parameter", .string($0.parameter)),
                            .init("formula", .string("\($0.formula)")),
                            .init("at", .exact($0.at)), .init("bites", $0.bites.map { .bool($0) } ?? .null),
                        ])
                    })))
        return .object(members)
    }

    private static let keys = [
        "complete", "completeFor", "searched", "value", "equilibria", "components", "emptyThreats",
        "threatsSearched", "thresholds", "struck", "behindZeroChance", "paths", "correlated",
        "communication", "logit",
    ]

    private func given(_ solution: Solution) -> JSON {
        .object(solution.given.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }

    private func json(_ solution: Solution) -> [JSON.Member] {
        [
            .init("complete", .bool(solution.isComplete)),
            .init("completeFor", .string(solution.scope.rawValue)),
            .init(
                "searched",
                .object([
                    .init("budget", .integer(solution.budget.limit)),
                    .init("used", .integer(solution.budget.used)),
                    .init("undecided", .integer(solution.undecided)),
                ])),
            .init("value", solution.value.map(number) ?? .null),
            .init("equilibria", .array(solution.equilibria.map(json))),
            .init("components", .array(solution.components.map { .array($0.map { .integer($0) }) })),
            .init("emptyThreats", .array(solution.emptyThreats.map(json))),
            .init("threatsSearched", .bool(solution.threatsSearched)),
            .init("thresholds", solution.thresholds.map { .array($0.map { $0.json(names) }) } ?? .null),
            .init("struck", .array(solution.struck.map(json))),
            .init("behindZeroChance", .array(solution.behindZeroChance.map(setName))),
            .init("paths", solution.paths.map { .array($0.map(json)) } ?? .null),
            .init("correlated", devices(.correlatedGoals, of: solution)),
            .init("communication", devices(.communicationGoals, of: solution)),
            .init("logit", solution.logit.map(json) ?? .null),
        ]
    }

    private func devices(_ scope: Scope, of solution: Solution) -> JSON {
        solution.scope == scope ? solution.devices.map { .array($0.map(json)) } ?? .null : .null
    }

    private func setName(_ set: Int) -> JSON {
        .object([
            .init("player", .string(names.players[names.sets[set].player])),
            .init("informationSet", .string(names.sets[set].name)),
        ])
    }

    private func json(_ one: Equilibrium) -> JSON {
        .object([
            .init("payoffs", .array(one.payoffs.map(number))), .init("strategies", strategies(one)),
            .init("beliefs", beliefs(one)), .init("concept", .string(one.concept.rawValue)),
            .init("regret", .exact(one.regret)), .init("exact", .bool(one.isExact)),
            .init("certified", .bool(true)),
            .init("proof", .string(one.proof.rawValue)), .init("oneOfMany", .bool(one.isOneOfMany)),
            .init("indifferent", .bool(one.isIndifferent)),
            .init(
                "survives",
                one.survival.map {
                    .object([.init("intuitive", .bool($0.intuitive)), .init("d1", .bool($0.d1))])
                } ?? .null),
        ])
    }

    private func shares(_ shares: [Interval], _ labels: [String]) -> JSON {
        .object(zip(labels, shares).map { .init($0, number($1)) })
    }

    /// An exact number, or the range that holds it.
    private func number(_ value: Interval) -> JSON { value.isPoint ? .exact(value.low) : .range(value) }

    private func strategies(_ one: Equilibrium) -> JSON {
        .object(
            names.players.enumerated().map { player, name in
                guard !names.sets.isEmpty || names.strategies.isEmpty else {
                    return .init(name, shares(one.strategies[player] ?? [], names.strategies[player]))
                }
                let mine = names.sets.indices.filter { names.sets[$0].player == player }
                return .init(
                    name,
                    .object(
                        mine.compactMap { set in
                            one.strategies[set].map {
                                .init(names.sets[set].name, shares($0, names.sets[set].actions))
                            }
                        }))
            })
    }

    private func beliefs(_ one: Equilibrium) -> JSON {
        .object(
            names.players.enumerated().map { player, name in
                let mine = one.beliefs.indices.filter { names.sets[$0].player == player }
                return .init(
                    name,
                    .object(
                        mine.compactMap { set in
                            one.beliefs[set].map {
                                .init(names.sets[set].name, .array($0.map { .exact($0) }))
                            }
                        }))
            })
    }

    private func json(_ threat: Threat) -> JSON {
        let set = names.sets[threat.set]
        return .object([
            .init("player", .string(names.players[set.player])), .init("informationSet", .string(set.name)),
            .init("threat", .string(set.actions[threat.threat])),
            .init("deviation", .string(set.actions[threat.deviation])), .init("gain", .exact(threat.gain)),
            .init(
                "equilibrium",
                .object([
                    .init("payoffs", .array(threat.payoffs.map { .exact($0) })),
                    .init(
                        "strategies",
                        .object(
                            names.players.enumerated().map { player, name in
                                .init(name, json(plan: threat.plan, of: player))
                            })),
                ])),
        ])
    }

    /// The actions that a plan names for a player, by set.
    func json(plan: [Int?], of player: Int) -> JSON {
        .object(
            names.sets.indices.filter { names.sets[$0].player == player }.compactMap { set in
                plan[set].map { .init(names.sets[set].name, .string(names.sets[set].actions[$0])) }
            })
    }

    private func json(_ struck: Struck) -> JSON {
        .object([
            .init("player", .string(names.players[struck.player])),
            .init("strategy", .string(names.strategies[struck.player][struck.strategy])),
            .init("round", .integer(struck.round)),
            .init("by", shares(struck.by.map { Interval($0) }, names.strategies[struck.player])),
        ])
    }

    private func json(_ path: PivotPath) -> JSON {
        .object([
            .init("player", .string(names.players[path.player])),
            .init("strategy", .string(names.strategies[path.player][path.strategy])),
            .init("equilibrium", .integer(path.equilibrium)), .init("pivots", .integer(path.pivots)),
            .init("exact", .bool(path.isExact)),
        ])
    }
}
