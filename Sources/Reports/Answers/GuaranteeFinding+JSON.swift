import CaseModel
public import Findings
import Numbers

extension GuaranteeFinding {
    public func data() -> JSON {
        .object([
            .init("draws", .integer(choices.draws)), .init("trial", trial?.json ?? .null),
            .init("conclusions", .array(conclusions.map(\.json))),
            .init("screenings", .array(screenings.map(\.json))),
            .init("designs", .array(designs.map(\.json))),
            .init("beliefs", .array(beliefs.map(\.json))),
        ])
    }

    public func csv(_ words: Words) -> String {
        var csv = CSV(["game", "given", "ask", "question", "low", "high", "shareLow", "shareHigh"])
        for verdict in trial?.verdicts ?? [] {
            for (place, ask) in (trial?.asks ?? []).enumerated() {
                csv.add(
                    [
                        .text(trial!.game),
                        .text(verdict.given.map { "\($0)=\($1)" }.sorted().joined(separator: ";")),
                        .text(ask.name), .text(ask.text),
                    ] + CSV.range(verdict.answers[place]) + CSV.range(verdict.shares[place]))
            }
        }
        for design in designs {
            for promise in design.promises {
                let strength = Interval(promise.least.value, promise.most.value)
                csv.add(
                    [.text(design.game), .text(promise.guarantee.id), .text("strength"), .text("")]
                        + CSV.range(strength) + CSV.range(nil))
            }
        }
        return csv.text
    }
}

extension JSON {
    /// An exact number, a range, or nothing.
    fileprivate static func chance(_ value: Interval?) -> JSON {
        value.map { $0.isPoint ? .exact($0.low) : .range($0) } ?? .null
    }

    fileprivate static func given(_ given: [String: String]) -> JSON {
        .object(given.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }

    fileprivate static func bool(_ value: Bool?) -> JSON { value.map { .bool($0) } ?? .null }
}

extension GuaranteeFinding.Grounding {
    fileprivate var json: JSON {
        .object([
            .init("quoted", .integer(quoted)), .init("orderRead", .integer(orderRead)),
            .init("own", .integer(own)), .init("uncited", .integer(uncited)),
        ])
    }
}

extension GuaranteeFinding.Trial {
    fileprivate var json: JSON {
        .object([
            .init("game", .string(game)), .init("title", title.json),
            .init("parameters", .array(parameters.map(\.json))),
            .init(
                "asks",
                .array(
                    asks.map {
                        .object([.init("name", .string($0.name)), .init("question", .string($0.text))])
                    })),
            .init("verdicts", .array(verdicts.map(json))),
        ])
    }

