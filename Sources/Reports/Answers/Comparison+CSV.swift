import CaseModel
public import Findings
import Numbers

extension Comparison {
    public func csv(_ words: Words) -> String {
        switch choices.table {
        case .matrix: matrixTable(words)
        case .distances: distanceRows
        case .steps: stepRows
        case .movement: movementRows
        case .lines: lineRows
        case .terms: termRows(words)
        case .moves: moveRows(words)
        case .likeness: likenessRows
        }
    }

    private func matrixTable(_ words: Words) -> String {
        var csv = CSV([
            "draft", "date", "issue", "state", "low", "high", "point", "term", "reportedBy", "citations",
            "own",
        ])
        for (draft, row) in zip(drafts, cells) {
            for (issue, cell) in zip(issues, row) {
                for line in cell.lines(issue, words, passages) {
                    csv.add(
                        [.text(draft.proposal.id), .text(draft.proposal.date?.text ?? ""), .text(issue.id)]
                            + line)
                }
            }
        }
        return csv.text
    }

    private var distanceRows: String {
        var csv = CSV([
            "draft", "yardstick", "low", "high", "coverage", "envelopeLow", "envelopeHigh", "anyWeightsLow",
            "anyWeightsHigh",
        ])
        for (draft, row) in zip(drafts, distances) {
            for (yardstick, distance) in zip(yardsticks, row) {
                csv.add(
                    [.text(draft.proposal.id), .text(yardstick.id)] + CSV.range(distance.points)
                        + [.exact(distance.coverage)] + CSV.range(distance.envelope)
                        + CSV.range(distance.anyWeights))
            }
        }
        return csv.text
    }

    private var stepRows: String {
        var csv = CSV([
            "from", "to", "kind", "silence", "positionLow", "positionHigh", "compared", "towardsLast",
            "towardsFirst", "filledSilent",
            "filledUnreported", "entered", "left", "becameSilent",
        ])
        for step in steps {
            let scope = [step.entered, step.left, step.becameSilent].map {
                CSV.CSVCell.text($0.joined(separator: " "))
            }
            for effect in step.effects {
                csv.add(
                    [
                        .text(step.from), .text(step.to), .text(step.kind.rawValue),
                        .text(effect.rule.rawValue),
                    ]
                        + CSV.range(effect.position)
                        + [
                            .count(effect.compared), .number(NumberFormat.json(effect.towardsLast)),
                            .number(NumberFormat.json(effect.towardsFirst)), .count(effect.silent),
                            .count(effect.unreported),
                        ] + scope)
            }
        }
        return csv.text
    }

    private var movementRows: String {
        var csv = CSV(["from", "to", "yardstick", "issue", "low", "high"])
        for step in steps {
            for (yardstick, movement) in zip(yardsticks, step.movements) {
                for figure in movement.perIssue {
                    csv.add(
                        [.text(step.from), .text(step.to), .text(yardstick.id), .text(figure.issue)]
                            + CSV.range(figure.value))
                }
            }
        }
        return csv.text
    }

    private var lineRows: String {
        var csv = CSV([
            "line", "issue", "variationLow", "variationHigh", "netLow", "netHigh", "reversals", "drafts",
        ])
        for line in lines {
            for path in line.paths {
                csv.add(
                    [.text(line.drafts.joined(separator: " ")), .text(path.issue)] + CSV.range(path.variation)
                        + CSV.range(path.net)
                        + [.count(path.reversals), .text(path.drafts.joined(separator: " "))])
            }
        }
        return csv.text
    }

    private func termRows(_ words: Words) -> String {
        var csv = CSV(["issue", "term", "first", "last", "drafts", "gaps", "gone"])
        for one in histories {
            csv.add([
                .text(one.issue), .text(words.reading(one, issues)), .text(one.texts.first ?? ""),
                .text(one.texts.last ?? ""), .text(one.texts.joined(separator: " ")),
                .text(one.gaps.joined(separator: " ")), .text(one.isGone ? "yes" : "no"),
            ])
        }
        return csv.text
    }

    private func moveRows(_ words: Words) -> String {
        var csv = CSV([
            "actor", "issue", "from", "before", "to", "after", "distanceLow", "distanceHigh", "shiftLow",
            "shiftHigh", "toldByOne", "reportedBefore",
            "reportedAfter",
        ])
        for move in moves {
            let ends: [CSV.CSVCell] = [
                .text(move.actor), .text(move.issue), .text(move.from.text),
                .text(words.value(of: move.before, issues)), .text(move.to.text),
                .text(words.value(of: move.after, issues)),
            ]
            csv.add(
                ends + CSV.range(move.distance) + CSV.range(move.shift) + [
                    .text(move.isToldByOne ? "yes" : "no")
                ]
                    + [move.before, move.after].map { .text(words.chain($0.via)) })
        }
        return csv.text
    }

    private var likenessRows: String {
        var csv = CSV(["one", "other", "low", "high", "compared"])
        for a in drafts.indices {
            for b in 0..<a where similarities[a][b].share != nil {
                csv.add(
                    [.text(drafts[b].proposal.id), .text(drafts[a].proposal.id)]
                        + CSV.range(similarities[a][b].share) + [.count(similarities[a][b].compared)])
            }
        }
        return csv.text
    }
}

extension Comparison.Cell {
    /// The cells of the table behind draft, date and issue; one line per term, or one for silence.
    fileprivate func lines(_ issue: Agenda.Issue, _ words: Words, _ passages: PassageBook) -> [[CSV.CSVCell]]
    {
        let place: [CSV.CSVCell] = [
            .text(state.rawValue), .number(position.map { NumberFormat.plain.text($0.low, places: 6) } ?? ""),
            .number(position.map { NumberFormat.plain.text($0.high, places: 6) } ?? ""),
        ]
        guard !terms.isEmpty else {
            return [place + [.text(""), .text(""), .text(""), .text(""), .text("")]]
        }
        return terms.map { entry in
            place + [
                .text(entry.point), .text(words.term(entry.term.content, on: issue)),
                .text(entry.reportedBy.map { words.chain($0) }.joined(separator: "; ")),
                .text(
                    entry.term.basis.citations.map { words.citation($0, passages) }.joined(separator: "; ")),
                .text(entry.term.basis.isOwn ? "own" : ""),
            ]
        }
    }
}
