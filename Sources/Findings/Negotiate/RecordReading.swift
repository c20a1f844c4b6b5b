import CaseModel
import Engines
import Numbers

/// The only place where statements become moves. What is decided here:
///
/// - One source of one coder is read at a time: what two sources tell differently is no move.
/// - A statement counts from the day it was said, or from which it was held.
/// - What one actor is told to hold on one issue at one date, under one condition, is one position: the hull of all readings.
/// - One date is before another only if its last day comes before the other's first. Where other positions may lie between,
///   the position before is the hull of all that may have been the latest.
/// - A first position is measured from the status quo of its issue.
struct RecordReading {
    private let agenda: CodedAgenda
    private let theCase: Case
    private let groups: [Group: [Position]]
    private let poles: PoleBook

    /// What is compared with one another.
    private struct Group: Hashable {
        let source: String
        let coder: String
        let actor: String
        let issue: Int
        let circumstance: String
    }

    /// What an actor held at one date.
    private struct Position {
        let date: DateSpan
        var place: Interval
        var statements: [Statement]
    }

    /// A source as one coder read it.
    private struct Telling: Hashable {
        let source: String
        let coder: String
    }

    init(_ theCase: Case) {
        self.theCase = theCase
        agenda = CodedAgenda(theCase)
        poles = PoleBook(theCase, agenda)
        var groups: [Group: [Position]] = [:]
        let actors = Set(theCase.actors.map(\.id))
        for term in theCase.statements.compactMap(DatedTerm.init) where actors.contains(term.topic.actor) {
            guard let issue = agenda.issues.firstIndex(where: { $0.id == term.topic.issue }),
                agenda.issues[issue].isNegotiable,
                let place = code(term.content, agenda.issues[issue]).position(
                    on: agenda.scales[issue], conditional: .hull)
            else { continue }
            let group = Group(
                source: term.statement.source, coder: term.statement.coder, actor: term.topic.actor,
                issue: issue, circumstance: term.circumstance)
            if let known = groups[group]?.firstIndex(where: { $0.date == term.date }) {
                groups[group]![known].place = groups[group]![known].place.hull(place)
                groups[group]![known].statements.append(term.statement)
            } else {
                groups[group, default: []].append(
                    Position(date: term.date, place: place, statements: [term.statement]))
            }
        }
        self.groups = groups
    }

    /// What was held before a date.
    private enum Earlier {
        case nothing
        /// Something that may or may not have come before.
        case undecided
        case at(Interval)
    }

    private func earlier(_ positions: [Position], _ date: DateSpan, except own: Int? = nil) -> Earlier {
        let others = positions.indices.filter { $0 != own }.map { positions[$0] }
        let possible = others.filter { ($0.date.first ?? .min) < (date.last ?? .max) }
        let certain = possible.filter { $0.date.isBefore(date) }
        if possible.isEmpty { return .nothing }
        if certain.isEmpty { return .undecided }
        let latest = possible.filter { one in !certain.contains { one.date.isBefore($0.date) } }
        return .at(latest.dropFirst().reduce(latest[0].place) { $0.hull($1.place) })
    }

    private func statusQuo(_ issue: Int) -> Interval? {
        agenda.issues[issue].statusQuo.flatMap { agenda.issues[issue].position(of: $0) }.map { Interval($0) }
    }

    // MARK: Moves

    private var tellings: [Telling] {
        Set(groups.keys.map { Telling(source: $0.source, coder: $0.coder) }).sorted {
            ($0.source, $0.coder) < ($1.source, $1.coder)
        }
    }

    private func groups(of actor: String, in telling: Telling) -> [(Group, [Position])] {
        groups.filter {
            $0.key.actor == actor && $0.key.source == telling.source && $0.key.coder == telling.coder
        }.sorted { ($0.key.issue, $0.key.circumstance) < ($1.key.issue, $1.key.circumstance) }
    }

