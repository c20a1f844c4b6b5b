public import CaseModel
public import Numbers

extension NegotiateFinding {
    /// What the dated statements of a case say of who moved when, source by source.
    public struct Record: Sendable {
        /// The actors whose moves can be dated, each as one source tells them.
        public let voices: [Voice]
        /// Who may have answered whom.
        public let pairs: [Pair]
    }

    /// What one source tells of one actor.
    public struct Voice: Sendable {
        public let actor: String
        public let source: String
        public let coder: String
        /// The end of the issues at which the actor stands, where it is known of some of them.
        public let side: Pole?
        /// How many dated positions on ordered issues there are.
        public let statements: Int
        /// By date.
        public let moves: [Move]
        /// Positions whose place in time among the others is not certain.
        public let unordered: Int
    }

    /// One end of an ordered issue.
    public enum Pole: String, Hashable, Sendable, CaseIterable { case first, last }

    /// A position that follows on an earlier one, or is the first on its issue.
    public struct Move: Hashable, Sendable {
        public let issue: String
        public let date: DateSpan
        /// The ids of the statements.
        public let statements: [String]
        /// Where the actor stood before, from 0 at the first pole to 1 at the last: its own earlier position, or the status quo.
        public let before: Interval?
        public let after: Interval
        /// Whether it has no earlier position on the issue, so that it is measured from the status quo.
        public let enters: Bool
        public let kind: Kind
        /// The end that the actor pulls to, and whether its ideal says so or only its side on other issues.
        public let pole: Pole?
        public let isPoleOfSide: Bool

        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case harder, softer
            /// No shift that is certain.
            case same
            /// The pole of the actor or the status quo of the issue is not known.
            case unmeasured
        }
    }

    /// A position by which an actor comes certainly nearer to what the other held.
    public struct Concession: Hashable, Sendable {
        public let issue: String
        public let date: DateSpan
        public let statements: [String]
        /// The distance to the other's latest earlier position, before and after.
        public let before: Interval
        public let after: Interval
        /// Whether the giver has no earlier position on the issue, so that it is measured from the status quo.
        public let enters: Bool
    }

    /// Whether one actor's moves follow on what another gave.
    public struct Pair: Sendable {
        /// Whose moves, ...
        public let mover: String
        /// ... and whose concessions to it.
        public let giver: String
        public let source: String
        public let coder: String
        /// The measured moves of the mover.
        public let moves: [Move]
        public let concessions: [Concession]
        /// `nil` if there is too little to test.
        public let tests: [WindowTest]?
        /// Harder moves after concessions, and concessions after harder moves, each with the latest before it.
        public let hardened: [Following]
        public let gave: [Following]
    }

    /// How many harder moves, and other ones, came within so many days after a concession.
    public struct WindowTest: Hashable, Sendable {
        public let days: Int
        public let harderAfter: Int
        public let harderOtherwise: Int
        public let othersAfter: Int
        public let othersOtherwise: Int
        /// The share of ways to deal out the kinds among the moves in which at least as many harder ones come after concessions.
        public let chance: Rational
        /// Harder moves that may have come in the window on some reading of the dates.
        public let possiblyAfter: Int
    }

    /// Something that came certainly after something else.
    public struct Following: Hashable, Sendable {
        /// The places in ``Pair/moves`` and ``Pair/concessions``.
        public let move: Int
        public let concession: Int
        /// The days between the two, at least and at most.
        public let days: ClosedRange<Int>
    }

    /// Fewer measured moves are not tested.
    public static let fewestMoves = 3
    /// The windows, in days.
    public static let windows = [30, 90, 180]
}
