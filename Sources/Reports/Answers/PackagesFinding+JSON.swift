import CaseModel
public import Findings
import Numbers

extension PackagesFinding {
    public func data() -> JSON {
        .object(
            frameMembers + gateMembers + [
                .init("ordinal", .array(ordinal.map(json))), .init("ranges", json(ranges)),
                .init("worlds", worlds.map(json) ?? .null),
                .init("frontier", frontier.map(json) ?? .null),
                .init("solutions", solutions.map(json) ?? .null),
                .init("measures", measures.map(json) ?? .null),
                .init("division", division.map(json) ?? .null),
                .init("concession", concession.map(json) ?? .null),
                .init("breakEven", .array(breakEven.map(json))),
                .init("linkages", .array(linkages.map(json))),
                .init("exchange", .array(exchange.map(json))),
                .init("baselines", .array(gains.map(json))),
                .init("drafts", .array(drafts.map(json))),
                .init("desk", desk.map(json) ?? .null),
                .init("conclusions", .array(conclusions.map(json))),
            ])
    }

    private var frameMembers: [JSON.Member] {
        [
            .init("scale", .string(scale.rawValue)),
            .init(
                "issues",
                .array(
                    issues.map { issue in
                        .object([
                            .init("id", .string(issue.id)),
                            .init("alternatives", .strings(issue.alternatives.map(\.id))),
                        ])
                    })),
            .init("parties", .array(parties.map(json))),
            .init(
                "parameters",
                .array(
                    parameters.map {
                        .object([
                            .init("name", .string($0.name)), .init("value", .exact($0.value)),
                            .init("range", .range($0.quantity.range)),
                            .init("isMidpoint", .bool($0.isMidpoint)),
                        ])
                    })),
            .init("baseline", baseline.map { .string($0.id) } ?? .null),
            .init(
                "rules",
                .array(
                    rules.map {
                        .object([
                            .init("id", .string($0.id)), .init("kind", .string($0.kind.rawValue)),
                            .init("party", $0.party.map { .string($0) } ?? .null),
                            .init("owners", .strings($0.owners)),
                            .init("bitesNowhere", .bool($0.bitesNowhere)),
                            .init("isPreference", .bool($0.isPreference)),
                        ])
                    })),
            .init(
                "bonuses",
                .array(
                    bonuses.map { bonus in
                        .object([
                            .init("id", .string(bonus.id)),
                            .init(
                                "amounts",
                                .object(
                                    parties.compactMap { party in
                                        bonus.amounts[party.id].map { .init(party.id, .range($0.range)) }
                                    })),
                        ])
                    })),
            .init("partlyJudged", .strings(partlyJudged)),
        ]
    }

    private var gateMembers: [JSON.Member] {
        [
            .init("packages", .count(gates.packages)), .init("feasible", json(gates.feasible)),
            .init("lawful", json(gates.lawful)), .init("allowed", json(gates.allowed)),
            .init("acceptable", json(gates.acceptable)),
            .init("acceptableTo", withholds ? .null : byParty(gates.acceptableTo.map(json))),
            .init("contradiction", contradiction.map { .strings($0) } ?? .null),
        ]
    }

    private func json(_ party: Party) -> JSON {
        .object([
            .init("id", .string(party.id)),
            .init("reservation", party.reservation.map { .range($0.range) } ?? .null),
            .init("withheld", .bool(party.isReservationWithheld)),
            .init(
                "weights",
                .object(zip(issues, party.weights).map { .init($0.id, .range($1.range)) })),
        ])
    }

    /// One value per party, under its id.
    private func byParty(_ values: [JSON]) -> JSON {
        .object(zip(parties, values).map { .init($0.id, $1) })
    }

    private func utilities(_ values: [Rational]) -> JSON { byParty(values.map { .exact($0) }) }

    private func json(_ count: Count) -> JSON { count.json }

    private func json(_ package: Package) -> JSON { package.json }

    private func json(_ package: Package?) -> JSON { package.map { json($0) } ?? .null }

