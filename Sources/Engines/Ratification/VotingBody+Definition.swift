import Numbers

extension VotingBody {
    /// The power straight from the definition: every coalition, and every member that could join it.
    ///
    /// What the fast ways are held against.
    ///
    /// - Precondition: At most 20 members.
    /// - Complexity: O(2ⁿ n) evaluations of the rule.
    func definedPower() -> VotingPower {
        precondition(members <= 20, "every coalition is looked at")
        let wins = (0..<1 << members).map { coalition in
            passes(consenting: Set((0..<members).filter { coalition >> $0 & 1 == 1 }))
        }
        var winning = Array(repeating: 0, count: members + 1)
        var swings = Array(repeating: Array(repeating: 0, count: members), count: members)
        for coalition in wins.indices {
            let size = coalition.nonzeroBitCount
            if wins[coalition] { winning[size] += 1 }
            for member in 0..<members where coalition >> member & 1 == 0 {
                if !wins[coalition], wins[coalition | 1 << member] { swings[member][size] += 1 }
            }
        }
        return VotingPower(
            winningBySize: winning.map { Rational($0) }, swingsBySize: swings.map { $0.map { Rational($0) } })
    }
}
