import CaseModel
import Engines
import Numbers

extension NamedGame {
    /// The answer that is asked for.
    func solved(
        _ choices: SolveFinding.Choices, _ given: [String: String]
    ) throws(GameProblem) -> SolveFinding.Solution {
        switch choices.concept {
        case .correlated where !choices.paths: return try correlated(choices, given)
        case .communication where !choices.paths: return try communication(choices, given)
        case .logit where !choices.paths: return try logit(choices, given)
        case .correlated, .communication, .logit: throw .pathsNeedTable
        default: break
        }
        return switch body {
        case .table(let table): try TableSolving(table: table, choices: choices, given: given).solution()
        case .tree(let tree):
            try TreeSolving(tree: tree, choices: choices, given: given).solution(try sequences(of: tree))
        }
    }
}

/// Solves a game in extensive form.
struct TreeSolving {
    let tree: GameTree
    let choices: SolveFinding.Choices
    let given: [String: String]
    private let signalling: Signalling?

    init(tree: GameTree, choices: SolveFinding.Choices, given: [String: String]) {
        (self.tree, self.choices, self.given) = (tree, choices, given)
        signalling = tree.size <= Self.largeTree ? tree.signalling : nil
    }

    func solution(_ sequences: Sequences) throws(GameProblem) -> SolveFinding.Solution {
        if choices.paths { throw .pathsNeedTable }
        if choices.concept == .nash { return try nash(sequences) }
        var budget = Budget(choices.budget)
        if choices.concept == .subgamePerfect { return try subgamePerfect(sequences, &budget) }
        var search = search(sequences, &budget)
        if choices.concept == .quasiPerfect || choices.concept == .perfect { search = narrowed(search) }
        let form = tree.reducedForm(sequences, limit: SolveFinding.planLimit)
        return SolveFinding.Solution(
            given: given, equilibria: search.equilibria, components: [],
            emptyThreats: form.map(threats) ?? [], threatsSearched: form != nil, thresholds: nil, struck: [],
            scope: search.scope,
            isComplete: search.isComplete,
            budget: budget, undecided: search.undecided,
            value: tree.value(search.equilibria.first),
            behindZeroChance: unasked)
    }

    private func threats(_ form: ReducedForm) -> [SolveFinding.Threat] {
        tree.emptyThreats(form).map {
            .init(
                set: $0.set, threat: $0.threat, deviation: $0.deviation, gain: $0.gain, plan: $0.plan,
                payoffs: $0.payoffs)
        }
    }

    struct Found {
        var equilibria: [SolveFinding.Equilibrium]
        var scope: SolveFinding.Scope
        var isComplete: Bool
        var undecided = 0
    }

    /// Sets that no chance move lets happen.
    var unasked: [Int] { tree.sets.indices.filter { !tree.canHappen(set: $0) } }

    /// Every sequential outcome; if that takes too long, those found, and one equilibrium at least where there is a
    /// method for it.
    private func search(_ sequences: Sequences, _ budget: inout Budget) -> Found {
        let scope: SolveFinding.Scope = choices.all ? .sequentialEquilibria : .sequentialOutcomes
        let induction = tree.backwardInduction()
        if let induction, induction.ties.isEmpty || tree.size > Self.longInduction {
            let one = equilibrium(tree.trembles(pure: induction.choices), sequences, isOneOfMany: false)
            return Found(equilibria: [one], scope: scope, isComplete: induction.ties.isEmpty)
        }
        var found: [SequentialEquilibrium] = []
        var (isComplete, undecided) = (false, 0)
        if tree.size <= Self.largeTree {
            // Where even a hundred times the budget would not do, a short look is as good as a long one.
            let isHopeless = tree.supportCombinations > 100 * Double(budget.limit)
            let search = tree.sequentialEquilibria(
                sequences, keepingAll: choices.all,
                budget: isHopeless ? Budget(min(budget.limit, Self.shortLook)) : budget)
            (found, isComplete, budget) = (search.equilibria, search.isComplete, search.budget)
            undecided = search.undecided
        }
        // What the search says is proven once more, by the definition.
        var equilibria = found.map {
            equilibrium($0.assessment.trembles, sequences, isOneOfMany: $0.isOneOfMany)
        }.filter { $0.concept >= .sequential && $0.regret == 0 }
        if equilibria.isEmpty, let induction {
            equilibria = [
                equilibrium(tree.trembles(pure: induction.choices), sequences, isOneOfMany: false)
            ]
        }
        let isDuel = tree.constantSum != nil
        if tree.players == 2, !isComplete || asksForMore(than: equilibria),
            !isDuel || sequences.counts.reduce(0, +) <= Self.largeDuel
        {
            var pivots = Budget(Self.pivots)
            if let one = tree.quasiPerfectEquilibrium(sequences, budget: &pivots) {
                let proven = equilibrium(one.trembles, sequences, isOneOfMany: false)
                let isNew = !found.contains { $0.outcome == tree.outcome(of: one.trembles.behaviour) }
                if isNew || asksForMore(than: equilibria), proven.concept >= .sequential {
                    equilibria.append(
                        proven.raised(to: tree.isQuasiPerfect(one, sequences) ? .quasiPerfect : .sequential))
                }
            }
        }
        if equilibria.isEmpty, isDuel, let near = approximation(sequences) { return near }
        return Found(equilibria: equilibria, scope: scope, isComplete: isComplete, undecided: undecided)
    }

