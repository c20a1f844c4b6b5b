/// For every state the states in which some movers can end by legal sequences: at least one move, nobody twice in a row.
///
/// Positions that reach each other reach the same states; such groups are found once and their sets united from the end backwards,
/// instead of one search per state. Of a group's targets those nearest to it come first, so that most of the others
/// are already covered.
///
/// - Complexity: O(*arcs* + *groups*² · *states* / 64) at worst in time, O(*groups* · *states* / 64) in memory.
struct ReachTable {
    private let states: Int
    private let arcs: [[[Int]]]
    /// Whether who moved last is part of a position.
    private let remembersMover: Bool
    private let group: [Int]
    private let rows: [StateSet]

    /// - Parameters:
    ///   - arcs: `arcs[m][s]`: where mover `m` can go from `s`.
    ///   - states: How many states there are.
    ///   - isTransitive: Whether two moves of one mover in a row are a move anyhow. Then a state may count as reached
    ///     from itself, which no definition asks about.
    init(_ arcs: [[[Int]]], states: Int, isTransitive: Bool = false) {
        let arcs = isTransitive ? [Self.joined(arcs, states)] : arcs
        (self.arcs, self.states, remembersMover) = (arcs, states, !isTransitive)
        func targets(_ position: Int) -> [Int] {
            if isTransitive { return arcs[0][position] }
            let (state, last) = position.quotientAndRemainder(dividingBy: arcs.count)
            return arcs.indices.filter { $0 != last }.flatMap { mover in
                arcs[mover][state].map { $0 * arcs.count + mover }
            }
        }
        let width = isTransitive ? 1 : arcs.count
        let found = strongGroups(states * width, targets)
        group = found.group
        rows = Self.rows(found, width, states, targets)
    }

    private static func joined(_ arcs: [[[Int]]], _ states: Int) -> [[Int]] {
        (0..<states).map { state in
            var set = StateSet(states: states)
            for mover in arcs.indices { for target in arcs[mover][state] { set.insert(target) } }
            return set.members
        }
    }

    private static func rows(
        _ found: (group: [Int], count: Int), _ width: Int, _ states: Int, _ targets: (Int) -> [Int]
    ) -> [StateSet] {
        var members = [[Int]](repeating: [], count: found.count)
        for (position, number) in found.group.enumerated() { members[number].append(position) }
        var rows: [StateSet] = []
        var joined = [Int](repeating: -1, count: found.count)
        for number in 0..<found.count {
            var row = StateSet(states: states)
            var next: [Int] = []
            for position in members[number] {
                for target in targets(position) {
                    row.insert(target / width)
                    let other = found.group[target]
                    if other != number, joined[other] != number {
                        joined[other] = number
                        next.append(other)
                    }
                }
            }
            // What holds one state of a group holds all that the group reaches; with the last mover that need not be.
            var closed = StateSet(states: states)
            for other in next.sorted(by: >) where width > 1 || !closed.contains(members[other][0]) {
                closed.formUnion(rows[other])
            }
            row.formUnion(closed)
            rows.append(row)
        }
        return rows
    }

    /// The states that can be reached from a state; itself only if a sequence comes back to it.
    func from(_ state: Int) -> StateSet {
        guard remembersMover else { return rows[group[state]] }
        var set = StateSet(states: states)
        // Most targets lie in few groups.
        var joined: [Int] = []
        for mover in arcs.indices {
            for target in arcs[mover][state] {
                set.insert(target)
                let number = group[target * arcs.count + mover]
                if !joined.contains(number) {
                    joined.append(number)
                    set.formUnion(rows[number])
                }
            }
        }
        return set
    }
}
