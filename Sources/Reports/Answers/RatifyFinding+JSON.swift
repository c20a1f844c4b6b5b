import CaseModel
public import Findings
import Numbers

extension RatifyFinding {
    public func data() -> JSON {
        .object([
            .init("rules", .array(rules.map(json))),
            .init("order", .strings(order.map { rules[$0].id })),
            .init("power", powerJSON), .init("sides", .array(sides.map(json))),
            .init("ratifiable", packages.map { json($0.ratifiable) } ?? .null),
            .init("needsNobody", packages.map { json($0.sure) } ?? .null),
            .init("packages", packages.map(json) ?? .null),
            .init("drafts", .array(drafts.map(json))),
            .init("outcome", desk.map(json) ?? .null),
        ])
    }

    private func json(_ rule: Rule) -> JSON {
        .object([
            .init("id", .string(rule.id)), .init("name", rule.name.json),
            .init("when", rule.applies.map { .string("\($0)") } ?? .null),
            .init("needs", rule.needs?.json ?? .null), .init("vote", rule.vote.map(json) ?? .null),
            .init("chance", .range(rule.chance)),
            .init("chanceBasis", .string(rule.chanceBasis.rawValue)),
            .init("blocked", rule.blocked.map { .string("\($0)") } ?? .null),
            .init("blockedNow", .bool(rule.isBlockedNow)),
            .init("within", rule.within.map { .string($0) } ?? .null),
            .init("conflictsWith", .strings(rule.conflictsWith)), .init("optOut", .strings(rule.optOut)),
            .init("sides", .strings(rule.sides)),
            .init("cite", .array(rule.basis.citations.map { $0.json(passages) })),
            .init("own", .bool(rule.basis.isOwn)),
        ])
    }

    private func json(_ vote: Vote) -> JSON {
        func number(_ groups: [SeatGroup]?) -> JSON {
            groups.map { .integer($0.reduce(0) { $0 + $1.count }) } ?? .null
        }
        return .object([
            .init(
                "bodies",
                .array(
                    vote.voters.map {
                        .object([
                            .init("id", .string($0.id)), .init("members", .integer($0.seats)),
                            .init("speaksAsOne", .bool($0.speaksAsOne)),
                        ])
                    })),
            .init("members", .integer(vote.members)), .init("alike", .bool(vote.isAlike)),
            .init("fewestYes", number(vote.fewestYes)), .init("fewestNo", number(vote.fewestNo)),
            .init("yes", vote.fewestYes.map(json) ?? .null), .init("no", vote.fewestNo.map(json) ?? .null),
            .init("neverWithout", json(vote.vetoers)),
            .init("coalitions", vote.coalitions.map { .count($0) } ?? .null),
            .init("coalitionExamples", .array(vote.coalitionExamples.map(json))),
            .init("collective", vote.power.map { .exact($0.collective) } ?? .null),
        ])
    }

    private func json(_ groups: [SeatGroup]) -> JSON {
        .array(
            groups.map {
                .object([
                    .init("body", .string($0.voter)), .init("members", .strings($0.members)),
                    .init("unnamed", .integer($0.unnamed)),
                ])
            })
    }

    /// By body and member; a body that several rules ask has an entry for each, as `body/rule`.
    private var powerJSON: JSON {
        var members: [JSON.Member] = []
        for rule in order {
            guard let vote = rules[rule].vote, let power = vote.power else { continue }
            for voter in vote.voters {
                let asking = rules.count { $0.vote?.voters.contains { $0.id == voter.id } ?? false }
                let key = asking > 1 ? "\(voter.id)/\(rules[rule].id)" : voter.id
                let own = power.entries.filter { $0.voter == voter.id }
                members.append(.init(key, .object(own.map { .init($0.member ?? "each", json($0)) })))
            }
        }
        return .object(members)
    }

    private func json(_ entry: PowerEntry) -> JSON {
        func exact(_ value: Rational?) -> JSON { value.map { .exact($0) } ?? .null }
        return .object([
            .init("members", .integer(entry.members)), .init("banzhaf", .exact(entry.banzhaf)),
            .init("banzhafNormalised", exact(entry.banzhafNormalised)),
            .init("shapleyShubik", .exact(entry.shapleyShubik)),
            .init("initiate", exact(entry.initiate)), .init("prevent", exact(entry.prevent)),
        ])
    }

