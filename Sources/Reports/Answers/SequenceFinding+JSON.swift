import CaseModel
public import Findings
import Numbers

extension SequenceFinding {
    public func data() -> JSON { .object(planMembers + orderMembers + answerMembers) }

    private var orderMembers: [JSON.Member] {
        let selfEnforcing: [JSON.Member] = [
            .init("count", .count(orders.selfEnforcing)),
            .init("orders", .array(orders.examples.map { .strings($0) })),
            .init("onceBegun", .count(orders.selfEnforcingOnceBegun)),
        ]
        let guarantee = asked.map { $0.guarantee?.uniform } ?? orders.guarantee
        return [
            .init("feasible", .count(orders.feasible)), .init("selfEnforcing", .object(selfEnforcing)),
            .init("leastExposure", json(orders.least)), .init("onceBegun", json(orders.leastOnceBegun)),
            .init("smallestGuarantee", exact(guarantee)),
            .init("guaranteed", orders.guarantee == nil ? .null : .strings(orders.guaranteed)),
        ]
    }

    private var answerMembers: [JSON.Member] {
        [
            .init("flips", .array((asked ?? leading).flips.map(json))), .init("leading", json(leading)),
            .init("asked", asked.map(json) ?? .null), .init("comparison", comparison.map(json) ?? .null),
            .init("times", times.map(json) ?? .null), .init("conclusions", .array(conclusions.map(json))),
        ]
    }

    private var planMembers: [JSON.Member] {
        [
            .init("steps", .array(steps.map(json))), .init("leftOut", .array(leftOut.map(json))),
            .init("parties", .array(parties.map(json))), .init("numbers", .array(numbers.map(json))),
            .init("onlyActors", .bool(choices.onlyActors)), .init("guarantee", .exact(choices.guarantee)),
        ]
    }

    private func exact(_ value: Rational?) -> JSON { value.map { .exact($0) } ?? .null }

    private func json(_ one: TakenStep) -> JSON {
        var (reason, needed): (String, [String]) = ("", [])
        switch one.reason {
        case .all: reason = "all"
        case .always: reason = "always"
        case .holds: reason = "holds"
        case .named: reason = "named"
        case .neededBy(let ids): (reason, needed) = ("needed", ids)
        }
        return .object([
            .init("id", .string(one.id)), .init("by", .strings(one.step.by)),
            .init("after", .strings(one.step.after)), .init("reason", .string(reason)),
            .init("neededBy", .strings(needed)),
            .init(
                "spoilers",
                .array(
                    one.step.spoilers.map {
                        .object([.init("actor", .string($0.actor)), .init("can", $0.can.json)])
                    }
                )),
        ])
    }

    private func json(_ one: LeftOutStep) -> JSON {
        let (reason, open): (String, [String]) =
            switch one.reason {
            case .notNamed: ("notNamed", [])
            case .otherwise: ("otherwise", [])
            case .open(let issues): ("open", issues)
            }
        return .object([
            .init("id", .string(one.step.id)), .init("reason", .string(reason)),
            .init("issues", .strings(open)),
        ])
    }

    private func json(_ one: Party) -> JSON {
        .object([
            .init("id", .string(one.id)), .init("acts", .strings(one.acts)),
            .init("total", .exact(one.total)),
            .init("range", .range(one.range)), .init("begins", .string(one.begins.word)),
            .init("discount", .exact(one.discount)), .init("withoutNumbers", .bool(one.isWithoutNumbers)),
        ])
    }

    private func json(_ name: NumberName) -> JSON { .object(members(name)) }

    private func members(_ name: NumberName) -> [JSON.Member] {
        [
            .init("kind", .string(name.kind.rawValue)),
            .init("step", name.step.map { .string($0) } ?? .null), .init("party", .string(name.party)),
        ]
    }

    private func json(_ one: PlanNumber) -> JSON {
        .object(
            members(one.name) + [
                .init("value", .exact(one.value)), .init("range", .range(one.quantity.range)),
                .init("isMidpoint", .bool(one.isMidpoint)),
                .init("cite", .array(one.basis.citations.map { $0.json(passages) })),
                .init("own", .bool(one.basis.isOwn)),
            ])
    }

    private func json(_ one: LeastExposed) -> JSON {
        .object([
            .init("value", exact(one.value)), .init("order", .strings(one.order)),
            .init("count", .count(one.count)),
        ])
    }

    private func json(_ one: JudgedOrder) -> JSON {
        .object([
            .init("order", .strings(one.order)), .init("holds", .bool(one.holds)),
            .init("holdsOnceBegun", .bool(one.holdsOnceBegun)), .init("exposure", exact(one.exposure)),
            .init("onceBegun", exact(one.onceBegun)), .init("certainty", json(one.certainty)),
            .init("certaintyOnceBegun", json(one.certaintyOnceBegun)),
            .init("smallestGuarantee", exact(one.guarantee?.uniform)),
            .init(
                "guaranteeByParty",
                one.guarantee.map { size in
                    .object(parties.map { .init($0.id, .exact(size.byParty[$0.id] ?? 0)) })
                } ?? .null),
            .init("flips", .array(one.flips.map(json))),
            .init("flipsOnceBegun", .array(one.flipsOnceBegun.map(json))),
            .init("prefixes", .array(one.prefixes.map(json))),
        ])
    }

