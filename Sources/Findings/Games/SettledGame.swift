import CaseModel
import Engines
import Numbers

/// What is left of a budget that several games share.
final class Purse {
    var left: Int

    init(_ left: Int) { self.left = left }
}

/// A game with all its numbers, ready to say what is done at a set: by striking out what is inadmissible where that
/// settles it, else by a search for every outcome.
final class SettledGame {
    let tree: GameTree
    private let admissible: [[Int]]
    /// What a search may cost.
    private let limit: Int
    private let purse: Purse?
    /// How many steps a search took.
    private(set) var cost = 0
    private lazy var equilibria: [SequentialEquilibrium]? = search()

    /// - Parameters:
    ///   - tree: The game.
    ///   - limit: How many steps a search may take.
    ///   - purse: What the search is paid from, if several games share one.
    init(_ tree: GameTree, limit: Int = 20_000, _ purse: Purse? = nil) {
        (self.tree, self.limit, self.purse) = (tree, limit, purse)
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
        guard limit > 0 else { return nil }
        let search = tree.sequentialEquilibria(sequences, budget: Budget(limit))
        // Setting up a search costs something, too.
        cost = search.budget.used + tree.size
        purse?.left -= cost
        return search.isComplete ? tree.admissible(search.equilibria) : nil
    }

    /// What everybody does and believes: the play that is left alone, else every outcome of the search; `nil` where it did
    /// not come to an end.
    private(set) lazy var outcomes: [Assessment]? =
        tree.admissibleTrembles().map { [tree.assessment(from: $0)] } ?? equilibria?.map(\.assessment)
}

extension GameTree {
    /// The equilibria in which nobody who is asked takes an action that admissible play strikes, if there are any; else
    /// all.
    ///
    /// A player who cannot change what happens may do anything in a sequential equilibrium; what he would do if it came
    /// to matter is left.
    func admissible(_ equilibria: [SequentialEquilibrium]) -> [SequentialEquilibrium] {
        guard equilibria.count > 1 else { return equilibria }
        let actions = admissibleActions()
        let kept = equilibria.filter { one in
            reachedSets(one.assessment.trembles).allSatisfy { set in
                let shares = one.assessment.behaviour.probabilities[set]
                return shares.indices.allSatisfy { shares[$0] == 0 || actions[set].contains($0) }
            }
        }
        return kept.isEmpty ? equilibria : kept
    }
}
