public import Numbers

/// How a move changes what a party asks for.
public enum MoveKind: Hashable, Sendable, CaseIterable { case harder, softer, same }

/// A move of a party, or an event that it may answer, with the days on which it may have been.
public struct DatedMove: Hashable, Sendable {
    public let kind: MoveKind
    public let days: ClosedRange<Int>

    public init(_ kind: MoveKind, _ days: ClosedRange<Int>) { (self.kind, self.days) = (kind, days) }
    public init(_ kind: MoveKind, day: Int) { self.init(kind, day...day) }
}

/// Which answers count where dates are not exact.
public enum DateReading: Hashable, Sendable {
    /// Those that came after and in time on every reading of the dates.
    case certain
    /// Those that did on some reading.
    case possible
}

/// Whether moves of one kind come after the other side's events more often than chance would have it.
///
/// Does a party harden after concessions, or soften after pressure? The statistic is the number of its moves of that kind that
/// come within a window of days after an event. If what a move is has nothing to do with what came before it, each way to
/// deal out the kinds among the party's moves is equally likely, and the statistic is hypergeometric. The dates themselves
/// are taken as given, and moves as independent of each other; a small share of ways is a hint, not a cause.
///
/// - Source: Fisher, *The Design of Experiments* (1935), exact test of a table of two by two.
public struct FollowTest: Hashable, Sendable {
    /// The window: a move answers an event if it came 1 to so many days after it.
    public let window: Int
    /// Moves of the kind with an event in the window before them, ...
    public let kindAfter: Int
    /// ... and without one.
    public let kindOtherwise: Int
    /// Other moves with an event in the window before them, ...
    public let othersAfter: Int
    /// ... and without one.
    public let othersOtherwise: Int

    public var moves: Int { kindAfter + kindOtherwise + othersAfter + othersOtherwise }

    /// Counts the moves of a party around the events.
    public init(
        _ kind: MoveKind, among moves: [DatedMove], after events: [ClosedRange<Int>], window: Int,
        reading: DateReading = .certain
    ) {
        func follows(_ move: DatedMove) -> Bool {
            events.contains { event in
                switch reading {
                case .certain:
                    move.days.lowerBound > event.upperBound && reaches(event.lowerBound, move.days.upperBound)
                case .possible:
                    move.days.upperBound > event.lowerBound && reaches(event.upperBound, move.days.lowerBound)
                }
            }
        }
        // Without overflow on any dates.
        func reaches(_ from: Int, _ to: Int) -> Bool {
            let (days, overflow) = to.subtractingReportingOverflow(from)
            return overflow ? to < from : days <= window
        }
        var counts = [[0, 0], [0, 0]]
        for move in moves { counts[move.kind == kind ? 0 : 1][follows(move) ? 0 : 1] += 1 }
        self.init(
            window: window, kindAfter: counts[0][0], kindOtherwise: counts[0][1], othersAfter: counts[1][0],
            othersOtherwise: counts[1][1])
    }

    init(window: Int, kindAfter: Int, kindOtherwise: Int, othersAfter: Int, othersOtherwise: Int) {
        (self.window, self.kindAfter, self.kindOtherwise) = (window, kindAfter, kindOtherwise)
        (self.othersAfter, self.othersOtherwise) = (othersAfter, othersOtherwise)
    }

    /// The same question for several windows. The smallest share among them is smaller by chance than a single one would be.
    public static func overWindows(
        _ windows: [Int], _ kind: MoveKind, among moves: [DatedMove], after events: [ClosedRange<Int>],
        reading: DateReading = .certain
    ) -> [FollowTest] {
        windows.map { FollowTest(kind, among: moves, after: events, window: $0, reading: reading) }
    }

    /// For each value of the statistic, from 0 to the number of moves of the kind, its exact chance if kinds are dealt out.
    public var distribution: [Rational] {
        let (kind, after) = (kindAfter + kindOtherwise, kindAfter + othersAfter)
        let all = FollowTest.choices(moves, after)
        return (0...kind).map { hits in
            FollowTest.choices(kind, hits) * FollowTest.choices(moves - kind, after - hits) / all
        }
    }

    /// The share of ways in which at least as many moves of the kind come after events.
    public var atLeast: Rational { distribution[kindAfter...].reduce(0, +) }
    /// The share of ways in which at most as many do.
    public var atMost: Rational { distribution[...kindAfter].reduce(0, +) }

    /// How many ways there are to choose; none outside the triangle.
    static func choices(_ count: Int, _ chosen: Int) -> Rational {
        if chosen < 0 || chosen > count { return 0 }
        return (0..<min(chosen, count - chosen)).reduce(Rational.one) { ways, place in
            ways * Rational(count - place) / Rational(place + 1)
        }
    }
}