    private func json(_ verdict: GuaranteeFinding.Verdict) -> JSON {
        .object([
            .init("given", .given(verdict.given)), .init("attack", .chance(verdict.attack)),
            .init("credible", .bool(verdict.isCredible)),
            .init(
                "tightest",
                verdict.tightest.map {
                    .object([
                        .init("parameter", .string($0.parameter)), .init("slack", .exact($0.slack)),
                        .init("share", $0.share.map { .exact($0) } ?? .null),
                    ])
                } ?? .null),
            .init(
                "hingesOn",
                .array(
                    verdict.hinges.map {
                        .object([
                            .init("premise", .string($0.premise)),
                            .init("attackWithout", .chance($0.attackWithout)),
                        ])
                    })),
            .init("answers", .object(zip(asks, verdict.answers).map { .init($0.name, .chance($1)) })),
            .init("shares", .object(zip(asks, verdict.shares).map { .init($0.name, .chance($1)) })),
            .init("thresholds", verdict.thresholds.map { .array($0.map { $0.json(names) }) } ?? .null),
            .init("enters", .strings(verdict.enters.map { parameters[$0].name })),
            .init("grounding", verdict.grounding.json),
        ])
    }
}

extension GuaranteeFinding.TestedConclusion {
    fileprivate var json: JSON {
        .object([
            .init("conclusion", .string(conclusion.id)), .init("ask", .string(test.name ?? "")),
            .init("under", test.under.map { .string($0) } ?? .null), .init("borneOut", .bool(isBorneOut)),
            .init(
                "trials",
                .array(
                    trials.map {
                        .object([
                            .init("given", .given($0.given)), .init("value", .chance($0.value)),
                            .init("presupposed", $0.presupposed.map { .exact($0) } ?? .null),
                            .init("share", .chance($0.share)), .init("borneOut", .bool($0.isBorneOut)),
                        ])
                    })),
        ])
    }
}

extension GuaranteeFinding.Screening {
    fileprivate var json: JSON {
        .object([
            .init("game", .string(game)), .init("title", title.json),
            .init("parameters", .array(parameters.map(\.json))), .init("holds", .bool(holds)),
            .init("condition", .string("w > s")), .init("w", .exact(war)), .init("s", .exact(settlement)),
            .init("deterrent", .exact(deterrent)),
            .init("acceptable", acceptable.map { .exact($0) } ?? .null), .init("checked", .bool(isChecked)),
            .init("share", share.map { .exact($0) } ?? .null), .init("grounding", grounding.json),
        ])
    }
}

extension GuaranteeFinding.BeliefPath {
    fileprivate var json: JSON {
        .object([
            .init("game", .string(game)), .init("parameter", .string(parameter.name)),
            .init("prior", .exact(parameter.value)), .init("priorRange", .range(parameter.quantity.range)),
            .init(
                "steps",
                .array(
                    steps.map {
                        .object([
                            .init("event", .string($0.event.id)),
                            .init("on", $0.event.on.map { .string($0.text) } ?? .null),
                            .init("ratio", .exact($0.ratio.pointOrMidpoint.value)),
                            .init("belief", .exact($0.belief)), .init("range", .range($0.range)),
                        ])
                    })),
            .init("thresholds", .array(thresholds.map { $0.json(names) })),
        ])
    }
}

extension GuaranteeFinding.Strength {
    fileprivate var json: JSON {
        .object([
            .init("strength", .exact(value)), .init("bar", .exact(bar)), .init("deters", .bool(deters)),
        ])
    }
}

extension GuaranteeFinding.ClauseDesign {
    fileprivate var json: JSON {
        .object([
            .init("game", .string(game)), .init("title", title.json),
            .init("parameters", .array(parameters.map(\.json))),
            .init(
                "levers",
                .array(
                    levers.map {
                        .object([
                            .init("parameter", .string($0.parameter)), .init("none", .exact($0.none)),
                            .init("full", .exact($0.full)), .init("clauses", .strings($0.clauses)),
                        ])
                    })),
            .init("bare", bare.json), .init("whole", whole.json), .init("needed", .strings(needed)),
            .init("smallest", .array(smallest.map { .strings($0) })),
            .init("promises", .array(promises.map(\.json))), .init("drafts", .array(drafts.map(\.json))),
            .init("grounding", grounding.json),
        ])
    }
}

extension GuaranteeFinding.DraftedStrength {
    fileprivate var json: JSON {
        .object([
            .init("draft", .string(draft.id)), .init("deters", .bool(deters)), .init("least", least.json),
            .init("most", most.json), .init("pulls", .object(pulls.map { .init($0.lever, .range($0.pull)) })),
        ])
    }
}

extension GuaranteeFinding.DesignedPromise {
    fileprivate var json: JSON {
        .object([
            .init("guarantee", .string(guarantee.id)), .init("deters", .bool(deters)),
            .init("least", least.json), .init("most", most.json),
            .init(
                "clauses",
                .array(
                    clauses.map {
                        .object([
                            .init("id", .string($0.id)), .init("state", .string($0.state.rawValue)),
                            .init("lever", .string($0.lever)), .init("wouldSuffice", .bool($0.wouldSuffice)),
                        ])
                    })),
            .init("completions", .array(completions.map { .strings($0) })),
            .init(
                "crossings",
                .array(
                    crossings.map {
                        .object([
                            .init("parameter", .string($0.parameter)),
                            .init("at", $0.isExact ? .exact($0.at.low) : .range($0.at)),
                            .init("slack", .exact($0.slack)),
                            .init("share", $0.share.map { .exact($0) } ?? .null),
                        ])
                    })),
        ])
    }
}
