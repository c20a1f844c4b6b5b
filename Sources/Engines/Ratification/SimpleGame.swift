/// A monotone rule of two states, in or out: along each axis every member adds a weight, and leaves ask for sums.
///
/// Made of a rule for yes and no, or of the flips that would turn a given vote; winning is what is asked for.
struct SimpleGame: Hashable, Sendable {
    let members: Int
    /// For each axis the weight of every member, none negative.
    let axes: [[Int]]
    /// Without parts that are the same whatever the members do.
    let gate: Gate

    /// A game whose leaves are named by the axes given; equal axes become one, unused ones none.
    init(members: Int, axes: [[Int]], gate: Gate) {
        self.members = members
        var (kept, numbers): ([[Int]], [[Int]: Int]) = ([], [:])
        let totals = axes.map { $0.reduce(0, +) }
        self.gate = gate.simplified { axis, threshold in
            if threshold <= 0 { return .always }
            if threshold > totals[axis] { return .never }
            let divisor = axes[axis].reduce(0, SimpleGame.greatestCommonDivisor)
            let weights = axes[axis].map { $0 / divisor }
            if numbers[weights] == nil {
                numbers[weights] = kept.count
                kept.append(weights)
            }
            return .reaches(axis: numbers[weights]!, (threshold + divisor - 1) / divisor)
        }
        self.axes = kept
    }

    private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
        b == 0 ? a : greatestCommonDivisor(b, a % b)
    }

    /// The game of yes and no.
    init(_ body: VotingBody) {
        self.init(
            members: body.members, axes: body.scores.axes.map { $0[Ballot.yes.rawValue] },
            gate: body.scores.gate)
    }

    /// The game of flips: a set of members wins if their changing together, to yes or to no, turns the result.
    init(turning ballots: [Ballot], in body: VotingBody, passes: Bool) {
        let axes = body.scores.axes
        let sums = axes.map { axis in
            ballots.indices.reduce(0) { $0 + axis[ballots[$1].rawValue][$1] }
        }
        let gains = axes.map { axis in
            ballots.indices.map { member in
                let now = axis[ballots[member].rawValue][member]
                return passes ? now : axis[Ballot.yes.rawValue][member] - now
            }
        }
        let gate = body.scores.gate
        self.init(
            members: body.members, axes: gains,
            gate: passes
                ? gate.dual { .reaches(axis: $0, sums[$0] - $1 + 1) }
                : gate.mapped { .reaches(axis: $0, $1 - sums[$0]) })
    }

    /// The blocking game: a coalition wins here if the others do not win there.
    var dual: SimpleGame {
        let totals = axes.map { $0.reduce(0, +) }
        return SimpleGame(
            members: members, axes: axes, gate: gate.dual { .reaches(axis: $0, totals[$0] - $1 + 1) })
    }

    /// The same game where only these members can be in.
    func restricted(to allowed: Set<Int>) -> SimpleGame {
        SimpleGame(
            members: members,
            axes: axes.map { axis in axis.indices.map { allowed.contains($0) ? axis[$0] : 0 } }, gate: gate)
    }

    /// Whether the members win.
    func wins(_ coalition: some Sequence<Int>) -> Bool {
        var sums = axes.map { _ in 0 }
        for member in coalition {
            for axis in axes.indices { sums[axis] += axes[axis][member] }
        }
        return gate.isMet(by: sums)
    }

    /// What each member adds along the axes.
    func column(_ member: Int) -> [Int] { axes.map { $0[member] } }

    /// The members in classes of equal weights, which no rule can tell apart: heavy ones first, and those together
    /// that share an axis.
    var classes: [[Int]] {
        let columns = Dictionary(grouping: 0..<members) { column($0) }
        return columns.sorted { left, right in
            let (a, b) = (SimpleGame.place(left.key), SimpleGame.place(right.key))
            return a != b ? a.lexicographicallyPrecedes(b) : right.key.lexicographicallyPrecedes(left.key)
        }.map(\.value)
    }

    /// Which axes a column has, in an order that keeps together what shares the first of them.
    private static func place(_ column: [Int]) -> [Int] {
        [column.firstIndex { $0 > 0 } ?? column.count]
    }
}

extension Gate {
    func isMet(by sums: [Int]) -> Bool {
        switch self {
        case .reaches(let axis, let threshold): sums[axis] >= threshold
        case .atLeast(let least, let parts): parts.count { $0.isMet(by: sums) } >= least
        }
    }

    /// Whether the gate is met by the sums and so many times more.
    func isMet(by sums: [Int], adding more: [Int], times factor: Int = 1) -> Bool {
        switch self {
        case .reaches(let axis, let threshold): return sums[axis] + more[axis] * factor >= threshold
        case .atLeast(let least, let parts):
            var met = 0
            for part in parts where part.isMet(by: sums, adding: more, times: factor) { met += 1 }
            return met >= least
        }
    }

    /// The gate with other leaves.
    func mapped(_ leaf: (Int, Int) -> Gate) -> Gate {
        switch self {
        case .reaches(let axis, let threshold): leaf(axis, threshold)
        case .atLeast(let least, let parts): .atLeast(least, parts.map { $0.mapped(leaf) })
        }
    }

    /// Met where this one is not, with the leaves' own duals given.
    func dual(_ leaf: (Int, Int) -> Gate) -> Gate {
        switch self {
        case .reaches(let axis, let threshold): leaf(axis, threshold)
        case .atLeast(let least, let parts):
            .atLeast(parts.count - least + 1, parts.map { $0.dual(leaf) })
        }
    }

    /// The same gate with other leaves and without parts that are constant.
    func simplified(_ leaf: (Int, Int) -> Gate) -> Gate {
        guard case .atLeast(let least, let parts) = self else {
            guard case .reaches(let axis, let threshold) = self else { return self }
            return leaf(axis, threshold)
        }
        var (need, open): (Int, [Gate]) = (least, [])
        for part in parts.map({ $0.simplified(leaf) }) {
            if part == .always { need -= 1 } else if part != .never { open.append(part) }
        }
        if need <= 0 { return .always }
        if need > open.count { return .never }
        return open.count == 1 ? open[0] : .atLeast(need, open)
    }

    /// The leaves, as axis and threshold.
    var leaves: [(axis: Int, threshold: Int)] {
        switch self {
        case .reaches(let axis, let threshold): [(axis, threshold)]
        case .atLeast(_, let parts): parts.flatMap(\.leaves)
        }
    }
}