    /// Whether a quasi-perfect equilibrium was asked for and none is proven yet.
    private func asksForMore(than equilibria: [SolveFinding.Equilibrium]) -> Bool {
        choices.concept == .quasiPerfect && !equilibria.contains { $0.concept >= .quasiPerfect }
    }

    /// Trees with more nodes are not searched cell by cell.
    static let largeTree = 4_000
    /// Trees of perfect information with ties and more nodes than this get one equilibrium.
    static let longInduction = 300
    /// Duels with more sequences than this have matrices too large for pivots.
    static let largeDuel = 1_000
    static let pivots = 10_000_000
    static let shortLook = 5_000

    /// What is proven to meet the stronger concept that was asked for, and a quasi-perfect equilibrium if none is.
    private func narrowed(_ found: Found) -> Found {
        let asked = choices.concept ?? .sequential
        let kept = found.equilibria.filter { $0.concept >= asked }
        return Found(equilibria: kept, scope: .oneEquilibrium, isComplete: !kept.isEmpty)
    }

    private func equilibrium(
        _ trembles: Trembles, _ sequences: Sequences, isOneOfMany: Bool
    ) -> SolveFinding.Equilibrium {
        let assessment = tree.assessment(from: trembles)
        let proof: TrembleProof =
            tree.size <= 1_000
            ? tree.proof(by: trembles) : tree.isSequential(trembles) ? .sequential : .none
        let concept: SolveFinding.Concept =
            switch proof {
            case .none: .nash
            case .sequential: .sequential
            case .quasiPerfect: .quasiPerfect
            case .perfect: .perfect
            }
        return .init(
            payoffs: tree.payoffs(under: assessment.behaviour).map { Interval($0) },
            strategies: assessment.behaviour.probabilities.map { $0.map { Interval($0) } },
            beliefs: assessment.beliefs, concept: concept,
            proof: .trembles, regret: tree.regrets(of: assessment.behaviour, sequences).max() ?? 0,
            isOneOfMany: isOneOfMany, isIndifferent: isOneOfMany || !tree.ties(in: assessment).isEmpty,
            survival: signalling.map {
                let survival = $0.survival(of: assessment.behaviour)
                return .init(intuitive: survival.intuitive, d1: survival.d1)
            })
    }

    /// All extreme Nash equilibria of the reduced form of a two-player game, the pure ones of others.
    private func nash(_ sequences: Sequences) throws(GameProblem) -> SolveFinding.Solution {
        guard let form = tree.reducedForm(sequences, limit: SolveFinding.planLimit) else {
            throw .notOffered(.nash, .tooManyPlans)
        }
        let plain = try TableSolving(table: form.table, choices: choices, given: given).solution()
        return SolveFinding.Solution(
            given: given,
            equilibria: plain.equilibria.filter(\.isExact).map { one in
                let mixed = (0..<tree.players).map { player in
                    tree.behaviour(of: (one.strategies[player] ?? []).map(\.low), player, form)
                }
                return .init(
                    payoffs: one.payoffs,
                    strategies: tree.sets.indices.map { set in
                        mixed[tree.sets[set].player][set]?.map { Interval($0) }
                    }, beliefs: [],
                    concept: .nash, proof: .bestReplies, regret: one.regret, isOneOfMany: false,
                    isIndifferent: false, survival: nil)
            }, components: plain.components,
            emptyThreats: threats(form), threatsSearched: true, thresholds: nil, struck: [],
            scope: plain.scope,
            isComplete: plain.isComplete && plain.equilibria.allSatisfy(\.isExact),
            budget: plain.budget, undecided: 0, value: tree.value(plain.equilibria.first),
            behindZeroChance: unasked)
    }
}

extension GameTree {
    /// The first player's payoff in equilibrium, if two players share the same sum at every end.
    fileprivate func value(_ one: SolveFinding.Equilibrium?) -> Interval? {
        constantSum == nil ? nil : one?.payoffs[0]
    }
}
