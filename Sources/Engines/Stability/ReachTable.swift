/// For every state the states in which some movers can end by legal sequences: at least one move, nobody twice in a row.
///
/// Positions (a state and who moved last) that reach each other reach the same states; such groups are found once and
/// their sets united from the end backwards, instead of one search per state.
///
/// - Complexity: O(*arcs* · *movers* · *states* / 64) in time, O(*groups* · *states* / 64) in memory.
struct ReachTable {
    /// `arcs[m][s]`: where mover `m` can go from `s`.
    private let arcs: [[[Int]]]
    private let states: Int
    /// The group of each position `state · movers + last mover`, and what each group reaches.
    private let group: [Int]
    private var rows: [StateSet]

    /// - Parameters:
    ///   - arcs: Per mover and state the targets.
    ///   - states: How many states there are.
    init(_ arcs: [[[Int]]], states: Int) {
        (self.arcs, self.states) = (arcs, states)
        func targets(_ position: Int) -> [Int] {
            let (state, last) = position.quotientAndRemainder(dividingBy: arcs.count)
            return arcs.indices.filter { $0 != last }.flatMap { mover in
                arcs[mover][state].map { $0 * arcs.count + mover }
            }
        }
        let found = strongGroups(states * arcs.count, targets)
        group = found.group
        var members = [[Int]](repeating: [], count: found.count)
        for (position, number) in found.group.enumerated() { members[number].append(position) }
        rows = []
        for number in 0..<found.count {
            var row = StateSet(states: states)
            for target in members[number].flatMap(targets) {
                row.insert(target / arcs.count)
                if found.group[target] != number { row.formUnion(rows[found.group[target]]) }
            }
            rows.append(row)
        }
    }

    /// The states that can be reached from a state; itself only if a sequence comes back to it.
    func from(_ state: Int) -> StateSet {
        var set = StateSet(states: states)
        for mover in arcs.indices {
            for target in arcs[mover][state] {
                set.insert(target)
                set.formUnion(rows[group[target * arcs.count + mover]])
            }
        }
        return set
    }
}
