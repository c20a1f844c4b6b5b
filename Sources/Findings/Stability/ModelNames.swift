import CaseModel
import Engines

/// Options by their place in the model.
struct OptionNumbers {
    let index: [String: Int]

    init(_ options: [StabilityModel.Choice]) {
        index = Dictionary(uniqueKeysWithValues: options.enumerated().map { ($1.id, $0) })
    }

    func formula(_ formula: Formula) -> StateFormula {
        switch formula {
        case .atom(.option(let id)): .taken(index[id] ?? 0)
        case .atom(.optionNumber(let number)): .taken(number - 1)
        // The reader of models lets nothing but options pass.
        case .atom: .all([])
        case .not(let part): .not(self.formula(part))
        case .and(let parts): .all(parts.map(self.formula))
        case .or(let parts): .any(parts.map(self.formula))
        case .onlyIf(let then, let when): .onlyIf(self.formula(then), self.formula(when))
        case .iff(let left, let right): .iff(self.formula(left), self.formula(right))
        }
    }
}

/// What a ranking may name, and which of it is still possible.
struct RankingNames {
    let number: [String: Int]
    private let possible: Set<Int>

    /// Names of states.
    init(_ number: [String: Int]) {
        self.number = number
        possible = Set(number.values)
    }

    /// Ordinals of the states that are feasible without anything laid over the model, so that a ranking keeps its meaning
    /// where a premise forbids or allows states.
    init(_ base: StabilityModel, _ frame: OptionModel, _ numbers: OptionNumbers) {
        let rules = base.infeasible.filter(\.isActive).map { numbers.formula($0.when) }
        let written = (0..<frame.states).lazy.filter { state in !rules.contains { $0.holds(in: state) } }
        number = Dictionary(uniqueKeysWithValues: written.enumerated().map { ("\($0 + 1)", $1) })
        possible = Set(frame.feasible.members)
    }

    func groups(of ranking: StabilityModel.Ranking, _ maker: StabilityModel.DecisionMaker)
        throws(ModelProblems) -> [[Int]]
    {
        var (problems, seen): ([(ModelProblem, Place)], Set<String>) = ([], [])
        for token in maker.unknown.joined() where number[token] == nil {
            problems.append((.rankingNamesUnknown(of: maker.id, token), ranking.place))
        }
        for token in ranking.groups.joined() {
            if number[token] == nil {
                problems.append((.rankingNamesUnknown(of: maker.id, token), ranking.place))
            } else if !seen.insert(token).inserted {
                problems.append((.rankingRepeats(of: maker.id, token), ranking.place))
            }
        }
        let named = Set(seen.compactMap { number[$0] })
        let missing = possible.subtracting(named)
        if !missing.isEmpty, problems.isEmpty {
            let names = number.filter { missing.contains($0.value) }.sorted { $0.value < $1.value }.map(\.key)
            let unnamed = missing.count - names.count
            let shown = Array(names.prefix(12)) + (unnamed > 0 ? ["+\(unnamed)"] : [])
            problems.append((.rankingMisses(of: maker.id, shown, count: missing.count), ranking.place))
        }
        guard problems.isEmpty else { throw ModelProblems(problems: problems) }
        return ranking.groups.map { $0.compactMap { number[$0] }.filter(possible.contains) }.filter {
            !$0.isEmpty
        }
    }
}
