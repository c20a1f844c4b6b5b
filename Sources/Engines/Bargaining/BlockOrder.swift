/// In which order the issues of a block are decided.
///
/// The cost of a block is the number of states its terms can be in while they are open, so each next issue is the one that
/// leaves the fewest, from every start; of the orders found, the one with the fewest reachable states is taken.
struct BlockOrder {
    private let bargain: Bargain
    private let issues: [Int]
    private let terms: [Int]

    /// So few states are not worth a search for a better order.
    private static let cheap = 1000
    /// So many states are not counted to the end; then guesses decide.
    private static let many = 1 << 15

    /// Of so many orders the states are counted, those first that look best.
    private static let tried = 4

    init(_ bargain: Bargain, _ issues: [Int], _ terms: [Int]) {
        (self.bargain, self.issues, self.terms) = (bargain, issues, terms)
    }

    func best() -> [Int] {
        // Reading a large table once more costs more than a better order saves.
        let reading = terms.reduce(0) { $0 + bargain.terms[$1].holds.count }
        var best = issues
        if reading > 1 << 20 { return best }
        var least = (states: states(issues, below: BlockOrder.many), peak: peak(issues))
        if least.states <= BlockOrder.cheap { return best }
        let orders = issues.map { greedy(from: $0) }.map { (order: $0, peak: peak($0)) }
        for (order, peak) in orders.sorted(by: { $0.peak < $1.peak }).prefix(BlockOrder.tried) {
            let found = (states: states(order, below: least.states), peak: peak)
            if found < least { (best, least) = (order, found) }
        }
        return best
    }

    /// The largest guess on the way.
    private func peak(_ order: [Int]) -> Int {
        order.indices.reduce(0) { max($0, weight(Array(order[...$1]))) }
    }

    /// An order in which each next issue leaves the least behind.
    private func greedy(from start: Int) -> [Int] {
        var order = [start]
        var rest = issues.filter { $0 != start }
        while !rest.isEmpty {
            let next = rest.min { weight(order + [$0]) < weight(order + [$1]) }!
            order.append(next)
            rest.removeAll { $0 == next }
        }
        return order
    }

    /// A guess at the logarithm of the states after some issues: each open term has at most as many as its decided issues
    /// have combinations, and seldom many.
    private func weight(_ decided: [Int]) -> Int {
        terms.reduce(0) { sum, term in
            var (done, open) = (0, 0)
            for issue in bargain.terms[term].scope {
                let bits = Int.bitWidth - (bargain.space.alternatives[issue] - 1).leadingZeroBitCount
                if decided.contains(issue) { done += bits } else { open += bits }
            }
            return open == 0 || done == 0 ? sum : sum + min(done, 1 << min(open, 6), 3)
        }
    }

    /// How many states an order passes through, or `limit` if there are as many.
    private func states(_ order: [Int], below limit: Int) -> Int {
        var steps = TermSteps(bargain, order, terms)
        var (current, number): (Set<UInt>, Int) = ([steps.startKey], 1)
        for _ in order {
            var next: Set<UInt> = []
            guard steps.advance() else { return limit }
            for key in current {
                steps.open(key)
                for alternative in 0..<steps.alternatives {
                    if let key = steps.key(after: alternative) { next.insert(key) }
                }
                if number + next.count >= limit { return limit }
            }
            current = next
            number += next.count
        }
        return number
    }
}