    private func json(_ one: OrdinalAnswer) -> JSON {
        .object([
            .init("baseline", .string(one.baseline)), .init("necessary", .count(one.sets.necessary)),
            .init("possible", .count(one.sets.possible)), .init("never", .count(one.sets.never)),
            .init(
                "parties",
                byParty(
                    one.sets.parties.map {
                        .object([
                            .init("necessary", .count($0.necessary)), .init("possible", .count($0.possible)),
                        ])
                    })),
        ])
    }

    private func json(_ ranges: RangeAnswer) -> JSON {
        .object([
            .init("certain", json(ranges.certain)), .init("conceivable", json(ranges.conceivable)),
            .init(
                "parties",
                withholds
                    ? .null
                    : byParty(
                        ranges.parties.map {
                            .object([
                                .init("certain", json($0.certain)),
                                .init("conceivable", json($0.conceivable)),
                            ])
                        })), .init("example", json(ranges.example)), .init("bounds", .bool(ranges.isBound)),
        ])
    }

    private func json(_ worlds: WorldsAnswer) -> JSON {
        .object([
            .init("drawn", .integer(worlds.drawn)), .init("open", .integer(worlds.open)),
            .init("rivals", .integer(worlds.rivals)),
            .init(
                "likeliest",
                .array(
                    worlds.likeliest.map {
                        .object([.init("package", json($0.package)), .init("worlds", .integer($0.worlds))])
                    })),
        ])
    }

    private func json(_ frontier: FrontierAnswer) -> JSON {
        .object([
            .init("over", .string(choices.conventions.frontierOver.rawValue)),
            .init("points", .integer(frontier.points)), .init("packages", .count(frontier.packages)),
            .init("acceptablePoints", withholds ? .null : .integer(frontier.acceptablePoints)),
            .init("utilities", .array(frontier.utilities.map(utilities))),
            .init("examples", .array(frontier.examples.map { json($0) })),
        ])
    }

    private func json(_ solutions: [SolutionAnswer]) -> JSON {
        .object(
            solutions.map { one in
                .init(
                    one.rule.rawValue,
                    .object([
                        .init(
                            "convention",
                            .object([
                                .init("d", .string(choices.conventions.disagreement.rawValue)),
                                .init("ideal", .string(choices.conventions.ideal.rawValue)),
                                .init("ks", .string(choices.conventions.ks.rawValue)),
                                .init(
                                    "weights",
                                    .object(
                                        choices.conventions.nashWeights.sorted { $0.key < $1.key }.map {
                                            .init($0.key, .exact($0.value))
                                        })),
                            ])),
                        .init("utilities", .array(one.ties.map { utilities($0.utilities) })),
                        .init("packages", .count(one.packages)),
                        .init("examples", .array(one.ties.map { json($0.example) })),
                        .init("degenerate", .bool(one.isDegenerate)),
                    ]))
            })
    }

    private func json(_ concession: ConcessionAnswer) -> JSON {
        func amount(_ value: Rational) -> JSON { withholds ? .null : .exact(value) }
        func amounts(_ values: [Rational]) -> JSON { byParty(values.map(amount)) }
        return .object([
            .init("total", amount(concession.total)), .init("byParty", amounts(concession.byParty)),
            .init("example", json(concession.example)), .init("maximin", amount(concession.greatest)),
            .init("maximinByParty", amounts(concession.greatestByParty)),
            .init("maximinExample", json(concession.greatestExample)),
        ])
    }

    private func json(_ one: BreakEven) -> JSON {
        let (kind, value): (String, JSON) =
            switch one.answer {
            case .always: ("always", .null)
            case .never: ("never", .null)
            case .from(let value): ("from", withholds ? .null : .exact(value))
            case .undecided: ("undecided", .null)
            }
        return .object([
            .init("parameter", .string(one.parameter)), .init("party", .string(one.party)),
            .init("answer", .string(kind)), .init("value", value),
        ])
    }

