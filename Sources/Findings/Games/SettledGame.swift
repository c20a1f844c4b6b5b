import CaseModel
import Engines
import Numbers

/// A game with all its numbers, ready to say what is done at a set: by striking out what is inadmissible where that
/// settles it, else by a search for every outcome.
final class SettledGame {
    let tree: GameTree
    private let admissible: [[Int]]
    /// What a search may cost.
    private let limit: Int
    private lazy var equilibria: [SequentialEquilibrium]? = search()

    init(_ tree: GameTree, limit: Int = 20_000) {
        (self.tree, self.limit) = (tree, limit)
        admissible = tree.admissibleActions()
    }

    /// What is done at a set.
    struct Standing: Hashable {
        /// Per action how likely it is taken, over all outcomes that were found.
        var shares: [Interval]
        /// The ways to choose that occur, each as the actions that are taken.
        var ways: Set<[Int]>
        /// Whether another action would do as well.
        var isIndifferent: Bool
    }

    /// What is done at a set if it is reached; `nil` where the search did not come to an end.
    func standing(at set: Int) -> Standing? {
        if admissible[set].count == 1 {
            return Standing(
                shares: (0..<tree.sets[set].actions).map {
                    Interval($0 == admissible[set][0] ? .one : .zero)
                },
                ways: [admissible[set]], isIndifferent: false)
        }
        guard let equilibria, !equilibria.isEmpty else { return nil }
        let each = equilibria.map { standing(at: set, in: $0) }
        return each.dropFirst().reduce(each[0]) { all, one in
            Standing(
                shares: zip(all.shares, one.shares).map { $0.hull($1) }, ways: all.ways.union(one.ways),
                isIndifferent: all.isIndifferent || one.isIndifferent)
        }
    }

    private func standing(at set: Int, in one: SequentialEquilibrium) -> Standing {
        let shares = one.assessment.behaviour.probabilities[set]
        let taken = shares.indices.filter { shares[$0] != 0 }
        let best = tree.bestActions(at: set, one.assessment)
        let isReached = tree.reachedSets(one.assessment.trembles).contains(set)
        let isSettled = best.count < 2 && (isReached || tree.sets[set].members.count == 1)
        if isSettled || isReached && taken.count == best.count && !one.isOneOfMany {
            return Standing(shares: shares.map { Interval($0) }, ways: [taken], isIndifferent: false)
        }
        // Nobody is held to anything: by indifference, or because other beliefs would do where nobody comes.
        let open = isReached ? best : admissible[set]
        return Standing(
            shares: shares.indices.map { open.contains($0) ? Interval(0, 1) : Interval(0) }, ways: [open],
            isIndifferent: true)
    }

    private func search() -> [SequentialEquilibrium]? {
        guard let sequences = try? tree.sequences() else { return nil }
        let search = tree.sequentialEquilibria(sequences, budget: Budget(limit))
        return search.isComplete ? tree.strongest(search.equilibria) : nil
    }

    /// The outcomes that were found; `nil` where the search did not come to an end.
    var outcomes: [SequentialEquilibrium]? { equilibria }
}
