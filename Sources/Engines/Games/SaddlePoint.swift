public import Numbers

/// Nearly best play in a game of two players whose payoffs always have the same sum, with bounds that are proven.
public struct SaddlePoint: Sendable {
    /// What both do; exact fractions, each set summing to one.
    public let behaviour: Behaviour
    /// What the game is worth to the first player: he gets at least the lower end by his part of the behaviour, whatever
    /// the other does, and the other keeps him down to the upper end by his.
    public let value: Interval
    public let steps: Int
}

extension GameTree {
    /// The sum that the payoffs of both players have at every end; `nil` if there is none.
    public var constantSum: Rational? {
        guard players == 2, !ends.isEmpty else { return nil }
        let sum = payoff(end: 0, player: 0) + payoff(end: 0, player: 1)
        return ends.indices.allSatisfy { payoff(end: $0, player: 0) + payoff(end: $0, player: 1) == sum }
            ? sum : nil
    }

    /// Nearly best play in a game too large for exact methods, by learning from regrets.
    ///
    /// Floating point finds the behaviour. Each player's best reply to the other's part then bounds the value from both
    /// sides (von Neumann 1928), in floating point rounded outward, so that the bounds are proven.
    ///
    /// - Parameters:
    ///   - sequences: Those of this tree.
    ///   - gap: How far the bounds may lie apart, as a share of the range of the payoffs.
    ///   - budget: Each step counts one for a hundred ends.
    /// - Returns: The narrowest bounds that the budget reaches; `nil` if the payoffs have no constant sum.
    /// - Complexity: A step is linear in the tree; in practice steps grow with the logarithm of the gap.
    public func saddlePoint(
        _ sequences: Sequences, gap: Double = 1e-10, budget: inout Budget
    ) -> SaddlePoint? {
        guard constantSum != nil else { return nil }
        let duel = SequenceDuel(self, sequences)
        var learning = RegretMatching(self, sequences, duel.entries)
        var (steps, atStart, best) = (0, Double.infinity, duel.bounded(learning.averages))
        let cost = max(1, ends.count / 100)
        while best.width > gap * duel.range, budget.spend(cost) {
            learning.step()
            steps += 1
            guard steps % SequenceDuel.pause == 0 else { continue }
            let now = duel.bounded(learning.averages)
            if now.width < best.width { best = now }
            if steps >= 4 * SequenceDuel.pause, now.width < SequenceDuel.gain * atStart {
                atStart = now.width
                learning.startAfresh()
            }
        }
        return SaddlePoint(
            behaviour: best.behaviour(self, sequences),
            value: Interval(Rational(exactly: best.low), Rational(exactly: best.high)), steps: steps)
    }
}

/// The payoffs of two players by their sequences, and what a pair of plans is proven to bring.
private struct SequenceDuel {
    /// How many steps pass before the bounds are looked at.
    static let pause = 25
    /// How much narrower the bounds must be than at the last fresh start for another one.
    static let gain = 0.4
    /// Probabilities are whole multiples of one part in this many, which floating point holds exactly.
    fileprivate static let parts = 0x1p50

    let entries: [RegretMatching.Entry]
    /// How far the payoffs of the first player lie apart.
    let range: Double
    private let worths: [RoundedInterval]
    /// For each player, the sets from the last to the first: the sequence before, those behind.
    private let sets: [[(leading: Int, actions: Range<Int>)]]
    private let counts: [Int]