    private func json(_ found: Found) -> JSON {
        .object([
            .init("count", found.count.json),
            .init("examples", .array(found.example.map { [$0.json] } ?? [])),
        ])
    }

    private func json(_ side: Side) -> JSON {
        .object([
            .init("id", .string(side.id)), .init("name", side.name.json),
            .init("bodies", .strings(side.voters)),
            .init("rules", .strings(side.rules.map { rules[$0].id })),
            .init("winSet", side.winSet.map(json) ?? .null),
            .init("voting", .string(side.voting.rawValue)),
        ])
    }

    private func json(_ part: PackagesPart) -> JSON {
        func utilities(_ values: [Rational]?) -> JSON {
            values.map { values in
                .object(zip(part.parties, values).map { .init($0.id, .exact($1)) })
            } ?? .null
        }
        return .object([
            .init("issues", .strings(part.issues.map(\.id))), .init("allowed", part.allowed.json),
            .init("acceptable", part.acceptable.json),
            .init(
                "called",
                .array(
                    zip(rules, part.called).map { rule, called in
                        .object([
                            .init("rule", .string(rule.id)), .init("allowed", called.allowed.json),
                            .init("acceptable", called.acceptable.json),
                            .init("atLeast", .bool(called.isPartial)),
                        ])
                    })),
            .init(
                "tiedHands",
                .array(
                    part.tied.map {
                        .object([
                            .init("rule", .string(rules[$0.rule].id)), .init("with", utilities($0.with)),
                            .init("without", utilities($0.without)),
                        ])
                    })),
        ])
    }

    private func json(_ one: DraftAnswer) -> JSON {
        .object([.init("id", .string(one.draft.id)), .init("reading", json(one.reading))])
    }

    private func json(_ reading: Reading) -> JSON {
        .object([
            .init(
                "verdicts",
                .array(
                    zip(rules, reading.verdicts).map { rule, verdict in
                        .object([
                            .init("rule", .string(rule.id)), .init("verdict", .string(verdict.word)),
                        ])
                    })),
            .init(
                "stages",
                .array(
                    reading.stages.map {
                        .object([
                            .init("rule", .string(rules[$0.rule].id)), .init("certain", .bool($0.isCertain)),
                        ])
                    })),
            .init(
                "collisions",
                .array(
                    reading.collisions.map {
                        .object([
                            .init("deadline", .string(rules[$0.deadline].id)),
                            .init("against", .string(rules[$0.against].id)),
                            .init("certain", .bool($0.isCertain)),
                        ])
                    })),
            .init("chance", .range(reading.chance)), .init("bounds", .range(reading.bounds)),
            .init("stuckAt", reading.stuckAt.map { .string(rules[$0].id) } ?? .null),
            .init("outcome", .string(reading.outcome.rawValue)),
            .init("inSomeReading", .string(reading.worst.rawValue)),
        ])
    }

    private func json(_ desk: DeskAnswer) -> JSON {
        .object([
            .init("draft", desk.draft.map { .string($0.id) } ?? .null),
            .init(
                "package",
                .object(desk.settled.map { .init($0.issue, .string($0.alternative)) })),
            .init("passes", desk.passes.map { .bool($0) } ?? .null),
            .init("bodies", .array(desk.votes.map(json))), .init("unasked", .strings(desk.unasked)),
            .init("reading", json(desk.reading)),
        ])
    }

    private func json(_ vote: StageVote) -> JSON {
        .object([
            .init("id", .string((rules[vote.rule].vote?.voters ?? []).map(\.id).joined(separator: "+"))),
            .init("rule", .string(rules[vote.rule].id)), .init("certain", .bool(vote.isCertain)),
            .init("passes", vote.passes.map { .bool($0) } ?? .null),
            .init("yes", vote.yes.map(json) ?? .null),
            .init("pivotal", .strings(vote.pivotal.flatMap(\.members))),
            .init("pivotalUnnamed", .integer(vote.pivotal.reduce(0) { $0 + $1.unnamed })),
            .init("fewestFlips", vote.flips.map { .integer($0.reduce(0) { $0 + $1.count }) } ?? .null),
            .init("flips", vote.flips.map(json) ?? .null),
        ])
    }
}

extension RatifyFinding.Voter {
    var speaksAsOne: Bool {
        if case .whole = kind { true } else { false }
    }
}
