/// For every state the states in which some movers can end by legal sequences: at least one move, nobody twice in a row.
///
/// Positions (a state and who moved last) that reach each other reach the same states; such groups are found once and
/// their sets united from the end backwards, instead of one search per state.
///
/// - Complexity: O(*arcs* · *movers* · *states* / 64) in time, O(*groups* · *states* / 64) in memory.
/// - Source: Tarjan, *Depth-first search and linear graph algorithms* (1972), for the groups.
struct ReachTable {
    /// `arcs[m][s]`: where mover `m` can go from `s`.
    private let arcs: [[[Int]]]
    private let states: Int
    /// The group of each position `state · movers + last mover`.
    private var group: [Int32]
    private var rows: [StateSet] = []

    /// - Parameters:
    ///   - arcs: Per mover and state the targets.
    ///   - states: How many states there are.
    init(_ arcs: [[[Int]]], states: Int) {
        (self.arcs, self.states) = (arcs, states)
        group = Array(repeating: -1, count: states * arcs.count)
        findGroups()
    }

    /// The states that can be reached from a state; itself only if a sequence comes back to it.
    func from(_ state: Int) -> StateSet {
        var set = StateSet(states: states)
        for mover in arcs.indices {
            for target in arcs[mover][state] {
                set.insert(target)
                set.formUnion(rows[Int(group[target * arcs.count + mover])])
            }
        }
        return set
    }

    private func targets(_ position: Int) -> [Int] {
        let (state, last) = position.quotientAndRemainder(dividingBy: arcs.count)
        var list: [Int] = []
        for mover in arcs.indices where mover != last {
            for target in arcs[mover][state] { list.append(target * arcs.count + mover) }
        }
        return list
    }

    private mutating func findGroups() {
        let count = group.count
        var (index, low) = ([Int32](repeating: -1, count: count), [Int32](repeating: 0, count: count))
        var (next, open, stack): (Int32, [Int], [(position: Int, targets: [Int], at: Int)]) = (0, [], [])
        func enter(_ position: Int) {
            (index[position], low[position]) = (next, next)
            next += 1
            open.append(position)
            stack.append((position, targets(position), 0))
        }
        for root in 0..<count where index[root] < 0 {
            enter(root)
            while let top = stack.last {
                if top.at < top.targets.count {
                    stack[stack.count - 1].at += 1
                    let target = top.targets[top.at]
                    if index[target] < 0 {
                        enter(target)
                    } else if group[target] < 0 {
                        low[top.position] = min(low[top.position], index[target])
                    }
                    continue
                }
                stack.removeLast()
                if let parent = stack.last { low[parent.position] = min(low[parent.position], low[top.position]) }
                if low[top.position] == index[top.position] { close(top.position, &open) }
            }
        }
    }

    /// Makes a group of everything opened since a position, and unites what it reaches.
    private mutating func close(_ root: Int, _ open: inout [Int]) {
        let start = open.lastIndex(of: root)!
        let members = Array(open[start...])
        open.removeSubrange(start...)
        let number = Int32(rows.count)
        for member in members { group[member] = number }
        var row = StateSet(states: states)
        for member in members {
            for target in targets(member) {
                row.insert(target / arcs.count)
                if group[target] != number { row.formUnion(rows[Int(group[target])]) }
            }
        }
        rows.append(row)
    }
}
