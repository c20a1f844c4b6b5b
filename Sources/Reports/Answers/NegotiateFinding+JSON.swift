import CaseModel
public import Findings
import Numbers

extension NegotiateFinding {
    public func data() -> JSON {
        .object([
            .init("withheld", .bool(withholds)),
            .init("rounds", .integer(choices.rounds)), .init("goodwill", .exact(choices.goodwill)),
            .init("talks", (try? talks.get()).map(json) ?? .null),
            .init("record", record.json),
        ])
    }

    private func json(_ talks: Talks) -> JSON {
        let ids = talks.parties.map(\.id)
        func byParty(_ values: [JSON]) -> JSON { .object(zip(ids, values).map { .init($0, $1) }) }
        func exact(_ values: [Rational]) -> JSON { byParty(values.map { .exact($0) }) }
        func counts(_ values: [Int]) -> JSON { byParty(values.map { .integer($0) }) }
        func outcome(_ one: Outcome) -> JSON {
            .object([
                .init("agreement", one.agreement.map(\.json) ?? .null),
                .init("utilities", one.utilities.map(exact) ?? .null),
                .init("round", one.round.map { .integer($0) } ?? .null),
                .init("toFrontierSquared", one.toFrontier.map { .exact($0) } ?? .null),
            ])
        }
        func run(_ one: Run) -> JSON {
            .object([
                .init("tactics", byParty(one.tactics.map { .string($0.rawValue) })),
                .init("outcome", outcome(one.outcome)),
            ])
        }
        func offer(_ one: Offer) -> JSON {
            .object([
                .init("round", .integer(one.round)), .init("party", .string(one.party)),
                .init("act", .string(one.act.rawValue)), .init("package", one.package.map(\.json) ?? .null),
                .init("utilities", one.utilities.map(exact) ?? .null),
            ])
        }
        func price(_ one: GoodwillPrice) -> JSON {
            .object([
                .init("party", .string(one.party)), .init("own", .string(one.own.rawValue)),
                .init("against", .string(one.against.rawValue)), .init("step", one.step.map(\.json) ?? .null),
                .init("fate", .string(one.fate.rawValue)), .init("without", outcome(one.without)),
                .init("with", outcome(one.with)),
                .init("effects", byParty(one.effects.map { .string($0.rawValue) })),
                .init("changes", one.changes.map(exact) ?? .null),
            ])
        }
        func text(_ one: TextAnswer) -> JSON {
            .object([
                .init(
                    "changes",
                    .array(
                        one.changes.map { change in
                            .object([
                                .init(
                                    "changes",
                                    .object(change.changes.map { .init($0.issue, .string($0.alternative)) })),
                                .init("gains", exact(change.gains)),
                            ])
                        })),
                .init("proposals", .integer(one.proposals)), .init("blocked", counts(one.blocked)),
                .init("blockedAlone", counts(one.blockedAlone)), .init("end", one.end.json),
                .init("utilities", exact(one.utilities)),
                .init("toFrontierSquared", one.toFrontier.map { .exact($0) } ?? .null),
                .init(
                    "standing",
                    .array(
                        one.standing.map {
                            .object([
                                .init("issue", .string($0.issue)), .init("wanted", .integer($0.wanted)),
                                .init("against", counts($0.against)),
                            ])
                        })),
            ])
        }
        func annealed(_ one: Annealed) -> JSON {
            .object([
                .init("chains", .integer(one.chains)), .init("proposals", .integer(one.proposals)),
                .init("means", exact(one.means)),
                .init("utilities", byParty(one.utilities.map { .range($0) })),
                .init("improved", .integer(one.improved)),
                .init("onFrontier", one.onFrontier.map { .integer($0) } ?? .null),
                .init("overrides", .integer(one.overrides)),
            ])
        }
        func mediation(_ one: Mediation) -> JSON {
            .object([
                .init("from", one.start.id.map { .string($0) } ?? .null),
                .init("start", one.start.package.json),
                .init("utilities", exact(one.start.utilities)),
                .init("toFrontierSquared", one.start.toFrontier.map { .exact($0) } ?? .null),
                .init("allowed", .bool(one.start.isAllowed)), .init("single", text(one.single)),
                .init("pairs", text(one.pairs)), .init("annealed", annealed(one.annealed)),
            ])
        }
        return .object([
            .init("issues", .strings(talks.issues.map(\.id))), .init("parties", .strings(ids)),
            .init("baseline", talks.baseline.map { .string($0.id) } ?? .null),
            .init(
                "parameters",
                .object(talks.parameters.map { .init($0.name, .exact($0.value)) })),
            .init("packages", .integer(talks.packages)),
            .init("acceptable", talks.hasAcceptable.map { .bool($0) } ?? .null),
            .init("matrix", .array(talks.matrix.map(run))),
            .init("run", talks.asked.map { run($0.run) } ?? .null),
            .init("path", talks.asked?.path.map { .array($0.map(offer)) } ?? .null),
            .init("goodwill", .array(talks.goodwill.map(price))),
            .init("mediation", talks.mediation.map(mediation) ?? .null),
        ])
    }
}

