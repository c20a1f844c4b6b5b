/// The groups of positions that reach each other, numbered so that arcs lead to the same or to a lower number.
///
/// - Parameters:
///   - count: How many positions there are.
///   - targets: Where a position leads.
/// - Returns: The number of the group of each position, and how many groups there are.
/// - Complexity: O(*positions* + *arcs*).
/// - Source: Tarjan, *Depth-first search and linear graph algorithms* (1972).
func strongGroups(_ count: Int, _ targets: (Int) -> [Int]) -> (group: [Int], count: Int) {
    var (index, low) = ([Int](repeating: -1, count: count), [Int](repeating: 0, count: count))
    var group = [Int](repeating: -1, count: count)
    var (next, groups, open): (Int, Int, [Int]) = (0, 0, [])
    var stack: [(position: Int, targets: [Int], at: Int)] = []
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
            guard low[top.position] == index[top.position] else { continue }
            repeat { group[open.last!] = groups } while open.removeLast() != top.position
            groups += 1
        }
    }
    return (group, groups)
}