    private func json(_ one: LinkagePrice) -> JSON {
        func best(_ values: [Rational?]) -> JSON { byParty(values.map { $0.map { .exact($0) } ?? .null }) }
        return .object([
            .init("linkage", .string(one.linkage)), .init("active", .bool(one.isActive)),
            .init("removed", json(one.removed)), .init("acceptableWithout", json(one.acceptableWithout)),
            .init("acceptableWith", json(one.acceptableWith)),
            .init("bestWithout", best(one.best.map(\.without))),
            .init("bestWith", best(one.best.map(\.with))),
            .init("volumeWithout", withholds ? .null : one.volume.without.map { .exact($0) } ?? .null),
            .init("volumeWith", withholds ? .null : one.volume.with.map { .exact($0) } ?? .null),
            .init(
                "moved",
                .object(
                    one.moved.map {
                        .init(
                            $0.rule.rawValue,
                            .object([
                                .init("without", $0.without.map(utilities) ?? .null),
                                .init("with", $0.with.map(utilities) ?? .null),
                            ]))
                    })),
            .init("example", json(one.example)),
        ])
    }

    private func json(_ rate: ExchangeRate) -> JSON {
        .object([
            .init("party", .string(rate.party)), .init("given", .string(rate.given)),
            .init("taken", .string(rate.taken)),
            .init(
                "steps",
                .array(
                    rate.steps.map {
                        .object([
                            .init("from", .string($0.from)), .init("to", .string($0.to)),
                            .init("loss", .exact($0.loss)),
                            .init("share", $0.share.map { .range($0) } ?? .null),
                            .init("makesUp", $0.makesUp.map { .string($0) } ?? .null),
                            .init("credibility", $0.credibility.map { .range($0) } ?? .null),
                        ])
                    })),
        ])
    }

    private func json(_ gain: BaselineGain) -> JSON {
        .object([
            .init("from", .string(gain.from)), .init("to", .string(gain.to)),
            .init("differing", .strings(gain.differing)), .init("outside", .strings(gain.outside.map(\.id))),
            .init("gains", utilities(gain.gains)),
            .init("signs", byParty(gain.signs.map { .string("\($0)") })),
        ])
    }

    private func json(_ one: DraftAnswer) -> JSON {
        .object([
            .init("draft", .string(one.draft.id)), .init("settled", .integer(one.settled)),
            .init("reading", json(one.reading)),
        ])
    }

    private func json(_ reading: Reading) -> JSON {
        .object([
            .init(
                "alternatives",
                .object(
                    zip(issues, reading.alternatives).map { issue, kept in
                        .init(issue.id, .strings(kept.map { issue.alternatives[$0].id }))
                    })),
            .init("utilities", byParty(reading.utilities.map { .range($0) })),
            .init("asIs", reading.asIs.map(utilities) ?? .null),
            .init("shortfalls", withholds ? .null : byParty(reading.shortfalls.map { .range($0) })),
            .init("stopsAt", reading.stopsAt.map { .string($0.rawValue) } ?? .null),
            .init(
                "rules",
                .array(
                    reading.rules.map {
                        .object([
                            .init("id", .string($0.rule)), .init("kind", .string($0.kind.rawValue)),
                            .init("party", $0.party.map { .string($0) } ?? .null),
                            .init("certain", .bool($0.isCertain)),
                        ])
                    })),
            .init("acceptable", json(reading.acceptable)), .init("example", json(reading.example)),
            .init(
                "improvement",
                reading.improvement.map { one in
                    .object([
                        .init("packages", json(one.packages)), .init("example", json(one.example)),
                        .init("gains", one.gains.map(utilities) ?? .null),
                    ])
                } ?? .null), .init("standing", json(reading.standing)),
        ])
    }

    private func json(_ one: Standing) -> JSON {
        .object([
            .init("regrets", byParty(one.regrets.map { .range($0) })),
            .init("toFrontierSquared", one.toFrontier.map { .exact($0) } ?? .null),
            .init("nearest", json(one.nearest)), .init("asIs", one.asIs.map(json) ?? .null),
        ])
    }

