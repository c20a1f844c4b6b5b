import Foundation
import Numbers

/// The equations of agent logit equilibria in the logarithms of all probabilities (McKelvey & Palfrey 1998; Turocy 2010).
///
/// At every information set the probabilities sum to 1, and the logarithms of two of them differ by `lambda` times the
/// difference of what the actions bring, given that the set is reached. All probabilities are positive, so every set is.
struct LogitSystem {
    private let tree: GameTree
    /// For each set the place of its first action among the unknowns; `nil` where nothing is asked.
    private let first: [Int?]
    let unknowns: Int
    /// For each end that can happen: what it pays everybody, from 0 to 1 over all, the logarithm of its chance, and the
    /// nodes and unknowns on the way.
    private let ends: [End]
    /// For each set the nodes that can happen, in the same terms.
    private let members: [[Way]]
    /// How much more the best end of all pays than the worst.
    let range: Double

    private struct Way {
        let chance: Double
        let unknowns: [Int]
    }

    private struct End {
        let payoffs: [Double]
        let way: Way
        let sets: [Int]
    }

    init(_ tree: GameTree) {
        self.tree = tree
        var (first, count): ([Int?], Int) = ([], 0)
        for set in tree.sets.indices {
            first.append(tree.canHappen(set: set) ? count : nil)
            if tree.canHappen(set: set) { count += tree.sets[set].actions }
        }
        (self.first, unknowns) = (first, count)
        let payoffs = tree.payoffs.map { Double($0) }
        let (least, greatest) = (payoffs.min() ?? 0, payoffs.max() ?? 0)
        range = greatest - least
        let unit = range > 0 ? range : 1
        var (ends, members): ([End], [[Way]]) = ([], tree.sets.map { _ in [] })
        // The way to each node, from its parent's.
        var ways: [(way: Way, sets: [Int])] = []
        for information in tree.nodes {
            var (chance, path, sets) = (0.0, [Int](), [Int]())
            if information.parent >= 0 {
                let (parent, branch) = (Int(information.parent), Int(information.branch))
                (chance, path, sets) = (ways[parent].way.chance, ways[parent].way.unknowns, ways[parent].sets)
                if case .decision(let set) = tree.nodes[parent].kind {
                    if let place = first[set] { path.append(place + branch) }
                    sets.append(set)
                } else {
                    chance += log(Double(tree.probability(parent, branch)))
                }
            }
            let way = Way(chance: chance, unknowns: path)
            ways.append((way, sets))
            guard information.canHappen else { continue }
            switch information.kind {
            case .decision(let set): members[set].append(way)
            case .end(let end):
                let paid = (0..<tree.players).map { (payoffs[end * tree.players + $0] - least) / unit }
                ends.append(End(payoffs: paid, way: way, sets: sets))
            case .chance: break
            }
        }
        (self.ends, self.members) = (ends, members)
    }

    /// Where every action of a set is as likely as the others, as `lambda` 0 demands, and `lambda`.
    var start: [Double] {
        tree.sets.indices.filter { first[$0] != nil }.flatMap { set in
            Array(repeating: -log(Double(tree.sets[set].actions)), count: tree.sets[set].actions)
        } + [0]
    }

    /// What each action brings, given that its set is reached, with the derivatives by all logarithms.
    ///
    /// - Complexity: `ends * depth^2`.
    private func prospects(_ point: [Double]) -> (values: [Double], slopes: [[Double]]) {
        var values = Array(repeating: 0.0, count: unknowns)
        var slopes = Array(repeating: Array(repeating: 0.0, count: unknowns), count: unknowns)
        func weight(_ way: Way) -> Double { way.unknowns.reduce(way.chance) { $0 + point[$1] } }
        // Per set in units of its likeliest node, so that what is nearly impossible does not vanish.
        let logs = members.map { $0.map(weight) }
        let heights = logs.map { $0.max() ?? 0 }
        let sums = zip(logs, heights).map { logs, height in logs.reduce(0) { $0 + exp($1 - height) } }
        for end in ends {
            let height = weight(end.way)
            for (set, mine) in zip(end.sets, end.way.unknowns) {
                let share = exp(height - point[mine] - heights[set]) / sums[set]
                let worth = share * end.payoffs[tree.sets[set].player]
                values[mine] += worth
                for other in end.way.unknowns where other != mine { slopes[mine][other] += worth }
            }
        }
        for (set, ways) in members.enumerated() {
            guard let place = first[set] else { continue }
            for (way, log) in zip(ways, logs[set]) {
                let share = exp(log - heights[set]) / sums[set]
                for mine in place..<place + tree.sets[set].actions {
                    for other in way.unknowns { slopes[mine][other] -= values[mine] * share }
                }
            }
        }
        return (values, slopes)
    }

    /// By how much each equation fails, and its derivatives by all logarithms and `lambda`, row by row.
    func equations(_ point: [Double]) -> (errors: [Double], slopes: [[Double]]) {
        let (values, gradients) = prospects(point)
        let lambda = point[unknowns]
        var (errors, slopes): ([Double], [[Double]]) = ([], [])
        for set in tree.sets.indices {
            guard let place = first[set] else { continue }
            let mine = place..<place + tree.sets[set].actions
            var row = Array(repeating: 0.0, count: unknowns + 1)
            for action in mine { row[action] = exp(point[action]) }
            errors.append(row.reduce(-1, +))
            slopes.append(row)
            for action in mine.dropFirst() {
                let difference = values[action] - values[place]
                errors.append(point[action] - point[place] - lambda * difference)
                var row = (0..<unknowns).map { -lambda * (gradients[action][$0] - gradients[place][$0]) }
                row[action] += 1
                row[place] -= 1
                row.append(-difference)
                slopes.append(row)
            }
        }
        return (errors, slopes)
    }

    /// The most that changing a single action would bring, as a share of the range.
    func agentRegret(_ point: [Double]) -> Double {
        let values = prospects(point).values
        return tree.sets.indices.reduce(0) { most, set in
            guard let place = first[set] else { return most }
            let mine = place..<place + tree.sets[set].actions
            let expected = mine.reduce(0.0) { $0 + exp(point[$1]) * values[$1] }
            return max(most, values[mine].max()! - expected)
        }
    }

    /// The probabilities as fractions of a thousand million that sum to exactly 1; even ones where nothing is asked.
    func behaviour(_ point: [Double]) -> Behaviour {
        Behaviour(
            tree.sets.enumerated().map { set, information in
                guard let place = first[set] else {
                    return Array(
                        repeating: Rational(1, over: information.actions), count: information.actions)
                }
                let parts = point[place..<place + information.actions].map {
                    Int((min(1, exp($0)) * Double(Self.parts)).rounded())
                }
                var shares = parts
                // What rounding leaves over goes to the likeliest action.
                let likeliest = parts.indices.max { parts[$0] < parts[$1] }!
                shares[likeliest] += Self.parts - parts.reduce(0, +)
                return shares.map { Rational($0, over: Self.parts) }
            })
    }

    private static let parts = 1_000_000_000
}