    private func json(_ one: Certainty) -> JSON {
        var example: [NumberName: Rational]?
        if case .sometimes(let found) = one { example = found }
        let entries = numbers.map(\.name).compactMap { name in example?[name].map { (name, $0) } }
        return .object([
            .init("holds", .string(one.word)),
            .init(
                "example",
                example == nil
                    ? .null : .array(entries.map { .object(members($0.0) + [.init("value", .exact($0.1))]) })),
        ])
    }

    private func json(_ one: Flip) -> JSON {
        .object([
            .init("number", json(one.number)), .init("from", .exact(one.from)), .init("to", .range(one.to)),
            .init("reached", .bool(one.isReached)), .init("rises", .bool(one.rises)),
            .init("inRange", .bool(one.isInRange)),
        ])
    }

    private func json(_ one: Prefix) -> JSON {
        .object([
            .init("done", .integer(one.done)), .init("next", .string(one.next)),
            .init(
                "gains",
                .array(
                    one.gains.map {
                        .object([
                            .init("party", .string($0.party)), .init("way", .string($0.way.rawValue)),
                            .init("gain", .exact($0.gain)), .init("range", .range($0.range)),
                            .init("spoiler", .bool($0.isSpoiler)),
                        ])
                    })),
        ])
    }

    private func json(_ one: Comparison) -> JSON {
        .object([
            .init("conclusion", one.conclusion.map { .string($0) } ?? .null),
            .init("sides", .array(one.sides.map(json))),
            .init("lessExposed", one.lessExposed.map { .string(one.sides[$0].first) } ?? .null),
            .init(
                "turns",
                one.turns.map { turns in
                    .array(
                        turns.map {
                            .object([
                                .init("number", json($0.number)), .init("from", .exact($0.from)),
                                .init("at", $0.at.map { .range($0) } ?? .null), .init("end", .exact($0.end)),
                                .init("favours", .string(one.sides[$0.favours].first)),
                            ])
                        })
                } ?? .null),
        ])
    }

    private func json(_ one: Side) -> JSON {
        .object([
            .init("first", .string(one.first)), .init("second", .string(one.second)),
            .init("feasible", .count(one.feasible)), .init("selfEnforcing", .count(one.selfEnforcing)),
            .init("selfEnforcingOnceBegun", .count(one.selfEnforcingOnceBegun)),
            .init("exposure", exact(one.exposure)), .init("onceBegun", exact(one.onceBegun)),
            .init("smallestGuarantee", exact(one.guarantee)), .init("order", one.order.map(json) ?? .null),
        ])
    }

    private func json(_ one: ConclusionAnswer) -> JSON {
        .object([
            .init("id", .string(one.id)), .init("before", .string(one.before)),
            .init("after", .string(one.after)), .init("steps", .strings(one.steps)),
            .init("exposure", exact(one.exposure)), .init("otherwise", exact(one.otherwise)),
            .init("holds", one.holds.map { .bool($0) } ?? .null),
            .init("reason", one.reason.map { .string($0.rawValue) } ?? .null),
        ])
    }

    private func json(_ one: Times) -> JSON {
        .object([
            .init("fast", json(one.fast)), .init("slow", json(one.slow)),
            .init("unknown", .strings(one.unknown)), .init("expired", .strings(one.expired)),
        ])
    }

    private func json(_ one: Pace) -> JSON {
        let lawful: JSON =
            switch one.lawful {
            case .found(let order): .strings(order)
            case .none: .string("none")
            case .undecided: .string("undecided")
            }
        return .object([
            .init("sideBySide", json(one.sideBySide)), .init("inOrder", json(one.inOrder)),
            .init("lawfulOrder", lawful),
        ])
    }

    private func json(_ one: Schedule) -> JSON {
        let rows = zip(one.order, zip(one.starts, one.ends)).map { step, days in
            JSON.object([
                .init("step", .string(step)), .init("start", .integer(days.0)),
                .init("end", .integer(days.1)),
            ])
        }
        return .object([
            .init("steps", .array(rows)), .init("end", .integer(one.end)),
            .init(
                "missed",
                .array(
                    one.missed.map {
                        .object([
                            .init("step", .string($0.step)), .init("deadline", .integer($0.deadline)),
                            .init("end", .integer($0.end)),
                        ])
                    })),
            .init("conflict", .array(one.conflict.map(json))),
        ])
    }

    private func json(_ rule: Rule) -> JSON {
        let (kind, before, after): (String, String?, String) =
            switch rule {
            case .precedence(let before, let after): ("precedence", before, after)
            case .deadline(let step): ("deadline", nil, step)
            case .expiry(let of, let need): ("expiry", of, need)
            case .sequence(let before, let after): ("sequence", before, after)
            }
        return .object([
            .init("rule", .string(kind)), .init("before", before.map { .string($0) } ?? .null),
            .init("step", .string(after)),
        ])
    }
}

extension SequenceFinding.Certainty {
    fileprivate var word: String {
        switch self {
        case .always: "always"
        case .sometimes: "sometimes"
        case .never: "never"
        }
    }
}
