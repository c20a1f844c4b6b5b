/// A conflict, whether its states are made of options or simply named: what all searches and certificates ask of it.
public protocol Conflict: Sendable {
    var decisionMakers: Int { get }
    /// Whether a number is that of a state that can be.
    func isState(_ state: Int) -> Bool
    /// The unilateral moves of `i` from a state, ascending.
    func moves(of i: Int, from state: Int) -> [Int]
    /// Whether a move from `s` to `t` tempts `i`.
    func tempts(_ i: Int, _ s: Int, _ t: Int) -> Bool
    /// Whether an answer by a move of `j` from `s` to `t` is in `j`'s own interest.
    func isCredible(_ j: Int, _ s: Int, _ t: Int) -> Bool
    /// Whether ending at `t` deters `i` from leaving `s`.
    func deters(_ i: Int, _ s: Int, _ t: Int) -> Bool
    /// Whether `t`, reached after an answer, undoes what kept `i` at `s`.
    func escapes(_ i: Int, _ s: Int, _ t: Int) -> Bool
    /// How much `i` likes a state; larger is better.
    func rank(_ i: Int, _ state: Int) -> UInt32
    /// The same conflict with one state just above a rank in the order of `i`, tied with nothing; 0 puts it below all.
    func raising(_ state: Int, of i: Int, above rank: UInt32) -> Self
    /// How much a move changes; of equally good moves the smallest is told.
    func size(of move: (from: Int, to: Int)) -> Int
    /// A search for what some decision makers can bring about from a state.
    func answerSearch(from state: Int, by movers: [Int], credible: Bool) -> any AnswerSearch
}

extension Conflict {
    /// The moves of `i` that tempt it, ascending.
    public func improvements(of i: Int, from state: Int) -> [Int] {
        moves(of: i, from: state).filter { tempts(i, state, $0) }
    }

    /// Everybody but `i`, ascending.
    func opponents(of i: Int) -> [Int] { (0..<decisionMakers).filter { $0 != i } }
}

/// A move of a known mover.
public struct ConflictStep: Hashable, Sendable {
    public let mover: Int
    public let state: Int

    public init(mover: Int, state: Int) { (self.mover, self.state) = (mover, state) }
}

/// A search in widening circles: all states reached by one step, then by two, and so on.
public protocol AnswerSearch {
    /// How many steps lie between the start and what ``widen()`` gave last.
    var depth: Int { get }
    /// The states that the next step reaches for the first time, ascending; empty when nothing new is left.
    mutating func widen() -> [Int]
    /// A shortest legal sequence to a state that was reached.
    func path(to state: Int) -> [ConflictStep]
}

extension AnswerSearch {
    /// The lowest of the nearest states that satisfy a condition.
    mutating func nearest(_ isSought: (Int) -> Bool) -> Int? {
        while true {
            let circle = widen()
            if circle.isEmpty { return nil }
            if let found = circle.first(where: isSought) { return found }
        }
    }
}
