import Numbers

/// A decision diagram whose moves have chances, as whole multiples of one fraction for each group.
struct ChanceDiagram {
    private let diagram: VotingDiagram
    /// For each group and move the chance times the group's scale.
    private let parts: [[Rational]]
    private let scale: Rational

    init?(_ rule: ScoredRule, _ chances: [BallotChances], _ budget: inout Budget) {
        struct Kind: Hashable {
            let scores: [[Int]]
            let chances: BallotChances
        }
        let alike = Dictionary(grouping: chances.indices) { member in
            Kind(
                scores: Ballot.allCases.map { b in rule.axes.map { $0[b.rawValue][member] } },
                chances: chances[member])
        }
        // As members stand: those of one house stand together.
        let kinds = alike.sorted { $0.value[0] < $1.value[0] }
        guard let triangle = PascalTriangle<Rational>(rows: kinds.map(\.value.count), budget: &budget) else {
            return nil
        }
        var (groups, parts, scale): ([VotingDiagram.Group], [[Rational]], Rational) = ([], [], 1)
        for (kind, members) in kinds {
            let shares = ChanceDiagram.whole(kind.chances)
            let moves = ChanceDiagram.moves(members, kind.scores, shares, triangle)
            groups += moves.map(\.group)
            parts += moves.map(\.parts)
            for _ in members { scale *= shares.reduce(Rational.zero, +) }
        }
        guard
            let diagram = VotingDiagram(
                axes: rule.axes.count, gate: rule.gate, groups: groups, budget: &budget)
        else { return nil }
        (self.diagram, self.parts, self.scale) = (diagram, parts, scale)
    }

    /// The chances of the ballots in whole numbers.
    private static func whole(_ chances: BallotChances) -> [Rational] {
        var scale = Rational.one
        for ballot in Ballot.allCases { scale *= 1 / (chances[ballot] * scale).fraction }
        return Ballot.allCases.map { chances[$0] * scale }
    }

    /// Members who do one of two things in one group, others each alone; nothing that has no chance.
    private static func moves(
        _ members: [Int], _ scores: [[Int]], _ shares: [Rational], _ triangle: PascalTriangle<Rational>
    ) -> [(group: VotingDiagram.Group, parts: [Rational])] {
        let possible = Ballot.allCases.filter { shares[$0.rawValue] > 0 }
        guard possible.count == 2 else {
            let moves = possible.map { scores[$0.rawValue] }
            return members.map { ([$0], moves) }.map {
                (VotingDiagram.Group(members: $0, moves: $1), possible.map { shares[$0.rawValue] })
            }
        }
        let (one, other) = (possible[0].rawValue, possible[1].rawValue)
        let all = members.count
        var powers = (0..<2).map { _ in [Rational.one] }
        for number in 0..<all {
            powers[0].append(powers[0][number] * shares[one])
            powers[1].append(powers[1][number] * shares[other])
        }
        let moves = (0...all).map { many in
            zip(scores[one], scores[other]).map { $0 * (all - many) + $1 * many }
        }
        let parts = (0...all).map { triangle[all][$0] * powers[0][all - $0] * powers[1][$0] }
        return [(VotingDiagram.Group(members: members, moves: moves), parts)]
    }

    func chance() -> Rational {
        guard diagram.root >= 0 else { return diagram.root == VotingDiagram.won ? 1 : 0 }
        var (masses, won): ([Rational], Rational) = ([1], 0)
        for place in diagram.groups.indices {
            let next = place + 1 < diagram.widths.count ? diagram.widths[place + 1] : 0
            var after = Array(repeating: Rational.zero, count: next)
            let all = parts[place].reduce(Rational.zero, +)
            won *= all
            for (node, mass) in masses.enumerated() where mass != 0 {
                for (move, part) in parts[place].enumerated() {
                    let target = diagram.target(group: place, node: node, move: move)
                    if target >= 0 { after[target] += mass * part }
                    if target == VotingDiagram.won { won += mass * part }
                }
            }
            masses = after
        }
        return won / scale
    }
}

extension Rational {
    /// One over the denominator.
    fileprivate var fraction: Rational {
        var (left, right) = (magnitude, Rational.one)
        while left != 0 { (left, right) = (right - (right / left).floor * left, left) }
        return right
    }
}
