import Numbers

/// All sets of steps that can have been done at some time, ascending: the down-sets of the precedence.
///
/// Inside, steps carry *labels* in an order in which each comes after those that it needs; a set is a word with one bit for
/// each label.
///
/// - Source: Birkhoff, *Rings of sets* (1937), for the lattice; Held & Karp (1962) for dynamic programming over it.
struct StepLattice: Sendable {
    /// The step of each label.
    let steps: [Int]
    /// What must be done before each label.
    let needs: [UInt64]
    /// The sets, ascending as numbers.
    let sets: [UInt64]

    /// - Returns: `nil` if there are more sets than `limit`.
    /// - Complexity: O(sets · labels).
    init?(_ plan: StepPlan, limit: Int) {
        steps = plan.lawfulOrder
        let label = Dictionary(uniqueKeysWithValues: steps.enumerated().map { ($1, $0) })
        needs = steps.map { step in plan.steps[step].after.reduce(0) { $0 | 1 << UInt64(label[$1] ?? 0) } }
        var sets: [UInt64] = [0]
        // Every bit of the sets so far is below the new one, so what is appended stays in order.
        for (label, need) in needs.enumerated() {
            for place in sets.indices where sets[place] & need == need {
                if sets.count >= limit { return nil }
                sets.append(sets[place] | 1 << UInt64(label))
            }
        }
        self.sets = sets
    }

    /// Calls `visit` with every set and each label that can be done next, ascending; a set is met after all its subsets.
    ///
    /// The sets reached by one label ascend with those they are reached from, so one finger for each label finds them.
    @inline(__always)
    func forEachEdge(_ visit: (_ from: Int, _ label: Int, _ to: Int) -> Void) {
        var fingers = [Int](repeating: 0, count: needs.count)
        for (from, set) in sets.enumerated() {
            for label in needs.indices
            where set >> UInt64(label) & 1 == 0 && set & needs[label] == needs[label] {
                let target = set | 1 << UInt64(label)
                var finger = fingers[label]
                while sets[finger] != target { finger += 1 }
                fingers[label] = finger
                visit(from, label, finger)
            }
        }
    }

    /// The same from the full set down to the empty one.
    @inline(__always)
    func forEachEdgeBackwards(_ visit: (_ from: Int, _ label: Int, _ to: Int) -> Void) {
        var fingers = [Int](repeating: sets.count - 1, count: needs.count)
        for from in sets.indices.reversed() {
            let set = sets[from]
            for label in needs.indices
            where set >> UInt64(label) & 1 == 0 && set & needs[label] == needs[label] {
                let target = set | 1 << UInt64(label)
                var finger = fingers[label]
                while sets[finger] != target { finger -= 1 }
                fingers[label] = finger
                visit(from, label, finger)
            }
        }
    }

    /// The place of a set that is in the lattice.
    func place(of set: UInt64) -> Int {
        var (low, high) = (0, sets.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sets[middle] < set { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension StepPlan {
    /// An order that keeps to the precedence: always the step with the smallest number that can be done.
    public var lawfulOrder: [Int] {
        var (order, done): ([Int], Set<Int>) = ([], [])
        while let next = steps.indices.first(where: { step in
            !done.contains(step) && steps[step].after.allSatisfy(done.contains)
        }) {
            order.append(next)
            done.insert(next)
        }
        return order
    }
}