    private func voice(_ actor: String, _ telling: Telling) -> NegotiateFinding.Voice? {
        let held = groups(of: actor, in: telling)
        guard !held.isEmpty else { return nil }
        var (moves, unordered): ([NegotiateFinding.Move], Int) = ([], 0)
        for (group, positions) in held {
            for (place, position) in positions.enumerated() {
                switch earlier(positions, position.date, except: place) {
                case .undecided: unordered += 1
                case .nothing: moves.append(move(group, position, from: statusQuo(group.issue), enters: true))
                case .at(let before): moves.append(move(group, position, from: before, enters: false))
                }
            }
        }
        return .init(
            actor: actor, source: telling.source, coder: telling.coder, side: poles.side(of: actor),
            statements: held.reduce(0) { $0 + $1.1.reduce(0) { $0 + $1.statements.count } },
            moves: moves.enumerated().sorted {
                ($0.element.date.first ?? .min, $0.offset) < ($1.element.date.first ?? .min, $1.offset)
            }.map(\.element), unordered: unordered)
    }

    private func move(
        _ group: Group, _ position: Position, from before: Interval?, enters: Bool
    ) -> NegotiateFinding.Move {
        let pole = poles.pole(of: group.actor, on: group.issue)
        var kind = NegotiateFinding.Move.Kind.unmeasured
        if let pole, let before {
            let goesUp = position.place.low > before.high
            let goesDown = position.place.high < before.low
            kind = !goesUp && !goesDown ? .same : goesUp == (pole.end == .last) ? .harder : .softer
        }
        return .init(
            issue: agenda.issues[group.issue].id, date: position.date,
            statements: position.statements.map(\.id), before: before, after: position.place, enters: enters,
            kind: kind, pole: pole?.end, isPoleOfSide: pole?.isOfSide ?? false)
    }

    // MARK: Concessions

    private func concessions(
        of giver: String, to taker: String, _ telling: Telling
    ) -> [NegotiateFinding.Concession] {
        let found = groups(of: giver, in: telling).flatMap { group, positions in
            positions.enumerated().compactMap { place, position -> NegotiateFinding.Concession? in
                let other = Group(
                    source: group.source, coder: group.coder, actor: taker, issue: group.issue,
                    circumstance: group.circumstance)
                guard case .at(let goal) = earlier(groups[other] ?? [], position.date) else { return nil }
                let before: Interval
                var enters = false
                switch earlier(positions, position.date, except: place) {
                case .undecided: return nil
                case .at(let own): before = own
                case .nothing:
                    guard let now = statusQuo(group.issue) else { return nil }
                    (before, enters) = (now, true)
                }
                guard isNearer(position.place, than: before, to: goal) else { return nil }
                return .init(
                    issue: agenda.issues[group.issue].id, date: position.date,
                    statements: position.statements.map(\.id), before: before.distance(to: goal),
                    after: position.place.distance(to: goal), enters: enters)
            }
        }
        return found.enumerated().sorted {
            ($0.element.date.first ?? .min, $0.offset) < ($1.element.date.first ?? .min, $1.offset)
        }.map(\.element)
    }

    /// Whether every place of the one is nearer than every place of the other, whatever the goal in its range.
    ///
    /// The difference of the least and the greatest distance is piecewise linear in the goal, so the ends and the bends decide.
    private func isNearer(_ after: Interval, than before: Interval, to goal: Interval) -> Bool {
        let bends = [before.low, before.high, after.midpoint].filter(goal.contains)
        return ([goal.low, goal.high] + bends).allSatisfy { place in
            let point = Interval(place)
            return before.distance(to: point).low > after.distance(to: point).high
        }
    }

    // MARK: Pairs

