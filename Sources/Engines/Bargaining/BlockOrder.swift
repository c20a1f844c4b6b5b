/// In which order the issues of a block are decided.
///
/// The cost of a block is the number of states its terms can be in while they are open, so each next issue is the one that
/// leaves the fewest, from every start; of the orders found, the one with the fewest reachable states is taken.
struct BlockOrder {
    private let bargain: Bargain
    private let issues: [Int]
    private let terms: [Int]

    /// Enough states to be worth a search for a better order.
    private static let cheap = 200

    init(_ bargain: Bargain, _ issues: [Int], _ terms: [Int]) {
        (self.bargain, self.issues, self.terms) = (bargain, issues, terms)
    }

    func best() -> [Int] {
        var best = issues
        var least = states(issues, below: 1 << 22)
        for start in issues where least > BlockOrder.cheap {
            let order = greedy(from: start)
            let number = states(order, below: least)
            if number < least { (best, least) = (order, number) }
        }
        return best
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
