import CaseModel
public import Findings
import Numbers

extension Comparison {
    public func data() -> JSON {
        .object([
            .init("issues", .strings(issues.map(\.id))), .init("drafts", .array(drafts.map(\.json))),
            .init(
                "cells",
                .object(
                    zip(drafts, cells).map { draft, row in
                        .init(
                            draft.proposal.id,
                            .object(zip(issues, row).map { .init($0.id, $1.json(passages)) }))
                    })),
            .init("silence", .string(choices.silence.rawValue)),
            .init("yardsticks", .array(yardsticks.map(\.json))),
            .init("distances", distanceTable),
            .init("movement", .array(steps.flatMap(movement))),
            .init("steps", .array(steps.map(\.json))), .init("lines", .array(lines.map(\.json))),
            .init("terms", .array(histories.map(\.json))),
            .init("moves", .array(moves.map { $0.json(passages) })),
            .init("likeness", .array(likeness)),
        ])
    }

    private var distanceTable: JSON {
        .object(
            zip(drafts, distances).map { draft, row in
                .init(draft.proposal.id, .object(zip(yardsticks, row).map { .init($0.id, $1.json) }))
            })
    }

    /// One entry per step and yardstick, so that a reader need not join two lists.
    private func movement(_ step: Step) -> [JSON] {
        zip(yardsticks, step.movements).map { yardstick, movement in
            .object([
                .init("from", .string(step.from)), .init("to", .string(step.to)),
                .init("actor", .string(yardstick.id)),
                .init("position", movement.points.map { .range($0) } ?? .null),
                .init(
                    "scope",
                    .object([.init("entered", .strings(step.entered)), .init("left", .strings(step.left))])),
                .init("perIssue", Comparison.object(movement.perIssue)),
                .init(
                    "shareOfWeightings",
                    .object([
                        .init("towards", .measured(movement.towards)),
                        .init("away", .measured(movement.away)),
                    ])),
            ])
        }
    }

    private var likeness: [JSON] {
        drafts.indices.flatMap { a in
            (0..<a).compactMap { b -> JSON? in
                let found = similarities[a][b]
                return found.share.map { share in
                    .object([
                        .init("of", .strings([drafts[b].proposal.id, drafts[a].proposal.id])),
                        .init("share", .range(share)), .init("compared", .integer(found.compared)),
                    ])
                }
            }
        }
    }

    fileprivate static func object(_ figures: [IssueFigure]) -> JSON {
        .object(figures.map { .init($0.issue, .range($0.value)) })
    }
}

extension Comparison.Yardstick {
    fileprivate var json: JSON {
        .object([
            .init("id", .string(id)), .init("draft", draft.map { .string($0) } ?? .null),
            .init("issues", .strings(issues)), .init("weights", .string(weighting.rawValue)),
        ])
    }
}

extension Comparison.Distance {
    fileprivate var json: JSON {
        .object([
            .init("points", points.map { .range($0) } ?? .null), .init("coverage", .exact(coverage)),
            .init("envelope", envelope.map { .range($0) } ?? .null),
            .init("anyWeights", anyWeights.map { .range($0) } ?? .null),
            .init("perIssue", Comparison.object(perIssue)),
        ])
    }
}

extension Comparison.Step {
    fileprivate var json: JSON {
        .object([
            .init("from", .string(from)), .init("to", .string(to)), .init("kind", .string(kind.rawValue)),
            .init("position", change.position.map { .range($0) } ?? .null),
            .init("shifts", Comparison.object(change.shifts)),
            .init("unordered", Comparison.object(change.unordered)),
            .init(
                "shareOfWeightings",
                .object([
                    .init("towardsLast", .measured(change.towardsLast)),
                    .init("towardsFirst", .measured(change.towardsFirst)),
                ])),
            .init(
                "scope",
                .object([
                    .init("entered", .strings(entered)), .init("left", .strings(left)),
                    .init("becameSilent", .strings(becameSilent)),
                ])),
            .init("effects", .array(effects.map(\.json))), .init("points", points?.json ?? .null),
        ])
    }
}

extension Comparison.Effect {
    fileprivate var json: JSON {
        .object([
            .init("silence", .string(rule.rawValue)), .init("position", position.map { .range($0) } ?? .null),
            .init("compared", .integer(compared)),
            .init(
                "filled",
                .object([.init("silent", .integer(silent)), .init("unreported", .integer(unreported))])),
        ])
    }
}

