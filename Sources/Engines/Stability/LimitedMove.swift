/// Foresight of a limited number of moves, for two decision makers.
///
/// Each expects the other to look ahead as well, with one move less. When indifferent a decision maker stays; of several equally
/// good moves it takes the lowest. With strict preferences neither rule matters.
///
/// - Source: Kilgour, *Anticipation and stability in two-person noncooperative games* (1985); Zagare (1984); Fang, Hipel & Kilgour (1993), section 3.
public struct LimitedMove: Sendable {
    private let conflict: any Conflict
    private let states: [Int]
    /// `final[i][h][s]`: where play ends if `i` may move first at `s` and at most `h` moves remain.
    private var final: [[[Int: Int]]]

    /// - Precondition: Exactly two decision makers.
    public init(_ conflict: any Conflict, states: [Int]) {
        precondition(conflict.decisionMakers == 2, "foresight is defined here for two decision makers")
        (self.conflict, self.states) = (conflict, states)
        let stay = Dictionary(uniqueKeysWithValues: states.map { ($0, $0) })
        final = [[stay], [stay]]
    }

    /// The states in which `i` stays with foresight of `horizon` moves; horizon 1 is Nash stability.
    public mutating func stableStates(for i: Int, horizon: Int) -> [Int] {
        extend(to: horizon)
        return states.filter { final[i][horizon][$0] == $0 }
    }

    /// The states in which `i` stays from some horizon on, however far it looks.
    ///
    /// The vector of all expectations takes finitely many values; as soon as one returns, what follows is a cycle, and
    /// a state counts if `i` stays in it throughout the cycle.
    public mutating func nonMyopicallyStableStates(for i: Int) -> [Int] {
        var seen: [[[Int: Int]]: Int] = [:]
        var horizon = 0
        while true {
            extend(to: horizon)
            let vector = [final[0][horizon], final[1][horizon]]
            if let first = seen[vector] {
                return states.filter { state in (first..<horizon).allSatisfy { final[i][$0][state] == state }
                }
            }
            seen[vector] = horizon
            horizon += 1
        }
    }

    /// The states in which neither leaves if `leader` moves first and foresees the follower's answer.
    public mutating func stackelbergEquilibria(leader: Int) -> [Int] {
        let leading = stableStates(for: leader, horizon: 2)
        let following = Set(stableStates(for: 1 - leader, horizon: 1))
        return leading.filter(following.contains)
    }

    private mutating func extend(to horizon: Int) {
        while final[0].count <= horizon {
            let h = final[0].count
            let next = (0..<2).map { i in
                Dictionary(uniqueKeysWithValues: states.map { ($0, expectation(i, h, $0)) })
            }
            for i in 0..<2 { final[i].append(next[i]) }
        }
    }

    private func expectation(_ i: Int, _ h: Int, _ state: Int) -> Int {
        let outcomes = conflict.moves(of: i, from: state).map { final[1 - i][h - 1][$0]! }
        guard
            let best = outcomes.enumerated().min(by: {
                (conflict.rank(i, $1.element), $0.offset) < (conflict.rank(i, $0.element), $1.offset)
            })?.element
        else { return state }
        return conflict.rank(i, best) > conflict.rank(i, state) ? best : state
    }
}
