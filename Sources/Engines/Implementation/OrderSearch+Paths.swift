import Numbers

extension OrderSearch {
    /// How many paths there are whose edges all pass, in machine words as long as they suffice for all orders.
    @inline(__always)
    func tally(_ passes: (_ done: Int, _ from: Int, _ label: Int) -> Bool) -> Rational {
        switch plan.steps.count {
        case ...20: paths(of: Int.self, passes)  // 20! < 2⁶³
        case ...33: paths(of: Int128.self, passes)  // 33! < 2¹²⁷
        default: paths(of: Rational.self, passes)
        }
    }

    @inline(__always)
    private func paths<Count: Tally>(
        of type: Count.Type, _ passes: (_ done: Int, _ from: Int, _ label: Int) -> Bool
    ) -> Rational {
        let zero = Count(whole: 0)
        var ways = [Count](repeating: zero, count: lattice.sets.count)
        ways[0] = Count(whole: 1)
        lattice.forEachEdge { from, label, to in
            guard ways[from] > zero, passes(lattice.sets[from].nonzeroBitCount, from, label) else { return }
            ways[to] = ways[to] + ways[from]
        }
        return ways[ways.count - 1].rational
    }

    /// The smallest largest key of a path.
    @inline(__always)
    func bottleneck(_ key: (_ done: Int, _ from: Int, _ label: Int) -> Int) -> Int {
        var best = [Int](repeating: .max, count: lattice.sets.count)
        best[0] = .min
        lattice.forEachEdge { from, label, to in
            // What is not better than the best known way there need not be looked at.
            guard best[from] < best[to] else { return }
            best[to] = min(best[to], max(best[from], key(lattice.sets[from].nonzeroBitCount, from, label)))
        }
        return best[best.count - 1]
    }

    /// The paths whose edges all pass, in lexicographic order of their steps.
    @inline(__always)
    func orders(
        limit: Int, _ passes: (_ done: Int, _ from: Int, _ label: Int) -> Bool
    ) -> [[Int]] {
        var isOpen = [Bool](repeating: false, count: lattice.sets.count)
        isOpen[isOpen.count - 1] = true
        lattice.forEachEdgeBackwards { from, label, to in
            guard isOpen[to], !isOpen[from] else { return }
            isOpen[from] = passes(lattice.sets[from].nonzeroBitCount, from, label)
        }
        guard limit > 0, isOpen[0] else { return [] }
        let labels = lattice.steps.indices.sorted { lattice.steps[$0] < lattice.steps[$1] }
        var found: [[Int]] = []
        // For each step of the order in the making: its label's place in `labels`.
        var path: [Int] = [-1]
        var places = [0]
        while !path.isEmpty, found.count < limit {
            if path.count > labels.count {
                found.append(path.dropLast().map { lattice.steps[labels[$0]] })
                path.removeLast()
                places.removeLast()
                continue
            }
            let (place, set) = (places[places.count - 1], lattice.sets[places[places.count - 1]])
            let next = (path[path.count - 1] + 1..<labels.count).first { choice in
                let label = labels[choice]
                guard set >> UInt64(label) & 1 == 0, set & lattice.needs[label] == lattice.needs[label] else {
                    return false
                }
                return isOpen[lattice.place(of: set | 1 << UInt64(label))]
                    && passes(path.count - 1, place, label)
            }
            guard let next else {
                path.removeLast()
                places.removeLast()
                continue
            }
            path[path.count - 1] = next
            path.append(-1)
            places.append(lattice.place(of: set | 1 << UInt64(labels[next])))
        }
        return found
    }
}
