import CaseModel
public import Findings
import Numbers

extension StabilityFinding {
    public func data() -> JSON {
        var members: [JSON.Member] = [
            .init("feasibleStates", .integer(frame.states)),
            .init("options", .strings(frame.options.map(\.id))),
            .init("states", frame.isGraph ? .strings(frame.stateNames) : .null),
            .init("decisionMakers", .strings(frame.decisionMakers.map(\.id))),
            .init("reading", .string(choices.reading.rawValue)),
        ]
        members += Concept.allCases.map { concept in
            .init(concept.rawValue, answers.first { $0.concept == concept }.map { json($0) } ?? .null)
        }
        members += [
            .init("statusQuo", today.map { json($0) } ?? .null),
            .init("state", asked.map { json($0) } ?? .null),
            .init("hinges", .array(hinges.map { json($0) })),
            .init("named", .array(named.map { json($0) })),
            .init("branching", branching.map { json($0) } ?? .null),
            .init("patterns", patterns.map { $0.json } ?? .null),
            .init("warnings", .array(warnings.map { json($0) })),
            .init("content", json(content)),
            .init("evolution", choices.from == nil ? .null : ways.map { $0.distances } ?? .null),
            .init("ways", ways.map { json($0) } ?? .null),
            .init("authors", authors.map { json($0) } ?? .null),
            .init("inverse", inverse.map { json($0) } ?? .null),
            .init("coalitions", coalitions.map { .array($0.map { json($0) }) } ?? .null),
            .init("mixed", mixed.map { json($0) } ?? .null),
            .init("goals", goals.map { json($0) } ?? .null),
            .init("robustness", robustness.map { $0.json } ?? .null),
            .init("foresight", foresight.map { json($0) } ?? .null),
            .init("confrontation", confrontation.map { json($0) } ?? .null),
        ]
        return .object(members)
    }

    private func maker(_ index: Int) -> JSON { .string(frame.decisionMakers[index].id) }

    private func byMaker(_ values: [JSON]) -> JSON {
        .object(zip(frame.decisionMakers, values).map { .init($0.id, $1) })
    }

    private func json(_ answer: ConceptAnswer) -> JSON {
        .object([
            .init("equilibria", answer.equilibria.json), .init("stable", byMaker(answer.stable.map(\.json))),
        ])
    }

    private func json(_ reading: StateReading) -> JSON {
        .object([
            .init("decimal", .integer(reading.state)),
            .init("taken", .strings(frame.taken(reading.state).map(\.id))),
            .init("verdicts", .array(reading.verdicts.flatMap { $0 }.map { json($0) })),
        ])
    }

    private func json(_ verdict: Verdict) -> JSON {
        var (reason, leaves, deterrents, worst): (String, JSON, JSON, JSON) = (
            "undecided", .null, .array([]), .null
        )
        switch verdict.reason {
        case .noMove: reason = "noMove"
        case .noBetterMove: reason = "noBetterMove"
        case .undecided: break
        case .leaves(let target, let answer):
            (reason, leaves, worst) = ("leaves", .integer(target), answer.map { json($0) } ?? .null)
        case .deterred(let list):
            reason = "deterred"
            deterrents = .array(
                list.map {
                    .object([.init("improvement", .integer($0.improved)), .init("answer", json($0.reply))])
                })
        }
        return .object([
            .init("decisionMaker", maker(verdict.maker)), .init("concept", .string(verdict.concept.rawValue)),
            .init("stable", verdict.isStable.map { .bool($0) } ?? .null), .init("reason", .string(reason)),
            .init("leavesFor", leaves), .init("worstAnswer", worst), .init("deterrents", deterrents),
            .init(
                "deciding",
                verdict.deciding.map {
                    .object([
                        .init("slot", .integer($0.slot)), .init("statement", .string("\($0.preference)")),
                        .init("premise", $0.premise.map { .string($0) } ?? .null),
                    ])
                } ?? .null),
        ])
    }

    private func json(_ reply: Reply) -> JSON {
        switch reply {
        case .joint(let state):
            .object([.init("joint", .integer(state)), .init("steps", .array([])), .init("escape", .null)])
        case .sequence(let steps, let escape):
            .object([
                .init("joint", .null), .init("steps", .array(steps.map { json($0) })),
                .init("escape", escape.map { .integer($0) } ?? .null),
            ])
        }
    }

    private func json(_ step: Step) -> JSON {
        .object([.init("movers", .array(step.movers.map(maker))), .init("to", .integer(step.state))])
    }

