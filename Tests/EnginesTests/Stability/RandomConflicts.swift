import Support

@testable import Engines

/// What a random conflict may contain.
struct ConflictTraits {
    var decisionMakers = 1...4
    var options = 1...7
    var hasDirections = true
    var hasInfeasible = true
    var hasPreconditions = true
    var hasUnseen = true
    /// How many ranks there are; few make ties.
    var ranks = 1...200

    static let free = ConflictTraits(
        hasDirections: false, hasInfeasible: false, hasPreconditions: false, hasUnseen: false)
}

/// A small conflict with ties, one-way options, impossible combinations, preconditions and blind spots.
func randomConflict(_ random: inout SplitMix64, _ traits: ConflictTraits = ConflictTraits()) -> OptionConflict
{
    let makers = random.next(in: traits.decisionMakers)
    let options = random.next(in: traits.options)
    let owners = (0..<options).map { _ in random.next(in: 0...(makers - 1)) }
    func pattern(among choices: [Int]) -> StateFormula {
        .all(
            (0..<random.next(in: 1...3)).map { _ in
                let option = StateFormula.taken(random.pick(choices))
                return random.next(in: 0...1) == 0 ? option : .not(option)
            })
    }
    let all = Array(0..<options)
    var infeasible: [StateFormula] = []
    if traits.hasInfeasible { for _ in 0..<random.next(in: 0...3) { infeasible.append(pattern(among: all)) } }
    var preconditions: [OptionModel.Precondition] = []
    if traits.hasPreconditions {
        for _ in 0..<random.next(in: 0...3) {
            let option = random.pick(all)
            let foreign = all.filter { owners[$0] != owners[option] }
            guard !foreign.isEmpty else { continue }
            preconditions.append(
                .init(option: option, isTaking: random.next(in: 0...1) == 0, when: pattern(among: foreign)))
        }
    }
    let model = OptionModel(
        owners: owners, decisionMakers: makers,
        directions: traits.hasDirections
            ? all.map { _ in random.pick([.both, .both, .both, .forward, .backward]) } : [],
        infeasible: infeasible, preconditions: preconditions,
        unseen: traits.hasUnseen
            ? (0..<makers).map { _ in random.next(in: 0...4) == 0 ? pattern(among: all) : nil } : [])
    let top = random.next(in: traits.ranks)
    return OptionConflict(model, ranks: (0..<makers).map { _ in randomRanks(&random, model, top: top) })
}

func randomRanks(_ random: inout SplitMix64, _ model: OptionModel, top: Int) -> StateRanks {
    StateRanks((0..<model.states).map { model.feasible.contains($0) ? UInt32(random.next(in: 1...top)) : 0 })
}
