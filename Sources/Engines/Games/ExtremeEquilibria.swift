public import Numbers

/// A pair of mixed strategies.
public struct MixedPair: Hashable, Sendable {
    public let first: [Rational]
    public let second: [Rational]

    public var profile: [[Rational]] { [first, second] }
}

/// The extreme equilibria of a two-player table and how they hang together.
public struct ExtremeEquilibria: Sendable {
    public let pairs: [MixedPair]
    /// The connected components of the set of all equilibria, as places in `pairs`.
    public let components: [[Int]]
    public let isComplete: Bool
    public let budget: Budget
}

extension GameTable {
    /// All extreme Nash equilibria of a two-player game, each once.
    ///
    /// Every equilibrium is a mixture of extreme ones that are exchangeable (Mangasarian 1964; Jansen 1981). They are the
    /// pairs of vertices of the two best-reply polytopes that carry all labels (Avis, Rosenberg, Savani & von Stengel
    /// 2010); the components follow from which vertices they share.
    ///
    /// - Parameter budget: What walking over the bases of the two polytopes may cost.
    /// - Returns: The equilibria and their components.
    /// - Complexity: Exponential in the number of strategies; the number of equilibria is, too.
    /// - Precondition: There are two players.
    public func extremeEquilibria(budget: Budget) -> ExtremeEquilibria {
        var budget = budget
        let matrices = bestReplyMatrices
        guard matrices.allSatisfy({ $0.count * ($0.count + $0[0].count) <= Self.tableauLimit }) else {
            return ExtremeEquilibria(pairs: [], components: [], isComplete: false, budget: budget)
        }
        let first = VertexSearch(matrices[0]).vertices(&budget)
        let second = VertexSearch(matrices[1]).vertices(&budget)
        let pairs = labelled(first.list, second.list)
        let list = pairs.map {
            MixedPair(first: first.list[$0.0].point.normalised, second: second.list[$0.1].point.normalised)
        }
        return ExtremeEquilibria(
            pairs: list, components: Self.components(pairs),
            isComplete: first.isComplete && second.isComplete, budget: budget)
    }

    /// How many entries a tableau may have.
    static let tableauLimit = 1_000_000

    /// The payoffs of the second player, column by column, and those of the first, row by row, made positive: that changes
    /// no best reply and keeps the best-reply polytopes bounded.
    ///
    /// - Precondition: There are two players.
    var bestReplyMatrices: [[[Rational]]] {
        let (mine, others) = (positive(matrix(of: 0)), positive(matrix(of: 1)))
        return [(0..<strategies[1]).map { column in others.map { $0[column] } }, mine]
    }

    private func positive(_ matrix: [[Rational]]) -> [[Rational]] {
        let least = matrix.flatMap(\.self).min() ?? 0
        return matrix.map { $0.map { $0 - least + 1 } }
    }

    /// The pairs of vertices in which every strategy is unused or a best reply.
    private func labelled(_ first: [VertexSearch.Vertex], _ second: [VertexSearch.Vertex]) -> [(Int, Int)] {
        let (rows, columns) = (strategies[0], strategies[1])
        // The labels of the second vertex in the order of the first one's: unused rows, then best columns.
        let left = first.map { LabelSet($0.isTight) }
        let right = second.map { LabelSet(Array($0.isTight[columns...]) + $0.isTight[..<columns]) }
        let all = LabelSet(Array(repeating: true, count: rows + columns))
        return left.indices.flatMap { one -> [(Int, Int)] in
            guard first[one].point.contains(where: { $0 != 0 }) else { return [] }
            return right.indices.filter { other in
                left[one].joins(right[other], to: all) && second[other].point.contains { $0 != 0 }
            }.map { (one, $0) }
        }
    }

    /// Pairs that share a vertex lie in one component.
    private static func components(_ pairs: [(Int, Int)]) -> [[Int]] {
        var leader = Array(pairs.indices)
        func root(_ place: Int) -> Int {
            var place = place
            while leader[place] != place {
                leader[place] = leader[leader[place]]
                place = leader[place]
            }
            return place
        }
        var (byFirst, bySecond): ([Int: Int], [Int: Int]) = ([:], [:])
        for (place, pair) in pairs.enumerated() {
            for known in [byFirst[pair.0], bySecond[pair.1]] {
                guard let known else { continue }
                let (a, b) = (root(known), root(place))
                leader[max(a, b)] = min(a, b)
            }
            byFirst[pair.0] = byFirst[pair.0] ?? place
            bySecond[pair.1] = bySecond[pair.1] ?? place
        }
        let groups = Dictionary(grouping: pairs.indices, by: root)
        return groups.keys.sorted().map { groups[$0]!.sorted() }
    }
}

extension [Rational] {
    /// The same in proportion, with the sum 1.
    ///
    /// - Precondition: The sum is not zero.
    var normalised: [Rational] {
        // In whole numbers first: sums of fractions with large denominators take long.
        let whole = IntegerTableau.whole(self)
        let sum = whole.reduce(.zero, +)
        return whole.map { $0 / sum }
    }
}

/// A set of labels as bits.
private struct LabelSet {
    private var words: [UInt64]

    init(_ labels: [Bool]) {
        words = Array(repeating: 0, count: (labels.count + 63) / 64)
        for (label, isIn) in labels.enumerated() where isIn { words[label >> 6] |= 1 << UInt64(label & 63) }
    }

    func joins(_ other: LabelSet, to all: LabelSet) -> Bool {
        for place in words.indices where words[place] | other.words[place] != all.words[place] {
            return false
        }
        return true
    }
}
