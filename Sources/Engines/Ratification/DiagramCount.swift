import Numbers

/// The power in any game, by its decision diagram: counts of the ways to a node times counts of the ways on from it.
struct DiagramCount<Count: VoteCount> {
    private typealias Sizes = SizeCounts<Count>
    private let diagram: VotingDiagram
    private let triangle: PascalTriangle<Count>
    /// How many members come after each group.
    private let rest: [Int]

    /// - Returns: `nil` if the budget did not last.
    static func power(_ game: SimpleGame, _ budget: inout Budget) -> VotingPower? {
        // Every edge carries a count for each size.
        let price = 8 + game.members / 8
        guard let diagram = VotingDiagram(game, price: price, budget: &budget) else { return nil }
        return DiagramCount(diagram, members: game.members, &budget)?.power(members: game.members)
    }

    private init?(_ diagram: VotingDiagram, members: Int, _ budget: inout Budget) {
        self.diagram = diagram
        var (rest, left): ([Int], Int) = ([], members)
        for group in diagram.groups {
            left -= group.members.count
            rest.append(left)
        }
        self.rest = rest
        let sizes = diagram.groups.map(\.members.count)
        let rows = sizes + sizes.map { $0 - 1 } + rest + [members]
        guard let triangle = PascalTriangle<Count>(rows: rows, budget: &budget) else { return nil }
        self.triangle = triangle
    }

    private func power(members: Int) -> VotingPower {
        let after = wins()
        let before = arrivals()
        var swings = Array(repeating: [Rational](), count: members)
        for (place, group) in diagram.groups.enumerated() {
            let others = triangle[group.members.count - 1]
            var sum = Sizes()
            for node in 0..<diagram.widths[place] {
                var turned = Sizes()
                for many in others.indices {
                    let gained = continued(after, place, node, many + 1)
                        .minus(continued(after, place, node, many))
                    turned.add(gained, times: others[many], movedBy: many)
                }
                sum.add(turned, times: before[place][node])
            }
            let list = padded(sum, members)
            for member in group.members { swings[member] = list }
        }
        let all = diagram.root >= 0 ? after[0][diagram.root] : terminal(diagram.root, members)
        return VotingPower(winningBySize: padded(all, members + 1), swingsBySize: swings)
    }

    private func padded(_ sizes: SizeCounts<Count>, _ length: Int) -> [Rational] {
        (0..<length).map { $0 < sizes.counts.count ? sizes.counts[$0].rational : 0 }
    }

    /// From a node before each group on, how many ways win, by how many more members they take in.
    private func wins() -> [[SizeCounts<Count>]] {
        var after: [[Sizes]] = diagram.groups.map { _ in [] }
        for place in diagram.groups.indices.reversed() {
            let ways = triangle[diagram.groups[place].members.count]
            after[place] = (0..<diagram.widths[place]).map { node in
                var sizes = Sizes()
                for many in ways.indices {
                    sizes.add(continued(after, place, node, many), times: ways[many], movedBy: many)
                }
                return sizes
            }
        }
        return after
    }

    private func continued(
        _ after: [[SizeCounts<Count>]], _ place: Int, _ node: Int, _ many: Int
    ) -> SizeCounts<Count> {
        let target = diagram.target(group: place, node: node, move: many)
        return target >= 0 ? after[place + 1][target] : terminal(target, rest[place])
    }

    private func terminal(_ target: Int, _ rest: Int) -> SizeCounts<Count> {
        target == VotingDiagram.won ? Sizes(triangle[rest]) : Sizes()
    }

    /// How many ways lead to each node before each group, by how many members they have taken in.
    private func arrivals() -> [[SizeCounts<Count>]] {
        var before = diagram.widths.map { Array(repeating: Sizes(), count: $0) }
        if diagram.root >= 0 { before[0][diagram.root] = Sizes([Count(whole: 1)]) }
        for place in diagram.groups.indices.dropLast() {
            let ways = triangle[diagram.groups[place].members.count]
            for node in 0..<diagram.widths[place] {
                for many in ways.indices {
                    let target = diagram.target(group: place, node: node, move: many)
                    guard target >= 0 else { continue }
                    before[place + 1][target].add(before[place][node], times: ways[many], movedBy: many)
                }
            }
        }
        return before
    }
}
