import Engines
import Numbers

/// Solves a game in strategic form.
struct TableSolving {
    let table: GameTable
    let choices: SolveFinding.Choices
    let given: [String: String]

    func solution() throws(GameProblem) -> SolveFinding.Solution {
        switch choices.concept {
        case nil, .nash: break
        case .perfect: if table.players != 2 { throw .notOffered(.perfect, .needsTwoPlayers) }
        case let concept?: throw .notOffered(concept, .needsTree)
        }
        if choices.paths, table.players != 2 { throw .pathsNeedTable }
        var found = search()
        if choices.concept == .perfect {
            found.equilibria = found.equilibria.filter { $0.concept == .perfect }
            (found.components, found.paths) = ([], [])
            found.isComplete = found.isComplete && table.admitsPrograms
        }
        var solution = SolveFinding.Solution(
            given: given, equilibria: found.equilibria, components: found.components, emptyThreats: [],
            threatsSearched: true, thresholds: nil, struck: struck,
            scope: table.players == 2 ? .extremeEquilibria : .regularEquilibria,
            isComplete: found.isComplete, budget: found.budget, undecided: 0,
            value: table.value(found.equilibria.first?.payoffs.map(\.low)),
            behindZeroChance: [])
        if choices.paths { solution.paths = found.paths }
        return solution
    }

    private struct Found {
        var equilibria: [SolveFinding.Equilibrium] = []
        var components: [[Int]] = []
        var paths: [SolveFinding.PivotPath] = []
        var isComplete = true
        var budget: Budget
    }

    private func search() -> Found {
        switch table.players {
        case 1:
            // Alone, one does what is best.
            let best = table.pureEquilibria().map { choices in
                equilibrium([(0..<table.strategies[0]).map { $0 == choices[0] ? .one : .zero }])
            }
            return Found(equilibria: best, budget: Budget(choices.budget))
        case 2: return searchOfTwo()
        default:
            let found = table.equilibriaBySupport(budget: Budget(choices.budget))
            return Found(
                equilibria: found.profiles.map { $0.exact.map(equilibrium) ?? certified($0) },
                isComplete: found.isComplete, budget: found.budget)
        }
    }

    /// Every extreme equilibrium; where that takes too long, those found and those at the ends of Lemke–Howson paths.
    private func searchOfTwo() -> Found {
        let isHopeless = table.strategies.allSatisfy { $0 > Self.largeTable }
        let steps = isHopeless ? choices.budget / Self.shortLook : choices.budget
        let search = table.extremeEquilibria(budget: Budget(steps))
        var pairs = search.pairs
        var paths: [SolveFinding.PivotPath] = []
        if choices.paths || !search.isComplete {
            let ends = table.lemkeHowson(budget: Budget(Self.pivots))
            for path in ends.paths {
                let pair = ends.pairs[path.end]
                if !pairs.contains(pair) { pairs.append(pair) }
                let isFirst = path.label < table.strategies[0]
                paths.append(
                    .init(
                        player: isFirst ? 0 : 1,
                        strategy: isFirst ? path.label : path.label - table.strategies[0],
                        equilibrium: pairs.firstIndex(of: pair)!, pivots: path.pivots, isExact: path.isExact))
            }
        }
        var budget = Budget(choices.budget)
        _ = budget.spend(search.budget.used)
        return Found(
            equilibria: pairs.map { equilibrium($0.profile) }, components: search.components, paths: paths,
            isComplete: search.isComplete, budget: budget)
    }

    /// Where both have more strategies than this the vertices are too many; a short look is as good as a long one.
    private static let largeTable = 16
    private static let shortLook = 20
    /// What all Lemke–Howson paths together may cost.
    private static let pivots = 3_000_000

    private var struck: [SolveFinding.Struck] {
        table.undominated().struck.map {
            .init(player: $0.player, strategy: $0.strategy, round: $0.round, by: $0.by)
        }
    }

    private func equilibrium(_ profile: [[Rational]]) -> SolveFinding.Equilibrium {
        let worth = table.worth(of: profile)
        let isPerfect =
            table.players == 2 && table.admitsPrograms
            && profile.indices.allSatisfy { table.weakDominator(of: profile[$0], $0) == nil }
        return .init(
            payoffs: worth.payoffs.map { Interval($0) }, strategies: profile.map { $0.map { Interval($0) } },
            beliefs: [], concept: isPerfect ? .perfect : .nash,
            proof: isPerfect ? .undominated : .bestReplies, regret: worth.regrets.max() ?? 0,
            isOneOfMany: false, isIndifferent: false, survival: nil)
    }
}

extension TableSolving {
    /// An equilibrium whose probabilities are no fractions.
    private func certified(_ profile: MixedProfile) -> SolveFinding.Equilibrium {
        let payoffs = (0..<table.players).map { player in
            (0..<table.cells).reduce(Interval(.zero)) { sum, cell in
                let weight = zip(profile.ranges, table.choices(cell)).reduce(Interval(.one)) {
                    $0 * $1.0[$1.1]
                }
                return sum + weight * Interval(table.payoff(cell, player))
            }
        }
        return .init(
            payoffs: payoffs, strategies: profile.ranges, beliefs: [], concept: .nash, proof: .isolatedRoot,
            regret: 0, isOneOfMany: false, isIndifferent: false, survival: nil)
    }
}

extension GameTable {
    fileprivate func value(_ payoffs: [Rational]?) -> Interval? {
        guard players == 2, let payoffs, cells > 0 else { return nil }
        let sum = payoff(0, 0) + payoff(0, 1)
        let isConstant = (0..<cells).allSatisfy { payoff($0, 0) + payoff($0, 1) == sum }
        return isConstant ? Interval(payoffs[0]) : nil
    }
}
