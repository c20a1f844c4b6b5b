public import CaseModel
import Engines
public import Numbers

extension StabilityFinding {
    /// What of a model bears its answers, and what does not.
    public struct ContentCheck: Hashable, Sendable {
        /// Statements that no verdict hangs on, one by one.
        public let idle: [IdleStatement]
        /// Decision makers that improve nowhere.
        public let neverReacting: [Int]
        /// Options that stand in no statement of anybody: they only multiply the outcomes.
        public let unranked: [String]
        /// Per decision maker the number of states in which it has no move at all.
        public let withoutMove: [Int]
        /// Per concept the share of verdicts (decision maker and state) that stay the same when the statements of everybody are put into a
        /// random order; empty where there are none, or too many states.
        public let unchangedByOrder: [OrderShare]
        /// How many random orders were tried.
        public let orders: Int
        /// How many statements there are.
        public let statements: Int

        /// Whether no statement matters, not even all orders together.
        public var isPremiseFree: Bool {
            statements > 0 && idle.count == statements && unchangedByOrder.allSatisfy { $0.share == 1 }
        }
    }

    /// How much of the verdicts under a concept does not hang on the order of the statements.
    public struct OrderShare: Hashable, Sendable {
        public let concept: Concept
        public let share: Rational
    }

    public struct IdleStatement: Hashable, Sendable {
        public let maker: Int
        public let slot: Int
        public let preference: StabilityModel.Preference
        public let reason: Reason

        public enum Reason: Hashable, Sendable {
            /// True, or false, wherever anything can be.
            case always(Bool)
            /// An earlier statement says the same.
            case repeats(slot: Int)
            /// Without it every verdict stays as it is.
            case changesNothing
        }
    }
}

/// How many orders of the statements are tried.
private let orderDraws = 200
/// The most states for which that is done.
private let orderStates = 1 << 16

extension ConflictInputs {
    /// Which statements, decision makers and options matter to the answers.
    ///
    /// - Parameters:
    ///   - answers: The stable states under all concepts of sequences.
    ///   - seed: For the random orders.
    /// - Returns: Statements without effect, who never reacts, options that nobody ranks, and the shares under random orders.
    func contentCheck(_ answers: [StabilityConcept: StableStates], seed: Int) -> StabilityFinding.ContentCheck
    {
        let (same, orders) = unchangedByOrder(answers, seed)
        return StabilityFinding.ContentCheck(
            idle: idleStatements(answers), neverReacting: neverReacting(answers), unranked: unranked,
            withoutMove: withoutMove, unchangedByOrder: same, orders: orders,
            statements: origins.reduce(0) { $0 + $1.statements.count })
    }

    private func idleStatements(_ answers: [StabilityConcept: StableStates]) -> [StabilityFinding
        .IdleStatement]
    {
        guard let options else { return [] }
        let concepts = Array(answers.keys)
        var idle: [StabilityFinding.IdleStatement] = []
        for (i, origin) in origins.enumerated() {
            var earlier: [(slot: Int, truth: StateSet)] = []
            for (place, statement) in origin.statements.enumerated() {
                var truth = statement.formula.states(options: options.model.options)
                truth.formIntersection(options.model.feasible)
                let reason: StabilityFinding.IdleStatement.Reason?
                if truth.isEmpty || truth == options.model.feasible {
                    reason = .always(!truth.isEmpty)
                } else if let same = earlier.first(where: { $0.truth == truth }) {
                    reason = .repeats(slot: same.slot)
                } else if needsGraph || options.model.states > orderStates {
                    reason = nil
                } else {
                    var rest = origin.statements
                    rest.remove(at: place)
                    let without = with(order: rest.map(\.formula), of: i).stableStates(concepts)
                    reason = without == answers ? .changesNothing : nil
                }
                earlier.append((statement.slot, truth))
                if let reason {
                    idle.append(
                        .init(
                            maker: i, slot: statement.slot, preference: statement.held.value, reason: reason))
                }
            }
        }
        return idle
    }

    /// The same conflict with other statements of one decision maker.
    func with(order statements: [StateFormula], of i: Int) -> OptionConflict {
        var ranks = options!.ranks
        ranks[i] = StateRanks(prioritising: statements, in: options!.model)
        return OptionConflict(options!.model, ranks: ranks)
    }

    private func neverReacting(_ answers: [StabilityConcept: StableStates]) -> [Int] {
        let nash = answers[.nash]!
        return nash.stable.indices.filter { nash.stable[$0].count == frame.states }
    }

    private var unranked: [String] {
        guard let options, origins.allSatisfy({ if case .statements = $0 { true } else { false } }) else {
            return []
        }
        let named = origins.flatMap(\.statements).reduce(0) { $0 | $1.formula.options }
        return options.model.owners.indices.filter { named >> $0 & 1 == 0 }.map { frame.options[$0].id }
    }

    private var withoutMove: [Int] {
        if let graph { return (0..<graph.decisionMakers).map { i in graph.moves[i].count(where: \.isEmpty) } }
        // Somebody who is indifferent to a move and to staying has no better move; asked is whether there is a move.
        return source.decisionMakers.indices.map { options!.model.statesWithoutMove(of: $0).count }
    }

    private func unchangedByOrder(_ answers: [StabilityConcept: StableStates], _ seed: Int)
        -> ([StabilityFinding.OrderShare], Int)
    {
        guard let options, !needsGraph, options.model.states <= orderStates,
            origins.contains(where: { $0.statements.count > 1 })
        else { return ([], 0) }
        // One concept in which the others' wishes play no part, and one in which they do.
        let concepts: [StabilityConcept] = [.nash, .seq]
        let random = Philox(seed: UInt64(bitPattern: Int64(seed)))
        var same = [0, 0]
        for draw in 0..<orderDraws {
            let other = shuffled(random, draw).stableStates(concepts)
            for (place, concept) in concepts.enumerated() {
                for (a, b) in zip(answers[concept]!.stable, other[concept]!.stable) {
                    same[place] += a.agreeing(with: b, among: options.model.feasible)
                }
            }
        }
        let all = orderDraws * frame.states * source.decisionMakers.count
        return (
            zip(concepts, same).map { .init(concept: .init($0), share: Rational($1, over: all)) }, orderDraws
        )
    }

    /// The same conflict with everybody's statements in a random order.
    private func shuffled(_ random: Philox, _ draw: Int) -> OptionConflict {
        var (ranks, dimension) = (options!.ranks, 0)
        for (i, origin) in origins.enumerated() where origin.statements.count > 1 {
            var list = origin.statements.map(\.formula)
            for place in stride(from: list.count - 1, to: 0, by: -1) {
                let other = random.index(
                    below: place + 1, sample: UInt64(draw), dimension: dimension, stream: .statementOrders)
                list.swapAt(place, other)
                dimension += 1
            }
            ranks[i] = StateRanks(prioritising: list, in: options!.model)
        }
        return OptionConflict(options!.model, ranks: ranks)
    }
}
