public import Numbers

extension GameTree {
    /// A better action at an information set, given the beliefs there and what everybody does later.
    public struct Deviation: Hashable, Sendable {
        public let set: Int
        /// An action that is taken and does worse.
        public let taken: Int
        public let better: Int
        public let gain: Rational
    }

    /// The most profitable deviation at each set where the assessment is not sequentially rational.
    ///
    /// An assessment without any is a sequential equilibrium (Kreps & Wilson 1982): at every set each action that is
    /// taken is best, given the belief there and the behaviour everywhere else, and by the one-shot-deviation principle
    /// no plan over several sets does better either.
    ///
    /// - Complexity: Two passes over the tree.
    public func deviations(from assessment: Assessment) -> [Deviation] {
        let values = values(under: assessment.behaviour)
        return sets.indices.compactMap { set in
            guard let worth = worth(of: set, assessment, values) else { return nil }
            let taken = worth.indices.filter { assessment.behaviour.probabilities[set][$0] != 0 }
            let best = worth.indices.max { worth[$0] < worth[$1] }!
            let worst = taken.min { worth[$0] < worth[$1] }!
            guard worth[worst] < worth[best] else { return nil }
            return Deviation(set: set, taken: worst, better: best, gain: worth[best] - worth[worst])
        }
    }

    /// What each action of a set is worth under the belief there; `nil` where there is none.
    func worth(of set: Int, _ assessment: Assessment, _ values: [Rational]) -> [Rational]? {
        guard let belief = assessment.beliefs[set] else { return nil }
        let player = sets[set].player
        return (0..<sets[set].actions).map { action in
            zip(sets[set].members, belief).reduce(Rational.zero) { sum, member in
                member.1 == 0 ? sum : sum + member.1 * values[child(member.0, action) * players + player]
            }
        }
    }

    /// The sets that are reached and at which an action that is not taken would do as well as those that are.
    ///
    /// Such an equilibrium stands on a threshold: a slight change of the game may tip it.
    public func ties(in assessment: Assessment) -> [Int] {
        let values = values(under: assessment.behaviour)
        return reachedSets(assessment.trembles).filter { set in
            guard let worth = worth(of: set, assessment, values) else { return false }
            let taken = assessment.behaviour.probabilities[set]
            let best = worth.max()!
            return worth.indices.contains { worth[$0] == best && taken[$0] == 0 }
        }
    }

    /// Whether trembles prove a sequential equilibrium: they are proper, and their limit is sequentially rational.
    public func isSequential(_ trembles: Trembles) -> Bool {
        areProper(trembles) && deviations(from: assessment(from: trembles)).isEmpty
    }

    /// Whether every action has a positive weight and an order, and the weights of intention sum to 1 at every set.
    func areProper(_ trembles: Trembles) -> Bool {
        guard trembles.orders.count == sets.count, trembles.weights.count == sets.count else { return false }
        return zip(sets, zip(trembles.orders, trembles.weights)).allSatisfy { set, tremble in
            let (orders, weights) = tremble
            guard orders.count == set.actions, weights.count == set.actions else { return false }
            let intended = zip(orders, weights).filter { $0.0 == 0 }.reduce(Rational.zero) { $0 + $1.1 }
            return orders.allSatisfy { $0 >= 0 } && weights.allSatisfy { $0 > 0 } && intended == 1
        }
    }
}

extension GameTree {
    /// The sets that are reached without a slip.
    public func reachedSets(_ trembles: Trembles) -> [Int] {
        let reach = reaches(under: trembles)
        return sets.indices.filter { sets[$0].members.contains { reach[$0]?.order == 0 } }
    }
}