extension NegotiateFinding.Record {
    fileprivate var json: JSON {
        .object([.init("voices", .array(voices.map(\.json))), .init("pairs", .array(pairs.map(\.json)))])
    }
}

extension NegotiateFinding.Voice {
    fileprivate var json: JSON {
        .object([
            .init("actor", .string(actor)), .init("source", .string(source)), .init("coder", .string(coder)),
            .init("side", side.map { .string($0.rawValue) } ?? .null),
            .init("statements", .integer(statements)),
            .init("moves", .array(moves.map(\.json))), .init("unordered", .integer(unordered)),
        ])
    }
}

extension NegotiateFinding.Move {
    fileprivate var json: JSON {
        .object([
            .init("issue", .string(issue)), .init("date", .string(date.text)),
            .init("statements", .strings(statements)), .init("before", before.map { .range($0) } ?? .null),
            .init("after", .range(after)), .init("enters", .bool(enters)),
            .init("kind", .string(kind.rawValue)),
            .init("pole", pole.map { .string($0.rawValue) } ?? .null),
            .init("poleOfSide", .bool(isPoleOfSide)),
        ])
    }
}

extension NegotiateFinding.Pair {
    fileprivate var json: JSON {
        .object([
            .init("mover", .string(mover)), .init("giver", .string(giver)), .init("source", .string(source)),
            .init("coder", .string(coder)),
            .init(
                "moves",
                .object(
                    NegotiateFinding.Move.Kind.allCases.filter { $0 != .unmeasured }.map { kind in
                        .init(kind.rawValue, .integer(moves.count { $0.kind == kind }))
                    })),
            .init(
                "concessions",
                .array(
                    concessions.map {
                        .object([
                            .init("issue", .string($0.issue)), .init("date", .string($0.date.text)),
                            .init("statements", .strings($0.statements)), .init("before", .range($0.before)),
                            .init("after", .range($0.after)), .init("enters", .bool($0.enters)),
                        ])
                    })),
            .init(
                "tests",
                tests.map { tests in
                    .array(
                        tests.map {
                            .object([
                                .init("days", .integer($0.days)),
                                .init("harderAfter", .integer($0.harderAfter)),
                                .init("harderOtherwise", .integer($0.harderOtherwise)),
                                .init("othersAfter", .integer($0.othersAfter)),
                                .init("othersOtherwise", .integer($0.othersOtherwise)),
                                .init("chance", .exact($0.chance)),
                                .init("possiblyAfter", .integer($0.possiblyAfter)),
                            ])
                        })
                } ?? .null),
            .init("hardened", .array(hardened.map(following))), .init("gave", .array(gave.map(following))),
        ])
    }

    private func following(_ one: NegotiateFinding.Following) -> JSON {
        .object([
            .init("move", .strings(moves[one.move].statements)),
            .init("concession", .strings(concessions[one.concession].statements)),
            .init("leastDays", .integer(one.days.lowerBound)),
            .init("mostDays", .integer(one.days.upperBound)),
        ])
    }
}
