/// A search through pairs of a state and its last mover, because in general nobody may move twice in a row.
struct StepSearch: AnswerSearch {
    private let conflict: any Conflict
    private let movers: [Int]
    private let credible: Bool
    private var circle: [ConflictStep]
    private(set) var depth = 0
    private var parents: [ConflictStep: ConflictStep] = [:]
    /// Per state the first step that led to it.
    private var first: [Int: ConflictStep] = [:]

    init(in conflict: any Conflict, from start: Int, by movers: [Int], credible: Bool) {
        (self.conflict, self.movers, self.credible) = (conflict, movers, credible)
        circle = [ConflictStep(mover: -1, state: start)]
    }

    mutating func widen() -> [Int] {
        while !circle.isEmpty {
            var (next, fresh): ([ConflictStep], [Int]) = ([], [])
            for position in circle {
                for step in steps(from: position) where parents[step] == nil {
                    parents[step] = position
                    next.append(step)
                    guard first[step.state] == nil else { continue }
                    first[step.state] = step
                    fresh.append(step.state)
                }
            }
            circle = next
            depth += 1
            if !fresh.isEmpty { return fresh.sorted() }
        }
        return []
    }

    private func steps(from position: ConflictStep) -> [ConflictStep] {
        movers.filter { $0 != position.mover }.flatMap { mover in
            conflict.moves(of: mover, from: position.state)
                .filter { !credible || conflict.isCredible(mover, position.state, $0) }
                .map { ConflictStep(mover: mover, state: $0) }
        }
    }

    func path(to state: Int) -> [ConflictStep] {
        var steps: [ConflictStep] = []
        var position = first[state]
        while let current = position, current.mover >= 0 {
            steps.append(current)
            position = parents[current]
        }
        return steps.reversed()
    }
}
