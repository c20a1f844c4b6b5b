import CaseModel
public import Findings
import Numbers

extension FunnelFinding {
    public func data() -> JSON {
        .object([
            .init("issues", .strings(issues.map(\.id))), .init("packages", .count(packages)),
            .init("gates", .array(gates.map(json))), .init("drafts", .array(drafts.map(json))),
            .init("steps", .strings(steps)), .init("stepsOutside", .strings(stepsOutside)),
        ])
    }

    private func json(_ gate: Gate) -> JSON {
        .object([
            .init("id", .string(gate.kind.rawValue)), .init("asked", .bool(gate.isAsked)),
            .init("atPoints", gate.atPoints.json), .init("forSome", gate.forSome.json),
            .init("hollow", .bool(gate.isHollow)),
            .init(
                "grounding",
                .object([
                    .init("quoted", .integer(gate.grounding.quoted)),
                    .init("orderRead", .integer(gate.grounding.orderRead)),
                    .init("own", .integer(gate.grounding.own)),
                    .init("uncited", .integer(gate.grounding.uncited)),
                ])),
            .init("example", json(gate.example)), .init("nearestMiss", json(gate.nearestMiss)),
        ])
    }

    private func json(_ package: PackagesFinding.Package?) -> JSON {
        package?.json ?? .null
    }

    private func json(_ path: DraftPath) -> JSON {
        .object([
            .init("draft", .string(path.draft.id)), .init("settled", .integer(path.settled)),
            .init("stopsAt", path.stopsAt.map { .string($0.rawValue) } ?? .null),
            .init("stopsForAny", path.stopsForAny.map { .string($0.rawValue) } ?? .null),
            .init("reason", path.reason.map(json) ?? .null),
            .init("reasonForAny", path.reasonForAny.map(json) ?? .null),
        ])
    }

    private func json(_ reason: Reason) -> JSON {
        switch reason {
        case .rules(let rules): .object([.init("rules", .strings(rules.map(\.id)))])
        case .parties(let parties):
            .object([.init("parties", .strings(parties.map(\.id)))])
        case .steps(let blockers):
            .object([
                .init(
                    "steps",
                    .array(
                        blockers.map {
                            .object([
                                .init("actor", .string($0.actor)), .init("step", .string($0.step)),
                                .init("cheats", .bool($0.cheats)), .init("gain", .exact($0.gain)),
                            ])
                        }))
            ])
        case .promise: .object([.init("promise", .bool(false))])
        }
    }
}

extension FunnelFinding {
    /// One row per gate.
    public func csv(_ words: Words) -> String {
        var table = CSV(["gate", "asked", "atPoints", "forSome", "quoted", "orderRead", "own", "hollow"])
        for gate in gates {
            table.add([
                .text(gate.kind.rawValue), .text(gate.isAsked ? "true" : "false"),
                .text(words.packages(gate.atPoints)), .text(words.packages(gate.forSome)),
                .count(gate.grounding.quoted), .count(gate.grounding.orderRead), .count(gate.grounding.own),
                .text(gate.isHollow ? "true" : "false"),
            ])
        }
        return table.text
    }
}