    init(_ tree: GameTree, _ sequences: Sequences) {
        var sums: [[Int]: Rational] = [:]
        for end in tree.ends.indices where tree.chances[end] != 0 {
            let pair = (0..<2).map { Int(sequences.atEnds[end * 2 + $0]) }
            sums[pair, default: 0] += tree.chances[end] * tree.payoff(end: end, player: 0)
        }
        let sorted = sums.filter { $0.value != 0 }.sorted { $0.key.lexicographicallyPrecedes($1.key) }
        entries = sorted.map { .init(first: $0.key[0], second: $0.key[1], worth: Double($0.value)) }
        worths = sorted.map { RoundedInterval($0.value) }
        let payoffs = tree.ends.indices.map { Double(tree.payoff(end: $0, player: 0)) }
        range = payoffs.max()! - payoffs.min()!
        counts = sequences.counts
        let order = tree.setsFromTheRoot.reversed().filter { !tree.sets[$0].members.isEmpty }
        sets = (0..<2).map { player in
            order.filter { tree.sets[$0].player == player }.map {
                (sequences.leadingTo[$0], sequences.first[$0]..<sequences.first[$0] + tree.sets[$0].actions)
            }
        }
    }

    /// Two plans as they will be told, with proven bounds of the value.
    struct Bounded {
        /// For each player and sequence, the probability of the action that it ends with, in parts.
        let parts: [[Double]]
        let low: Double
        let high: Double

        var width: Double { high - low }

        func behaviour(_ tree: GameTree, _ sequences: Sequences) -> Behaviour {
            Behaviour(
                tree.sets.enumerated().map { set, information in
                    (0..<information.actions).map { action in
                        let place = sequences.first[set] + action
                        // A set without members has no probabilities of its own.
                        return information.members.isEmpty
                            ? (action == 0 ? 1 : 0)
                            : Rational(exactly: parts[information.player][place] / SequenceDuel.parts)
                    }
                })
        }
    }

    func bounded(_ plans: [[Double]]) -> Bounded {
        let parts = (0..<2).map { player in rounded(plans[player], player) }
        let exact = (0..<2).map { player in shares(parts[player], player) }
        return Bounded(
            parts: parts, low: -bestReply(1, to: exact[0]).high, high: bestReply(0, to: exact[1]).high)
    }

    /// The probabilities of actions, rounded so that those of a set sum to one exactly.
    private func rounded(_ plan: [Double], _ player: Int) -> [Double] {
        var parts = Array(repeating: Self.parts, count: plan.count)
        for set in sets[player] {
            var rest = Self.parts
            var largest = set.actions.lowerBound
            for place in set.actions {
                let share =
                    plan[set.leading] > 0
                    ? plan[place] / plan[set.leading] : 1 / Double(set.actions.count)
                parts[place] = (min(1, share) * Self.parts).rounded(.down)
                rest -= parts[place]
                if parts[place] > parts[largest] { largest = place }
            }
            parts[largest] += rest
        }
        return parts
    }

    /// How likely each sequence is, rounded outward.
    private func shares(_ parts: [Double], _ player: Int) -> [RoundedInterval] {
        var plan = Array(repeating: RoundedInterval(1, 1), count: parts.count)
        for set in sets[player].reversed() {
            for place in set.actions {
                let share = parts[place] / Self.parts
                plan[place] =
                    share == 0 ? RoundedInterval(0, 0) : plan[set.leading] * RoundedInterval(share, share)
            }
        }
        return plan
    }

    /// What the best reply to a plan of the other brings, in payoffs of the first player or their opposite.
    private func bestReply(_ player: Int, to plan: [RoundedInterval]) -> RoundedInterval {
        var values = Array(repeating: RoundedInterval(0, 0), count: counts[player])
        for (entry, worth) in zip(entries, worths) {
            let (mine, other) = player == 0 ? (entry.first, entry.second) : (entry.second, entry.first)
            guard plan[other].high > 0 else { continue }
            let product = worth * plan[other]
            values[mine] = player == 0 ? values[mine] + product : values[mine] - product
        }
        for set in sets[player] {
            let best = set.actions.reduce(RoundedInterval(-.infinity, -.infinity)) {
                RoundedInterval(max($0.low, values[$1].low), max($0.high, values[$1].high))
            }
            values[set.leading] = values[set.leading] + best
        }
        return values[0]
    }
}
