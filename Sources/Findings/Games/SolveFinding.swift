public import CaseModel
import Engines
public import Numbers

/// Who does what in a game if everybody does what is best for him, and what everybody believes.
public struct SolveFinding: Finding {
    public let question = Question.solve
    public let perspective: String?
    public let game: String
    public let names: GameNames
    public let choices: Choices
    public let parameters: [ParameterValue]
    /// One for each alternative of what is given in the game; one where nothing is.
    public let solutions: [Solution]
    /// What is known by hand of a template, held against the solver.
    public let closedForms: [ClosedForm]
    public let restsOn: Support
    public var method: Method {
        switch choices.concept {
        case .correlated, .communication: .correlatedEquilibria
        case .logit: .logitBranch
        case .subgamePerfect: .subgameSolving
        default: solutions.contains { $0.scope == .approximation } ? .regretMatching : .gameSolving
        }
    }
    public let limits: [Limit]
    public let passages: PassageBook

    /// What is asked for.
    public struct Choices: Hashable, Sendable {
        public var concept: Concept?
        /// Every equilibrium of the concept, not one for each outcome.
        public var all = false
        /// Of tables of two players: where the path of Lemke and Howson from each strategy ends.
        public var paths = false
        /// Of logit equilibria: the precision to stop at; the end of the branch without it.
        public var lambda: Rational?
        /// Values set for this question.
        public var parameters: [String: Quantity] = [:]
        /// Alternatives of circumstances, by their names.
        public var given: [String: String] = [:]
        /// How many steps a search may take.
        public var budget = SolveFinding.defaultBudget

        public init() {}
    }

    /// Equilibrium concepts, each stronger than the one before.
    public enum Concept: String, Hashable, Sendable, CaseIterable, Comparable {
        /// Of another kind: everybody errs, the less the more an error costs; a mediator draws what each is told; he has
        /// asked before what each knows.
        case logit, correlated, communication
        case nash, subgamePerfect, sequential, quasiPerfect, perfect

        public static func < (left: Concept, right: Concept) -> Bool {
            allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
        }
    }

    /// Why a concept is not offered for a game.
    public enum Refusal: Hashable, Sendable { case needsTree, needsTwoPlayers, needsOneStage, tooManyPlans }

    /// What the search was to be complete for.
    public enum Scope: String, Hashable, Sendable {
        case extremeEquilibria, regularEquilibria, sequentialOutcomes, sequentialEquilibria, oneEquilibrium
        case subgamePerfectEquilibria, approximation
        case correlatedGoals, communicationGoals, logitBranch
    }

    /// A parameter with the value it was solved at.
    public struct ParameterValue: Hashable, Sendable {
        public let name: String
        public let label: Label?
        public let quantity: Quantity
        public let value: Rational
        public let isMidpoint: Bool
    }

    /// One game's answer.
    public struct Solution: Sendable {
        /// The alternatives of what is given, by name.
        public let given: [String: String]
        public let equilibria: [Equilibrium]
        public let components: [[Int]]
        public let emptyThreats: [Threat]
        /// Whether all pure Nash equilibria were looked through for empty threats.
        public let threatsSearched: Bool
        /// Where the outcome changes, parameter by parameter; `nil` if it was not looked for.
        public internal(set) var thresholds: [Threshold]?
        public let struck: [Struck]
        public let scope: Scope
        public let isComplete: Bool
        public let budget: Budget
        /// Combinations of actions that the conditions did not decide.
        public let undecided: Int
        /// What the game is worth to the first player, if the payoffs always have the same sum; a range where that is what
        /// is proven.
        public let value: Interval?
        /// Sets behind chance moves of probability zero.
        public internal(set) var behindZeroChance: [Int]
        /// Where the paths of Lemke and Howson end; `nil` if that was not asked for.
        public internal(set) var paths: [PivotPath]?
        /// Of correlated equilibria those that do best for each goal; `nil` if they were not asked for.
        public internal(set) var devices: [Device]?
        /// The logit equilibrium that was followed to; `nil` if it was not asked for.
        public internal(set) var logit: Logit?
    }