    func record() -> NegotiateFinding.Record {
        let actors = theCase.actors.map(\.id)
        let voices = tellings.flatMap { telling in actors.compactMap { voice($0, telling) } }
        let pairs = voices.flatMap { mover in
            voices.compactMap { giver -> NegotiateFinding.Pair? in
                guard giver.source == mover.source, giver.coder == mover.coder, giver.actor != mover.actor
                else { return nil }
                return pair(mover, giver)
            }
        }
        return .init(voices: voices, pairs: pairs)
    }

    /// `nil` where neither has moved in a way that concerns the other.
    private func pair(
        _ mover: NegotiateFinding.Voice, _ giver: NegotiateFinding.Voice
    ) -> NegotiateFinding.Pair? {
        let telling = Telling(source: mover.source, coder: mover.coder)
        let moves = mover.moves.filter { $0.kind != .unmeasured && $0.date.days != nil }
        let given = concessions(of: giver.actor, to: mover.actor, telling).filter { $0.date.days != nil }
        guard !moves.isEmpty || !given.isEmpty else { return nil }
        let isEnough = moves.count >= NegotiateFinding.fewestMoves && !given.isEmpty
        let harder = moves.indices.filter { moves[$0].kind == .harder }
        return .init(
            mover: mover.actor, giver: giver.actor, source: mover.source, coder: mover.coder, moves: moves,
            concessions: given, tests: isEnough ? tests(moves, given) : nil,
            hardened: harder.compactMap { move in
                latest(given.map(\.date), before: moves[move].date).map {
                    .init(move: move, concession: $0.place, days: $0.days)
                }
            },
            gave: given.indices.compactMap { concession in
                latest(harder.map { moves[$0].date }, before: given[concession].date).map {
                    .init(move: harder[$0.place], concession: concession, days: $0.days)
                }
            })
    }

    private func tests(
        _ moves: [NegotiateFinding.Move], _ given: [NegotiateFinding.Concession]
    ) -> [NegotiateFinding.WindowTest] {
        let dated = moves.compactMap { move in
            move.date.days.map {
                DatedMove(move.kind == .harder ? .harder : move.kind == .softer ? .softer : .same, $0)
            }
        }
        let events = given.compactMap(\.date.days)
        let windows = NegotiateFinding.windows
        let certain = FollowTest.overWindows(windows, .harder, among: dated, after: events)
        let possible = FollowTest.overWindows(
            windows, .harder, among: dated, after: events, reading: .possible)
        return zip(certain, possible).map { one, other in
            .init(
                days: one.window, harderAfter: one.kindAfter, harderOtherwise: one.kindOtherwise,
                othersAfter: one.othersAfter, othersOtherwise: one.othersOtherwise, chance: one.atLeast,
                possiblyAfter: other.kindAfter)
        }
    }

    /// The latest of several dates that are certainly before another, with the days between.
    private func latest(_ dates: [DateSpan], before date: DateSpan) -> (place: Int, days: ClosedRange<Int>)? {
        guard let own = date.days else { return nil }
        let known = dates.enumerated().compactMap { place, one in one.days.map { (place: place, days: $0) } }
        let found = known.filter { $0.days.upperBound < own.lowerBound }.max {
            ($0.days.upperBound, $1.place) < ($1.days.upperBound, $0.place)
        }
        return found.map {
            ($0.place, own.lowerBound - $0.days.upperBound...own.upperBound - $0.days.lowerBound)
        }
    }

    /// What the record rests on: the statements, and the ideals from which the poles were read.
    var grounds: [(basis: Basis, place: Place)] {
        let used = Set(groups.keys.map(\.actor))
        let said = theCase.statements.filter { statement in
            groups.values.contains { $0.contains { $0.statements.contains(statement) } }
        }
        return said.map { ($0.basis, $0.place) }
            + theCase.actors.filter { used.contains($0.id) && $0.ideal != nil }.map { ($0.basis, $0.place) }
    }
}

extension DateSpan {
    /// The days on which it may have been; `nil` if an end is open.
    var days: ClosedRange<Int>? {
        guard let first, let last else { return nil }
        return first...last
    }
}
