/// How two players of a tree learn to play against each other in floating point, if their payoffs always have the same
/// sum: each set minimises its own regrets (counterfactual regret minimisation, Zinkevich et al. 2007) by predictive
/// regret matching (Farina, Kroer & Sandholm 2021). The average of what was played nears an equilibrium.
///
/// A step costs one pass over the entries and one over the sequences.
struct RegretMatching {
    /// What two sequences bring the first player when both are played, chance included.
    struct Entry {
        let first: Int
        let second: Int
        let worth: Double
    }

    private var players: [Learner]
    private let entries: [Entry]
    private var worths: [[Double]]
    private var steps = 0.0

    init(_ tree: GameTree, _ sequences: Sequences, _ entries: [Entry]) {
        players = (0..<2).map { Learner(tree, sequences, $0) }
        worths = sequences.counts.map { Array(repeating: 0, count: $0) }
        self.entries = entries
    }

    /// One choice of each player, the second already answering the first.
    mutating func step() {
        steps += 1
        for player in 0..<2 {
            weigh(player)
            // Late choices are the better ones; squares are the customary weights.
            players[player].learn(worths[player], weight: steps * steps)
        }
    }

    /// What each sequence brings a player against what the other does now.
    private mutating func weigh(_ player: Int) {
        worths[player].withUnsafeMutableBufferPointer { worths in
            players[1 - player].plan.withUnsafeBufferPointer { other in
                worths.update(repeating: 0)
                if player == 0 {
                    for entry in entries { worths[entry.first] += entry.worth * other[entry.second] }
                } else {
                    for entry in entries { worths[entry.second] -= entry.worth * other[entry.first] }
                }
            }
        }
    }

    /// How likely each sequence was on average since the last fresh start, per player.
    var averages: [[Double]] { players.map(\.average) }

    /// Goes on from the averages, which from then on are taken anew; the size of the regrets is kept, so that the players
    /// hold on to what they have learned. Fresh starts make the averages near the equilibrium at a linear rate.
    mutating func startAfresh() {
        steps = 0
        for player in 0..<2 { players[player].startAfresh() }
    }
}

extension RegretMatching {
    /// One player's regrets, and what he does.
    private struct Learner {
        /// The sets, each before those it leads to.
        private let sets: [Place]
        private var regrets: [Double]
        private var choices: [Double]
        private var later: [Double]
        private var sum: [Double]
        /// How likely each sequence is now.
        private(set) var plan: [Double]

        private struct Place {
            let leading: Int
            let actions: Range<Int>
        }

        init(_ tree: GameTree, _ sequences: Sequences, _ player: Int) {
            let mine = tree.setsFromTheRoot.filter {
                tree.sets[$0].player == player && !tree.sets[$0].members.isEmpty
            }
            sets = mine.map { set in
                let first = sequences.first[set]
                return Place(
                    leading: sequences.leadingTo[set], actions: first..<first + tree.sets[set].actions)
            }
            let zeros = Array(repeating: 0.0, count: sequences.counts[player])
            (regrets, choices, later, sum, plan) = (zeros, zeros, zeros, zeros, zeros)
            for set in sets { for place in set.actions { choices[place] = 1 / Double(set.actions.count) } }
            realise()
        }

        var average: [Double] { sum[0] > 0 ? sum.map { $0 / sum[0] } : plan }

        /// Takes in what the sequences would have brought, and chooses as if it came again.
        mutating func learn(_ worths: [Double], weight: Double) {
            later = worths
            for set in sets.reversed() {
                let mean = set.actions.reduce(0.0) { $0 + choices[$1] * later[$1] }
                later[set.leading] += mean
                for place in set.actions { regrets[place] = max(0, regrets[place] + later[place] - mean) }
            }
            later = worths
            for set in sets.reversed() { choose(set) }
            realise()
            for place in plan.indices { sum[place] += weight * plan[place] }
        }

        private mutating func choose(_ set: Place) {
            let before = set.actions.reduce(0.0) { $0 + choices[$1] * later[$1] }
            var total = 0.0
            for place in set.actions {
                choices[place] = max(0, regrets[place] + later[place] - before)
                total += choices[place]
            }
            var mean = 0.0
            for place in set.actions {
                choices[place] = total > 0 ? choices[place] / total : 1 / Double(set.actions.count)
                mean += choices[place] * later[place]
            }
            later[set.leading] += mean
        }

        private mutating func realise() {
            plan[0] = 1
            for set in sets {
                for place in set.actions { plan[place] = plan[set.leading] * choices[place] }
            }
        }

        mutating func startAfresh() {
            for set in sets {
                let total = set.actions.reduce(0.0) { $0 + regrets[$1] }
                for place in set.actions {
                    if sum[set.leading] > 0 { choices[place] = sum[place] / sum[set.leading] }
                    regrets[place] = total * choices[place]
                }
            }
            realise()
            for place in sum.indices { sum[place] = 0 }
        }
    }
}