    /// A path of Lemke and Howson: the strategy dropped at its start, and the equilibrium at its end.
    public struct PivotPath: Hashable, Sendable {
        public let player: Int
        public let strategy: Int
        /// The place among the equilibria.
        public let equilibrium: Int
        public let pivots: Int
        /// Whether the path itself was followed in exact numbers; its end is exact in any case.
        public let isExact: Bool
    }

    /// An equilibrium with what proves it.
    public struct Equilibrium: Sendable {
        /// Exact, or a short range where probabilities are no fractions.
        public let payoffs: [Interval]
        /// For trees, per set the probability of each action; `nil` where the player's own play excludes the set. For
        /// tables, per player the probability of each strategy.
        public let strategies: [[Interval]?]
        /// Per set the probability of each member; `nil` where none is needed or proven. Empty for tables.
        public let beliefs: [[Rational]?]
        public internal(set) var concept: Concept
        public let proof: Proof
        /// The greatest gain of any player by another plan.
        public let regret: Rational
        /// Whether other probabilities of the same actions give further outcomes.
        public let isOneOfMany: Bool
        /// Whether somebody could as well do something else that would change the outcome.
        public let isIndifferent: Bool
        /// In games of signalling: which tests of beliefs the equilibrium passes.
        public let survival: Survival?
    }

    /// Whether an equilibrium passes the intuitive criterion and D1.
    public struct Survival: Hashable, Sendable {
        public let intuitive: Bool
        public let d1: Bool
    }

    /// What shows that an equilibrium is one.
    public enum Proof: String, Hashable, Sendable {
        /// No player has a better reply.
        case bestReplies
        /// Trembles whose limit it is, with beliefs by Bayes' rule.
        case trembles
        /// No strategy in it is weakly dominated.
        case undominated
        /// Ranges that provably hold exactly one equilibrium (Krawczyk 1969).
        case isolatedRoot
        /// No player has a better reply in any subgame.
        case everySubgame
        /// An approximation: what each player can be sure of bounds what anybody could gain (von Neumann 1928).
        case valueBounds
    }

    /// A value of a parameter at which the outcome changes, all others staying as they are.
    public struct Threshold: Hashable, Sendable {
        public let parameter: String
        /// The value; a short range that holds it where it is not exact.
        public let at: Interval
        /// What happens below and above it.
        public let below: [Path]
        public let above: [Path]
        /// How far the parameter's value is away, and which share of its range that is.
        public let slack: Rational
        public let share: Rational?

        public var isExact: Bool { at.low == at.high }
    }

    /// An outcome as the actions that are taken where it leads, by set.
    public struct Path: Hashable, Sendable {
        public let actions: [Int: [Int]]
    }

    /// A strategy struck out because another is always better.
    public struct Struck: Hashable, Sendable {
        public let player: Int
        public let strategy: Int
        public let round: Int
        public let by: [Rational]
    }

    /// An equilibrium that rests on something its author would not do.
    public struct Threat: Hashable, Sendable {
        public let set: Int
        public let threat: Int
        public let deviation: Int
        public let gain: Rational
        public let plan: [Int?]
        public let payoffs: [Rational]
    }

    /// A threshold derived by hand, at the values of the other parameters.
    public struct ClosedForm: Sendable {
        public let parameter: String
        public let formula: Arithmetic
        public let at: Rational
        /// Whether the solver's outcome at 1/1000 below is another than at 1/1000 above, which also depends on the other
        /// numbers; `nil` where the search did not come to an end.
        public let bites: Bool?
    }

    /// The budget that is kept without being asked for.
    public static let defaultBudget = 300_000
    /// How many combinations of plans are listed.
    static let planLimit = 60_000

