/// For each size of a coalition which pairs of sums win.
struct WinningPlane {
    /// Adds, or takes away, all pairs of sums that are at least these.
    struct Corner {
        let first: Int
        let second: Int
        let sign: Int
    }

    /// The two axes that are not head counts; one of zeros for one that is missing.
    let weights: [[Int]]
    let corners: [[Corner]]

    init?(_ game: SimpleGame) {
        let heavy = game.axes.indices.filter { game.axes[$0].contains { $0 != 1 } }
        guard heavy.count <= 2 else { return nil }
        let none = Array(repeating: 0, count: game.members)
        weights = (0..<2).map { $0 < heavy.count ? game.axes[heavy[$0]] : none }
        let levels = (0..<2).map { place in
            let leaves = game.gate.leaves.filter { place < heavy.count && $0.axis == heavy[place] }
            return [0] + Set(leaves.map(\.threshold)).sorted()
        }
        corners = (0...game.members).map { size in
            var sums = game.axes.map { _ in size }
            var (corners, last): ([Corner], Int?) = ([], nil)
            for first in levels[0] {
                let second = levels[1].first { second in
                    for place in heavy.indices { sums[heavy[place]] = place == 0 ? first : second }
                    return game.gate.isMet(by: sums)
                }
                guard let second, second != last else { continue }
                corners.append(Corner(first: first, second: second, sign: 1))
                if let last { corners.append(Corner(first: first, second: last, sign: -1)) }
                last = second
            }
            return corners
        }
    }
}
