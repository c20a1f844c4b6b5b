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
    /// same holder lies certainly between them, both hold under the same condition, and they cannot mean the same, not even
    /// where one of them falls back on what it says else. A move that several statements tell is one.
    static func moves(of theCase: Case, _ inputs: ComparisonInputs) -> [Move] {
        let held = Dictionary(grouping: theCase.statements.compactMap(DatedTerm.init)) { $0.topic }
        return theCase.actors.flatMap { actor in
            inputs.issues.indices.flatMap { index -> [Move] in
                let issue = inputs.issues[index]
                let said = held[DatedTerm.Topic(actor: actor.id, issue: issue.id)] ?? []
                return Dictionary(grouping: said) { $0.circumstance }.sorted { $0.key < $1.key }.flatMap {
                    moves($0.value, issue, inputs.table.scales[index])
                }
            }
        }
    }

    static func datedStatements(_ theCase: Case) -> [String: Int] {
        Dictionary(grouping: theCase.statements.compactMap(DatedTerm.init)) { $0.topic.actor }.mapValues(
            \.count)
    }

    private static func moves(_ said: [DatedTerm], _ issue: Agenda.Issue, _ scale: IssueScale) -> [Move] {
        var found: [Turn: Move] = [:]
        var order: [Turn] = []
        let said = distinct(said)
        for before in said {
            let later = said.filter { before.date.isBefore($0.date) }
            // Whatever begins after one of them has ended has that one certainly between.
            let end = later.compactMap { $0.date.last }.min() ?? .max
            for after in later where after.date.first ?? .max <= end {
                guard let move = move(from: before, to: after, issue, scale) else { continue }
                let turn = Turn(before: before.content, after: after.content)
                if found[turn] == nil { order.append(turn) }
                // Told by one source, the move is surer than told by two.
                if !(found[turn]?.isToldByOne ?? false), found[turn] == nil || move.isToldByOne {
                    found[turn] = move
                }
            }
        }
        return order.compactMap { found[$0] }
    }

    private struct Turn: Hashable {
        let before: Term.Content
        let after: Term.Content
    }

    /// By date; what one source tells twice of one date stands once.
    private static func distinct(_ said: [DatedTerm]) -> [DatedTerm] {
        struct Telling: Hashable {
            let content: Term.Content
            let date: DateSpan
            let source: String
        }
        var seen: Set<Telling> = []
        return said.sorted {
            ($0.date.first ?? .min, $0.statement.id) < ($1.date.first ?? .min, $1.statement.id)
        }.filter {
            seen.insert(Telling(content: $0.content, date: $0.date, source: $0.statement.source)).inserted
        }
    }

    private static func move(
        from before: DatedTerm, to after: DatedTerm, _ issue: Agenda.Issue, _ scale: IssueScale
    ) -> Move? {
        let (one, other) = (code(before.content, issue), code(after.content, issue))
        guard let distance = scale.distance(one, other, conditional: .hull), distance.low > 0 else {
            return nil
        }
        return Move(
            actor: before.topic.actor, issue: issue.id, before: before.statement, after: after.statement,
            from: before.date, to: after.date, distance: distance,
            shift: scale.shift(one, other, conditional: .hull))
    }
}

/// A statement of a position with the day from which it was held.
struct DatedTerm {
    let topic: Topic
    let statement: Statement
    let content: Term.Content
    let date: DateSpan
    /// Only what holds under one condition and before one audience is compared.
    var circumstance: String { "\(statement.audience.rawValue) \(statement.given.map { "\($0)" } ?? "")" }

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
    var beginning: DateSpan? {
        text.split(separator: "/", omittingEmptySubsequences: false).first.flatMap {
            DateSpan(reading: String($0))
        }
    }
}
