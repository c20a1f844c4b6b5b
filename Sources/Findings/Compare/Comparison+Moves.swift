public import CaseModel
import Engines
public import Numbers

extension Comparison {
    /// A change in what an actor itself is said to hold, from one statement to a later one.
    ///
    /// It is put down to the actor whose statements changed; that a text changed says nothing of who gave way.
    public struct Move: Hashable, Sendable {
        public let actor: String
        public let issue: String
        public let before: Statement
        public let after: Statement
        /// When the one and the other were said, or began to be held.
        public let from: DateSpan
        public let to: DateSpan
        /// The distance as a share of the issue's range; above 0, else it would be no move.
        public let distance: Interval
        /// The same with its direction, positive towards the last alternative; `nil` without an order.
        public let shift: Interval?

        /// Whether one source tells both; otherwise the sources may differ where the actor did not move.
        public var isToldByOne: Bool { before.source == after.source }

        var grounds: [(basis: Basis, place: Place)] {
            [(before.basis, before.place), (after.basis, after.place)]
        }
    }

    /// The moves of all actors, in the order of the case.
    ///
    /// Two statements of one holder on one issue are a move if the one was certainly made before the other, nothing of the
    /// same holder lies certainly between them, and they cannot mean the same.
    static func moves(of theCase: Case, _ inputs: ComparisonInputs) -> [Move] {
        let held = Dictionary(grouping: theCase.statements.compactMap(DatedTerm.init)) { $0.topic }
        return theCase.actors.flatMap { actor in
            inputs.issues.indices.flatMap { index -> [Move] in
                let issue = inputs.issues[index]
                let said = held[DatedTerm.Topic(actor: actor.id, issue: issue.id)] ?? []
                return moves(said, issue, inputs.table.scales[index], inputs.conditional)
            }
        }
    }

    static func hasDatedStatements(_ theCase: Case) -> Bool {
        theCase.statements.contains { DatedTerm($0) != nil }
    }

    private static func moves(
        _ said: [DatedTerm], _ issue: Agenda.Issue, _ scale: IssueScale, _ conditional: ConditionalReading
    ) -> [Move] {
        let said = said.sorted {
            ($0.date.first ?? .min, $0.statement.id) < ($1.date.first ?? .min, $1.statement.id)
        }
        return said.flatMap { before in
            said.compactMap { after -> Move? in
                guard before.date.isBefore(after.date), before.audience == after.audience,
                    !said.contains(where: {
                        before.date.isBefore($0.date) && $0.date.isBefore(after.date)
                            && $0.audience == before.audience
                    })
                else { return nil }
                let (one, other) = (code(before.content, issue), code(after.content, issue))
                guard let distance = scale.distance(one, other, conditional: conditional), distance.low > 0
                else {
                    return nil
                }
                return Move(
                    actor: before.topic.actor, issue: issue.id, before: before.statement,
                    after: after.statement, from: before.date, to: after.date, distance: distance,
                    shift: scale.shift(one, other, conditional: conditional))
            }
        }
    }
}

/// A statement of a position with the day from which it was held.
private struct DatedTerm {
    let topic: Topic
    let statement: Statement
    let content: Term.Content
    let date: DateSpan
    var audience: Audience { statement.audience }

    struct Topic: Hashable {
        let actor: String
        let issue: String
    }

    init?(_ statement: Statement) {
        guard case .issue(let issue) = statement.about, case .term(let content) = statement.content,
            let date = statement.said ?? statement.valid?.beginning
        else { return nil }
        topic = Topic(actor: statement.holder, issue: issue)
        (self.statement, self.content, self.date) = (statement, content, date)
    }
}

extension DateSpan {
    /// The date of the first end of a span, as precise as it was written; `nil` if that end is open.
    fileprivate var beginning: DateSpan? {
        text.split(separator: "/", omittingEmptySubsequences: false).first.flatMap {
            DateSpan(reading: String($0))
        }
    }
}