    private func json(_ named: NamedState) -> JSON {
        .object([
            .init("taken", .strings(named.options)), .init("conclusions", .strings(named.conclusions)),
            .init("excluded", .bool(named.outlook == nil)),
            .init(
                "claims",
                .array(
                    named.claims.map {
                        .object([
                            .init("conclusion", .string($0.conclusion)),
                            .init("decisionMakers", .strings($0.makers)),
                            .init("expectsStaying", .bool($0.expectsStaying)),
                        ])
                    })),
            .init("reading", named.outlook.map { json($0.reading) } ?? .null),
            .init("gains", named.outlook.map { byMaker($0.gains.map { .string($0.rawValue) }) } ?? .null),
            .init("hinges", .array((named.outlook?.hinges ?? []).map { json($0) })),
            .init("improvements", steps(named.outlook?.byImprovements)),
            .init("coalitionMoves", steps(named.outlook?.jointly)),
        ])
    }

    private func json(_ branching: Branching) -> JSON {
        .object([
            .init("parent", .string(branching.parent)),
            .init(
                "statements",
                .array(
                    branching.statements.map {
                        .object([
                            .init("decisionMaker", maker($0.maker)), .init("slot", .integer($0.slot)),
                            .init("before", $0.before.map { .string("\($0)") } ?? .null),
                            .init("now", $0.now.map { .string("\($0)") } ?? .null),
                        ])
                    })),
            .init("comparableStates", .integer(branching.comparable)),
            .init(
                "lasting",
                .object(
                    branching.lasting.map {
                        .init(
                            $0.concept.rawValue,
                            .object([.init("before", .integer($0.before)), .init("now", .integer($0.now))]))
                    })),
            .init(
                "changedToday",
                .array(
                    branching.changedToday.map {
                        .object([
                            .init("concept", .string($0.concept.rawValue)),
                            .init("decisionMaker", maker($0.maker)),
                            .init("staysNow", .bool($0.staysNow)),
                        ])
                    })),
            .init("changedVerdicts", byMaker(branching.changedVerdicts.map { .integer($0) })),
            .init(
                "changedStates",
                .array(
                    branching.changedStates.map {
                        .object([
                            .init("decimal", .integer($0.state)), .init("decisionMaker", maker($0.maker)),
                            .init("staysNow", .bool($0.staysNow)),
                        ])
                    })),
        ])
    }

    private func steps(_ list: [Step]?) -> JSON { list.map { .array($0.map { json($0) }) } ?? .null }

    private func json(_ hinge: DirectionHinge) -> JSON {
        .object([
            .init("option", .string(hinge.option)), .init("decisionMaker", maker(hinge.maker)),
            .init("oneWay", .bool(hinge.isOneWay)), .init("wouldStay", .bool(hinge.wouldStay)),
        ])
    }

    private func json(_ warning: Warning) -> JSON {
        switch warning {
        case .deadStatement(let statement):
            .object([.init("kind", .string("deadStatement"))] + self.members(statement))
        case .unrankedOption(let id):
            .object([.init("kind", .string("unrankedOption")), .init("option", .string(id))])
        case .neverReacts(let index):
            .object([.init("kind", .string("neverReacts")), .init("decisionMaker", maker(index))])
        case .noMove(let index, let states):
            .object([
                .init("kind", .string("noMove")), .init("decisionMaker", maker(index)),
                .init("states", .integer(states)),
            ])
        case .rankingInForce(let index):
            .object([.init("kind", .string("rankingInForce")), .init("decisionMaker", maker(index))])
        }
    }

    private func members(_ statement: IdleStatement) -> [JSON.Member] {
        let (reason, repeats): (String, JSON) =
            switch statement.reason {
            case .always(true): ("alwaysTrue", .null)
            case .always(false): ("alwaysFalse", .null)
            case .repeats(let slot): ("repeats", .integer(slot))
            case .changesNothing: ("changesNothing", .null)
            }
        return [
            .init("decisionMaker", maker(statement.maker)), .init("slot", .integer(statement.slot)),
            .init("statement", .string("\(statement.preference)")), .init("why", .string(reason)),
            .init("repeats", repeats),
        ]
    }

    private func json(_ content: ContentCheck) -> JSON {
        .object([
            .init("statements", .integer(content.statements)),
            .init("idleStatements", .array(content.idle.map { .object(members($0)) })),
            .init("neverReacting", .array(content.neverReacting.map(maker))),
            .init("unrankedOptions", .strings(content.unranked)),
            .init("statesWithoutMove", byMaker(content.withoutMove.map { .integer($0) })),
            .init("orders", .integer(content.orders)),
            .init(
                "unchangedByOrder",
                .object(content.unchangedByOrder.map { .init($0.concept.rawValue, .exact($0.share)) })),
        ])
    }

