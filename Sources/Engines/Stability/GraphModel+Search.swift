extension GraphModel {
    public func size(of move: (from: Int, to: Int)) -> Int { 1 }

    public func isState(_ state: Int) -> Bool { (0..<states).contains(state) }

    public func rank(_ i: Int, _ state: Int) -> UInt32 { preferences[i].ranks[state] }

    public func answerSearch(from state: Int, by movers: [Int], credible: Bool) -> any AnswerSearch {
        StepSearch(in: self, from: state, by: movers, credible: credible)
    }
}