    private func json(_ one: PointMeasures) -> JSON {
        .object([
            .init("toFrontierSquared", .exact(one.toFrontier)),
            .init("envy", utilities(one.envy)),
            .init(
                "toSolutionsSquared",
                .object(one.toSolutions.map { .init($0.rule.rawValue, .exact($0.squared)) })),
        ])
    }

    private func json(_ one: MeasuresAnswer) -> JSON {
        .object([
            .init("oppositionSquared", .exact(one.opposition)), .init("nearestToAll", json(one.nearestToAll)),
            .init("opposedPairs", .exact(one.opposedPairs)), .init("alikePairs", .exact(one.alikePairs)),
            .init("pairs", .integer(one.pairs)), .init("isExact", .bool(one.isExact)),
            .init("compromise", json(one.compromise)),
            .init("compromiseUtilities", utilities(one.compromiseUtilities)),
            .init("logrolling", one.logrolling.gains.map(utilities) ?? .null),
            .init("logrollingExample", json(one.logrolling.example)),
        ])
    }

    private func json(_ one: DivisionAnswer) -> JSON {
        .object([
            .init(
                "items",
                .array(
                    one.items.map {
                        .object([
                            .init("issue", .string($0.issue)), .init("points", utilities($0.points)),
                            .init("share", .exact($0.share)),
                        ])
                    })), .init("common", .strings(one.common)), .init("totals", utilities(one.totals)),
            .init(
                "misreports",
                byParty(
                    one.misreports.map { report in
                        report.map {
                            .object([
                                .init("told", .array($0.told.map { .integer($0) })),
                                .init("honest", .exact($0.honest)), .init("worth", .exact($0.worth)),
                                .init("isBest", .bool($0.isBest)),
                            ])
                        } ?? .null
                    })),
        ])
    }

    private func json(_ desk: DeskAnswer) -> JSON {
        .object([
            .init("draft", desk.draft.map { .string($0.id) } ?? .null),
            .init("reading", json(desk.reading)),
            .init(
                "issues",
                .array(
                    desk.issues.map {
                        .object([
                            .init("issue", .string($0.issue)),
                            .init("alternatives", .strings($0.alternatives)),
                            .init("losses", byParty($0.losses.map { .range($0) })),
                            .init("shares", utilities($0.shares)),
                        ])
                    })),
            .init(
                "nearest",
                desk.nearest.map {
                    .object([
                        .init("draft", .string($0.draft.id)), .init("shared", .integer($0.shared)),
                        .init("compared", .integer($0.compared)),
                    ])
                } ?? .null),
        ])
    }

    private func json(_ one: ConclusionAnswer) -> JSON {
        .object([
            .init("id", .string(one.id)), .init("expects", .string(one.expects.rawValue)),
            .init("under", one.under.map { .string("\($0)") } ?? .null),
            .init("acceptable", json(one.acceptable)), .init("holds", one.holds.map { .bool($0) } ?? .null),
            .init("reason", one.reason.map { .string($0.rawValue) } ?? .null),
        ])
    }
}

extension PackagesFinding.Count {
    /// A number, its estimate with bounds, or nothing.
    var json: JSON {
        switch self {
        case .exact(let number): .count(number)
        case .unknown: .null
        case .estimate(let number, let range):
            .object([
                .init("estimate", .count((number + Rational(1, over: 2)).floor)),
                .init("low", .count(range.low.floor)), .init("high", .count(-(-range.high).floor)),
            ])
        }
    }
}

extension PackagesFinding.Package {
    var json: JSON { .object(choices.map { .init($0.issue, .string($0.alternative)) }) }
}

extension JSON {
    /// A number of things: above 2^53 as a decimal string, since not every reader keeps such integers.
    static func count(_ number: Rational) -> JSON {
        number.exactInt.flatMap { $0 <= 1 << 53 ? .integer($0) : nil } ?? .string("\(number)")
    }
}
