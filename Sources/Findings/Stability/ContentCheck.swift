import CaseModel
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
        /// The share of verdicts (decision maker and state, Nash) that stay the same when the statements of everybody are put into a
        /// random order; `nil` where there are none, or too many states.
        public let unchangedByOrder: Rational?
        /// How many random orders were tried.
        public let orders: Int
        /// How many statements there are.
        public let statements: Int

        /// Whether no statement matters, not even all orders together.
        public var isPremiseFree: Bool {
            statements > 0 && idle.count == statements && unchangedByOrder == 1
        }
    }

    public struct IdleStatement: Hashable, Sendable {
        public let maker: Int
        public let slot: Int
        public let text: String
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
    ///   - answers: The stable states under the concepts that were asked.
    ///   - seed: For the random orders.
    func contentCheck(_ answers: [StabilityConcept: StableStates], seed: Int) -> StabilityFinding.ContentCheck {
        let (same, orders) = unchangedByOrder(answers, seed)
        return StabilityFinding.ContentCheck(
            idle: idleStatements(answers), neverReacting: neverReacting(answers), unranked: unranked,
            withoutMove: withoutMove, unchangedByOrder: same, orders: orders,
            statements: origins.reduce(0) { $0 + $1.statements.count })
    }

    private func idleStatements(_ answers: [StabilityConcept: StableStates]) -> [StabilityFinding.IdleStatement] {
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
                } else if needsGraph {
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
                        .init(maker: i, slot: statement.slot, text: "\(statement.held.value)", reason: reason))
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
        let nash = answers[.nash] ?? stableStates([.nash])[.nash]!
        return nash.stable.indices.filter { nash.stable[$0].count == frame.states }
    }

    private var unranked: [String] {
        guard let options, origins.allSatisfy({ if case .statements = $0 { true } else { false } }) else { return [] }
        let named = origins.flatMap(\.statements).reduce(0) { $0 | $1.formula.options }
        return options.model.owners.indices.filter { named >> $0 & 1 == 0 }.map { frame.options[$0].id }
    }

    private var withoutMove: [Int] {
        if let graph { return (0..<graph.decisionMakers).map { i in graph.moves[i].count(where: \.isEmpty) } }
        // Somebody who is indifferent to a move and to staying has no better move; asked is whether there is a move.
        return source.decisionMakers.indices.map { options!.model.statesWithoutMove(of: $0).count }
    }

    private func unchangedByOrder(_ answers: [StabilityConcept: StableStates], _ seed: Int) -> (Rational?, Int) {
        guard let options, !needsGraph, options.model.states <= orderStates,
            origins.contains(where: { $0.statements.count > 1 })
        else { return (nil, 0) }
        let nash = answers[.nash] ?? options.stableStates([.nash])[.nash]!
        let random = Philox(seed: UInt64(bitPattern: Int64(seed)))
        var same = 0
        for draw in 0..<orderDraws {
            var (ranks, dimension) = (options.ranks, 0)
            for (i, origin) in origins.enumerated() where origin.statements.count > 1 {
                var list = origin.statements.map(\.formula)
                for place in stride(from: list.count - 1, to: 0, by: -1) {
                    let other = random.index(
                        below: place + 1, sample: UInt64(draw), dimension: dimension, stream: .statementOrders)
                    list.swapAt(place, other)
                    dimension += 1
                }
                ranks[i] = StateRanks(prioritising: list, in: options.model)
            }
            let other = OptionConflict(options.model, ranks: ranks).stableStates([.nash])[.nash]!
            for (a, b) in zip(nash.stable, other.stable) { same += a.agreeing(with: b, among: options.model.feasible) }
        }
        let all = orderDraws * frame.states * source.decisionMakers.count
        return (Rational(same, over: all), orderDraws)
    }
}
