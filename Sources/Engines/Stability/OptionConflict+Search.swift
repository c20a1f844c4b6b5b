extension OptionConflict {
    public func answerSearch(from state: Int, by movers: [Int], credible: Bool) -> any AnswerSearch {
        // Moves of one mover that do not follow from one another need the search that remembers the last mover.
        guard model.isTransitive else {
            return StepSearch(in: self, from: state, by: movers, credible: credible)
        }
        return BlockSearch(self, state, movers, credible)
    }
}

/// A search through states alone: in a transitive model a second move in a row of one mover is a move anyhow.
///
/// A block (the states that differ only in one mover's options) is not searched again where nothing new can come of it: with
/// any moves once it was entered, with improvements once it was entered at no higher a rank. Only blocks in which every
/// option goes both ways are remembered so.
private struct BlockSearch: AnswerSearch {
    private let conflict: OptionConflict
    private let movers: [Int]
    private let credible: Bool
    private let start: Int
    private let masks: [Int]
    private let isReversible: [Bool]
    private var circle: [Int]
    private(set) var depth = 0
    private var reached: StateSet
    private var parents: [Int: ConflictStep] = [:]
    /// Per mover, by the state of a block without its options: the lowest rank at which the block was entered.
    private var entered: [[Int: UInt32]]

    init(_ conflict: OptionConflict, _ start: Int, _ movers: [Int], _ credible: Bool) {
        (self.conflict, self.movers, self.credible, self.start) = (conflict, movers, credible, start)
        let model = conflict.model
        masks = movers.map { model.mask(of: $0) }
        isReversible = movers.map { mover in
            model.owners.indices.allSatisfy {
                model.owners[$0] != mover || model.taking[$0] == .always && model.dropping[$0] == .always
            }
        }
        circle = [start]
        reached = StateSet(states: model.states)
        entered = Array(repeating: [:], count: movers.count)
    }

    mutating func widen() -> [Int] {
        var fresh: [Int] = []
        for state in circle {
            for index in movers.indices where isWorthwhile(state, index) {
                let mover = movers[index]
                let rank = conflict.ranks[mover]
                conflict.model.forEachMove(of: mover, from: state) { target in
                    guard !reached.contains(target), !credible || rank[target] > rank[state] else { return }
                    reached.insert(target)
                    parents[target] = ConflictStep(mover: mover, state: state)
                    fresh.append(target)
                }
            }
        }
        circle = fresh.sorted()
        depth += 1
        return circle
    }

    private mutating func isWorthwhile(_ state: Int, _ index: Int) -> Bool {
        guard isReversible[index] else { return true }
        if let unseen = conflict.model.unseen[movers[index]], unseen.contains(state) { return false }
        let block = state & ~masks[index]
        let rank = credible ? conflict.ranks[movers[index]][state] : 0
        // Entered from the outside at this very state, the block still holds that state's own neighbours.
        if let before = entered[index][block], before <= rank { return false }
        entered[index][block] = rank
        return true
    }

    func path(to state: Int) -> [ConflictStep] {
        var steps: [ConflictStep] = []
        var current = state
        repeat {
            guard let parent = parents[current] else { return [] }
            steps.append(ConflictStep(mover: parent.mover, state: current))
            current = parent.state
        } while current != start
        return steps.reversed()
    }
}