    private func json(_ ways: Ways) -> JSON {
        .object([
            .init("from", .integer(ways.start)),
            .init(
                "destinations",
                .array(
                    ways.destinations.map {
                        .object([
                            .init("decimal", .integer($0.state)),
                            .init("improvements", steps($0.byImprovements)),
                            .init("moves", steps($0.byMoves)), .init("coalitionMoves", steps($0.jointly)),
                        ])
                    })),
            .init(
                "cycles",
                ways.cycles.map {
                    .array(
                        $0.map {
                            .object([
                                .init("states", .integer($0.states)), .init("first", .integer($0.first)),
                                .init("hasExit", .bool($0.hasExit)),
                            ])
                        })
                } ?? .null),
        ])
    }

    /// A count; above 2^53 as a decimal string.
    private func count(_ number: Rational) -> JSON {
        number.exactInt.flatMap { $0 <= 1 << 53 ? .integer($0) : nil } ?? .exact(number)
    }

    private func json(_ table: AuthorTable) -> JSON {
        .object([
            .init("decimal", .integer(table.state)), .init("authors", .strings(table.authors.map(\.id))),
            .init(
                "cells",
                byMaker(
                    table.cells.map { row in
                        .object(
                            zip(table.authors, row).map { author, cell in
                                .init(author.id, .string(cell.word))
                            })
                    })),
            .init("lastingMixes", count(table.lastingMixes)), .init("mixes", count(table.mixes)),
        ])
    }

    private func json(_ inverse: Inverse) -> JSON {
        .object([
            .init("decimal", .integer(inverse.state)), .init("concept", .string(inverse.concept.rawValue)),
            .init("confirmed", .bool(inverse.isConfirmed)),
            .init(
                "places",
                byMaker(
                    zip(inverse.places, inverse.edits).map { place, edits in
                        .object([
                            .init("stable", .bool(place.isStable)),
                            .init("places", .integer(place.groups + 1)),
                            .init("stablePlaces", .integer(place.stablePlaces)),
                            .init("below", .integer(place.below)), .init("needed", .integer(place.needed)),
                            .init("overtakes", .integer(place.overtaken)),
                            .init("firstOvertaken", .array(place.firstOvertaken.map { .integer($0) })),
                            .init("edits", edits.json), .init("editsAnswer", .string(edits.word)),
                        ])
                    })),
        ])
    }

    private func json(_ coalition: Coalition) -> JSON {
        .object([
            .init("members", .array(coalition.members.map(maker))), .init("cnash", coalition.cnash.json),
            .init("cgmr", coalition.cgmr.json), .init("csmr", coalition.csmr.json),
            .init("cseq", coalition.cseq.json), .init("cseqUnrestricted", coalition.cseqUnrestricted.json),
            .init("vulnerable", coalition.vulnerable.json),
            .init("leavesToday", coalition.leavesToday.map { .integer($0) } ?? .null),
        ])
    }

    private func json(_ mixed: MixedAnswer) -> JSON {
        .object([
            .init("concepts", byMaker(mixed.concepts.map { .strings($0.map(\.rawValue)) })),
            .init("equilibria", mixed.equilibria.json),
        ])
    }

    private func json(_ goals: GoalAnswer) -> JSON {
        var (answer, wishes, core): (String, [JSON], [JSON]) = ("undecided", [], [])
        switch goals {
        case .undecided: break
        case .wishes(let list):
            answer = "wishes"
            wishes = list.map {
                .object([
                    .init("decisionMaker", maker($0.maker)), .init("better", .integer($0.better)),
                    .init("worse", .integer($0.worse)), .init("strict", .bool($0.isStrict)),
                ])
            }
        case .contradiction(let list):
            answer = "contradiction"
            core = list.map {
                .object([.init("decimal", .integer($0.state)), .init("stable", .bool($0.isStable))])
            }
        }
        return .object([
            .init("answer", .string(answer)), .init("wishes", .array(wishes)),
            .init("contradiction", .array(core)),
        ])
    }

    private func json(_ foresight: Foresight) -> JSON {
        .object([
            .init("limited", byMaker(foresight.limited.map { .array($0.map(\.json)) })),
            .init("nonMyopic", byMaker(foresight.nonMyopic.map(\.json))),
            .init("stackelberg", byMaker(foresight.stackelberg.map(\.json))),
            .init("ties", .bool(foresight.hasTies)),
        ])
    }

    private func json(_ confrontation: Confrontation) -> JSON {
        .object([
            .init("fallback", .integer(confrontation.fallback)),
            .init("positions", byMaker(confrontation.positions.map { .integer($0) })),
            .init(
                "dilemmas",
                .array(
                    confrontation.dilemmas.map {
                        .object([
                            .init("kind", .string($0.kind.rawValue)), .init("decisionMaker", maker($0.maker)),
                            .init("towards", $0.other.map(maker) ?? .null),
                            .init("decimal", .integer($0.state)),
                        ])
                    })),
        ])
    }
}
