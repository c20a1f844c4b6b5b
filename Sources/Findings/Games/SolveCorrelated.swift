import CaseModel
import Engines
public import Numbers

extension SolveFinding {
    /// A mediator who draws what each player is told to do, so that everybody does best by following.
    public struct Device: Hashable, Sendable {
        /// What no other mediator does better.
        public let goals: [Goal]
        public let payoffs: [Rational]
        public let draws: [Draw]
        /// What somebody could gain at most by another rule of what to do when told what; zero.
        public let regret: Rational
        /// Whether the parts are drawn independently, so that nobody needs the mediator.
        public let isIndependent: Bool
    }

    /// What a mediator is to bring about.
    public enum Goal: Hashable, Sendable {
        case greatestSum
        case greatest(player: Int)
        case least(player: Int)
    }

    /// What the mediator draws with some probability.
    public struct Draw: Hashable, Sendable {
        /// What he was told before, a set for each player who moves; empty if he does not ask.
        public let answers: [Int]
        public let probability: Rational
        public let advice: Advice
    }

    /// What the players are told.
    public enum Advice: Hashable, Sendable {
        /// For tables, a strategy per player.
        case strategies([Int])
        /// For trees, an action per set; `nil` where the player's own plan excludes the set.
        case plans([Int?])
    }
}

extension NamedGame {
    /// The mediators that do best for each goal. Of trees each player is told a whole plan before the game begins: the
    /// correlated equilibria of the strategic form.
    ///
    /// - Parameters:
    ///   - choices: What is asked for.
    ///   - given: The alternatives of what is given.
    /// - Returns: The answer, without other equilibria.
    /// - Throws: ``GameProblem`` if somebody forgets, or the linear programs would take too long.
    func correlated(
        _ choices: SolveFinding.Choices, _ given: [String: String]
    ) throws(GameProblem) -> SolveFinding.Solution {
        let devices: [SolveFinding.Device]?
        switch body {
        case .table(let table): devices = Self.devices(table) { .strategies(table.choices($0)) }
        case .tree(let tree):
            let form = tree.reducedForm(try sequences(of: tree), limit: SolveFinding.planLimit)
            devices = form.flatMap { form in
                Self.devices(form.table) { cell in
                    let drawn = form.table.choices(cell)
                    return .plans(
                        tree.sets.indices.map { set in
                            let player = tree.sets[set].player
                            return form.plans[player][drawn[player]][set]
                        })
                }
            }
        }
        guard let devices else { throw .notOffered(.correlated, .tooManyPlans) }
        return .empty(given, scope: .correlatedGoals, Budget(choices.budget), isComplete: true) {
            $0.devices = devices
        }
    }

    /// The best mediator for each goal; one that is best in several respects is told once.
    private static func devices(
        _ table: GameTable, _ advice: (Int) -> SolveFinding.Advice
    ) -> [SolveFinding.Device]? {
        let goals = CorrelatedGoal.all(players: table.players)
        guard let found = table.correlatedEquilibria(goals) else { return nil }
        return merged(goals, found, payoffs: \.payoffs).map { one, goals in
            .init(
                goals: goals, payoffs: one.payoffs,
                draws: one.distribution.enumerated().filter { $0.element != 0 }.map {
                    .init(answers: [], probability: $0.element, advice: advice($0.offset))
                },
                regret: table.swapRegrets(of: one.distribution).max() ?? 0,
                isIndependent: table.isIndependent(one.distribution))
        }
    }

    /// Each mediator with all goals that nobody serves better.
    private static func merged<Found>(
        _ goals: [CorrelatedGoal], _ found: [Found], payoffs: (Found) -> [Rational]
    ) -> [(one: Found, goals: [SolveFinding.Goal])] {
        var kept: [(one: Found, goals: [SolveFinding.Goal])] = []
        for (goal, one) in zip(goals, found) {
            let worth = goal.worth(payoffs(one))
            if let place = kept.firstIndex(where: { goal.worth(payoffs($0.one)) == worth }) {
                kept[place].goals.append(.init(goal))
            } else {
                kept.append((one, [.init(goal)]))
            }
        }
        return kept
    }

    /// The mediators that do best for each goal if they may ask what everybody knows.
    ///
    /// - Throws: ``GameProblem`` if somebody sees what another does, or the linear programs would take too long.
    func communication(
        _ choices: SolveFinding.Choices, _ given: [String: String]
    ) throws(GameProblem) -> SolveFinding.Solution {
        guard case .tree(let tree) = body, let game = tree.oneStage else {
            throw .notOffered(.communication, .needsOneStage)
        }
        let goals = CorrelatedGoal.all(players: game.players)
        guard let found = game.communicationEquilibria(goals) else {
            throw .notOffered(.communication, .tooManyPlans)
        }
        let devices = Self.merged(goals, found, payoffs: \.payoffs).map { one, goals in
            SolveFinding.Device(
                goals: goals, payoffs: one.payoffs, draws: Self.draws(one, game, sets: tree.sets.count),
                regret: game.regrets(of: one.lotteries).max() ?? 0, isIndependent: false)
        }
        return .empty(given, scope: .communicationGoals, Budget(choices.budget), isComplete: true) {
            $0.devices = devices
        }
    }

    private static func draws(
        _ one: CommunicationEquilibrium, _ game: OneStageGame, sets: Int
    ) -> [SolveFinding.Draw] {
        var draws: [SolveFinding.Draw] = []
        for (types, lottery) in zip(game.typeCombinations, one.lotteries) {
            // What each player's answer amounts to: one of his sets.
            let answers = zip(game.types, types).map { $0.isEmpty ? nil : $0[$1] }
            for (actions, share) in zip(game.actionCombinations(types), lottery) where share != 0 {
                var plan: [Int?] = Array(repeating: nil, count: sets)
                for (set, action) in zip(answers, actions) { set.map { plan[$0] = action } }
                draws.append(
                    .init(answers: answers.compactMap(\.self), probability: share, advice: .plans(plan)))
            }
        }
        return draws
    }

    /// The sequences of a tree.
    ///
    /// - Throws: ``GameProblem/forgets`` if somebody does.
    func sequences(of tree: GameTree) throws(GameProblem) -> Sequences {
        do throws(ForgottenChoice) {
            return try tree.sequences()
        } catch {
            throw names.problem(error)
        }
    }
}

extension SolveFinding.Goal {
    init(_ goal: CorrelatedGoal) {
        switch goal {
        case .greatestSum: self = .greatestSum
        case .greatest(let player): self = .greatest(player: player)
        case .least(let player): self = .least(player: player)
        }
    }
}

extension SolveFinding.Solution {
    /// An answer that has nothing to say of threats, thresholds and the like.
    static func empty(
        _ given: [String: String], scope: SolveFinding.Scope, _ budget: Budget, isComplete: Bool,
        equilibria: [SolveFinding.Equilibrium] = [], _ fill: (inout SolveFinding.Solution) -> Void
    ) -> SolveFinding.Solution {
        var solution = SolveFinding.Solution(
            given: given, equilibria: equilibria, components: [], emptyThreats: [], threatsSearched: true,
            thresholds: nil, struck: [], scope: scope, isComplete: isComplete, budget: budget, undecided: 0,
            value: nil, behindZeroChance: [])
        fill(&solution)
        return solution
    }
}
