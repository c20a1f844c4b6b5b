import CaseModel
import Engines

/// The states that were asked for, by the numbers that readers know.
struct AskedStates {
    let asked: Int?
    let from: Int?
    let inverse: Int?
    let goals: [(state: Int, isStable: Bool)]

    init(_ inputs: ConflictInputs, _ view: View, _ choices: StabilityFinding.Choices) throws(NotAnswerable) {
        func state(_ text: String?) throws(NotAnswerable) -> Int? {
            guard let text else { return nil }
            do throws(ModelProblems) {
                return try inputs.state(text)
            } catch {
                try view.require(.stability, error.problems.map { .model($0.0, $0.1) })
                return nil
            }
        }
        asked = try state(choices.state)
        from = try state(choices.from)
        inverse = try state(choices.inverse)
        var goals: [(state: Int, isStable: Bool)] = []
        for goal in choices.goals {
            if let number = try state(goal.state) { goals.append((number, goal.isStable)) }
        }
        self.goals = goals
    }
}

extension ConflictInputs {
    /// The number under which a state is known: that of its class.
    func classOf(_ decimal: Int) -> Int { needsGraph ? self.decimal(graphIndex(decimal)) : decimal }

    /// A state by the ids of its options, its decimal, or its name.
    func state(_ text: String) throws(ModelProblems) -> Int {
        func fail(_ problem: ModelProblem) -> ModelProblems {
            ModelProblems(problems: [(problem, source.place)])
        }
        guard let options else {
            if let number = source.states.firstIndex(of: text) { return number }
            if let number = Int(text), source.states.indices.contains(number) { return number }
            throw fail(.unknownState(text, nearest: nearestName(to: text, among: source.states)))
        }
        let ids = frame.options.map(\.id)
        var pattern = 0
        if let number = Int(text), (0..<options.model.states).contains(number) {
            pattern = number
        } else if text != "none" {
            let words = text.split { ", +".contains($0) }.map(String.init)
            if words.isEmpty { throw fail(.unknownState(text, nearest: nil)) }
            for word in words {
                guard let option = ids.firstIndex(of: word) else {
                    throw fail(.unknownState(word, nearest: nearestName(to: word, among: ids)))
                }
                pattern |= 1 << option
            }
        }
        guard options.model.feasible.contains(pattern) else {
            let taken = Set(frame.taken(pattern).map(\.id))
            let rules = source.infeasible.filter { rule in
                rule.isActive && rule.when.holds { atom in atom.isTaken(taken, ids) }
            }
            throw fail(.stateInfeasible(frame.taken(pattern).map(\.id), rules: rules.map(\.id)))
        }
        return classOf(pattern)
    }
}

extension Formula.Atom {
    fileprivate func isTaken(_ taken: Set<String>, _ ids: [String]) -> Bool {
        switch self {
        case .option(let id): taken.contains(id)
        case .optionNumber(let number): ids.indices.contains(number - 1) && taken.contains(ids[number - 1])
        default: false
        }
    }
}