    /// Solves a game of a view.
    ///
    /// - Throws: ``NotAnswerable`` if there is no such game, or if it cannot be solved as asked.
    public init(_ game: String?, of view: View, _ choices: Choices = Choices()) throws(NotAnswerable) {
        func refuse(_ problem: GameProblem, _ place: Place) -> NotAnswerable {
            NotAnswerable(
                question: .solve, perspective: view.viewpoint.perspective, missing: [.game(problem, place)])
        }
        try view.require(.solve, view.case.games.isEmpty ? [.games] : [])
        let known = view.case.games.map(\.id)
        guard let model = view.case.games.first(where: { $0.id == game ?? known[0] }) else {
            throw refuse(
                .unknownGame(game ?? "", known: known), Place(file: "models/games", line: 1, column: 1))
        }
        do throws(GameProblem) {
            let prepared = PreparedGame(model)
            parameters = try prepared.values(choices)
            solutions = try prepared.solutions(parameters, choices)
            names = prepared.names
            closedForms = choices.concept == nil ? prepared.closedForms(parameters) : []
        } catch {
            throw refuse(error, model.place)
        }
        (self.game, self.choices) = (model.id, choices)
        perspective = view.viewpoint.perspective
        restsOn = Support(model.bases, taking: view.seen.take.sources)
        passages = view.passages
        limits = restsOn.limits(passages) + view.limits
    }
}

extension GameModel {
    /// What the game rests on: its own basis, its parameters', and its payoffs'.
    var bases: [(basis: Basis, place: Place)] {
        var bases = parameters.map { ($0.held.basis, $0.held.place) }
        if basis.kind != .uncited { bases.append((basis, place)) }
        bases += payoffBases.map { ($0, place) }
        bases += pulls.map { ($0.basis, $0.place) }
        bases += signals?.events.map { ($0.basis, $0.place) } ?? []
        return bases
    }
}

extension PreparedGame {
    /// The value of every parameter: as asked for, else as the case has it.
    func values(_ choices: SolveFinding.Choices) throws(GameProblem) -> [SolveFinding.ParameterValue] {
        for name in choices.parameters.keys.sorted() where !parameters.contains(name) {
            throw .unknownParameter(name, known: parameters)
        }
        for (name, choice) in choices.given.sorted(by: { $0.key < $1.key }) {
            guard let given = model.givens.first(where: { $0.id == name }) else {
                throw .unknownGiven(name, known: model.givens.map(\.id))
            }
            guard given.alternatives.contains(where: { $0.id == choice }) else {
                throw .unknownGiven(choice, known: given.alternatives.map(\.id))
            }
        }
        return model.parameters.map { parameter in
            let quantity = choices.parameters[parameter.name] ?? parameter.held.value
            let (value, isMidpoint) = quantity.pointOrMidpoint
            return .init(
                name: parameter.name, label: parameter.label, quantity: quantity, value: value,
                isMidpoint: isMidpoint)
        }
    }

    /// The solution for each alternative that is asked for.
    func solutions(
        _ parameters: [SolveFinding.ParameterValue], _ choices: SolveFinding.Choices
    ) throws(GameProblem) -> [SolveFinding.Solution] {
        var solutions: [SolveFinding.Solution] = []
        for chosen in combinations(choices.given) {
            let named = try game(parameters.map(\.value), chosen)
            let given = Dictionary(
                uniqueKeysWithValues: zip(model.givens, chosen).map { ($0.id, $0.alternatives[$1].id) })
            var solution = try named.solved(choices, given)
            if choices.concept == nil, solution.isComplete, case .tree = named.body {
                solution.thresholds = ThresholdSearch(self, parameters, chosen).thresholds()
            }
            solutions.append(solution)
        }
        return solutions
    }

    /// The combinations of alternatives, as places.
    func combinations(_ asked: [String: String]) -> [[Int]] {
        model.givens.reduce([[]]) { done, given in
            done.flatMap { combination in
                given.alternatives.indices.filter { place in
                    asked[given.id].map { $0 == given.alternatives[place].id } ?? true
                }.map { combination + [$0] }
            }
        }
    }
}

extension SolveFinding.Equilibrium {
    /// Whether all probabilities are fractions and told as such.
    public var isExact: Bool {
        proof != .valueBounds && strategies.allSatisfy { $0.map { $0.allSatisfy(\.isPoint) } ?? true }
    }

    /// The same, known to meet a concept.
    func raised(to concept: SolveFinding.Concept) -> SolveFinding.Equilibrium {
        var raised = self
        raised.concept = max(self.concept, concept)
        return raised
    }
}