extension Comparison.Points {
    fileprivate var json: JSON {
        func table(_ links: [String: [String]]) -> JSON {
            .object(links.sorted { $0.key < $1.key }.map { .init($0.key, .strings($0.value)) })
        }
        return .object([
            .init("split", table(split)), .init("merged", table(merged)), .init("dropped", .strings(dropped)),
            .init("new", .strings(new)), .init("inherited", .exact(inherited)),
        ])
    }
}

extension Comparison.Line {
    fileprivate var json: JSON {
        .object([
            .init("drafts", .strings(drafts)),
            .init(
                "paths",
                .array(
                    paths.map { path in
                        .object([
                            .init("issue", .string(path.issue)), .init("variation", .range(path.variation)),
                            .init("net", .range(path.net)), .init("reversals", .integer(path.reversals)),
                            .init("drafts", .strings(path.drafts)),
                        ])
                    })),
        ])
    }
}

extension Comparison.History {
    fileprivate var json: JSON {
        let value: JSON =
            switch reading {
            case .alternative(let id): .string(id)
            case .range(let range): .range(range)
            }
        return .object([
            .init("issue", .string(issue)), .init("term", value), .init("drafts", .strings(texts)),
            .init("gaps", .strings(gaps)), .init("gone", .bool(isGone)),
        ])
    }
}

extension Comparison.Move {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        func side(_ statement: Statement, _ date: DateSpan) -> JSON {
            .object([
                .init("statement", .string(statement.id)), .init("date", .string(date.text)),
                .init("reportedBy", .strings(statement.via)),
                .init("cite", .array(statement.basis.citations.map { $0.json(passages) })),
            ])
        }
        return .object([
            .init("actor", .string(actor)), .init("issue", .string(issue)), .init("from", side(before, from)),
            .init("to", side(after, to)), .init("distance", .range(distance)),
            .init("shift", shift.map { .range($0) } ?? .null), .init("toldByOne", .bool(isToldByOne)),
        ])
    }
}

extension Comparison.Draft {
    fileprivate var json: JSON {
        .object([
            .init("id", .string(proposal.id)), .init("date", proposal.date.map { .string($0.text) } ?? .null),
            .init("kind", .string(proposal.kind.rawValue)),
            .init("extent", .string(proposal.extent.rawValue)),
            .init("from", .strings(proposal.parents)),
            .init(
                "coverage",
                .object([
                    .init("addressed", .integer(coverage.addressed)),
                    .init("silent", .integer(coverage.silent)),
                    .init("unreported", .integer(coverage.unreported)),
                    .init("share", .exact(coverage.share)),
                ])),
        ])
    }
}

extension Comparison.Cell {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        .object([
            .init("state", .string(state.rawValue)), .init("position", position.map { .range($0) } ?? .null),
            .init("terms", .array(terms.map { $0.json(passages) })),
            .init("reportedBy", .array(reportedBy.map { .strings($0) })),
            .init("linkedSilence", .strings(linkedSilence)), .init("pullsApart", .bool(pullsApart)),
        ])
    }
}

extension Comparison.PointTerm {
    fileprivate func json(_ passages: PassageBook) -> JSON {
        .object([
            .init("point", .string(point)), .init("state", .string(term.content.stateName)),
            .init("readings", .array(term.content.choices.map(\.json))),
            .init("conditions", term.content.conditions),
            .init("reportedBy", .array(reportedBy.map { .strings($0) })),
            .init("cite", .array(term.basis.citations.map { $0.json(passages) })),
            .init("own", .bool(term.basis.isOwn)),
        ])
    }
}

extension Term.Choice {
    fileprivate var json: JSON {
        switch self {
        case .alternative(let id): .string(id)
        case .number(let number): .range(number.range)
        }
    }
}

extension Term.Content {
    /// What a conditional or contested term adds to its readings; `null` for the others.
    fileprivate var conditions: JSON {
        switch self {
        case .conditional(_, let when, let until, let otherwise):
            .object([
                .init("if", when.map { .string("\($0)") } ?? .null),
                .init("until", until.map { .string($0.text) } ?? .null),
                .init("else", otherwise?.json ?? .null),
            ])
        case .contested(let bids): .object([.init("by", .strings(bids.map(\.actor)))])
        default: .null
        }
    }
}
